/// A learner at an exam in the terminal, as the rules look at it.
public struct SittingFacts: Hashable, Sendable {
  public var exam: Exam
  /// On the day.
  public var state: ExamLife.State
  public var isEnrolled: Bool
  /// Nil before the first opening.
  public var sitting: Sitting?
  /// Now, and the time of the exam: milliseconds since 1970 by the clock of the records.
  public var moment: Int64
  public var start: Int64
  public var end: Int64
  /// The seat that answers; nil for an opening, which takes the next.
  public var seat: Int?

  public init(
    exam: Exam, state: ExamLife.State, isEnrolled: Bool, sitting: Sitting?, moment: Int64,
    start: Int64, end: Int64, seat: Int? = nil
  ) {
    self.exam = exam
    self.state = state
    self.isEnrolled = isEnrolled
    self.sitting = sitting
    self.moment = moment
    self.start = start
    self.end = end
    self.seat = seat
  }

  public static let policies: [any Policy<SittingFacts>] = [
    SittingInTime(), SittingOfLearner(), SittingAtOneTerminal(),
  ]
}

/// An exam is sat within its time, by the clock of the records (S2-8.6c).
public struct SittingInTime: Policy {
  public static let clause = Clause.examSitting
  public init() {}

  public func findings(in facts: SittingFacts) -> [Finding] {
    let it = facts.exam
    if facts.moment >= facts.end || facts.state == .graded || facts.state == .locked {
      return [refusal(.exam(.timeOver(it.end.day, minute: it.end.minute)))]
    }
    guard facts.moment >= facts.start, facts.state == .held else {
      return [
        refusal(.exam(.notBegun(it.day, minute: it.minute)), remedy: .wait(until: it.day))
      ]
    }
    return []
  }
}

/// Learners of the class sit, each until the exam is handed in (S2-8.6c).
public struct SittingOfLearner: Policy {
  public static let clause = Clause.examSitting
  public init() {}

  public func findings(in facts: SittingFacts) -> [Finding] {
    if !facts.isEnrolled { return [refusal(.exam(.notEnrolled))] }
    return facts.sitting?.handedIn == nil ? [] : [refusal(.exam(.handedIn))]
  }
}

/// Of two terminals only the one that was opened last answers (S2-8.6c).
public struct SittingAtOneTerminal: Policy {
  public static let clause = Clause.examSitting
  public init() {}

  public func findings(in facts: SittingFacts) -> [Finding] {
    guard let seat = facts.seat, seat != facts.sitting?.seat else { return [] }
    return [refusal(.exam(.otherTerminal))]
  }
}
