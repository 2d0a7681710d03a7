internal import Persian
internal import Training

/// What stands between the braces of a question in GIFT.
struct GIFTAnswers {
  private typealias Sign = GIFTReader.Sign
  private typealias Stop = GIFTReader.Stop

  /// Nil for pairs to be matched, which the bank does not hold.
  private(set) var kind: Question.Kind?
  private(set) var options: [Question.Option] = []
  private(set) var feedback = ""

  /// One answer: its sign, its share where one is written, its text and its feedback.
  private struct Answer {
    var isRight: Bool
    var line: Int
    var weight: Int?
    var text: [GIFTReader.Sign] = []
    var feedback = ""

    var plain: String { Markup.plain(GIFTReader.text(text)) ?? GIFTReader.text(text) }
  }

  init(
    _ body: ArraySlice<GIFTReader.Sign>, _ line: Int, _ words: QuestionWords
  ) throws(GIFTReader.Stop) {
    var signs = Array(body)
    if let start = Self.generalFeedback(signs) {
      feedback = GIFTReader.text(signs[(start + 4)...])
      signs.removeSubrange(start...)
    }
    while signs.first?.text.isWhitespace == true { signs.removeFirst() }
    guard let first = signs.first else {
      kind = .descriptive
      return
    }
    if first.is("#") {
      try readNumbers(Array(signs.dropFirst()), line)
      return
    }
    if readTrueOrFalse(signs, words) { return }
    let answers = try Self.answers(signs)
    let isMatching = answers.allSatisfy {
      $0.isRight && String($0.text.map(\.text)).contains("->")
    }
    guard !isMatching else { return }
    take(answers)
  }

  private static func generalFeedback(_ signs: [GIFTReader.Sign]) -> Int? {
    guard signs.count >= 4 else { return nil }
    return (0...(signs.count - 4)).first { start in
      signs[start..<(start + 4)].allSatisfy { $0.is("#") }
    }
  }

  /// `T#if wrong#if right` and its kin.
  private mutating func readTrueOrFalse(
    _ signs: [GIFTReader.Sign], _ words: QuestionWords
  ) -> Bool {
    guard !signs.contains(where: { $0.is("=") || $0.is("~") }) else { return false }
    let parts = signs.split(maxSplits: 2, omittingEmptySubsequences: false) { $0.is("#") }
      .map { GIFTReader.text($0) }
    let isTrue: Bool
    switch parts[0].uppercased() {
    case "T", "TRUE": isTrue = true
    case "F", "FALSE": isTrue = false
    default:
      guard parts[0] == words.yes || parts[0] == words.no else { return false }
      isTrue = parts[0] == words.yes
    }
    let wrong = parts.count > 1 ? parts[1] : ""
    let right = parts.count > 2 ? parts[2] : ""
    kind = .single
    options = [
      Question.Option(
        words.yes, weight: isTrue ? Question.Option.whole : 0, feedback: isTrue ? right : wrong),
      Question.Option(
        words.no, weight: isTrue ? 0 : Question.Option.whole, feedback: isTrue ? wrong : right),
    ]
    return true
  }

  /// The answers at their signs.
  private static func answers(
    _ signs: [GIFTReader.Sign]
  ) throws(GIFTReader.Stop) -> [Answer] {
    let starts = signs.indices.filter { signs[$0].is("=") || signs[$0].is("~") }
    let lead = GIFTReader.text(signs[..<(starts.first ?? signs.count)])
    if !lead.isEmpty { throw Stop(signs[0].line, .noSign(lead)) }
    var answers: [Answer] = []
    for (number, start) in starts.enumerated() {
      let end = number + 1 < starts.count ? starts[number + 1] : signs.count
      answers.append(try answer(signs[start..<end]))
    }
    return answers
  }

  private static func answer(
    _ signs: ArraySlice<GIFTReader.Sign>
  ) throws(GIFTReader.Stop) -> Answer {
    let sign = signs[signs.startIndex]
    var answer = Answer(isRight: sign.is("="), line: sign.line)
    var rest = signs.dropFirst().drop { $0.text.isWhitespace }
    if rest.first?.is("%") == true {
      let inner = rest.dropFirst()
      let close = inner.firstIndex { $0.is("%") }
      let written = GIFTReader.text(inner[..<(close ?? inner.endIndex)])
      guard let close, let percent = Double(Digits.latin(written)), abs(percent) <= 100 else {
        throw Stop(sign.line, .badWeight(written))
      }
      answer.weight = Int((percent * 1000).rounded())
      rest = rest[(close + 1)...]
    }
    if let note = rest.firstIndex(where: { $0.is("#") }) {
      answer.feedback = GIFTReader.text(rest[(note + 1)...])
      rest = rest[..<note]
    }
    answer.text = Array(rest)
    if answer.plain.isEmpty { throw Stop(sign.line, .emptyAnswer) }
    return answer
  }

  private mutating func take(_ answers: [Answer]) {
    let hasRight = answers.contains(where: \.isRight)
    if answers.allSatisfy(\.isRight) {
      kind = .text
    } else {
      kind = hasRight ? .single : .multiple
    }
    options = answers.map { answer in
      let usual = answer.isRight ? Question.Option.whole : 0
      return Question.Option(
        answer.plain, weight: answer.weight ?? usual, feedback: answer.feedback)
    }
  }

  /// `3.14:0.01`, `1..5`, or several of these with their signs.
  private mutating func readNumbers(
    _ signs: [GIFTReader.Sign], _ line: Int
  ) throws(GIFTReader.Stop) {
    kind = .number
    var answers: [Answer] = []
    if signs.contains(where: { $0.is("=") || $0.is("~") }) {
      for answer in try Self.numbered(signs) {
        if answer.isRight {
          answers.append(answer)
        } else {
          // What is said of every other number.
          feedback = [feedback, answer.feedback].filter { !$0.isEmpty }.joined(separator: " ")
        }
      }
    } else {
      let mark = GIFTReader.Sign(text: "=", line: line)
      answers = [try Self.answer(([mark] + signs)[...])]
    }
    for answer in answers {
      let text = GIFTReader.text(answer.text)
      guard AcceptedNumber(text) != nil else { throw Stop(answer.line, .badNumber(text)) }
      options.append(
        Question.Option(
          text, weight: answer.weight ?? Question.Option.whole, feedback: answer.feedback))
    }
  }

  /// Like ``answers(_:)``; a wrong one may have nothing but its feedback.
  private static func numbered(
    _ signs: [GIFTReader.Sign]
  ) throws(GIFTReader.Stop) -> [Answer] {
    guard let wrong = signs.firstIndex(where: { $0.is("~") }) else { return try answers(signs) }
    var other = Answer(isRight: false, line: signs[wrong].line)
    let note = signs[wrong...].firstIndex { $0.is("#") }
    other.feedback = note.map { GIFTReader.text(signs[($0 + 1)...]) } ?? ""
    return try answers(Array(signs[..<wrong])) + [other]
  }
}
