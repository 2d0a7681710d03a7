import Persian
public import Training

/// The figures of an agency in a year (O5).
public struct FigureLine: Hashable, Sendable {
  public let place: AgencyYearPlace
  public let agencyName: String
  public internal(set) var figures: OversightFigures
}

/// Base data of a year with its four quarters (O2).
public struct BaseDataLine: Hashable, Sendable {
  public let place: AgencyYearPlace
  public let agencyName: String
  public let year: AgencyYear
  /// In their order.
  public let quarters: [AgencyQuarter]

  public var spent: Rial { quarters.reduce(Rial(0)) { $0 + $1.figures.spent } }
}

/// Requests of permits of an agency in a year (O1).
public struct PermitCountLine: Hashable, Sendable {
  public let place: AgencyYearPlace
  public let agencyName: String
  public internal(set) var counts: PermitCounts
}

/// Pages of the reports that have a line for each agency and year.
extension Querying where Self: ~Copyable {
  /// A page of the comprehensive report.
  public func figureLines(
    in reach: OversightReach, _ filter: ReportFilter = ReportFilter(),
    page: ListPage<AgencyYearPlace> = .first, limit: Int = .max
  ) throws(StoreError) -> [FigureLine] {
    try agencyLines(
      in: reach, among: filter.agencies, page: page, limit: limit, place: \.place
    ) { agency throws(StoreError) in
      var years: [Int: OversightFigures] = [:]
      try self.addCourses(of: agency.id, filter, to: &years)
      try self.addPermits(of: agency.id, filter, to: &years)
      try self.addMoney(of: agency.id, filter, to: &years)
      return years.sorted { $0.key < $1.key }.map { year, figures in
        FigureLine(
          place: AgencyYearPlace(code: agency.code, agency: agency.id, year: year),
          agencyName: agency.name, figures: figures)
      }
    }
  }

  private func addCourses(
    of agency: ID<Unit>, _ filter: ReportFilter, to years: inout [Int: OversightFigures]
  ) throws(StoreError) {
    let conditions = filter.courseConditions(summing: true)
    let sums = try all(
      """
      SELECT q.year, \(OversightFigures.courseSums) FROM completed_course q
      WHERE q.agency = ? AND \(conditions.sql) GROUP BY q.year
      """, [agency] + conditions.arguments
    ) { row in (try row[0] as Int, try OversightFigures(courses: row, from: 1)) }
    for (year, figures) in sums { years[year, default: .init()] = figures }
  }

  private func addPermits(
    of agency: ID<Unit>, _ filter: ReportFilter, to years: inout [Int: OversightFigures]
  ) throws(StoreError) {
    let conditions = filter.permitConditions(summing: true)
    let sums = try all(
      """
      SELECT q.year, count(*), sum(q.state = 'approved') FROM permit q
      WHERE q.agency = ? AND \(conditions.sql) GROUP BY q.year
      """, [agency] + conditions.arguments
    ) { row in (try row[0] as Int, try row[1] as Int, try row[2] as Int) }
    for (year, permits, approved) in sums {
      years[year, default: .init()].permits = permits
      years[year, default: .init()].approvedPermits = approved
    }
  }

  private func addMoney(
    of agency: ID<Unit>, _ filter: ReportFilter, to years: inout [Int: OversightFigures]
  ) throws(StoreError) {
    let sums = try all(
      """
      SELECT y.year, y.budget, ifnull((
        SELECT sum(t.spent) FROM agency_quarter t WHERE t.agency_year = y.id
          AND (?2 IS NULL OR t.quarter = ?2)), 0)
      FROM agency_year y WHERE y.agency = ?1 AND (?3 IS NULL OR y.year = ?3)
      """, [agency, filter.quarter?.number, filter.quarter?.year ?? filter.year]
    ) { row in (try row[0] as Int, try row[1] as Int, try row[2] as Int) }
    for (year, planned, spent) in sums {
      years[year, default: .init()].planned = planned
      years[year, default: .init()].spent = spent
    }
  }

  /// A page of the report of base data.
  public func baseDataLines(
    in reach: OversightReach, _ filter: ReportFilter = ReportFilter(),
    page: ListPage<AgencyYearPlace> = .first, limit: Int = .max
  ) throws(StoreError) -> [BaseDataLine] {
    try agencyLines(
      in: reach, among: filter.agencies, page: page, limit: limit, place: \.place
    ) { agency throws(StoreError) in
      let years = try self.all(
        """
        SELECT \(AgencyYear.columns) FROM agency_year y
        WHERE y.agency = ? AND (? IS NULL OR y.year = ?) ORDER BY y.year
        """, [agency.id, filter.year, filter.year]
      ) { row in try AgencyYear(row: row) }
      var lines: [BaseDataLine] = []
      for year in years {
        let quarters = try self.all(
          """
          SELECT \(AgencyQuarter.columns) FROM agency_quarter t
            JOIN agency_year y ON y.id = t.agency_year
          WHERE t.agency_year = ? ORDER BY t.quarter
          """, [year.id]
        ) { row in try AgencyQuarter(row: row, from: 0) }
        lines.append(
          BaseDataLine(
            place: AgencyYearPlace(code: agency.code, agency: agency.id, year: year.form.year),
            agencyName: agency.name, year: year, quarters: quarters))
      }
      return lines
    }
  }

  /// A page of the report of requests: all of each quarter, and those in the state of the filter.
  public func permitCountLines(
    in reach: OversightReach, _ filter: ReportFilter = ReportFilter(),
    page: ListPage<AgencyYearPlace> = .first, limit: Int = .max
  ) throws(StoreError) -> [PermitCountLine] {
    var all = filter
    all.permitState = nil
    let conditions = all.permitConditions(summing: true)
    return try agencyLines(
      in: reach, among: filter.agencies, page: page, limit: limit, place: \.place
    ) { agency throws(StoreError) in
      let rows = try self.all(
        """
        SELECT q.year, q.requested_day, q.state, count(*) FROM permit q
        WHERE q.agency = ? AND \(conditions.sql) GROUP BY q.year, q.requested_day, q.state
        """, [agency.id] + conditions.arguments
      ) { row in
        (
          try row[0] as Int, try row[1] as JalaliDate, try row[2] as PermitLife.State,
          try row[3] as Int
        )
      }
      guard !rows.isEmpty else { return [] }
      var years: [Int: PermitCounts] = [:]
      for (year, day, state, count) in rows {
        let quarter = day.quarter.number - 1
        years[year, default: PermitCounts()].quarters[quarter].all += count
        if filter.permitState == nil || filter.permitState == state {
          years[year, default: PermitCounts()].quarters[quarter].chosen += count
        }
      }
      var courses: [Int: OversightFigures] = [:]
      try self.addCourses(of: agency.id, filter, to: &courses)
      return years.sorted { $0.key < $1.key }.map { year, counts in
        var counts = counts
        counts.courses = courses[year]?.courses ?? 0
        return PermitCountLine(
          place: AgencyYearPlace(code: agency.code, agency: agency.id, year: year),
          agencyName: agency.name, counts: counts)
      }
    }
  }
}

extension OversightFigures {
  /// The sums over completed courses `q`, in the order in which they are read.
  static let courseSums = """
    count(*), sum(q.managers), sum(q.staff), sum((q.managers + q.staff) * q.hours),
      sum(q.evaluated), sum(q.instructor_certified), sum(q.in_calendar)
    """

  init(courses row: borrowing Row, from start: Int) throws {
    self.init()
    courses = try row[start]
    managers = try row[start + 1] ?? 0
    staff = try row[start + 2] ?? 0
    personHours = try row[start + 3] ?? 0
    evaluated = try row[start + 4] ?? 0
    certified = try row[start + 5] ?? 0
    inCalendar = try row[start + 6] ?? 0
  }
}
