public import Persian

/// Reasons about the conditions, points and evidence of ranks.
public enum RankRuleReason: Hashable, Sendable, Codable {
  /// A condition of a rank that does not hold or is not known, with its numbers.
  case condition(ConditionLine)
  case sourceMissing
  /// A certificate from elsewhere without who issued it.
  case certificateSourceMissing
  case titleMissing
  /// A value that the condition cannot be compared with.
  case valueUnfit(RankCondition.Key, String)
  case alreadyInForce(since: JalaliDate)
  /// Rows for a post have more points than their component (S4-4h).
  case overComponent(sum: Fraction, ceiling: Fraction)
  case appraisalOutOfScale(Fraction)
  case yearDoubled(Int)
  /// Another rank was held at the same time.
  case rankOverlaps(Rank?, from: JalaliDate)
  case inFuture(JalaliDate)
  case documentMissing
  case notOwn
  /// The case is in a state in which this is not done.
  case caseElsewhere(RankingLife.State)
  case fileMissing
  case evidenceTitleMissing
  case bookUndecided
  case researchNotAuthenticated
  case markMissing
  case overCeiling(points: Fraction, ceiling: Fraction)
  case noCriterion
  case revisionUnfit
}
