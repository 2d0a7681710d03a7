import Persian
public import Store
public import Training
public import UseCases

/// The questions of an exam as both of its papers take them.
private enum ExamLetter {
  static let names: [String: LetterShape.Kind] = ClassLetter.names.merging(
    ["exam.title": .cell, "exam.day": .cell, "exam.time": .cell],
    uniquingKeysWith: { own, _ in own })

  static func values(
    _ exam: ID<Exam>, _ records: borrowing Reading, _ context: Context
  ) throws -> (values: LetterValues, exam: Exam, questions: [ExamQuestionLine]) {
    try context.require(.viewExams)
    guard
      let line = try records.exam(exam, in: context.actor.courseReach, on: context.today)?.exam
    else { throw Failure.forbidden }
    let questions = try records.questions(of: exam)
    if questions.isEmpty {
      throw Failure.refused([
        Finding(
          .examQuestions, .refusal,
          .exam(.questionsDiffer(attached: 0, needed: line.questionCount)),
          remedy: .record(.questions))
      ])
    }
    var (values, _) = try ClassLetter.values(line.trainingClass, records, context)
    values["exam.title"] = .text(line.title)
    values["exam.day"] = .text(line.day.text(.long))
    values["exam.time"] = .cell(.minutes(line.minute))
    return (values, line, questions)
  }
}

extension ExamQuestionLine {
  /// The answers of a matching question in the order of the paper and of its key.
  fileprivate var answers: [ExamPaper.Numbered] {
    question.numberedAnswers(shuffledBy: asked.id.rawValue)
  }

  /// What to do, or where to answer, behind the text of the question.
  fileprivate var hint: String {
    switch question.kind {
    case .single, .descriptive: ""
    case .multiple: Phrases.Bank.severalHint
    case .text, .number: Phrases.Bank.blank
    case .matching: Phrases.Bank.matchHint
    }
  }
}

/// «برگهٔ سوالات»: what is asked, with pairs to be matched in two columns (S2-8.5c, S2-8.6b).
public struct ExamPaperLetter: LetterDescription {
  public static let shape = LetterShape(
    "exam-paper", ExamLetter.names,
    [
      "exam.minutes": .cell, "questions": .rows(["number", "stem", "choices"]),
      "pairs": .rows(["number", "prompt", "place", "answer"]),
    ])

  public let title = Phrases.Bank.paper
  private let exam: ID<Exam>

  public init(_ exam: ID<Exam>) { self.exam = exam }

  public func load(
    _ records: borrowing Reading, _ context: Context
  ) throws -> [LetterValues] {
    var (values, exam, questions) = try ExamLetter.values(exam, records, context)
    values["exam.minutes"] = .cell(.number(exam.duration))
    values["questions"] = .rows(
      questions.enumerated().map { index, line in
        let isChosen = line.question.kind == .single || line.question.kind == .multiple
        let choices = isChosen ? line.question.options : []
        return [
          "number": .number(index + 1),
          "stem": .text(
            [line.question.stem, line.hint].filter { !$0.isEmpty }.joined(separator: " ")),
          "choices": .text(
            choices.enumerated().map {
              "\(Phrases.Sitting.choice($0.offset + 1)) \($0.element.text)"
            }
            .joined(separator: "    ")),
        ]
      })
    values["pairs"] = .rows(
      questions.enumerated().filter { $0.element.question.kind == .matching }
        .flatMap { Self.pairs($0.element, number: $0.offset + 1) })
    return [values]
  }

  private static func pairs(_ line: ExamQuestionLine, number: Int) -> [[String: Sheet.Cell]] {
    let (prompts, answers) = (line.question.numberedPrompts, line.answers)
    return (0..<max(prompts.count, answers.count)).map { row in
      [
        "number": row == 0 ? .number(number) : .empty,
        "prompt": row < prompts.count
          ? .text("\(Phrases.Bank.letter(row))) \(prompts[row].text)") : .empty,
        "place": .empty,
        "answer": row < answers.count
          ? .text("\(Phrases.Sitting.choice(row + 1)) \(answers[row].text)") : .empty,
      ]
    }
  }
}

/// «کلید سوالات»: what is right, in the order of the paper.
public struct ExamKeyLetter: LetterDescription {
  public static let shape = LetterShape(
    "exam-key", ExamLetter.names, ["answers": .rows(["number", "stem", "right", "weight"])])

  public let title = Phrases.Bank.key
  private let exam: ID<Exam>

  public init(_ exam: ID<Exam>) { self.exam = exam }

  public func load(
    _ records: borrowing Reading, _ context: Context
  ) throws -> [LetterValues] {
    var (values, _, questions) = try ExamLetter.values(exam, records, context)
    values["answers"] = .rows(
      questions.enumerated().map { index, line in
        [
          "number": .number(index + 1), "stem": .text(line.question.stem),
          "right": .text(Self.right(line)), "weight": .number(line.asked.weight),
        ]
      })
    return [values]
  }

  private static func right(_ line: ExamQuestionLine) -> String {
    let question = line.question
    switch question.kind {
    case .single, .multiple:
      return Say.list(
        question.options.enumerated().filter(\.element.isRight)
          .map { "\(Phrases.Sitting.choice($0.offset + 1)) \($0.element.text)" })
    case .matching:
      let numbers = line.answers.map(\.number)
      return Say.list(
        question.prompts.enumerated().compactMap { row, prompt in
          question.answer(to: prompt).flatMap(numbers.firstIndex).map {
            Phrases.Bank.pair(Phrases.Bank.letter(row), ($0 + 1).said)
          }
        })
    case .text, .number: return question.rightSaid
    case .descriptive: return ""
    }
  }
}
