public import Persian
public import Training

/// A request for competency development with what lists and forms show beside it.
public struct CompetencyLine: Hashable, Sendable {
  public let request: CompetencyRequest
  public let person: Person
  public let unitName: String
  /// Empty where no school is known.
  public let schoolName: String
  public let periodTitle: String
  public let year: Int
  /// Empty before the referral.
  public let centreName: String
  public let scores: AssessmentScores
}

/// Which requests for competency development a list shows.
public struct CompetencyFilter: Hashable, Sendable {
  /// The beginning of a tracking number, or of names and codes of the person.
  public var text: String
  public var states: Set<CompetencyLife.State>?
  public var period: ID<AssessmentPeriod>?
  /// People of this school or office.
  public var unit: ID<Unit>?
  public var person: ID<Person>?
  /// The days of registration.
  public var days: ClosedRange<JalaliDate>?

  public init(
    text: String = "", states: Set<CompetencyLife.State>? = nil,
    period: ID<AssessmentPeriod>? = nil, unit: ID<Unit>? = nil,
    person: ID<Person>? = nil, days: ClosedRange<JalaliDate>? = nil
  ) {
    self.text = text
    self.states = states
    self.period = period
    self.unit = unit
    self.person = person
    self.days = days
  }

  /// Conditions on `r` and `p` with their arguments.
  var conditions: [(String, [any Storable])] {
    var conditions: [(String, [any Storable])] = []
    if let states {
      let marks = states.map { _ in "?" }.joined(separator: ", ")
      conditions.append(("r.state IN (\(marks))", Array(states)))
    }
    if let period { conditions.append(("r.period = ?", [period])) }
    if let unit { conditions.append(("? IN (p.unit, p.school)", [unit])) }
    if let person { conditions.append(("r.person = ?", [person])) }
    if let days {
      conditions.append(
        ("r.registered_day BETWEEN ? AND ?", [days.lowerBound, days.upperBound]))
    }
    let digits = Digits.latin(text).filter { !$0.isWhitespace && $0 != "-" }
    if !digits.isEmpty, let query = SearchKey.query(text) {
      conditions.append(
        (
          """
          (substr(r.tracking, 1, length(?)) = ?
            OR r.person IN (SELECT rowid FROM search_person WHERE search_person MATCH ?))
          """, [digits, digits, query]
        ))
    }
    return conditions
  }
}

/// Requests for competency development, within the reach of an account.
extension Querying where Self: ~Copyable {
  static var competencySelection: String {
    let scores = AssessmentDimension.allCases.map { dimension in
      """
      (SELECT s.score FROM competency_result s
        WHERE s.request = r.id AND s.dimension = '\(dimension.rawValue)')
      """
    }
    return """
      SELECT p.id, p.national_code, p.personnel_code, p.first_name, p.last_name, p.father_name,
        p.birth_day, p.gender, p.mobile, p.kind, p.unit, p.school, p.active,
        r.id, r.person, r.period, r.appointment, r.tracking, r.registered_day, r.state, r.centre,
        r.outcome, r.decided_day, r.note, r.reason,
        u.name, ifnull((SELECT s.name FROM unit s WHERE s.id = p.school), ''), a.title, a.year,
        ifnull((SELECT c.name FROM assessment_centre c WHERE c.id = r.centre), ''),
        \(scores.joined(separator: ", "))
      FROM competency_request r JOIN person p ON p.id = r.person JOIN unit u ON u.id = p.unit
        JOIN assessment_period a ON a.id = r.period
      """
  }

  /// Nil when there is none within reach.
  public func competencyRequest(
    _ id: ID<CompetencyRequest>, in reach: PersonReach
  ) throws(StoreError) -> CompetencyLine? {
    try first(
      "\(Self.competencySelection) WHERE r.id = ? AND \(reach.condition)",
      [id] + reach.arguments, CompetencyLine.init(row:))
  }

  /// A page of the requests within reach, the newest first; the same price for every page.
  public func competencyRequests(
    in reach: PersonReach, _ filter: CompetencyFilter = CompetencyFilter(),
    page: ListPage<CompetencyRequest> = .first, limit: Int = .max
  ) throws(StoreError) -> [CompetencyLine] {
    let bound = page.bound(CompetencyRequest.order)
    let conditions = filter.conditions
    let found = try all(
      """
      \(Self.competencySelection)
      WHERE \(([bound.condition, reach.condition] + conditions.map(\.0)).joined(separator: " AND "))
      ORDER BY \(bound.order) LIMIT ?
      """, bound.arguments + reach.arguments + conditions.flatMap(\.1) + [limit],
      CompetencyLine.init(row:))
    return bound.turned(found)
  }

  /// The tracking number of the live request of a person for a period.
  public func liveTracking(
    of person: ID<Person>, _ period: ID<AssessmentPeriod>
  ) throws(StoreError) -> String? {
    try first(
      """
      SELECT tracking FROM competency_request
      WHERE person = ? AND period = ? AND state <> 'withdrawn'
      """, [person, period]
    ) { row in try row[0] }
  }

  public func hasTracking(_ tracking: String) throws(StoreError) -> Bool {
    try exists("SELECT 1 FROM competency_request WHERE tracking = ?", [tracking])
  }
}

extension Writing {
  public func insert(_ request: CompetencyRequest) throws(StoreError) {
    try insert("competency_request", request.id, request.cells)
  }

  /// Changes what differs between two forms of a request, if the first is still there.
  public func update(
    _ old: CompetencyRequest, to new: CompetencyRequest
  ) throws(StoreError) -> Conflict? {
    try update("competency_request", old.id, from: old.cells, to: new.cells)
  }

  /// Records the score of a dimension; each has one.
  public func insert(
    _ score: AssessmentScore, of dimension: AssessmentDimension,
    for request: ID<CompetencyRequest>, on day: JalaliDate, assessor: String,
    id: ID<AssessmentScore>
  ) throws(StoreError) {
    try run(
      """
      INSERT INTO competency_result (id, request, dimension, score, day, assessor)
      VALUES (?, ?, ?, ?, ?, ?)
      """, [id, request, dimension, score.hundredths, day, assessor])
  }
}

extension CompetencyLife.State: Storable {}
extension AssessmentDimension: Storable {}

extension CompetencyRequest {
  /// The newest first.
  fileprivate static let order = ListOrder<CompetencyRequest>(
    .descending, "r.registered_day", "r.id"
  ) { [$0.registered, $0.id] }

  fileprivate init(row: borrowing Row, from start: Int) throws {
    self.init(
      id: try row[start], person: try row[start + 1], period: try row[start + 2],
      appointment: try row[start + 3], tracking: try row[start + 4],
      registered: try row[start + 5], state: try row[start + 6], centre: try row[start + 7],
      outcome: try row[start + 8], decided: try row[start + 9], note: try row[start + 10],
      reason: try row[start + 11])
  }

  /// Every column but the id.
  fileprivate var cells: Cells {
    [
      ("person", person), ("period", period), ("appointment", appointment),
      ("tracking", tracking), ("registered_day", registered), ("state", state),
      ("centre", centre), ("outcome", outcome), ("decided_day", decided), ("note", note),
      ("reason", reason),
    ]
  }
}

extension CompetencyLine {
  init(row: borrowing Row) throws {
    person = try Person(row: row)
    request = try CompetencyRequest(row: row, from: 13)
    unitName = try row[25]
    schoolName = try row[26]
    periodTitle = try row[27]
    year = try row[28]
    centreName = try row[29]
    var scores = AssessmentScores()
    for (index, dimension) in AssessmentDimension.allCases.enumerated() {
      let score: Int? = try row[30 + index]
      scores[dimension] = score.map { AssessmentScore(hundredths: $0) }
    }
    self.scores = scores
  }
}
