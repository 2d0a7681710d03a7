import Persian
import Store
import Training
import UseCases

extension Phrases {
  enum Record {
    static let history = "تاریخچه"
    static let noHistory = "هنوز چیزی ثبت نشده است."
    static let takeBack = "واگرداندن"
    static let takenBack = "واگردانده شد."
    static let nothingToTakeBack = "چیزی برای واگرداندن نیست."

    static let closed = " — چرا؟"
    static func reason(_ text: String) -> String { "دلیل: \u{2068}\(text)\u{2069}" }
    static func done(_ title: String) -> String { "«\(title)» انجام شد." }

    /// `then` says what becomes of it, in a sentence.
    static func question(_ action: String, _ subject: String, then: String = "") -> String {
      "«\(action)» برای «\u{2068}\(subject)\u{2069}» انجام شود؟" + (then.isEmpty ? "" : " \(then)")
    }

    static func takeBackQuestion(_ sentence: String) -> String {
      "این کار واگردانده شود؟ \(sentence)"
    }

    static func past(
      _ action: String, by name: String, _ role: String, _ day: JalaliDate, _ minute: Int
    ) -> String {
      let who = name.isEmpty ? "" : " — \u{2068}\(name)\u{2069} (\(role))"
      return "\(day.said) \(Say.clock(minute)) \(action)\(who)"
    }
  }
}

extension Entry {
  /// What was done, in the portal's words.
  var saying: String {
    guard let work = try? UseCaseCatalog.decode(self) else { return useCase }
    switch work {
    case let work as Advance<CourseRequestLife>: return work.action.name
    case let work as Advance<ClassLife>: return work.action.name
    case let work as Advance<EnrolmentLife>: return work.action.name
    case let work as EditRequest: return work.action.name
    case let work as EnrolLearner: return work.action.name
    case let work as Advance<ExecutivePlanLife>: return work.action.name
    case is CompilePlan: return ExecutivePlanLife.Action.compile.name
    case is EditPlan: return ExecutivePlanLife.Action.edit.name
    case is RegisterFormOne: return FormOneLife.Action.register.name
    case let work as CarryFormOne: return work.action.name
    case let work as Advance<InstructorLife>: return work.action.name
    case let work as Advance<NonLocalLife>: return work.action.name
    case let work as Advance<SchoolStaffLife>: return work.action.name
    case let work as RecordSecurityLetter: return work.action.name
    case is RegisterApplicant: return InstructorLife.Action.register.name
    case is EditApplicant: return InstructorLife.Action.edit.name
    case is RecordTaughtCourses: return InstructorLife.Action.recordCourses.name
    case is ReissueTracking: return Phrases.Applicants.reissue
    case is RequestNonLocal: return NonLocalLife.Action.request.name
    case is RegisterSchoolStaff: return SchoolStaffLife.Action.register.name
    case is CompleteStaffWork: return SchoolStaffLife.Action.complete.name
    case is RequestCourse: return CourseRequestLife.Action.request.name
    case is DefineClass: return ClassLife.Action.define.name
    case is EditClass: return Phrases.Classes.edit
    case is MarkAttendance: return AttendancePhrases.listTitle
    case is RemoveEnrolment: return EnrolmentLife.Action.remove.name
    case is MoveLearners: return EnrolmentLife.Action.transfer.name
    case is IntroduceLearners: return Phrases.Import.introduction
    case is RegisterCourse: return Phrases.Catalogue.add
    case is EditCourse: return Phrases.Catalogue.edit
    case is AssignTask: return Phrases.Tasks.assign
    case is FinishTask: return Phrases.Tasks.finish
    case let work as Advance<CompetencyLife>: return work.action.name
    case let work as Advance<RankingLife>: return work.action.name
    case let work as Advance<AppealLife>: return work.action.name
    case let work as Advance<MeetingLife>: return work.action.name
    case let work as Advance<PersonRankLife>: return work.action.name
    case is CreateRankingCase: return RankingLife.Action.create.name
    case is EditRankingCase: return RankingLife.Action.edit.name
    case is SubmitRankingCase: return RankingLife.Action.submit.name
    case is NotifyRank: return RankingLife.Action.notify.name
    case is IssueRankDecree: return RankingLife.Action.decree.name
    case is SuspendRankingCase: return RankingLife.Action.suspend.name
    case let work as RecordOffenceResult:
      return (work.isConvicted ? RankingLife.Action.convict : .clear).name
    case is ReportOnCase: return RankingLife.Action.assess.name
    case is InviteBoard: return MeetingLife.Action.invite.name
    case is PlanAgenda: return MeetingLife.Action.plan.name
    case is RecordPresence: return MeetingLife.Action.attend.name
    case is CastVote: return MeetingLife.Action.cast.name
    case is ConfirmMeeting: return MeetingLife.Action.confirm.name
    case is FileAppeal: return AppealLife.Action.register.name
    case is RecordAppealOpinion: return Phrases.Ranking.opinion
    case is DetermineRank: return AppealLife.Action.determine.name
    case is RecordRetraining: return Phrases.Ranking.retraining
    case is AnswerBoardPaper: return Phrases.Ranking.answer
    case let work as Advance<EvidenceLife>: return work.action.name
    case is UploadEvidence: return EvidenceLife.Action.upload.name
    case is EditEvidence: return EvidenceLife.Action.edit.name
    case is ReviewEvidence: return EvidenceLife.Action.review.name
    case is ScoreEvidence: return EvidenceLife.Action.score.name
    case is GiveCriterionPoints: return Phrases.Evidence.casePoints
    case is SetCaseCoefficient: return RankingLife.Action.adjust.name
    case is RecordCaseSource: return Phrases.Ranking.addSource
    case is VerifyCaseSource: return Phrases.Ranking.verified
    case is AssignAssessor: return Phrases.Ranking.assign
    case is CopyRuleSet: return Phrases.RankRules.newEdition
    case is EditRuleSet: return Phrases.RankRules.editEdition
    case is RecordFact<RankingProfile>: return Phrases.RankFacts.edit
    case is RecordFact<EnteredRank>: return Phrases.RankFacts.entered
    case is RegisterCompetency: return CompetencyLife.Action.register.name
    case is ReferToCentre: return CompetencyLife.Action.refer.name
    case is RecordAssessment: return CompetencyLife.Action.recordResults.name
    case is DecideOutcome: return CompetencyLife.Action.decide.name
    case is AnnounceCourse: return CourseRequestLife.Action.announce.name
    case is MarkSecondStage: return Phrases.Stages.mark
    case is TickFirstSession: return Phrases.Classwork.firstSession
    case is RegisterAttendant: return Phrases.Classwork.addAttendant
    case is EditAttendant: return Phrases.Classwork.editAttendant
    case is RemoveAttendant: return Phrases.Classwork.removeAttendant
    case is MarkAttendants: return Phrases.Classwork.attendantsAttendance
    case let work as Advance<ExamLife>: return work.action.name
    case is DefineExam: return ExamLife.Action.define.name
    case is EditExam: return ExamLife.Action.edit.name
    case is RemoveExam: return ExamLife.Action.remove.name
    case is GradeExam: return ExamLife.Action.grade.name
    case let work as Advance<CourseFileLife>: return work.action.name
    case let work as CarryFile: return work.action.name
    case let work as CarryDocument: return work.action.name
    case is PutFolderItem: return Phrases.CourseFiles.tick
    case is CountPaper: return Phrases.CourseFiles.comparison
    case is PutFactorPay: return Phrases.Pay.edit
    case is PutInvoice: return Phrases.Invoices.add
    case is RemoveInvoice: return Phrases.Invoices.remove
    case is PutDailyReport: return Phrases.Reports.title
    case let work as Advance<ObjectionLife>: return work.action.name
    case let work as Advance<CertificateLife>: return work.action.name
    case is RegisterObjection: return ObjectionLife.Action.register.name
    case is AcceptObjection: return ObjectionLife.Action.accept.name
    case is AnnounceControl: return ClassLife.Action.announceControl.name
    case is CloseClass: return ClassLife.Action.close.name
    case is ReopenClass: return ClassLife.Action.reopen.name
    case is ReissueCertificate: return Phrases.Closing.reissue
    case let work as Advance<EquivalentLife>: return work.action.name
    case is RegisterEquivalent: return EquivalentLife.Action.register.name
    case is EditEquivalent: return EquivalentLife.Action.edit.name
    case is ReviewEquivalent: return EquivalentLife.Action.review.name
    case is SendEquivalents: return EquivalentLife.Action.send.name
    case is ApproveEquivalents: return EquivalentLife.Action.approve.name
    case is RecordScores: return Phrases.Scores.enter
    case is ImportScores: return Phrases.Scores.importFile
    case is AnswerSurvey: return Phrases.Survey.title
    case let work as SummariseLevel: return Phrases.Effectiveness.summary(work.level)
    case is SetEffectivenessBasis: return Phrases.Effectiveness.basis
    case let work as SelectCourse:
      return work.isSelected ? Phrases.Effectiveness.select : Phrases.Effectiveness.deselect
    case is RecordResults: return Phrases.Survey.results
    case is PutBehaviourQuestion: return Phrases.Survey.questions
    case is RemoveBehaviourQuestion: return Phrases.Survey.removeQuestion
    case is AnswerBehaviour: return Phrases.Survey.questionnaire
    case let work as Advance<AgencyYearLife>: return work.action.name
    case let work as Advance<AgencyQuarterLife>: return work.action.name
    case let work as Advance<PermitLife>: return work.action.name
    case let work as Advance<CompletedCourseLife>: return work.action.name
    case let work as AdvanceAll<PermitLife>: return work.action.name
    case let work as AdvanceAll<CompletedCourseLife>: return work.action.name
    case is CreateAgencyYear: return AgencyYearLife.Action.create.name
    case is EditAgencyYear: return AgencyYearLife.Action.edit.name
    case is UpdateQuarter: return AgencyQuarterLife.Action.update.name
    case is ExtendQuarter: return AgencyQuarterLife.Action.extend.name
    case is AskExtension: return AgencyQuarterLife.Action.ask.name
    case is DeclineExtension: return AgencyQuarterLife.Action.decline.name
    case is CreatePermit: return PermitLife.Action.create.name
    case is EditPermit: return PermitLife.Action.edit.name
    case is RecordCompletedCourse: return CompletedCourseLife.Action.create.name
    case is EditCompletedCourse: return CompletedCourseLife.Action.edit.name
    case is RegisterAgency: return Phrases.Oversight.addAgency
    case is EditAgency: return Phrases.Oversight.editAgency
    case is RegisterLiaison: return Phrases.Oversight.addLiaison
    case let work as SetRule: return Phrases.Rules.changed(work.value)
    case is SetUp: return Phrases.setUpTitle
    case is Undo: return Phrases.Record.takeBack
    default: return useCase
    }
  }
}

extension EnrolmentLife.Action {
  var name: String {
    switch self {
    case .enrol: "ثبت‌نام"
    case .introduce: "معرفی فراگیر"
    case .introduceGuest: "معرفی مهمان"
    case .withdraw: "انصراف از کلاس"
    case .remove: "حذف فراگیر"
    case .transfer: "انتقال به کلاس دیگر"
    case .markAbsence: "ثبت غیبت"
    case .enterScore: "ثبت نمره"
    case .close: "اتمام عملیات کلاس"
    case .reopen: "بازگشایی"
    }
  }
}

extension Enrolment.Method {
  var name: String {
    switch self {
    case .learner: "با فراگیر"
    case .expert: "با کارشناس"
    case .guest: "مهمان"
    }
  }
}
