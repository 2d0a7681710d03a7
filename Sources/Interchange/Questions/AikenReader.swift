internal import Persian
internal import Training

/// Reads the Aiken format of Moodle (docs.moodle.org/en/Aiken_format): a line of text, choices with their
/// letters, and a line that names the right one; letters and the word may be those of another language.
struct AikenReader {
  private(set) var file = QuestionFile()
  private let words: QuestionWords
  private var stem: (text: String, line: Int)?
  private var choices: [String] = []
  /// The question is broken: nothing more is said of it until its answer.
  private var isBroken = false

  init(_ words: QuestionWords) { self.words = words }

  /// Whether some line names a right choice.
  static func isAiken(_ lines: [String], _ words: QuestionWords) -> Bool {
    lines.contains { answer(in: Normalizer.line($0), words) != nil }
  }

  mutating func read(_ lines: [String]) {
    for (index, raw) in lines.enumerated() {
      let line = Normalizer.line(raw)
      if line.isEmpty { continue }
      if let letter = Self.answer(in: line, words) {
        finish(letter, index + 1)
      } else if let (number, text) = choice(line) {
        add(number, text, line, index + 1)
      } else {
        begin(line, index + 1)
      }
    }
    if let stem, !isBroken { fail(stem.line, .answerMissing) }
  }

  private mutating func begin(_ text: String, _ line: Int) {
    if let stem, !isBroken {
      // Choices that no answer follows belong to a question that was left unfinished.
      fail(choices.isEmpty ? line : stem.line, choices.isEmpty ? .textInLines : .answerMissing)
      if choices.isEmpty { return isBroken = true }
    }
    stem = (text, line)
    choices = []
    isBroken = false
  }

  private mutating func add(_ number: Int, _ text: String, _ whole: String, _ line: Int) {
    guard !isBroken else { return }
    guard stem != nil else { return stop(line, .choiceWithoutText) }
    guard number == choices.count else { return stop(line, .lettersOutOfOrder(whole)) }
    guard !text.isEmpty else { return stop(line, .emptyAnswer) }
    choices.append(text)
  }

  private mutating func finish(_ letter: String, _ line: Int) {
    defer { (stem, choices, isBroken) = (nil, [], false) }
    guard !isBroken else { return }
    guard let stem, !choices.isEmpty else { return fail(line, .answerWithoutChoices) }
    guard let right = number(of: letter), choices.indices.contains(right) else {
      return fail(line, .unknownAnswer(letter))
    }
    let options = choices.enumerated().map { index, text in
      Question.Option(text, weight: index == right ? Question.Option.whole : 0)
    }
    file.items.append(
      QuestionFile.Item(
        line: stem.line, question: QuestionFile.question(.single, stem.text, options)))
  }

  private mutating func stop(_ line: Int, _ fault: QuestionFile.Fault) {
    fail(line, fault)
    isBroken = true
  }

  private mutating func fail(_ line: Int, _ fault: QuestionFile.Fault) {
    file.problems.append(QuestionFile.Problem(line, fault))
  }

  /// The letter after the word that names the answer; nil for other lines.
  private static func answer(in line: String, _ words: QuestionWords) -> String? {
    guard let colon = line.firstIndex(of: ":") else { return nil }
    let word = SearchKey.joined(String(line[..<colon]))
    guard words.answers.contains(where: { SearchKey.joined($0) == word }) else { return nil }
    return Normalizer.line(String(line[line.index(after: colon)...]))
  }

  /// A line that begins with a letter and one of the signs after it.
  private func choice(_ line: String) -> (number: Int, text: String)? {
    guard let end = line.firstIndex(where: { ").".contains($0) }),
      let number = number(of: String(line[..<end]))
    else { return nil }
    let text = line[line.index(after: end)...]
    // «د.» begins a choice, «د.ت» a sentence.
    guard text.isEmpty || text.first == " " else { return nil }
    return (number, Normalizer.line(String(text)))
  }

  private func number(of letter: String) -> Int? {
    let key = SearchKey.joined(letter)
    guard !key.isEmpty else { return nil }
    return words.letters.firstIndex { $0.contains { SearchKey.joined($0) == key } }
  }
}
