extension Form {
  /// Draws labels at the leading side, places to type beside them, complaints underneath.
  public func view(in frame: inout Frame, at area: Rect) {
    let lines = lines
    let focused = lines.firstIndex(of: .field(focus)) ?? 0
    // The line after the field holds its complaint or hint: it is kept in sight as well.
    let kept = lines.indices.contains(focused + 1) ? focused + 1 : focused
    _ = viewport.scroll(to: kept, of: lines.count, rows: area.size.rows)
    let top = viewport.scroll(to: focused, of: lines.count, rows: area.size.rows)
    frame.draw(in: area) { part in
      let column = labelWidth(in: part)
      for (row, line) in lines.dropFirst(top).prefix(part.size.rows).enumerated() {
        draw(line, on: row, labels: column, in: &part)
      }
    }
    drawPopup(in: &frame)
  }

  /// The field drawn on this line of the whole form.
  func field(atLine line: Int) -> Int? {
    let lines = lines
    guard lines.indices.contains(line), case .field(let index) = lines[line] else { return nil }
    return index
  }

  /// Rows that the whole form takes.
  public var height: Int { lines.count }

  private enum Line: Equatable {
    case gap
    case heading(String)
    case field(Int)
    case remark(String, Tone)
  }

  private var lines: [Line] {
    fields.indices.flatMap { index -> [Line] in
      var lines: [Line] = []
      if let heading = fields[index].heading {
        if index > 0 { lines.append(.gap) }
        lines.append(.heading(heading))
      }
      lines.append(.field(index))
      if let complaint = complaints[index] {
        lines.append(.remark("✗ \(complaint)", .complaint))
      } else if index == focus, let hint = fields[index].hint {
        lines.append(.remark(hint, .dimmed))
      }
      return lines
    }
  }

  private func labelWidth(in part: Frame) -> Int {
    let widest =
      zip(fields, starred).filter { !$0.0.isButton }.map { part.cells(in: $0.label) + ($1 ? 2 : 0) }
      .max() ?? 0
    return min(widest + 1, max(1, part.size.columns / 2))
  }

  private func draw(_ line: Line, on row: Int, labels: Int, in part: inout Frame) {
    let width = part.size.columns
    switch line {
    case .gap: break
    case .heading(let text):
      part.write(text, at: Point(row: row, column: 0), width: width, tone: .heading)
    case .remark(let text, let tone):
      // A long one begins before the fields rather than losing its end.
      let column = min(labels + 1, max(0, width - part.cells(in: text)))
      part.write(text, at: Point(row: row, column: column), width: width - column, tone: tone)
    case .field(let index): drawField(index, on: row, labels: labels, in: &part)
    }
  }

  private func drawField(_ index: Int, on row: Int, labels: Int, in part: inout Frame) {
    let field = fields[index]
    let isFocused = index == focus && popup == nil
    let isOpen = isOpen(index)
    guard !field.isButton else {
      part.write(
        "[ \(field.label) ]", at: Point(row: row, column: labels + 1),
        width: max(0, part.size.columns - labels - 1), tone: isFocused ? .selected : .strong)
      return
    }
    let label = starred[index] ? "\(field.label) *" : field.label
    part.write(
      label, at: Point(row: row, column: 0), width: labels,
      tone: index == focus ? .strong : isOpen ? .body : .dimmed)
    let room = max(0, part.size.columns - labels - 1)
    let width = field.width > 0 ? min(field.width, room) : room
    let area = Rect(row: row, column: labels + 1, rows: 1, columns: width)
    switch field.kind {
    case .text(_, let direction, let isMasked):
      let input =
        inputs[index]
        ?? TextInput(field.show(draft), isMasked: isMasked, direction: direction)
      if isOpen {
        input.view(in: &part, at: area, isFocused: isFocused)
      } else {
        drawClosed(field, at: area.origin, width: room, in: &part)
      }
    case .date where isOpen:
      let input = inputs[index] ?? TextInput(field.show(draft))
      input.view(in: &part, at: area, isFocused: isFocused)
    case .choice where isOpen, .lookup where isOpen:
      drawChoice(field, at: area, isFocused: isFocused, in: &part)
    case .choice, .lookup, .date, .fixed, .button:
      drawClosed(field, at: area.origin, width: room, in: &part)
    }
  }

  private func drawChoice(
    _ field: Field<Draft>, at area: Rect, isFocused: Bool, in part: inout Frame
  ) {
    let tone: Tone = isFocused ? .inputFocused : .input
    part.fill(area, tone)
    part.write(
      field.show(draft), at: area.origin, width: max(0, area.size.columns - 2), tone: tone)
    part.write(
      "▾", at: Point(row: area.origin.row, column: area.columns.upperBound - 1), tone: tone)
    if isFocused { part.cursor = area.origin }
  }

  /// A field that cannot be filled: what it holds, and why it is closed.
  private func drawClosed(
    _ field: Field<Draft>, at point: Point, width: Int, in part: inout Frame
  ) {
    let text = field.show(draft)
    guard let reason = field.reasonClosed(draft) else {
      part.write(text, at: point, width: width)
      return
    }
    part.write(
      text.isEmpty ? reason : "\(text) — \(reason)", at: point, width: width, tone: .dimmed)
  }

  private func drawPopup(in frame: inout Frame) {
    switch popup {
    case .picker(let picker): picker.view(in: &frame, phrases: phrases)
    case .date(let picker): picker.view(in: &frame)
    case .discard(let dialog): dialog.view(in: &frame, phrases: phrases)
    case nil: break
    }
  }
}
