import Persian

/// Text longer than its place: wrapped, scrolled by line, page and end.
public struct Scroller: Sendable {
  /// One paragraph of the text.
  public struct Paragraph: Equatable, Sendable {
    public var text: String
    public var tone: Tone
    /// Cells kept free at the leading edge.
    public var indent: Int

    public init(_ text: String, tone: Tone = .body, indent: Int = 0) {
      self.text = text
      self.tone = tone
      self.indent = indent
    }
  }

  public var paragraphs: [Paragraph]
  private var top = 0
  private let viewport = Viewport()

  public init(_ paragraphs: [Paragraph]) {
    self.paragraphs = paragraphs
  }

  public init(text: String) {
    self.init(
      text.split(separator: "\n", omittingEmptySubsequences: false).map { Paragraph(String($0)) })
  }

  /// Scrolls; false when the input is nothing to a scroller.
  @discardableResult
  public mutating func handle(_ input: WidgetInput) -> Bool {
    guard case .navigate(let navigation) = input else { return false }
    // The picture knows the last line that may stand first; a larger `top` means the end.
    let current = min(top, viewport.shown.leading)
    switch navigation {
    case .up: top = max(0, current - 1)
    case .down: top = current + 1
    case .pageUp: top = max(0, current - viewport.page)
    case .pageDown, .toggle: top = current + viewport.page
    case .home, .first: top = 0
    case .end, .last: top = .max
    default: return false
    }
    return true
  }

  public func view(in frame: inout Frame, at area: Rect) {
    let lines = wrapped(to: area.size.columns)
    let limit = max(0, lines.count - area.size.rows)
    _ = viewport.scroll(to: 0, of: 1, rows: area.size.rows)
    viewport.note(leading: limit, columns: area.size.columns)
    frame.draw(in: area) { part in
      for (row, line) in lines.dropFirst(min(top, limit)).prefix(area.size.rows).enumerated() {
        part.write(line.text, at: Point(row: row, column: line.indent), tone: line.tone)
      }
      guard limit > 0, part.size.columns > 2 else { return }
      let edge = part.size.columns - 1
      if top > 0 { part.put("↑", at: Point(row: 0, column: edge), tone: .dimmed) }
      if top < limit {
        part.put("↓", at: Point(row: part.size.rows - 1, column: edge), tone: .dimmed)
      }
    }
  }

  /// The number of lines the text takes at this width; work in proportion to the text.
  public func height(width: Int) -> Int { wrapped(to: width).count }

  private func wrapped(to width: Int) -> [Paragraph] {
    paragraphs.flatMap { paragraph in
      // One cell is kept for the sign of more text.
      lines(of: paragraph.text, width: max(1, width - paragraph.indent - 1))
        .map { Paragraph($0, tone: paragraph.tone, indent: paragraph.indent) }
    }
  }

  /// An empty paragraph is an empty line.
  private func lines(of text: String, width: Int) -> [String] {
    text.isEmpty ? [""] : text.wrapped(to: width)
  }
}
