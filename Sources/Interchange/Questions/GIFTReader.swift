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

  private(set) var file = QuestionFile()
  let words: QuestionWords
  private var topic = ""

  init(_ words: QuestionWords) { self.words = words }

  mutating func read(_ lines: [String]) {
    var block: [(number: Int, text: String)] = []
    for (index, line) in lines.enumerated() {
      let text = line.drop { $0.isWhitespace }
      if text.isEmpty {
        read(block: block)
        block = []
      } else if text.hasPrefix("//") {
        continue
      } else if text.hasPrefix("$") {
        read(block: block)
        block = []
        command(text, index + 1)
      } else {
        block.append((index + 1, line))
      }
    }
    read(block: block)
  }

  private mutating func command(_ text: Substring, _ line: Int) {
    guard text.hasPrefix("$CATEGORY:") else {
      let name = text.prefix { $0 != ":" && !$0.isWhitespace }
      file.problems.append(QuestionFile.Problem(line, .unknownCommand(String(name))))
      return
    }
    // Categories are paths; the part of the course is the last of them.
    let path = text.dropFirst("$CATEGORY:".count).split(separator: "/")
    topic = Normalizer.line(path.last.map(String.init) ?? "")
  }

  private mutating func read(block: [(number: Int, text: String)]) {
    guard let first = block.first else { return }
    do throws(Stop) {
      if let question = try self.question(Self.signs(of: block), first.number) {
        file.items.append(QuestionFile.Item(line: first.number, question: question))
      }
    } catch {
      file.problems.append(error.problem)
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
        if "~=#{}:\\".contains(next) {
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
    let isMarkup = Self.takeFormat(&signs)
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
    var stem = Self.text(signs[..<open])
    let tail = Self.text(after)
    // A word is missing in the middle of the sentence.
    if !tail.isEmpty { stem += stem.isEmpty ? tail : " _____ \(tail)" }
    let text = isMarkup || stem.contains("<") ? Markup.plain(stem) : stem
    guard let text else {
      file.skipped.append(QuestionFile.Problem(line, .picture))
      return nil
    }
    guard !text.isEmpty else { throw Stop(line, .noText) }
    let answers = try GIFTAnswers(signs[(open + 1)..<close], signs[open].line, words)
    guard let kind = answers.kind else {
      file.skipped.append(QuestionFile.Problem(line, .matching))
      return nil
    }
    return QuestionFile.question(
      kind, text, answers.options, feedback: answers.feedback, topic: topic)
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

  /// Takes `[html]` and its kin from the front; whether the text is markup.
  private static func takeFormat(_ signs: inout [Sign]) -> Bool {
    while signs.first?.text.isWhitespace == true { signs.removeFirst() }
    for format in ["html", "moodle", "plain", "markdown"] {
      let mark = "[\(format)]"
      guard String(signs.prefix(mark.count).map(\.text)) == mark else { continue }
      signs.removeFirst(mark.count)
      return format == "html" || format == "moodle"
    }
    return false
  }

  static func text(_ signs: some Sequence<Sign>) -> String {
    Normalizer.line(String(signs.map(\.text)))
  }
}

/// Text with tags as a terminal can show it.
enum Markup {
  /// Nil where a picture or a formula is part of the text, which nobody could answer without.
  static func plain(_ text: String) -> String? {
    var plain = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "<") {
      plain += rest[..<open]
      guard let close = rest[open...].firstIndex(of: ">"), isTag(rest[open...]) else {
        // A sign of comparison.
        plain.append("<")
        rest = rest[rest.index(after: open)...]
        continue
      }
      let tag = rest[open..<close].lowercased()
      if ["<img", "<object", "<video", "<audio", "<svg"].contains(where: { tag.hasPrefix($0) }) {
        return nil
      }
      if ["<br", "<p", "</p", "<li", "<div", "</div"].contains(where: { tag.hasPrefix($0) }) {
        plain += " "
      }
      rest = rest[rest.index(after: close)...]
    }
    plain += rest
    for (entity, sign) in [
      ("&nbsp;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"),
      ("&zwnj;", "\u{200C}"), ("&amp;", "&"),
    ] { plain.replace(entity, with: sign) }
    return Normalizer.line(plain)
  }

  private static func isTag(_ text: Substring) -> Bool {
    let next = text.dropFirst().first
    return next == "/" || (next?.isLetter ?? false)
  }
}
