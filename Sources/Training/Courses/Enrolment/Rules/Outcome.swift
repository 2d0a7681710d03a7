/// A score is entered once an exam is defined (SM-4).
public struct ExamExists: Policy {
  public static let clause = Clause.scoreEntry
  public init() {}

  public func findings(in facts: EnrolmentLife.Facts) -> [Finding] {
    facts.outcome.hasExam ? [] : [refusal(.enrolment(.noExam), remedy: .record(.scores))]
  }
}

/// The certificate needs an absence of no more than one tenth of the course (S2-10.1a, S2-7.9b).
public struct AbsenceWithinLimit: CertificateCondition {
  public static let clause = Clause.absenceLimit
  let rules: Rules
  public init(rules: Rules) { self.rules = rules }

  public func findings(in facts: EnrolmentLife.Facts) -> [Finding] {
    let margin = margin(facts)
    guard margin.isOver else { return [] }
    return [
      refusal(
        .attendance(.overLimit(absent: margin.absent, allowed: margin.allowed)),
        remedy: .record(.objections))
    ]
  }

  func measure(in facts: EnrolmentLife.Facts) -> CertificateMeasure { .absence(margin(facts)) }

  private func margin(_ facts: EnrolmentLife.Facts) -> AbsenceMargin {
    AbsenceMargin(
      absent: facts.outcome.absentMinutes, course: facts.place.course.minutes, rules: rules)
  }
}

/// The line of those who were absent too long (SM-4).
public struct AbsenceOverLimit: Policy {
  public static let clause = Clause.absenceLimit
  let rules: Rules
  public init(rules: Rules) { self.rules = rules }

  public func findings(in facts: EnrolmentLife.Facts) -> [Finding] {
    AbsenceWithinLimit(rules: rules).findings(in: facts).isEmpty
      ? [refusal(.enrolment(.absenceWithinLimit))] : []
  }
}

/// The certificate needs a passing score (S2-10.1a); what passes is set by class, by course, or for
/// all (S2-10.1b).
public struct PassingScore: CertificateCondition {
  public static let clause = Clause.certificateConditions
  let rules: Rules
  public init(rules: Rules) { self.rules = rules }

  public func findings(in facts: EnrolmentLife.Facts) -> [Finding] {
    guard let score = facts.outcome.score else {
      return [
        facts.outcome.missedExam
          ? refusal(.closing(.examMissed), remedy: .chooseAnother(.course))
          : refusal(.enrolment(.scoreMissing), remedy: .record(.scores))
      ]
    }
    let pass = pass(facts)
    let isBelow = score.numerator * pass.denominator < pass.numerator * score.denominator
    return isBelow
      ? [
        refusal(
          .enrolment(.scoreBelowPass(score, required: pass)), remedy: .record(.objections))
      ] : []
  }

  func measure(in facts: EnrolmentLife.Facts) -> CertificateMeasure {
    facts.outcome.score == nil && facts.outcome.missedExam
      ? .missedExam(pass: pass(facts)) : .score(facts.outcome.score, pass: pass(facts))
  }

  private func pass(_ facts: EnrolmentLife.Facts) -> Fraction {
    facts.outcome.passMark ?? rules.passMark(ofCourse: facts.place.course.code)
  }
}

/// The line of those without a passing score (SM-4).
public struct NoPassingScore: Policy {
  public static let clause = Clause.certificateConditions
  let rules: Rules
  public init(rules: Rules) { self.rules = rules }

  public func findings(in facts: EnrolmentLife.Facts) -> [Finding] {
    PassingScore(rules: rules).findings(in: facts).isEmpty ? [refusal(.enrolment(.passes))] : []
  }
}
