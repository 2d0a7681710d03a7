/// G-ENR 3: decree and appointment match the conditions of the course (S2-5.7).
///
/// They are read on the day of enrolment.
public struct JobDataMatch: EnrolmentCondition {
  public static let clause = Clause.jobDataMatch
  public init() {}

  public func findings(in facts: EnrolmentLife.Facts) -> [Finding] {
    let gaps = Self.checks(facts).filter { !$0.isMet }
    return gaps.isEmpty ? [] : [refusal(.enrolment(.jobData(gaps)), remedy: .correct(.jobData))]
  }

  func measure(in facts: EnrolmentLife.Facts) -> EnrolmentMeasure { .jobData(Self.checks(facts)) }

  private static func checks(_ facts: EnrolmentLife.Facts) -> [ConditionCheck] {
    facts.learner.employment.checks(of: facts.place.request.conditions, on: facts.day)
      .map { $0.titled(by: facts.place.conditionTitles) }
  }
}

/// G-ENR 4: the learner's courses of the year stay within the ceiling (S2-5.4b).
public struct LearnerCeiling: EnrolmentCondition {
  public static let clause = Clause.learnerCeiling
  let rules: Rules
  public init(rules: Rules) { self.rules = rules }

  public func findings(in facts: EnrolmentLife.Facts) -> [Finding] {
    let total = facts.learner.yearMinutes + facts.place.course.minutes
    let ceiling = rules.yearCeiling(of: facts.learner.person.kind)
    guard total > ceiling else { return [] }
    return [
      refusal(
        .enrolment(.overCeiling(total: total, ceiling: ceiling)), remedy: .chooseAnother(.course))
    ]
  }

  func measure(in facts: EnrolmentLife.Facts) -> EnrolmentMeasure {
    .hours(
      year: facts.learner.yearMinutes, course: facts.place.course.minutes,
      ceiling: rules.yearCeiling(of: facts.learner.person.kind))
  }
}

/// G-ENR 5: nobody takes a course twice.
public struct OnceInCourse: EnrolmentCondition {
  public static let clause = Clause.onceInCourse
  public init() {}

  public func findings(in facts: EnrolmentLife.Facts) -> [Finding] {
    facts.learner.hasCourse
      ? [refusal(.enrolment(.alreadyInCourse), remedy: .chooseAnother(.course))] : []
  }

  func measure(in facts: EnrolmentLife.Facts) -> EnrolmentMeasure { .onceInCourse }
}

/// G-ENR 5: no session meets one of another class the learner is enrolled in.
public struct NoTimeClash: EnrolmentCondition {
  public static let clause = Clause.noTimeClash
  public init() {}

  public func findings(in facts: EnrolmentLife.Facts) -> [Finding] {
    facts.learner.bookings.sorted { ($0.day, $0.span) < ($1.day, $1.span) }.filter { booking in
      facts.place.sessions.contains { $0.day == booking.day && $0.span.overlaps(booking.span) }
    }.map { booking in
      refusal(
        .enrolment(.timeClash(course: booking.course, booking.day, booking.span)),
        remedy: .chooseAnother(.trainingClass))
    }
  }

  func measure(in facts: EnrolmentLife.Facts) -> EnrolmentMeasure {
    .bookings(facts.learner.bookings.count)
  }
}

/// Staff of non-governmental schools enrol once their principal has confirmed them (S2-6.3a).
public struct ConfirmedByPrincipal: EnrolmentCondition {
  public static let clause = Clause.confirmedByPrincipal
  public init() {}

  public func findings(in facts: EnrolmentLife.Facts) -> [Finding] {
    facts.learner.isConfirmed
      ? [] : [refusal(.enrolment(.notConfirmedByPrincipal), remedy: .ask(.principal))]
  }

  func measure(in facts: EnrolmentLife.Facts) -> EnrolmentMeasure { .principal }
}

/// Learners act on their own enrolments only.
public struct OwnEnrolment: EnrolmentCondition {
  public static let clause = Clause.permission
  public init() {}

  public func findings(in facts: EnrolmentLife.Facts) -> [Finding] {
    facts.isOwn ? [] : [refusal(.enrolment(.notOwn))]
  }

  func measure(in facts: EnrolmentLife.Facts) -> EnrolmentMeasure { .own }
}

/// The request's method of enrolment is the one at hand (S2-5.2a, S2-5.3a, S2-5.10b).
public struct MethodOf: EnrolmentCondition {
  public static let clause = Clause.enrolmentMethod
  let method: EnrolMethod
  let shown: Clause

  public init(_ method: EnrolMethod, under clause: Clause = Self.clause) {
    self.method = method
    shown = clause
  }

  public func findings(in facts: EnrolmentLife.Facts) -> [Finding] {
    facts.place.request.method == method
      ? []
      : [
        Finding(
          shown, .refusal, .enrolment(.wrongMethod(required: method)),
          remedy: .ask(.provincialExpert))
      ]
  }

  func measure(in facts: EnrolmentLife.Facts) -> EnrolmentMeasure {
    .method(facts.place.request.method, required: method)
  }
}
