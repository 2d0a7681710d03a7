/// A question of the bank of a course (S2-8.5d).
public struct Question: Hashable, Sendable, Codable {
  /// The raw value is stored.
  public enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
    /// One choice is given; also for true and false.
    case single
    /// Several choices are given, each with its share.
    case multiple
    /// A word or a sentence, compared with what is accepted.
    case text
    /// A number within what is accepted.
    case number
    /// Prompts, each with its answer among those of all.
    case matching
    /// Answered in writing and scored by a person; for exams on paper.
    case descriptive
  }

  /// A choice, or an accepted answer, with the share of the points that it brings.
  public struct Option: Hashable, Sendable, Codable {
    public var text: String
    /// Thousandths of a percent of the points: 100,000 is a right answer, less than 0 takes away.
    public var weight: Int
    public var feedback: String
    /// What belongs to the text of a pair to be matched; empty for every other kind.
    ///
    /// A pair without a text is an answer that belongs to none.
    public var match: String

    public init(_ text: String, weight: Int = 0, feedback: String = "", match: String = "") {
      self.text = text
      self.weight = weight
      self.feedback = feedback
      self.match = match
    }

    /// A pair to be matched; without a text an answer that is only there to be passed over.
    public static func pair(_ text: String, _ match: String) -> Option {
      Option(text, weight: text.isEmpty ? 0 : whole, match: match)
    }

    /// The weight of an answer that is simply right.
    public static let whole = 100_000

    public var isRight: Bool { weight > 0 }
  }

  public enum Difficulty: Int, CaseIterable, Hashable, Sendable, Codable {
    case easy = 1
    case medium, hard
  }

  public var id: ID<Question>
  public var course: ID<Course>
  /// The office whose bank it is in.
  public var unit: ID<Unit>
  public var kind: Kind
  public var stem: String
  public var options: [Option]
  /// Shown with the right answers, whatever was answered.
  public var feedback: String
  /// The part of the course that it asks about.
  public var topic: String
  public var difficulty: Difficulty
  /// Whoever wrote it, by name.
  public var author: String
  /// Put aside: it stays where it was asked, and is not chosen any more.
  public var isRetired: Bool

  public init(
    id: ID<Question> = ID(rawValue: 0), course: ID<Course>, unit: ID<Unit>, kind: Kind = .single,
    stem: String, options: [Option] = [], feedback: String = "", topic: String = "",
    difficulty: Difficulty = .medium, author: String = "", isRetired: Bool = false
  ) {
    self.id = id
    self.course = course
    self.unit = unit
    self.kind = kind
    self.stem = stem
    self.options = options
    self.feedback = feedback
    self.topic = topic
    self.difficulty = difficulty
    self.author = author
    self.isRetired = isRetired
  }

  /// The most choices of a question.
  public static let mostOptions = 10
  /// The most characters of its text, and of a choice or a feedback.
  public static let longestStem = 2_000
  public static let longestOption = 500
}

/// A question in an exam.
public struct ExamQuestion: Hashable, Sendable, Codable {
  public var id: ID<ExamQuestion>
  public var exam: ID<Exam>
  public var question: ID<Question>
  /// Its place in the exam, from 1.
  public var place: Int
  /// Its points among those of the others.
  public var weight: Int

  public init(
    id: ID<ExamQuestion> = ID(rawValue: 0), exam: ID<Exam>, question: ID<Question>, place: Int,
    weight: Int = 1
  ) {
    self.id = id
    self.exam = exam
    self.question = question
    self.place = place
    self.weight = weight
  }
}
