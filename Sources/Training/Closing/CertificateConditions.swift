import Persian

/// What a condition of the certificate compares, with its numbers, whether it is met or not.
public enum CertificateMeasure: Hashable, Sendable {
  /// Sessions of the class, and those in which the learner has a mark.
  case attendance(sessions: Int, marked: Int)
  case absence(AbsenceMargin)
  /// What was reached and what passes, both of the full score; nil without a score.
  case score(Fraction?, pass: Fraction)
  /// Nobody was at the exam to be scored.
  case missedExam(pass: Fraction)
}

/// A rule of the certificate that can say what it compares.
protocol CertificateCondition: Policy where Facts == EnrolmentLife.Facts {
  func measure(in facts: EnrolmentLife.Facts) -> CertificateMeasure
}

/// The three conditions of a certificate for one learner, met or not (S2-10.1a).
///
/// They are the guards of the state tables themselves, so that what is explained and what is done at
/// closing cannot differ.
public struct CertificateConditions: Hashable, Sendable {
  public struct Check: Hashable, Sendable {
    public let clause: Clause
    public let measure: CertificateMeasure
    /// What stands in the way; empty where the condition is met.
    public let findings: [Finding]

    public var isMet: Bool { findings.allow }
  }

  public let checks: [Check]

  /// In the order of the paragraph.
  public static let policies: @Sendable (Rules) -> [any Policy<EnrolmentLife.Facts>] = {
    [TookPart(), AbsenceWithinLimit(rules: $0), PassingScore(rules: $0)]
  }

  public init(_ facts: EnrolmentLife.Facts, under rules: Rules) {
    checks = Self.policies(rules).compactMap { policy in
      (policy as? any CertificateCondition).map { Self.check($0, facts) }
    }
  }

  private static func check<C: CertificateCondition>(
    _ condition: C, _ facts: EnrolmentLife.Facts
  ) -> Check {
    Check(
      clause: C.clause, measure: condition.measure(in: facts),
      findings: condition.findings(in: facts))
  }

  public var areMet: Bool { checks.allSatisfy(\.isMet) }
  public var findings: [Finding] { checks.flatMap(\.findings) }
}

/// Only who is enrolled and was there gets a certificate (S2-10.1a 1).
public struct TookPart: CertificateCondition {
  public static let clause = Clause.certificateConditions
  public init() {}

  public func findings(in facts: EnrolmentLife.Facts) -> [Finding] {
    facts.outcome.hasLeft ? [refusal(.closing(.notEnrolled), remedy: .chooseAnother(.course))] : []
  }

  func measure(in facts: EnrolmentLife.Facts) -> CertificateMeasure {
    .attendance(sessions: facts.place.sessions.count, marked: facts.outcome.markedSessions)
  }
}
