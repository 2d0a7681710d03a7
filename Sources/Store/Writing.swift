import CSQLite
public import Training

/// A transaction that may change the records; valid only inside the closure it is lent to.
///
/// The writes of each aggregate are extensions of this type, written with `run`.
public struct Writing: Querying, ~Copyable {
  public let access: Access
  let transaction: Transaction

  /// The time of the change in milliseconds since 1970; that of the first performance where work is
  /// performed again.
  public var moment: Int64 { transaction.workMoment }

  /// Says when the work that follows was done.
  public func act(at moment: Int64) { transaction.workMoment = moment }

  /// An id that no other office will give: `replica << 32 | counter`.
  public func newID<Entity>(_ entity: Entity.Type = Entity.self) throws(StoreError) -> ID<Entity> {
    ID(rawValue: try transaction.newID())
  }

  /// Runs a statement and answers how many rows it changed.
  @discardableResult
  package func run(
    _ sql: String, _ arguments: [any Storable] = []
  ) throws(StoreError) -> Int {
    try connection.run(sql, arguments)
  }

  /// Writes what was changed since the last entry of this transaction into the journal.
  ///
  /// - Returns: The number of the entry in this file.
  /// - Throws: `StoreError.tooLarge` above 5,000 rows: cut bulk work into a batch of entries.
  @discardableResult
  public func journal(_ cause: Cause) throws(StoreError) -> Int64 {
    try transaction.journal(cause)
  }
}
