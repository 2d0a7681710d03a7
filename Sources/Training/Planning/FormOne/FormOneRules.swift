/// Form 1 says who asks for what, for whom and how many, how it is held and who pays (S2-1.2c).
public struct FormOneFields: Policy {
  public static let clause = Clause.formOneFields
  public init() {}

  public func findings(in facts: FormOneLife.Facts) -> [Finding] {
    let form = facts.form
    var findings: [Finding] = []
    if form.requester.allSatisfy(\.isWhitespace) {
      findings.append(refusal(.planning(.requesterMissing), remedy: .record(.requester)))
    }
    if form.title.allSatisfy(\.isWhitespace) {
      findings.append(refusal(.planning(.wantedCourseMissing), remedy: .record(.course)))
    }
    var missing: [Remedy.Topic] = []
    if form.conditions.isEmpty { missing.append(.conditions) }
    if form.learnerCount < 1 { missing.append(.learnerCount) }
    if form.mode == nil { missing.append(.deliveryMode) }
    if form.funding.allSatisfy(\.isWhitespace) { missing.append(.costProvision) }
    if let first = missing.first {
      findings.append(refusal(.planning(.formFieldsMissing(missing)), remedy: .record(first)))
    }
    return findings
  }
}

/// The time of Form 1 does not end before it begins.
public struct FormOneInterval: Policy {
  public static let clause = Clause.formOneTimeAndPlace
  public init() {}

  public func findings(in facts: FormOneLife.Facts) -> [Finding] {
    guard let from = facts.form.from, let to = facts.form.to, to < from else { return [] }
    return [
      refusal(
        .planning(.formIntervalReversed(from: from, to: to)),
        remedy: .correct(.executionInterval))
    ]
  }
}

/// A decision stands in the minutes of a meeting with a number and a day (S2-1.3c).
public struct MeetingRecorded: Policy {
  public static let clause = Clause.committeeDecision
  public init() {}

  public func findings(in facts: FormOneLife.Facts) -> [Finding] {
    let decision = facts.form.decision
    return decision.meeting.allSatisfy(\.isWhitespace) || decision.day == nil
      ? [refusal(.planning(.meetingMissing), remedy: .record(.meeting))] : []
  }
}

/// The committee agrees to a course of the catalogue that may be held (S2-1.3a, S2-1.3b).
public struct AgreedCoursePermitted: Policy {
  public static let clause = Clause.committeePermit
  public init() {}

  public func findings(in facts: FormOneLife.Facts) -> [Finding] {
    guard let course = facts.course else {
      return [
        refusal(
          .planning(.courseUnknown(code: facts.courseCode)), remedy: .chooseAnother(.course))
      ]
    }
    return course.hasPermit && course.isActive
      ? []
      : [
        refusal(
          .planning(.courseWithoutPermit(title: course.title)), remedy: .chooseAnother(.course))
      ]
  }
}

/// A memorandum has two parties and the obligations of both (S2-1.4a).
public struct MemorandumIsWhole: Policy {
  public static let clause = Clause.memorandum
  public init() {}

  public func findings(in facts: FormOneLife.Facts) -> [Finding] {
    let it = facts.form.memorandum
    func isBlank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }
    var findings: [Finding] = []
    if isBlank(it.number) || it.day == nil {
      findings.append(
        refusal(.planning(.memorandumNumberMissing), remedy: .record(.memorandum)))
    }
    if isBlank(it.partyA) || isBlank(it.partyB) {
      findings.append(refusal(.planning(.partiesMissing), remedy: .record(.memorandum)))
    }
    if isBlank(it.dutiesA) || isBlank(it.dutiesB) {
      findings.append(refusal(.planning(.dutiesMissing), remedy: .record(.memorandum)))
    }
    return findings
  }
}

/// A request stands on the Form 1 that the committee agreed to; one without is warned about
/// (S2-1.5g).
public struct RequestOfForm: Policy {
  public static let clause = Clause.requestOfFormOne
  public init() {}

  public func findings(in facts: CourseRequestLife.Facts) -> [Finding] {
    guard facts.request.form != nil else {
      return [warning(.planning(.requestWithoutForm), remedy: .record(.formOne))]
    }
    guard let form = facts.form, form.course != facts.request.course else { return [] }
    return [
      refusal(
        .planning(.requestOfAnotherCourse(agreed: form.title)), remedy: .chooseAnother(.course))
    ]
  }
}

/// A district asks for the course as the committee agreed to it: the same way of holding it, for the
/// same people; more learners than Form 1 has are warned about (S2-1.5g).
public struct RequestFitsForm: Policy {
  public static let clause = Clause.requestOfFormOne
  public init() {}

  public func findings(in facts: CourseRequestLife.Facts) -> [Finding] {
    let request = facts.request
    guard let form = facts.form, form.course == request.course else { return [] }
    var unlike: [Remedy.Topic] = []
    if let mode = form.mode, mode != request.mode { unlike.append(.deliveryMode) }
    if !Set(request.conditions).isSubset(of: form.conditions) { unlike.append(.conditions) }
    var findings: [Finding] = []
    if let first = unlike.first {
      findings.append(refusal(.planning(.requestUnlikeForm(unlike)), remedy: .correct(first)))
    }
    if request.quota > form.learnerCount {
      findings.append(
        warning(
          .planning(
            .requestBeyondForm(quota: request.quota, learners: form.learnerCount)),
          remedy: .correct(.quota)))
    }
    return findings
  }
}

/// Before a course is announced its Form 1 has time and place (S2-1.2b).
public struct FormOneScheduled: Policy {
  public static let clause = Clause.formOneTimeAndPlace
  public init() {}

  public func findings(in facts: CourseRequestLife.Facts) -> [Finding] {
    guard let form = facts.form else { return [] }
    var findings: [Finding] = []
    if form.from == nil || form.to == nil {
      findings.append(
        refusal(.planning(.formTimeMissing), remedy: .record(.executionInterval)))
    }
    if form.place.allSatisfy(\.isWhitespace) {
      findings.append(refusal(.planning(.formPlaceMissing), remedy: .record(.place)))
    }
    return findings
  }
}
