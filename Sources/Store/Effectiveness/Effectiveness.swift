public import Persian
public import Training

/// The first and the last session of a course.
public struct CourseSpan: Hashable, Sendable {
  public let start: JalaliDate
  public let end: JalaliDate
}

/// What courses achieved, level by level.
extension Querying where Self: ~Copyable {
  /// The sessions of all classes that are not cancelled; nil before there is one.
  public func span(of request: ID<CourseRequest>) throws(StoreError) -> CourseSpan? {
    let days: (Int?, Int?)? = try first(
      """
      SELECT min(s.day), max(s.day) FROM training_class k JOIN session s ON s.class = k.id
      WHERE k.request = ? AND k.state <> 'cancelled'
      """, [request]
    ) { row in (try row[0], try row[1]) }
    guard let start = days?.0, let end = days?.1 else { return nil }
    return CourseSpan(start: JalaliDate(dayNumber: start), end: JalaliDate(dayNumber: end))
  }

  public func effectiveness(_ id: ID<Effectiveness>) throws(StoreError) -> Effectiveness? {
    try first(
      "SELECT \(Effectiveness.columns) FROM effectiveness WHERE id = ?", [id],
      Effectiveness.init(row:))
  }

  /// What is kept of a course, in the order of the levels; levels without anything are left out.
  public func effectiveness(of request: ID<CourseRequest>) throws(StoreError) -> [Effectiveness] {
    try all(
      "SELECT \(Effectiveness.columns) FROM effectiveness WHERE request = ? ORDER BY level",
      [request], Effectiveness.init(row:))
  }

  public func basis(of request: ID<CourseRequest>) throws(StoreError) -> EffectivenessBasis? {
    try first(
      "SELECT id, request, strategic, costly, large FROM effectiveness_basis WHERE request = ?",
      [request]
    ) { row in
      EffectivenessBasis(
        id: try row[0], request: try row[1], isStrategic: try row[2], isCostly: try row[3],
        isLarge: try row[4])
    }
  }

  /// The eligible courses of the office and year of a request, and how many others are selected.
  public func selection(
    besides request: CourseRequest
  ) throws(StoreError) -> (eligible: Int, selected: Int) {
    let eligible: Int = try value(
      """
      SELECT count(*) FROM effectiveness_basis b JOIN course_request r ON r.id = b.request
      WHERE r.unit = ? AND r.year = ? AND b.strategic = 1 AND b.costly = 1 AND b.large = 1
        AND r.state NOT IN ('rejected', 'cancelled')
      """, [request.unit, request.year])
    let selected: Int = try value(
      """
      SELECT count(*) FROM effectiveness f JOIN course_request r ON r.id = f.request
      WHERE f.level = 3 AND r.unit = ? AND r.year = ? AND r.id <> ?
        AND r.state NOT IN ('rejected', 'cancelled')
      """, [request.unit, request.year, request.id])
    return (eligible, selected)
  }
}

extension Writing {
  /// Writes what is kept of a level; `old` is nil where nothing was.
  public func put(_ it: Effectiveness, from old: Effectiveness?) throws(StoreError) -> Conflict? {
    try put("effectiveness", old?.id ?? it.id, from: old?.cells, to: it.cells)
  }

  public func deleteEffectiveness(_ id: ID<Effectiveness>) throws(StoreError) {
    try run("DELETE FROM effectiveness WHERE id = ?", [id])
  }

  public func put(
    _ it: EffectivenessBasis, from old: EffectivenessBasis?
  ) throws(StoreError) -> Conflict? {
    try put("effectiveness_basis", old?.id ?? it.id, from: old?.cells, to: it.cells)
  }
}

extension Effectiveness {
  static let columns = """
    id, request, level, cost, benefit, documents, conclusion, summarised_day
    """

  init(row: borrowing Row) throws {
    let number: Int = try row[2]
    guard let level = EffectivenessLevel(rawValue: number) else {
      throw StoreError.damaged("level \(number) of effectiveness")
    }
    self.init(
      id: try row[0], request: try row[1], level: level, cost: try row[3], benefit: try row[4],
      documents: try row[5], conclusion: try row[6], summarised: try row[7])
  }

  /// Every column but the id.
  fileprivate var cells: Cells {
    [
      ("request", request), ("level", level.rawValue), ("cost", cost),
      ("benefit", benefit), ("documents", documents), ("conclusion", conclusion),
      ("summarised_day", summarised),
    ]
  }
}

extension EffectivenessBasis {
  fileprivate var cells: Cells {
    [
      ("request", request), ("strategic", isStrategic), ("costly", isCostly), ("large", isLarge),
    ]
  }
}
