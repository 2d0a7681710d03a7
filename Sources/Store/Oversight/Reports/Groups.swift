import Persian
public import Training

/// Figures of one group.
public struct GroupLine: Hashable, Sendable {
  public let group: ReportGroup
  public let figures: OversightFigures

  public init(group: ReportGroup, figures: OversightFigures) {
    self.group = group
    self.figures = figures
  }
}

/// Figures grouped by any indicator: sums that SQLite makes, never rows in memory (S5-6d2).
extension Querying where Self: ~Copyable {
  /// The figures of every group within reach, in the order of the groups.
  public func figures(
    by indicator: ReportIndicator, in reach: OversightReach,
    _ filter: ReportFilter = ReportFilter()
  ) throws(StoreError) -> [GroupLine] {
    var sums: [Int64: OversightFigures] = [:]
    if indicator == .state { return try stateFigures(in: reach, filter) }
    try sumCourses(by: indicator, in: reach, filter, &sums)
    try sumPermits(by: indicator, in: reach, filter, &sums)
    try sumMoney(by: indicator, in: reach, filter, &sums)
    let names = try names(of: indicator, in: reach)
    let lines: [(key: Int64, line: GroupLine)] = sums.compactMap { key, figures in
      ReportGroup(indicator, key, names).map { (key, GroupLine(group: $0, figures: figures)) }
    }
    return lines.sorted { ($0.line.group.name, $0.key) < ($1.line.group.name, $1.key) }.map(\.line)
  }

  /// The figures of everything within reach.
  public func figures(
    in reach: OversightReach, _ filter: ReportFilter = ReportFilter()
  ) throws(StoreError) -> OversightFigures {
    try figures(by: .year, in: reach, filter).reduce(OversightFigures()) { $0 + $1.figures }
  }

  private func within(_ reach: OversightReach) -> (String, [any Storable]) {
    (
      """
      q.agency IN (SELECT o.id FROM unit o WHERE o.kind = 'agency' AND \(reach.condition))
      """, reach.arguments
    )
  }

  private func sumCourses(
    by indicator: ReportIndicator, in reach: OversightReach, _ filter: ReportFilter,
    _ sums: inout [Int64: OversightFigures]
  ) throws(StoreError) {
    let conditions = [within(reach)] + filter.courseConditions(summing: true)
    let found = try all(
      """
      SELECT \(indicator.courseKey), \(OversightFigures.courseSums) FROM completed_course q
      WHERE \(conditions.sql) GROUP BY 1
      """, conditions.arguments
    ) { row in (try row[0] as Int64, try OversightFigures(courses: row, from: 1)) }
    for (key, figures) in found { sums[key] = figures }
  }

  private func sumPermits(
    by indicator: ReportIndicator, in reach: OversightReach, _ filter: ReportFilter,
    _ sums: inout [Int64: OversightFigures]
  ) throws(StoreError) {
    let conditions = [within(reach)] + filter.permitConditions(summing: true)
    let found = try all(
      """
      SELECT \(indicator.permitKey), count(*), sum(q.state = 'approved') FROM permit q
      WHERE \(conditions.sql) GROUP BY 1
      """, conditions.arguments
    ) { row in (try row[0] as Int64, try row[1] as Int, try row[2] as Int) }
    for (key, permits, approved) in found {
      // A quarter is that of the day, which SQL knows nothing of.
      let key =
        indicator == .quarter
        ? Quarter.key(of: JalaliDate(dayNumber: Int(key)).quarter) : key
      sums[key, default: .init()].permits += permits
      sums[key, default: .init()].approvedPermits += approved
    }
  }

  private func sumMoney(
    by indicator: ReportIndicator, in reach: OversightReach, _ filter: ReportFilter,
    _ sums: inout [Int64: OversightFigures]
  ) throws(StoreError) {
    guard let key = indicator.moneyKey else { return }
    var conditions = [(reach.condition, reach.arguments)]
    if !filter.agencies.isEmpty {
      let marks = filter.agencies.map { _ in "?" }.joined(separator: ", ")
      conditions.append(("y.agency IN (\(marks))", filter.agencies.map { $0 as any Storable }))
    }
    if let year = filter.quarter?.year ?? filter.year { conditions.append(("y.year = ?", [year])) }
    let quarter: [(String, [any Storable])] =
      filter.quarter.map { [("t.quarter = ?", [$0.number])] } ?? []
    let spent = try all(
      """
      SELECT \(key), sum(t.spent) FROM agency_quarter t
        JOIN agency_year y ON y.id = t.agency_year JOIN unit o ON o.id = y.agency
      WHERE \((conditions + quarter).sql) GROUP BY 1
      """, (conditions + quarter).arguments
    ) { row in (try row[0] as Int64, try row[1] as Int) }
    for (key, amount) in spent { sums[key, default: .init()].spent = amount }
    guard indicator != .quarter else { return }
    let planned = try all(
      """
      SELECT \(key), sum(y.budget) FROM agency_year y JOIN unit o ON o.id = y.agency
      WHERE \(conditions.sql) GROUP BY 1
      """, conditions.arguments
    ) { row in (try row[0] as Int64, try row[1] as Int) }
    for (key, amount) in planned { sums[key, default: .init()].planned = amount }
  }

  /// Permits and completed courses have states of their own.
  private func stateFigures(
    in reach: OversightReach, _ filter: ReportFilter
  ) throws(StoreError) -> [GroupLine] {
    let permits = [within(reach)] + filter.permitConditions(summing: true)
    let counts = try all(
      """
      SELECT q.state, count(*) FROM permit q WHERE \(permits.sql) GROUP BY 1
      """, permits.arguments
    ) { row in (try row[0] as PermitLife.State, try row[1] as Int) }
    let courses = [within(reach)] + filter.courseConditions(summing: true)
    let sums = try all(
      """
      SELECT q.state, \(OversightFigures.courseSums) FROM completed_course q
      WHERE \(courses.sql) GROUP BY 1
      """, courses.arguments
    ) { row in
      (try row[0] as CompletedCourseLife.State, try OversightFigures(courses: row, from: 1))
    }
    let requested = PermitLife.State.allCases.compactMap { state -> GroupLine? in
      guard let count = counts.first(where: { $0.0 == state })?.1 else { return nil }
      var figures = OversightFigures()
      figures.permits = count
      figures.approvedPermits = state == .approved ? count : 0
      return GroupLine(group: .permitState(state), figures: figures)
    }
    let completed = CompletedCourseLife.State.allCases.compactMap { state -> GroupLine? in
      sums.first { $0.0 == state }.map { GroupLine(group: .courseState(state), figures: $0.1) }
    }
    return requested + completed
  }

  private func names(
    of indicator: ReportIndicator, in reach: OversightReach
  ) throws(StoreError) -> [Int64: String] {
    let found: [(Int64, String)]
    switch indicator {
    case .agency:
      found = try all(
        "SELECT o.id, o.name FROM unit o WHERE o.kind = 'agency' AND \(reach.condition)",
        reach.arguments
      ) { row in (try row[0], try row[1]) }
    case .instructor:
      found = try all("SELECT id, first_name || ' ' || last_name FROM oversight_instructor") {
        row in (try row[0], try row[1])
      }
    default: found = []
    }
    return Dictionary(found, uniquingKeysWith: { first, _ in first })
  }
}

extension Quarter {
  fileprivate static func key(of quarter: Quarter) -> Int64 {
    Int64(quarter.year * 10 + quarter.number)
  }
}

extension ReportIndicator {
  /// A number for each group of completed courses `q`.
  fileprivate var courseKey: String {
    switch self {
    case .agency: "q.agency"
    case .year: "q.year"
    case .quarter: "q.year * 10 + q.quarter"
    case .group: "q.course_group"
    case .mode: "q.mode"
    case .organiser: "q.organiser"
    case .instructor: "ifnull(q.instructor, 0)"
    case .state: "0"
    }
  }

  fileprivate var permitKey: String { self == .quarter ? "q.requested_day" : courseKey }

  fileprivate var moneyKey: String? {
    switch self {
    case .agency: "y.agency"
    case .year: "y.year"
    case .quarter: "y.year * 10 + t.quarter"
    default: nil
    }
  }
}

extension ReportGroup {
  fileprivate init?(_ indicator: ReportIndicator, _ key: Int64, _ names: [Int64: String]) {
    let number = Int(key)
    let made: ReportGroup? =
      switch indicator {
      case .agency: names[key].map { .agency(ID(rawValue: key), name: $0) }
      case .year: .year(number)
      case .quarter: Quarter(year: number / 10, number: number % 10).map { .quarter($0) }
      case .group: CourseGroup(rawValue: number).map { .group($0) }
      case .mode: OversightMode(rawValue: number).map { .mode($0) }
      case .organiser: Organiser(rawValue: number).map { .organiser($0) }
      case .instructor:
        .instructor(key == 0 ? nil : ID(rawValue: key), name: names[key] ?? "")
      case .state: nil
      }
    guard let made else { return nil }
    self = made
  }

  /// For the order: groups with names by the alphabet, the others by their numbers.
  fileprivate var name: String {
    switch self {
    case .agency(_, let name), .instructor(_, let name): Collation.key(name)
    default: ""
    }
  }
}
