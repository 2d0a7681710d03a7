import CSQLite

/// One cell of an edit: what the person saw and what they made of it.
package struct Edit {
  var column: String
  var old: Value
  var new: Value

  package init(_ column: String, from old: any Storable, to new: any Storable) {
    self.column = column
    self.old = old.stored
    self.new = new.stored
  }
}

extension Writing {
  /// Changes cells of a row if they still hold what the person saw.
  ///
  /// Other cells may have changed meanwhile. A cell that already holds the new value is no conflict.
  ///
  /// - Returns: Nil when done; otherwise which cells hold something else, and nothing was changed.
  package func update(
    _ table: String, _ id: Int64, _ edits: [Edit]
  ) throws(StoreError) -> Conflict? {
    let edits = edits.filter { $0.old != $0.new }
    guard !edits.isEmpty else { return nil }
    if try connection.update(table, id, edits) { return nil }
    let names = edits.map(\.column.quoted).joined(separator: ", ")
    let found = try first("SELECT \(names) FROM \(table.quoted) WHERE id = ?", [id]) { row in
      (0..<row.count).map { row.value($0) }
    }
    guard let found else { return Conflict(kind: .missing, table: table, key: [.integer(id)]) }
    var conflict = Conflict(kind: .changed, table: table, key: [.integer(id)])
    for (edit, value) in zip(edits, found) where value != edit.old && value != edit.new {
      conflict.cells.append(
        Conflict.Cell(column: edit.column, expected: edit.old, found: value, wanted: edit.new))
    }
    guard conflict.cells.isEmpty else { return conflict }
    let open = zip(edits, found).filter { $0.0.new != $0.1 }.map(\.0)
    if !open.isEmpty { _ = try connection.update(table, id, open) }
    return nil
  }

  /// Takes an entry back: applies the inverse of its changes.
  ///
  /// The caller has checked that it may be taken back, and journals with `Cause.undoes`. Taking back
  /// the entry that took back is the redo.
  ///
  /// - Returns: Empty when done; otherwise every row that has moved on, and nothing was changed.
  public func takeBack(entry number: Int64) throws(StoreError) -> [Conflict] {
    try connection.apply([changeset(of: number).inverted()])
  }

  /// Takes several entries back, the newest first, all or none: a bulk change is one step.
  public func takeBack(entries numbers: [Int64]) throws(StoreError) -> [Conflict] {
    var inverses: [Changeset] = []
    for number in numbers.sorted(by: >) {
      inverses.append(try changeset(of: number).inverted())
    }
    return try connection.apply(inverses)
  }

  /// Makes the changes of an entry again, as they were recorded.
  public func repeatChanges(of number: Int64) throws(StoreError) -> [Conflict] {
    try connection.apply([changeset(of: number)])
  }
}

extension Connection {
  fileprivate func update(
    _ table: String, _ id: Int64, _ edits: [Edit]
  ) throws(StoreError) -> Bool {
    let sets = edits.map { $0.column.quoted + " = ?" }.joined(separator: ", ")
    let tests = edits.map { " AND " + $0.column.quoted + " IS ?" }.joined()
    return try run(
      "UPDATE \(table.quoted) SET \(sets) WHERE id = ?\(tests)",
      edits.map(\.new) + [.integer(id)] + edits.map(\.old)) > 0
  }

  /// Applies records of changes one after another, all or none.
  func apply(_ changesets: [Changeset]) throws(StoreError) -> [Conflict] {
    try script("SAVEPOINT apply")
    do throws(StoreError) {
      var conflicts: [Conflict] = []
      for changeset in changesets where conflicts.isEmpty {
        conflicts = try apply(changeset)
      }
      try script(conflicts.isEmpty ? "RELEASE apply" : "ROLLBACK TO apply; RELEASE apply")
      return conflicts
    } catch {
      // The transaction itself is rolled back when this error leaves it; silence about a second one.
      try? script("ROLLBACK TO apply; RELEASE apply")
      throw error
    }
  }

  private func apply(_ changeset: Changeset) throws(StoreError) -> [Conflict] {
    guard !changeset.isEmpty else { return [] }
    let collector = try ConflictCollector(for: changeset, in: self)
    let code = changeset.bytes.withUnsafeBytes { buffer in
      sqlite3changeset_apply_v2(
        handle, Int32(buffer.count), UnsafeMutableRawPointer(mutating: buffer.baseAddress), nil,
        { context, kind, iterator in
          guard let context, let iterator else { return Int32(SQLITE_CHANGESET_ABORT) }
          return Unmanaged<ConflictCollector>.fromOpaque(context).takeUnretainedValue()
            .add(kind, iterator)
        }, Unmanaged.passUnretained(collector).toOpaque(), nil, nil, 0)
    }
    // A collector that has had enough aborts; that is no failure of SQLite.
    if collector.conflicts.isEmpty || code != SQLITE_ABORT { try check(code) }
    return collector.conflicts
  }
}

/// Collects what SQLite reports while it applies a record of changes.
private final class ConflictCollector {
  /// More than this nobody reads; the rest is not looked for.
  static let limit = 100

  private let columns: [String: [Connection.Column]]
  private(set) var conflicts: [Conflict] = []

  /// Looks at the tables first: SQLite skips silently what does not fit the schema.
  init(for changeset: Changeset, in connection: Connection) throws(StoreError) {
    var columns: [String: [Connection.Column]] = [:]
    try changeset.forEach { iterator throws(StoreError) in
      let change = try Change(iterator)
      if columns[change.table] == nil {
        let known = try connection.columns(of: change.table)
        guard known.count >= change.columnCount else {
          throw .damaged("\(change.table) had \(change.columnCount) columns")
        }
        columns[change.table] = known
      }
      return true
    }
    self.columns = columns
  }

  func add(_ kind: Int32, _ iterator: OpaquePointer) -> Int32 {
    if kind == SQLITE_CHANGESET_FOREIGN_KEY {
      conflicts.append(Conflict(kind: .constraint, table: "", key: []))
      return SQLITE_CHANGESET_OMIT
    }
    guard let change = try? Change(iterator) else { return SQLITE_CHANGESET_ABORT }
    var conflict = Conflict(kind: .changed, table: change.table, key: change.key)
    switch kind {
    case SQLITE_CHANGESET_NOTFOUND: conflict.kind = .missing
    case SQLITE_CHANGESET_CONFLICT: conflict.kind = .exists
    case SQLITE_CHANGESET_CONSTRAINT: conflict.kind = .constraint
    default: break
    }
    if kind == SQLITE_CHANGESET_DATA || kind == SQLITE_CHANGESET_CONFLICT {
      conflict.cells = cells(of: change, iterator)
    }
    conflicts.append(conflict)
    return conflicts.count < Self.limit ? SQLITE_CHANGESET_OMIT : SQLITE_CHANGESET_ABORT
  }

  private func cells(of change: Change, _ iterator: OpaquePointer) -> [Conflict.Cell] {
    let names = columns[change.table] ?? []
    return change.cells.compactMap { cell in
      var current: OpaquePointer?
      guard sqlite3changeset_conflict(iterator, Int32(cell.column), &current) == SQLITE_OK,
        let current, names.indices.contains(cell.column)
      else { return nil }
      let found = Value(current)
      let expected = cell.old ?? cell.new ?? .null
      guard found != expected else { return nil }
      return Conflict.Cell(
        column: names[cell.column].name, expected: expected, found: found,
        wanted: cell.new ?? .null)
    }
  }
}
