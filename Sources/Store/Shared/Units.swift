import Persian
public import Training

/// Organisation units, read within a scope.
extension Querying where Self: ~Copyable {
  private static var columns: String {
    "id, kind, code, name, parent, path, governmental, active"
  }

  /// The unit itself, whatever the scope; nil when there is none.
  public func unit(_ id: ID<Unit>) throws(StoreError) -> Unit? {
    try first("SELECT \(Self.columns) FROM unit WHERE id = ?", [id], Unit.init(row:))
  }

  public func unit(_ kind: Unit.Kind, code: String) throws(StoreError) -> Unit? {
    try first(
      "SELECT \(Self.columns) FROM unit WHERE kind = ? AND code = ?", [kind, code], Unit.init(row:))
  }

  /// The units of a scope, parents before children, siblings in the alphabet's order.
  public func units(in scope: Scope) throws(StoreError) -> [Unit] {
    let range = scope.range
    return try all(
      """
      SELECT \(Self.columns) FROM unit WHERE path >= ? AND path < ?
      ORDER BY length(path) - length(replace(path, '/', '')), parent, sort_key, id
      """, [range.lower, range.upper], Unit.init(row:))
  }

  /// Whether a unit lies in a scope.
  public func contains(_ scope: Scope, unit: ID<Unit>) throws(StoreError) -> Bool {
    let path: UnitPath? = try first("SELECT path FROM unit WHERE id = ?", [unit]) { row in
      try row[0]
    }
    return path.map(scope.contains) ?? false
  }
}

extension Writing {
  public func insert(_ unit: Unit) throws(StoreError) {
    try run(
      """
      INSERT INTO unit
        (id, kind, code, name, name_key, sort_key, parent, path, governmental, active)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        unit.id, unit.kind, unit.code, unit.name, SearchKey.indexText(unit.name),
        Collation.key(unit.name), unit.parent, unit.path, unit.isGovernmental,
        unit.isActive,
      ])
  }
}

extension Unit {
  init(row: borrowing Row) throws {
    self.init(
      id: try row[0], kind: try row[1], code: try row[2], name: try row[3], parent: try row[4],
      path: try row[5], isGovernmental: try row[6], isActive: try row[7])
  }
}

extension Scope {
  /// The half-open range of paths that a scope is: "/1/5/" up to "/1/50", since "0" follows "/".
  var range: (lower: String, upper: String) {
    (root.text, String(root.text.dropLast()) + "0")
  }

  /// That the unit `u` of a row lies in this scope.
  ///
  /// - Parameter findsRows: Whether the index of paths finds the rows; else that of the order does.
  /// - Returns: The condition with its arguments.
  func condition(findsRows: Bool) -> (String, [any Storable]) {
    let sign = findsRows ? "" : "+"
    return ("\(sign)u.path >= ? AND \(sign)u.path < ?", [range.lower, range.upper])
  }
}
