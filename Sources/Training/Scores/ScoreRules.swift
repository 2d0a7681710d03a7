public import Persian

/// Clauses of entering scores (S2-8.6b … S2-8.8).
extension Clause {
  public static let examPresence = Clause("S2-8.6b", .shortCourses, paragraph: 188)
  public static let scoreWeek = Clause("S2-8.7a", .shortCourses, paragraph: 190)
  public static let scoreRange = Clause("S2-8.7b", .shortCourses, paragraph: 190)
  public static let scoreFile = Clause("S2-8.8b", .shortCourses, paragraph: 192)

  static let scores = [examPresence, scoreWeek, scoreRange, scoreFile]
}

/// Reasons about scores and the attendance of exams.
public enum ScoreReason: Hashable, Sendable, Codable {
  /// The exam, or the day on which the project is handed over, has not come.
  case notHeld(JalaliDate)
  /// Scores of the terminal come by themselves.
  case automatic
  case onlyManager
  case locked
  case outOfRange(Score, maximum: Score)
  /// Days since the week for entering the scores was over.
  case late(due: JalaliDate, days: Int)
  /// Of a line of a file: nobody has the code, or not in this class.
  case codeUnknown(String)
  case notEnrolled(String)
  case repeated(firstLine: Int)
  /// A warning: another score, or the absence, stood there.
  case replaces(Score?)
}

/// What the rules of entering scores look at.
public struct ScoreFacts: Hashable, Sendable {
  public var exam: Exam
  /// The state of the exam on the day.
  public var state: ExamLife.State
  public var classState: ClassLife.State
  public var day: JalaliDate
  public var role: Role

  public init(
    exam: Exam, state: ExamLife.State, classState: ClassLife.State, day: JalaliDate, role: Role
  ) {
    self.exam = exam
    self.state = state
    self.classState = classState
    self.day = day
    self.role = role
  }

  public static let policies: [any Policy<ScoreFacts>] = [ScoresTaken(), ScoresOfClass()]

  /// The last day on which scores are in time (S2-8.7a).
  public func due(under rules: Rules) -> JalaliDate {
    exam.day.adding(days: rules.scoreEntryDays)
  }
}

/// From the day of the exam the manager enters scores and absences; once they are complete the expert
/// corrects them too (SM-6, S2-8.6b).
public struct ScoresTaken: Policy {
  public static let clause = Clause.examPresence
  public init() {}

  public func findings(in facts: ScoreFacts) -> [Finding] {
    switch facts.state {
    case .defined, .ready:
      return [
        refusal(.score(.notHeld(facts.exam.day)), remedy: .wait(until: facts.exam.day))
      ]
    case .held:
      if facts.exam.mode == .electronic { return [refusal(.score(.automatic))] }
      return facts.role == .courseManager
        ? [] : [refusal(.score(.onlyManager), remedy: .ask(.courseManager))]
    case .graded: return []
    case .locked: return [refusal(.score(.locked), remedy: .ask(.provincialExpert))]
    }
  }
}

/// Nothing is scored in a class that is closed.
public struct ScoresOfClass: Policy {
  public static let clause = Clause.classClosed
  public init() {}

  public func findings(in facts: ScoreFacts) -> [Finding] {
    facts.classState.isFinal
      ? [refusal(.enrolment(.classClosed), remedy: .ask(.provincialExpert))] : []
  }
}

/// A score lies between nothing and the full score of its exam (S2-8.7b).
public struct ScoreInRange: Policy {
  /// A score that somebody enters, with the full score.
  public struct Facts: Hashable, Sendable {
    public var score: Score
    public var maximum: Score

    public init(_ score: Score, maximum: Score) {
      self.score = score
      self.maximum = maximum
    }
  }

  public static let clause = Clause.scoreRange
  public init() {}

  public func findings(in facts: Facts) -> [Finding] {
    facts.score.hundredths >= 0 && facts.score <= facts.maximum
      ? []
      : [
        refusal(.score(.outOfRange(facts.score, maximum: facts.maximum)), remedy: .correct(.scores))
      ]
  }
}

/// One week after the exam, or after the project is due, its scores are in (S2-8.7a).
public struct ScoresInTime: Policy {
  /// The clock of an exam on a day.
  public struct Facts: Hashable, Sendable {
    public var exam: Exam
    public var missing: Int
    public var day: JalaliDate

    public init(_ exam: Exam, missing: Int, on day: JalaliDate) {
      self.exam = exam
      self.missing = missing
      self.day = day
    }
  }

  public static let clause = Clause.scoreWeek
  let rules: Rules
  public init(rules: Rules) { self.rules = rules }

  public func findings(in facts: Facts) -> [Finding] {
    let due = facts.exam.day.adding(days: rules.scoreEntryDays)
    guard facts.missing > 0, facts.day > due else { return [] }
    return [
      warning(.score(.late(due: due, days: due.days(to: facts.day))), remedy: .record(.scores))
    ]
  }
}
