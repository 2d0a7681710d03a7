public import Training

extension Rank: Storable {}
extension RankingKind: Storable {}
extension RankingPhase: Storable {}
extension RankingLife.State: Storable {}

/// A case with its applicant and what it belongs to, as lists show it.
public struct RankingCaseLine: Hashable, Sendable {
  public let rankingCase: RankingCase
  public let person: Person
  public let unitName: String
  public let schoolName: String
  public let roundTitle: String
  /// Empty before a board is found.
  public let boardTitle: String
}

/// Rounds and cases, within the reach of an account.
extension Querying where Self: ~Copyable {
  public func rankingRounds() throws(StoreError) -> [RankingRound] {
    try all(
      "\(RankingRound.selection) ORDER BY from_day DESC, id DESC", [], RankingRound.init(row:))
  }

  public func rankingRound(_ id: ID<RankingRound>) throws(StoreError) -> RankingRound? {
    try first("\(RankingRound.selection) WHERE id = ?", [id], RankingRound.init(row:))
  }

  private static var caseLines: String {
    """
    SELECT \(columns(of: Person.self)), \(RankingCase.columns), u.name,
      coalesce((SELECT s.name FROM unit s WHERE s.id = p.school), ''), o.title,
      coalesce((SELECT b.title FROM board b WHERE b.id = c.board), '')
    FROM ranking_case c JOIN person p ON p.id = c.person JOIN unit u ON u.id = p.unit
      JOIN ranking_round o ON o.id = c.round
    """
  }

  private static func columns(of type: Person.Type) -> String {
    """
    p.id, p.national_code, p.personnel_code, p.first_name, p.last_name, p.father_name,
      p.birth_day, p.gender, p.mobile, p.kind, p.unit, p.school, p.active
    """
  }

  /// Nil when there is none within reach.
  public func rankingCase(
    _ id: ID<RankingCase>, in reach: RankingReach
  ) throws(StoreError) -> RankingCaseLine? {
    try first(
      "\(Self.caseLines) WHERE c.id = ? AND \(reach.condition)", [id] + reach.arguments,
      RankingCaseLine.init(row:))
  }

  /// A case for the work of the program itself, which asks for no reach.
  package func rankingCase(_ id: ID<RankingCase>) throws(StoreError) -> RankingCase? {
    try first(
      "SELECT \(RankingCase.columns) FROM ranking_case c WHERE c.id = ?", [id]
    ) { try RankingCase(row: $0, from: 0) }
  }

  /// Those within reach in some stored states, or waiting for something, the latest first.
  public func rankingCases(
    in reach: RankingReach, states: Set<RankingLife.State>? = nil,
    waiting queue: RankingQueue? = nil, limit: Int = 5_000
  ) throws(StoreError) -> [RankingCaseLine] {
    let wanted = (states ?? Set(RankingLife.State.allCases)).map(\.rawValue).sorted()
    let marks = wanted.map { _ in "?" }.joined(separator: ", ")
    return try all(
      """
      \(Self.caseLines) WHERE c.state IN (\(marks)) AND \(queue?.condition ?? "1")
        AND \(reach.condition)
      ORDER BY c.made_day DESC, c.id DESC LIMIT ?
      """, wanted + reach.arguments + [limit], RankingCaseLine.init(row:))
  }

  /// The stored cases of a person, the latest first.
  public func rankingCases(of person: ID<Person>) throws(StoreError) -> [RankingCase] {
    try all(
      """
      SELECT \(RankingCase.columns) FROM ranking_case c WHERE c.person = ?
      ORDER BY c.made_day DESC, c.id DESC
      """, [person]
    ) { try RankingCase(row: $0, from: 0) }
  }
}

extension Writing {
  public func insert(_ it: RankingRound) throws(StoreError) {
    try insert("ranking_round", it.id, it.cells)
  }

  public func update(_ old: RankingRound, to new: RankingRound) throws(StoreError) -> Conflict? {
    try update("ranking_round", old.id, from: old.cells, to: new.cells)
  }

  public func insert(_ it: RankingCase) throws(StoreError) {
    try insert("ranking_case", it.id, it.cells)
  }

  /// Changes what differs between two forms of a case, if the first is still there.
  public func update(_ old: RankingCase, to new: RankingCase) throws(StoreError) -> Conflict? {
    try update("ranking_case", old.id, from: old.cells, to: new.cells)
  }
}

extension RankingRound {
  fileprivate static let selection = """
    SELECT id, title, kind, phase, from_day, to_day FROM ranking_round
    """

  fileprivate init(row: borrowing Row) throws {
    self.init(
      id: try row[0], title: try row[1], kind: try row[2], phase: try row[3], from: try row[4],
      to: try row[5])
  }

  fileprivate var cells: Cells {
    [
      ("title", title), ("kind", kind), ("phase", phase), ("from_day", from), ("to_day", to),
    ]
  }
}

extension RankingCase {
  fileprivate static let columns = """
    c.id, c.person, c.kind, c.phase, c.round, c.current_rank, c.target_rank, c.region, c.stage,
      c.field, c.weekly_minutes, c.school_kind, c.self_points, c.accepts_notice, c.made_day,
      c.submitted_day, c.referred_day, c.decided_day, c.notified_day, c.letter, c.final_rank,
      c.entitled_day, c.board, c.state, c.suspended_from, c.suspension_number, c.suspension_day,
      c.reason
    """

  /// A row whose columns begin somewhere in a longer one.
  fileprivate init(row: borrowing Row, from start: Int) throws {
    let form = Form(
      target: try row[start + 6], region: try row[start + 7], stage: try row[start + 8],
      field: try row[start + 9], weeklyMinutes: try row[start + 10],
      schoolKind: try row[start + 11], selfPoints: try row[start + 12],
      acceptsNotice: try row[start + 13])
    let course = Course(
      submitted: try row[start + 15], referred: try row[start + 16], decided: try row[start + 17],
      notified: try row[start + 18], letter: try row[start + 19], rank: try row[start + 20],
      entitled: try row[start + 21])
    self.init(
      id: try row[start], person: try row[start + 1], kind: try row[start + 2],
      phase: try row[start + 3], round: try row[start + 4], current: try row[start + 5],
      form: form, made: try row[start + 14], course: course, board: try row[start + 22],
      state: try row[start + 23], suspendedFrom: try row[start + 24],
      suspension: LetterMark(number: try row[start + 25], day: try row[start + 26]),
      reason: try row[start + 27])
  }

  fileprivate var cells: Cells {
    let asked: Cells = [
      ("person", person), ("kind", kind), ("phase", phase), ("round", round),
      ("current_rank", current), ("target_rank", form.target), ("region", form.region),
      ("stage", form.stage), ("field", form.field), ("weekly_minutes", form.weeklyMinutes),
      ("school_kind", form.schoolKind), ("self_points", form.selfPoints),
      ("accepts_notice", form.acceptsNotice), ("made_day", made),
    ]
    let found: Cells = [
      ("submitted_day", course.submitted), ("referred_day", course.referred),
      ("decided_day", course.decided), ("notified_day", course.notified),
      ("letter", course.letter), ("final_rank", course.rank), ("entitled_day", course.entitled),
      ("board", board), ("state", state), ("suspended_from", suspendedFrom),
      ("suspension_number", suspension.number), ("suspension_day", suspension.day),
      ("reason", reason),
    ]
    return asked + found
  }
}

extension RankingCaseLine {
  fileprivate init(row: borrowing Row) throws {
    person = try Person(row: row)
    rankingCase = try RankingCase(row: row, from: 13)
    unitName = try row[41]
    schoolName = try row[42]
    roundTitle = try row[43]
    boardTitle = try row[44]
  }
}
