import CSQLite

/// The most rows one entry may change; bulk work is a batch of entries.
public let entryRowLimit = 5_000

/// What a writing transaction knows: its moment, the ids it gave, and what it has changed so far.
final class Transaction {
  let connection: Connection
  let moment: Int64
  /// When the work that is performed now was done first.
  var workMoment: Int64
  let schema: Int
  private var session: OpaquePointer
  private var replica: (number: Int64, counter: Int64, isDirty: Bool)?
  /// The last entry that was written, nil while none was.
  private(set) var newest: NewestEntry?

  init(_ connection: Connection, moment: Int64, schema: Int) throws(StoreError) {
    self.connection = connection
    self.moment = moment
    workMoment = moment
    self.schema = schema
    session = try Self.watch(connection)
  }

  deinit { sqlite3session_delete(session) }

  func newID() throws(StoreError) -> Int64 {
    if replica == nil { replica = try loadReplica() }
    guard var known = replica else { throw .damaged("store_replica") }
    guard known.counter < 0xFFFF_FFFF else {
      throw .other(code: Int(SQLITE_FULL), message: "this copy has given all its ids")
    }
    known.counter += 1
    known.isDirty = true
    replica = known
    return known.number << 32 | known.counter
  }

  /// Writes what the session has seen as an entry and starts a new session.
  func journal(_ cause: Cause) throws(StoreError) -> Int64 {
    let changeset = try capture()
    let number = try insert(cause, changeset)
    sqlite3session_delete(session)
    session = try Self.watch(connection)
    return number
  }

  /// Whether everything that was changed so far stands in an entry.
  func isJournaled() throws(StoreError) -> Bool {
    // `||` would lose the type of what is thrown.
    if sqlite3session_isempty(session) != 0 { return true }
    return try capture().isEmpty
  }

  /// Begins to watch anew, after changes that the session has seen were rolled back.
  func watchAnew() throws(StoreError) {
    sqlite3session_delete(session)
    session = try Self.watch(connection)
  }

  /// What must be true and stored before the commit.
  func finish() throws(StoreError) {
    guard try isJournaled() else { throw .unjournaled }
    if let replica, replica.isDirty {
      _ = try connection.run("UPDATE store_replica SET counter = ?", [replica.counter])
    }
  }

  private func loadReplica() throws(StoreError) -> (number: Int64, counter: Int64, isDirty: Bool) {
    let row = try connection.first(
      "SELECT replica, counter FROM store_replica", [],
      { row throws(StoreError) -> (Int64, Int64) in (try row[0], try row[1]) })
    guard let row else { throw .damaged("store_replica") }
    return (row.0, row.1, false)
  }

  /// A session over the watched tables; asked once per table and transaction, at its first change.
  private static func watch(_ connection: Connection) throws(StoreError) -> OpaquePointer {
    var session: OpaquePointer?
    try connection.check(sqlite3session_create(connection.handle, "main", &session))
    guard let session else { throw .other(code: Int(SQLITE_NOMEM), message: "session") }
    sqlite3session_table_filter(
      session, { _, name in name.map { isWatched($0) ? 1 : 0 } ?? 0 }, nil)
    try connection.check(sqlite3session_attach(session, nil))
    return session
  }

  private func capture() throws(StoreError) -> Changeset {
    var count: Int32 = 0
    var buffer: UnsafeMutableRawPointer?
    try connection.check(sqlite3session_changeset(session, &count, &buffer))
    defer { sqlite3_free(buffer) }
    return Changeset(
      bytes: [UInt8](UnsafeRawBufferPointer(start: buffer, count: Int(count))))
  }

  private func insert(_ cause: Cause, _ changeset: Changeset) throws(StoreError) -> Int64 {
    let last = try connection.first(
      "SELECT number, recorded FROM store_entry ORDER BY number DESC LIMIT 1"
    ) { row throws(StoreError) -> (Int64, Int64) in (try row[0], try row[1]) }
    // `??` would lose the type of what the closure throws.
    let id = if let given = cause.id { given } else { try newID() }
    var entry = Entry(
      number: (last?.0 ?? 0) + 1, id: id, moment: cause.moment ?? workMoment,
      recorded: max(moment, last?.1 ?? .min), actor: cause.actor, useCase: cause.useCase,
      arguments: cause.arguments, reason: cause.reason, edition: cause.edition, schema: schema,
      batch: cause.batch, undoes: cause.undoes, state: .accepted, hash: nil)
    if let given = cause.state {
      entry.state = given
    } else if try connection.isStation() {
      entry.state = .pending
    }
    if entry.state == .accepted { entry.hash = try connection.chained(entry, changeset) }
    try connection.index(changeset, as: entry.number)
    _ = try connection.run(
      """
      INSERT INTO store_entry (number, id, moment, recorded, actor, use_case, arguments, reason,
        edition, schema, batch, undoes, state, changeset, hash)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        entry.number, entry.id, entry.moment, entry.recorded, entry.actor, entry.useCase,
        entry.arguments, entry.reason, entry.edition, entry.schema, entry.batch, entry.undoes,
        entry.state, changeset.bytes, entry.hash,
      ])
    newest = NewestEntry(number: entry.number)
    return entry.number
  }
}

/// Whether the journal watches a table: those of the store, of indexes and of this station it does not.
func isWatched(_ name: UnsafePointer<CChar>) -> Bool {
  for prefix in ["store_", "search_", "local_", "sqlite_"] as [StaticString] {
    let isPrefix = prefix.withUTF8Buffer { bytes in
      bytes.indices.allSatisfy { UInt8(bitPattern: name[$0]) == bytes[$0] }
    }
    if isPrefix { return false }
  }
  return true
}

extension Connection {
  /// Whether entries made here wait for a server's word.
  func isStation() throws(StoreError) -> Bool {
    try exists("SELECT 1 FROM store_setting WHERE name = 'station'")
  }

  /// Lists the touched rows, by which the history of a record is found.
  func index(_ changeset: Changeset, as number: Int64) throws(StoreError) {
    var count = 0
    var subject: (name: String, number: Int64)?
    for change in try changeset.changes() {
      count += 1
      guard count <= entryRowLimit else { throw .tooLarge(limit: entryRowLimit) }
      if subject?.name != change.table {
        subject = (change.table, try self.subject(change.table))
      }
      _ = try run(
        "INSERT OR IGNORE INTO store_touch (subject, key, entry) VALUES (?, ?, ?)",
        [subject?.number ?? 0, change.touchKey, number])
    }
  }

  /// The number of a table in the index of touched rows.
  func subject(_ name: String) throws(StoreError) -> Int64 {
    let known = try first("SELECT number FROM store_subject WHERE name = ?", [name]) {
      row throws(StoreError) -> Int64 in try row[0]
    }
    if let known { return known }
    _ = try run("INSERT INTO store_subject (name) VALUES (?)", [name])
    return try one("SELECT number FROM store_subject WHERE name = ?", [name])
  }

  /// The link of `entry` in the chain: a digest of the last link and of everything in the entry.
  func chained(_ entry: Entry, _ changeset: Changeset) throws(StoreError) -> [UInt8] {
    let last = try first(
      """
      SELECT hash FROM store_entry WHERE state = 0 AND number < ?
      ORDER BY number DESC LIMIT 1
      """, [entry.number]
    ) { row throws(StoreError) -> [UInt8]? in try row[0] }
    return entry.link(after: (last ?? nil) ?? [], changeset)
  }
}

extension Entry {
  func link(after previous: [UInt8], _ changeset: Changeset) -> [UInt8] {
    var bytes = previous
    let fields: [any Storable] = [
      id, moment, recorded, actor, useCase, arguments, reason, edition, schema, batch, undoes,
      changeset.bytes,
    ]
    for field in fields { field.stored.appendCanonically(to: &bytes) }
    return SHA256.digest(of: bytes)
  }
}
