/// Nobody is referred before the window of the period is defined, or after its last day (S1-1c).
public struct DefinedWindow: Policy {
  public static let clause = Clause.assessmentWindow
  public init() {}

  public func findings(in facts: CompetencyLife.Facts) -> [Finding] {
    guard let window = facts.period?.window else {
      let reason = CompetencyReason.windowUndefined(period: facts.period?.title ?? "")
      return [refusal(.competency(reason), remedy: .ask(.provincialExpert))]
    }
    return facts.day <= window.upperBound
      ? []
      : [
        refusal(
          .competency(.windowOver(since: window.upperBound)), remedy: .ask(.provincialExpert))
      ]
  }
}

/// A person is referred to an approved assessment centre (S1-1c).
public struct ChosenCentre: Policy {
  public static let clause = Clause.assessmentWindow
  public init() {}

  public func findings(in facts: CompetencyLife.Facts) -> [Finding] {
    guard let centre = facts.centre else {
      return [refusal(.competency(.centreMissing), remedy: .record(.assessmentCentre))]
    }
    return centre.isApproved
      ? []
      : [
        refusal(
          .competency(.centreNotApproved(centre.name)), remedy: .chooseAnother(.assessmentCentre))
      ]
  }
}

/// Results are recorded on a day of the window, its first and last included (S1-7a).
public struct InsideWindow: Policy {
  public static let clause = Clause.assessmentWindow
  public init() {}

  public func findings(in facts: CompetencyLife.Facts) -> [Finding] {
    guard let window = facts.period?.window else {
      let reason = CompetencyReason.windowUndefined(period: facts.period?.title ?? "")
      return [refusal(.competency(reason), remedy: .record(.assessmentWindow))]
    }
    guard !window.contains(facts.day) else { return [] }
    let reason = CompetencyReason.outsideWindow(from: window.lowerBound, to: window.upperBound)
    return [
      refusal(
        .competency(reason),
        remedy: facts.day < window.lowerBound
          ? .wait(until: window.lowerBound) : .correct(.assessmentWindow))
    ]
  }
}

/// An assessment has a result in each of the three dimensions (S1-1d).
public struct AllResults: Policy {
  public static let clause = Clause.assessmentDimensions
  public init() {}

  public func findings(in facts: CompetencyLife.Facts) -> [Finding] {
    let missing = facts.scores.missing
    return missing.isEmpty
      ? [] : [refusal(.competency(.resultsMissing(missing)), remedy: .record(.scores))]
  }
}

/// Scores lie between zero and the full score, which is data of the regulations (S1-7a).
public struct ScoresOnScale: Policy {
  public static let clause = Clause.assessmentDimensions
  let rules: Rules
  public init(rules: Rules) { self.rules = rules }

  public func findings(in facts: CompetencyLife.Facts) -> [Finding] {
    let maximum = rules.competencyScoreMaximum
    return AssessmentDimension.allCases.compactMap { dimension in
      guard let score = facts.scores[dimension],
        !(0...maximum * 100).contains(score.hundredths)
      else { return nil }
      return refusal(
        .competency(.scoreOutOfScale(dimension, score, maximum: maximum)),
        remedy: .correct(.scores))
    }
  }
}

/// The outcome is one of the codes of its list (S1-7b).
public struct ChosenOutcome: Policy {
  public static let clause = Clause.assessmentOutcome
  public init() {}

  public func findings(in facts: CompetencyLife.Facts) -> [Finding] {
    facts.outcome == nil
      ? [refusal(.competency(.outcomeMissing), remedy: .chooseAnother(.assessmentOutcome))] : []
  }
}
