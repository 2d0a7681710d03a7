import Persian

/// Every learner has a score or was absent from the exam (SM-9, S2-10.5b).
public struct ScoresComplete: Policy {
  public static let clause = Clause.closingConditions
  public init() {}

  public func findings(in facts: ClassLife.Facts) -> [Finding] {
    // Without an exam there is nothing to enter scores in.
    guard facts.hasExam else {
      return [refusal(.training(.examMissing), remedy: .record(.exam))]
    }
    return facts.scoresMissing == 0
      ? [] : [refusal(.training(.scoresMissing(facts.scoresMissing)), remedy: .record(.scores))]
  }
}

/// The course file is with the expert before the control is announced (SM-9, S2-10.2a).
public struct FileDelivered: Policy {
  public static let clause = Clause.fileDelivery
  public init() {}

  public func findings(in facts: ClassLife.Facts) -> [Finding] {
    facts.isFileDelivered
      ? [] : [refusal(.training(.fileNotDelivered), remedy: .record(.courseFile))]
  }
}

/// A class is closed only after the period of objections (S2-10.5a).
public struct PeriodOver: Policy {
  public static let clause = Clause.objectionPeriod
  public init() {}

  public func findings(in facts: ClassLife.Facts) -> [Finding] {
    guard let last = facts.objectionsUntil else {
      return [refusal(.training(.noPeriod), remedy: .record(.objectionPeriod))]
    }
    return facts.day > last
      ? []
      : [
        refusal(.training(.periodRunning(until: last)), remedy: .wait(until: last.adding(days: 1)))
      ]
  }
}

/// Objections are answered, scores complete and equal on paper and in the records (S2-10.5b).
public struct ObjectionsAnswered: Policy {
  public static let clause = Clause.closingConditions
  public init() {}

  public func findings(in facts: ClassLife.Facts) -> [Finding] {
    var findings = ScoresComplete().findings(in: facts)
    if facts.openObjections > 0 {
      findings.append(
        refusal(.training(.objectionsOpen(facts.openObjections)), remedy: .record(.objections)))
    }
    if facts.differingScores > 0 {
      findings.append(
        refusal(.training(.scoresDiffer(facts.differingScores)), remedy: .correct(.scores)))
    }
    return findings + (facts.comparison?.findings ?? [])
  }
}

/// Learners are moved or removed before a class is cancelled (SM-9).
public struct ClassEmptied: Policy {
  public static let clause = Clause.classLife
  public init() {}

  public func findings(in facts: ClassLife.Facts) -> [Finding] {
    facts.liveEnrolments == 0
      ? []
      : [refusal(.training(.liveEnrolments(facts.liveEnrolments)), remedy: .correct(.enrolment))]
  }
}
