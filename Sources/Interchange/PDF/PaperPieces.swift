internal import Training

/// The blocks of a letter as pieces for a paper of a size.
struct PaperPieces {
  let sheet: PaperSize
  let typesetter: Typesetter

  private static let text = TextStyle.regular(13)
  private static let strong = TextStyle.bold(13)
  private static let title = TextStyle.bold(16)
  private static let small = TextStyle.regular(10)
  /// Above a block, in points.
  private static let gap = 8.0
  private static let indent = 14.0
  /// Dots to write on, where a value is left out, and the least of them.
  private static let blank = (wanted: 150.0, least: 24.0)
  /// The least width of a signature, and the room to sign.
  private static let signature = (width: 130.0, room: 44.0)

  init(_ sheet: PaperSize, _ typesetter: Typesetter) {
    self.sheet = sheet
    self.typesetter = typesetter
  }

  /// The whole letter, piece by piece; a table without rows of its own takes the long ones.
  func add(
    _ letter: Letter, _ long: PaperRows? = nil, to flow: inout PaperFlow
  ) throws(FileProblem) {
    for piece in head(of: letter) { try flow.add(piece.showing(-1)) }
    for (index, block) in letter.body.enumerated() {
      // Nobody signs a page with nothing else on it.
      var isSigned = false
      if index + 1 < letter.body.count, case .signatures = letter.body[index + 1] {
        isSigned = true
      }
      if case .table(let table, let repeating) = block {
        let setter = PaperTable(sheet, typesetter, repeating: repeating)
        try setter.add(
          table, table.rows.isEmpty ? long : nil, of: index, keepsNext: isSigned, to: &flow)
        continue
      }
      var pieces = pieces(of: block)
      if isSigned, let last = pieces.indices.last { pieces[last].keepsNext = true }
      for piece in pieces { try flow.add(piece.showing(index)) }
    }
  }

  // MARK: Around the text

  /// What stands on top of every page but the first.
  func running(_ title: String) -> PaperPiece {
    let lines = typesetter.lines(title, Self.small, within: sheet.textWidth)
    var piece = stack(lines, in: sheet.left...sheet.right, .leading)
    piece.marks.append(rule(at: piece.height + 2))
    piece.height += 10
    return piece
  }

  /// What stands at the foot of a page.
  func foot(_ footer: String, _ number: String) -> PaperPiece {
    var lines: [SetLine] = []
    if !footer.isEmpty {
      lines = typesetter.lines(footer, Self.small, within: sheet.textWidth)
    }
    lines += typesetter.lines(number, Self.small, within: sheet.textWidth)
    var piece = stack(lines, in: sheet.left...sheet.right, .centre, from: 12)
    if !footer.isEmpty { piece.marks.append(rule(at: 9)) }
    return piece
  }

  private func rule(at y: Double) -> PaperMark {
    .rule(fromX: sheet.left, fromY: y, toX: sheet.right, toY: y, .thin)
  }

  /// Offices in the middle with number, date and attachment at the far side; recipient; title.
  private func head(of letter: Letter) -> [PaperPiece] {
    var pieces: [PaperPiece] = []
    let side = letter.reference.map(referenceWidth).max() ?? 0
    let middle = sheet.left + side + Self.gap...sheet.right - side - Self.gap
    let width = middle.upperBound - middle.lowerBound
    let offices = letter.letterhead.enumerated().flatMap { index, office in
      typesetter.lines(
        office, index == 0 ? Self.strong : .bold(12), within: width)
    }
    var head = stack(offices, in: middle, .centre)
    var below = 0.0
    for field in letter.reference {
      let piece = self.field(field, .regular(12), in: sheet.left...sheet.left + side)
      head.marks += piece.marks.map { $0.lowered(by: below) }
      below += piece.height
    }
    head.height = max(head.height, below)
    head.keepsNext = true
    if head.height > 0 { pieces.append(head) }
    if !letter.recipient.isEmpty {
      let lines = letter.recipient.flatMap {
        typesetter.lines($0, Self.strong, within: sheet.textWidth)
      }
      var piece = stack(lines, in: sheet.left...sheet.right, .leading)
      piece.keepsNext = true
      piece.space = 2 * Self.gap
      pieces.append(piece)
    }
    let title = typesetter.lines(letter.title, Self.title, within: sheet.textWidth)
    var piece = stack(title, in: sheet.left...sheet.right, .centre)
    piece.keepsNext = !letter.body.isEmpty
    piece.space = 2 * Self.gap
    pieces.append(piece)
    return pieces
  }

  /// What number, date or attachment takes at the side: at most a third, with dots at least 90 points.
  private func referenceWidth(_ field: Letter.Field) -> Double {
    let style = TextStyle.regular(12)
    let label = typesetter.measure("\(field.label): ", style).line
    let value = field.value.isEmpty ? 0 : typesetter.measure(field.value, style).line
    return min(sheet.textWidth / 3, max(90, label + value + 2))
  }

  // MARK: Blocks

  private func pieces(of block: Letter.Block) -> [PaperPiece] {
    let all = sheet.left...sheet.right
    switch block {
    case .paragraph(let text): return paragraph(text, Self.text, in: all)
    case .heading(let text):
      let lines = typesetter.lines(text, Self.strong, within: sheet.textWidth)
      var piece = stack(lines, in: all, .leading)
      piece.keepsNext = true
      piece.space = 1.5 * Self.gap
      return [piece]
    case .note(let text):
      return paragraph(text, .regular(11), in: sheet.left...sheet.right - Self.indent)
    case .code(let text): return [code(text)]
    case .fields(let fields): return spaced(fields.map { field($0, Self.text, in: all) })
    case .ticks(let ticks): return spaced(ticks.map(tick))
    // Tables are added row by row.
    case .table: return []
    case .signatures(let names): return signatures(names)
    case .pageBreak: return [PaperPiece(height: 0, breaks: true)]
    case .slips(let slips, let across): return rows(of: slips, across: across)
    }
  }

  /// The first two lines stay together, and so do the last two.
  private func paragraph(
    _ text: String, _ style: TextStyle, in area: ClosedRange<Double>
  ) -> [PaperPiece] {
    let lines = typesetter.lines(text, style, within: area.upperBound - area.lowerBound)
    return lines.enumerated().map { index, line in
      var piece = stack([line], in: area, .leading)
      piece.keepsNext = index + 1 < lines.count && (index == 0 || index + 2 == lines.count)
      piece.space = index == 0 ? Self.gap : 0
      piece.content = .line(line.text)
      return piece
    }
  }

  private func spaced(_ pieces: [PaperPiece]) -> [PaperPiece] {
    pieces.enumerated().map { index, piece in
      var piece = piece
      piece.space = index == 0 ? Self.gap : 0
      piece.content = .items(index..<index + 1)
      return piece
    }
  }

  /// `label: value`, or dots where it is written by hand; a text without label has the line alone.
  private func field(
    _ field: Letter.Field, _ style: TextStyle, in area: ClosedRange<Double>
  ) -> PaperPiece {
    let width = area.upperBound - area.lowerBound
    guard !field.label.isEmpty else {
      return stack(typesetter.lines(field.value, style, within: width), in: area, .leading)
    }
    let label = typesetter.lines(field.label + ": ", style, within: width)
    let taken = (label.last?.width ?? 0) + typesetter.measure(" ", style).line
    var piece = stack(label, in: area, .leading)
    let room = width - taken
    let base = piece.height - style.leading + Self.base(style)
    if field.value.isEmpty {
      guard room >= Self.blank.least else { return piece }
      let from = area.upperBound - taken
      piece.marks.append(
        .rule(
          fromX: from, fromY: base, toX: from - min(room, Self.blank.wanted), toY: base, .dotted))
      return piece
    }
    // Too little room beside the label: below it.
    let isBelow = room < 80 && width > 80 && typesetter.measure(field.value, style).line > room
    let rest = isBelow ? area : area.lowerBound...max(area.lowerBound + 1, area.upperBound - taken)
    let value = stack(
      typesetter.lines(field.value, style, within: rest.upperBound - rest.lowerBound), in: rest,
      .leading)
    let top = isBelow ? piece.height : piece.height - style.leading
    piece.marks += value.marks.map { $0.lowered(by: top) }
    piece.height = top + value.height
    return piece
  }

  /// A box, crossed if it is ticked, with its label.
  private func tick(_ tick: Letter.Tick) -> PaperPiece {
    let style = Self.text
    let side = 10.0
    let room = side + 8
    let label = typesetter.lines(tick.label, style, within: sheet.textWidth - room)
    var piece = stack(label, in: sheet.left...sheet.right - room, .leading)
    let bottom = Self.base(style) + 1
    let (left, right, top) = (sheet.right - side, sheet.right, bottom - side)
    piece.marks += [
      .rule(fromX: left, fromY: top, toX: right, toY: top, .thin),
      .rule(fromX: left, fromY: bottom, toX: right, toY: bottom, .thin),
      .rule(fromX: left, fromY: top, toX: left, toY: bottom, .thin),
      .rule(fromX: right, fromY: top, toX: right, toY: bottom, .thin),
    ]
    if tick.isTicked {
      let cross = typesetter.line("\u{D7}", .bold(14))
      piece.marks.append(.text(cross, x: left + (side - cross.width) / 2, y: bottom - 0.5))
    }
    return piece
  }

  /// The code at the far side with its text beside it; the text alone where no code holds it.
  private func code(_ text: String) -> PaperPiece {
    let style = TextStyle.regular(10)
    guard let code = QRCode(text) else {
      return stack(
        typesetter.lines(text, style, within: sheet.textWidth), in: sheet.left...sheet.right,
        .leading)
    }
    // With four light modules around it; none below half a millimetre, which cheap scanners need.
    let side = max(90, Double(code.size + 8) * 1.5)
    let area = sheet.left + side + Self.gap...sheet.right
    let lines = typesetter.lines(text, style, within: area.upperBound - area.lowerBound)
    var piece = stack(lines, in: area, .leading, from: 12)
    piece.marks.append(.code(code, x: sheet.left, y: 0, side: side))
    piece.height = max(piece.height, side)
    piece.space = Self.gap
    return piece
  }

  private func signatures(_ names: [Letter.Field]) -> [PaperPiece] {
    let across = max(1, min(names.count, Int(sheet.textWidth / Self.signature.width)))
    let cell = sheet.textWidth / Double(across)
    return stride(from: 0, to: names.count, by: across).map { start in
      let group = names[start..<min(start + across, names.count)]
      var piece = PaperPiece(
        height: 0, space: 2 * Self.gap, content: .items(group.indices))
      for (place, name) in group.enumerated() {
        let right = sheet.right - Double(place) * cell
        var lines = typesetter.lines(name.label, .bold(12), within: cell - 12)
        if !name.value.isEmpty {
          lines += typesetter.lines(name.value, .regular(12), within: cell - 12)
        }
        let column = stack(lines, in: right - cell + 6...right - 6, .centre)
        piece.marks += column.marks
        piece.height = max(piece.height, column.height)
      }
      piece.height += Self.signature.room
      return piece
    }
  }

  private func rows(of slips: [[Letter.Field]], across: Int) -> [PaperPiece] {
    let cell = sheet.textWidth / Double(across)
    return stride(from: 0, to: slips.count, by: across).map { start in
      let group = slips[start..<min(start + across, slips.count)]
      var piece = PaperPiece(
        height: 0, space: start == 0 ? Self.gap : 0, content: .items(group.indices))
      for (place, slip) in group.enumerated() {
        let right = sheet.right - Double(place) * cell
        var below = 8.0
        for field in slip {
          let line = self.field(field, .regular(12), in: right - cell + 10...right - 10)
          piece.marks += line.marks.map { $0.lowered(by: below) }
          below += line.height
        }
        piece.height = max(piece.height, below + 8)
      }
      let bottom = piece.height
      piece.marks.append(
        .rule(fromX: sheet.left, fromY: bottom, toX: sheet.right, toY: bottom, .dashed))
      for place in 1..<max(2, across) where across > 1 {
        let x = sheet.right - Double(place) * cell
        piece.marks.append(.rule(fromX: x, fromY: 0, toX: x, toY: bottom, .dashed))
      }
      return piece
    }
  }

  // MARK: Lines

  /// Where the base line of a line lies below its top, in points.
  static func base(_ style: TextStyle) -> Double { style.size * 1.05 }

  /// Lines below each other in an area.
  private func stack(
    _ lines: [SetLine], in area: ClosedRange<Double>, _ alignment: Sheet.Alignment,
    from top: Double = 0
  ) -> PaperPiece {
    var piece = PaperPiece(height: top)
    for line in lines {
      piece.marks.append(
        .text(
          line, x: alignment.place(of: line, in: area), y: piece.height + Self.base(line.style)))
      piece.height += line.style.leading
    }
    return piece
  }
}

extension Sheet.Alignment {
  /// The left end of a line in an area that is read from the right.
  func place(of line: SetLine, in area: ClosedRange<Double>) -> Double {
    switch self {
    case .leading: area.upperBound - line.width
    case .centre: (area.lowerBound + area.upperBound - line.width) / 2
    case .trailing: area.lowerBound
    }
  }
}

extension PaperPiece {
  /// The same piece as a part of a block of its letter.
  fileprivate func showing(_ block: Int) -> PaperPiece {
    var piece = self
    piece.block = block
    return piece
  }
}

extension PaperMark {
  /// The same mark further down, in points.
  func lowered(by distance: Double) -> PaperMark {
    switch self {
    case .text(let line, let x, let y): .text(line, x: x, y: y + distance)
    case .rule(let fromX, let fromY, let toX, let toY, let style):
      .rule(fromX: fromX, fromY: fromY + distance, toX: toX, toY: toY + distance, style)
    case .fill(let x, let y, let width, let height, let grey):
      .fill(x: x, y: y + distance, width: width, height: height, grey: grey)
    case .code(let code, let x, let y, let side): .code(code, x: x, y: y + distance, side: side)
    }
  }
}
