import CSQLite
import Glibc
import Synchronization

/// The records of an office: one file, open in this process, shared with other terminals.
///
/// One thread at a time uses a store; long work opens a store of its own on the same path. A
/// transaction inside a transaction of the same store is a programming error and traps.
public final class Store: Sendable {
  public struct Options: Sendable {
    /// What other terminals see while this one writes.
    public var name: String
    /// How long a writer waits for its turn before `StoreError.busy`.
    public var patience: Duration
    /// Opens for reading only; nothing is created or migrated.
    public var isReadOnly: Bool
    /// What every flush of the disk takes longer than it does, for measurements; nil takes the disk as
    /// it is.
    public var syncDelay: Duration?

    public init(
      name: String = "faragir", patience: Duration = .seconds(10), isReadOnly: Bool = false,
      syncDelay: Duration? = nil
    ) {
      self.name = name
      self.patience = patience
      self.isReadOnly = isReadOnly
      self.syncDelay = syncDelay
    }
  }

  /// Where the file is, or ":memory:".
  public let path: String
  /// Whether the last program that had the file open was stopped by force or a power cut.
  ///
  /// Nobody had it open and its log was not empty. The records are sound; a check should be offered.
  public let endedUncleanly: Bool

  let schemaVersion: Int
  private let connection: Mutex<Connection>
  private let queue: WriterQueue?
  private let patience: Duration
  private let presence: Presence?
  private let commits = Atomic<Int>(0)
  private let lastVersion = Atomic<Int>(0)

  /// Opens the records, creating or migrating the file when that is due.
  ///
  /// Safe for many processes at once. The time does not depend on the size of the file.
  public static func open(
    at path: String, options: Options = Options(), migrations: [Migration] = Migration.all
  ) throws(StoreError) -> Store {
    try Store(opening: Opening(path: path, options: options, migrator: Migrator(migrations)).open())
  }

  private init(opening: consuming sending Opening.Result) throws(StoreError) {
    path = opening.path
    endedUncleanly = opening.endedUncleanly
    schemaVersion = opening.schemaVersion
    queue = opening.queue
    presence = opening.presence
    patience = opening.patience
    connection = Mutex(opening.connection)
  }

  /// Reads in one deferred transaction: everything `body` sees is of one moment.
  public func read<R: Sendable>(_ body: (borrowing Reading) throws -> R) throws -> R {
    try connection.withLock { connection in
      try connection.command("BEGIN")
      defer { connection.rollBack() }
      return try body(Reading(access: Access(connection: connection)))
    }
  }

  /// Writes in one transaction, durable when this returns, rolled back when `body` throws.
  ///
  /// Whatever changes records must be journaled before `body` ends (`Writing.journal`). Throws what
  /// `body` throws, or `StoreError`: `busy` with the holder after `patience`, which is that of the
  /// options when nil. `moment` is the time of the change in milliseconds since 1970.
  @discardableResult
  public func write<R: Sendable>(
    at moment: Int64, patience: Duration? = nil, _ body: (borrowing Writing) throws -> R
  ) throws -> R {
    // The turn is awaited before the lock of the connection, so that this store can be read meanwhile.
    let turn = try queue?.take(patience: patience ?? self.patience)
    let (result, newest) = try connection.withLock { connection in
      try connection.command("BEGIN IMMEDIATE")
      do {
        let found: Int = try connection.pragma("user_version")
        guard found == schemaVersion else {
          throw StoreError.newerSchema(found: found, known: schemaVersion)
        }
        let transaction = try Transaction(connection, moment: moment, schema: schemaVersion)
        let result = try body(
          Writing(access: Access(connection: connection), transaction: transaction))
        try transaction.finish()
        try connection.command("COMMIT")
        return (result, transaction.newest)
      } catch {
        connection.rollBack()
        throw error
      }
    }
    if let newest { turn?.note(newest) }
    commits.add(1, ordering: .relaxed)
    return result
  }

  /// Fills a file that nobody has yet without waiting for the disk at every commit.
  ///
  /// A power cut meanwhile may leave the file damaged. All of it is on the disk when this returns,
  /// and every later commit is durable again.
  public func withoutSync<R>(_ body: () throws -> R) throws -> R {
    try withConnection { connection throws(StoreError) in
      try connection.script("PRAGMA synchronous = OFF")
    }
    let result = Result(catching: body)
    try withConnection { connection throws(StoreError) in
      try connection.script("PRAGMA synchronous = FULL; PRAGMA wal_checkpoint(TRUNCATE)")
    }
    return try result.get()
  }

  /// Who writes now, by what the options of their store name, and since when in milliseconds since
  /// 1970; or who wrote last, when nobody waits.
  public var writer: (name: String, since: Int64)? {
    queue?.holder.map { ($0.name, $0.since) }
  }

  /// Moves when anyone commits; never waits.
  ///
  /// While another thread uses this store the last known number is returned.
  public var version: Int {
    let other = connection.withLockIfAvailable { connection in
      // A version that cannot be read has not moved; whoever reads records next will see the error.
      (try? connection.pragma("data_version") as Int) ?? 0
    }
    if let other { lastVersion.store(other, ordering: .relaxed) }
    return lastVersion.load(ordering: .relaxed) &+ commits.load(ordering: .relaxed)
  }

  /// Whether a transaction of this process holds the queue; safe to ask in a signal handler.
  public static var isHoldingQueue: Bool { WriterQueue.held.load(ordering: .relaxed) > 0 }

  /// Lends the connection outside a transaction, for backup and checks.
  func withConnection<R: Sendable>(
    _ body: (Connection) throws(StoreError) -> R
  ) throws(StoreError) -> R {
    try connection.withLock { connection throws(StoreError) in try body(connection) }
  }
}
