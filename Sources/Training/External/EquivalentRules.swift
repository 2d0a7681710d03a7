import Persian

/// Learners register what they attended themselves (S0-9), or the expert of their office for them.
public struct OwnEquivalent: Policy {
  public static let clause = Clause.permission
  public init() {}

  public func findings(in facts: EquivalentLife.Facts) -> [Finding] {
    facts.isOwn || facts.isForLearner ? [] : [refusal(.equivalent(.notOwn))]
  }
}

/// A scan of the certificate comes with it (S2-11.2a).
public struct ScanThere: Policy {
  public static let clause = Clause.equivalentScan
  public init() {}

  public func findings(in facts: EquivalentLife.Facts) -> [Finding] {
    facts.hasScan ? [] : [refusal(.equivalent(.scanMissing), remedy: .record(.scan))]
  }
}

/// Title, hours, institute and days are filled in and make sense (S2-11.2).
public struct EquivalentData: Policy {
  public static let clause = Clause.equivalentScan
  public init() {}

  public func findings(in facts: EquivalentLife.Facts) -> [Finding] {
    let form = facts.equivalent.form
    var findings: [Finding] = []
    if form.title.isEmpty { findings.append(refusal(.equivalent(.titleMissing))) }
    if form.institute.isEmpty { findings.append(refusal(.equivalent(.instituteMissing))) }
    if form.minutes <= 0 { findings.append(refusal(.equivalent(.hoursMissing))) }
    if form.from > form.to {
      findings.append(refusal(.equivalent(.intervalReversed(from: form.from, to: form.to))))
    }
    if form.to > facts.day { findings.append(refusal(.equivalent(.endsInFuture(form.to)))) }
    return findings
  }
}

/// The expert has held the original in hand before confirming (S2-11.3a).
public struct OriginalInHand: Policy {
  public static let clause = Clause.originalCertificate
  public init() {}

  public func findings(in facts: EquivalentLife.Facts) -> [Finding] {
    facts.equivalent.review.originalSeen != nil
      ? [] : [refusal(.equivalent(.originalNotSeen), remedy: .record(.originals))]
  }
}

/// All four conditions are met; each that is not stands under its own paragraph (S2-11.1).
public struct FourConditions: Policy {
  public static let clause = Clause.districtReview
  public init() {}

  public func findings(in facts: EquivalentLife.Facts) -> [Finding] {
    EquivalentCourse.Condition.allCases.compactMap { condition in
      switch facts.equivalent.review[condition] {
      case true?: nil
      case false?:
        Finding(condition.clause, .refusal, .equivalent(.notMet(condition)))
      case nil:
        Finding(
          condition.clause, .refusal, .equivalent(.unanswered(condition)),
          remedy: .record(.review))
      }
    }
  }
}

/// The course code is one of the catalogue, and the hours are those of the course (S2-11.4b).
///
/// Titles are written in many ways, so that another one is only shown; the second condition says
/// whether they mean the same.
public struct CourseOfCertificate: Policy {
  public static let clause = Clause.matchingCourse
  public init() {}

  public func findings(in facts: EquivalentLife.Facts) -> [Finding] {
    let form = facts.equivalent.form
    guard let course = facts.course else {
      return [refusal(.equivalent(.courseUnknown), remedy: .record(.course))]
    }
    var findings: [Finding] = []
    if course.minutes != form.minutes {
      findings.append(
        refusal(
          .equivalent(.hoursDiffer(certificate: form.minutes, course: course.minutes)),
          remedy: .chooseAnother(.course)))
    }
    if SearchKey.joined(form.title) != SearchKey.joined(course.title) {
      findings.append(
        warning(.equivalent(.titleDiffers(certificate: form.title, course: course.title))))
    }
    return findings
  }
}

/// The same course of the same year goes into a record once (S2-11.5b).
public struct NotInRecord: Policy {
  public static let clause = Clause.insertedInRecord
  public init() {}

  public func findings(in facts: EquivalentLife.Facts) -> [Finding] {
    facts.isRecorded ? [refusal(.equivalent(.recordedAlready))] : []
  }
}
