/// What the bank of instructors says of somebody in it, seen from a course.
public struct InstructorStanding: Hashable, Sendable {
  /// The title of the course.
  public var course: String
  /// Whether the council lets the instructor teach it (S2-3.7).
  public var isQualified: Bool
  public var place: InstructorPlace
  /// Whether province or ministry permit the use of an instructor from elsewhere (S2-3.6).
  public var isPermitted: Bool

  public init(course: String, isQualified: Bool, place: InstructorPlace, isPermitted: Bool) {
    self.course = course
    self.isQualified = isQualified
    self.place = place
    self.isPermitted = isPermitted
  }
}

/// An instructor teaches the courses that the council confirmed (S2-3.7b).
public struct InstructorQualified: Policy {
  public static let clause = Clause.taughtCourse
  public init() {}

  public func findings(in facts: FactorFacts) -> [Finding] {
    guard facts.factor.duty == .instructor, let standing = facts.standing, !standing.isQualified
    else { return [] }
    let reason = InstructorReason.notQualified(
      name: facts.factor.fullName, course: standing.course)
    return [refusal(.instructor(reason), remedy: .record(.councilDecision))]
  }
}

/// An instructor of another district teaches with the permission of province or ministry (S2-3.6c).
public struct NonLocalPermitted: Policy {
  public static let clause = Clause.nonLocalUse
  public init() {}

  public func findings(in facts: FactorFacts) -> [Finding] {
    guard facts.factor.duty == .instructor, let standing = facts.standing,
      standing.place != .local, !standing.isPermitted
    else { return [] }
    return [
      refusal(
        .instructor(.nonLocalNeedsPermit(standing.place)), remedy: .record(.nonLocalPermit))
    ]
  }
}
