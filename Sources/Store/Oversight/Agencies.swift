import Persian
public import Training

/// An agency with its unit and who answers for it.
public struct AgencyLine: Hashable, Sendable {
  public let unit: Unit
  public let agency: Agency
  /// The names of its liaisons whose accounts are in use.
  public let liaisons: [String]
}

/// Agencies within the reach of an account.
extension Querying where Self: ~Copyable {
  private static var agencyLines: String {
    """
    SELECT o.id, o.kind, o.code, o.name, o.parent, o.path, o.governmental, o.active,
      a.kind, a.upload_open,
      ifnull((SELECT group_concat(p.first_name || ' ' || p.last_name, char(10))
        FROM account c JOIN person p ON p.id = c.person
        WHERE c.unit = o.id AND c.role = 'liaison' AND c.state <> 'inactive'), '')
    FROM agency a JOIN unit o ON o.id = a.id
    """
  }

  /// Nil when there is none within reach.
  public func agency(_ id: ID<Unit>, in reach: OversightReach) throws(StoreError) -> AgencyLine? {
    try first(
      "\(Self.agencyLines) WHERE a.id = ? AND \(reach.condition)", [id] + reach.arguments,
      AgencyLine.init(row:))
  }

  /// A page of the agencies within reach in the order of their codes.
  public func agencies(
    in reach: OversightReach, matching text: String = "", page: ListPage<Unit> = .first,
    limit: Int = .max
  ) throws(StoreError) -> [AgencyLine] {
    let bound = page.bound(Unit.agencyOrder)
    var (found, arguments): (String, [any Storable]) = ("1", [])
    if !text.isEmpty {
      found = "o.id IN (SELECT rowid FROM search_unit WHERE search_unit MATCH ?)"
      arguments = [SearchKey.query(text) ?? "\"\""]
    }
    return bound.turned(
      try all(
        """
        \(Self.agencyLines) WHERE o.kind = 'agency' AND \(bound.condition) AND \(found)
          AND \(reach.condition)
        ORDER BY \(bound.order) LIMIT ?
        """, bound.arguments + arguments + reach.arguments + [limit], AgencyLine.init(row:)))
  }

  /// The agencies in use within reach that have no base data of a year, by their codes.
  public func agencies(
    withoutYear year: Int, in reach: OversightReach
  ) throws(StoreError) -> [AgencyLine] {
    try all(
      """
      \(Self.agencyLines) WHERE o.active = 1 AND \(reach.condition)
        AND NOT EXISTS (SELECT 1 FROM agency_year y WHERE y.agency = a.id AND y.year = ?)
      ORDER BY o.code
      """, reach.arguments + [year], AgencyLine.init(row:))
  }
}

extension Writing {
  public func insert(_ agency: Agency) throws(StoreError) {
    try insert("agency", agency.id, agency.cells)
  }

  public func update(_ old: Agency, to new: Agency) throws(StoreError) -> Conflict? {
    try update("agency", old.id, from: old.cells, to: new.cells)
  }

  /// Renames a unit, or takes it out of use; its place stays.
  public func update(_ old: Unit, to new: Unit) throws(StoreError) -> Conflict? {
    try update("unit", old.id, from: old.nameCells, to: new.nameCells)
  }

  public func insert(_ it: CompletedImport) throws(StoreError) {
    try insert(
      "completed_import", it.id,
      [("agency", it.agency)] + Attachment.cells(of: it.file)
        + [("moment", it.moment), ("accepted", it.accepted), ("rejected", it.rejected)])
  }
}

extension Unit {
  fileprivate static let agencyOrder = ListOrder<Unit>(.ascending, "o.code", "o.id") {
    [$0.code, $0.id]
  }

  fileprivate var nameCells: Cells {
    [
      ("name", name), ("name_key", SearchKey.indexText(name)),
      ("sort_key", Collation.key(name)), ("active", isActive),
    ]
  }
}

extension Agency {
  fileprivate var cells: Cells { [("kind", kind), ("upload_open", isUploadOpen)] }
}

extension AgencyLine {
  fileprivate init(row: borrowing Row) throws {
    unit = try Unit(row: row)
    agency = Agency(id: unit.id, kind: try row[8], isUploadOpen: try row[9])
    let names: String = try row[10]
    liaisons = names.split(separator: "\n").map(String.init)
  }
}
