import Persian

/// One line of text being typed, with a caret that moves as the text is seen.
public struct TextInput: Sendable {
  public private(set) var text: String
  /// Longest text in scalars; what is typed beyond it is dropped.
  public let limit: Int
  /// True for passwords: every letter shows as a dot.
  public let isMasked: Bool
  /// The base direction: `ltr` for codes and addresses.
  public let direction: Frame.Direction
  private var caret: Caret

  public init(
    _ text: String = "", limit: Int = 500, isMasked: Bool = false,
    direction: Frame.Direction = .rtl
  ) {
    self.text = text
    self.limit = limit
    self.isMasked = isMasked
    self.direction = isMasked ? .ltr : direction
    caret = Caret(place: text.unicodeScalars.count, affinity: .previous)
  }

  /// The scalars before the caret.
  public var place: Int { caret.place }

  public mutating func set(_ text: String) {
    self.text = text
    caret = Caret(place: text.unicodeScalars.count, affinity: .previous)
  }

  /// Types, deletes or moves; false when the input is nothing to a line of text.
  @discardableResult
  public mutating func handle(_ input: WidgetInput) -> Bool {
    switch input {
    case .text(let typed): insert(typed.line)
    case .navigate(.backspace): remove(line.deletion(before: caret))
    case .navigate(.delete): remove(line.deletion(after: caret))
    case .navigate(.clear): set("")
    case .navigate(.left): caret = line.left(of: caret) ?? caret
    case .navigate(.right): caret = line.right(of: caret) ?? caret
    case .navigate(.wordLeft): caret = line.wordLeft(of: caret) ?? caret
    case .navigate(.wordRight): caret = line.wordRight(of: caret) ?? caret
    case .navigate(.home): caret = line.home
    case .navigate(.end): caret = line.end
    default: return false
    }
    return true
  }

  private var options: LayoutOptions { direction == .ltr ? .ltr : .rtl }

  /// What is seen: dots for a password, one for each letter of the text.
  private var shown: String {
    isMasked ? String(repeating: "•", count: text.unicodeScalars.count) : text
  }

  private var line: CaretLine { CaretLine(TextLayout(shown, options)) }

  private mutating func insert(_ piece: String) {
    let room = max(0, limit - text.unicodeScalars.count)
    let scalars = piece.unicodeScalars.prefix(room)
    replace(caret.place..<caret.place, with: scalars)
    // The caret clings to what was typed: there the next letter will stand.
    caret = Caret(place: caret.place + scalars.count, affinity: .previous)
  }

  private mutating func remove(_ range: Range<Int>?) {
    guard let range else { return }
    replace(range, with: "".unicodeScalars.prefix(0))
    caret = Caret(
      place: range.lowerBound, affinity: range.lowerBound == 0 ? .next : .previous)
  }

  private mutating func replace(_ range: Range<Int>, with piece: Substring.UnicodeScalarView) {
    var scalars = Array(text.unicodeScalars)
    scalars.replaceSubrange(range, with: piece)
    text = String(String.UnicodeScalarView(scalars))
  }

  /// Draws the text, scrolled so that the caret is in sight.
  public func view(in frame: inout Frame, at area: Rect, isFocused: Bool) {
    let tone: Tone = isFocused ? .inputFocused : .input
    frame.fill(area, tone)
    let width = area.size.columns
    guard isFocused else {
      frame.write(
        shown, at: area.origin, width: width, tone: tone, direction: direction,
        align: direction == .ltr ? .trailing : .leading)
      return
    }
    let line = line
    // Columns from the leading edge of the field; a left-to-right line begins at its other end.
    let isRightToLeft = direction != .ltr
    let cell = line.leadingCell(of: caret)
    let start = max(0, cell - width + 1)
    frame.draw(in: area) { part in
      if isRightToLeft {
        part.write(shown, at: Point(row: 0, column: -start), tone: tone)
        part.cursor = Point(row: 0, column: cell - start)
      } else {
        part.write(
          shown, at: Point(row: 0, column: width - line.width + start), width: line.width,
          tone: tone, direction: .ltr)
        part.cursor = Point(row: 0, column: width - 1 - (cell - start))
      }
    }
  }
}
