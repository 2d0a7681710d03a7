import Persian
public import TerminalKit
import Training
import UseCases

extension SittingScreen {
  /// A line of the question as it stands on the screen.
  private struct Line {
    var text: String
    var tone = Tone.body
    var indent = 0
    /// What stands beside it, from the middle of the row on.
    var beside = ""
    /// Whether the cursor is on the choice that the line belongs to.
    var isCurrent = false
  }

  public func view(in frame: inout Frame) {
    let width = max(1, frame.size.columns - 4)
    if let failure {
      frame.write(
        failure.sentence, at: Point(row: 1, column: 2), width: width, tone: .complaint)
      return
    }
    guard let paper else { return }
    guard isOpen, let item else { return viewClosed(paper, in: &frame, width) }
    head(paper, item, in: &frame, width)
    let map = map(of: paper, width)
    let area = Rect(
      row: 2, column: 2, rows: max(1, frame.size.rows - 3 - map.count), columns: width)
    body(item, in: &frame, area)
    for (row, line) in map.enumerated() {
      frame.write(
        line, at: Point(row: frame.size.rows - map.count + row, column: 2), width: width,
        tone: .dimmed)
    }
  }

  private func viewClosed(_ paper: ExamPaper, in frame: inout Frame, _ width: Int) {
    var row = 1
    let sentences = paper.closed.map(\.sentence) + [Phrases.Sitting.allKept(answered(paper))]
    for sentence in sentences {
      for line in sentence.wrapped(to: width) {
        frame.write(line, at: Point(row: row, column: 2), width: width, tone: .strong)
        row += 1
      }
    }
  }

  private func answered(_ paper: ExamPaper) -> Int {
    paper.items.count(where: \.isAnswered)
  }

  private func head(
    _ paper: ExamPaper, _ item: ExamPaper.Item, in frame: inout Frame, _ width: Int
  ) {
    let place = Phrases.Sitting.place(
      current + 1, of: paper.items.count, answered: answered(paper), isFlagged: item.isFlagged)
    frame.write(place, at: Point(row: 0, column: 2), width: width, tone: .heading)
    let left = max(0, paper.end - moment)
    let text = pending == nil ? Phrases.Sitting.left(left) : Phrases.Sitting.waiting
    let cells = text.unicodeScalars.count
    let isShort = left < 300_000
    frame.write(
      text, at: Point(row: 0, column: max(2, frame.size.columns - 2 - cells)), width: cells,
      tone: isShort || pending != nil ? .warning : .strong)
  }

  private func body(_ item: ExamPaper.Item, in frame: inout Frame, _ area: Rect) {
    let lines = lines(of: item, area.size.columns)
    // The choice under the cursor stays in sight under however long a text.
    let last = lines.lastIndex { $0.isCurrent } ?? 0
    let top = isAtTop ? 0 : max(0, last - area.size.rows + 1)
    for (row, line) in lines.dropFirst(top).prefix(area.size.rows).enumerated() {
      let place = Point(row: area.origin.row + row, column: area.origin.column + line.indent)
      frame.write(
        line.text, at: place, width: area.size.columns - line.indent, tone: line.tone)
      if !line.beside.isEmpty {
        let middle = area.size.columns / 2
        frame.write(
          line.beside, at: Point(row: place.row, column: area.origin.column + middle),
          width: area.size.columns - middle)
      }
    }
    guard item.kind == .text || item.kind == .number else { return }
    let row = min(area.origin.row + lines.count + 1, area.origin.row + area.size.rows - 1)
    input.view(
      in: &frame,
      at: Rect(row: row, column: area.origin.column, rows: 1, columns: area.size.columns),
      isFocused: true)
  }

  private func lines(of item: ExamPaper.Item, _ width: Int) -> [Line] {
    var lines = item.stem.wrapped(to: width).map { Line(text: $0, tone: .strong) }
    lines.append(Line(text: ""))
    if item.kind == .matching { return lines + pairs(of: item, width) }
    let given = Question.choices(item.response)
    for (index, text) in item.choices.enumerated() {
      let isGiven = given.contains(index + 1)
      let isCurrent = index == choice
      let sign = isGiven ? "✓" : "·"
      let cursor = isCurrent ? "◄" : " "
      let wrapped = "\(sign) \(Phrases.Sitting.choice(index + 1)) \(text)".wrapped(to: width - 2)
      for (row, part) in wrapped.enumerated() {
        lines.append(
          Line(
            text: row == 0 ? "\(cursor)\(part)" : part, tone: isGiven ? .good : .body,
            indent: row == 0 ? 0 : 5, isCurrent: isCurrent))
      }
    }
    return lines
  }

  /// Prompts with the number of the answer given to each, and the answers beside them.
  private func pairs(of item: ExamPaper.Item, _ width: Int) -> [Line] {
    let column = max(8, width / 2 - 2)
    let given = Question.pairs(item.response)
    var lines: [Line] = []
    for (index, prompt) in item.prompts.enumerated() {
      let place = item.answers.firstIndex { $0.number == given[prompt.number] }
      let isCurrent = index == choice
      let sign = "[\(place.map { ($0 + 1).said } ?? " ")]"
      let text = "\(isCurrent ? "◄" : " ")\(sign) \(prompt.text)"
      for (row, part) in text.wrapped(to: column).enumerated() {
        lines.append(
          Line(
            text: part, tone: place == nil ? .body : .good, indent: row == 0 ? 0 : 5,
            isCurrent: isCurrent))
      }
    }
    var row = 0
    for (index, answer) in item.answers.enumerated() {
      for part in "\(Phrases.Sitting.choice(index + 1)) \(answer.text)".wrapped(to: column) {
        if row == lines.count { lines.append(Line(text: "")) }
        lines[row].beside = part
        row += 1
      }
    }
    return lines
  }

  /// Every question by its number, with a sign for what has become of it.
  private func map(of paper: ExamPaper, _ width: Int) -> [String] {
    let cells = paper.items.enumerated().map { index, item in
      let sign = item.isFlagged ? "!" : item.isAnswered ? "✓" : "·"
      return index == current ? "[\((index + 1).said)\(sign)]" : " \((index + 1).said)\(sign) "
    }
    let perRow = max(1, width / 7)
    return stride(from: 0, to: cells.count, by: perRow).map { start in
      cells[start..<min(start + perRow, cells.count)].joined(separator: " ")
    }.suffix(4)
  }
}
