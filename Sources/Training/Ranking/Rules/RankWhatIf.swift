public import Persian

/// What somebody might still do: the question behind a simulation.
public struct RankWhatIf: Hashable, Sendable, Codable {
  public var day: JalaliDate
  /// In-service training in minutes.
  public var specialised = 0
  public var general = 0
  public var taughtPapers = 0
  public var educationPapers = 0
  public var fieldPapers = 0
  public var books = 0
  /// A code of the list `degree`; empty for none.
  public var degree = ""
  public var hasCertificate = false
  /// The appraisal that every year without one would have; nil leaves them missing.
  public var appraisal: Fraction?
  /// The same for the points of the years.
  public var yearlyPoints: Fraction?
  /// Points more, by whatever row of the table.
  public var points: Fraction = .zero

  public init(day: JalaliDate) { self.day = day }
}

extension RankingFacts {
  /// The facts as they would be; evidence is dated to the day asked about and taken as confirmed.
  public func applying(_ change: RankWhatIf) -> RankingFacts {
    var facts = self
    facts.day = change.day
    for (kind, minutes) in [
      (TrainingHours.specialised, change.specialised), (TrainingHours.general, change.general),
    ] where minutes > 0 {
      facts.training.append(
        TrainingHours(title: "", minutes: minutes, end: change.day, kind: kind))
    }
    var number: Int64 = -1
    func add(_ count: Int, _ kind: EvidenceKind, _ topics: Set<WorkTopic>) {
      for _ in 0..<max(0, count) {
        facts.evidence.append(
          RankingEvidence(
            id: ID(rawValue: number), rankingCase: ID(rawValue: -1), person: person.id,
            form: .init(kind: kind, title: "", day: change.day, topics: topics),
            file: Attachment(name: "", kind: .pdf, size: 0, digest: ""),
            review: .init(
              bookKind: kind.isBook ? .authored : .unknown, isRelated: true,
              approved: change.day, authenticated: change.day),
            state: .confirmed))
        number -= 1
      }
    }
    add(change.taughtPapers, .paper, [.taught])
    add(change.educationPapers, .paper, [.education])
    add(change.fieldPapers, .paper, [.studied])
    add(change.books, .authoredBook, [.taught])
    if !change.degree.isEmpty {
      facts.degrees.append(
        DegreeRecord(
          id: ID(rawValue: -1), person: person.id, degree: change.degree,
          field: degree?.field ?? "", day: change.day))
    }
    if change.hasCertificate, !facts.hasCertificate {
      facts.profile.certificate.number = "?"
    }
    facts.fill(appraisal: change.appraisal, points: change.yearlyPoints, until: change.day.year - 1)
    return facts
  }

  /// Gives every recent year without a value the one supposed.
  private mutating func fill(appraisal: Fraction?, points: Fraction?, until last: Int) {
    guard appraisal != nil || points != nil else { return }
    for year in (last - 9)...last {
      if let index = years.firstIndex(where: { $0.year == year }) {
        years[index].appraisal = years[index].appraisal ?? appraisal
        years[index].points = years[index].points ?? points
      } else {
        years.append(
          RankingYear(
            id: ID(rawValue: Int64(-year)), person: person.id, year: year, appraisal: appraisal,
            points: points, source: ""))
      }
    }
  }
}

extension RankingEdition {
  /// What an assessment would be after a change; points more stand in a row of their own.
  public func simulate(
    _ facts: RankingFacts, _ change: RankWhatIf, for rank: Rank, phase: RankingPhase,
    under rules: Rules
  ) -> RankAssessment {
    var supposed = self
    var facts = facts.applying(change)
    if change.points > .zero {
      let extra = ScoreCriterion(
        id: ID(rawValue: -1), ruleSet: set.id, competency: "", component: "", indicator: "",
        measure: .assessor, origin: RowOrigin(source: "", isSample: true))
      supposed.criteria.append(extra)
      facts.given[extra.id] = change.points
    }
    return supposed.assess(facts, for: rank, phase: phase, under: rules)
  }
}
