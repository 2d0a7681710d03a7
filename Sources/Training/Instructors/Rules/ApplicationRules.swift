/// The form opens only to who has accepted the terms (S2-3.2a).
public struct TermsAccepted: Policy {
  public static let clause = Clause.applicantTerms
  public init() {}

  public func findings(in facts: InstructorLife.Facts) -> [Finding] {
    facts.hasAcceptedTerms ? [] : [refusal(.instructor(.termsNotAccepted))]
  }
}

/// Nothing that is needed is left blank (S2-3.2b).
///
/// Workplace and telephone are asked of outsiders, whom the security office looks up there.
public struct RequiredData: Policy {
  public static let clause = Clause.applicantData
  public init() {}

  public func findings(in facts: InstructorLife.Facts) -> [Finding] {
    let form = facts.application.form
    let blank: [(InstructorReason.Field, Bool)] = [
      (.fatherName, form.fatherName.isEmpty),
      (.certificateNumber, form.certificateNumber.isEmpty), (.birthDay, form.birthDay == nil),
      (.personnelCode, form.isEducator && form.personnelCode == nil),
      (.workplace, !form.isEducator && form.workplace.isEmpty),
      (.phone, !form.isEducator && form.phone.isEmpty), (.degree, form.degree.isEmpty),
      (.field, form.field.isEmpty), (.university, form.university.isEmpty),
      (.graduated, form.graduated == 0),
    ]
    let missing = blank.filter(\.1).map(\.0)
    return missing.isEmpty ? [] : [refusal(.instructor(.dataMissing(missing)))]
  }
}

/// A national code has one application at a time (S2-3.2).
public struct OneApplication: Policy {
  public static let clause = Clause.applicantData
  public init() {}

  public func findings(in facts: InstructorLife.Facts) -> [Finding] {
    facts.taken.map { [refusal(.instructor(.applied(name: $0)), remedy: .ask(.expert))] } ?? []
  }
}

/// Originals are seen once (S2-3.3a).
public struct OriginalsUnseen: Policy {
  public static let clause = Clause.originals
  public init() {}

  public func findings(in facts: InstructorLife.Facts) -> [Finding] {
    facts.application.originalsSeen == nil ? [] : [refusal(.instructor(.originalsSeenAlready))]
  }
}

/// Documents are confirmed after their originals were seen (S2-3.4b).
public struct OriginalsSeen: Policy {
  public static let clause = Clause.documentsConfirmed
  public init() {}

  public func findings(in facts: InstructorLife.Facts) -> [Finding] {
    facts.application.originalsSeen != nil
      ? [] : [refusal(.instructor(.originalsNotSeen), remedy: .record(.originals))]
  }
}

/// An outsider brings copies of birth certificate and national card, workplace and telephone
/// (S2-3.4c).
public struct OutsiderPapers: Policy {
  public static let clause = Clause.outsiderPapers
  public init() {}

  public func findings(in facts: InstructorLife.Facts) -> [Finding] {
    let form = facts.application.form
    guard !form.isEducator else { return [] }
    let copies = Set(
      facts.papers.filter { $0.role == .document && $0.file != nil }.map(\.kind))
    let isWhole =
      copies.isSuperset(of: [InstructorPaper.birthCertificate, InstructorPaper.nationalCard])
      && !form.workplace.isEmpty && !form.phone.isEmpty
    return isWhole
      ? [] : [refusal(.instructor(.outsiderPapersMissing), remedy: .record(.applicantPapers))]
  }
}

/// The inquiry goes out as a letter with number and date (S2-3.4b).
public struct InquiryLetter: Policy {
  public static let clause = Clause.documentsConfirmed
  public init() {}

  public func findings(in facts: InstructorLife.Facts) -> [Finding] {
    facts.letter.map(\.isRecorded) ?? true
      ? [] : [refusal(.instructor(.inquiryLetterMissing), remedy: .record(.inquiryLetter))]
  }
}

/// A reply of the security office is recorded with number and date (S2-3.5a).
public struct ReplyLetter: Policy {
  public static let clause = Clause.securityReply
  public init() {}

  public func findings(in facts: InstructorLife.Facts) -> [Finding] {
    facts.letter.map(\.isRecorded) ?? true
      ? [] : [refusal(.instructor(.replyNumberMissing), remedy: .record(.securityReply))]
  }
}

/// Nobody comes into the bank before the reply's number is recorded (S2-3.5a).
public struct ReplyRecorded: Policy {
  public static let clause = Clause.securityReply
  public init() {}

  public func findings(in facts: InstructorLife.Facts) -> [Finding] {
    facts.application.reply.isRecorded
      ? [] : [refusal(.instructor(.replyNumberMissing), remedy: .record(.securityReply))]
  }
}

/// Courses are recorded after the council decided, with number and date of its meeting (S2-3.7a).
public struct CouncilDecision: Policy {
  public static let clause = Clause.councilDecision
  public init() {}

  public func findings(in facts: InstructorLife.Facts) -> [Finding] {
    facts.council.map(\.isRecorded) ?? true
      ? [] : [refusal(.instructor(.councilMissing), remedy: .record(.councilDecision))]
  }
}

/// Nobody leaves the bank while a course runs with them (SM-3).
public struct NoRunningCourse: Policy {
  public static let clause = Clause.instructorLife
  public init() {}

  public func findings(in facts: InstructorLife.Facts) -> [Finding] {
    let courses = facts.runningCourses
    return courses.isEmpty
      ? [] : [refusal(.instructor(.coursesRunning(courses)), remedy: .chooseAnother(.instructor))]
  }
}
