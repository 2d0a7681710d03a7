public import Store
public import Training

/// Performs an action of a state table on a record: the one way any state moves (design §5).
///
/// Actions that carry fields have use cases of their own, which end in the same table.
public struct Advance<Life: RecordedLife>: UseCase {
  public static var name: String { "advance.\(Life.name)" }

  public let record: ID<Life.Record>
  public let action: Life.Action

  public init(_ record: ID<Life.Record>, _ action: Life.Action) {
    self.record = record
    self.action = action
  }

  /// As every line of this action says.
  public var isReversible: Bool {
    Life.table.filter { $0.action == action }.allSatisfy { $0.traits.contains(.undoable) }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try Life.require(action, context)
    guard !Life.withFields.contains(action), try situation(records, context) != nil else {
      throw Failure.forbidden
    }
  }

  /// - Returns: The step that the history shows.
  public func run(_ records: borrowing Writing, _ context: Context) throws -> LifeStep {
    guard let situation = try situation(records, context) else { throw Failure.forbidden }
    let choice = try Life.open(action, in: situation.state, situation.facts, context)
    guard !choice.line.traits.contains(.automatic) else { throw Failure.forbidden }
    try Life.save(choice.line.to, of: record, situation, records, context)
    return choice.step
  }

  private func situation(
    _ records: borrowing Writing, _ context: Context
  ) throws -> Situation<Life>? {
    try Life.situation(of: record, records, context)
  }
}
