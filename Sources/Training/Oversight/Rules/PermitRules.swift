import Persian

/// Titles of four groups are chosen, those of the other two typed (S5-3b, S5-3c).
public struct PermitTitle: Policy {
  public static let clause = Clause.catalogueTitle
  public init() {}

  public func findings(in facts: PermitLife.Facts) -> [Finding] {
    let form = facts.permit.form
    guard form.group.isTyped else {
      return facts.course != nil ? [] : [refusal(.oversight(.titleNotChosen))]
    }
    var findings: [Finding] = []
    if form.title.isEmpty {
      findings.append(Finding(.typedTitle, .refusal, .oversight(.titleMissing)))
    }
    if form.hours <= 0 {
      findings.append(Finding(.typedTitle, .refusal, .oversight(.hoursMissing)))
    }
    return findings
  }
}

/// A specialised course comes with its syllabus (S5-3d).
public struct PermitSyllabus: Policy {
  public static let clause = Clause.permitFiles
  public init() {}

  public func findings(in facts: PermitLife.Facts) -> [Finding] {
    let isMissing = facts.permit.form.group.needsSyllabus && facts.permit.syllabus == nil
    return isMissing ? [refusal(.oversight(.syllabusMissing), remedy: .record(.syllabusFile))] : []
  }
}

/// Up to four days are written as rows, one or more for each; a longer programme comes as a file,
/// and of it only the first day is written (S5-3d, S5-3h2).
public struct PermitProgramme: Policy {
  public static let clause = Clause.permitFiles
  let rules: Rules
  public init(rules: Rules) { self.rules = rules }

  public func findings(in facts: PermitLife.Facts) -> [Finding] {
    let form = facts.permit.form
    let rows = Set(form.days.map(\.day)).count
    let count = max(form.dayCount, rows)
    guard form.dayCount > 0 else { return [refusal(.oversight(.daysMissing))] }
    guard count > rules.programmeRows else {
      return rows == form.dayCount
        ? [] : [refusal(.oversight(.daysDiffer(rows: rows, said: form.dayCount)))]
    }
    var findings: [Finding] = []
    if facts.permit.programme == nil {
      findings.append(
        refusal(
          .oversight(.programmeFileMissing(limit: rules.programmeRows)),
          remedy: .record(.programmeFile)))
    }
    if rows != 1 { findings.append(refusal(.oversight(.firstDayMissing))) }
    return findings
  }
}

/// Each row ends after it begins (S5-3h2).
public struct PermitTimes: Policy {
  public static let clause = Clause.programmeRows
  public init() {}

  public func findings(in facts: PermitLife.Facts) -> [Finding] {
    facts.permit.form.days.filter { $0.end <= $0.start }.map {
      refusal(.oversight(.timesReversed($0.day)))
    }
  }
}

/// An organiser who is none of the six is written by name (S5-4).
public struct PermitOrganiser: Policy {
  public static let clause = Clause.permitMandatory
  public init() {}

  public func findings(in facts: PermitLife.Facts) -> [Finding] {
    facts.permit.form.organiser.isComplete ? [] : [refusal(.oversight(.organiserMissing))]
  }
}

/// Before it is sent it has an instructor of the agency's list (S5-3e).
public struct PermitInstructor: Policy {
  public static let clause = Clause.instructorData
  public init() {}

  public func findings(in facts: PermitLife.Facts) -> [Finding] {
    facts.instructor == nil
      ? [refusal(.oversight(.instructorMissing), remedy: .record(.instructor))] : []
  }
}

/// What was sent is only read (S5-3i).
public struct PermitNotSent: Policy {
  public static let clause = Clause.permitReadOnly
  public init() {}

  public func findings(in facts: PermitLife.Facts) -> [Finding] {
    [.draft, .returned].contains(facts.permit.state)
      ? [] : [refusal(.oversight(.permitSent), remedy: .ask(.oversight))]
  }
}

/// An approval is taken back while no completed course stands on it.
public struct PermitUnused: Policy {
  public static let clause = Clause.permitOfCourse
  public init() {}

  public func findings(in facts: PermitLife.Facts) -> [Finding] {
    facts.isUsed ? [refusal(.oversight(.permitUsed))] : []
  }
}

extension OrganiserMark {
  /// Whether it says who it is.
  var isComplete: Bool { !code.isNamed || !name.allSatisfy(\.isWhitespace) }
}

/// An instructor is listed with names, field and degree (S5-3e).
public struct InstructorComplete: Policy {
  public static let clause = Clause.instructorData
  public init() {}

  public func findings(in instructor: OversightInstructor) -> [Finding] {
    let texts = [instructor.firstName, instructor.lastName, instructor.degree]
    let isMissing = instructor.field == nil || texts.contains { $0.allSatisfy(\.isWhitespace) }
    return isMissing ? [refusal(.oversight(.instructorIncomplete))] : []
  }
}
