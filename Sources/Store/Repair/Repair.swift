import CSQLite
import Glibc

extension Store {
  /// Makes a new, sound file of what can be read of damaged records, and puts it in their place.
  ///
  /// Rows are read around the places that cannot be; rows that are gone are taken from the journal
  /// where it still knows them; indexes, and those for searching, are made anew. The damaged file is
  /// only read, and kept beside.
  ///
  /// - Parameters:
  ///   - path: The records, which nobody may have open.
  ///   - moment: Milliseconds since 1970, for the name of the file put aside.
  ///   - problems: What a check said.
  ///   - migrations: The steps this program knows.
  ///   - progress: Told tables done and their number; false stops, and nothing is changed.
  /// - Returns: What was found and done.
  /// - Throws: `busy`, `notARecordsFile`, `newerSchema`, `diskFull`, `cancelled`; `damaged` where not
  ///   even the list of tables can be read.
  public static func repair(
    _ path: String, at moment: Int64, problems: [String], migrations: [Migration] = Migration.all,
    _ progress: ProgressReport = { _, _ in true }
  ) throws -> RepairReport {
    guard
      let lock = try FileLock.acquire(path: path + ".lock", mode: 0o600, patience: .seconds(5)),
      try Presence(path: path + ".lock", patience: .seconds(1)).wasAlone
    else { throw StoreError.busy(holder: nil, since: nil) }
    defer { _ = lock }
    let (fresh, replay) = (path + ".repaired", path + ".replayed")
    removeDatabase(fresh)
    removeDatabase(replay)
    defer {
      removeDatabase(fresh)
      removeDatabase(replay)
    }
    var report = RepairReport(problems: problems)
    do {
      try Repair(path: path, fresh: fresh, replay: replay, migrations: migrations)
        .run(&report, progress)
    }
    report.aside = putAside(path, moment) ?? ""
    unlink(path + ".queue")
    guard rename(fresh, path) == 0 else { throw StoreError.file(path, .last) }
    synchroniseFolder(of: path)
    return report
  }
}

/// One repair on its way.
private struct Repair {
  let path: String
  let fresh: String
  let replay: String
  let migrations: [Migration]

  func run(_ report: inout RepairReport, _ progress: ProgressReport) throws(StoreError) {
    let source = try Connection(path: path, flags: SQLITE_OPEN_READWRITE, busyTimeout: 5_000)
    try source.check(faragir_keep_log(source.handle))
    let version = try Migrator(migrations).version(of: source)
    guard version > 0 else { throw .notARecordsFile }
    let target = try empty(fresh, version: version)
    try target.script("BEGIN; DELETE FROM store_replica;")
    let tables = try target.tables()
    var damaged: [String] = []
    for (done, table) in tables.enumerated() {
      guard progress(done, tables.count) else { throw .cancelled }
      // Which rows an entry touched is read from the entries again.
      if ["store_touch", "store_subject"].contains(table) { continue }
      var salvage = Salvage(table, from: source, to: target)
      try salvage.run()
      report.rows += salvage.taken
      if salvage.isDamaged {
        damaged.append(table)
        report.tables.append(.init(name: table, salvaged: salvage.taken, fromJournal: 0))
      }
    }
    report.lostEntries = try target.lostEntries()
    try target.indexEntries()
    try complete(&report, target, version)
    try identify(target, &report, isJournalWhole: !damaged.contains("store_entry"))
    try target.script("COMMIT")
    try target.each("PRAGMA foreign_key_check", []) { _ throws(StoreError) in
      report.orphans += 1
      return true
    }
    let verdict: String = try target.one("PRAGMA integrity_check(1)")
    guard verdict == "ok" else { throw .damaged(verdict) }
    _ = progress(tables.count, tables.count)
  }

  /// A new file with the schema of a version.
  private func empty(_ place: String, version: Int) throws(StoreError) -> Connection {
    try FileLock.createPrivate(place)
    let connection = try Connection(path: place, flags: SQLITE_OPEN_READWRITE, busyTimeout: 0)
    try Migrator(Array(migrations.prefix(version))).migrate(connection)
    return connection
  }

  /// Takes from the journal what could not be read.
  private func complete(
    _ report: inout RepairReport, _ target: Connection, _ version: Int
  ) throws(StoreError) {
    let watched = report.tables.indices.filter { index in
      report.tables[index].name.withCString { isWatched($0) }
    }
    guard !watched.isEmpty else { return }
    let replay = JournalReplay(records: target, replay: try empty(replay, version: version))
    try replay.run()
    for index in watched {
      let added = try replay.complete(report.tables[index].name)
      report.tables[index].fromJournal = added
      report.rows += added
    }
  }

  /// Keeps the number of the copy where it is certain that no id will be given twice.
  private func identify(
    _ target: Connection, _ report: inout RepairReport, isJournalWhole: Bool
  ) throws(StoreError) {
    let isKnown = try target.exists("SELECT 1 FROM store_replica")
    if !isKnown || !isJournalWhole || report.lostEntries > 0 {
      try target.drawReplica()
      report.isRenumbered = true
    }
    var facts = stat()
    if stat(fresh, &facts) == 0 {
      _ = try target.run(
        "INSERT OR REPLACE INTO store_setting VALUES ('inode', ?)", [String(facts.st_ino)])
    }
    // Whoever repairs is told of it.
    _ = try target.run("DELETE FROM store_setting WHERE name = 'missing'")
  }
}

extension Connection {
  /// The tables that hold rows of their own: indexes for searching make theirs from them.
  fileprivate func tables() throws(StoreError) -> [String] {
    var tables: [String] = []
    try each(
      """
      SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
        AND name NOT LIKE 'search\\_%' ESCAPE '\\' ORDER BY rowid
      """, []
    ) { row throws(StoreError) in
      tables.append(try row[0])
      return true
    }
    return tables
  }

  /// How many entries are missing in the line, or are not what they were.
  fileprivate func lostEntries() throws(StoreError) -> Int {
    var lost = 0
    var last: Int64 = 0
    var link: [UInt8]? = []
    try each("SELECT \(Entry.columns), changeset FROM store_entry ORDER BY number", []) {
      row throws(StoreError) in
      let entry = try Entry(row)
      if entry.number != last + 1 {
        lost += Int(entry.number - last - 1)
        link = nil
      }
      last = entry.number
      guard entry.state == .accepted else { return true }
      let changeset = Changeset(bytes: try row[14])
      if let link, entry.link(after: link, changeset) != entry.hash { lost += 1 }
      link = entry.hash
      return true
    }
    return lost
  }

  /// Lists which rows each entry touched.
  fileprivate func indexEntries() throws(StoreError) {
    var last: Int64 = 0
    while true {
      let found = try first(
        "SELECT number, changeset FROM store_entry WHERE number > ? ORDER BY number LIMIT 1",
        [last]
      ) { row throws(StoreError) -> (Int64, [UInt8]) in (try row[0], try row[1]) }
      guard let (number, bytes) = found else { return }
      last = number
      do throws(StoreError) {
        try index(Changeset(bytes: bytes), as: number)
      } catch .damaged {
        // An altered entry; it is counted.
      }
    }
  }
}
