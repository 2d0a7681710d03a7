/// The «why?» panel: what was found, each with its reasons and remedy; scrolled as one text.
public struct FindingPanel: Sendable {
  /// One thing found.
  public struct Item: Equatable, Sendable {
    public var title: String
    /// Reason, numbers, clause, remedy: one each.
    public var lines: [String]
    public var tone: Tone

    public init(_ title: String, lines: [String] = [], tone: Tone = .bad) {
      self.title = title
      self.lines = lines
      self.tone = tone
    }
  }

  public enum Outcome: Equatable, Sendable {
    case handled
    case closed
  }

  private let title: String
  private var scroller: Scroller

  public init(_ title: String, items: [Item]) {
    self.title = title
    scroller = Scroller(
      items.enumerated().flatMap { index, item in
        (index == 0 ? [] : [Scroller.Paragraph("")])
          + [Scroller.Paragraph("\(FindingPanel.sign(item.tone)) \(item.title)", tone: item.tone)]
          + item.lines.map { Scroller.Paragraph($0, indent: 2) }
      })
  }

  /// A sign for terminals without colour.
  private static func sign(_ tone: Tone) -> String {
    switch tone {
    case .bad, .complaint: "✗"
    case .warning: "!"
    case .good: "✓"
    default: "•"
    }
  }

  public mutating func handle(_ input: WidgetInput) -> Outcome {
    if input == .navigate(.back) || input == .navigate(.accept) { return .closed }
    scroller.handle(input)
    return .handled
  }

  /// Draws a box in the middle of the frame, as high as its text where there is room.
  public func view(in frame: inout Frame) {
    let columns = min(frame.size.columns, max(30, min(72, frame.size.columns - 4)))
    let height = scroller.height(width: columns - 4) + 2
    let area = frame.centred(rows: height, columns: columns)
    frame.fill(area)
    frame.box(area, title: title)
    scroller.view(in: &frame, at: area.inset(by: 1, columns: 2))
  }
}
