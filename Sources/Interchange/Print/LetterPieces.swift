internal import Persian
internal import Training

/// The blocks of a letter as lines of a width, with what must stay together.
struct LetterPieces {
  let width: Int

  private static let indent = "  "
  /// Dots to write on, where a value is left out.
  private static let blank = 24
  /// The least cells of a signature.
  private static let signature = 19

  func pieces(of letter: Letter) -> [LetterPiece] { head(of: letter) + body(of: letter) }

  /// What stands below the title.
  func body(of letter: Letter) -> [LetterPiece] {
    var pieces: [LetterPiece] = []
    for block in letter.body {
      // Nobody signs a page with nothing else on it.
      if case .signatures = block, let last = pieces.indices.last { pieces[last].keepsNext = true }
      pieces += self.pieces(of: block)
    }
    return pieces
  }

  // MARK: Above the text

  /// Offices in the middle with number, date and attachment at the far side; recipient; title.
  private func head(of letter: Letter) -> [LetterPiece] {
    let reference = letter.reference.flatMap { line(of: $0, to: width / 3, blank: 14) }
    let side = reference.map(\.cellWidth).max() ?? 0
    let middle = max(20, width - 2 * side)
    let offices = letter.letterhead.flatMap { $0.wrapped(to: middle) }
    var lines: [String] = []
    for index in 0..<max(offices.count, reference.count) {
      let office = index < offices.count ? offices[index] : ""
      var text = office.isEmpty ? "" : centred(office, in: width)
      if index < reference.count {
        text += spaces(width - side - text.cellWidth) + reference[index]
      }
      lines.append(text)
    }
    var pieces: [LetterPiece] = []
    if !lines.isEmpty { pieces.append(LetterPiece(lines: lines, keepsNext: true)) }
    let title = letter.title.wrapped(to: width).map { centred($0, in: width) }
    let recipient = letter.recipient.flatMap { $0.wrapped(to: width) }
    if !recipient.isEmpty {
      pieces.append(LetterPiece(lines: recipient, keepsNext: true, space: 1))
    }
    pieces.append(LetterPiece(lines: title, keepsNext: !letter.body.isEmpty, space: 1))
    return pieces
  }

  // MARK: Blocks

  private func pieces(of block: Letter.Block) -> [LetterPiece] {
    switch block {
    case .paragraph(let text): return paragraph(text.wrapped(to: width))
    case .heading(let text):
      return [LetterPiece(lines: text.wrapped(to: width), keepsNext: true, space: 1)]
    case .note(let text):
      return paragraph(
        text.wrapped(to: width - 2 * Self.indent.count).map { Self.indent + $0 })
    case .code(let text):
      return spaced(
        text.split(separator: "\n").map { String($0).wrapped(to: width) })
    case .fields(let fields):
      return spaced(fields.map { line(of: $0, to: width, blank: Self.blank) })
    case .ticks(let ticks):
      return spaced(
        ticks.map { tick in
          hanging(tick.isTicked ? "[×] " : "[ ] ", tick.label)
        })
    case .table(let sheet, let repeating): return table(sheet, repeating: repeating)
    case .signatures(let names): return [LetterPiece(lines: signatures(names), space: 1)]
    case .pageBreak: return [LetterPiece(lines: [], breaks: true)]
    case .slips(let slips, let across): return rows(of: slips, across: across)
    }
  }

  /// The first two lines stay together, and so do the last two.
  private func paragraph(_ lines: [String]) -> [LetterPiece] {
    lines.enumerated().map { index, line in
      LetterPiece(
        lines: [line],
        keepsNext: index + 1 < lines.count && (index == 0 || index + 2 == lines.count),
        space: index == 0 ? 1 : 0)
    }
  }

  private func spaced(_ groups: [[String]]) -> [LetterPiece] {
    groups.enumerated().map { LetterPiece(lines: $1, space: $0 == 0 ? 1 : 0) }
  }

  private func table(_ sheet: Sheet, repeating: Int) -> [LetterPiece] {
    let table = PlainTable(width: width, height: nil) { _, _ in "" }
    return sheet.parts(within: width, repeating: repeating).flatMap { part in
      let (header, rows) = table.laid(part)
      let head = LetterPiece(lines: header, keepsNext: !rows.isEmpty, space: 1)
      return [head]
        + rows.enumerated().map { index, lines in
          // The first row has its titles in the piece before it.
          LetterPiece(lines: lines, repeated: index == 0 ? [] : header)
        }
    }
  }

  private func signatures(_ names: [Letter.Field]) -> [String] {
    let across = max(1, min(names.count, width / Self.signature))
    let cell = width / across
    var lines: [String] = []
    for start in stride(from: 0, to: names.count, by: across) {
      let group = names[start..<min(start + across, names.count)]
      let cells = group.map { name in
        (name.label.wrapped(to: cell - 2)
          + (name.value.isEmpty ? [] : name.value.wrapped(to: cell - 2)))
          .map { centred($0, in: cell) }
      }
      if start > 0 { lines.append("") }
      lines += beside(cells, width: cell, gap: "") + ["", ""]
    }
    return lines
  }

  private func rows(of slips: [[Letter.Field]], across: Int) -> [LetterPiece] {
    let gap = " ┊ "
    let cell = (width - (across - 1) * gap.count) / across
    return stride(from: 0, to: slips.count, by: across).map { start in
      let cells = slips[start..<min(start + across, slips.count)].map { fields in
        fields.flatMap { line(of: $0, to: cell, blank: cell) }
      }
      let rule = String(repeating: "┄", count: width)
      return LetterPiece(
        lines: beside(cells, width: cell, gap: gap) + [rule], space: start == 0 ? 1 : 0)
    }
  }

  // MARK: Lines

  /// `label: value`, or dots where it is written by hand; the label alone has a line of its own.
  private func line(of field: Letter.Field, to width: Int, blank: Int) -> [String] {
    guard !field.label.isEmpty else { return field.value.wrapped(to: width) }
    let label = "\(field.label): "
    guard field.value.isEmpty else { return hanging(label, field.value, to: width) }
    let dots = max(3, min(blank, width - label.cellWidth))
    return [label + String(repeating: ".", count: dots)]
  }

  /// The text beside its label, going on below itself.
  private func hanging(_ label: String, _ text: String, to width: Int? = nil) -> [String] {
    let room = (width ?? self.width) - label.cellWidth
    guard room >= 12 else { return (label + text).wrapped(to: width ?? self.width) }
    return text.wrapped(to: room).enumerated().map { index, line in
      (index == 0 ? label : spaces(label.cellWidth)) + line
    }
  }

  /// Columns of lines side by side, each as wide as the others.
  private func beside(_ cells: [[String]], width: Int, gap: String) -> [String] {
    (0..<(cells.map(\.count).max() ?? 0)).map { line in
      var text = cells.map { ($0.count > line ? $0[line] : "").padded(to: width) }
        .joined(separator: gap)
      while text.last == " " { text.removeLast() }
      return text
    }
  }

  private func centred(_ text: String, in width: Int) -> String {
    spaces((width - text.cellWidth) / 2) + text
  }

  private func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
}
