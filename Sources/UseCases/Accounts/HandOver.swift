public import Store
public import Training

/// What goes from an account to its successor.
public struct HandOverPlan: Hashable, Sendable, Codable {
  /// Open tasks that were asked of the person by name.
  public var tasks: [WorkTask]
  /// The factors of the person in courses that are not over, with the titles of the courses.
  public var factors: [Factor]
  public var courses: [String]
  /// Courses in which the successor has the same duty already: there the old factor only ends.
  public var doubled: Set<ID<Factor>>

  public var isEmpty: Bool { tasks.isEmpty && factors.isEmpty }
}

/// Hands the open work of an account to a successor and ends the account: its tasks, and its part in
/// courses that are not over.
public struct HandOver: UseCase {
  public static let name = "account.hand-over"
  public var from: ID<Account>
  public var to: ID<Account>

  public init(from: ID<Account>, to: ID<Account>) {
    self.from = from
    self.to = to
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.require(.handOver)
    for id in [from, to] {
      guard let account = try records.account(id) else { throw Failure.forbidden }
      try context.requireReach(unit: account.unit, records)
    }
  }

  /// - Returns: What went over.
  public func run(_ records: borrowing Writing, _ context: Context) throws -> HandOverPlan {
    let plan = try Self.plan(from: from, to: to, records, context)
    guard let new = try records.account(to),
      let person = try new.person.flatMap({ try records.person($0) })
    else { throw StoreError.notFound }
    for task in plan.tasks {
      var after = task
      after.person = new.person
      after.unit = new.unit
      try Failure.check(try records.update(task, to: after), on: task.title)
    }
    for factor in plan.factors {
      var after = factor
      if plan.doubled.contains(factor.id) {
        after.isActive = false
      } else {
        after.person = person.id
        after.nationalCode = person.nationalCode
        after.fullName = person.name.inFull
      }
      try Failure.check(try records.update(factor, to: after), on: factor.fullName)
    }
    try records.setState(try context.advance(from, .deactivate, records), of: from)
    return plan
  }

  /// The dry run: what would go over.
  ///
  /// - Throws: `Failure.refused` when the two accounts are the same, of different roles, or the
  ///   successor's is not in use; `Failure.forbidden` out of reach.
  public static func plan(
    from: ID<Account>, to: ID<Account>, _ records: borrowing some Querying & ~Copyable,
    _ context: Context
  ) throws -> HandOverPlan {
    try context.require(.handOver)
    guard let old = try records.account(from), let new = try records.account(to) else {
      throw Failure.forbidden
    }
    for unit in [old.unit, new.unit] { try context.requireReach(unit: unit, records) }
    guard old.id != new.id, old.role == new.role, new.state != .inactive, new.person != nil,
      old.person != new.person
    else { throw Failure.refused([Finding(.login, .refusal, .portal(.noSuccessor))]) }
    var plan = HandOverPlan(tasks: [], factors: [], courses: [], doubled: [])
    guard let person = old.person else { return plan }
    plan.tasks = try records.openTasks(of: person, as: old.role)
    guard let duty = Factor.Duty(of: old.role) else { return plan }
    for (factor, title) in try records.liveFactors(of: person, duty) {
      plan.factors.append(factor)
      plan.courses.append(title)
      let others = try records.factors(of: factor.request)
      if others.contains(where: { $0.person == new.person && $0.duty == duty }) {
        plan.doubled.insert(factor.id)
      }
    }
    return plan
  }
}

extension Factor.Duty {
  /// The duty by which a role sees its courses; nil for offices.
  fileprivate init?(of role: Role) {
    switch role {
    case .courseManager: self = .manager
    case .instructor: self = .instructor
    default: return nil
    }
  }
}
