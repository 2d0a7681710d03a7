/// One entry in the history of a record, with what it did to it.
public struct HistoryLine: Equatable, Sendable {
  public var entry: Entry
  public var change: Change
}

/// Which rows entries have touched, for screens that show some of them.
public struct Touched: Equatable, Sendable {
  /// Keys by table.
  public var keys: [String: Set<Int64>] = [:]
  /// The last entry looked at; the next question begins after it.
  public var through: Int64

  public func has(_ table: String) -> Bool { keys[table] != nil }
  public func has(_ table: String, _ key: Int64) -> Bool { keys[table]?.contains(key) ?? false }
}

extension Querying where Self: ~Copyable {
  /// The number of the newest entry, 0 when there is none.
  public func lastEntryNumber() throws(StoreError) -> Int64 {
    try value("SELECT ifnull(max(number), 0) FROM store_entry")
  }

  public func entry(number: Int64) throws(StoreError) -> Entry? {
    try first("\(Entry.selection) WHERE number = ?", [number]) { row in try Entry(row) }
  }

  /// The newest entry with an id, which is the same in every office and when performed again.
  public func entry(id: Int64) throws(StoreError) -> Entry? {
    try first("\(Entry.selection) WHERE id = ? ORDER BY number DESC LIMIT 1", [id]) { row in
      try Entry(row)
    }
  }

  /// Entries after a number, in order.
  public func entries(after number: Int64, limit: Int = .max) throws(StoreError) -> [Entry] {
    try all("\(Entry.selection) WHERE number > ? ORDER BY number LIMIT ?", [number, limit]) {
      row in try Entry(row)
    }
  }

  /// The newest entries before a number, newest first: pages of the journal screen.
  public func entries(before number: Int64 = .max, limit: Int) throws(StoreError) -> [Entry] {
    try all(
      "\(Entry.selection) WHERE number < ? ORDER BY number DESC LIMIT ?", [number, limit]
    ) { row in try Entry(row) }
  }

  /// The entries of a bulk change, in order.
  public func entries(batch: Int64) throws(StoreError) -> [Entry] {
    try all("\(Entry.selection) WHERE batch = ? AND batch <> 0 ORDER BY number", [batch]) {
      row in try Entry(row)
    }
  }

  /// Entries in a state other than accepted, in order: what a station has to push, what waits for a
  /// person.
  public func entries(_ state: Entry.State) throws(StoreError) -> [Entry] {
    try all("\(Entry.selection) WHERE state = ? ORDER BY number", [state]) { row in
      try Entry(row)
    }
  }

  /// What an entry changed, row by row.
  public func changes(of number: Int64) throws(StoreError) -> [Change] {
    try changeset(of: number).changes()
  }

  /// What happened to one record, oldest first.
  ///
  /// - Parameters:
  ///   - table: The table of the record.
  ///   - key: Its id.
  ///   - column: Only entries that changed this column; nil for all.
  /// - Returns: One line per entry that touched the record.
  /// - Throws: `StoreError.damaged` when an entry cannot be read.
  public func history(
    of table: String, _ key: Int64, column: String? = nil
  ) throws(StoreError) -> [HistoryLine] {
    let index: Int?
    if let column {
      index = try columns(of: table).firstIndex(of: column)
      precondition(index != nil, "no column \(column) in \(table)")
    } else {
      index = nil
    }
    let numbers = try all(
      """
      SELECT entry FROM store_touch
      WHERE subject = (SELECT number FROM store_subject WHERE name = ?) AND key = ?
      ORDER BY entry
      """, [table, key]
    ) { row -> Int64 in try row[0] }
    var lines: [HistoryLine] = []
    for number in numbers {
      guard let entry = try entry(number: number) else { throw .damaged("entry \(number)") }
      try changeset(of: number).forEach { iterator throws(StoreError) in
        let change = try Change(iterator)
        guard change.table == table, change.touchKey == key else { return true }
        if let index, !change.cells.contains(where: { $0.column == index }) { return true }
        lines.append(HistoryLine(entry: entry, change: change))
        return true
      }
    }
    return lines
  }

  /// The rows touched after an entry, or nil when that is too much to look at one by one.
  public func touched(after number: Int64, limit: Int = 64) throws(StoreError) -> Touched? {
    let last = try lastEntryNumber()
    guard last - number <= Int64(limit) else { return nil }
    var touched = Touched(through: last)
    var rows = 0
    for entry in stride(from: number + 1, through: last, by: 1) {
      try changeset(of: entry).forEach { iterator throws(StoreError) in
        let change = try Change(iterator)
        touched.keys[change.table, default: []].insert(change.touchKey)
        rows += 1
        return rows <= entryRowLimit
      }
      guard rows <= entryRowLimit else { return nil }
    }
    return touched
  }

  /// Whether an entry has been taken back, and not brought again since.
  public func isTakenBack(_ id: Int64) throws(StoreError) -> Bool {
    for taker in try all(
      """
      SELECT id FROM store_entry
      WHERE undoes = ? AND undoes <> 0 AND (state < 2 OR hash IS NOT NULL)
      """, [id],
      {
        row -> Int64 in try row[0]
      }) where try !isTakenBack(taker)
    {
      return true
    }
    return false
  }

  /// The names of a table's columns, in order.
  public func columns(of table: String) throws(StoreError) -> [String] {
    try connection.columns(of: table).map(\.name)
  }

  func changeset(of number: Int64) throws(StoreError) -> Changeset {
    let bytes = try first("SELECT changeset FROM store_entry WHERE number = ?", [number]) {
      row -> [UInt8] in try row[0]
    }
    guard let bytes else { throw .notFound }
    return Changeset(bytes: bytes)
  }
}

extension Entry {
  static let columns = """
    number, id, moment, recorded, actor, use_case, arguments, reason, edition, schema, batch,
    undoes, state, hash
    """
  static let selection = "SELECT \(columns) FROM store_entry"

  init(_ row: borrowing Row) throws(StoreError) {
    self.init(
      number: try row[0], id: try row[1], moment: try row[2], recorded: try row[3],
      actor: try row[4], useCase: try row[5], arguments: try row[6], reason: try row[7],
      edition: try row[8], schema: try row[9], batch: try row[10], undoes: try row[11],
      state: try row[12], hash: try row[13])
  }
}

extension Connection {
  struct Column: Equatable {
    var name: String
    /// Place in the primary key, from 1; 0 outside it.
    var keyPlace: Int
  }

  func columns(of table: String) throws(StoreError) -> [Column] {
    var columns: [Column] = []
    try each("SELECT name, pk FROM pragma_table_info(?)", [table]) { row throws(StoreError) in
      columns.append(Column(name: try row[0], keyPlace: try row[1]))
      return true
    }
    return columns
  }
}

extension Connection {
  /// The default of every column of a table, null where there is none.
  func defaults(of table: String) throws(StoreError) -> [Value] {
    var defaults: [Value] = []
    try each("SELECT dflt_value FROM pragma_table_info(?)", [table]) { row throws(StoreError) in
      // The expression is of our own schema; SQLite gives it as text.
      let expression: String? = try row[0]
      defaults.append(try self.one("SELECT \(expression ?? "NULL")"))
      return true
    }
    return defaults
  }
}

extension String {
  /// An identifier as SQL takes it.
  var quoted: String {
    "\"" + split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}
