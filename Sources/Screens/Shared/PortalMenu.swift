import Persian
import TerminalKit
import Training
import UseCases

/// The menu of each role, in the portal's own words and order.
enum PortalMenu {
  struct Item: Sendable {
    let title: String
    /// A starred one stands on the notice board before all others.
    var tone = Tone.body
    let step: Step
  }

  static func items(for role: Role) -> [Item] {
    let parts = [
      own(role), competency(role), ranking(role), rankRules(role),
      role == .visitor ? [] : work(role),
    ]
    return parts.flatMap { $0 } + [
      role.section == .oversight
        ? ownAccount : Item(title: Phrases.changePassword, step: .open(PasswordScreen())),
      Item(title: Phrases.logOut, step: .open(LogOutScreen())),
    ]
  }

  /// What the notice board has beside what offices hang there.
  ///
  /// `isStarred` says whether the programme of competency development is compulsory for the person.
  static func boardItems(for role: Role, isStarred: Bool = true) -> [Item] {
    let programme = Item(
      title: (isStarred ? "\(Phrases.Competency.star) " : "") + Phrases.Competency.programme,
      tone: isStarred ? .starred : .body, step: .open(CardScreen(CompetencyCards())))
    guard role != .visitor else { return [] }
    return (role == .learner ? [programme] : []) + [
      Item(
        title: Phrases.Announcements.showAll, step: .open(ListScreen(AnnouncementsList(role)))),
      Item(title: Phrases.Guides.title, step: .open(ListScreen(GuidesList()))),
    ]
  }

  /// What everybody has: the clocks that run, and what was asked of whom.
  private static func work(_ role: Role) -> [Item] {
    var items = [
      Item(title: Phrases.Search.title, step: .open(SearchScreen(role))),
      Item(title: Phrases.Radar.title, step: .open(ListScreen(RadarList(role)))),
      Item(title: Phrases.Tasks.title, step: .open(ListScreen(TasksList(role)))),
    ]
    if Permission.exchange.isHeld(by: role) {
      items.append(
        Item(title: ExchangePhrases.title, step: .open(RecordScreen(ExchangeRecord()))))
    }
    if Permission.viewRequests.isHeld(by: role) {
      items.append(
        Item(
          title: Phrases.Monitor.title,
          step: .open(
            OpenScreen { .success(.open(ListScreen(ProcessesList($0.today.year)))) })))
    }
    return items
  }

  private static func own(_ role: Role) -> [Item] {
    switch role {
    case .administrator:
      [
        catalogue(role), people(mayEdit: true), accounts, units, rules, codeLists, holidays, points,
        openOversight, openSessions,
      ]
    case .expert:
      [
        catalogue(role), needs(role), formsOne(role), requests(role), timetable,
        classes(role, for: .introduction), outsideApplicants(role), controlReports,
        courseFiles(role), equivalents(role), batches(role),
        people(mayEdit: true), accounts, units, applicants, bank, nonLocal(role),
        classes(role, for: .review), objections, verify, effectiveness(role),
      ]
    case .provincialExpert:
      [
        requests(role), requests(role, for: .approval), catalogue(role), needs(role),
        formsOne(role), outsideApplicants(role), controlReports, people(mayEdit: false),
        accounts, units, applicants, bank, nonLocal(role), classes(role, for: .review), objections,
        verify, equivalents(role), batches(role),
        effectiveness(role),
      ]
    case .ministryExpert:
      [
        catalogue(role), needs(role), formsOne(role), requests(role), people(mayEdit: false),
        accounts, units, bank, nonLocal(role), verify,
      ]
    case .courseManager:
      [
        requests(role), requests(role, for: .factors), classes(role, for: .classes),
        classes(role, for: .learners), classes(role, for: .attendance),
        classes(role, for: .exams), banks(role), courseFiles(role), effectiveness(role),
      ]
    case .instructor:
      [
        classes(role, for: .classes), classes(role, for: .attendance), classes(role, for: .exams),
        banks(role),
      ]
    case .learner:
      [
        learnerData, openCourses, ownCourses, ownExams, equivalents(role), wishes, ownSurveys,
        staffWork,
        ownCertificates,
      ]
    case .principal: [staff]
    case .visitor, .assessor, .qualityCentre, .boardSecretary, .boardMember, .personnelOffice: []
    case .oversight, .liaison, .agencyManager: oversight(role)
    }
  }

  /// S5: the menu of all three parts, then each of them, and what the management looks after.
  private static func oversight(_ role: Role) -> [Item] {
    let (years, permits) = (AgencyYearsList(role), PermitsList(role))
    let completed = CompletedList(role)
    let parts = [
      Item(title: Phrases.Oversight.section, step: .open(CardScreen(OversightCards()))),
      Item(title: years.title, step: .open(ListScreen(years))),
      Item(title: permits.title, step: .open(ListScreen(permits))),
      Item(title: completed.title, step: .open(ListScreen(completed))),
    ]
    let titles = Item(
      title: Phrases.Oversight.approvedCourses, step: .open(ListScreen(ApprovedCoursesList(role))))
    let instructors = Item(
      title: Phrases.Oversight.instructors, step: .open(ListScreen(OversightInstructorsList())))
    let fields = Item(
      title: Phrases.Oversight.fields, step: .open(ListScreen(StudyFieldsList())))
    switch role {
    case .oversight:
      let (waiting, ended) = (PermitsList(role, .waiting), CompletedList(role, .waiting))
      return [overview] + parts + [
        oversightReports,
        Item(title: waiting.title, step: .open(ListScreen(waiting))),
        Item(title: ended.title, step: .open(ListScreen(ended))),
        Item(title: Phrases.Oversight.agencies, step: .open(ListScreen(AgenciesList()))),
        Item(title: Phrases.Oversight.liaisons, step: .open(ListScreen(LiaisonsList()))),
        switches, titles, instructors, fields,
      ]
    case .liaison:
      return parts + [upload, classOffers, oversightReports, titles, instructors, fields]
    default: return parts + [oversightReports]
    }
  }

  private static let ownAccount = Item(
    title: Phrases.Oversight.account, step: .open(RecordScreen(OwnAccountRecord())))
  private static let openOversight = Item(
    title: Phrases.Oversight.open, step: .open(FormScreen(OpenOversightForm())))

  /// S3 and S4: rules of ranking and what is known of people for it.
  private static func rankRules(_ role: Role) -> [Item] {
    let sets = Item(title: Phrases.RankRules.title, step: .open(ListScreen(RuleSetsList(role))))
    let people = Item(
      title: Phrases.RankFacts.people, step: .open(ListScreen(RankingPeopleList())))
    switch role {
    case .learner:
      return [Item(title: Phrases.RankFacts.own, step: .open(RecordScreen(RankingFile(nil))))]
    case .administrator, .ministryExpert, .expert, .provincialExpert, .personnelOffice:
      return [people, sets]
    case .boardSecretary: return [sets]
    default: return []
    }
  }

  /// S1: behind everything of the courses, whose places people know by heart.
  private static func competency(_ role: Role) -> [Item] {
    let requests = CompetencyList(role: role)
    let list = Item(title: requests.title, step: .open(ListScreen(requests)))
    let report = Item(
      title: Phrases.Competency.reports, step: .open(FormScreen(CompetencyReportForm())))
    let periods = Item(title: Phrases.Competency.periods, step: .open(ListScreen(PeriodsList())))
    let centres = Item(title: Phrases.Competency.centres, step: .open(ListScreen(CentresList())))
    switch role {
    case .expert:
      let reset = Item(
        title: Phrases.Accounts.resetByCode, step: .open(FormScreen(ResetForm())))
      return [list, report, reset]
    case .provincialExpert, .ministryExpert: return [list, periods, centres, report]
    case .administrator: return [periods, centres, report]
    default: return []
    }
  }

  /// S3 and S4: «سامانه رتبه‌بندی».
  private static func ranking(_ role: Role) -> [Item] {
    func list<L: RowsDescription>(_ title: String, _ list: L) -> Item {
      Item(title: title, step: .open(ListScreen(list)))
    }
    func register(_ kind: RankRegister.Kind) -> Item { list(kind.title, RankRegister(kind)) }
    func papers(_ kind: BoardPaper.Kind) -> Item { list(kind.plural, BoardPapersList(kind, role)) }
    let cases = RankingCasesList(role)
    let rounds = list(Phrases.Ranking.rounds, RankingRoundsList(role))
    let boards = list(Phrases.Ranking.boards, BoardsList(role))
    let ranks = PersonRanksList()
    switch role {
    case .learner:
      return [
        list(cases.title, cases), list(Phrases.Ranking.ownRank, ranks), papers(.complaint),
      ]
    case .boardSecretary:
      return [
        list(cases.title, cases), list(Phrases.Ranking.appeals, AppealsList(nil)),
        list(Phrases.Ranking.meetings, MeetingsList()), boards,
        list(Phrases.Ranking.groups, WorkingGroupsList()), list(ranks.title, ranks),
        Item(
          title: Phrases.Ranking.periodic,
          step: .open(OpenScreen { _ in .success(.open(RankingSheets.periodic())) })),
      ] + BoardPaper.Kind.allCases.map(papers)
    case .boardMember:
      return [
        list(cases.title, cases), list(Phrases.Ranking.appeals, AppealsList(nil)),
        list(Phrases.Ranking.meetings, MeetingsList()), boards, papers(.procedure),
        papers(.inquiry),
      ]
    case .assessor: return [list(cases.title, cases)]
    case .qualityCentre:
      return [
        list(cases.title, cases), register(.assessors), register(.tools), register(.institutions),
        list(ranks.title, ranks),
      ]
    case .personnelOffice: return [list(cases.title, cases), list(ranks.title, ranks)]
    case .ministryExpert, .administrator:
      return [rounds, boards, register(.required), register(.allowances)]
    default: return []
    }
  }

  /// Where a session of the notice board leads.
  static func step(to session: Session, for role: Role) -> Step {
    role == .learner
      ? ownCourses.step
      : .open(AttendanceScreen(trainingClass: session.trainingClass, session: session.id))
  }

  private static func outsideApplicants(_ role: Role) -> Item {
    Item(title: Phrases.Outside.title, step: .open(ListScreen(OutsideApplicantsList(role))))
  }

  private static let controlReports = Item(
    title: Phrases.Control.title, step: .open(ListScreen(ControlReportsList())))

  private static func equivalents(_ role: Role) -> Item {
    let list = EquivalentsList(role)
    return Item(title: list.title, step: .open(ListScreen(list)))
  }

  private static func batches(_ role: Role) -> Item {
    let list = EquivalentBatchesList(role)
    return Item(title: list.title, step: .open(ListScreen(list)))
  }

  private static func courseFiles(_ role: Role) -> Item {
    let list = CourseFilesList(role)
    return Item(title: list.title, step: .open(ListScreen(list)))
  }

  private static let applicants = Item(
    title: Phrases.Applicants.title, step: .open(ListScreen(ApplicantsList(for: .applicants))))
  private static let bank = Item(
    title: Phrases.Applicants.bank, step: .open(ListScreen(ApplicantsList(for: .bank))))
  private static let points = Item(
    title: Phrases.Applicants.points, step: .open(ListScreen(PointsList())))
  private static let staffWork = Item(
    title: Phrases.Staff.complete, step: .open(FormScreen(StaffWorkForm())))
  private static let staff = Item(
    title: Phrases.Staff.confirmList, step: .open(ListScreen(StaffList())))

  private static func nonLocal(_ role: Role) -> Item {
    Item(title: Phrases.Applicants.nonLocal, step: .open(ListScreen(NonLocalList(role))))
  }

  private static func effectiveness(_ role: Role) -> Item {
    Item(title: Phrases.Effectiveness.title, step: .open(ListScreen(EffectivenessList(role))))
  }

  private static let overview = Item(
    title: Phrases.Overview.title, step: .open(ListScreen(OverviewList())))
  private static let oversightReports = Item(
    title: Phrases.OversightReports.title, step: .open(ListScreen(OversightReportsList())))
  private static let switches = Item(
    title: Phrases.Upload.switches, step: .open(ListScreen(SwitchesList())))
  private static let upload = Item(
    title: Phrases.Upload.title, step: .open(RecordScreen(UploadRecord())))
  private static let classOffers = Item(
    title: Phrases.Upload.classes, step: .open(ListScreen(ClassOffersList())))
  private static let ownSurveys = Item(
    title: Phrases.Survey.own, step: .open(ListScreen(OwnSurveysList())))
  private static let learnerData = Item(
    title: Phrases.LearnerData.title, step: .open(RecordScreen(LearnerDataRecord(nil))))
  private static let openCourses = Item(
    title: Phrases.Enrolling.title, step: .open(ListScreen(OpenCoursesList())))
  private static let ownCourses = Item(
    title: Phrases.OwnCourses.title, step: .open(ListScreen(OwnCoursesList())))

  private static func catalogue(_ role: Role) -> Item {
    Item(title: Phrases.Catalogue.title, step: .open(ListScreen(CatalogueList(role))))
  }

  private static func requests(
    _ role: Role, for purpose: RequestsList.Purpose = .requests
  ) -> Item {
    let list = RequestsList(role, for: purpose)
    return Item(title: list.title, step: .open(ListScreen(list)))
  }

  private static func classes(_ role: Role, for purpose: ClassesList.Purpose) -> Item {
    let list = ClassesList(role, for: purpose)
    return Item(title: list.title, step: .open(ListScreen(list)))
  }

  private static let ownExams = Item(
    title: Phrases.Sitting.own, step: .open(ListScreen(OwnExamsList())))

  private static func banks(_ role: Role) -> Item {
    Item(title: Phrases.Bank.title, step: .open(ListScreen(BanksList(role))))
  }

  private static func people(mayEdit: Bool) -> Item {
    Item(
      title: Phrases.People.title, step: .open(ListScreen(PeopleList(mayEdit: mayEdit))))
  }

  private static func needs(_ role: Role) -> Item {
    Item(title: Phrases.Needs.title, step: .open(ListScreen(NeedsList(role: role))))
  }

  private static func formsOne(_ role: Role) -> Item {
    Item(title: Phrases.FormsOne.title, step: .open(ListScreen(FormsOneList(role))))
  }

  private static let timetable = Item(
    title: Phrases.Plan.timetable, step: .open(ListScreen(TimetableList())))
  private static let objections = Item(
    title: Phrases.Closing.objections, step: .open(ListScreen(ObjectionsList())))
  private static let ownCertificates = Item(
    title: Phrases.Closing.certificates, step: .open(ListScreen(CertificatesList(nil))))
  private static let verify = Item(
    title: Phrases.Closing.verify, step: .open(FormScreen(VerifyForm())))
  private static let holidays = Item(
    title: Phrases.Plan.holidays, step: .open(ListScreen(HolidaysList())))
  private static let wishes = Item(
    title: Phrases.Wishes.title, step: .open(ListScreen(WishesList())))
  private static let accounts = Item(
    title: Phrases.Accounts.title, step: .open(ListScreen(AccountsList())))
  private static let openSessions = Item(
    title: Phrases.Sessions.title,
    step: .open(
      OpenScreen { portal in
        portal.openSessions().map { .open(ListScreen(SessionsList(sessions: $0))) }
      }))
  private static let units = Item(
    title: Phrases.Units.title, step: .open(ListScreen(UnitsList())))
  private static let rules = Item(
    title: Phrases.Rules.title, step: .open(ListScreen(RulesList())))
  private static let codeLists = Item(
    title: Phrases.Codes.title, step: .open(ListScreen(CodeListsList())))
}
