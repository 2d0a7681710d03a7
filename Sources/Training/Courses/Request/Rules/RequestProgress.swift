/// Before a course is announced every instructor is in the bank of instructors (S2-3.1a).
public struct InstructorsInBank: Policy {
  public static let clause = Clause.instructorsInBank
  public init() {}

  public func findings(in facts: CourseRequestLife.Facts) -> [Finding] {
    Self.findings(of: facts.instructorsOutsideBank)
  }

  /// What the rule says of instructors who are not in the bank, wherever a course goes ahead.
  public static func findings(of names: [String]) -> [Finding] {
    names.isEmpty
      ? []
      : [
        Finding(
          clause, .refusal, .request(.instructorsOutsideBank(names)), remedy: .record(.instructor))
      ]
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
