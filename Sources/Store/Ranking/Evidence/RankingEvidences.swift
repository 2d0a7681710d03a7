public import Training

extension EvidenceKind: Storable {}
extension EvidenceLife.State: Storable {}
extension RankingEvidence.Review.BookKind: Storable {}
extension StoredAssessment.Occasion: Storable {}

/// A piece of evidence with whose it is, as lists show it.
public struct EvidenceLine: Hashable, Sendable {
  public let evidence: RankingEvidence
  public let person: Person
  /// The title of the list `ranking-evidence`.
  public let kindTitle: String
  /// The row of the point table it was handed in for; empty for none.
  public let indicator: String
}

/// The evidence, marks and assessments of cases.
extension Querying where Self: ~Copyable {
  /// All evidence of a person in all cases, the oldest first; removed pieces are not there.
  public func rankingEvidence(of person: ID<Person>) throws(StoreError) -> [RankingEvidence] {
    try all(
      """
      SELECT \(RankingEvidence.columns) FROM ranking_evidence e
      WHERE e.person = ? AND e.state <> 'removed' ORDER BY e.day, e.id
      """, [person]
    ) { try RankingEvidence(row: $0, from: 0) }
  }

  private static var evidenceLines: String {
    """
    SELECT p.id, p.national_code, p.personnel_code, p.first_name, p.last_name, p.father_name,
      p.birth_day, p.gender, p.mobile, p.kind, p.unit, p.school, p.active,
      \(RankingEvidence.columns),
      ifnull((SELECT i.title FROM code_item i WHERE i.list = 'ranking-evidence' AND i.code = e.kind),
        e.kind),
      ifnull((SELECT s.indicator FROM score_criterion s WHERE s.id = e.criterion), '')
    FROM ranking_evidence e JOIN ranking_case c ON c.id = e.ranking_case
      JOIN person p ON p.id = e.person
    """
  }

  /// Nil when its case is not within reach.
  public func evidence(
    _ id: ID<RankingEvidence>, in reach: RankingReach
  ) throws(StoreError) -> EvidenceLine? {
    try first(
      "\(Self.evidenceLines) WHERE e.id = ? AND \(reach.condition)", [id] + reach.arguments,
      EvidenceLine.init(row:))
  }

  /// The evidence of a case within reach, in the order it came in.
  public func evidence(
    of rankingCase: ID<RankingCase>, in reach: RankingReach
  ) throws(StoreError) -> [EvidenceLine] {
    try all(
      """
      \(Self.evidenceLines)
      WHERE e.ranking_case = ? AND e.state <> 'removed' AND \(reach.condition) ORDER BY e.id
      """, [rankingCase] + reach.arguments, EvidenceLine.init(row:))
  }

  /// How many pieces a case has, and how many of them nobody has confirmed or rejected.
  public func evidenceCounts(
    of rankingCase: ID<RankingCase>
  ) throws(StoreError) -> (all: Int, undecided: Int) {
    (
      try value(
        "SELECT count(*) FROM ranking_evidence WHERE ranking_case = ? AND state <> 'removed'",
        [rankingCase]),
      try value(
        "SELECT count(*) FROM ranking_evidence WHERE ranking_case = ? AND state = 'uploaded'",
        [rankingCase])
    )
  }

  public func caseScores(of rankingCase: ID<RankingCase>) throws(StoreError) -> [CaseScore] {
    try all(
      """
      SELECT id, ranking_case, criterion, self_points, points, source FROM case_score
      WHERE ranking_case = ? ORDER BY id
      """, [rankingCase]
    ) { row in
      CaseScore(
        id: try row[0], rankingCase: try row[1], criterion: try row[2], selfPoints: try row[3],
        points: try row[4], source: try row[5])
    }
  }

  /// What was looked at in a case, the latest first.
  public func assessments(of rankingCase: ID<RankingCase>) throws(StoreError) -> [StoredAssessment]
  {
    try all(
      """
      SELECT id, ranking_case, occasion, day, content FROM rank_assessment
      WHERE ranking_case = ? ORDER BY day DESC, id DESC
      """, [rankingCase]
    ) { row in
      StoredAssessment(
        id: try row[0], rankingCase: try row[1], occasion: try row[2], day: try row[3],
        assessment: try RankAssessment.stored(try row[4]))
    }
  }
}

extension Writing {
  /// Writes a piece of evidence that may be new.
  public func put(_ old: RankingEvidence?, _ new: RankingEvidence) throws(StoreError) -> Conflict? {
    try put("ranking_evidence", new.id, from: old?.cells, to: new.cells)
  }

  /// Writes the points of a criterion in a case.
  public func put(_ old: CaseScore?, _ new: CaseScore) throws(StoreError) -> Conflict? {
    try put("case_score", new.id, from: old?.cells, to: new.cells)
  }

  public func insert(_ it: StoredAssessment) throws(StoreError) {
    try insert(
      "rank_assessment", it.id,
      [
        ("ranking_case", it.rankingCase), ("occasion", it.occasion), ("day", it.day),
        ("content", try it.assessment.storedText()),
      ])
  }
}

extension RankingEvidence {
  fileprivate static let columns = """
    e.id, e.ranking_case, e.person, e.criterion, e.kind, e.title, e.day, e.authority, e.printing,
      e.revised, e.topics, e.speakers, e.countries, e.book_kind, e.related, e.revision_confirmed,
      e.approved_day, e.authenticated_day, e.importance, e.generality, e.quantity, e.file_name,
      e.file_kind, e.file_size, e.file_digest, e.state, e.reason
    """

  /// A row whose columns begin somewhere in a longer one.
  fileprivate init(row: borrowing Row, from start: Int) throws {
    guard let file = try Attachment.stored(in: row, from: start + 21) else {
      throw StoreError.damaged("evidence without its file")
    }
    let topics: String = try row[start + 10]
    let form = Form(
      kind: try row[start + 4], title: try row[start + 5], day: try row[start + 6],
      authority: try row[start + 7], printing: try row[start + 8], isRevised: try row[start + 9],
      topics: Set(topics.split(separator: "\n").compactMap { WorkTopic(rawValue: String($0)) }),
      foreignSpeakers: try row[start + 11], foreignCountries: try row[start + 12])
    let review = Review(
      bookKind: try row[start + 13], isRelated: try row[start + 14],
      isRevisionConfirmed: try row[start + 15], approved: try row[start + 16],
      authenticated: try row[start + 17])
    let importance: Fraction? = try row[start + 18]
    let generality: Fraction? = try row[start + 19]
    let quantity: Fraction? = try row[start + 20]
    self.init(
      id: try row[start], rankingCase: try row[start + 1], person: try row[start + 2],
      criterion: try row[start + 3], form: form, file: file, review: review,
      mark: importance.map {
        Mark(importance: $0, generality: generality ?? .zero, quantity: quantity ?? .zero)
      },
      state: try row[start + 25], reason: try row[start + 26])
  }

  fileprivate var cells: Cells {
    let handedIn: Cells = [
      ("ranking_case", rankingCase), ("person", person), ("criterion", criterion),
      ("kind", form.kind), ("title", form.title), ("day", form.day),
      ("authority", form.authority), ("printing", form.printing), ("revised", form.isRevised),
      ("topics", form.topics.map(\.rawValue).sorted().joined(separator: "\n")),
      ("speakers", form.foreignSpeakers), ("countries", form.foreignCountries),
    ]
    let found: Cells = [
      ("book_kind", review.bookKind), ("related", review.isRelated),
      ("revision_confirmed", review.isRevisionConfirmed), ("approved_day", review.approved),
      ("authenticated_day", review.authenticated), ("importance", mark?.importance),
      ("generality", mark?.generality), ("quantity", mark?.quantity),
    ]
    return handedIn + found + Attachment.cells(of: file) + [("state", state), ("reason", reason)]
  }
}

extension EvidenceLine {
  fileprivate init(row: borrowing Row) throws {
    person = try Person(row: row)
    evidence = try RankingEvidence(row: row, from: 13)
    kindTitle = try row[40]
    indicator = try row[41]
  }
}

extension CaseScore {
  fileprivate var cells: Cells {
    [
      ("ranking_case", rankingCase), ("criterion", criterion), ("self_points", selfPoints),
      ("points", points), ("source", source),
    ]
  }
}
