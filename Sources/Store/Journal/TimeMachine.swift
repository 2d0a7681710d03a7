/// Told how far long work is; answers false to stop it.
///
/// The total is 0 while it is not known.
public typealias ProgressReport = (_ done: Int, _ total: Int) -> Bool

extension Store {
  /// Reads the records as they were at a moment: every query sees the past.
  ///
  /// Works on the watched tables; search indexes show the present. The time grows with the number
  /// of changes since, not with the size of the records, so long work belongs on a store of its own.
  /// Throws `StoreError.cancelled` when `progress` answers false.
  public func read<R: Sendable>(
    asOf moment: Int64, progress: ProgressReport = { _, _ in true },
    _ body: (borrowing Reading) throws -> R
  ) throws -> R {
    try read { records in
      let connection = records.connection
      let number = try records.entryNumber(asOf: moment)
      var past = Past()
      try past.goBack(to: number, in: records, progress)
      try past.cover(connection)
      // The covers vanish when the reading transaction is rolled back.
      return try body(records)
    }
  }
}

extension Querying where Self: ~Copyable {
  /// The last entry this file had taken in at a moment, 0 before the first.
  ///
  /// `recorded` never falls from entry to entry, so the number is found by halving.
  public func entryNumber(asOf moment: Int64) throws(StoreError) -> Int64 {
    var low: Int64 = 0
    var high = try lastEntryNumber()
    while low < high {
      let middle = low + (high - low + 1) / 2
      let recorded: Int64 = try value(
        "SELECT recorded FROM store_entry WHERE number = ?", [middle])
      if recorded <= moment { low = middle } else { high = middle - 1 }
    }
    return low
  }
}

/// The rows that were different, as they were.
private struct Past {
  struct Table {
    var columns: [Connection.Column]
    /// What columns hold in a row from before they were appended.
    var defaults: [Value]
    /// The row by its key, nil when it did not exist.
    var rows: [[Value]: [Value]?] = [:]

    var keyColumns: [String] {
      columns.filter { $0.keyPlace > 0 }.map(\.name)
    }
  }

  private var tables: [String: Table] = [:]

  /// Undoes in memory every entry after `number`, the newest first.
  mutating func goBack(
    to number: Int64, in records: borrowing Reading, _ progress: ProgressReport
  ) throws(StoreError) {
    let last = try records.lastEntryNumber()
    for entry in stride(from: last, to: number, by: -1) {
      if (last - entry) % 64 == 0, !progress(Int(last - entry), Int(last - number)) {
        throw .cancelled
      }
      for change in try records.changes(of: entry) {
        try undo(change, records.connection)
      }
    }
  }

  private mutating func undo(_ change: Change, _ connection: Connection) throws(StoreError) {
    if tables[change.table] == nil {
      tables[change.table] = Table(
        columns: try connection.columns(of: change.table),
        defaults: try connection.defaults(of: change.table))
    }
    guard var table = tables[change.table], table.columns.count >= change.columnCount else {
      throw .damaged("\(change.table) had \(change.columnCount) columns")
    }
    // The dictionary must not hold a second reference, or every change copies the table.
    tables[change.table]?.rows = [:]
    defer { tables[change.table] = table }
    switch change.operation {
    case .insert:
      table.rows[change.key] = .some(nil)
    case .delete, .update:
      var row: [Value]
      if case .some(.some(let known)) = table.rows[change.key] {
        row = known
      } else if change.operation == .update {
        row = try Self.current(change, table, connection)
      } else {
        row = table.defaults
      }
      for cell in change.cells { if let old = cell.old { row[cell.column] = old } }
      table.rows[change.key] = row
    }
  }

  private static func current(
    _ change: Change, _ table: Table, _ connection: Connection
  ) throws(StoreError) -> [Value] {
    let test = table.keyColumns.map { $0.quoted + " IS ?" }.joined(separator: " AND ")
    let row = try connection.first(
      "SELECT * FROM main.\(change.table.quoted) WHERE \(test)", change.key
    ) { row throws(StoreError) in (0..<row.count).map { row.value($0) } }
    guard let row else { throw .damaged("\(change.table) \(change.key) is not in its journal") }
    return row
  }

  /// Hides the tables of today behind temporary views of the same names.
  ///
  /// A name without a schema means the temporary object first, so every query sees the past. What
  /// is in the views: today's rows without the touched ones, and the touched ones as they were.
  func cover(_ connection: Connection) throws(StoreError) {
    for (name, table) in tables {
      let key = table.keyColumns.map(\.quoted).joined(separator: ", ")
      let gone = "past_keys_\(name)".quoted
      let rows = "past_rows_\(name)".quoted
      try connection.script(
        """
        CREATE TEMP TABLE \(gone) AS SELECT \(key) FROM main.\(name.quoted) LIMIT 0;
        CREATE TEMP TABLE \(rows) AS SELECT * FROM main.\(name.quoted) LIMIT 0;
        """)
      let keyMarks = table.keyColumns.map { _ in "?" }.joined(separator: ", ")
      let rowMarks = table.columns.map { _ in "?" }.joined(separator: ", ")
      for (key, row) in table.rows {
        _ = try connection.run("INSERT INTO temp.\(gone) VALUES (\(keyMarks))", key)
        if let row {
          _ = try connection.run("INSERT INTO temp.\(rows) VALUES (\(rowMarks))", row)
        }
      }
      try connection.script(
        """
        CREATE TEMP VIEW \(name.quoted) AS
        SELECT * FROM main.\(name.quoted) WHERE (\(key)) NOT IN (SELECT * FROM temp.\(gone))
        UNION ALL SELECT * FROM temp.\(rows);
        """)
    }
  }
}
