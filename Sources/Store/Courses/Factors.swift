public import Training

/// The executive factors of a request.
extension Querying where Self: ~Copyable {
  private static var columns: String {
    "id, request, role, educator, person, national_code, full_name, minutes, active"
  }

  public func factor(_ id: ID<Factor>) throws(StoreError) -> Factor? {
    try first("SELECT \(Self.columns) FROM factor WHERE id = ?", [id], Factor.init(row:))
  }

  /// The factors of a request, the manager first; former ones only where they are asked for.
  public func factors(
    of request: ID<CourseRequest>, includingFormer: Bool = false
  ) throws(StoreError) -> [Factor] {
    let active = includingFormer ? "" : "AND active = 1"
    return try all(
      """
      SELECT \(Self.columns) FROM factor WHERE request = ? \(active)
      ORDER BY role <> 'manager', role <> 'instructor', id
      """, [request], Factor.init(row:))
  }

  /// A person's active factors with a duty in courses that are not over, each with its course's title.
  public func liveFactors(
    of person: ID<Person>, _ duty: Factor.Duty
  ) throws(StoreError) -> [(factor: Factor, title: String)] {
    try all(
      """
      SELECT f.id, f.request, f.role, f.educator, f.person, f.national_code, f.full_name, f.minutes,
        f.active, c.title
      FROM factor f JOIN course_request r ON r.id = f.request JOIN course c ON c.id = r.course
      WHERE f.person = ? AND f.role = ? AND f.active = 1
        AND r.state NOT IN ('finished', 'cancelled', 'rejected')
      ORDER BY f.id
      """, [person, duty]
    ) { row in (factor: try Factor(row: row), title: try row[9]) }
  }

  /// Whether a person is the active factor of any course with this duty (S2-4.4a).
  public func isFactor(_ person: ID<Person>, _ duty: Factor.Duty) throws(StoreError) -> Bool {
    try exists(
      "SELECT 1 FROM factor WHERE person = ? AND role = ? AND active = 1", [person, duty])
  }
}

extension Writing {
  public func insert(_ factor: Factor) throws(StoreError) {
    try insert("factor", factor.id, factor.cells)
  }

  /// Changes what differs between two forms of a factor, if the first is still there.
  public func update(_ old: Factor, to new: Factor) throws(StoreError) -> Conflict? {
    try update("factor", old.id, from: old.cells, to: new.cells)
  }
}

extension Factor {
  init(row: borrowing Row) throws { try self.init(row: row, from: 0) }

  /// A factor whose columns begin somewhere in a longer row.
  init(row: borrowing Row, from start: Int) throws {
    let code: String = try row[start + 5]
    self.init(
      id: try row[start], request: try row[start + 1], duty: try row[start + 2],
      isEducator: try row[start + 3], person: try row[start + 4],
      nationalCode: code.isEmpty ? nil : try NationalCode(unchecked: code),
      fullName: try row[start + 6], minutes: try row[start + 7], isActive: try row[start + 8])
  }

  /// Every column but the id.
  fileprivate var cells: Cells {
    [
      ("request", request), ("role", duty), ("educator", isEducator), ("person", person),
      ("national_code", nationalCode?.digits ?? ""), ("full_name", fullName),
      ("minutes", minutes), ("active", isActive),
    ]
  }
}
