public import Persian

/// What the questions of a survey are about; the raw value is stored (S2-8.3b).
public enum SurveyAxis: String, CaseIterable, Hashable, Sendable, Codable {
  case instructor, content, management

  /// The editable list that holds its questions.
  public var list: String { "survey-\(rawValue)" }
}

/// A question of the survey, as the editable lists have it.
public struct SurveyQuestion: Hashable, Sendable {
  public let axis: SurveyAxis
  public let code: String
  public let text: String

  public init(_ axis: SurveyAxis, code: String, text: String) {
    self.axis = axis
    self.code = code
    self.text = text
  }

  /// What an answer is kept under.
  public var key: String { "\(axis.rawValue)/\(code)" }
}

/// Answers to a questionnaire from one to five, by the key of the question.
public struct Ratings: Hashable, Sendable, Codable {
  /// The Likert scale.
  public static let scale = 1...5

  public private(set) var values: [String: Int]

  public init(_ values: [String: Int] = [:]) { self.values = values }

  public subscript(key: String) -> Int? {
    get { values[key] }
    set { values[key] = newValue }
  }

  /// How many of some questions have no number of the scale.
  public func missing(of keys: [String]) -> Int {
    keys.count { key in !(values[key].map(Self.scale.contains) ?? false) }
  }
}

/// What one learner says about one instructor and the course: as many as instructors (S2-8.3c).
public struct SurveySheet: Hashable, Sendable, Codable {
  /// Where the answers come from; the raw value is stored.
  public enum Origin: String, CaseIterable, Hashable, Sendable, Codable { case learner, paper }

  public var id: ID<SurveySheet>
  public var enrolment: ID<Enrolment>
  public var instructor: ID<Factor>
  public var origin: Origin
  public var day: JalaliDate
  public var ratings: Ratings
  public var remark: String

  public init(
    id: ID<SurveySheet> = ID(rawValue: 0), enrolment: ID<Enrolment>, instructor: ID<Factor>,
    origin: Origin, day: JalaliDate, ratings: Ratings, remark: String = ""
  ) {
    self.id = id
    self.enrolment = enrolment
    self.instructor = instructor
    self.origin = origin
    self.day = day
    self.ratings = ratings
    self.remark = remark
  }
}

/// A sheet as it would become, beside what is there.
public struct SurveyFacts: Hashable, Sendable {
  public var sheet: SurveySheet
  public var questions: [SurveyQuestion]
  /// The active instructors of the course.
  public var instructors: [ID<Factor>]
  /// Whether the learner's answers about this instructor are there.
  public var isAnswered: Bool

  public init(
    _ sheet: SurveySheet, questions: [SurveyQuestion], instructors: [ID<Factor>],
    isAnswered: Bool = false
  ) {
    self.sheet = sheet
    self.questions = questions
    self.instructors = instructors
    self.isAnswered = isAnswered
  }

  public static let policies: [any Policy<SurveyFacts>] = [
    FormPerInstructor(), AnsweredOnce(), WholeForm(),
  ]
}

/// A form is about an instructor of the course (S2-8.3c).
public struct FormPerInstructor: Policy {
  public static let clause = Clause.surveyForms
  public init() {}

  public func findings(in facts: SurveyFacts) -> [Finding] {
    if facts.instructors.isEmpty {
      return [refusal(.effectiveness(.noInstructor), remedy: .record(.instructor))]
    }
    guard !facts.instructors.contains(facts.sheet.instructor) else { return [] }
    return [refusal(.effectiveness(.notInstructor), remedy: .chooseAnother(.instructor))]
  }
}

/// One set of answers for each learner and instructor (S2-8.3d).
public struct AnsweredOnce: Policy {
  public static let clause = Clause.surveyAnswers
  public init() {}

  public func findings(in facts: SurveyFacts) -> [Finding] {
    facts.isAnswered ? [refusal(.effectiveness(.answeredAlready))] : []
  }
}

/// Every question has its answer.
public struct WholeForm: Policy {
  public static let clause = Clause.surveyAnswers
  public init() {}

  public func findings(in facts: SurveyFacts) -> [Finding] {
    if facts.questions.isEmpty {
      return [refusal(.effectiveness(.noQuestions), remedy: .ask(.administrator))]
    }
    let missing = facts.sheet.ratings.missing(of: facts.questions.map(\.key))
    guard missing > 0 else { return [] }
    return [refusal(.effectiveness(.answersMissing(missing)), remedy: .record(.answers))]
  }
}

/// «جمع‌بندی نظرسنجی»: counts and means, and nobody's name (S2-8.3d).
public struct SurveySummary: Hashable, Sendable {
  /// What was answered to one question.
  public struct Line: Hashable, Sendable {
    public let question: SurveyQuestion
    /// How often each number of the scale was given, the lowest first.
    public let counts: [Int]

    public var answers: Int { counts.reduce(0, +) }

    /// Nil without answers.
    public var mean: Double? { Line.mean(counts) }

    static func mean(_ counts: [Int]) -> Double? {
      let answers = counts.reduce(0, +)
      guard answers > 0 else { return nil }
      let sum = zip(Ratings.scale, counts).reduce(0) { $0 + $1.0 * $1.1 }
      return (Double(sum) / Double(answers)).inHundredths
    }
  }

  public let sheets: Int
  /// The fewest forms that are shown together; with fewer, one could tell whose they are.
  public let minimum: Int
  /// Empty where the group is too small.
  public let lines: [Line]

  public init(_ sheets: [SurveySheet], questions: [SurveyQuestion], minimum: Int) {
    self.sheets = sheets.count
    self.minimum = minimum
    guard sheets.count >= minimum, !sheets.isEmpty else {
      lines = []
      return
    }
    lines = questions.map { question in
      Line(
        question: question,
        counts: Ratings.scale.map { value in
          sheets.count { $0.ratings[question.key] == value }
        })
    }
  }

  /// Whether there are answers that are not shown.
  public var isWithheld: Bool { sheets > 0 && lines.isEmpty }

  /// The mean of all answers about something, or of all; nil without any.
  public func mean(of axis: SurveyAxis? = nil) -> Double? {
    let counted = lines.filter { axis == nil || $0.question.axis == axis }
    return Line.mean(
      Ratings.scale.indices.enumerated().map { place, _ in
        counted.reduce(0) { $0 + $1.counts[place] }
      })
  }
}

extension Double {
  /// Rounded to two places, half away from zero.
  var inHundredths: Double { (self * 100).rounded() / 100 }
}
