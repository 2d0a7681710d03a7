import Training

/// The columns of a row but its id with their values, in the same order for every row of a table.
typealias Cells = [(String, any Storable)]

/// Rows written from their cells: one way for every table whose type lists them.
extension Writing {
  /// A new row of a table.
  func insert<Entity>(_ table: String, _ id: ID<Entity>, _ cells: Cells) throws(StoreError) {
    let columns = cells.map(\.0).joined(separator: ", ")
    let marks = cells.map { _ in "?" }.joined(separator: ", ")
    try run("INSERT INTO \(table) (id, \(columns)) VALUES (?, \(marks))", [id] + cells.map(\.1))
  }

  /// Changes the cells that differ between two forms of a row, if the first is still there.
  func update<Entity>(
    _ table: String, _ id: ID<Entity>, from old: Cells, to new: Cells
  ) throws(StoreError) -> Conflict? {
    try update(table, id.rawValue, zip(old, new).map { Edit($0.0, from: $0.1, to: $1.1) })
  }

  /// Writes a row that may be new: `old` is nil where there was none.
  func put<Entity>(
    _ table: String, _ id: ID<Entity>, from old: Cells?, to new: Cells
  ) throws(StoreError) -> Conflict? {
    if let old { return try update(table, id, from: old, to: new) }
    try insert(table, id, new)
    return nil
  }
}
