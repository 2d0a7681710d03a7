public import Store
public import Training

/// Performs one action on several records at once: on all of them, or on none.
public struct AdvanceAll<Life: RecordedLife>: UseCase {
  public static var name: String { "advance-all.\(Life.name)" }

  public let records: [ID<Life.Record>]
  public let action: Life.Action

  public init(_ records: [ID<Life.Record>], _ action: Life.Action) {
    self.records = records
    self.action = action
  }

  private var steps: [Advance<Life>] { records.map { Advance($0, action) } }

  /// As every line of this action says.
  public var isReversible: Bool { steps.allSatisfy(\.isReversible) }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try Life.require(action, context)
    for step in steps { try step.authorise(records, context) }
  }

  /// - Returns: The steps that the histories show.
  public func run(_ records: borrowing Writing, _ context: Context) throws -> [LifeStep] {
    var taken: [LifeStep] = []
    for step in steps { taken.append(try step.run(records, context)) }
    return taken
  }
}
