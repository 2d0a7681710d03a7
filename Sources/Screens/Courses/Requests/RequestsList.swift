import Persian
import Store
import TerminalKit
import Training
import UseCases

/// A request with its state on the day.
struct RequestRow: Sendable {
  let line: RequestLine
  let state: CourseRequestLife.State
}

/// «دوره‌های درخواستی», for offices and for course managers; where Enter leads is its purpose.
struct RequestsList: PagedListDescription {
  enum Command: String, CommandSet {
    case factors, classes, year
    var help: String {
      switch self {
      case .factors: Phrases.Factors.title
      case .classes: Phrases.Classes.title
      case .year: Phrases.Years.turn
      }
    }
  }

  /// Which item of the menu the list stands for.
  enum Purpose: Sendable {
    /// «دوره‌های درخواستی», or «درخواست دوره» in the section of course managers.
    case requests
    /// «تایید دوره»: those that wait for the province.
    case approval
    /// «عوامل اجرا».
    case factors
  }

  static let name = "requests"
  let role: Role
  let purpose: Purpose
  private let years: YearChoice

  init(_ role: Role, for purpose: Purpose = .requests, _ years: YearChoice = YearChoice()) {
    self.role = role
    self.purpose = purpose
    self.years = years
  }

  var title: String { years.titled(titleOfMenu) }

  /// As the menu has it, for all years.
  var titleOfMenu: String {
    switch purpose {
    case .requests:
      role == .courseManager ? CourseRequestLife.Action.request.name : Phrases.Requests.title
    case .approval: CourseRequestLife.Action.approve.name
    case .factors: Phrases.Factors.titleOfManager
    }
  }

  var columns: [Column<RequestRow>] {
    let code = Column<RequestRow>(
      Phrases.Catalogue.code, width: 9, direction: .ltr,
      text: { Digits.persian($0.line.course.code) })
    let title = Column<RequestRow>(
      Phrases.Catalogue.courseTitle, text: { $0.line.course.title })
    let unit = Column<RequestRow>(Phrases.Courses.unit, width: 16, text: { $0.line.unitName })
    // Whoever works in one office needs no column for it.
    let isOfOne = role == .expert || role == .courseManager
    return [code, title] + (isOfOne ? [] : [unit]) + [
      Column(
        Phrases.Classes.state, width: 21, tone: { $0.state.tone }, text: { $0.state.name }),
      Column(
        Phrases.Requests.from, width: 10, direction: .ltr, text: { $0.line.request.from.said }),
      Column(
        Phrases.Requests.learners, width: 7, alignment: .centre,
        text: { Phrases.Classes.places($0.line.enrolled, of: $0.line.request.quota) }),
    ]
  }

  func identity(of row: RequestRow) -> Int64 { row.line.request.id.rawValue }

  func page(
    _ request: TableRequest<RequestRow>, of query: TableQuery, _ records: borrowing Reading,
    _ context: Context
  ) throws -> [RequestRow] {
    try context.require(.viewRequests)
    let today = context.today
    var filter = RequestFilter(text: query.filter)
    if purpose == .approval {
      // What waits for the province waits in any year.
      filter.states = [.awaitingProvince]
    } else {
      years.narrow(&filter, on: today)
    }
    return try records.requests(
      in: context.actor.courseReach, filter, on: today, page: request.page(\.line.request),
      limit: request.count
    ).map { RequestRow(line: $0, state: $0.state(on: today)) }
  }

  func open(_ row: RequestRow) -> Step {
    purpose == .factors
      ? .open(ListScreen(FactorsList(row.line, role)))
      : .open(RecordScreen(RequestRecord(row.line)))
  }

  func perform(_ command: Command, on rows: [RequestRow]) -> Step {
    if let reason = reasonClosed(command, on: rows) { return .notice(reason, .warning) }
    if command == .year {
      return .replace(ListScreen(RequestsList(role, for: purpose, years.turned)))
    }
    guard let row = rows.first else { return .none }
    return command == .factors
      ? .open(ListScreen(FactorsList(row.line, role)))
      : .open(ListScreen(ClassesList(role, for: .classes, of: row.line)))
  }

  func reasonClosed(_ command: Command, on rows: [RequestRow]) -> String? {
    if command == .year { return purpose == .approval ? Phrases.Requests.allWaiting : nil }
    return rows.isEmpty ? Phrases.chooseRowFirst : nil
  }
}

extension CourseRequestLife.State {
  var tone: Tone {
    switch self {
    case .awaitingProvince: .strong
    case .returned: .warning
    case .rejected, .cancelled, .finished: .dimmed
    case .approved, .announced, .running: .body
    }
  }
}

/// One course request: its form, its parts, and what SM-2 lets the role do.
struct RequestRecord: RecordDescription {
  static let name = "request-record"
  let id: ID<CourseRequest>
  let title: String

  init(_ line: RequestLine) {
    id = line.request.id
    title = line.course.title
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> RecordPage {
    try context.require(.viewRequests)
    guard let line = try records.request(id, in: context.actor.courseReach),
      let situation = try CourseRequestLife.situation(of: id, records, context)
    else { throw Failure.forbidden }
    let role = context.actor.role
    return RecordPage(
      facts: try facts(line, situation.state, records),
      links: parts(line, role) + CourseRequestLife.prints(in: situation.state, of: id)
        + preparation(line, role),
      actions: CourseRequestLife.items(
        of: id, situation, context, name: { $0.name },
        fields: { action in
          action == .announce
            ? .open(FormScreen(AnnounceForm(id)))
            : .open(FormScreen(RequestForm(.change(id, action))))
        }) + (try planItem(line, records, context)),
      history: try records.past(of: "course_request", id.rawValue))
  }

  private func parts(_ line: RequestLine, _ role: Role) -> [RecordPage.Item] {
    [
      .init(Phrases.Factors.title, step: .open(ListScreen(FactorsList(line, role)))),
      .init(
        Phrases.Classes.title,
        step: .open(ListScreen(ClassesList(role, for: .classes, of: line)))),
    ]
  }

  private func preparation(_ line: RequestLine, _ role: Role) -> [RecordPage.Item] {
    guard Permission.editPreparation.isHeld(by: role) else { return [] }
    return [
      .init(Phrases.Preparing.title, step: .open(ListScreen(PreparationList(line, role))))
    ]
  }

  /// The executive programme, or what makes one.
  private func planItem(
    _ line: RequestLine, _ records: borrowing some Querying & ~Copyable, _ context: Context
  ) throws -> [RecordPage.Item] {
    if let plan = try records.plan(of: id) {
      return [
        .init(
          Phrases.Plan.title, step: .open(RecordScreen(PlanRecord(plan.id, line.course.title))))
      ]
    }
    guard ExecutivePlanLife.roles(for: .compile).contains(context.actor.role) else { return [] }
    let hasForm = line.request.form != nil
    let title = hasForm ? Phrases.Plan.copy : Phrases.Plan.compile
    let question = AskScreen(
      Phrases.Record.question(title, line.course.title), yes: Phrases.Plan.compile
    ) { [id] portal, _ in
      portal.perform(CompilePlan(id)).map { done in
        .open(RecordScreen(PlanRecord(done.outcome, line.course.title)))
      }
    }
    let facts = ExecutivePlanLife.Facts(
      plan: ExecutivePlan(
        id: ID(rawValue: 0), request: id, learnerCount: line.request.quota,
        classCount: line.request.classCount),
      request: line.request, requestState: line.state(on: context.today), course: line.course)
    return [.init(title, step: .open(question), findings: PlanAllowed().findings(in: facts))]
  }

  private func facts(
    _ line: RequestLine, _ state: CourseRequestLife.State,
    _ records: borrowing some Querying & ~Copyable
  ) throws -> [RecordPage.Fact] {
    let (request, course) = (line.request, line.course)
    var facts: [RecordPage.Fact] = [
      .init(Phrases.Classes.state, state.name, tone: .strong),
      .init(Phrases.Catalogue.code, Digits.persian(course.code)),
      .init(Phrases.Catalogue.hours, HourMinute.text(course.minutes)),
      .init(Phrases.Courses.unit, line.unitName),
      .init(Phrases.Requests.interval, Phrases.Courses.interval(request.from, request.to)),
      .init(
        Phrases.Requests.classCount,
        Phrases.Requests.classesDefined(line.classes, of: request.classCount)),
      .init(Phrases.Requests.classCapacity, request.classCapacity.said),
      .init(
        Phrases.Requests.quota, Phrases.Classes.enrolledOf(line.enrolled, request.quota, guests: 0)),
      .init(
        Phrases.Requests.guests,
        request.guestCapacity == 0 ? Phrases.Requests.noGuests : request.guestCapacity.said),
      .init(Phrases.Requests.method, request.method.name),
      .init(Phrases.Requests.mode, try records.title(of: request.mode)),
      .init(
        Phrases.Factors.manager, line.managerName.isEmpty ? Phrases.Factors.none : line.managerName,
        tone: line.managerName.isEmpty && state.isLive ? .warning : .body),
    ]
    if let id = request.form, let form = try records.formOne(id) {
      facts.append(.init(Phrases.FormsOne.form, Phrases.FormsOne.choice(form)))
    }
    if !request.costProvision.isEmpty {
      facts.append(.init(Phrases.Requests.cost, request.costProvision))
    }
    if !request.conditions.isEmpty {
      let titles = try records.conditionChoices()
      let said = request.conditions.map { condition in
        titles.first { $0.0 == condition }?.1 ?? condition.value
      }
      facts.append(.init(Phrases.Requests.conditions, Say.list(said)))
    }
    if !request.reason.isEmpty {
      facts.append(.init(Phrases.Requests.reason, request.reason, tone: .warning))
    }
    return facts
  }
}

extension Querying where Self: ~Copyable {
  /// The title of a delivery mode in the editable list.
  func title(of mode: DeliveryMode) throws -> String {
    try items(of: "delivery-mode").first { $0.code == mode.rawValue }?.title ?? mode.name
  }

  /// Every condition that a request may set, with what it is called.
  func conditionChoices() throws -> [(CourseCondition, String)] {
    var choices: [(CourseCondition, String)] = []
    for kind in CourseCondition.Kind.allCases {
      choices += try items(of: kind.list).map {
        (CourseCondition(kind, $0.code), "\(kind.name): \($0.title)")
      }
    }
    return choices
  }
}
