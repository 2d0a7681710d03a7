public import Persian

/// A session whose attendance is to be marked, on a day.
public struct MarkingFacts: Hashable, Sendable {
  public var session: JalaliDate
  /// The state of the class on the day.
  public var classState: ClassLife.State
  public var day: JalaliDate

  public init(session: JalaliDate, classState: ClassLife.State, day: JalaliDate) {
    self.session = session
    self.classState = classState
    self.day = day
  }

  /// The rules on marking; the minutes themselves are checked where marks are made.
  public static let policies: [any Policy<MarkingFacts>] = [SessionHasCome(), ClassTakesMarks()]
}

/// Attendance is marked from the day of the session on, whatever its hour (S2-7.9a).
///
/// Not from its first minute: lists are prepared on the way in, and clocks of offices differ.
public struct SessionHasCome: Policy {
  public static let clause = Clause.absenceEntry
  public init() {}

  public func findings(in facts: MarkingFacts) -> [Finding] {
    facts.session <= facts.day
      ? []
      : [
        refusal(
          .attendance(.beforeSession(facts.session)), remedy: .wait(until: facts.session))
      ]
  }
}

/// Nothing is marked in a closed or cancelled class (SM-4, S2-10.5c).
public struct ClassTakesMarks: Policy {
  public static let clause = Clause.classClosed
  public init() {}

  public func findings(in facts: MarkingFacts) -> [Finding] {
    facts.classState.isFinal
      ? [refusal(.enrolment(.classClosed), remedy: .ask(.provincialExpert))] : []
  }
}
