extension LetterLayout {
  /// Reads a layout; everything in it must be understood.
  ///
  /// - Parameters:
  ///   - text: The file as UTF-8.
  ///   - file: Its name, for problems.
  /// - Throws: The first line that says nothing known.
  public init(parsing text: String, file: String) throws(LayoutProblem) {
    var blocks: [Block] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let (line, number) = (String(line), index + 1)
      if line.hasPrefix("#") { continue }
      if line.allSatisfy(\.isWhitespace) {
        // Parts paragraphs, nothing else.
        if let last = blocks.last, [.text, .note].contains(last.kind), !last.lines.isEmpty {
          blocks[blocks.count - 1].lines.append(
            Line(label: nil, text: Text(parts: [], line: number)))
        }
      } else if line.hasPrefix("  ") {
        guard let block = blocks.last, block.kind.takesLines else {
          throw LayoutProblem(file: file, line: number, .unknownBlock(Self.trimmed(line)))
        }
        let read = try Self.line(Self.trimmed(line), in: block.kind, number, file)
        blocks[blocks.count - 1].lines.append(read)
      } else {
        blocks.append(try Self.block(line, number, file))
      }
    }
    for index in blocks.indices {
      if [.text, .note].contains(blocks[index].kind) { blocks[index].joinParagraphs() }
      let block = blocks[index]
      let wantsName = [.table, .slips].contains(block.kind)
      let isBare = block.lines.isEmpty && (block.name == nil || block.kind != .table)
      if block.kind.takesLines && isBare || wantsName && block.name == nil {
        throw LayoutProblem(file: file, line: block.line, .incomplete(block.kind.rawValue))
      }
    }
    guard blocks.contains(where: { $0.kind == .title }) else {
      throw LayoutProblem(file: file, line: 0, .noTitle)
    }
    self.init(file: file, isAcross: blocks.contains { $0.kind == .across }, blocks: blocks)
  }

  /// A line such as `slips {rows} 2`.
  private static func block(
    _ line: String, _ number: Int, _ file: String
  ) throws(LayoutProblem) -> Block {
    let words = line.split(separator: " ").map(String.init)
    guard let first = words.first, let kind = Block.Kind(rawValue: first) else {
      throw LayoutProblem(file: file, line: number, .unknownBlock(line))
    }
    var block = Block(kind: kind, name: nil, number: nil, lines: [], line: number)
    var rest = words.dropFirst()
    if let word = rest.first, word.hasPrefix("{") {
      let place = try text(word, number, file)
      guard kind.repeats, let name = place.onlyName, !place.isOptional || kind == .table else {
        throw LayoutProblem(file: file, line: number, .badPlaceholder(word))
      }
      block.name = name
      block.isOptional = place.isOptional
      rest = rest.dropFirst()
    }
    if let word = rest.first, [.table, .slips].contains(kind) {
      guard let count = Int(word), (0...9).contains(count) else {
        throw LayoutProblem(file: file, line: number, .unknownBlock(line))
      }
      block.number = count
      rest = rest.dropFirst()
    }
    guard rest.isEmpty else { throw LayoutProblem(file: file, line: number, .unknownBlock(line)) }
    return block
  }

  private static func line(
    _ line: String, in kind: Block.Kind, _ number: Int, _ file: String
  ) throws(LayoutProblem) -> Line {
    guard let sign = kind.sign else {
      return Line(label: nil, text: try text(line, number, file))
    }
    guard let place = sign == "}" ? line.firstIndex(of: "}") : separator(sign, in: line) else {
      guard kind == .slips else {
        throw LayoutProblem(file: file, line: number, .missingSign(sign))
      }
      return Line(label: nil, text: try text(line, number, file))
    }
    let isTick = kind == .ticks
    let label = try text(
      trimmed(String(isTick ? line[...place] : line[..<place])), number, file)
    if isTick, label.onlyName == nil {
      throw LayoutProblem(file: file, line: number, .missingSign("{"))
    }
    return Line(
      label: label, text: try text(trimmed(String(line[line.index(after: place)...])), number, file)
    )
  }

  /// The first sign outside of braces.
  private static func separator(_ sign: Character, in line: String) -> String.Index? {
    var isInside = false
    for index in line.indices {
      switch line[index] {
      case "{": isInside = true
      case "}": isInside = false
      case sign where !isInside: return index
      default: break
      }
    }
    return nil
  }

  private static func text(
    _ line: String, _ number: Int, _ file: String
  ) throws(LayoutProblem) -> Text {
    var text = Text(parts: [], line: number)
    var rest = line[...]
    while let open = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
      guard rest[open] == "{", let close = rest[open...].firstIndex(of: "}") else {
        throw LayoutProblem(file: file, line: number, .badPlaceholder(String(rest[open...])))
      }
      if open > rest.startIndex { text.parts.append(.plain(String(rest[..<open]))) }
      var name = rest[rest.index(after: open)..<close]
      let isOptional = name.last == "?"
      if isOptional { name.removeLast() }
      let isName = name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == ".") }
      guard !name.isEmpty, isName else {
        throw LayoutProblem(file: file, line: number, .badPlaceholder(String(rest[open...close])))
      }
      text.parts.append(.value(String(name), isOptional: isOptional))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { text.parts.append(.plain(String(rest))) }
    return text
  }

  private static func trimmed(_ text: String) -> String {
    let kept = text.drop(while: \.isWhitespace)
    guard let last = kept.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(kept[...last])
  }
}

extension LetterLayout.Block {
  /// Lines that follow each other are one paragraph; an empty line begins the next.
  fileprivate mutating func joinParagraphs() {
    var joined: [LetterLayout.Line] = []
    var isNew = true
    for line in lines {
      if line.text.parts.isEmpty {
        isNew = true
      } else if isNew {
        joined.append(line)
        isNew = false
      } else {
        joined[joined.count - 1].text.parts += [.plain(" ")] + line.text.parts
      }
    }
    lines = joined
  }
}
