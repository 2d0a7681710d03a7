import Persian
public import Training

extension RankingProfile.Entry: Storable {}
extension RankingProfile.Commitment: Storable {}
extension Conviction.Kind: Storable {}
extension Conviction.Provision: Storable {}

/// What offices have recorded of people for ranking.
extension Querying where Self: ~Copyable {
  public func rankingProfile(of person: ID<Person>) throws(StoreError) -> RankingProfile? {
    try first(
      """
      SELECT id, person, entry, employed_day, earlier_teaching, retired_day, cadre, full_time,
        certificate_number, certificate_day, certificate_points, form_one_day, commitment,
        graduated_day, veteran_document, elite_document, kept_evaluation,
        certificate_source
      FROM ranking_profile WHERE person = ? ORDER BY id
      """, [person], RankingProfile.init(row:))
  }

  /// The oldest first.
  public func degrees(of person: ID<Person>) throws(StoreError) -> [DegreeRecord] {
    try all(
      "SELECT id, person, degree, field, day, source FROM person_degree WHERE person = ? ORDER BY day, id",
      [person], DegreeRecord.init(row:))
  }

  /// The latest first.
  public func rankingYears(of person: ID<Person>) throws(StoreError) -> [RankingYear] {
    try all(
      """
      SELECT id, person, year, appraisal, points, source FROM ranking_year WHERE person = ?
      ORDER BY year DESC, id
      """, [person], RankingYear.init(row:))
  }

  public func convictions(of person: ID<Person>) throws(StoreError) -> [Conviction] {
    try all(
      """
      SELECT id, person, kind, day, final, provision, document FROM conviction WHERE person = ?
      ORDER BY day, id
      """, [person], Conviction.init(row:))
  }

  public func concessions(of person: ID<Person>) throws(StoreError) -> [RankConcession] {
    try all(
      """
      SELECT id, person, months, reason, document FROM rank_concession WHERE person = ? ORDER BY id
      """, [person], RankConcession.init(row:))
  }

  /// The courses that a person passed here or brought along, each once, with the kind that the
  /// catalogue gives them (S3-4b).
  public func trainingHours(of person: ID<Person>) throws(StoreError) -> [TrainingHours] {
    try all(
      """
      SELECT c.title, c.minutes, k.class_to, c.kind
      FROM enrolment e JOIN training_class k ON k.id = e.class
        JOIN course_request r ON r.id = k.request JOIN course c ON c.id = r.course
      WHERE e.person = ?1 AND e.state = 'passed'
      UNION ALL
      SELECT t.title, t.minutes, t.end_day,
        (SELECT c.kind FROM course c WHERE c.code = t.course_code AND t.course_code <> '')
      FROM training_record t
      WHERE t.person = ?1 AND NOT EXISTS (
        SELECT 1 FROM enrolment e JOIN training_class k ON k.id = e.class
          JOIN course_request r ON r.id = k.request JOIN course c ON c.id = r.course
        WHERE e.person = t.person AND e.state = 'passed' AND c.code = t.course_code
          AND r.year = t.year)
      ORDER BY 3, 1
      """, [person]
    ) { row in
      TrainingHours(
        title: try row[0], minutes: try row[1], end: try row[2], kind: try row[3])
    }
  }

  /// The last competency assessment decided for a person, where it says that the competency is held
  /// (S1-7b).
  public func attainedCompetency(
    of person: ID<Person>
  ) throws(StoreError) -> AttainedCompetency? {
    try first(
      """
      SELECT tracking, decided_day, outcome FROM competency_request
      WHERE person = ? AND state = 'decided' AND decided_day IS NOT NULL
      ORDER BY decided_day DESC, id DESC LIMIT 1
      """, [person]
    ) { AttainedCompetency(tracking: try $0[0], day: try $0[1], outcome: try $0[2]) } ?? nil
  }

  /// The results of the last competency assessment decided for a person (S1-7).
  public func decidedResults(of person: ID<Person>) throws(StoreError) -> AssessmentScores {
    let found = try all(
      """
      SELECT s.dimension, s.score FROM competency_result s
      WHERE s.request = (
        SELECT r.id FROM competency_request r WHERE r.person = ? AND r.state = 'decided'
        ORDER BY r.decided_day DESC, r.id DESC LIMIT 1)
      """, [person]
    ) { row -> (AssessmentDimension, AssessmentScore) in
      guard let dimension = AssessmentDimension(rawValue: try row[0]) else {
        throw StoreError.damaged("a dimension of an assessment")
      }
      return (dimension, AssessmentScore(hundredths: try row[1]))
    }
    return AssessmentScores(Dictionary(found) { first, _ in first })
  }
}

extension Writing {
  public func put(_ old: RankingProfile?, _ new: RankingProfile) throws(StoreError) -> Conflict? {
    try put("ranking_profile", new.id, from: old?.cells, to: new.cells)
  }

  public func put(_ old: DegreeRecord?, _ new: DegreeRecord) throws(StoreError) -> Conflict? {
    try put("person_degree", new.id, from: old?.cells, to: new.cells)
  }

  public func put(_ old: RankingYear?, _ new: RankingYear) throws(StoreError) -> Conflict? {
    try put("ranking_year", new.id, from: old?.cells, to: new.cells)
  }

  public func put(_ old: Conviction?, _ new: Conviction) throws(StoreError) -> Conflict? {
    try put("conviction", new.id, from: old?.cells, to: new.cells)
  }

  public func put(_ old: RankConcession?, _ new: RankConcession) throws(StoreError) -> Conflict? {
    try put("rank_concession", new.id, from: old?.cells, to: new.cells)
  }
}

extension RankingProfile {
  fileprivate init(row: borrowing Row) throws {
    self.init(id: try row[0], person: try row[1])
    entry = try row[2]
    employed = try row[3]
    earlierTeaching = try row[4]
    retired = try row[5]
    isCadre = try row[6]
    isFullTime = try row[7]
    certificate = LetterMark(number: try row[8], day: try row[9])
    certificatePoints = try row[10]
    formOne = try row[11]
    commitment = try row[12]
    graduated = try row[13]
    veteranDocument = try row[14]
    eliteDocument = try row[15]
    keptLastEvaluation = try row[16]
    certificateSource = try row[17]
  }

  fileprivate var cells: Cells {
    let service: Cells = [
      ("person", person), ("entry", entry), ("employed_day", employed),
      ("earlier_teaching", earlierTeaching), ("retired_day", retired), ("cadre", isCadre),
      ("full_time", isFullTime),
    ]
    let papers: Cells = [
      ("certificate_number", certificate.number), ("certificate_day", certificate.day),
      ("certificate_source", certificateSource),
      ("certificate_points", certificatePoints), ("form_one_day", formOne),
      ("commitment", commitment), ("graduated_day", graduated),
      ("veteran_document", veteranDocument), ("elite_document", eliteDocument),
      ("kept_evaluation", keptLastEvaluation),
    ]
    return service + papers
  }
}

extension DegreeRecord {
  fileprivate init(row: borrowing Row) throws {
    self.init(
      id: try row[0], person: try row[1], degree: try row[2], field: try row[3], day: try row[4],
      source: try row[5])
  }

  fileprivate var cells: Cells {
    [
      ("person", person), ("degree", degree), ("field", field), ("day", day), ("source", source),
    ]
  }
}

extension RankingYear {
  fileprivate init(row: borrowing Row) throws {
    self.init(
      id: try row[0], person: try row[1], year: try row[2], appraisal: try row[3],
      points: try row[4], source: try row[5])
  }

  fileprivate var cells: Cells {
    [
      ("person", person), ("year", year), ("appraisal", appraisal), ("points", points),
      ("source", source),
    ]
  }
}

extension Conviction {
  fileprivate init(row: borrowing Row) throws {
    self.init(
      id: try row[0], person: try row[1], kind: try row[2], day: try row[3], isFinal: try row[4],
      provision: try row[5], document: try row[6])
  }

  fileprivate var cells: Cells {
    [
      ("person", person), ("kind", kind), ("day", day), ("final", isFinal),
      ("provision", provision), ("document", document),
    ]
  }
}

extension RankConcession {
  fileprivate init(row: borrowing Row) throws {
    self.init(
      id: try row[0], person: try row[1], months: try row[2], reason: try row[3],
      document: try row[4])
  }

  fileprivate var cells: Cells {
    [("person", person), ("months", months), ("reason", reason), ("document", document)]
  }
}
