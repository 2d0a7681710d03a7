import Persian
import Store
import Training

/// What the rules say of a case on a day, as the process needs it.
struct RankStanding {
  /// What keeps the person from making a case at all: coverage, and the entry conditions of staff.
  var coverage: [Finding] = []
  /// The conditions that need nobody's judgement.
  var conditions: [Finding] = []
  var minima: RankingLife.Minima = .undefined
  /// Pieces of evidence, and those of them that the centre has not decided on.
  var evidence = 0
  var undecided = 0
}

extension Querying where Self: ~Copyable {
  /// Before it is handed in everything declared counts, later what was found authentic.
  func rankStanding(
    of it: RankingCase, on day: JalaliDate, under rules: Rules
  ) throws -> RankStanding {
    let counts = try evidenceCounts(of: it.id)
    var standing = RankStanding(evidence: counts.all, undecided: counts.undecided)
    guard let assessment = try assessment(of: it, on: day, under: rules) else {
      standing.conditions = [
        Finding(
          .minimumPoints, .refusal, .rankCase(.minimaUndefined), remedy: .ask(.administrator))
      ]
      return standing
    }
    // A rank is kept by its points; the other conditions are those of getting it.
    let isKept = it.phase == .reassessment
    standing.coverage = assessment.findingsAtEntry
    standing.conditions = isKept ? standing.coverage : assessment.findingsAtSubmission
    standing.minima = RankingLife.Minima(
      isKept ? assessment.conditions.filter(\.isMinimum) : assessment.conditions)
    return standing
  }

  /// A case against its rank on a day; a vote for it says that the person is generally competent.
  func assessment(
    of it: RankingCase, on day: JalaliDate, under rules: Rules
  ) throws -> RankAssessment? {
    try assess(
      it, on: day, basis: it.course.submitted == nil ? .declared : .verified,
      isGenerallyCompetent: true, under: rules)
  }

  /// The highest rank whose least points are reached, for whoever does not keep the present one
  /// (S4-12b); nil below all of them.
  func earnedRank(
    of it: RankingCase, on day: JalaliDate, under rules: Rules
  ) throws -> Rank? {
    guard let person = try person(it.person),
      let edition = try rankingEdition(it.kind, it.phase, on: it.course.submitted ?? day)
    else { return nil }
    let facts = try rankingFacts(of: person, it.kind, on: day, basis: .verified, in: it.id)
    return edition.rank(byPointsOf: facts, under: rules)
  }
}

extension ConditionLine {
  /// Whether it asks for points.
  fileprivate var isMinimum: Bool { [.minimumEach, .minimumTotal, .totalPoints].contains(key) }
}

extension RankingLife.Minima {
  fileprivate init(_ lines: [ConditionLine]) {
    self =
      switch RankAssessment.Outcome(of: lines) {
      case .notQualified: .missed
      case .undecided: .undefined
      // Where nothing is asked, nothing has been reached.
      case .qualified, .awaitsBoard: lines.isEmpty ? .undefined : .reached
      }
  }
}
