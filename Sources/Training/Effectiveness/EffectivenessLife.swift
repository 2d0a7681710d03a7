public import Persian

/// The four levels at which a course is measured; the raw value is stored (S2-8.1).
public enum EffectivenessLevel: Int, CaseIterable, Hashable, Sendable, Codable {
  case reaction = 1
  case learning, behaviour, results

  /// Whether every course is measured at it, rather than a quarter of the eligible ones (S2-8.2).
  public var isCompulsory: Bool { self == .reaction || self == .learning }

  /// Who draws its summary up.
  public var summariser: Role { isCompulsory ? .courseManager : .expert }

  /// The first and the last day of its data (S2-8.1a).
  ///
  /// - Parameters:
  ///   - start: The first session of the course.
  ///   - end: The last one.
  ///   - rules: The numbers in force.
  /// - Returns: Both days count as inside.
  public func window(
    start: JalaliDate, end: JalaliDate, under rules: Rules
  ) -> ClosedRange<JalaliDate> {
    switch self {
    case .reaction: start...max(start, end)
    case .learning:
      // The second of the two scores is that of the final exam.
      start...max(start, end.adding(days: rules.examWindow.upperBound + rules.scoreEntryDays))
    case .behaviour: Self.months(rules.behaviourWindow, after: end)
    case .results: Self.months(rules.resultsWindow, after: end)
    }
  }

  private static func months(
    _ months: ClosedRange<Int>, after end: JalaliDate
  ) -> ClosedRange<JalaliDate> {
    end.adding(months: months.lowerBound)...end.adding(months: months.upperBound)
  }
}

/// SM-7: what is measured of a course at one level, from the start of the course to the summary.
///
/// That data is there is derived from the data; only the summary is stored.
public enum EffectivenessLife: Lifecycle {
  public enum State: String, CaseIterable, Hashable, Sendable, Codable {
    /// The record is not there yet: the course has not started, or is not one of those selected.
    case notBegun = ""
    case pending, collecting, summarised, overdue
  }

  public enum Action: String, CaseIterable, Hashable, Sendable, Codable {
    case enter, summarise
  }

  public struct Facts: Hashable, Sendable {
    public var level: EffectivenessLevel
    public var window: ClosedRange<JalaliDate>
    public var day: JalaliDate
    /// Forms, pairs of scores, questionnaires, or the figures of the documents.
    public var answers: Int

    public init(
      level: EffectivenessLevel, window: ClosedRange<JalaliDate>, day: JalaliDate, answers: Int
    ) {
      self.level = level
      self.window = window
      self.day = day
      self.answers = answers
    }
  }

  public struct Dates: Hashable, Sendable {
    /// The start of the course; nil where the level is not measured.
    public var start: JalaliDate?
    public var last: JalaliDate

    public init(start: JalaliDate?, last: JalaliDate) {
      self.start = start
      self.last = last
    }
  }

  public static let name = "SM-7"

  public static let clocks: [Clock<Self>] = [
    Clock([.notBegun], to: .pending) { $0.start },
    Clock([.pending], to: .overdue) { $0.last.adding(days: 1) },
  ]

  public static let table: [Transition<Self>] = [
    Transition(
      [.pending], .enter, by: [.learner, .courseManager, .expert], to: .collecting, .undoable,
      guards: { _ in [LevelWindow()] }),
    Transition(
      [.collecting], .summarise, by: [.courseManager], to: .summarised, .undoable,
      guards: { _ in [OwnSummary(role: .courseManager), AnswersGathered()] }),
    Transition(
      [.collecting], .summarise, by: [.expert], to: .summarised, .undoable,
      guards: { _ in [OwnSummary(role: .expert), AnswersGathered()] }),
  ]

  /// The state of a level on the day of its facts.
  ///
  /// - Parameters:
  ///   - isSummarised: Whether its summary has been drawn up.
  ///   - start: The start of the course; nil where the level is not measured.
  ///   - facts: What has been gathered.
  /// - Returns: The state.
  public static func state(isSummarised: Bool, start: JalaliDate?, _ facts: Facts) -> State {
    if isSummarised { return .summarised }
    if facts.answers > 0 { return .collecting }
    return state(.notBegun, Dates(start: start, last: facts.window.upperBound), on: facts.day)
  }
}

/// Data of a level is entered within its window (S2-8.1a, S2-8.3a).
public struct LevelWindow: Policy {
  public static let clause = Clause.effectivenessWindow
  public init() {}

  public func findings(in facts: EffectivenessLife.Facts) -> [Finding] {
    let (first, last) = (facts.window.lowerBound, facts.window.upperBound)
    if facts.day < first {
      return [
        refusal(
          .effectiveness(.windowNotOpen(facts.level, from: first)), remedy: .wait(until: first))
      ]
    }
    guard facts.day > last else { return [] }
    return [refusal(.effectiveness(.windowPassed(facts.level, until: last)))]
  }
}

/// The manager sums up the levels that every course has, the expert the others.
struct OwnSummary: Policy {
  static let clause = Clause.effectivenessWindow
  let role: Role

  func findings(in facts: EffectivenessLife.Facts) -> [Finding] {
    let owner = facts.level.summariser
    guard owner != role else { return [] }
    return [refusal(.effectiveness(.summaryOf(facts.level, by: owner)), remedy: .ask(owner))]
  }
}

/// A summary needs one answer at least.
struct AnswersGathered: Policy {
  static let clause = Clause.surveyTime

  func findings(in facts: EffectivenessLife.Facts) -> [Finding] {
    facts.answers > 0
      ? []
      : [refusal(.effectiveness(.noAnswers(facts.level)), remedy: .record(.effectivenessData))]
  }
}

/// What is kept of a course at one level beside the answers: one row for each (SM-7).
public struct Effectiveness: Hashable, Sendable, Codable {
  public var id: ID<Effectiveness>
  public var request: ID<CourseRequest>
  public var level: EffectivenessLevel
  /// Of level 4, from the documents of the organisation; nil before they are examined.
  public var cost: Rial?
  public var benefit: Rial?
  public var documents: String
  public var conclusion: String
  /// The day of the summary; nil before it is drawn up.
  public var summarised: JalaliDate?

  public init(
    id: ID<Effectiveness>, request: ID<CourseRequest>, level: EffectivenessLevel,
    cost: Rial? = nil, benefit: Rial? = nil, documents: String = "", conclusion: String = "",
    summarised: JalaliDate? = nil
  ) {
    self.id = id
    self.request = request
    self.level = level
    self.cost = cost
    self.benefit = benefit
    self.documents = documents
    self.conclusion = conclusion
    self.summarised = summarised
  }

  /// The figures of level 4; nil before they are recorded.
  public var figures: ResultsFigures? {
    guard let cost, let benefit else { return nil }
    return ResultsFigures(cost: cost, benefit: benefit)
  }
}
