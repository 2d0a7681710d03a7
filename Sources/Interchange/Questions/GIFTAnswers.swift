internal import Persian
internal import Training

/// What stands between the braces of a question in GIFT.
struct GIFTAnswers {
  private typealias Sign = GIFTReader.Sign
  private typealias Stop = GIFTReader.Stop

  private(set) var kind = Question.Kind.descriptive
  private(set) var options: [Question.Option] = []
  private(set) var feedback = ""
  /// The format of whatever has no mark of its own.
  private let format: Markup.Format

  /// One answer: its sign, its share where one is written, its text and its feedback.
  private struct Answer {
    var isRight: Bool
    var line: Int
    var weight: Int?
    var text: [GIFTReader.Sign] = []
    /// The signs behind its `#`; nil without one.
    var note: [GIFTReader.Sign]?
  }

  init(
    _ body: ArraySlice<GIFTReader.Sign>, _ line: Int, _ words: QuestionWords,
    _ format: Markup.Format
  ) throws(GIFTReader.Stop) {
    self.format = format
    var signs = Array(body)
    if let start = Self.generalFeedback(signs) {
      feedback = try GIFTReader.plain(signs[(start + 4)...], line, format)
      signs.removeSubrange(start...)
    }
    while signs.first?.text.isWhitespace == true { signs.removeFirst() }
    guard let first = signs.first else { return }
    if first.is("#") {
      try readNumbers(Array(signs.dropFirst()), line)
      return
    }
    if try readTrueOrFalse(signs, words) { return }
    let answers = try Self.answers(signs)
    // Nothing but right answers and an arrow are pairs, as Moodle has it.
    if answers.allSatisfy(\.isRight), answers.contains(where: { Self.arrow(in: $0.text) != nil }) {
      try match(answers)
    } else {
      try take(answers)
    }
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
  ) throws(GIFTReader.Stop) -> Bool {
    guard !signs.contains(where: { $0.is("=") || $0.is("~") }) else { return false }
    let parts = signs.split(maxSplits: 2, omittingEmptySubsequences: false) { $0.is("#") }
    let word = GIFTReader.text(parts[0])
    let isTrue: Bool
    switch word.uppercased() {
    case "T", "TRUE": isTrue = true
    case "F", "FALSE": isTrue = false
    default:
      guard word == words.yes || word == words.no else { return false }
      isTrue = word == words.yes
    }
    let wrong = parts.count > 1 ? try note(parts[1], signs[0].line) : ""
    let right = parts.count > 2 ? try note(parts[2], signs[0].line) : ""
    kind = .single
    options = [
      Question.Option(
        words.yes, weight: isTrue ? Question.Option.whole : 0, feedback: isTrue ? right : wrong),
      Question.Option(
        words.no, weight: isTrue ? 0 : Question.Option.whole, feedback: isTrue ? wrong : right),
    ]
    return true
  }

  private func note(
    _ signs: some Sequence<GIFTReader.Sign>, _ line: Int
  ) throws(GIFTReader.Stop) -> String {
    try GIFTReader.plain(signs, line, format)
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
      answer.note = Array(rest[(note + 1)...])
      rest = rest[..<note]
    }
    answer.text = Array(rest)
    if GIFTReader.text(answer.text).isEmpty { throw Stop(sign.line, .emptyAnswer) }
    return answer
  }

  /// Where the arrow of a pair begins.
  private static func arrow(in signs: [GIFTReader.Sign]) -> Int? {
    signs.indices.dropLast().first { signs[$0].is("-") && signs[$0 + 1].is(">") }
  }

  /// `=prompt -> answer`; one without its prompt is an answer that belongs to none.
  private mutating func match(_ answers: [Answer]) throws(GIFTReader.Stop) {
    kind = .matching
    for answer in answers {
      guard let arrow = Self.arrow(in: answer.text) else {
        throw Stop(answer.line, .pairWithoutArrow(GIFTReader.text(answer.text)))
      }
      if answer.weight != nil { throw Stop(answer.line, .pairWithWeight) }
      if answer.note != nil { throw Stop(answer.line, .pairWithFeedback) }
      let prompt = try GIFTReader.plain(answer.text[..<arrow], answer.line, format)
      let match = try GIFTReader.plain(answer.text[(arrow + 2)...], answer.line, format)
      if match.isEmpty { throw Stop(answer.line, .emptyAnswer) }
      options.append(.pair(prompt, match))
    }
  }

  private mutating func take(_ answers: [Answer]) throws(GIFTReader.Stop) {
    let hasRight = answers.contains(where: \.isRight)
    if answers.allSatisfy(\.isRight) {
      kind = .text
    } else {
      kind = hasRight ? .single : .multiple
    }
    // A star of an accepted word stands for any letters.
    let shown = kind == .text && format == .markdown ? .plain : format
    for answer in answers {
      let text = try GIFTReader.plain(answer.text, answer.line, shown)
      if text.isEmpty { throw Stop(answer.line, .emptyAnswer) }
      let usual = answer.isRight ? Question.Option.whole : 0
      options.append(
        Question.Option(
          text, weight: answer.weight ?? usual, feedback: try note(answer.note ?? [], answer.line)))
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
          let other = try note(answer.note ?? [], answer.line)
          feedback = [feedback, other].filter { !$0.isEmpty }.joined(separator: " ")
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
          text, weight: answer.weight ?? Question.Option.whole,
          feedback: try note(answer.note ?? [], answer.line)))
    }
  }

  /// Like ``answers(_:)``; a wrong one may have nothing but its feedback.
  private static func numbered(
    _ signs: [GIFTReader.Sign]
  ) throws(GIFTReader.Stop) -> [Answer] {
    guard let wrong = signs.firstIndex(where: { $0.is("~") }) else { return try answers(signs) }
    var other = Answer(isRight: false, line: signs[wrong].line)
    let note = signs[wrong...].firstIndex { $0.is("#") }
    other.note = note.map { Array(signs[($0 + 1)...]) }
    return try answers(Array(signs[..<wrong])) + [other]
  }
}
