internal import Persian
public import Training

/// The words of a language that files of questions use beside the English ones.
public struct QuestionWords: Sendable {
  /// The two answers of a question of true and false.
  public var yes: String
  public var no: String
  /// Words before the letter of the right choice, such as `ANSWER`.
  public var answers: [String]
  /// What names the first, second … choice; several names each.
  public var letters: [[String]]

  public init(yes: String, no: String, answers: [String], letters: [[String]]) {
    self.yes = yes
    self.no = no
    self.answers = answers
    self.letters = letters
  }
}

/// The questions of a file, and what is wrong with it, line by line.
public struct QuestionFile: Sendable {
  /// A question with the line it begins on; course and office are not known here.
  public struct Item: Hashable, Sendable {
    public let line: Int
    public var question: Question
  }

  /// A line with what is wrong there.
  public struct Problem: Hashable, Sendable {
    public let line: Int
    public let fault: Fault

    public init(_ line: Int, _ fault: Fault) {
      self.line = line
      self.fault = fault
    }
  }

  public enum Fault: Hashable, Sendable {
    /// A brace that is opened and never closed in its question, and the reverse.
    case notClosed, notOpened
    /// A brace inside another, or a second pair of them.
    case nested
    case titleNotClosed
    case noText
    /// A text in the braces before the first sign of an answer.
    case noSign(String)
    case emptyAnswer
    case badWeight(String)
    case badNumber(String)
    case unknownCommand(String)
    /// Aiken: a text of two lines, a choice before any text, letters out of order, no answer.
    case textInLines
    case choiceWithoutText
    case lettersOutOfOrder(String)
    case answerWithoutChoices
    case answerMissing
    case unknownAnswer(String)
    /// A value of a row, and the number of the right choice.
    case row(ListRecord.Problem)
    /// What the rules of the bank have against the question.
    case rule(Finding)
    /// Sound, but nothing the bank can hold.
    case description, picture
    /// Pairs to be matched: one without its arrow, or with a percentage or feedback, which GIFT does not
    /// know for them.
    case pairWithoutArrow(String)
    case pairWithWeight, pairWithFeedback
  }

  public internal(set) var items: [Item] = []
  /// In the order of lines; a file with one of these is not taken at all.
  public internal(set) var problems: [Problem] = []
  /// What is left out, because the bank cannot hold it.
  public internal(set) var skipped: [Problem] = []

  init() {}

  /// The most bytes of a file of questions.
  public static let limit = 4 << 20

  /// Reads a file: a table of `shape` by its first bytes, else GIFT, or Aiken where lines say so.
  ///
  /// - Throws: `FileProblem`, or `ListMapping.Problem` for a table without the titles.
  public init(path: String, words: QuestionWords, shape: ListShape) throws {
    let bytes = try WholeFile.read(path, limit: Self.limit)
    if bytes.starts(with: "PK".utf8) {
      self = try QuestionTable.read(try TableFile(path: path), shape, words)
      check()
    } else {
      self.init(text: TextEncoding.text(bytes), words: words)
    }
  }

  /// Reads GIFT or Aiken.
  public init(text: String, words: QuestionWords) {
    // Also the ends of lines of Windows, which are one character here.
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map(String.init)
    self.init()
    if AikenReader.isAiken(lines, words) {
      var reader = AikenReader(words)
      reader.read(lines)
      self = reader.file
    } else {
      var reader = GIFTReader(words)
      reader.read(lines)
      self = reader.file
    }
    check()
  }

  /// Asks the rules of the bank of each question.
  private mutating func check() {
    for item in items {
      for finding in QuestionFacts.policies.findings(in: QuestionFacts(item.question)) {
        problems.append(Problem(item.line, .rule(finding)))
      }
    }
    problems.sort { $0.line < $1.line }
  }
}

extension QuestionFile {
  /// A question of a file, before anybody has said for which course.
  static func question(
    _ kind: Question.Kind, _ stem: String, _ options: [Question.Option] = [],
    feedback: String = "", topic: String = ""
  ) -> Question {
    Question(
      course: ID(rawValue: 0), unit: ID(rawValue: 0), kind: kind, stem: stem, options: options,
      feedback: feedback, topic: topic)
  }
}

extension TextEncoding {
  /// A whole text in the encoding that its bytes show.
  fileprivate static func text(_ bytes: [UInt8]) -> String {
    var rest = bytes
    var encoding = TextEncoding.utf8
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      rest.removeFirst(3)
    } else if bytes.starts(with: [0xFF, 0xFE]) {
      rest.removeFirst(2)
      encoding = .utf16LittleEndian
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      rest.removeFirst(2)
      encoding = .utf16BigEndian
    } else if String(validating: bytes, as: UTF8.self) == nil {
      encoding = .windows1256
    }
    return String(decoding: encoding.decoded(&rest, isLast: true), as: UTF8.self)
  }
}
