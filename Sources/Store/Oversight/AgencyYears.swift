public import Persian
public import Training

/// The base data of a year with the name of their agency.
public struct AgencyYearLine: Hashable, Sendable {
  public let year: AgencyYear
  public let agencyName: String
}

/// A quarter with the base data it belongs to.
public struct AgencyQuarterLine: Hashable, Sendable {
  public let quarter: AgencyQuarter
  public let year: AgencyYear
  public let agencyName: String

  /// The state on a day: a quarter whose time is over is overdue by itself.
  public func state(on day: JalaliDate, under rules: Rules) -> AgencyQuarterLife.State {
    AgencyQuarterLife.state(
      quarter.state, .init(created: year.created, due: quarter.due(under: rules)), on: day)
  }
}

/// Base data and quarters within the reach of an account.
extension Querying where Self: ~Copyable {
  private static var yearLines: String {
    "SELECT \(AgencyYear.columns), o.name FROM agency_year y JOIN unit o ON o.id = y.agency"
  }

  private static var quarterLines: String {
    """
    SELECT \(AgencyYear.columns), o.name, \(AgencyQuarter.columns)
    FROM agency_quarter t JOIN agency_year y ON y.id = t.agency_year
      JOIN unit o ON o.id = y.agency
    """
  }

  /// Nil when there are none within reach.
  public func agencyYear(
    _ id: ID<AgencyYear>, in reach: OversightReach
  ) throws(StoreError) -> AgencyYearLine? {
    try first(
      "\(Self.yearLines) WHERE y.id = ? AND \(reach.condition)", [id] + reach.arguments,
      AgencyYearLine.init(row:))
  }

  /// A page of the base data within reach, the latest year first.
  public func agencyYears(
    in reach: OversightReach, state: AgencyYearLife.State? = nil, matching text: String = "",
    page: ListPage<AgencyYear> = .first, limit: Int = .max
  ) throws(StoreError) -> [AgencyYearLine] {
    let bound = page.bound(AgencyYear.order)
    var conditions: [(String, [any Storable])] = [
      (bound.condition, bound.arguments), (reach.condition, reach.arguments),
    ]
    if let state { conditions.append(("y.state = ?", [state])) }
    if !text.isEmpty {
      conditions.append(
        (
          "y.agency IN (SELECT rowid FROM search_unit WHERE search_unit MATCH ?)",
          [SearchKey.query(text) ?? "\"\""]
        ))
    }
    return bound.turned(
      try all(
        """
        \(Self.yearLines) WHERE \(conditions.map(\.0).joined(separator: " AND "))
        ORDER BY \(bound.order) LIMIT ?
        """, conditions.flatMap(\.1) + [limit], AgencyYearLine.init(row:)))
  }

  /// Whether an agency has base data of a year in another record.
  public func hasAgencyYear(
    _ agency: ID<Unit>, _ year: Int, except id: ID<AgencyYear>? = nil
  ) throws(StoreError) -> Bool {
    try exists(
      "SELECT 1 FROM agency_year WHERE agency = ? AND year = ? AND id IS NOT ?",
      [agency, year, id])
  }

  /// Nil when there is none within reach.
  public func agencyQuarter(
    _ id: ID<AgencyQuarter>, in reach: OversightReach
  ) throws(StoreError) -> AgencyQuarterLine? {
    try first(
      "\(Self.quarterLines) WHERE t.id = ? AND \(reach.condition)", [id] + reach.arguments,
      AgencyQuarterLine.init(row:))
  }

  /// The four quarters of base data within reach.
  public func agencyQuarters(
    of year: ID<AgencyYear>, in reach: OversightReach
  ) throws(StoreError) -> [AgencyQuarterLine] {
    try all(
      "\(Self.quarterLines) WHERE y.id = ? AND \(reach.condition) ORDER BY t.quarter",
      [year] + reach.arguments, AgencyQuarterLine.init(row:))
  }

  /// What an agency has of a quarter; nil before the base data of its year are there.
  public func agencyQuarter(
    of agency: ID<Unit>, _ quarter: Quarter
  ) throws(StoreError) -> AgencyQuarter? {
    try first(
      "\(Self.quarterLines) WHERE y.agency = ? AND y.year = ? AND t.quarter = ?",
      [agency, quarter.year, quarter.number], AgencyQuarterLine.init(row:))?.quarter
  }

  /// The quarters within reach that are not sent and began on a day or before, of the years from
  /// one on; the earliest first.
  public func openQuarters(
    in reach: OversightReach, from year: Int, until day: JalaliDate, limit: Int
  ) throws(StoreError) -> [AgencyQuarterLine] {
    let quarter = day.quarter
    return try all(
      """
      \(Self.quarterLines)
      WHERE t.state <> 'sent' AND y.year >= ? AND (y.year, t.quarter) <= (?, ?)
        AND \(reach.condition)
      ORDER BY y.year, t.quarter, t.id LIMIT ?
      """, [year, quarter.year, quarter.number] + reach.arguments + [limit],
      AgencyQuarterLine.init(row:))
  }
}

/// What agencies ask for.
extension Querying where Self: ~Copyable {
  /// The quarters within reach for which a later day is asked for, the earliest first.
  public func askedQuarters(in reach: OversightReach) throws(StoreError) -> [AgencyQuarterLine] {
    try all(
      """
      \(Self.quarterLines) WHERE t.asked <> '' AND \(reach.condition)
      ORDER BY y.year, t.quarter, t.id
      """, reach.arguments, AgencyQuarterLine.init(row:))
  }
}

extension Writing {
  public func insert(_ it: AgencyYear) throws(StoreError) {
    try insert("agency_year", it.id, it.cells)
  }

  /// Changes what differs between two forms, if the first is still there.
  public func update(_ old: AgencyYear, to new: AgencyYear) throws(StoreError) -> Conflict? {
    try update("agency_year", old.id, from: old.cells, to: new.cells)
  }

  public func insert(_ it: AgencyQuarter) throws(StoreError) {
    try insert("agency_quarter", it.id, it.cells)
  }

  /// Changes what differs between two forms, if the first is still there.
  public func update(_ old: AgencyQuarter, to new: AgencyQuarter) throws(StoreError) -> Conflict? {
    try update("agency_quarter", old.id, from: old.cells, to: new.cells)
  }
}

extension AgencyYear {
  fileprivate static let order = ListOrder<AgencyYear>(.descending, "y.year", "y.id") {
    [$0.form.year, $0.id]
  }

  static let columns = """
    y.id, y.agency, y.year, y.budget, y.course_count, y.file_name, y.file_kind, y.file_size,
      y.file_digest, y.created_day, y.state, y.reason
    """

  init(row: borrowing Row, from start: Int = 0) throws {
    guard let calendar = try Attachment.stored(in: row, from: start + 5) else {
      throw StoreError.damaged("base data without their calendar")
    }
    self.init(
      id: try row[start], agency: try row[start + 1],
      form: Form(
        year: try row[start + 2], budget: try row[start + 3], courseCount: try row[start + 4]),
      calendar: calendar, created: try row[start + 9], state: try row[start + 10],
      reason: try row[start + 11])
  }

  fileprivate var cells: Cells {
    let own: Cells = [
      ("agency", agency), ("year", form.year), ("budget", form.budget),
      ("course_count", form.courseCount),
    ]
    return own + Attachment.cells(of: calendar)
      + [("created_day", created), ("state", state), ("reason", reason)]
  }
}

extension AgencyQuarter {
  static let columns = """
    t.id, t.agency_year, y.year, t.quarter, t.spent, t.managers, t.managers_trained,
      t.managers_hours, t.staff, t.staff_trained, t.staff_hours, t.filled_day, t.extended_day,
      t.state, t.reason, t.asked, t.declined
    """

  init(row: borrowing Row, from start: Int) throws {
    guard let quarter = Quarter(year: try row[start + 2], number: try row[start + 3]) else {
      throw StoreError.damaged("a quarter outside the calendar")
    }
    let managers = QuarterFigures.Group(
      count: try row[start + 5], trained: try row[start + 6], personHours: try row[start + 7])
    let staff = QuarterFigures.Group(
      count: try row[start + 8], trained: try row[start + 9], personHours: try row[start + 10])
    self.init(
      id: try row[start], year: try row[start + 1], quarter: quarter,
      figures: QuarterFigures(spent: try row[start + 4], managers: managers, staff: staff),
      filled: try row[start + 11], extended: try row[start + 12], state: try row[start + 13],
      reason: try row[start + 14])
    asked = try row[start + 15]
    declined = try row[start + 16]
  }

  fileprivate var cells: Cells {
    let (managers, staff) = (figures.managers, figures.staff)
    return [
      ("agency_year", year), ("quarter", quarter.number), ("spent", figures.spent),
      ("managers", managers.count), ("managers_trained", managers.trained),
      ("managers_hours", managers.personHours), ("staff", staff.count),
      ("staff_trained", staff.trained), ("staff_hours", staff.personHours),
      ("filled_day", filled), ("extended_day", extended), ("state", state), ("reason", reason),
      ("asked", asked), ("declined", declined),
    ]
  }
}

extension AgencyYearLine {
  fileprivate init(row: borrowing Row) throws {
    year = try AgencyYear(row: row)
    agencyName = try row[12]
  }
}

extension AgencyQuarterLine {
  fileprivate init(row: borrowing Row) throws {
    year = try AgencyYear(row: row)
    agencyName = try row[12]
    quarter = try AgencyQuarter(row: row, from: 13)
  }
}
