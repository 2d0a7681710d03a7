/// G-ENR 3: decree and appointment match the conditions of the course (S2-5.7).
///
/// They are read on the day of enrolment.
public struct JobDataMatch: Policy {
  public static let clause = Clause.jobDataMatch
  public init() {}

  public func findings(in facts: EnrolmentLife.Facts) -> [Finding] {
    let gaps = facts.learner.employment.gaps(to: facts.place.request.conditions, on: facts.day)
    return gaps.isEmpty ? [] : [refusal(.enrolment(.jobData(gaps)), remedy: .correct(.jobData))]
  }
}

/// G-ENR 4: the learner's courses of the year stay within the ceiling (S2-5.4b).
public struct LearnerCeiling: Policy {
  public static let clause = Clause.learnerCeiling
  let rules: Rules
  public init(rules: Rules) { self.rules = rules }

  public func findings(in facts: EnrolmentLife.Facts) -> [Finding] {
    let total = facts.learner.yearMinutes + facts.place.course.minutes
    guard total > rules.yearCeiling else { return [] }
    return [
      refusal(
        .enrolment(.overCeiling(total: total, ceiling: rules.yearCeiling)),
        remedy: .chooseAnother(.course))
    ]
  }
}

/// G-ENR 5: nobody takes a course twice.
public struct OnceInCourse: Policy {
  public static let clause = Clause.onceInCourse
  public init() {}

  public func findings(in facts: EnrolmentLife.Facts) -> [Finding] {
    facts.learner.hasCourse
      ? [refusal(.enrolment(.alreadyInCourse), remedy: .chooseAnother(.course))] : []
  }
}

/// G-ENR 5: no session meets one of another class the learner is enrolled in.
public struct NoTimeClash: Policy {
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
}

/// Staff of non-governmental schools enrol once their principal has confirmed them (S2-6.3a).
public struct ConfirmedByPrincipal: Policy {
  public static let clause = Clause.confirmedByPrincipal
  public init() {}

  public func findings(in facts: EnrolmentLife.Facts) -> [Finding] {
    facts.learner.isConfirmed
      ? [] : [refusal(.enrolment(.notConfirmedByPrincipal), remedy: .ask(.principal))]
  }
}

/// Learners act on their own enrolments only.
public struct OwnEnrolment: Policy {
  public static let clause = Clause.permission
  public init() {}

  public func findings(in facts: EnrolmentLife.Facts) -> [Finding] {
    facts.isOwn ? [] : [refusal(.enrolment(.notOwn))]
  }
}

/// The request's method of enrolment is the one at hand (S2-5.2a, S2-5.3a, S2-5.10b).
public struct MethodOf: Policy {
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
}
