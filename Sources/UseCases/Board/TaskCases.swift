import Persian
public import Store
public import Training

extension Actor {
  /// Which tasks the account sees.
  public var taskReach: TaskReach {
    let hasOffice = Permission.viewRequests.isHeld(by: role) && role != .courseManager
    return TaskReach(
      role: role, unit: unit, person: person, account: account,
      office: hasOffice || role == .administrator ? scope : nil)
  }
}

/// Asks a person or an office to do something (S0-16).
public struct AssignTask: UseCase {
  public static let name = "task.assign"
  public private(set) var task: WorkTask

  /// - Parameter task: Its id, day and author are set here.
  public init(_ task: WorkTask) {
    self.task = task
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    if task.id.rawValue == 0 { task.id = try records.newID() }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.require(.assignTasks)
    // Work is asked of one's own office, of those below, and of the one above it.
    guard try records.contains(context.actor.scope, unit: task.unit) || isAbove(records, context)
    else { throw Failure.forbidden }
  }

  private func isAbove(_ records: borrowing Writing, _ context: Context) throws -> Bool {
    guard let own = try records.unit(context.actor.unit) else { return false }
    return own.path.units.contains(task.unit)
  }

  /// - Returns: The id of the task.
  public func run(_ records: borrowing Writing, _ context: Context) throws -> ID<WorkTask> {
    var task = task
    task.title = Normalizer.line(task.title)
    guard !task.title.isEmpty else { throw Failure.complaint(field: "title", .empty) }
    task.made = context.today
    task.author = context.actor.account
    task.done = nil
    task.answer = ""
    if let due = task.due, due < context.today {
      throw Failure.refused([Finding(.deadlines, .refusal, .portal(.dueBeforeToday(due)))])
    }
    try records.insert(task)
    return task.id
  }
}

/// Says that a task is done, with what came of it.
public struct FinishTask: UseCase {
  public static let name = "task.finish"
  public var task: ID<WorkTask>
  public var answer: String

  public init(_ task: ID<WorkTask>, answer: String = "") {
    self.task = task
    self.answer = answer
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.require(.finishTasks)
    let actor = context.actor
    guard let task = try records.task(task, in: actor.taskReach)?.task else {
      throw Failure.forbidden
    }
    // Whoever was asked finishes it, or whoever asked; onlookers of the same office do not.
    let isAsked =
      task.role == actor.role
      && (task.person.map { $0 == actor.person } ?? (task.unit == actor.unit))
    guard isAsked || task.author == actor.account else { throw Failure.forbidden }
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    guard let line = try records.task(task, in: context.actor.taskReach) else {
      throw Failure.forbidden
    }
    guard line.task.done == nil else {
      throw Failure.refused([Finding(.deadlines, .refusal, .portal(.taskDone))])
    }
    var after = line.task
    after.done = context.today
    after.answer = Normalizer.line(answer)
    try Failure.check(try records.update(line.task, to: after), on: line.task.title)
  }
}
