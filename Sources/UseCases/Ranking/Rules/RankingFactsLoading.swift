public import Persian
public import Store
public import Training

/// What ranking looks at, out of the records, without anybody typing it.
extension Querying where Self: ~Copyable {
  /// The facts of a person on a day.
  ///
  /// - Parameters:
  ///   - person: Whose; reach is asked before.
  ///   - kind: Whose ranks count: those of teachers, or those of staff.
  ///   - day: Later records are not looked at.
  ///   - basis: Which evidence counts.
  ///   - rankingCase: The case whose marks by criterion count; nil for none.
  /// - Returns: The facts.
  /// - Throws: What the records file says.
  public func rankingFacts(
    of person: Person, _ kind: RankingKind, on day: JalaliDate,
    basis: RankingFacts.Basis = .declared, in rankingCase: ID<RankingCase>? = nil
  ) throws(StoreError) -> RankingFacts {
    let ranks = try personRanks(of: person.id).filter { $0.kind == kind }
      .compactMap { held in
        held.rank.map {
          HeldRank(
            $0, from: held.from, to: held.to,
            evaluated: held.evaluated > held.from ? held.evaluated : nil)
        }
      }
      .sorted { $0.from < $1.from }
    let scores = try rankingCase.map { id throws(StoreError) in try caseScores(of: id) } ?? []
    let given = scores.compactMap { score in score.points.map { (score.criterion, $0) } }
    var fields: [String: [String]] = [:]
    for item in try items(of: "ranking-job-fields") { fields[item.code] = item.synonyms }
    let covered = try titles(of: "ranking-covered-title")
    let keys = Set(covered.map { SearchKey.joined($0) })
    let jobs = try items(of: "job-field").filter { item in
      ([item.title] + item.synonyms).contains { keys.contains(SearchKey.joined($0)) }
    }
    return RankingFacts(
      day: day, person: person, employment: try employment(of: person.id),
      profile: try rankingProfile(of: person.id)
        ?? RankingProfile(id: ID(rawValue: 0), person: person.id),
      ranks: ranks, degrees: try degrees(of: person.id), years: try rankingYears(of: person.id),
      convictions: try convictions(of: person.id), concessions: try concessions(of: person.id),
      training: try trainingHours(of: person.id), results: try decidedResults(of: person.id),
      attained: try attainedCompetency(of: person.id),
      evidence: try rankingEvidence(of: person.id), basis: basis,
      coveredTitles: covered, coveredFields: Set(jobs.map(\.code)),
      managerTitles: try titles(of: "ranking-manager"),
      deputyTitles: try titles(of: "ranking-deputy"), fieldsOfJob: fields,
      given: Dictionary(given) { first, _ in first },
      coefficients: try rankingCase.map { id throws(StoreError) in
        try caseCoefficients(of: id)
      } ?? [])
  }

  private func titles(of list: String) throws(StoreError) -> [String] {
    try items(of: list).flatMap { [$0.title] + $0.synonyms }
  }

  /// A case against the rank it asks for, under the edition in force when it was handed in.
  ///
  /// - Parameters:
  ///   - it: The case.
  ///   - day: The day on which it is looked at.
  ///   - basis: All evidence when it is handed in; only what was found authentic before the board.
  ///   - isGenerallyCompetent: What the board says of it; nil before it has.
  ///   - rules: The numbers in force.
  /// - Returns: Nil where no edition covers it, which refuses like an undefined minimum.
  /// - Throws: What the records file says.
  public func assess(
    _ it: RankingCase, on day: JalaliDate, basis: RankingFacts.Basis,
    isGenerallyCompetent: Bool? = nil, under rules: Rules
  ) throws(StoreError) -> RankAssessment? {
    guard let person = try person(it.person),
      let edition = try rankingEdition(it.kind, it.phase, on: it.course.submitted ?? day)
    else { return nil }
    var facts = try rankingFacts(of: person, it.kind, on: day, basis: basis, in: it.id)
    facts.isGenerallyCompetent = isGenerallyCompetent
    return edition.assess(facts, for: it.form.target, phase: it.phase, under: rules)
  }
}

extension Querying where Self: ~Copyable {
  /// What was looked at in a case last, with the numbers of that day; nil before it is handed in.
  ///
  /// Before the decision it has the coefficients that are set now.
  public func keptAssessment(of it: RankingCase) throws(StoreError) -> RankAssessment? {
    guard var kept = try assessments(of: it.id).first?.assessment else { return nil }
    if it.course.decided == nil { kept.coefficients = try caseCoefficients(of: it.id).effective }
    return kept
  }

  /// What explains a case: the numbers of its decision, whatever the rules say by now.
  ///
  /// Before, those of today; nil where no edition covers it.
  public func explained(
    _ it: RankingCase, _ context: Context
  ) throws(StoreError) -> RankAssessment? {
    if it.course.decided != nil,
      let kept = try assessments(of: it.id).first(where: { $0.occasion != .submission })
    {
      return kept.assessment
    }
    return try assess(
      it, on: context.today, basis: it.course.submitted == nil ? .declared : .verified,
      under: context.rules)
  }

  /// Why a piece of evidence will earn nothing in a case; nil where it may.
  ///
  /// - Throws: `Failure.forbidden` where the case is out of reach; what the records file says.
  public func evidenceOutlook(
    of form: RankingEvidence.Form, in rankingCase: ID<RankingCase>, _ context: Context
  ) throws -> EvidenceOutlook? {
    let line = try context.rankingCase(rankingCase, self)
    let it = line.rankingCase
    guard
      let edition = try rankingEdition(it.kind, it.phase, on: it.course.submitted ?? context.today)
    else { return .noRow }
    let piece = RankingEvidence(
      id: ID(rawValue: 0), rankingCase: it.id, person: it.person, form: form,
      file: Attachment(name: "", kind: .pdf, size: 0, digest: ""))
    let facts = try rankingFacts(of: line.person, it.kind, on: context.today, in: it.id)
    return edition.outlook(
      of: piece, facts, for: it.form.target, phase: it.phase, under: context.rules)
  }
}

extension Writing {
  /// Keeps what was looked at, with the numbers of the day: the edition may change afterwards.
  public func keep(
    _ assessment: RankAssessment, of rankingCase: ID<RankingCase>,
    at occasion: StoredAssessment.Occasion, as id: ID<StoredAssessment>
  ) throws(StoreError) {
    try insert(
      StoredAssessment(
        id: id, rankingCase: rankingCase, occasion: occasion, day: assessment.day,
        assessment: assessment))
  }
}
