public import Store
import Training

/// What an office did and the records refuse, for a person to settle.
public struct ExchangeConflict: Sendable, Codable {
  /// One row in both versions.
  public struct Version: Hashable, Sendable, Codable {
    public let table: String
    public let columns: [String]
    /// What the office did: the old and the new value by the column's place; nil where it did not
    /// touch it.
    public let old: [Value?]
    public let new: [Value?]
    /// The row as it is here now, or the one in its place; nil where there is none.
    public let now: [Value]?
  }

  /// Who, what, when and for which reason.
  public let entry: Entry
  /// The name of whoever did it; empty for an account that is not known here.
  public let name: String
  public let versions: [Version]
  /// Why it cannot be performed, with findings or both values; nil when nothing is in the way any
  /// more.
  public let obstacle: Failure?
  /// The server refused it, so it is settled there.
  public let isServers: Bool
}

/// What a person decides about a conflict.
public enum ConflictDecision: Sendable, Codable {
  /// The work is to have no effect; it stays in the journal.
  case giveUp
  /// The reason is gone, or the records were corrected: it is performed as it was done.
  case performAgain
}

/// Lists the conflicts; each is tried on the records as they are now, and nothing of it stays.
struct ListConflicts: Errand {
  static let name = "exchange.conflicts"

  func run(_ records: borrowing Writing, _ context: Context) throws -> [ExchangeConflict] {
    try context.requireSettling()
    var conflicts: [ExchangeConflict] = []
    for entry in try records.conflicts(for: context.actor) {
      conflicts.append(try records.rehearsed(entry))
    }
    return conflicts
  }
}

/// One of them by the number of its entry.
struct ShowConflict: Errand {
  static let name = "exchange.conflict"
  var number: Int64

  func run(_ records: borrowing Writing, _ context: Context) throws -> ExchangeConflict {
    try context.requireSettling()
    let entry = try records.conflicts(for: context.actor).first { $0.number == number }
    guard let entry else { throw Failure.forbidden }
    return try records.rehearsed(entry)
  }
}

/// Settles one; what is performed again is journaled under whoever did it first.
struct SettleConflict: Errand {
  static let name = "exchange.settle"
  var number: Int64
  var decision: ConflictDecision

  func run(_ records: borrowing Writing, _ context: Context) throws -> Nothing {
    try context.requireSettling()
    guard let entry = try records.entry(number: number), entry.state == .conflicted,
      try records.may(context.actor, settle: entry),
      try !(records.isStation() && records.isServersConflict(number))
    else { throw Failure.forbidden }
    let bulk = try records.bulk(of: entry)
    for part in bulk { try records.mark(entry: part.number, as: .settled) }
    if case .performAgain = decision {
      var replay = Replay(bounds: nil)
      try replay.perform(try bulk.map { try records.item($0) }, records)
    }
    return Nothing()
  }
}

extension Context {
  fileprivate func requireSettling() throws {
    guard Permission.exchange.isHeld(by: actor.role) else { throw Failure.forbidden }
  }
}

extension Portal {
  /// The conflicts that whoever is signed in may settle, the oldest first.
  ///
  /// Each is tried on the records as they are now, and nothing of it stays.
  public func conflicts() -> Result<[ExchangeConflict], Failure> { run(ListConflicts()) }

  /// One conflict by the number of its entry, tried on the records as they are now.
  public func conflict(_ number: Int64) -> Result<ExchangeConflict, Failure> {
    run(ShowConflict(number: number))
  }

  /// Settles a conflict, and with it every other entry of the same bulk change.
  ///
  /// - Parameters:
  ///   - number: The entry's number in this file.
  ///   - decision: What becomes of it.
  /// - Returns: Why it still cannot be performed; at a station `forbidden` for what the server
  ///   refused, which is settled on the server.
  public func settle(_ number: Int64, _ decision: ConflictDecision) -> Result<Void, Failure> {
    run(SettleConflict(number: number, decision: decision)).map { _ in }
  }
}

extension Writing {
  /// A conflict, tried on the records as they are now.
  fileprivate func rehearsed(_ entry: Entry) throws -> ExchangeConflict {
    var obstacle: Failure?
    do {
      let bulk = try self.bulk(of: entry).map { try item($0) }
      try attempt { records in
        var replay = Replay(bounds: nil)
        try replay.perform(bulk, records)
        throw Rehearsed()
      }
    } catch is Rehearsed {
      obstacle = nil
    } catch {
      obstacle = Failure(error)
    }
    let versions = try item(entry).changes.map { change in
      let columns = try self.columns(of: change.table)
      var version = (
        old: [Value?](repeating: nil, count: columns.count),
        new: [Value?](repeating: nil, count: columns.count)
      )
      for cell in change.cells where columns.indices.contains(cell.column) {
        (version.old[cell.column], version.new[cell.column]) = (cell.old, cell.new)
      }
      var now = try row(of: change.table, key: change.key)
      if now == nil, change.operation == .insert {
        now = try rival(of: change.table, version.new.map { $0 ?? .null })
      }
      return ExchangeConflict.Version(
        table: change.table, columns: columns, old: version.old, new: version.new, now: now)
    }
    return ExchangeConflict(
      entry: entry, name: try actor(ID(rawValue: entry.actor))?.name ?? "",
      versions: versions, obstacle: obstacle,
      isServers: try isServersConflict(entry.number))
  }

  fileprivate func bulk(of entry: Entry) throws -> [Entry] {
    guard entry.batch != 0 else { return [entry] }
    return try entries(batch: entry.batch).filter { $0.state == .conflicted }
  }
}

/// Ends a rehearsal that went well, so that nothing of it stays.
private struct Rehearsed: Error {}

/// How an office that works offline stands, for the top bar.
public struct OfflineState: Equatable, Sendable {
  public var waiting: Int
  public var conflicts: Int
  /// Whether it reaches its server over a line.
  public var usesLine: Bool
}

extension Portal {
  /// What waits at a station; nil everywhere else.
  public func offlineState() -> OfflineState? {
    try? store.read { records in
      guard try records.isStation() else { return nil }
      let counts = try records.exchangeCounts()
      return OfflineState(
        waiting: counts.waiting, conflicts: counts.conflicts,
        usesLine: try records.server()?.address.isEmpty == false)
    }
  }
}

extension Querying where Self: ~Copyable {
  /// The conflicts that somebody may settle, the oldest first.
  public func conflicts(for actor: Actor) throws -> [Entry] {
    try entries(.conflicted).filter { try may(actor, settle: $0) }
  }

  /// Whether an entry was done in a unit the actor looks after; the owner's is the administrator's.
  fileprivate func may(_ actor: Actor, settle entry: Entry) throws -> Bool {
    guard let account = try account(ID(rawValue: entry.actor)) else {
      return actor.role == .administrator
    }
    return try contains(actor.scope, unit: account.unit)
  }
}
