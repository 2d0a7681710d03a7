public import Store
public import Training

/// Takes down of learners that they signed at the first session, and what they need of the host
/// (S2-7.7a, S2-7.7c): one tick, or a column of them.
public struct TickFirstSession: UseCase {
  public struct Tick: Hashable, Sendable, Codable {
    public var enrolment: ID<Enrolment>
    public var column: FirstSessionTicks.Column
    public var value: Bool
    /// Of the row, where it may have to be made.
    fileprivate var id: Int64?

    public init(_ enrolment: ID<Enrolment>, _ column: FirstSessionTicks.Column, to value: Bool) {
      self.enrolment = enrolment
      self.column = column
      self.value = value
    }
  }

  public static let name = "first-session.tick"
  public var trainingClass: ID<TrainingClass>
  public private(set) var ticks: [Tick]

  public init(_ ticks: [Tick], in trainingClass: ID<TrainingClass>) {
    self.trainingClass = trainingClass
    self.ticks = ticks
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    for index in ticks.indices where ticks[index].id == nil && ticks[index].value {
      ticks[index].id = try records.newID(Tick.self).rawValue
    }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.require(.manageClass)
    _ = try context.trainingClass(trainingClass, records)
  }

  /// - Returns: How many ticks were changed; those that stood so already are passed over.
  public func run(_ records: borrowing Writing, _ context: Context) throws -> Int {
    try Self.findings(trainingClass, records, context).orRefuse()
    let own = Set(try records.enrolments(of: trainingClass).map(\.enrolment.id))
    var changed = 0
    for tick in ticks {
      guard own.contains(tick.enrolment) else { throw Failure.forbidden }
      let isNew = try records.tick(
        tick.enrolment, tick.column, to: tick.value, id: tick.id ?? 0)
      changed += isNew ? 1 : 0
    }
    return changed
  }

  /// Why nothing can be taken down just now: the first session has not come, or the class is closed.
  public static func findings(
    _ trainingClass: ID<TrainingClass>, _ records: borrowing some Querying & ~Copyable,
    _ context: Context
  ) throws -> [Finding] {
    let line = try context.trainingClass(trainingClass, records)
    guard let first = line.firstSession else {
      return [
        Finding(.firstSession, .refusal, .training(.noSession), remedy: .record(.session))
      ]
    }
    return MarkingFacts.policies.findings(
      in: MarkingFacts(
        session: first, classState: line.state(on: context.today), day: context.today))
  }
}
