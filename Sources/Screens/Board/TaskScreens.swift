import Persian
import Store
import TerminalKit
import Training
import UseCases

/// «کارها»: what is asked of the person and the office, and what they asked for (S0-16).
struct TasksList: ListDescription {
  enum Command: String, CommandSet {
    case assign, finish, all
    var help: String {
      switch self {
      case .assign: Phrases.Tasks.assign
      case .finish: Phrases.Tasks.finish
      case .all: Phrases.Tasks.all
      }
    }
  }

  struct Row: Sendable {
    let line: TaskLine
    let today: JalaliDate

    /// Days left; nil without a last day, or once it is done.
    var left: Int? { line.task.done == nil ? line.task.due.map { today.days(to: $0) } : nil }
  }

  static let name = "tasks"
  let title = Phrases.Tasks.title
  let role: Role
  /// Whether those that are done are shown too.
  let showsDone: Bool

  init(_ role: Role, showsDone: Bool = false) {
    self.role = role
    self.showsDone = showsDone
  }

  let columns: [Column<Row>] = [
    Column(Phrases.Tasks.subject, text: { $0.line.task.title }),
    Column(
      Phrases.Tasks.assignee, width: 22, text: { Phrases.Tasks.assignee($0.line) }),
    Column(
      Phrases.Radar.due, width: 10, direction: .ltr,
      sortedBy: { $0.line.task.due.map { .number($0.dayNumber) } ?? .nothing },
      text: { $0.line.task.due?.said ?? "—" }),
    Column(
      Phrases.Radar.standing, width: 14, tone: { $0.left?.standingTone ?? .dimmed },
      text: { row in
        row.line.task.done.map { Phrases.Tasks.done($0) }
          ?? row.left.map { Phrases.Radar.left($0) } ?? Phrases.Tasks.noDue
      }),
  ]

  func identity(of row: Row) -> Int64 { row.line.task.id.rawValue }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [Row] {
    try context.require(.finishTasks)
    return try records.tasks(in: context.actor.taskReach, openOnly: !showsDone)
      .map { Row(line: $0, today: context.today) }
  }

  func open(_ row: Row) -> Step { .open(RecordScreen(TaskRecord(row.line))) }

  func perform(_ command: Command, on rows: [Row]) -> Step {
    switch (command, rows.first) {
    case (.assign, _):
      Permission.assignTasks.isHeld(by: role)
        ? .open(FormScreen(TaskForm())) : .notice(Phrases.Tasks.onlyOffices, .warning)
    case (.all, _): .replace(ListScreen(TasksList(role, showsDone: !showsDone)))
    case (.finish, let row?): .open(FormScreen(FinishTaskForm(row.line.task)))
    case (.finish, nil): .notice(Phrases.chooseRowFirst, .warning)
    }
  }

  func reasonClosed(_ command: Command, on rows: [Row]) -> String? {
    switch command {
    case .assign: Permission.assignTasks.isHeld(by: role) ? nil : Phrases.Tasks.onlyOffices
    case .all: nil
    case .finish:
      rows.first.map { $0.line.task.done == nil ? nil : PortalReason.taskDone.sentence }
        ?? Phrases.chooseRowFirst
    }
  }
}

/// One task: what is asked, of whom, about which record, and what came of it.
struct TaskRecord: RecordDescription {
  static let name = "task"
  let id: ID<WorkTask>
  let title: String

  init(_ line: TaskLine) {
    id = line.task.id
    title = line.task.title
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> RecordPage {
    guard let line = try records.task(id, in: context.actor.taskReach) else {
      throw Failure.forbidden
    }
    let task = line.task
    let author = try records.actor(task.author)
    var facts: [RecordPage.Fact] = [
      .init(Phrases.Tasks.kind, task.kind.name),
      .init(Phrases.Tasks.assigneeLabel, Phrases.Tasks.assignee(line), tone: .strong),
      .init(
        Phrases.Tasks.author, Phrases.Tasks.author(author?.name ?? "", author?.role.name ?? "")),
      .init(Phrases.Tasks.made, task.made.said),
    ]
    if let due = task.due {
      let left = context.today.days(to: due)
      facts.append(
        .init(
          Phrases.Radar.due,
          task.done == nil ? "\(due.said) — \(Phrases.Radar.left(left))" : due.said,
          tone: task.done == nil ? left.standingTone : .body))
    }
    if !task.note.isEmpty { facts.append(.init(Phrases.Tasks.note, task.note)) }
    if let done = task.done {
      facts.append(.init(Phrases.Tasks.finish, done.said, tone: .good))
      if !task.answer.isEmpty { facts.append(.init(Phrases.Tasks.answer, task.answer)) }
    }
    let role = context.actor.role
    let links = task.link.map {
      [RecordPage.Item(Phrases.Tasks.openRecord, step: RecordDoor.step(to: $0, for: role))]
    }
    let isDone = task.done != nil
    return RecordPage(
      facts: facts, links: links ?? [],
      actions: [
        RecordPage.Item(
          Phrases.Tasks.finish, step: .open(FormScreen(FinishTaskForm(task))),
          findings: isDone ? [Finding(.deadlines, .refusal, .portal(.taskDone))] : [])
      ],
      history: try records.past(of: "task", id.rawValue))
  }
}

/// What came of a task.
struct FinishTaskForm: FormDescription {
  struct Draft: Sendable {
    var answer = ""
  }

  static let name = "task-finish"
  let task: WorkTask
  var title: String { "\(Phrases.Tasks.finish): \(task.title)" }

  init(_ task: WorkTask) { self.task = task }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, Void) {
    (Draft(), ())
  }

  func fields(_ lists: Void) -> [Field<Draft>] {
    [.text(Phrases.Tasks.answer, \.answer, limit: 300).hinted(Phrases.Tasks.answerHint)]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    portal.perform(FinishTask(task.id, answer: draft.answer))
      .map { _ in .notice(Phrases.saved, .good) }
  }
}

/// A task for an office or a person of one's own line of offices.
struct TaskForm: FormDescription {
  /// Who can be asked: the expert of an office, or a manager or instructor by name.
  struct Assignee: Hashable, Sendable {
    var role: Role
    var unit: ID<Unit>
    var person: ID<Person>?
  }

  struct Draft: Sendable {
    var title = ""
    var assignee: Assignee?
    var due: JalaliDate?
    var note = ""
  }

  struct Lists: Sendable {
    var assignees: [(Assignee, String)]
    var today: JalaliDate
  }

  static let name = "task-form"
  let submission: String? = Phrases.Submission.entrust
  let title = Phrases.Tasks.assign
  /// The record it is about; nil for a task by itself.
  var link: RecordLink?

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, Lists) {
    try context.require(.assignTasks)
    let actor = context.actor
    var units = try records.units(in: actor.scope)
    for id in try records.unit(actor.unit)?.path.units.dropLast() ?? [] {
      if let unit = try records.unit(id) { units.insert(unit, at: 0) }
    }
    var assignees: [(Assignee, String)] = []
    for unit in units {
      guard let role = unit.kind.expertRole else { continue }
      assignees.append((Assignee(role: role, unit: unit.id), "\(role.name) — \(unit.name)"))
    }
    for account in try records.accounts(in: actor.scope)
    where [.courseManager, .instructor].contains(account.role) && account.state != .inactive {
      guard let person = account.person, let who = try records.actor(of: account) else { continue }
      assignees.append(
        (
          Assignee(role: account.role, unit: account.unit, person: person),
          "\(who.name) (\(who.role.name))"
        ))
    }
    return (Draft(), Lists(assignees: assignees, today: context.today))
  }

  func fields(_ lists: Lists) -> [Field<Draft>] {
    [
      .text(Phrases.Tasks.subject, \.title, limit: 150).required(),
      .pick(Phrases.Tasks.assigneeLabel, \.assignee, among: lists.assignees).required(),
      .day(Phrases.Radar.due, \.due, today: lists.today),
      .text(Phrases.Tasks.note, \.note, limit: 500),
    ]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    guard let assignee = draft.assignee else {
      return .failure(.complaint(field: "assignee", .empty))
    }
    let task = WorkTask(
      title: draft.title, note: Normalizer.line(draft.note), link: link, role: assignee.role,
      unit: assignee.unit, person: assignee.person, due: draft.due, made: portal.today,
      author: ID(rawValue: 0))
    return portal.perform(AssignTask(task)).map { _ in .notice(Phrases.Tasks.assigned, .good) }
  }
}

extension Training.Unit.Kind {
  /// The role that works at offices of this kind; nil where nobody logs in for the office itself.
  var expertRole: Role? {
    switch self {
    case .ministry: .ministryExpert
    case .province: .provincialExpert
    case .district: .expert
    case .school, .centre, .oversight, .agency: nil
    }
  }
}
