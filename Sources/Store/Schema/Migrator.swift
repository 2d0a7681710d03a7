import CSQLite

/// Brings a file to the schema of this version of the program.
struct Migrator {
  /// "Frgr", by which the file is known as ours (`PRAGMA application_id`).
  static let applicationID: Int64 = 0x4672_6772

  let migrations: [Migration]

  init(_ migrations: [Migration]) {
    precondition(
      migrations.map(\.version) == Array(migrations.indices),
      "migrations are numbered from 0 without gaps")
    self.migrations = migrations
  }

  /// The number of steps, which is the `user_version` of a file of this version of the program.
  var newest: Int { migrations.count }

  /// The version of the file, 0 when it is new.
  ///
  /// - Throws: `notARecordsFile`, or `newerSchema` before anything was touched.
  func version(of connection: Connection) throws(StoreError) -> Int {
    let found: Int = try connection.pragma("user_version")
    let mark: Int64 = try connection.pragma("application_id")
    guard mark == Self.applicationID || (mark == 0 && found == 0) else { throw .notARecordsFile }
    if mark == 0 {
      let tables: Int = try connection.one("SELECT count(*) FROM sqlite_schema")
      guard tables == 0 else { throw .notARecordsFile }
    }
    guard found <= newest else { throw .newerSchema(found: found, known: newest) }
    return found
  }

  /// Does the steps that are due, all or none.
  ///
  /// Foreign keys must be off: a step may rebuild a table others point to.
  func migrate(_ connection: Connection) throws(StoreError) {
    guard try version(of: connection) < newest else { return }
    try connection.script("BEGIN IMMEDIATE")
    do throws(StoreError) {
      // Another process may have done them while this one waited.
      let found = try version(of: connection)
      for migration in migrations where migration.version >= found {
        try connection.script(migration.script)
      }
      if found == 0 { try connection.drawReplica() }
      try connection.script(
        """
        PRAGMA application_id = \(Self.applicationID);
        PRAGMA user_version = \(newest);
        """)
      if found > 0,
        let orphan = try connection.first(
          "PRAGMA foreign_key_check", [], { row throws(StoreError) -> String in try row[0] })
      {
        throw .constraint(.foreignKey, orphan)
      }
      try connection.script("COMMIT")
    } catch {
      connection.rollBack()
      throw error
    }
  }
}

extension Connection {
  func pragma<T: Storable>(_ name: String) throws(StoreError) -> T {
    try one("PRAGMA \(name)")
  }

  /// The one column of the one row of a query.
  func one<T: Storable>(_ sql: String, _ arguments: [any Storable] = []) throws(StoreError) -> T {
    guard let value = try first(sql, arguments, { row throws(StoreError) -> T in try row[0] })
    else {
      throw .notFound
    }
    return value
  }

  func exists(_ sql: String, _ arguments: [any Storable] = []) throws(StoreError) -> Bool {
    try first(sql, arguments, { _ throws(StoreError) in true }) ?? false
  }

  /// Ends a transaction that failed; some errors have ended it already, so silence is right.
  func rollBack() {
    if sqlite3_get_autocommit(handle) == 0 { sqlite3_exec(handle, "ROLLBACK", nil, nil, nil) }
  }

  /// Draws the number of this copy of the records; the counter goes on and is never lowered.
  ///
  /// - Returns: The new number, 1…2³¹−1.
  @discardableResult
  func drawReplica() throws(StoreError) -> Int64 {
    let replica = Int64(UInt32.random(in: 1...0x7FFF_FFFF))
    _ = try run(
      """
      INSERT INTO store_replica (one, replica, counter) VALUES (1, ?, 0)
      ON CONFLICT (one) DO UPDATE SET replica = excluded.replica
      """, [replica])
    return replica
  }
}
