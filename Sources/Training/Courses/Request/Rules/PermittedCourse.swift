/// Only a course of the catalogue with execution permit can be requested (S2-1.5a, S2-1.3b).
public struct PermittedCourse: Policy {
  public static let clause = Clause.executionPermit
  public init() {}

  public func findings(in facts: CourseRequestLife.Facts) -> [Finding] {
    facts.course.hasPermit && facts.course.isActive
      ? [] : [refusal(.request(.noPermit), remedy: .chooseAnother(.course))]
  }
}
