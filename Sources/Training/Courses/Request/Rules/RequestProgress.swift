/// Before a course is announced every instructor is in the bank of instructors (S2-3.1a).
public struct InstructorsInBank: Policy {
  public static let clause = Clause.instructorsInBank
  public init() {}

  public func findings(in facts: CourseRequestLife.Facts) -> [Finding] {
    let names = facts.instructorsOutsideBank
    return names.isEmpty
      ? [] : [refusal(.request(.instructorsOutsideBank(names)), remedy: .record(.instructor))]
  }
}

/// Before a course is announced at least one class is defined (SM-2).
public struct ClassDefined: Policy {
  public static let clause = Clause.requestLife
  public init() {}

  public func findings(in facts: CourseRequestLife.Facts) -> [Finding] {
    facts.classes > 0
      ? [] : [refusal(.request(.noClass), remedy: .record(.trainingClass))]
  }
}

/// A course ends when every class is closed or cancelled (SM-2).
public struct ClassesClosed: Policy {
  public static let clause = Clause.requestLife
  public init() {}

  public func findings(in facts: CourseRequestLife.Facts) -> [Finding] {
    facts.openClasses == 0
      ? [] : [refusal(.request(.classesOpen(facts.openClasses)), remedy: .ask(.expert))]
  }
}

/// A course with enrolled learners is not cancelled (SM-2).
public struct NoLiveEnrolment: Policy {
  public static let clause = Clause.requestLife
  public init() {}

  public func findings(in facts: CourseRequestLife.Facts) -> [Finding] {
    facts.liveEnrolments == 0
      ? []
      : [refusal(.request(.liveEnrolments(facts.liveEnrolments)), remedy: .correct(.enrolment))]
  }
}
