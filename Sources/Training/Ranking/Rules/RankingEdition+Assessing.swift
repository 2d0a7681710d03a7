public import Persian

extension RankingEdition {
  /// A person against a rank on the day of the facts.
  public func assess(
    _ facts: RankingFacts, for rank: Rank, phase: RankingPhase, under rules: Rules
  ) -> RankAssessment {
    let window = window(facts, phase)
    let scoring = RankScoring(
      edition: self, rank: rank, facts: facts, rules: rules, window: window)
    let (lines, special) = (scoring.lines, scoring.special)
    // Whoever keeps a rank is asked for its points, not for what it takes to get there (S4-12b).
    let conditions = conditions(of: rank).filter {
      phase != .reassessment || Self.ofPoints.contains($0.key)
    }
    let check = RankConditionCheck(
      edition: self, rank: rank, facts: facts, scores: lines, special: special,
      papers: PaperShare(rank: rank, facts: facts).shared(among: conditions),
      total: { day in
        var then = facts
        then.day = day
        let scoring = RankScoring(
          edition: self, rank: rank, facts: then, rules: rules, window: window)
        return PointTotal(scoring.lines, scoring.special, then.coefficients, in: "")
      })
    return RankAssessment(
      person: facts.person.id, rank: rank, kind: set.kind, phase: phase, ruleSet: set.id,
      title: set.title, edition: set.from, source: set.source, day: facts.day, window: window,
      conditions: conditions.flatMap { check.lines(of: $0) }, criteria: lines, special: special,
      coefficients: facts.coefficients.effective)
  }

  /// Teachers are promoted by what they did in the current rank; earlier points are void.
  private func window(_ facts: RankingFacts, _ phase: RankingPhase) -> JalaliDate? {
    set.kind == .teachers && phase != .establishment ? facts.current?.from : nil
  }

  /// Why a piece of evidence will earn nothing whatever is found of it; nil where it may.
  public func outlook(
    of piece: RankingEvidence, _ facts: RankingFacts, for rank: Rank, phase: RankingPhase,
    under rules: Rules
  ) -> EvidenceOutlook? {
    RankScoring(
      edition: self, rank: rank, facts: facts, rules: rules, window: window(facts, phase)
    ).outlook(of: piece)
  }

  private static let ofPoints: Set<RankCondition.Key> = [.minimumEach, .minimumTotal, .totalPoints]

  /// The highest rank whose conditions all hold; nil where none does, also where a number of the
  /// regulations is missing (S3-10g, §8 number 22).
  public func placement(
    _ facts: RankingFacts, phase: RankingPhase, under rules: Rules
  ) -> (rank: Rank?, all: [RankAssessment]) {
    let all = Rank.allCases.map { assess(facts, for: $0, phase: phase, under: rules) }
    return (all.last { $0.outcome == .qualified }?.rank, all)
  }

  /// The highest rank whose minimum points are reached, for whoever does not keep the current one
  /// (S4-12b); nil below all of them, and where a minimum is not defined.
  public func rank(
    byPointsOf facts: RankingFacts, under rules: Rules
  ) -> Rank? {
    Rank.allCases.last { rank in
      let minima = assess(facts, for: rank, phase: .reassessment, under: rules).conditions
      return !minima.isEmpty && minima.allSatisfy { $0.verdict == .met }
    }
  }

  /// The first day on which a rank can be had when nothing but time changes.
  public func earliest(
    _ facts: RankingFacts, for rank: Rank, phase: RankingPhase, under rules: Rules
  ) -> EarliestRank {
    var facts = facts
    let today = facts.day
    // Each round waits for what time brings; conditions that end with time are seen on the way.
    for _ in 0..<8 {
      let now = assess(facts, for: rank, phase: phase, under: rules)
      let open = now.conditions.filter { $0.verdict == .notMet || $0.verdict == .undefined }
      guard !open.isEmpty else { return .on(facts.day) }
      let days = open.compactMap { line in
        if case .wait(let until)? = line.remedy { until } else { JalaliDate?.none }
      }
      guard days.count == open.count, let next = days.max(), next > facts.day else {
        return .never(
          open.filter { line in
            if case .wait? = line.remedy { false } else { true }
          })
      }
      facts.day = next
      guard today.wholeYears(to: next) < 40 else { return .never(open) }
    }
    return .never([])
  }
}

/// When somebody can have a rank at the earliest.
public enum EarliestRank: Hashable, Sendable {
  case on(JalaliDate)
  /// Time alone does not do it: these conditions need more.
  case never([ConditionLine])
}

/// Why a piece of evidence earns nothing, as far as it is known when it is handed in.
public enum EvidenceOutlook: Hashable, Sendable {
  /// No row of the table takes its kind; conditions may still count it.
  case noRow
  /// The row has no number yet.
  case noPoints(String)
  /// Made before the current rank (S4-4d).
  case earlier(than: JalaliDate)
  /// A later printing without a revision (S3-3c).
  case reprint
}
