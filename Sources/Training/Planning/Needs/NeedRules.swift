/// A line of the needs assessment as it would become, with what stands around it.
public struct NeedFacts: Hashable, Sendable {
  public var need: TrainingNeed
  /// The course of the catalogue, when it names one.
  public var course: Course?
  /// Whether the office has another line for this course in the year.
  public var isDoubled: Bool

  public init(need: TrainingNeed, course: Course?, isDoubled: Bool = false) {
    self.need = need
    self.course = course
    self.isDoubled = isDoubled
  }

  /// The rules on a line of the needs assessment.
  public static func policies(under rules: Rules) -> [any Policy<NeedFacts>] {
    [NeedIsWhole(), NeedWithinCeiling(rules: rules)]
  }
}

/// A need names its course and its priority, and a course stands once in a year (S2-1.1a).
public struct NeedIsWhole: Policy {
  public static let clause = Clause.needs
  public init() {}

  public func findings(in facts: NeedFacts) -> [Finding] {
    let need = facts.need
    var findings: [Finding] = []
    if need.course == nil, need.title.allSatisfy(\.isWhitespace) {
      findings.append(refusal(.planning(.needCourseMissing), remedy: .record(.course)))
    }
    if need.priority < 1 {
      findings.append(
        refusal(
          .planning(.priorityNotPositive(need.priority)), remedy: .raise(.priority, to: .count(1))))
    }
    if facts.isDoubled, let course = facts.course {
      findings.append(
        refusal(
          .planning(.needDoubled(course: course.title, year: need.year)),
          remedy: .chooseAnother(.course)))
    }
    return findings
  }
}

/// A course longer than the year's ceiling is flagged in the assessment already (S2-1.1b).
public struct NeedWithinCeiling: Policy {
  public static let clause = Clause.annualCeiling
  let rules: Rules
  public init(rules: Rules) { self.rules = rules }

  public func findings(in facts: NeedFacts) -> [Finding] {
    facts.course.map { CourseWithinCeiling(rules: rules).findings(on: $0) } ?? []
  }
}
