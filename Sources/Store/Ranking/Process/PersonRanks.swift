import Persian
public import Training

extension PersonRankLife.State: Storable {}

/// A held rank with its person, as lists show it.
public struct PersonRankLine: Hashable, Sendable {
  public let personRank: PersonRank
  public let person: Person
  public let unitName: String
}

/// The ranks of people.
extension Querying where Self: ~Copyable {
  private static var rankLines: String {
    """
    SELECT p.id, p.national_code, p.personnel_code, p.first_name, p.last_name, p.father_name,
      p.birth_day, p.gender, p.mobile, p.kind, p.unit, p.school, p.active,
      \(PersonRank.columns), u.name
    FROM person_rank k JOIN person p ON p.id = k.person JOIN unit u ON u.id = p.unit
    """
  }

  /// Every rank that a person has held, the latest first.
  public func personRanks(of person: ID<Person>) throws(StoreError) -> [PersonRank] {
    try all(
      """
      SELECT \(PersonRank.columns) FROM person_rank k WHERE k.person = ?
      ORDER BY k.from_day DESC, k.id DESC
      """, [person]
    ) { try PersonRank(row: $0, from: 0) }
  }

  /// The rank that a person holds; nil for none.
  public func heldRank(of person: ID<Person>) throws(StoreError) -> PersonRank? {
    try personRanks(of: person).first { $0.to == nil && $0.state != .ended }
  }

  /// A rank of somebody within reach.
  public func personRank(
    _ id: ID<PersonRank>, in reach: PersonReach
  ) throws(StoreError) -> PersonRankLine? {
    try first(
      "\(Self.rankLines) WHERE k.id = ? AND \(reach.condition)", [id] + reach.arguments,
      PersonRankLine.init(row:))
  }

  /// Ranks of people within reach, those whose evaluation is due first; only held ones unless all
  /// are asked for.
  public func personRanks(
    in reach: PersonReach, all isWhole: Bool = false, state: PersonRankLife.State? = nil,
    limit: Int = 5_000
  ) throws(StoreError) -> [PersonRankLine] {
    try all(
      """
      \(Self.rankLines) WHERE \(reach.condition) \(isWhole ? "" : "AND k.state <> 'ended'")
        \(state == nil ? "" : "AND k.state = ?")
      ORDER BY k.evaluated_day, k.id LIMIT ?
      """, reach.arguments + (state.map { [$0] } ?? []) + [limit], PersonRankLine.init(row:))
  }

  /// The retraining of a rank that is under way or was the last.
  public func retraining(of it: ID<PersonRank>) throws(StoreError) -> Retraining? {
    try first(
      """
      SELECT id, person_rank, university, from_day, to_day, passed FROM retraining
      WHERE person_rank = ? ORDER BY from_day DESC, id DESC
      """, [it]
    ) { row in
      Retraining(
        id: try row[0], personRank: try row[1], university: try row[2], from: try row[3],
        to: try row[4], isPassed: try row[5])
    }
  }
}

extension Writing {
  public func insert(_ it: PersonRank) throws(StoreError) {
    try insert("person_rank", it.id, it.cells)
  }

  public func update(_ old: PersonRank, to new: PersonRank) throws(StoreError) -> Conflict? {
    try update("person_rank", old.id, from: old.cells, to: new.cells)
  }

  /// Writes a rank from before this system; whatever became of it since stays.
  public func put(_ old: EnteredRank?, _ new: EnteredRank) throws(StoreError) -> Conflict? {
    try put("person_rank", new.id, from: old?.cells, to: new.cells)
  }

  /// Writes a retraining that may be new.
  public func put(_ old: Retraining?, _ new: Retraining) throws(StoreError) -> Conflict? {
    try put("retraining", new.id, from: old?.cells, to: new.cells)
  }
}

extension PersonRank {
  fileprivate static let columns = """
    k.id, k.person, k.kind, k.rank, k.from_day, k.to_day, k.ranking_case, k.evaluated_day,
      k.demotions, k.stopped_day, k.stop_reason, k.state, k.decree_number, k.decree_day
    """

  fileprivate init(row: borrowing Row, from start: Int) throws {
    self.init(
      id: try row[start], person: try row[start + 1], kind: try row[start + 2],
      rank: try row[start + 3], from: try row[start + 4], to: try row[start + 5],
      source: try row[start + 6], evaluated: try row[start + 7] as JalaliDate,
      demotions: try row[start + 8], stopped: try row[start + 9],
      stopReason: try row[start + 10], state: try row[start + 11],
      enteredFrom: LetterMark(number: try row[start + 12], day: try row[start + 13]))
  }

  fileprivate var cells: Cells {
    [
      ("person", person), ("kind", kind), ("rank", rank), ("from_day", from), ("to_day", to),
      ("ranking_case", source), ("evaluated_day", evaluated), ("demotions", demotions),
      ("stopped_day", stopped), ("stop_reason", stopReason), ("state", state),
      ("decree_number", enteredFrom.number),
      ("decree_day", enteredFrom.day),
    ]
  }
}

extension EnteredRank {
  fileprivate var cells: Cells {
    [
      ("person", person), ("kind", kind), ("rank", rank), ("from_day", from), ("to_day", to),
      ("evaluated_day", evaluated ?? from), ("demotions", demotions),
      ("state", to == nil ? PersonRankLife.State.valid : .ended),
      ("decree_number", decree.number), ("decree_day", decree.day),
    ]
  }
}

extension PersonRankLine {
  fileprivate init(row: borrowing Row) throws {
    person = try Person(row: row)
    personRank = try PersonRank(row: row, from: 13)
    unitName = try row[27]
  }
}

extension Retraining {
  fileprivate var cells: Cells {
    [
      ("person_rank", personRank), ("university", university), ("from_day", from), ("to_day", to),
      ("passed", isPassed),
    ]
  }
}
