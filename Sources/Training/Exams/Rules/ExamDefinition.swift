import Persian

/// An exam needs somebody who teaches, or who writes questions (S2-8.5a).
public struct ExaminerAmongFactors: Policy {
  public static let clause = Clause.examAuthor
  public init() {}

  public func findings(in facts: ExamLife.Facts) -> [Finding] {
    facts.hasExaminer ? [] : [refusal(.exam(.noExaminer), remedy: .record(.factor))]
  }
}

/// An exam needs a class with its least number of learners (S2-8.5b).
public struct EnoughForExam: Policy {
  public static let clause = Clause.examMinimum
  let rules: Rules
  public init(rules: Rules) { self.rules = rules }

  public func findings(in facts: ExamLife.Facts) -> [Finding] {
    let minimum = rules.classMinimum(facts.deliveryMode)
    return facts.learners >= minimum
      ? []
      : [
        refusal(
          .exam(.fewLearners(facts.learners, minimum: minimum)),
          remedy: .raise(.enrolment, to: .count(minimum)))
      ]
  }
}

/// Nothing changes in the exams of a class that is closed.
public struct ExamClassOpen: Policy {
  public static let clause = Clause.classClosed
  public init() {}

  public func findings(in facts: ExamLife.Facts) -> [Finding] {
    facts.classState.isFinal
      ? [refusal(.enrolment(.classClosed), remedy: .ask(.provincialExpert))] : []
  }
}

/// Title, number of questions, duration and scores make sense together (S2-8.5).
public struct ExamFields: Policy {
  public static let clause = Clause.examLife
  public init() {}

  public func findings(in facts: ExamLife.Facts) -> [Finding] {
    let it = facts.exam
    var found: [Finding] = []
    if it.title.allSatisfy(\.isWhitespace) {
      found.append(refusal(.exam(.titleMissing), remedy: .correct(.exam)))
    }
    if it.kind == .project {
      if it.mode == .electronic {
        found.append(refusal(.exam(.projectElectronic), remedy: .chooseAnother(.examMode)))
      }
    } else {
      if it.questionCount < 1 {
        found.append(refusal(.exam(.questionCountMissing), remedy: .correct(.exam)))
      }
      if it.duration < 1 {
        found.append(refusal(.exam(.durationMissing), remedy: .correct(.exam)))
      }
    }
    if it.maximum.hundredths < 1 {
      found.append(refusal(.exam(.maximumMissing), remedy: .correct(.scores)))
    } else if it.passing > it.maximum {
      found.append(
        refusal(
          .exam(.passingOverMaximum(it.passing, maximum: it.maximum)), remedy: .correct(.scores)))
    }
    return found
  }
}

/// A class has one exam of each kind.
public struct OneOfKind: Policy {
  public static let clause = Clause.examLife
  public init() {}

  public func findings(in facts: ExamLife.Facts) -> [Finding] {
    facts.others.contains { $0.kind == facts.exam.kind }
      ? [refusal(.exam(.kindTaken(facts.exam.kind)), remedy: .chooseAnother(.exam))] : []
  }
}

/// The exams and projects of a class make up one final score, no more than all of it (S2-8.5).
public struct EffectOfScores: Policy {
  public static let clause = Clause.examLife
  public init() {}

  public func findings(in facts: ExamLife.Facts) -> [Finding] {
    let effect = facts.exam.effect
    guard facts.exam.kind.counts else {
      return effect == 0 ? [] : [refusal(.exam(.effectOutOfRange(effect)), remedy: .correct(.exam))]
    }
    guard (0...100).contains(effect) else {
      return [refusal(.exam(.effectOutOfRange(effect)), remedy: .correct(.exam))]
    }
    let total = facts.others.filter(\.kind.counts).reduce(effect) { $0 + $1.effect }
    return total > 100
      ? [
        refusal(
          .exam(.effectOver(total: total)), remedy: .lower(.exam, to: .count(effect - total + 100)))
      ] : []
  }
}

/// A final exam, or the day a project is due, lies one to three weeks after the last session
/// (S2-8.5e, S2-8.6a).
public struct ExamWindow: Policy {
  public static let clause = Clause.examHolding
  let rules: Rules
  public init(rules: Rules) { self.rules = rules }

  public func findings(in facts: ExamLife.Facts) -> [Finding] {
    guard facts.exam.kind.counts else { return [] }
    let day = facts.exam.day
    let from = facts.lastSession.adding(days: rules.examWindow.lowerBound)
    let to = facts.lastSession.adding(days: rules.examWindow.upperBound)
    return day < from || day > to
      ? [
        refusal(
          .exam(.outsideWindow(day, from: from, to: to)),
          remedy: .choose(.evaluation, from: from, to: to))
      ] : []
  }
}

/// A pre-test is held before the start, or in the first session (S2-8.4a).
public struct PretestTime: Policy {
  public static let clause = Clause.pretestTime
  public init() {}

  public func findings(in facts: ExamLife.Facts) -> [Finding] {
    guard facts.exam.kind == .pretest, facts.exam.day > facts.firstSession else { return [] }
    return [
      refusal(
        .exam(.pretestLate(facts.exam.day, first: facts.firstSession)), remedy: .correct(.exam))
    ]
  }
}
