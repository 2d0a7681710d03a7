/// The permit of a course is printed when manager and instructor are registered (S2-7.2b).
public struct PermitFactors: Policy {
  public static let clause = Clause.permitFactors
  public init() {}

  /// The refusal where one of the two is missing among the factors of a course.
  public func findings(in factors: [Factor]) -> [Finding] {
    let isComplete = [Factor.Duty.manager, .instructor].allSatisfy { duty in
      factors.contains { $0.duty == duty && $0.isActive }
    }
    return isComplete
      ? [] : [refusal(.factor(.managerOrInstructorMissing), remedy: .record(.factor))]
  }
}
