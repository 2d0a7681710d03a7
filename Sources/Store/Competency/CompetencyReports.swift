public import Persian
public import Training

/// Somebody whose participation is looked at, with the request for the period where there is one.
public struct ParticipationLine: Hashable, Sendable {
  public let person: Person
  public let unitName: String
  /// Empty where no school is known.
  public let schoolName: String
  public let isCompulsory: Bool
  public let hasAppointment: Bool
  /// Nil where no live request is registered.
  public let state: CompetencyLife.State?
  /// A code of the list `assessment-outcome`; empty before the decision.
  public let outcome: String
}

/// Which people a report on participation lists.
public struct ParticipationFilter: Hashable, Sendable {
  public enum Choice: String, CaseIterable, Hashable, Sendable {
    /// Everybody employed, for the annual appraisal.
    case everybody
    /// Obliged persons without a live request (S1-1g).
    case withoutRequest
    /// Obliged persons without an appointment that holds: «بدون ابلاغ».
    case withoutAppointment
  }

  public var choice: Choice
  public var period: ID<AssessmentPeriod>
  /// People of this school or office; nil for all within reach.
  public var unit: ID<Unit>?
  public var day: JalaliDate

  public init(
    _ choice: Choice, period: ID<AssessmentPeriod>, unit: ID<Unit>? = nil, on day: JalaliDate
  ) {
    self.choice = choice
    self.period = period
    self.unit = unit
    self.day = day
  }
}

/// The requests of one school or office in one state.
public struct CompetencyCount: Hashable, Sendable {
  public let unitName: String
  /// Empty for people of the office itself.
  public let schoolName: String
  public let state: CompetencyLife.State
  public let count: Int
}

/// The results of one office in one dimension.
public struct DimensionResult: Hashable, Sendable {
  public let unitName: String
  public let dimension: AssessmentDimension
  public let count: Int
  public let lowest: AssessmentScore
  public let highest: AssessmentScore
  /// Hundredths of a point, rounded down.
  public let mean: AssessmentScore
}

/// The reports of S1 (R8), within the reach of an account.
extension Querying where Self: ~Copyable {
  /// People in the alphabet's order.
  public func participation(
    in reach: PersonReach, _ filter: ParticipationFilter
  ) throws(StoreError) -> [ParticipationLine] {
    let employees = Participation.employees.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    let exempt = Participation.exemptPosts.map { "'\($0)'" }.joined(separator: ", ")
    // `Participation` decides the same for one person; a test compares the two.
    let post = """
      coalesce((SELECT nullif(d.post_kind, '') FROM decree d
        WHERE d.person = p.id AND d.from_day <= ?1 AND (d.to_day IS NULL OR d.to_day >= ?1)
        ORDER BY d.from_day DESC, d.id DESC LIMIT 1), p.kind)
      """
    let appointment = """
      EXISTS (SELECT 1 FROM appointment a
        WHERE a.person = p.id AND a.from_day <= ?1 AND (a.to_day IS NULL OR a.to_day >= ?1))
      """
    let wanted =
      switch filter.choice {
      case .everybody: "1"
      case .withoutRequest: "compulsory AND state IS NULL"
      case .withoutAppointment: "compulsory AND NOT appointed"
      }
    // Numbered parameters for day, period and unit; those of the reach follow.
    let arguments: [any Storable] = [filter.day, filter.period, filter.unit]
    return try all(
      """
      SELECT p.id, p.national_code, p.personnel_code, p.first_name, p.last_name, p.father_name,
        p.birth_day, p.gender, p.mobile, p.kind, p.unit, p.school, p.active,
        u.name, ifnull((SELECT s.name FROM unit s WHERE s.id = p.school), ''),
        \(post) NOT IN (\(exempt)) AS compulsory, \(appointment) AS appointed,
        r.state AS state, ifnull(r.outcome, '')
      FROM person p JOIN unit u ON u.id = p.unit
        LEFT JOIN competency_request r
          ON r.person = p.id AND r.period = ?2 AND r.state <> 'withdrawn'
      WHERE p.active = 1 AND p.kind IN (\(employees)) AND (?3 IS NULL OR ?3 IN (p.unit, p.school))
        AND \(wanted) AND \(reach.condition)
      ORDER BY p.sort_key, p.id
      """, arguments + reach.arguments, ParticipationLine.init(row:))
  }

  /// How many requests each school and office has in each state.
  public func competencyCounts(
    in reach: PersonReach, _ filter: CompetencyFilter
  ) throws(StoreError) -> [CompetencyCount] {
    let conditions = filter.conditions
    return try all(
      """
      SELECT u.name, ifnull(s.name, ''), r.state, count(*)
      FROM competency_request r JOIN person p ON p.id = r.person JOIN unit u ON u.id = p.unit
        LEFT JOIN unit s ON s.id = p.school
      WHERE \(([reach.condition] + conditions.map(\.0)).joined(separator: " AND "))
      GROUP BY u.id, s.id, r.state ORDER BY u.sort_key, u.id, s.sort_key, s.id
      """, reach.arguments + conditions.flatMap(\.1)
    ) { row in
      CompetencyCount(
        unitName: try row[0], schoolName: try row[1], state: try row[2], count: try row[3])
    }
  }

  /// What the assessments of each office gave in each dimension.
  public func dimensionResults(
    in reach: PersonReach, _ filter: CompetencyFilter
  ) throws(StoreError) -> [DimensionResult] {
    let conditions = filter.conditions
    return try all(
      """
      SELECT u.name, c.dimension, count(*), min(c.score), max(c.score), sum(c.score) / count(*)
      FROM competency_result c JOIN competency_request r ON r.id = c.request
        JOIN person p ON p.id = r.person JOIN unit u ON u.id = p.unit
      WHERE \(([reach.condition] + conditions.map(\.0)).joined(separator: " AND "))
      GROUP BY u.id, c.dimension
      ORDER BY u.sort_key, u.id, instr('general specialised professional', c.dimension)
      """, reach.arguments + conditions.flatMap(\.1)
    ) { row in
      DimensionResult(
        unitName: try row[0], dimension: try row[1], count: try row[2],
        lowest: AssessmentScore(hundredths: try row[3]),
        highest: AssessmentScore(hundredths: try row[4]),
        mean: AssessmentScore(hundredths: try row[5]))
    }
  }
}

extension ParticipationLine {
  init(row: borrowing Row) throws {
    person = try Person(row: row)
    unitName = try row[13]
    schoolName = try row[14]
    isCompulsory = try row[15]
    hasAppointment = try row[16]
    state = try row[17]
    outcome = try row[18]
  }
}
