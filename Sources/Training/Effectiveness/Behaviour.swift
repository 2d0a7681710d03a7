public import Persian

/// A question of level 3, made from the content of the course (S2-8.9a).
public struct BehaviourQuestion: Hashable, Sendable, Codable {
  public var id: ID<BehaviourQuestion>
  public var request: ID<CourseRequest>
  public var text: String

  public init(id: ID<BehaviourQuestion>, request: ID<CourseRequest>, text: String) {
    self.id = id
    self.request = request
    self.text = text
  }

  /// What an answer is kept under.
  public var key: String { String(id.rawValue) }
}

/// What a learner, or the learner's manager, says about what was learnt and is used (S2-8.9a).
public struct BehaviourSheet: Hashable, Sendable, Codable {
  /// Who answers; the raw value is stored.
  public enum Respondent: String, CaseIterable, Hashable, Sendable, Codable {
    case oneself = "self"
    case manager
  }

  public var id: ID<BehaviourSheet>
  public var enrolment: ID<Enrolment>
  public var respondent: Respondent
  /// The immediate manager; empty where the learner answers.
  public var manager: String
  public var day: JalaliDate
  public var ratings: Ratings

  public init(
    id: ID<BehaviourSheet> = ID(rawValue: 0), enrolment: ID<Enrolment>, respondent: Respondent,
    manager: String = "", day: JalaliDate, ratings: Ratings
  ) {
    self.id = id
    self.enrolment = enrolment
    self.respondent = respondent
    self.manager = manager
    self.day = day
    self.ratings = ratings
  }
}

/// A sheet of level 3 as it would become.
public struct BehaviourFacts: Hashable, Sendable {
  public var sheet: BehaviourSheet
  public var questions: [BehaviourQuestion]
  public var isAnswered: Bool

  public init(_ sheet: BehaviourSheet, questions: [BehaviourQuestion], isAnswered: Bool = false) {
    self.sheet = sheet
    self.questions = questions
    self.isAnswered = isAnswered
  }

  public static let policies: [any Policy<BehaviourFacts>] = [WholeQuestionnaire()]
}

/// The person and the immediate manager each answer every question, once (S2-8.9a).
public struct WholeQuestionnaire: Policy {
  public static let clause = Clause.behaviourQuestionnaire
  public init() {}

  public func findings(in facts: BehaviourFacts) -> [Finding] {
    if facts.isAnswered { return [refusal(.effectiveness(.answeredAlready))] }
    if facts.questions.isEmpty {
      return [refusal(.effectiveness(.noQuestions), remedy: .record(.questionnaire))]
    }
    let missing = facts.sheet.ratings.missing(of: facts.questions.map(\.key))
    guard missing > 0 else { return [] }
    return [refusal(.effectiveness(.answersMissing(missing)), remedy: .record(.answers))]
  }
}

/// What the people and their managers said, question by question.
public struct BehaviourSummary: Hashable, Sendable {
  public struct Line: Hashable, Sendable {
    public let question: BehaviourQuestion
    /// The means of both; nil without answers.
    public let oneself: Double?
    public let manager: Double?
  }

  public let lines: [Line]
  public let oneselfCount: Int
  public let managerCount: Int
  /// Over all questions.
  public let oneself: Double?
  public let manager: Double?

  public init(_ sheets: [BehaviourSheet], questions: [BehaviourQuestion]) {
    let own = sheets.filter { $0.respondent == .oneself }
    let managers = sheets.filter { $0.respondent == .manager }
    func mean(_ sheets: [BehaviourSheet], _ keys: [String]) -> Double? {
      let values = sheets.flatMap { sheet in keys.compactMap { sheet.ratings[$0] } }
      guard !values.isEmpty else { return nil }
      return (Double(values.reduce(0, +)) / Double(values.count)).inHundredths
    }
    lines = questions.map {
      Line(question: $0, oneself: mean(own, [$0.key]), manager: mean(managers, [$0.key]))
    }
    oneselfCount = own.count
    managerCount = managers.count
    oneself = mean(own, questions.map(\.key))
    manager = mean(managers, questions.map(\.key))
  }
}
