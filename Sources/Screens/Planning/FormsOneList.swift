import Persian
import Store
import TerminalKit
import Training
import UseCases

/// «فرم‌های شمارهٔ ۱»: the written requests of units, with how far each is (S2-1.2).
struct FormsOneList: PagedListDescription {
  enum Command: String, CommandSet {
    case add, year
    var help: String { self == .add ? Phrases.FormsOne.add : Phrases.Years.turn }
  }

  static let name = "forms-one"
  var title: String { years.titled(Phrases.FormsOne.title) }
  let role: Role
  private let years: YearChoice

  init(_ role: Role, _ years: YearChoice = YearChoice()) {
    self.role = role
    self.years = years
  }

  var columns: [Column<FormOneLine>] {
    let unit = Column<FormOneLine>(Phrases.Courses.unit, width: 16, text: { $0.unitName })
    return [
      Column(
        Phrases.FormsOne.registered, width: 10, direction: .ltr, text: { $0.form.registered.said }),
      Column(Phrases.FormsOne.requester, text: { $0.form.requester }),
      Column(Phrases.FormsOne.wanted, text: { $0.course?.title ?? $0.form.title }),
      Column(
        Phrases.Requests.learners, width: 6, alignment: .centre,
        text: { $0.form.learnerCount.said }),
      Column(
        Phrases.Classes.state, width: 20, tone: { $0.form.state.tone },
        text: { $0.form.state.name }),
    ] + (role == .expert ? [] : [unit])
  }

  func identity(of row: FormOneLine) -> Int64 { row.form.id.rawValue }

  func page(
    _ request: TableRequest<FormOneLine>, of query: TableQuery, _ records: borrowing Reading,
    _ context: Context
  ) throws -> [FormOneLine] {
    try context.require(.viewForms)
    return try records.formsOne(
      in: context.actor.scope, matching: query.filter, days: years.days(on: context.today),
      page: request.page(\.form), limit: request.count)
  }

  func open(_ row: FormOneLine) -> Step { .open(RecordScreen(FormOneRecord(row))) }

  func perform(_ command: Command, on rows: [FormOneLine]) -> Step {
    if let reason = reasonClosed(command, on: rows) { return .notice(reason, .warning) }
    return command == .year
      ? .replace(ListScreen(FormsOneList(role, years.turned)))
      : .open(FormScreen(FormOneForm(.register)))
  }

  func reasonClosed(_ command: Command, on rows: [FormOneLine]) -> String? {
    command == .year || FormOneLife.roles(for: .register).contains(role)
      ? nil : Phrases.Catalogue.onlyExpert
  }
}

extension FormOneLife.State {
  var tone: Tone {
    switch self {
    case .registered, .agreed, .memorandum: .strong
    case .rejected: .dimmed
    case .requested: .body
    }
  }
}

/// One Form 1: what was asked, decided and agreed, and what SM-2a lets the role do.
struct FormOneRecord: RecordDescription {
  static let name = "form-one-record"
  let id: ID<FormOne>
  let title: String

  init(_ line: FormOneLine) {
    id = line.form.id
    title = "\(Phrases.FormsOne.form): \(line.form.title)"
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> RecordPage {
    try context.require(.viewForms)
    guard let line = try records.formOne(id, in: context.actor.scope),
      let situation = try FormOneLife.situation(of: id, records, context)
    else { throw Failure.forbidden }
    return RecordPage(
      facts: try facts(line, records), links: try links(line, records, context),
      // What the rules ask for is typed into the forms behind these, so none is closed before.
      actions: situation.choices(context).compactMap { choice in
        Self.step(choice.action, line).map { RecordPage.Item(choice.action.name, step: $0) }
      } + request(line, context) + prints(line.form),
      history: try records.past(of: "form_one", id.rawValue))
  }

  private static func step(_ action: FormOneLife.Action, _ line: FormOneLine) -> Step? {
    switch action {
    case .edit: .open(FormScreen(FormOneForm(.edit(line.form))))
    case .agree, .disagree: .open(FormScreen(DecisionForm(action, line.form)))
    case .conclude: .open(FormScreen(MemorandumForm(line.form)))
    case .schedule: .open(FormScreen(ScheduleForm(line.form)))
    case .register, .request: nil
    }
  }

  private func links(
    _ line: FormOneLine, _ records: borrowing some Querying & ~Copyable, _ context: Context
  ) throws -> [RecordPage.Item] {
    guard let id = line.request,
      let request = try records.request(id, in: context.actor.courseReach)
    else { return [] }
    return [
      .init(Phrases.FormsOne.toRequest, step: .open(RecordScreen(RequestRecord(request))))
    ]
  }

  /// The papers of the form; a memorandum is printed once it is concluded.
  private func prints(_ form: FormOne) -> [RecordPage.Item] {
    let paper = RecordPage.Item(
      Phrases.Prints.formOne, step: .open(LetterScreen(FormOnePaper(form.id))))
    guard !form.memorandum.number.isEmpty else { return [paper] }
    return [
      paper,
      .init(Phrases.Prints.memorandum, step: .open(LetterScreen(MemorandumPaper(form)))),
    ]
  }

  /// The request in LTMS, which ends the table.
  private func request(_ line: FormOneLine, _ context: Context) -> [RecordPage.Item] {
    let isNext = FormOneLife.table.contains {
      $0.action == .request && $0.leaves(line.form.state)
        && $0.roles.contains(context.actor.role)
    }
    guard isNext, let course = line.course else { return [] }
    return [
      .init(
        FormOneLife.Action.request.name,
        step: .open(FormScreen(RequestForm(.send(course, line.form)))))
    ]
  }

  private func facts(
    _ line: FormOneLine, _ records: borrowing some Querying & ~Copyable
  ) throws -> [RecordPage.Fact] {
    let form = line.form
    let titles = try records.conditionChoices()
    let conditions = form.conditions.map { condition in
      titles.first { $0.0 == condition }?.1 ?? condition.value
    }
    func later(_ label: String, _ text: String) -> RecordPage.Fact {
      text.isEmpty
        ? .init(label, Phrases.FormsOne.notYet, tone: .warning) : .init(label, text)
    }
    var time = ""
    if let from = form.from, let to = form.to { time = Phrases.Courses.interval(from, to) }
    var facts: [RecordPage.Fact] = [
      .init(Phrases.Classes.state, form.state.name, tone: .strong),
      .init(Phrases.FormsOne.requester, form.requester),
      .init(Phrases.FormsOne.wanted, form.title),
      .init(Phrases.FormsOne.learnerCount, form.learnerCount.said),
      .init(Phrases.Requests.conditions, Say.list(conditions)),
      .init(Phrases.Requests.mode, try form.mode.map { try records.title(of: $0) } ?? ""),
      .init(Phrases.FormsOne.funding, form.funding),
      later(Phrases.FormsOne.time, time), later(Phrases.FormsOne.place, form.place),
    ]
    if let course = line.course {
      facts.append(
        .init(
          Phrases.FormsOne.agreedCourse,
          Phrases.Requests.course(course.title, Digits.persian(course.code), course.minutes)))
    }
    if !form.decision.meeting.isEmpty {
      facts.append(.init(Phrases.FormsOne.meeting, Phrases.FormsOne.meeting(form.decision)))
    }
    if !form.memorandum.number.isEmpty {
      facts += [
        .init(Phrases.FormsOne.number, form.memorandum.number),
        .init(Phrases.FormsOne.partyA, form.memorandum.partyA),
        .init(Phrases.FormsOne.partyB, form.memorandum.partyB),
      ]
    }
    if !form.reason.isEmpty {
      facts.append(.init(Phrases.Requests.reason, form.reason, tone: .warning))
    }
    return facts
  }
}
