public import Persian

/// What a condition of enrolment compares, with its numbers, whether it is met or not (S2-5.7d).
public enum EnrolmentMeasure: Hashable, Sendable {
  case method(EnrolMethod, required: EnrolMethod)
  /// The day at hand, the days of enrolment and the start of the class.
  case time(on: JalaliDate, from: JalaliDate, to: JalaliDate, start: JalaliDate)
  case places(taken: Int, capacity: Int)
  case guestPlaces(taken: Int, capacity: Int)
  case guestOfElsewhere
  /// Nothing where the course sets no condition.
  case jobData([ConditionCheck])
  /// Minutes of the year without this course, of this course, and the ceiling.
  case hours(year: Int, course: Int, ceiling: Int)
  case onceInCourse
  /// Sessions the learner has elsewhere in the time of the course.
  case bookings(Int)
  case principal
  case own
}

/// A rule of enrolment that can say what it compares.
protocol EnrolmentCondition: Policy where Facts == EnrolmentLife.Facts {
  func measure(in facts: EnrolmentLife.Facts) -> EnrolmentMeasure
}

/// Why a learner can or cannot be enrolled: every condition of the line, met or not (S2-5.7).
///
/// The conditions are the guards of the state table themselves, so that what is explained and what
/// is refused cannot differ.
public struct EnrolmentDiagnosis: Hashable, Sendable {
  public struct Check: Hashable, Sendable {
    public let clause: Clause
    public let measure: EnrolmentMeasure
    /// What stands in the way; empty where the condition is met.
    public let findings: [Finding]

    public var isMet: Bool { findings.allow }
  }

  /// The line of SM-4 that was looked at: by the learner, by the expert, or as a guest.
  public let action: EnrolmentLife.Action
  /// In the order of the table.
  public let checks: [Check]

  public init(_ action: EnrolmentLife.Action, _ facts: EnrolmentLife.Facts, under rules: Rules) {
    self.action = action
    let guards =
      EnrolmentLife.table.first { $0.isCreation && $0.action == action }?.guards(rules) ?? []
    checks = guards.compactMap { policy in
      (policy as? any EnrolmentCondition).map { Self.check($0, facts) }
    }
  }

  private static func check<C: EnrolmentCondition>(
    _ condition: C, _ facts: EnrolmentLife.Facts
  ) -> Check {
    Check(
      clause: C.clause, measure: condition.measure(in: facts),
      findings: condition.findings(in: facts))
  }

  public var isOpen: Bool { checks.allSatisfy(\.isMet) }
  public var findings: [Finding] { checks.flatMap(\.findings) }

  /// Whether decree and appointment are what the course asks for, whatever else is in the way.
  public var meetsConditions: Bool {
    checks.allSatisfy { check in
      if case .jobData = check.measure { check.isMet } else { true }
    }
  }
}
