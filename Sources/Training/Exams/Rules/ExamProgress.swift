/// As many questions are attached as the exam has, and the terminal can ask each (S2-8.5c, S2-8.5d).
public struct QuestionsComplete: Policy {
  public static let clause = Clause.examQuestions
  public init() {}

  public func findings(in facts: ExamLife.Facts) -> [Finding] {
    var found: [Finding] = []
    let needed = facts.exam.questionCount
    if facts.questions != needed {
      found.append(
        refusal(
          .exam(.questionsDiffer(attached: facts.questions, needed: needed)),
          remedy: .record(.questions)))
    }
    if facts.exam.mode == .electronic, facts.descriptive > 0 {
      found.append(
        refusal(.exam(.descriptiveAtTerminal(facts.descriptive)), remedy: .correct(.questions)))
    }
    return found
  }
}

/// The questions of a pre-test at the terminal are there before the course starts (S2-4.8b).
public struct PretestQuestionsInTime: Policy {
  public static let clause = Clause.pretestInTime
  public init() {}

  public func findings(in facts: ExamLife.Facts) -> [Finding] {
    guard facts.exam.kind == .pretest, facts.exam.mode == .electronic else { return [] }
    return PretestInTime().findings(in: PretestFacts(day: facts.day, start: facts.firstSession))
  }
}

/// What somebody has answered is not taken away.
public struct NobodyAnswered: Policy {
  public static let clause = Clause.examLife
  public init() {}

  public func findings(in facts: ExamLife.Facts) -> [Finding] {
    facts.answered == 0 ? [] : [refusal(.exam(.answered(facts.answered)))]
  }
}

/// An exam at the terminal is scored when its time is over.
public struct ExamOver: Policy {
  public static let clause = Clause.examSitting
  public init() {}

  public func findings(in facts: ExamLife.Facts) -> [Finding] {
    let it = facts.exam
    guard it.mode == .electronic else { return [] }
    let (day, minute) = it.end
    guard (facts.day, facts.minute) < (day, minute) else { return [] }
    return [refusal(.exam(.notOver(day, minute: minute)), remedy: .wait(until: day))]
  }
}

/// Everybody has a score or was absent; who never came to an exam at the terminal is absent by that.
public struct ResultsComplete: Policy {
  public static let clause = Clause.examLife
  public init() {}

  public func findings(in facts: ExamLife.Facts) -> [Finding] {
    facts.exam.mode == .electronic || facts.resultsMissing == 0
      ? []
      : [refusal(.exam(.resultsMissing(facts.resultsMissing)), remedy: .record(.scores))]
  }
}
