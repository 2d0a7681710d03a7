/// A question with choices over the screen; dangerous ones are confirmed by typing a word.
public struct Dialog: Sendable {
  public enum Outcome: Equatable, Sendable {
    case none
    case chosen(Int)
    case cancelled
  }

  public var question: String
  public var choices: [String]
  /// The word to type before a choice other than the first is taken; nil asks for none.
  public var confirmation: String?
  public private(set) var selected = 0
  private var input = TextInput()

  /// Makes a question; the first choice is the safe one and the one that Enter takes.
  public init(question: String, choices: [String], confirmation: String? = nil) {
    self.question = question
    self.choices = choices
    self.confirmation = confirmation
  }

  /// True while letters are text: to be passed on in the screen's own `wantsText`.
  public var wantsText: Bool { confirmation != nil }

  public mutating func handle(_ input: WidgetInput) -> Outcome {
    switch input {
    case .navigate(.back): return .cancelled
    case .navigate(.accept): return accept()
    case .navigate(.left), .navigate(.down): select(min(selected + 1, choices.count - 1))
    case .navigate(.right), .navigate(.up): select(max(selected - 1, 0))
    case .navigate(.next): select(selected + 1)
    case .navigate(.previous): select(selected - 1)
    default: if confirmation != nil { write(input) }
    }
    return .none
  }

  /// Whoever has typed the word means what it confirms: Enter takes that from here on.
  private mutating func write(_ input: WidgetInput) {
    self.input.handle(input)
    guard choices.count > 1 else { return }
    if isConfirmed { selected = max(selected, 1) } else if selected > 0 { selected = 0 }
  }

  private func accept() -> Outcome {
    guard choices.indices.contains(selected) else { return .cancelled }
    return selected == 0 || isConfirmed ? .chosen(selected) : .none
  }

  /// True when the word to type, if any, has been typed.
  public var isConfirmed: Bool { confirmation.map { $0 == input.text } ?? true }

  private mutating func select(_ index: Int) {
    guard !choices.isEmpty else { return }
    selected = (index + choices.count) % choices.count
  }

  public func view(in frame: inout Frame, phrases: WidgetPhrases) {
    let width = min(frame.size.columns, max(30, min(60, frame.size.columns - 8)))
    let inner = max(1, width - 4)
    var lines = frame.wrapped(question, to: inner)
    if let confirmation {
      lines += [""] + frame.wrapped(phrases.typeToConfirm(confirmation), to: inner)
    }
    let extra = confirmation == nil ? 4 : 6
    let area = frame.centred(rows: lines.count + extra, columns: width)
    frame.fill(area)
    frame.box(area)
    frame.draw(in: area.inset(by: 1, columns: 2)) { part in
      for (row, line) in lines.enumerated() {
        part.write(line, at: Point(row: row, column: 0), tone: .strong)
      }
      if confirmation != nil {
        let field = Rect(
          row: part.size.rows - 3, column: 0, rows: 1, columns: part.size.columns)
        input.view(in: &part, at: field, isFocused: true)
      }
      drawChoices(in: &part)
    }
  }

  private func drawChoices(in part: inout Frame) {
    let row = part.size.rows - 1
    var column = 0
    for (index, choice) in choices.enumerated() {
      let isOpen = index == 0 || isConfirmed
      let tone: Tone =
        index == selected ? (isOpen ? .selected : .selectedDimmed) : (isOpen ? .body : .dimmed)
      let label = index == selected ? "‹ \(choice) ›" : "  \(choice)  "
      column += part.write(label, at: Point(row: row, column: column), tone: tone) + 1
    }
  }
}

extension Frame {
  /// A rectangle in the middle of the frame, never larger than it.
  public func centred(rows: Int, columns: Int) -> Rect {
    let (height, width) = (min(rows, size.rows), min(columns, size.columns))
    return Rect(
      row: (size.rows - height) / 2, column: (size.columns - width) / 2, rows: height,
      columns: width)
  }
}

extension Rect {
  /// The rectangle without its border and margin.
  public func inset(by rows: Int, columns: Int) -> Rect {
    Rect(
      row: origin.row + rows, column: origin.column + columns, rows: size.rows - 2 * rows,
      columns: size.columns - 2 * columns)
  }
}
