internal import Persian
internal import Training

/// Reads the GIFT format of Moodle (docs.moodle.org/en/GIFT_format): a question is a paragraph with its
/// answers in braces.
struct GIFTReader {
  /// A character with the line it stands on; one after a backslash is no sign.
  struct Sign {
    var text: Character
    var line: Int
    var isEscaped = false

    func `is`(_ sign: Character) -> Bool { !isEscaped && text == sign }
  }

  /// What ends the reading of one question.
  struct Stop: Error {
    let problem: QuestionFile.Problem

    init(_ line: Int, _ fault: QuestionFile.Fault) {
      problem = QuestionFile.Problem(line, fault)
    }
  }

  /// A block of lines with the tag that a comment in it gives.
  private struct Block {
    var lines: [(number: Int, text: String)] = []
    var tag = ""
  }

  private(set) var file = QuestionFile()
  let words: QuestionWords
  private var topic = ""

  init(_ words: QuestionWords) { self.words = words }

  mutating func read(_ lines: [String]) {
    var block = Block()
    for (index, line) in lines.enumerated() {
      let text = line.drop { $0.isWhitespace }
      if text.isEmpty {
        read(block)
        block = Block()
      } else if text.hasPrefix("//") {
        if block.tag.isEmpty { block.tag = Self.tag(in: text) }
      } else if text.hasPrefix("$") {
        read(block)
        block = Block()
        command(text, index + 1)
      } else {
        block.lines.append((index + 1, line))
      }
    }
    read(block)
  }

  /// The first `[tag:…]` of a comment, as Moodle reads tags; `[id:…]` has no place in the bank.
  private static func tag(in comment: Substring) -> String {
    guard let start = comment.firstRange(of: "[tag:") else { return "" }
    let rest = comment[start.upperBound...]
    guard let end = rest.firstIndex(of: "]") else { return "" }
    return Normalizer.line(String(rest[..<end]))
  }

  private mutating func command(_ text: Substring, _ line: Int) {
    guard text.hasPrefix("$CATEGORY:") else {
      let name = text.prefix { $0 != ":" && !$0.isWhitespace }
      file.problems.append(QuestionFile.Problem(line, .unknownCommand(String(name))))
      return
    }
    // Categories are paths; the part of the course is the last of them. Two strokes are one of a name.
    let path = text.dropFirst("$CATEGORY:".count).replacing("//", with: "\u{0}").split(
      separator: "/")
    topic = Normalizer.line(
      (path.last.map(String.init) ?? "").replacing("\u{0}", with: "/"))
  }

  private mutating func read(_ block: Block) {
    guard let first = block.lines.first else { return }
    do throws(Stop) {
      var question = try self.question(Self.signs(of: block.lines), first.number)
      if question?.topic.isEmpty == true { question?.topic = block.tag }
      if let question {
        file.items.append(QuestionFile.Item(line: first.number, question: question))
      }
    } catch {
      // A picture is no mistake of whoever wrote the file.
      if error.problem.fault == .picture {
        file.skipped.append(error.problem)
      } else {
        file.problems.append(error.problem)
      }
    }
  }

  private static func signs(of block: [(number: Int, text: String)]) -> [Sign] {
    var signs: [Sign] = []
    for (number, text) in block {
      if !signs.isEmpty { signs.append(Sign(text: " ", line: number)) }
      var rest = text[...]
      while let character = rest.popFirst() {
        guard character == "\\", let next = rest.first else {
          signs.append(Sign(text: character, line: number))
          continue
        }
        // The last is ours: it keeps an arrow of a text from parting a pair.
        if "~=#{}:\\>".contains(next) {
          signs.append(Sign(text: next, line: number, isEscaped: true))
          rest.removeFirst()
        } else if next == "n" {
          signs.append(Sign(text: " ", line: number, isEscaped: true))
          rest.removeFirst()
        } else {
          signs.append(Sign(text: character, line: number))
        }
      }
    }
    return signs
  }

  /// One question; nil where it is sound but cannot be held, which is noted.
  private mutating func question(
    _ all: [Sign], _ line: Int
  ) throws(Stop) -> Question? {
    var signs = try Self.untitled(all, line)
    let format = Self.takeFormat(&signs) ?? .moodle
    guard let open = signs.firstIndex(where: { $0.is("{") }) else {
      if let close = signs.first(where: { $0.is("}") }) { throw Stop(close.line, .notOpened) }
      file.skipped.append(QuestionFile.Problem(line, .description))
      return nil
    }
    if let early = signs[..<open].first(where: { $0.is("}") }) {
      throw Stop(early.line, .notOpened)
    }
    let inner = signs[(open + 1)...]
    guard let close = inner.firstIndex(where: { $0.is("}") }) else {
      throw Stop(signs[open].line, .notClosed)
    }
    if let second = signs[(open + 1)...].first(where: { $0.is("{") }) {
      throw Stop(second.line, .nested)
    }
    let after = signs[(close + 1)...]
    if let second = after.first(where: { $0.is("}") }) { throw Stop(second.line, .notOpened) }
    // A word is missing where the braces are, unless nothing follows them.
    let gap = Array("_____").map { Sign(text: $0, line: line, isEscaped: true) }
    let hasGap = after.contains { !$0.text.isWhitespace }
    let whole = signs[..<open] + (hasGap ? gap : []) + after
    let text = try Self.plain(whole, line, format)
    guard !text.isEmpty else { throw Stop(line, .noText) }
    let answers = try GIFTAnswers(signs[(open + 1)..<close], signs[open].line, words, format)
    return QuestionFile.question(
      answers.kind, text, answers.options, feedback: answers.feedback, topic: topic)
  }

  /// The signs behind `::title::`, where there is one.
  private static func untitled(_ signs: [Sign], _ line: Int) throws(Stop) -> [Sign] {
    let rest = signs.drop { $0.text.isWhitespace }
    guard isPair(rest, at: rest.startIndex, ":") else { return Array(rest) }
    var index = rest.startIndex + 2
    while index < rest.endIndex {
      if isPair(rest, at: index, ":") { return Array(rest[(index + 2)...]) }
      index += 1
    }
    throw Stop(line, .titleNotClosed)
  }

  private static func isPair(_ signs: ArraySlice<Sign>, at index: Int, _ sign: Character) -> Bool {
    index + 1 < signs.endIndex && signs[index].is(sign) && signs[index + 1].is(sign)
  }

  /// Takes `[html]` and its kin from the front.
  private static func takeFormat(_ signs: inout [Sign]) -> Markup.Format? {
    while signs.first?.text.isWhitespace == true { signs.removeFirst() }
    for format in Markup.Format.allCases {
      let mark = "[\(format.rawValue)]"
      guard String(signs.prefix(mark.count).map(\.text)) == mark else { continue }
      signs.removeFirst(mark.count)
      return format
    }
    return nil
  }

  /// A part of a question as a terminal can show it: in the format of its own mark, or in that of the
  /// question.
  static func plain(
    _ signs: some Sequence<Sign>, _ line: Int, _ usual: Markup.Format
  ) throws(Stop) -> String {
    var signs = Array(signs)
    let format = takeFormat(&signs) ?? usual
    guard let text = Markup.plain(text(signs), format) else { throw Stop(line, .picture) }
    return text
  }

  static func text(_ signs: some Sequence<Sign>) -> String {
    Normalizer.line(String(signs.map(\.text)))
  }
}
