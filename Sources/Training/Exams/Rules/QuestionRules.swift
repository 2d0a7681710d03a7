import Persian

/// A question as it would become.
public struct QuestionFacts: Hashable, Sendable {
  public var question: Question
  /// Exams that ask it whose questions are fixed.
  public var fixed: Int

  public init(_ question: Question, fixed: Int = 0) {
    self.question = question
    self.fixed = fixed
  }

  public static let policies: [any Policy<QuestionFacts>] = [
    QuestionNotFixed(), QuestionTexts(), QuestionOptions(),
  ]
}

/// What has been asked stays as it was asked.
public struct QuestionNotFixed: Policy {
  public static let clause = Clause.examQuestions
  public init() {}

  public func findings(in facts: QuestionFacts) -> [Finding] {
    facts.fixed == 0
      ? [] : [refusal(.question(.fixed(facts.fixed)), remedy: .chooseAnother(.questions))]
  }
}

/// A question has a text, of a length that a terminal can show (S2-8.5d).
public struct QuestionTexts: Policy {
  public static let clause = Clause.questionFields
  public init() {}

  public func findings(in facts: QuestionFacts) -> [Finding] {
    let it = facts.question
    if it.stem.allSatisfy(\.isWhitespace) {
      return [refusal(.question(.stemMissing), remedy: .correct(.questions))]
    }
    var found = long(it.stem, Question.longestStem) + long(it.feedback, Question.longestStem)
    for option in it.options {
      found += long(option.text, Question.longestOption)
      found += long(option.match, Question.longestOption)
      found += long(option.feedback, Question.longestOption)
    }
    return found
  }

  private func long(_ text: String, _ most: Int) -> [Finding] {
    let count = text.unicodeScalars.count
    return count <= most
      ? [] : [refusal(.question(.textTooLong(count, most: most)), remedy: .correct(.questions))]
  }
}

/// Choices and right answers fit the kind of question (S2-8.5d).
public struct QuestionOptions: Policy {
  public static let clause = Clause.questionFields
  public init() {}

  public func findings(in facts: QuestionFacts) -> [Finding] {
    let it = facts.question
    if it.kind == .matching { return many(it) + repeated(it) + pairs(it) }
    if it.kind == .descriptive { return it.options.isEmpty ? [] : [wrong(.optionsOnDescriptive)] }
    let needed = it.kind == .single || it.kind == .multiple ? 2 : 1
    if it.options.count < needed { return [wrong(.fewOptions(it.options.count, needed: needed))] }
    let many = many(it)
    return many.isEmpty ? repeated(it) + shares(it) + numbers(it) : many
  }

  private func many(_ it: Question) -> [Finding] {
    it.options.count <= Question.mostOptions
      ? [] : [wrong(.manyOptions(it.options.count, most: Question.mostOptions))]
  }

  /// As Moodle has it: two prompts and three answers at least, so that the last is no gift.
  private func pairs(_ it: Question) -> [Finding] {
    let missing = it.options.filter { $0.match.isEmpty }
    if !missing.isEmpty { return missing.map { wrong(.matchMissing($0.text)) } }
    if it.prompts.count < 2 || it.options.count < 3 {
      return [wrong(.fewPairs(prompts: it.prompts.count, answers: it.options.count))]
    }
    return it.answers.count < 2 ? [wrong(.matchesAlike)] : []
  }

  private func repeated(_ it: Question) -> [Finding] {
    var seen: Set<String> = []
    return it.options.filter { !$0.text.isEmpty && !seen.insert($0.text).inserted }
      .map { wrong(.optionRepeated($0.text)) }
  }

  private func shares(_ it: Question) -> [Finding] {
    guard it.kind == .multiple else {
      return it.options.contains { $0.weight == Question.Option.whole }
        ? [] : [wrong(.noRightOption)]
    }
    let total = it.options.filter(\.isRight).reduce(0) { $0 + $1.weight }
    if total == 0 { return [wrong(.noRightOption)] }
    // Three times 33.333 is all of it.
    return abs(total - Question.Option.whole) <= 100 ? [] : [wrong(.sharesDiffer(total))]
  }

  private func numbers(_ it: Question) -> [Finding] {
    guard it.kind == .number else { return [] }
    return it.options.filter { AcceptedNumber($0.text) == nil }.map { wrong(.notNumber($0.text)) }
  }

  private func wrong(_ reason: QuestionReason) -> Finding {
    refusal(.question(reason), remedy: .correct(.questions))
  }
}
