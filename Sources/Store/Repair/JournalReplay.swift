import CSQLite

/// The rows as the journal alone knows them, in a file of its own.
struct JournalReplay {
  /// The records as they are being put together, with every entry that could be read.
  let records: Connection
  /// A file of the same schema, empty at first.
  let replay: Connection

  /// Performs the changes of every entry again, in order, whatever stands in the way.
  func run() throws(StoreError) {
    try replay.script("BEGIN")
    var last: Int64 = 0
    while true {
      let found = try records.first(
        """
        SELECT number, changeset FROM store_entry
        WHERE number > ? ORDER BY number LIMIT 1
        """, [last]
      ) { row throws(StoreError) -> (Int64, [UInt8]) in (try row[0], try row[1]) }
      guard let (number, bytes) = found else { break }
      last = number
      perform(bytes)
    }
    try replay.script("COMMIT")
  }

  /// What an altered entry did is not known, so nothing is said of one that does not fit.
  private func perform(_ bytes: [UInt8]) {
    guard !bytes.isEmpty else { return }
    _ = bytes.withUnsafeBytes { buffer in
      sqlite3changeset_apply_v2(
        replay.handle, Int32(buffer.count), UnsafeMutableRawPointer(mutating: buffer.baseAddress),
        nil,
        { _, kind, _ in
          kind == SQLITE_CHANGESET_DATA || kind == SQLITE_CHANGESET_CONFLICT
            ? SQLITE_CHANGESET_REPLACE : SQLITE_CHANGESET_OMIT
        }, nil, nil, nil, 0)
    }
  }

  /// Puts the rows that are missing in the records in their place.
  ///
  /// - Returns: How many there were.
  func complete(_ table: String) throws(StoreError) -> Int {
    let width = try records.columns(of: table).count
    let places = Array(repeating: "?", count: width).joined(separator: ", ")
    var added = 0
    var problem: StoreError?
    try replay.each("SELECT * FROM \(table.quoted)", []) { row throws(StoreError) in
      do throws(StoreError) {
        added += try records.run(
          "INSERT OR IGNORE INTO \(table.quoted) VALUES (\(places))", row.values)
      } catch .constraint {
        // Its values are not those of a whole row.
      } catch {
        problem = error
      }
      return problem == nil
    }
    if let problem { throw problem }
    return added
  }
}
