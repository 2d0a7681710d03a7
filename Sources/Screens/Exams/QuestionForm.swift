import Persian
import Store
import TerminalKit
import Training
import UseCases

/// «ایجاد سوال»: a question of the bank with its choices, or its accepted answers (S2-8.5d).
struct QuestionForm: FormDescription {
  struct Draft: Sendable {
    var kind: Question.Kind? = .single
    var stem = ""
    var options = ["", "", "", ""]
    /// What belongs to each option of a matching question.
    var matches = ["", "", "", ""]
    /// Numbers of the right choices with commas between them.
    var right = "1"
    var topic = ""
    var difficulty: Question.Difficulty? = .medium
    var feedback = ""
    /// What the fields do not show is kept where the text is still there.
    var before: [Question.Option] = []
  }

  static let name = "question"
  private let course: ID<Course>
  private let unit: ID<Training.Unit>
  private let before: Question?
  /// The exam that a new question goes into at once; nil for the bank alone.
  private let exam: ID<Exam>?
  var title: String { before == nil ? Phrases.Bank.add : Phrases.Bank.edit }

  init(
    _ course: ID<Course>, _ unit: ID<Training.Unit>, _ before: Question?, into exam: ID<Exam>? = nil
  ) {
    self.course = course
    self.unit = unit
    self.before = before
    self.exam = exam
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, Void) {
    try context.require(.editQuestions)
    return (before.map(Draft.init) ?? Draft(), ())
  }

  func fields(_ lists: Void) -> [Field<Draft>] {
    let count = max(4, before?.options.count ?? 0)
    return [
      .pick(
        Phrases.Bank.kind, \.kind, among: Question.Kind.allCases.map { ($0, $0.name) }
      ).required(),
      .text(Phrases.Bank.stem, \.stem, limit: Question.longestStem).required(),
    ]
      + (0..<count).map { index in
        .text(
          Phrases.Bank.option(index + 1), \.options[index], limit: Question.longestOption
        ).closed { $0.kind == .descriptive ? Phrases.Bank.noOptions : nil }
      } + [
        .text(Phrases.Bank.right, \.right, limit: 20, direction: .ltr).wide(12)
          .hinted(Phrases.Bank.rightHint)
          .closed {
            switch $0.kind {
            case .descriptive: Phrases.Bank.noOptions
            case .matching: Phrases.Bank.matchIsRight
            default: nil
            }
          },
        .text(Phrases.Bank.topic, \.topic, limit: 60),
        .pick(
          Phrases.Bank.difficulty, \.difficulty,
          among: Question.Difficulty.allCases.map { ($0, $0.name) }
        ).required(),
        .text(Phrases.Bank.feedback, \.feedback, limit: Question.longestStem),
      ]
      + (0..<count).map { index in
        let field = Field<Draft>.text(
          Phrases.Bank.match(index + 1), \.matches[index], limit: Question.longestOption
        ).hinted(Phrases.Bank.pairHint)
          .closed { $0.kind == .matching ? nil : Phrases.Bank.onlyPairs }
        return index == 0 ? field.under(Phrases.Bank.pairsHeading) : field
      }
  }

  func remarks(
    _ draft: Draft, _ records: borrowing Reading, _ context: Context
  ) throws -> [FormRemark] {
    guard !draft.stem.isEmpty, let question = question(draft) else { return [] }
    return QuestionFacts.policies.findings(in: QuestionFacts(question)).map(FormRemark.init)
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    guard let question = question(draft) else {
      return .failure(.complaint(field: "right", .outOfRange(1...draft.options.count)))
    }
    return portal.perform(PutQuestion(before: before, question)).flatMap { done in
      guard let exam else { return .success(.notice(Phrases.saved, .good)) }
      return portal.perform(ChooseQuestions([done.outcome], for: exam))
        .map { _ in .notice(Phrases.saved, .good) }
    }
  }

  /// Nil where the numbers of right choices name no choice.
  private func question(_ draft: Draft) -> Question? {
    guard let kind = draft.kind, let difficulty = draft.difficulty,
      let options = draft.read(kind)
    else { return nil }
    return Question(
      id: before?.id ?? ID(rawValue: 0), course: course, unit: unit, kind: kind,
      stem: Normalizer.line(draft.stem), options: options,
      feedback: Normalizer.line(draft.feedback), topic: Normalizer.line(draft.topic),
      difficulty: difficulty, author: before?.author ?? "",
      isRetired: before?.isRetired ?? false)
  }
}

extension QuestionForm.Draft {
  fileprivate init(_ question: Question) {
    kind = question.kind
    stem = question.stem
    options = question.options.map(\.text)
    matches = question.options.map(\.match)
    while options.count < 4 { options.append("") }
    while matches.count < options.count { matches.append("") }
    right = question.options.enumerated().filter(\.element.isRight)
      .map { String($0.offset + 1) }.joined(separator: ",")
    topic = question.topic
    difficulty = question.difficulty
    feedback = question.feedback
    before = question.options
  }

  /// The options with their shares; nil where a number names none.
  fileprivate func read(_ kind: Question.Kind) -> [Question.Option]? {
    if kind == .descriptive { return [] }
    if kind == .matching {
      return zip(options, matches).map { (Normalizer.line($0), Normalizer.line($1)) }
        .filter { !$0.0.isEmpty || !$0.1.isEmpty }.map { Question.Option.pair($0.0, $0.1) }
    }
    let filled = options.enumerated().map { ($0.offset + 1, Normalizer.line($0.element)) }
      .filter { !$0.1.isEmpty }
    // What is accepted is right by being written.
    let all = filled.map(\.0)
    let wanted =
      kind == .text || kind == .number
      ? all
      : Digits.latin(right).split { !$0.isNumber }.compactMap { Int($0) }
    guard !wanted.isEmpty, wanted.allSatisfy(all.contains) else {
      return filled.isEmpty ? [] : nil
    }
    let share = kind == .multiple ? Question.Option.whole / wanted.count : Question.Option.whole
    if kind == .single, wanted.count > 1 { return nil }
    return filled.map { number, text in
      let isRight = wanted.contains(number)
      // Weights and feedback that came with a file stay where their choice does.
      if let known = before.first(where: { $0.text == text }), known.isRight == isRight {
        return known
      }
      return Question.Option(text, weight: isRight ? share : 0)
    }
  }
}
