/// How far a learner is from the absence that bars the certificate, in exact minutes (S2-7.9b).
public struct AbsenceMargin: Hashable, Sendable {
  /// What a screen tells apart.
  public enum Standing: Hashable, Sendable {
    case safe
    /// From the warning share of the limit on (80 %), up to exactly the limit.
    case near
    /// Strictly more than the limit.
    case over
  }

  /// Minutes of absence.
  public let absent: Int
  /// The most that is allowed: one tenth of the course, rounded down to whole minutes.
  public let allowed: Int
  public let isOver: Bool
  public let standing: Standing

  /// - Parameters:
  ///   - absent: Minutes of absence that count.
  ///   - course: The length of the course in minutes, from the catalogue.
  ///   - rules: The limit and the warning in force.
  public init(absent: Int, course: Int, rules: Rules) {
    let (limit, warning) = (rules.absenceLimit, rules.absenceWarning)
    self.absent = absent
    allowed = limit.share(of: course)
    // Compared as a fraction: rounding the limit first would refuse or allow a wrong minute.
    isOver = limit.isExceeded(by: absent, of: course)
    // absent ÷ (course × limit) ≥ warning, without division.
    let isNear =
      absent > 0
      && absent * limit.denominator * warning.denominator
        >= course * limit.numerator * warning.numerator
    standing = isOver ? .over : isNear ? .near : .safe
  }

  /// Minutes that may still be missed; 0 at the limit and beyond.
  public var remaining: Int { max(allowed - absent, 0) }
}
