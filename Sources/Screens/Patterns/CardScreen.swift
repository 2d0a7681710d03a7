public import Store
public import TerminalKit
public import UseCases

/// A rectangle of a card menu: where it leads, and what it says about it beforehand.
public struct Card: Sendable {
  let title: String
  let lines: [String]
  let tone: Tone
  let step: Step

  public init(_ title: String, lines: [String] = [], tone: Tone = .dimmed, step: Step) {
    self.title = title
    self.lines = lines
    self.tone = tone
    self.step = step
  }
}

/// What a page of rectangles is: where its cards come from, the first one first.
public protocol CardDescription: Sendable {
  /// Key of the help page.
  static var name: String { get }
  var title: String { get }
  /// The cards of whoever is signed in.
  func load(_ records: borrowing Reading, _ context: Context) throws -> [Card]
}

/// A menu of rectangles, in two columns from the leading side.
public struct CardScreen<Description: CardDescription>: Screen {
  public enum Reply: Sendable { case loaded(Result<[Card], Failure>) }

  public static var name: String { Description.name }
  public var title: String { description.title }

  let description: Description
  private var cards: [Card] = []
  private var current = 0
  private var failure: Failure?

  public init(_ description: Description) {
    self.description = description
  }

  public func start() -> Effect<Portal, Reply> { load }

  private var load: Effect<Portal, Reply> {
    .run { [description] portal in
      .loaded(portal.read { try description.load($0, $1) })
    }
  }

  public mutating func update(_ event: Event<NoCommands, Reply>) -> Effect<Portal, Reply> {
    switch event {
    case .reply(.loaded(.success(let cards))):
      self.cards = cards
      failure = nil
      current = max(0, min(current, cards.count - 1))
      return .none
    case .reply(.loaded(.failure(let problem))):
      failure = problem
      return .none
    case .stale, .navigate(.refresh): return load
    case .navigate(.back): return .close
    case .navigate(.accept), .navigate(.toggle):
      return cards.indices.contains(current) ? cards[current].step.widened() : .none
    case .navigate(.left), .navigate(.next): move(1)
    case .navigate(.right), .navigate(.previous): move(-1)
    case .navigate(.down): move(Self.columns)
    case .navigate(.up): move(-Self.columns)
    case .navigate(.home), .navigate(.first): current = 0
    case .navigate(.end), .navigate(.last): current = max(0, cards.count - 1)
    case .click(let point): return click(point)
    default: break
    }
    return .none
  }

  private static var columns: Int { 2 }
  /// Rows of a card with its frame.
  private static var height: Int { 5 }

  private mutating func move(_ step: Int) {
    if cards.indices.contains(current + step) { current += step }
  }

  private mutating func click(_ point: Point) -> Effect<Portal, Reply> {
    // The width is only known to the picture: a click takes the row, and the card under it by half.
    let row = point.row / Self.height
    let index = row * Self.columns + (point.column < 40 ? 0 : 1)
    guard cards.indices.contains(index) else { return .none }
    current = index
    return cards[index].step.widened()
  }

  public func view(in frame: inout Frame) {
    if let failure {
      frame.write(failure.sentence, at: Point(row: 1, column: 2), tone: .complaint)
      return
    }
    let size = frame.size
    let width = size.columns / Self.columns
    let rows = max(1, size.rows / Self.height)
    let top = max(0, current / Self.columns - rows + 1)
    for (index, card) in cards.enumerated() {
      let row = index / Self.columns - top
      guard row >= 0, row < rows else { continue }
      let area = Rect(
        row: row * Self.height, column: index % Self.columns * width, rows: Self.height,
        columns: max(4, width - 1))
      draw(card, isCurrent: index == current, at: area, in: &frame)
    }
  }

  private func draw(_ card: Card, isCurrent: Bool, at area: Rect, in frame: inout Frame) {
    frame.box(area, tone: isCurrent ? .key : .border)
    let inner = area.inset(by: 1, columns: 2)
    if isCurrent {
      frame.fill(
        Rect(
          row: inner.origin.row, column: area.origin.column + 1, rows: 1,
          columns: max(0, area.size.columns - 2)), .selected)
    }
    frame.write(
      card.title, at: inner.origin, width: inner.size.columns,
      tone: isCurrent ? .selected : .strong)
    let lines = card.lines.flatMap { frame.wrapped($0, to: max(1, inner.size.columns)) }
    for (row, line) in lines.prefix(inner.size.rows - 1).enumerated() {
      frame.write(
        line, at: Point(row: inner.origin.row + 1 + row, column: inner.origin.column),
        width: inner.size.columns, tone: card.tone)
    }
  }
}
