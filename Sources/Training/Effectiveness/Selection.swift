/// What makes a course one for levels 3 and 4 (S2-8.2b).
public struct EffectivenessBasis: Hashable, Sendable, Codable {
  public var id: ID<EffectivenessBasis>
  public var request: ID<CourseRequest>
  /// It rests on a strategic need, or on a decision of the organisation.
  public var isStrategic: Bool
  /// It is held at considerable cost.
  public var isCostly: Bool
  /// It is held for a large number of learners.
  public var isLarge: Bool

  public init(
    id: ID<EffectivenessBasis>, request: ID<CourseRequest>, isStrategic: Bool = false,
    isCostly: Bool = false, isLarge: Bool = false
  ) {
    self.id = id
    self.request = request
    self.isStrategic = isStrategic
    self.isCostly = isCostly
    self.isLarge = isLarge
  }

  /// All three together.
  public var isEligible: Bool { isStrategic && isCostly && isLarge }
}

/// A course that is to be selected, beside those of the same office and year.
public struct SelectionFacts: Hashable, Sendable {
  public var isEligible: Bool
  /// Eligible courses of the office in the year, this one among them.
  public var eligible: Int
  /// Those already selected.
  public var selected: Int

  public init(isEligible: Bool, eligible: Int, selected: Int) {
    self.isEligible = isEligible
    self.eligible = eligible
    self.selected = selected
  }
}

/// So many percent of the eligible courses, rounded up, and no others (S2-8.2b).
public struct ShareOfEligible: Policy {
  public static let clause = Clause.selectedCourses
  let rules: Rules
  public init(rules: Rules) { self.rules = rules }

  public func findings(in facts: SelectionFacts) -> [Finding] {
    guard facts.isEligible else {
      return [refusal(.effectiveness(.notEligible), remedy: .record(.courseFlags))]
    }
    let limit = rules.selectedCourses(of: facts.eligible)
    guard facts.selected >= limit else { return [] }
    return [refusal(.effectiveness(.selectionFull(limit: limit, of: facts.eligible)))]
  }
}
