/// Level 2: how much learners know after a course that they did not know before (S2-8.1b).
public struct LearningGain: Hashable, Sendable {
  /// A score in hundredths, and the full score of its exam in hundredths.
  public struct Score: Hashable, Sendable {
    public var value: Int
    public var maximum: Int

    public init(_ value: Int, of maximum: Int) {
      self.value = value
      self.maximum = maximum
    }

    /// The share of the full score; 0 where an exam has none.
    var share: Double { maximum > 0 ? Double(value) / Double(maximum) : 0 }
  }

  /// Both scores of one learner.
  public struct Pair: Hashable, Sendable {
    public var before: Score
    public var after: Score

    public init(before: Score, after: Score) {
      self.before = before
      self.after = after
    }
  }

  public let pairs: Int
  /// The full score both are brought to: the greatest of the final exams, in hundredths.
  public let scale: Int
  /// The mean of what each learner gained on that scale, to two places; nil without pairs.
  public let meanDifference: Double?
  public let meanBefore: Double?
  public let meanAfter: Double?

  /// Learners with only one of the two scores are left out before.
  public init(_ pairs: [Pair]) {
    self.pairs = pairs.count
    scale = pairs.map(\.after.maximum).max() ?? 0
    let full = Double(scale) / 100
    func mean(_ share: (Pair) -> Double) -> Double? {
      guard !pairs.isEmpty else { return nil }
      return (pairs.reduce(0) { $0 + share($1) } * full / Double(pairs.count)).inHundredths
    }
    meanBefore = mean { $0.before.share }
    meanAfter = mean { $0.after.share }
    meanDifference = mean { $0.after.share - $0.before.share }
  }
}
