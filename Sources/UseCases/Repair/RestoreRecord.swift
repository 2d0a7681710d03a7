public import Store
import Training

/// Puts one record of a backup back, with what belongs to it and is missing.
///
/// Only the owner of the file does so, in the office the backup is of: rows come as they were, past
/// every rule, so no server performs it for a station.
public struct RestoreRecord: UseCase {
  public static let name = "record.restore"
  public var record: BackedUpRecord

  public init(_ record: BackedUpRecord) { self.record = record }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.require(.restore)
    guard context.actor.scope == .everything, !context.isReplay, try !records.isStation() else {
      throw Failure.forbidden
    }
  }

  /// - Returns: How many rows were put back, by table.
  public func run(_ records: borrowing Writing, _ context: Context) throws -> [String: Int] {
    try records.putBack(record)
  }
}
