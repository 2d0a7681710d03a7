/// A course longer than the year's ceiling is flagged: nobody could be enrolled (S2-1.1b).
public struct CourseWithinCeiling: Policy {
  public static let clause = Clause.annualCeiling
  let rules: Rules
  public init(rules: Rules) { self.rules = rules }

  public func findings(in facts: CourseRequestLife.Facts) -> [Finding] {
    findings(on: facts.course)
  }

  /// The same wherever a course is named: in the needs assessment too.
  func findings(on course: Course) -> [Finding] {
    guard course.minutes > rules.yearCeiling else { return [] }
    return [
      warning(
        .request(.courseOverCeiling(minutes: course.minutes, ceiling: rules.yearCeiling)),
        remedy: .chooseAnother(.course))
    ]
  }
}
