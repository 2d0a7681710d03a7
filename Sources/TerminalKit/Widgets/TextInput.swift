/// One line of text being typed, with a caret between its letters.
public struct TextInput: Sendable {
  public private(set) var text: String
  /// Longest text in scalars; what is typed beyond it is dropped.
  public var limit: Int
  /// True for passwords: every letter shows as a dot.
  public var isMasked: Bool
  /// Letters before the caret, in scalars of `text`.
  private(set) var offset: Int

  public init(_ text: String = "", limit: Int = 500, isMasked: Bool = false) {
    self.text = text
    self.limit = limit
    self.isMasked = isMasked
    offset = text.unicodeScalars.count
  }

  public mutating func set(_ text: String) {
    self.text = text
    offset = text.unicodeScalars.count
  }

  /// Types, deletes or moves; false when the input is nothing to a text.
  @discardableResult
  public mutating func handle(_ input: WidgetInput) -> Bool {
    switch input {
    case .text(let typed): insert(typed.line)
    case .navigate(.backspace):
      guard offset > 0 else { return true }
      replace(offset - 1..<offset, with: "")
    default: return false
    }
    return true
  }

  private mutating func insert(_ piece: String) {
    replace(offset..<offset, with: piece)
    offset += piece.unicodeScalars.count
  }

  private mutating func replace(_ range: Range<Int>, with piece: String) {
    var scalars = Array(text.unicodeScalars)
    scalars.replaceSubrange(range, with: piece.unicodeScalars)
    text = String(String.UnicodeScalarView(scalars))
    offset = min(offset, range.lowerBound)
  }

  public func view(in frame: inout Frame, at area: Rect, isFocused: Bool) {
    frame.fill(area, isFocused ? .inputFocused : .input)
    frame.write(
      text, at: area.origin, width: area.size.columns, tone: isFocused ? .inputFocused : .input)
    if isFocused {
      frame.cursor = Point(
        row: area.origin.row, column: area.origin.column + TextLayout.cells(in: text))
    }
  }
}
