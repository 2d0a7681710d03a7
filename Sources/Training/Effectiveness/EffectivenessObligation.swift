/// What every course must have been measured by when it is closed (S2-8.2a).
public struct CompulsoryLevels: Hashable, Sendable {
  /// Whether the summary of the survey has been drawn up.
  public var hasSurvey: Bool
  /// Whether learners have both a pre-test and a final score.
  public var hasTests: Bool
  /// Why one of them is missing; empty where nobody has said so.
  public var reason: String

  public init(hasSurvey: Bool, hasTests: Bool, reason: String = "") {
    self.hasSurvey = hasSurvey
    self.hasTests = hasTests
    self.reason = reason
  }
}

/// Survey and both tests belong to every course; closing without them takes a reason (S2-8.2a).
public struct EffectivenessObligation: Policy {
  public static let clause = Clause.compulsoryLevels
  public init() {}

  public func findings(in facts: CompulsoryLevels) -> [Finding] {
    guard !facts.hasSurvey || !facts.hasTests else { return [] }
    let reason = Finding.Reason.effectiveness(
      .compulsoryMissing(survey: !facts.hasSurvey, tests: !facts.hasTests))
    return facts.reason.allSatisfy(\.isWhitespace)
      ? [refusal(reason, remedy: .record(.reason))] : [warning(reason)]
  }
}
