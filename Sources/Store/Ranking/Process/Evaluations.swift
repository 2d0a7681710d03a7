public import Persian
public import Training

extension RankNotice.Recipient: Storable {}

/// An assessor with the name.
public struct AssessorLine: Hashable, Sendable {
  public let assessor: Assessor
  public let name: PersonName
  public let code: String
}

/// A report, or that one is awaited, with the assessor's name.
public struct AssessorReportLine: Hashable, Sendable {
  public let report: AssessorReport
  public let person: ID<Person>
  public let name: PersonName
}

/// What is gathered about applicants, and who may evaluate them.
extension Querying where Self: ~Copyable {
  public func caseSources(of it: ID<RankingCase>) throws(StoreError) -> [CaseSource] {
    try all(
      """
      SELECT id, ranking_case, source, text, score, day, tool, verified FROM case_source
      WHERE ranking_case = ? ORDER BY id
      """, [it], CaseSource.init(row:))
  }

  public func requiredSources() throws(StoreError) -> [RequiredSource] {
    try all(
      "SELECT id, kind, rank, source, required FROM required_source ORDER BY kind, rank, source",
      [], RequiredSource.init(row:))
  }

  /// The codes of sources that a rank needs and that have said nothing of a case, or nothing
  /// authentic (S4-6c).
  public func missingSources(
    of it: ID<RankingCase>, _ kind: RankingKind, _ rank: Rank
  ) throws(StoreError) -> [String] {
    try all(
      """
      SELECT DISTINCT q.source FROM required_source q
      WHERE q.kind = ? AND q.rank = ? AND q.required = 1 AND q.source NOT IN (
        SELECT s.source FROM case_source s WHERE s.ranking_case = ? AND s.verified IS NOT 0)
      ORDER BY q.source
      """, [kind, rank, it]
    ) { try $0[0] }
  }

  public func assessmentTools() throws(StoreError) -> [AssessmentTool] {
    try all(
      "SELECT id, title, kind, valid, reliable, day FROM assessment_tool ORDER BY title, id", [],
      AssessmentTool.init(row:))
  }

  public func assessors() throws(StoreError) -> [AssessorLine] {
    try all(
      """
      SELECT s.id, s.person, s.approved, s.day, p.first_name, p.last_name,
        coalesce(p.personnel_code, p.national_code, '')
      FROM assessor s JOIN person p ON p.id = s.person ORDER BY p.last_name, p.first_name
      """, []
    ) { row in
      AssessorLine(
        assessor: try Assessor(row: row),
        name: try PersonName(first: try row[4], last: try row[5]), code: try row[6])
    }
  }

  public func assessor(of person: ID<Person>) throws(StoreError) -> Assessor? {
    try first(
      "SELECT id, person, approved, day FROM assessor WHERE person = ?", [person],
      Assessor.init(row:))
  }

  public func assessor(_ id: ID<Assessor>) throws(StoreError) -> Assessor? {
    try first(
      "SELECT id, person, approved, day FROM assessor WHERE id = ?", [id], Assessor.init(row:))
  }

  /// Reports on a case, and those that are awaited.
  public func assessorReports(
    of it: ID<RankingCase>
  ) throws(StoreError) -> [AssessorReportLine] {
    try all(
      """
      SELECT r.id, r.ranking_case, r.assessor, r.given_day, r.text, r.strengths, r.weaknesses,
        r.day, s.person, p.first_name, p.last_name
      FROM assessor_report r JOIN assessor s ON s.id = r.assessor JOIN person p ON p.id = s.person
      WHERE r.ranking_case = ? ORDER BY r.id
      """, [it]
    ) { row in
      AssessorReportLine(
        report: AssessorReport(
          id: try row[0], rankingCase: try row[1], assessor: try row[2], given: try row[3],
          text: try row[4], strengths: try row[5], weaknesses: try row[6], day: try row[7]),
        person: try row[8], name: try PersonName(first: try row[9], last: try row[10]))
    }
  }

  public func qualifiedInstitutions() throws(StoreError) -> [QualifiedInstitution] {
    try all(
      "SELECT id, name, kind, qualified_day FROM qualified_institution ORDER BY name, id", []
    ) { row in
      QualifiedInstitution(
        id: try row[0], name: try row[1], kind: try row[2], qualified: try row[3])
    }
  }

  /// The decrees of a case, the latest first.
  public func rankDecrees(of it: ID<RankingCase>) throws(StoreError) -> [RankDecree] {
    try all(
      """
      SELECT id, ranking_case, number, day, rank, effective_day, percent, amended
      FROM rank_decree WHERE ranking_case = ? ORDER BY id DESC
      """, [it]
    ) { row in
      RankDecree(
        id: try row[0], rankingCase: try row[1],
        letter: LetterMark(number: try row[2], day: try row[3]), rank: try row[4],
        effective: try row[5], percent: try row[6], isAmended: try row[7])
    }
  }

  public func rankNotices(of it: ID<RankingCase>) throws(StoreError) -> [RankNotice] {
    try all(
      """
      SELECT id, ranking_case, recipient, number, day FROM rank_notice
      WHERE ranking_case = ? ORDER BY id
      """, [it]
    ) { row in
      RankNotice(
        id: try row[0], rankingCase: try row[1], recipient: try row[2],
        letter: LetterMark(number: try row[3], day: try row[4]))
    }
  }
}

extension Writing {
  public func put(_ old: CaseSource?, _ new: CaseSource) throws(StoreError) -> Conflict? {
    try put("case_source", new.id, from: old?.cells, to: new.cells)
  }

  public func put(_ old: RequiredSource?, _ new: RequiredSource) throws(StoreError) -> Conflict? {
    try put("required_source", new.id, from: old?.cells, to: new.cells)
  }

  public func put(_ old: AssessmentTool?, _ new: AssessmentTool) throws(StoreError) -> Conflict? {
    try put("assessment_tool", new.id, from: old?.cells, to: new.cells)
  }

  public func put(_ old: Assessor?, _ new: Assessor) throws(StoreError) -> Conflict? {
    try put("assessor", new.id, from: old?.cells, to: new.cells)
  }

  public func put(_ old: AssessorReport?, _ new: AssessorReport) throws(StoreError) -> Conflict? {
    try put("assessor_report", new.id, from: old?.cells, to: new.cells)
  }

  public func put(
    _ old: QualifiedInstitution?, _ new: QualifiedInstitution
  ) throws(StoreError) -> Conflict? {
    try put("qualified_institution", new.id, from: old?.cells, to: new.cells)
  }

  public func insert(_ it: RankDecree) throws(StoreError) {
    try insert(
      "rank_decree", it.id,
      [
        ("ranking_case", it.rankingCase), ("number", it.letter.number), ("day", it.letter.day),
        ("rank", it.rank), ("effective_day", it.effective), ("percent", it.percent),
        ("amended", it.isAmended),
      ])
  }

  public func insert(_ it: RankNotice) throws(StoreError) {
    try insert(
      "rank_notice", it.id,
      [
        ("ranking_case", it.rankingCase), ("recipient", it.recipient),
        ("number", it.letter.number), ("day", it.letter.day),
      ])
  }
}

extension CaseSource {
  fileprivate init(row: borrowing Row) throws {
    self.init(
      id: try row[0], rankingCase: try row[1], source: try row[2], text: try row[3],
      score: try row[4], day: try row[5], tool: try row[6], isVerified: try row[7])
  }

  fileprivate var cells: Cells {
    [
      ("ranking_case", rankingCase), ("source", source), ("text", text), ("score", score),
      ("day", day), ("tool", tool), ("verified", isVerified),
    ]
  }
}

extension RequiredSource {
  fileprivate init(row: borrowing Row) throws {
    self.init(
      id: try row[0], kind: try row[1], rank: try row[2], source: try row[3],
      isRequired: try row[4])
  }

  fileprivate var cells: Cells {
    [("kind", kind), ("rank", rank), ("source", source), ("required", isRequired)]
  }
}

extension AssessmentTool {
  fileprivate init(row: borrowing Row) throws {
    self.init(
      id: try row[0], title: try row[1], kind: try row[2], isValid: try row[3],
      isReliable: try row[4], day: try row[5])
  }

  fileprivate var cells: Cells {
    [
      ("title", title), ("kind", kind), ("valid", isValid), ("reliable", isReliable),
      ("day", day),
    ]
  }
}

extension Assessor {
  fileprivate init(row: borrowing Row) throws {
    self.init(id: try row[0], person: try row[1], isApproved: try row[2], day: try row[3])
  }

  fileprivate var cells: Cells {
    [("person", person), ("approved", isApproved), ("day", day)]
  }
}

extension AssessorReport {
  fileprivate var cells: Cells {
    [
      ("ranking_case", rankingCase), ("assessor", assessor), ("given_day", given),
      ("text", text), ("strengths", strengths), ("weaknesses", weaknesses), ("day", day),
    ]
  }
}

extension QualifiedInstitution {
  fileprivate var cells: Cells {
    [("name", name), ("kind", kind), ("qualified_day", qualified)]
  }
}

/// What ranks pay.
extension Querying where Self: ~Copyable {
  public func rankAllowances() throws(StoreError) -> [RankAllowance] {
    try all(
      """
      SELECT id, rank, percent, monthly, from_day, source FROM rank_allowance
      ORDER BY rank, from_day DESC
      """, []
    ) { row in
      RankAllowance(
        id: try row[0], rank: try row[1], percent: try row[2], monthly: try row[3],
        from: try row[4], source: try row[5])
    }
  }

  /// What a rank pays from a day on; nil while nobody has entered it.
  public func rankAllowance(_ rank: Rank, on day: JalaliDate) throws(StoreError) -> RankAllowance? {
    try rankAllowances().first { $0.rank == rank && $0.from <= day }
  }
}

extension Writing {
  public func put(_ old: RankAllowance?, _ new: RankAllowance) throws(StoreError) -> Conflict? {
    try put("rank_allowance", new.id, from: old?.cells, to: new.cells)
  }
}

extension RankAllowance {
  fileprivate var cells: Cells {
    [
      ("rank", rank), ("percent", percent), ("monthly", monthly), ("from_day", from),
      ("source", source),
    ]
  }
}
