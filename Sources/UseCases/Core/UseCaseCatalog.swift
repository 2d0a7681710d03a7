import FoundationEssentials
public import Store
public import Training

/// Every use case by the name it has in the journal: what replays entries and takes them back.
public enum UseCaseCatalog {
  /// Adding a use case to the portal adds a line here; the names are checked to differ.
  public static let all: [any UseCase.Type] = areas.flatMap { $0 }

  private static let areas: [[any UseCase.Type]] = [
    shared,
    courses,
    board,
    planning,
    competency,
    enrolment,
    classwork,
    instructors,
    exams,
    finance,
    closing,
    external,
    effectiveness,
    rankRules,
    oversight,
    rankingProcess,
    server,
    [Undo.self],
  ]

  private static let shared: [any UseCase.Type] = [
    SetUp.self, RegisterUnit.self, SetRule.self, SetCodeItem.self, CreateAccount.self,
    ChangePassword.self, ResetPassword.self, DeactivateAccount.self, RegisterPerson.self,
    EditPerson.self, UpdateEmployment.self, ImportPeople.self,
  ]

  private static let courses: [any UseCase.Type] = [
    Advance<CourseRequestLife>.self, Advance<ClassLife>.self, Advance<EnrolmentLife>.self,
    RegisterCourse.self, EditCourse.self, RequestCourse.self, EditRequest.self, AddFactor.self,
    DismissFactor.self, DefineClass.self, EditClass.self, PutSession.self, RemoveSession.self,
    EnrolLearner.self, RemoveEnrolment.self, MoveLearners.self, IntroduceLearners.self,
    MarkAttendance.self,
  ]

  private static let planning: [any UseCase.Type] = [
    Advance<FormOneLife>.self, PutNeed.self, RemoveNeed.self, RegisterWish.self,
    WithdrawWish.self, RegisterFormOne.self, CarryFormOne.self,
    Advance<ExecutivePlanLife>.self, CompilePlan.self, EditPlan.self, PutSlot.self,
    RemoveSlot.self, PutPlanItem.self, RemovePlanItem.self, AddHoliday.self, RemoveHoliday.self,
  ]

  private static let enrolment: [any UseCase.Type] = [
    PrepareCourse.self, SetPreparationItem.self, MarkSecondStage.self, AnnounceCourse.self,
    PutOutsideApplicant.self, RemoveOutsideApplicant.self, ImportPapers.self,
  ]

  private static let board: [any UseCase.Type] = [
    AssignTask.self, FinishTask.self, Announce.self, EditAnnouncement.self,
    WithdrawAnnouncement.self, HandOver.self, ImportCourses.self,
  ]

  private static let instructors: [any UseCase.Type] = [
    Advance<InstructorLife>.self, Advance<NonLocalLife>.self, Advance<SchoolStaffLife>.self,
    RegisterApplicant.self, EditApplicant.self, RecordSecurityLetter.self,
    RecordTaughtCourses.self, ReissueTracking.self, RequestNonLocal.self,
    RegisterSchoolStaff.self, CompleteStaffWork.self,
  ]

  private static let effectiveness: [any UseCase.Type] = [
    AnswerSurvey.self, SummariseLevel.self, SetEffectivenessBasis.self, SelectCourse.self,
    RecordResults.self, PutBehaviourQuestion.self, RemoveBehaviourQuestion.self,
    AnswerBehaviour.self, RecordScores.self, ImportScores.self,
  ]

  private static let competency: [any UseCase.Type] = [
    Advance<CompetencyLife>.self, RegisterCompetency.self, ReferToCentre.self,
    RecordAssessment.self, DecideOutcome.self, SetAssessmentPeriod.self, SetAssessmentCentre.self,
    AskForAppointment.self,
  ]

  private static let classwork: [any UseCase.Type] = [
    TickFirstSession.self, RegisterAttendant.self, EditAttendant.self, RemoveAttendant.self,
    MarkAttendants.self,
  ]

  private static let exams: [any UseCase.Type] = [
    Advance<ExamLife>.self, DefineExam.self, EditExam.self, RemoveExam.self,
    GradeExam.self, PutQuestion.self, ChooseQuestions.self, DropQuestions.self,
    ImportQuestions.self, TakeSeat.self, AnswerQuestion.self, HandInExam.self,
  ]

  private static let finance: [any UseCase.Type] = [
    Advance<CourseFileLife>.self, Advance<FinancialLife>.self, CarryFile.self,
    PutFolderItem.self, CountPaper.self, CarryDocument.self, PutFactorPay.self, PutInvoice.self,
    RemoveInvoice.self, PutDailyReport.self,
  ]

  private static let closing: [any UseCase.Type] = [
    Advance<ObjectionLife>.self, Advance<CertificateLife>.self, AnnounceControl.self,
    RegisterObjection.self, AcceptObjection.self, CloseClass.self, ReopenClass.self,
    ReissueCertificate.self,
  ]

  private static let oversight: [any UseCase.Type] = [
    Advance<AgencyYearLife>.self, Advance<AgencyQuarterLife>.self, Advance<PermitLife>.self,
    Advance<CompletedCourseLife>.self, AdvanceAll<PermitLife>.self,
    AdvanceAll<CompletedCourseLife>.self, OpenOversight.self, RegisterAgency.self,
    EditAgency.self, RegisterLiaison.self, CreateAgencyYear.self, EditAgencyYear.self,
    UpdateQuarter.self, ExtendQuarter.self, AskExtension.self, DeclineExtension.self,
    CreatePermit.self, EditPermit.self,
    RecordCompletedCourse.self, EditCompletedCourse.self, AddStudyField.self,
    RenameStudyField.self, PutOversightInstructor.self, PutApprovedCourse.self,
    Advance<UploadLife>.self, UploadCompleted.self, LinkOffice.self, UnlinkOffice.self,
    TakeClasses.self,
  ]

  private static let external: [any UseCase.Type] = [
    Advance<EquivalentLife>.self, RegisterEquivalent.self, EditEquivalent.self,
    ReviewEquivalent.self, SendEquivalents.self, ApproveEquivalents.self,
  ]

  private static let rankRules: [any UseCase.Type] = [
    CopyRuleSet.self, EditRuleSet.self, SetRankCondition.self, SetCriterion.self,
    SetMinimum.self, RecordFact<RankingProfile>.self, RecordFact<DegreeRecord>.self,
    RecordFact<RankingYear>.self, RecordFact<Conviction>.self, RecordFact<RankConcession>.self,
    RecordFact<EnteredRank>.self,
    Advance<EvidenceLife>.self, UploadEvidence.self, EditEvidence.self, ReviewEvidence.self,
    ScoreEvidence.self, GiveCriterionPoints.self,
  ]

  private static let rankingProcess: [any UseCase.Type] = [
    Advance<RankingLife>.self, Advance<AppealLife>.self, Advance<MeetingLife>.self,
    Advance<PersonRankLife>.self, SetRankingRound.self, CreateRankingCase.self,
    EditRankingCase.self, SubmitRankingCase.self, NotifyRank.self, IssueRankDecree.self,
    SuspendRankingCase.self, RecordOffenceResult.self, RecordCaseSource.self,
    VerifyCaseSource.self, PutAssessor.self, AssignAssessor.self, ReportOnCase.self,
    PutAssessmentTool.self, PutInstitution.self, PutRequiredSource.self, PutBoard.self,
    PutBoardMember.self, PutWorkingGroup.self, WriteBoardPaper.self, AnswerBoardPaper.self,
    PutRankAllowance.self, InviteBoard.self, PlanAgenda.self, RecordPresence.self,
    CastVote.self, ConfirmMeeting.self, FileAppeal.self, RecordAppealOpinion.self,
    DetermineRank.self, RecordRetraining.self, SetCaseCoefficient.self,
  ]

  private static let server: [any UseCase.Type] = [
    RegisterKey.self, RevokeKey.self, RecordAccess.self,
    RestoreRecord.self,
  ]

  private static let byName: [String: any UseCase.Type] = Dictionary(
    all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

  /// The use case of an entry with its arguments.
  ///
  /// - Throws: `StoreError.damaged` for a name or arguments that this version does not know.
  public static func decode(_ entry: Entry, _ standIns: StandIns = StandIns()) throws -> any UseCase
  {
    try decode(entry.useCase, entry.arguments, standIns)
  }

  /// The same for a name; where records stand for others by now, the arguments name those.
  public static func decode(
    _ name: String, _ arguments: [UInt8], _ standIns: StandIns = StandIns()
  ) throws -> any UseCase {
    let decoder = JSONDecoder()
    if let key = StandIns.key { decoder.userInfo[key] = standIns }
    return try decode(name, arguments, by: decoder)
  }

  static func decode(
    _ name: String, _ arguments: [UInt8], by decoder: JSONDecoder
  ) throws -> any UseCase {
    guard let type = byName[name] else { throw StoreError.damaged("no use case \(name)") }
    do {
      return try decoder.decode(type, from: Data(arguments))
    } catch {
      throw StoreError.damaged("the arguments of \(name): \(error)")
    }
  }

  /// Performs whatever use case it is inside a transaction; its ids are kept.
  ///
  /// - Returns: The number of the entry.
  public static func perform(
    _ work: any UseCase, _ records: borrowing Writing, _ context: Context, cause: Cause
  ) throws -> Int64 {
    try open(work, records, context, cause)
  }

  private static func open<U: UseCase>(
    _ work: U, _ records: borrowing Writing, _ context: Context, _ cause: Cause
  ) throws -> Int64 {
    try Portal.perform(work, records, context, cause: cause).entry
  }
}
