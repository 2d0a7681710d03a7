public import TerminalKit
public import UseCases

/// Every screen of the portal: what keymaps, help pages and tests are complete against.
///
/// A new screen adds one line here.
public enum Catalog {
  public static let screens: [any Screen<Portal>.Type] = [
    StartScreen.self, LoginScreen.self, RoleScreen.self, EnterScreen.self, LogOutScreen.self,
    PasswordScreen.self, SetUpScreen.self, ReadingScreen.self, FontScreen.self,
    HomeScreen.self, WhyScreen.self, AskScreen.self,
    SheetScreen.self, LetterScreen.self, PrinterScreen.self, ImportScreen<PeopleImport>.self,
    ChartScreen.self,
    ExportScreen.self,
    ImportScreen<IntroductionImport>.self,

    ListScreen<PeopleList>.self, FormScreen<PersonForm>.self,
    ListScreen<EmploymentList>.self, FormScreen<DecreeForm>.self,
    FormScreen<AppointmentForm>.self,

    ListScreen<AccountsList>.self, FormScreen<AccountForm>.self, ListScreen<UnitsList>.self,
    FormScreen<UnitForm>.self, ListScreen<RulesList>.self, FormScreen<RuleForm>.self,
    ListScreen<CodeListsList>.self, ListScreen<CodeItemsList>.self,
    FormScreen<CodeItemForm>.self,

    SheetLoader.self, ListScreen<NeedsList>.self, FormScreen<NeedForm>.self,
    ListScreen<WishCountsList>.self, ListScreen<WishesList>.self, FormScreen<WishForm>.self,
    ListScreen<FormsOneList>.self, RecordScreen<FormOneRecord>.self,
    FormScreen<FormOneForm>.self, FormScreen<DecisionForm>.self,
    FormScreen<MemorandumForm>.self, FormScreen<ScheduleForm>.self,
    RecordScreen<PlanRecord>.self, FormScreen<PlanForm>.self, ListScreen<PlanSlotsList>.self,
    FormScreen<PlanSlotForm>.self, ListScreen<PlanItemsList>.self,
    FormScreen<PlanItemForm>.self, ListScreen<TimetableList>.self,
    ListScreen<HolidaysList>.self, FormScreen<HolidayForm>.self,
    ListScreen<HistoryList>.self, FormScreen<HandOverForm>.self,
    ImportScreen<CatalogueImport>.self, ListScreen<ProcessesList>.self,
    ListScreen<MonitorList>.self, ListScreen<CourseProcesses>.self,
    ListScreen<MonitorUnitsList>.self, SearchScreen.self,
    OpenScreen.self, FormScreen<SaveForm>.self, ListScreen<RadarList>.self,
    ListScreen<RadarOwnersList>.self, ListScreen<TasksList>.self, RecordScreen<TaskRecord>.self,
    FormScreen<TaskForm>.self, FormScreen<FinishTaskForm>.self,
    ListScreen<AnnouncementsList>.self, AnnouncementScreen.self,
    FormScreen<AnnouncementForm>.self, ListScreen<GuidesList>.self, GuideScreen.self,

    ListScreen<CatalogueList>.self, FormScreen<CourseForm>.self,
    ListScreen<RequestsList>.self, RecordScreen<RequestRecord>.self,
    FormScreen<RequestForm>.self, ListScreen<FactorsList>.self, FormScreen<FactorForm>.self,
    ListScreen<ClassesList>.self, RecordScreen<ClassRecord>.self, FormScreen<ClassForm>.self,
    ListScreen<ProgrammeList>.self, FormScreen<SessionForm>.self,
    ListScreen<LearnersList>.self, EnrolScreen.self, RecordScreen<EnrolmentRecord>.self,
    FormScreen<RemovalForm>.self, FormScreen<MoveForm>.self, ListScreen<OwnCoursesList>.self,
    ApplicantDoor.self, FormScreen<ApplicantLogin>.self, FormScreen<ApplicantForm>.self,
    ListScreen<ApplicantsList>.self, FormScreen<TrackingForm>.self,
    RecordScreen<ApplicantRecord>.self, FormScreen<SecurityLetterForm>.self,
    FormScreen<CourseCodesForm>.self, ListScreen<PapersList>.self,
    FormScreen<PaperFileForm>.self, ListScreen<NonLocalList>.self,
    RecordScreen<NonLocalRecord>.self, FormScreen<NonLocalForm>.self,
    ListScreen<PointsList>.self, FormScreen<PointsForm>.self,
    FormScreen<StaffRegistration>.self, FormScreen<StaffWorkForm>.self,
    ListScreen<StaffList>.self, RecordScreen<StaffRecord>.self,
    RecordScreen<OwnCourseRecord>.self, AttendanceScreen.self, FormScreen<CellForm>.self,
    TickGridScreen<FirstSessionGrid>.self, ListScreen<AttendantsList>.self,
    FormScreen<AttendantForm>.self, TickGridScreen<AttendantsGrid>.self,

    ListScreen<OpenCoursesList>.self, ListScreen<OpenClassesList>.self,
    RecordScreen<OpenClassRecord>.self, ListScreen<DiagnosisList>.self,
    RecordScreen<LearnerDataRecord>.self,

    FormScreen<ResetForm>.self, CardScreen<CompetencyCards>.self, FormScreen<CompetencyForm>.self,
    ListScreen<OwnCompetencyList>.self, ListScreen<OwnResultsList>.self,
    RecordScreen<CompetencyRecord>.self, ListScreen<CompetencyList>.self,
    FormScreen<ReferralForm>.self, FormScreen<ResultsForm>.self, FormScreen<OutcomeForm>.self,
    ListScreen<PeriodsList>.self, FormScreen<PeriodForm>.self, ListScreen<CentresList>.self,
    FormScreen<CentreForm>.self, FormScreen<AskAppointmentForm>.self,
    AppointmentHelpScreen.self, RecordScreen<PersonnelFile>.self,
    FormScreen<CompetencyReportForm>.self,

    FormScreen<ControlForm>.self, RecordScreen<OwnControl>.self, FormScreen<ObjectionForm>.self,
    ListScreen<ObjectionsList>.self, RecordScreen<ObjectionRecord>.self,
    FormScreen<ObjectionAnswer>.self, ListScreen<ConditionsList>.self,
    ListScreen<CertificatesList>.self, RecordScreen<CertificateRecord>.self,
    FormScreen<VerifyForm>.self,

    ListScreen<PreparationList>.self,
    FormScreen<PreparationItemForm>.self, FormScreen<PreparationForm>.self,
    FormScreen<AnnounceForm>.self,
    RecordScreen<ClassExams>.self, RecordScreen<ExamRecord>.self, FormScreen<ExamForm>.self,
    ListScreen<ExamQuestionsList>.self, ListScreen<QuestionChoice>.self,
    ListScreen<QuestionsList>.self, ListScreen<BanksList>.self, FormScreen<QuestionForm>.self,
    QuestionImportScreen.self, SittingScreen.self, ListScreen<OwnExamsList>.self,
    ListScreen<ReviewList>.self,
    ListScreen<OutsideApplicantsList>.self, FormScreen<OutsideApplicantForm>.self,
    ListScreen<ControlReportsList>.self, FormScreen<SecondStageForm>.self,
    ImportScreen<PastCoursesImport>.self, ImportScreen<DecreesImport>.self,
    ImportScreen<AppointmentsImport>.self,

    ListScreen<EquivalentsList>.self, RecordScreen<EquivalentRecord>.self,
    FormScreen<EquivalentForm>.self, FormScreen<EquivalentReviewForm>.self,
    FormScreen<EquivalentBatchForm>.self, ListScreen<EquivalentBatchesList>.self,

    ListScreen<CourseFilesList>.self, RecordScreen<CourseFileRecord>.self,
    FormScreen<FolderPlaceForm>.self, FormScreen<DestructionForm>.self,
    ListScreen<FolderList>.self, FormScreen<FolderItemForm>.self,
    ListScreen<ComparisonList>.self, FormScreen<PaperCountForm>.self,
    RecordScreen<FinancialRecord>.self, FormScreen<DocumentForm>.self,
    FormScreen<PaymentForm>.self, ListScreen<PayList>.self, RecordScreen<PayRecord>.self,
    FormScreen<PayForm>.self, ListScreen<WorkedSessionsList>.self,
    ListScreen<InvoicesList>.self, FormScreen<InvoiceForm>.self,
    ListScreen<DailyReportsList>.self, FormScreen<DailyReportForm>.self,
    ScoreGrid.self, ImportScreen<ScoreImport>.self,
    ListScreen<EffectivenessList>.self, RecordScreen<EffectivenessRecord>.self,
    FormScreen<SummaryForm>.self, FormScreen<BasisForm>.self, FormScreen<CostBenefitForm>.self,
    ListScreen<SurveyList>.self, FormScreen<SurveyForm>.self, ListScreen<OwnSurveysList>.self,
    ListScreen<BehaviourQuestionsList>.self, FormScreen<BehaviourQuestionForm>.self,
    ListScreen<BehaviourList>.self, FormScreen<BehaviourForm>.self,

    CardScreen<OversightCards>.self, RecordScreen<OwnAccountRecord>.self,
    ListScreen<AgencyYearsList>.self, RecordScreen<AgencyYearRecord>.self,
    FormScreen<AgencyYearForm>.self, ListScreen<AgencyQuartersList>.self,
    RecordScreen<AgencyQuarterRecord>.self, FormScreen<AgencyQuarterForm>.self,
    FormScreen<QuarterExtensionForm>.self, ListScreen<PermitsList>.self,
    RecordScreen<PermitRecord>.self, FormScreen<PermitForm>.self,
    ListScreen<CompletedList>.self, RecordScreen<CompletedRecord>.self,
    FormScreen<CompletedForm>.self, ListScreen<FreePermitsList>.self,
    ListScreen<AgenciesList>.self, FormScreen<AgencyForm>.self, ListScreen<LiaisonsList>.self,
    FormScreen<LiaisonForm>.self, FormScreen<OpenOversightForm>.self,
    ListScreen<ApprovedCoursesList>.self, FormScreen<ApprovedCourseForm>.self,
    ListScreen<OversightInstructorsList>.self, FormScreen<OversightInstructorForm>.self,
    ListScreen<StudyFieldsList>.self, FormScreen<StudyFieldForm>.self,
  ]

  /// The commands of every screen by its name: what a keymap file may bind.
  public static let commands: [String: Set<String>] = Dictionary(
    screens.map { ($0.name, commands(of: $0)) }, uniquingKeysWith: { $0.union($1) })

  private static func commands<S: Screen>(of screen: S.Type) -> Set<String> {
    Set(S.Command.allCases.map(\.rawValue))
  }
}
