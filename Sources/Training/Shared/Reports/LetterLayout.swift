/// The text of a paper as data: blocks with places for values (`Assets/Layouts`).
///
/// A block is a word at the beginning of a line with its text indented below it:
///
///     # a remark
///     across                     the paper lies across
///     head                       offices above the letter; a list takes several lines
///     reference                  LABEL: TEXT, number, date and attachment
///     to                         who it is for
///     title                      one line
///     text                       paragraphs, parted by an empty line
///     heading                    one line
///     fields                     LABEL: TEXT
///     table {rows}               TITLE | TEXT, one line for each column
///     table {sheet} 3            a table that is supplied whole; 3 columns stand again on every page
///     ticks                      {flag} TEXT
///     signatures                 OFFICE: NAME, side by side
///     note                       paragraphs
///     qr                         lines that are a QR code on paper, with themselves beside it
///     slips {rows} 2             LABEL: TEXT or TEXT; two side by side
///     break                      the rest on a new page
///     foot                       one line at the foot of every page
///
/// `{course.title}` is a value that must not be empty in a text; in fields, tables, slips and
/// signatures an empty one is left to be written by hand. `{class.place?}` drops its line where it
/// is empty, and `table {rows?}` drops the table. After `text`, `fields` and `signatures` too, `{rows}` repeats the lines.
public struct LetterLayout: Sendable {
  /// The file, for problems.
  public let file: String
  let isAcross: Bool
  let blocks: [Block]

  /// Text with places for values.
  struct Text: Sendable {
    enum Part: Sendable {
      case plain(String)
      case value(String, isOptional: Bool)
    }
    var parts: [Part]
    var line: Int

    /// The name, where the text is one value and nothing else.
    var onlyName: String? {
      guard parts.count == 1, case .value(let name, _) = parts[0] else { return nil }
      return name
    }

    /// Whether the first value may be empty.
    var isOptional: Bool {
      if case .value(_, true) = parts.first { true } else { false }
    }
  }

  /// A line under a block: `label: text`, `title | text`, `{flag} text`, or text alone.
  struct Line: Sendable {
    var label: Text?
    var text: Text
  }

  struct Block: Sendable {
    enum Kind: String, CaseIterable, Sendable {
      case across, head, reference, to, title, text, heading, fields, table, ticks, signatures
      case note, qr, slips, pageBreak = "break", foot

      /// What parts the label of a line from its text.
      var sign: Character? {
        switch self {
        case .reference, .fields, .signatures, .slips: ":"
        case .table: "|"
        case .ticks: "}"
        default: nil
        }
      }

      var takesLines: Bool { self != .across && self != .pageBreak }
      /// Whether its lines may be repeated for rows.
      var repeats: Bool {
        [.text, .fields, .table, .signatures, .slips].contains(self)
      }
      /// Whether an empty value is a place to write in by hand.
      var leavesBlanks: Bool {
        [.reference, .fields, .table, .signatures, .slips].contains(self)
      }
    }

    var kind: Kind
    /// The value beside the word.
    var name: String?
    /// Whether the block is left out where that value has no rows.
    var isOptional = false
    /// The number beside it.
    var number: Int?
    var lines: [Line]
    var line: Int
  }
}

// MARK: Checking

extension LetterLayout {
  /// Whether every place has a value of the right kind in what the paper supplies.
  ///
  /// - Returns: The problems, in the order of the file.
  public func problems(with shape: LetterShape) -> [LayoutProblem] {
    var found: [LayoutProblem] = []
    for block in blocks {
      var row: Set<String> = []
      if let name = block.name {
        switch (shape.values[name], block.kind) {
        case (nil, _): found.append(problem(block.line, .unknownName(name)))
        case (.rows(let names), _): row = names
        case (.sheet, .table) where block.lines.isEmpty: break
        default: found.append(problem(block.line, .wrongKind(name)))
        }
        if block.lines.isEmpty, shape.values[name] != .sheet, shape.values[name] != nil {
          found.append(problem(block.line, .incomplete(block.kind.rawValue)))
        }
      }
      for line in block.lines {
        found += problems(in: line, of: block, row: row, shape)
      }
    }
    return found
  }

  private func problems(
    in line: Line, of block: Block, row: Set<String>, _ shape: LetterShape
  ) -> [LayoutProblem] {
    var found: [LayoutProblem] = []
    for (text, isLabel) in [(line.label, true), (line.text, false)] {
      guard let text else { continue }
      for case .value(let name, _) in text.parts where !row.contains(name) {
        let wanted: LetterShape.Kind
        switch shape.values[name] {
        case nil:
          found.append(problem(text.line, .unknownName(name)))
          continue
        case .list where text.onlyName != nil && block.kind.sign == nil: wanted = .list
        default: wanted = isLabel && block.kind == .ticks ? .flag : .cell
        }
        if shape.values[name] != wanted { found.append(problem(text.line, .wrongKind(name))) }
      }
    }
    return found
  }

  func problem(_ line: Int, _ reason: LayoutProblem.Reason) -> LayoutProblem {
    LayoutProblem(file: file, line: line, reason)
  }
}
