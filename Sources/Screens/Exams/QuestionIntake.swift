import Interchange
import Persian
public import Training
public import UseCases

/// A file of questions judged line by line, for the screen and the command line (S2-8.5c).
public struct QuestionIntake: Sendable {
  /// A line of the file with what would become of it.
  public struct Line: Sendable {
    public let number: Int
    public let verdict: ImportAnswer.Verdict
    /// The text of the question, or why it is not taken.
    public let text: String
  }

  /// In the order of the file; a refused question stands once, with its reason.
  public let lines: [Line]
  /// Empty while any line is refused: all of a file is taken or nothing.
  public let questions: [Question]

  /// Reads GIFT, Aiken or a table.
  ///
  /// - Throws: What `ImportProblem.sentence` has words for.
  public init(reading path: String, _ portal: Portal) throws {
    let shape = try ListShape(json: try portal.asset("Lists/questions.json"))
    let file = try QuestionFile(path: path, words: Phrases.Bank.words, shape: shape)
    let refused = Set(file.problems.map(\.line))
    var lines = file.items.filter { !refused.contains($0.line) }
      .map { Line(number: $0.line, verdict: .taken, text: $0.question.stem) }
    lines += file.problems.map {
      Line(number: $0.line, verdict: .refused, text: $0.fault.sentence)
    }
    lines += file.skipped.map { Line(number: $0.line, verdict: .known, text: $0.fault.sentence) }
    self.lines = lines.sorted { ($0.number, $0.text) < ($1.number, $1.text) }
    questions = file.problems.isEmpty ? file.items.map(\.question) : []
  }

  /// How many lines are refused.
  public var refused: Int { lines.count { $0.verdict == .refused } }

  /// Takes the questions into the bank of a course; answers how many were new.
  public func commit(
    into course: ID<Course>, of unit: ID<Training.Unit>, _ portal: Portal
  ) -> Result<Int, Failure> {
    portal.perform(ImportQuestions(questions, into: course, of: unit)).map(\.outcome)
  }

  /// Why nothing of the file can be taken; nil where it can.
  public var reasonClosed: String? {
    if refused > 0 { return Phrases.Bank.nothingTaken(refused) }
    return questions.isEmpty ? Phrases.Import.nothingToTake : nil
  }
}
