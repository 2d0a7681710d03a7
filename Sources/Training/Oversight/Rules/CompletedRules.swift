import Persian

/// Nothing is recorded without an approved permit of the agency, and a permit is for one course
/// (S5-4b).
public struct ApprovedPermit: Policy {
  public static let clause = Clause.permitOfCourse
  public init() {}

  public func findings(in facts: CompletedCourseLife.Facts) -> [Finding] {
    guard let permit = facts.permit, permit.state == .approved else {
      return [refusal(.oversight(.noPermit))]
    }
    var findings: [Finding] = []
    if facts.isPermitUsed { findings.append(refusal(.oversight(.permitUsed))) }
    if permit.requested > facts.course.form.start {
      findings.append(warning(.oversight(.permitAfterStart(requested: permit.requested))))
    }
    return findings
  }
}

/// By the end of the month after the quarter in which it ended, or by a later day that was granted;
/// what the management gave back is mended at any time (S5-4a).
public struct CompletedInTime: Policy {
  public static let clause = Clause.completedInTime
  public init() {}

  public func findings(in facts: CompletedCourseLife.Facts) -> [Finding] {
    guard facts.day > facts.due, facts.course.reason.isEmpty else { return [] }
    return [refusal(.oversight(.quarterOver(due: facts.due)), remedy: .askExtension)]
  }
}

/// It began before it ended, and it is over.
public struct CompletedDates: Policy {
  public static let clause = Clause.courseOfPermit
  public init() {}

  public func findings(in facts: CompletedCourseLife.Facts) -> [Finding] {
    let form = facts.course.form
    var findings: [Finding] = []
    if form.start > form.end {
      findings.append(refusal(.oversight(.datesReversed(start: form.start, end: form.end))))
    }
    if form.end > facts.day { findings.append(refusal(.oversight(.notOver(end: form.end)))) }
    return findings
  }
}

/// Group and title are those of the permit, and the duration where it comes from the list of
/// approved courses (S5-4d2).
public struct CourseOfPermit: Policy {
  public static let clause = Clause.courseOfPermit
  public init() {}

  public func findings(in facts: CompletedCourseLife.Facts) -> [Finding] {
    let form = facts.course.form
    var findings: [Finding] = []
    if let permit = facts.permit?.form {
      let isSame =
        form.group == permit.group
        && SearchKey.joined(form.title) == SearchKey.joined(permit.title)
        && (form.group.isTyped || form.hours == permit.hours)
      if !isSame { findings.append(refusal(.oversight(.otherThanPermit))) }
    }
    if form.hours <= 0 { findings.append(refusal(.oversight(.hoursMissing))) }
    return findings
  }
}

/// An organiser who is none of the six is written by name (S5-4).
public struct CompletedOrganiser: Policy {
  public static let clause = Clause.courseOfPermit
  public init() {}

  public func findings(in facts: CompletedCourseLife.Facts) -> [Finding] {
    facts.course.form.organiser.isComplete ? [] : [refusal(.oversight(.organiserMissing))]
  }
}

/// Somebody took part, and no more than the agency has (S5-4d).
public struct Participants: Policy {
  public static let clause = Clause.participants
  public init() {}

  public func findings(in facts: CompletedCourseLife.Facts) -> [Finding] {
    let form = facts.course.form
    let isWithin =
      facts.figures.map { form.managers <= $0.managers.count && form.staff <= $0.staff.count }
      ?? true
    let isRight = form.managers >= 0 && form.staff >= 0 && form.total > 0 && isWithin
    return isRight ? [] : [refusal(.oversight(.participantsWrong))]
  }
}

/// What was sent is only read.
public struct CompletedNotSent: Policy {
  public static let clause = Clause.tickedRows
  public init() {}

  public func findings(in facts: CompletedCourseLife.Facts) -> [Finding] {
    facts.course.state == .registered
      ? [] : [refusal(.oversight(.courseSent), remedy: .ask(.oversight))]
  }
}
