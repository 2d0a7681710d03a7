import Persian
import Store
import TerminalKit
import Training
import UseCases

/// «اطلاعات دوره‌های گذرانده شده»: the completed courses within reach (S5-4).
struct CompletedList: PagedListDescription {
  enum Command: String, CommandSet {
    case add, send, approve
    case giveBack = "give-back"
    var help: String { action.name }

    var action: CompletedCourseLife.Action {
      switch self {
      case .add: .create
      case .send: .send
      case .approve: .approve
      case .giveBack: .giveBack
      }
    }
  }

  static let name = "completed-courses"
  let role: Role
  let queue: OversightQueue

  init(_ role: Role, _ queue: OversightQueue = .all) {
    self.role = role
    self.queue = queue
  }

  var title: String {
    switch queue {
    case .all: Phrases.Oversight.completed
    case .waiting: Phrases.Oversight.completedQueue
    case .returned: Phrases.Oversight.completedReturned
    }
  }
  let allowsMarks = true
  var emptyText: String? {
    switch queue {
    case .all:
      role == .liaison ? Phrases.OversightNext.completedEmpty : Phrases.OversightNext.nothingYet
    case .waiting: Phrases.OversightNext.nothingWaits
    case .returned: Phrases.OversightNext.nothingReturned
    }
  }

  private var filter: OversightFilter<CompletedCourseLife.State> {
    switch queue {
    case .all: OversightFilter()
    case .waiting: OversightFilter(state: .waiting)
    case .returned: OversightFilter(state: .registered, isReturned: true)
    }
  }

  var columns: [Column<CompletedLine>] {
    let agency: [Column<CompletedLine>] =
      role == .oversight
      ? [Column(Phrases.Oversight.agency, width: 14, text: { $0.agencyName })] : []
    return agency + [
      Column(
        Phrases.Oversight.endShort, width: 10, direction: .ltr,
        text: { $0.course.form.end.said }),
      Column(Phrases.Oversight.courseTitle, text: { $0.course.form.title }),
      Column(
        Phrases.Oversight.totalShort, width: 6, alignment: .centre,
        text: { $0.course.form.total.said }),
      Column(
        Phrases.Oversight.personHoursShort, width: 9, alignment: .centre,
        text: { $0.course.form.personHours.said }),
      Column(
        Phrases.Oversight.courseState, width: 19,
        tone: { $0.course.reason.isEmpty ? .body : .warning },
        text: { $0.course.state.name }),
    ]
  }

  func identity(of row: CompletedLine) -> Int64 { row.course.id.rawValue }

  func page(
    _ request: TableRequest<CompletedLine>, of query: TableQuery,
    _ records: borrowing Reading, _ context: Context
  ) throws -> [CompletedLine] {
    try context.require(queue.permission)
    var filter = filter
    filter.text = query.filter
    return try records.completedCourses(
      in: context.actor.oversightReach, filter, page: request.page(\.course), limit: request.count)
  }

  func open(_ row: CompletedLine) -> Step {
    .open(RecordScreen(CompletedRecord(row.course.id, row.course.form.title)))
  }

  func perform(_ command: Command, on rows: [CompletedLine]) -> Step {
    if let reason = reasonClosed(command, on: rows) { return .notice(reason, .warning) }
    guard command != .add else { return .open(ListScreen(FreePermitsList())) }
    return Manifold.ask(
      CompletedCourseLife.self, command.action, rows.map { ($0.course.id, $0.course.state) },
      named: command.help)
  }

  func reasonClosed(_ command: Command, on rows: [CompletedLine]) -> String? {
    Manifold.reasonClosed(
      CompletedCourseLife.self, command.action, role, rows.map(\.course.state),
      named: command.help
    ) { $0.name }
  }
}

/// The approved permits on which no completed course stands: Enter fills the form in from one
/// (S5-4b, S5-4d2).
struct FreePermitsList: ListDescription {
  static let name = "free-permits"
  let title = Phrases.Oversight.chooseTitle

  let columns: [Column<AgencyPermitLine>] = [
    Column(
      Phrases.Oversight.requested, width: 12, direction: .ltr,
      sortedBy: { .number($0.permit.requested.dayNumber) }, text: { $0.permit.requested.said }),
    Column(Phrases.Oversight.courseTitle, text: { $0.permit.form.title }),
    Column(Phrases.Oversight.group, width: 22, text: { $0.permit.form.group.name }),
    Column(
      Phrases.Oversight.hoursShort, width: 6, alignment: .centre,
      text: { $0.permit.form.hours.said }),
  ]

  func identity(of row: AgencyPermitLine) -> Int64 { row.permit.id.rawValue }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [AgencyPermitLine] {
    try CompletedCourseLife.mayCreate(context)
    let permits = try records.freePermits(in: context.actor.oversightReach)
    guard !permits.isEmpty else {
      throw Failure.refused([Finding(.permitOfCourse, .refusal, .oversight(.noPermit))])
    }
    return permits
  }

  func open(_ row: AgencyPermitLine) -> Step { .open(FormScreen(CompletedForm(of: row.permit))) }
}

/// A completed course with its computed totals, and what SM-21 lets the role do.
struct CompletedRecord: RecordDescription {
  static let name = "completed-record"
  let id: ID<CompletedCourse>
  let title: String

  init(_ id: ID<CompletedCourse>, _ title: String) {
    self.id = id
    self.title = title
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> RecordPage {
    guard let situation = try CompletedCourseLife.situation(of: id, records, context),
      let line = try records.completedCourse(id, in: context.actor.oversightReach)
    else { throw Failure.forbidden }
    let course = line.course
    let links =
      course.form.permit.map {
        [
          RecordPage.Item(
            Phrases.Oversight.permit,
            step: .open(RecordScreen(PermitRecord($0, course.form.title))))
        ]
      } ?? []
    return RecordPage(
      facts: Self.facts(line, situation, context.actor.role), links: links,
      actions: CompletedCourseLife.items(
        of: id, situation, context, name: { $0.name },
        fields: { $0 == .edit ? .open(FormScreen(CompletedForm(course))) : nil }),
      history: try records.past(of: "completed_course", id.rawValue))
  }

  private static func facts(
    _ line: CompletedLine, _ situation: Situation<CompletedCourseLife>, _ role: Role
  ) -> [RecordPage.Fact] {
    let (course, form) = (line.course, line.course.form)
    func said(_ flag: Bool) -> String { flag ? Phrases.yes : Phrases.no }
    let next = Phrases.OversightNext.step(
      course.state, isReturned: !course.reason.isEmpty, for: role)
    let facts: [RecordPage.Fact] = [
      .init(Phrases.Oversight.courseState, course.state.name, tone: .strong),
      .init(Phrases.Oversight.reason, course.reason, tone: .warning),
      .init(Phrases.OversightNext.label, next ?? "", tone: .strong),
      .init(Phrases.Oversight.agency, line.agencyName),
      .init(Phrases.Oversight.start, form.start.said), .init(Phrases.Oversight.end, form.end.said),
      .init(Phrases.Oversight.quarter, Phrases.Oversight.quarterOf(form.quarter)),
      .init(Phrases.Oversight.deadline, situation.facts.due.said),
      .init(Phrases.Oversight.group, form.group.name),
      .init(Phrases.Oversight.courseTitle, form.title),
      .init(Phrases.Oversight.hours, form.hours.said),
      .init(Phrases.Oversight.mode, form.mode.name),
      .init(Phrases.Oversight.organiser, form.organiser.said),
      .init(Phrases.Oversight.instructor, line.instructorName),
      .init(Phrases.Oversight.inCalendar, said(form.isInCalendar)),
      .init(Phrases.Oversight.evaluated, said(form.isEvaluated)),
      .init(Phrases.Oversight.certified, said(form.isInstructorCertified)),
      .init(Phrases.Oversight.managersCount, form.managers.said),
      .init(Phrases.Oversight.staffCount, form.staff.said),
      .init(Phrases.Oversight.total, form.total.said, tone: .good),
      .init(Phrases.Oversight.personHours, form.personHours.said, tone: .good),
      .init(Phrases.Oversight.source, course.source.name),
    ]
    return facts.filter { !$0.value.isEmpty }
  }
}

extension CompletedCourseLife {
  /// Throws unless whoever is signed in records completed courses.
  static func mayCreate(_ context: Context) throws(Failure) {
    guard roles(for: .create).contains(context.actor.role), !context.actor.mustChangePassword
    else { throw .forbidden }
  }
}

/// «ذخیره و خروج»: the days first, then the course as its permit has it, then who took part (S5-4).
struct CompletedForm: FormDescription {
  struct Draft: Sendable {
    var form: CompletedCourse.Form
    var start: JalaliDate?
    var end: JalaliDate?
    var mode: OversightMode?
    var organiser: Organiser?
    var organiserName: String
    var instructor: ID<OversightInstructor>?
    var isInCalendar: Bool?
    var isEvaluated: Bool?
    var isCertified: Bool?
  }

  struct Lists: Sendable {
    var instructors: [OversightInstructorLine]
    var today: JalaliDate
  }

  static let name = "completed-form"
  /// As it is; nil for a new one.
  let before: CompletedCourse?
  /// The permit that a new one is filled in from.
  let permit: Permit?

  init(_ before: CompletedCourse) {
    self.before = before
    permit = nil
  }

  init(of permit: Permit) {
    before = nil
    self.permit = permit
  }

  var title: String {
    (before == nil ? CompletedCourseLife.Action.create : CompletedCourseLife.Action.edit).name
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, Lists) {
    try context.require(.viewOversight)
    let filled = permit.map { CompletedCourse.Form(of: $0, on: context.today) }
    guard var form = before?.form ?? filled else { throw Failure.forbidden }
    let instructors = try records.oversightInstructors(in: context.actor.oversightReach)
    if before == nil {
      form.isInstructorCertified =
        instructors.first { $0.instructor.id == form.instructor }?.instructor.isCertified ?? false
    }
    return (
      Draft(
        form: form, start: form.start, end: form.end, mode: form.mode,
        organiser: form.organiser.code, organiserName: form.organiser.name,
        instructor: form.instructor, isInCalendar: form.isInCalendar,
        isEvaluated: form.isEvaluated, isCertified: form.isInstructorCertified),
      Lists(instructors: instructors, today: context.today)
    )
  }

  func fields(_ lists: Lists) -> [Field<Draft>] {
    let group = (before?.form.group ?? permit?.form.group) ?? .general
    let hours: Field<Draft> =
      group.isTyped
      ? .number(Phrases.Oversight.hours, \.form.hours, in: 1...10_000)
      : .fixed(Phrases.Oversight.hours) { $0.form.hours.said }
    return [
      .day(Phrases.Oversight.start, \.start, today: lists.today).required(),
      .day(Phrases.Oversight.end, \.end, today: lists.today).required(),
      .fixed(Phrases.Oversight.group) { $0.form.group.name },
      .fixed(Phrases.Oversight.courseTitle) { $0.form.title },
      hours,
      .pick(
        Phrases.Oversight.mode, \.mode, among: OversightMode.allCases.map { ($0, $0.name) }
      ).required(),
    ] + PermitForm.organiser(\.organiser, \.organiserName) + [
      .choice(Phrases.Oversight.instructor, \.instructor) { _ in
        lists.instructors.map { (value: $0.instructor.id, item: Picker.Item($0.said)) }
      }
    ] + flags + [
      .number(Phrases.Oversight.managersCount, \.form.managers, in: -1_000...1_000_000),
      .number(Phrases.Oversight.staffCount, \.form.staff, in: -1_000...1_000_000),
      .fixed(Phrases.Oversight.total) { $0.form.total.said },
      .fixed(Phrases.Oversight.personHours) { $0.form.personHours.said },
    ]
  }

  private var flags: [Field<Draft>] {
    let answers = [(true, Phrases.yes), (false, Phrases.no)]
    return [
      .pick(Phrases.Oversight.inCalendar, \.isInCalendar, among: answers),
      .pick(Phrases.Oversight.evaluated, \.isEvaluated, among: answers),
      .pick(Phrases.Oversight.certified, \.isCertified, among: answers),
    ]
  }

  /// Whatever a rule already says of what is filled in, warnings too.
  func remarks(
    _ draft: Draft, _ records: borrowing Reading, _ context: Context
  ) throws -> [FormRemark] {
    guard let form = Self.form(of: draft) else { return [] }
    let id = before?.id ?? ID(rawValue: 0)
    let agency = before?.agency ?? context.actor.unit
    var course = CompletedCourse(
      id: id, agency: agency, form: form, registered: context.today)
    course.reason = before?.reason ?? ""
    let facts = try CompletedCourseLife.facts(of: course, records, context)
    return [ApprovedPermit().findings(in: facts), CompletedInTime().findings(in: facts)]
      .flatMap { $0 }.map(FormRemark.init)
  }

  private static func form(of draft: Draft) -> CompletedCourse.Form? {
    guard let start = draft.start, let end = draft.end, let mode = draft.mode,
      let organiser = draft.organiser
    else { return nil }
    var form = draft.form
    (form.start, form.end, form.mode) = (start, end, mode)
    form.organiser = OrganiserMark(organiser, name: Normalizer.line(draft.organiserName))
    form.instructor = draft.instructor
    form.isInCalendar = draft.isInCalendar ?? false
    form.isEvaluated = draft.isEvaluated ?? false
    form.isInstructorCertified = draft.isCertified ?? false
    return form
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    guard let form = Self.form(of: draft) else {
      return .failure(.complaint(field: "start", .empty))
    }
    guard let before else {
      return portal.perform(RecordCompletedCourse(form))
        .map { _ in .notice(Phrases.Oversight.totals(form), .good) }
    }
    return portal.perform(EditCompletedCourse(before, form))
      .map { _ in .notice(Phrases.Oversight.totals(form), .good) }
  }
}
