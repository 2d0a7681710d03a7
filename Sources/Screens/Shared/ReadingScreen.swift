import Persian
public import TerminalKit
public import UseCases

/// Asks which of some lines reads right, once for each kind of terminal that does not say how it
/// shows right-to-left text.
public struct ReadingScreen: Screen {
  public typealias Environment = Portal
  public static let name = "reading"
  public let title = Phrases.Reading.title
  private static let orders = TerminalEncoding.Order.allCases
  private let control: TerminalControl
  private let remember: @Sendable (TerminalEncoding.Order) -> Void
  private var selected: Int

  /// A card for a terminal.
  ///
  /// - Parameters:
  ///   - guess: The way of sending that is in use until somebody answers.
  ///   - control: How the answer is put to use.
  ///   - remember: Keeps the answer for the next time.
  public init(
    guess: TerminalEncoding.Order, control: TerminalControl,
    remember: @escaping @Sendable (TerminalEncoding.Order) -> Void
  ) {
    self.control = control
    self.remember = remember
    selected = Self.orders.firstIndex(of: guess) ?? 0
  }

  public mutating func update(_ event: Event<NoCommands, Never>) -> Effect<Portal, Never> {
    switch event {
    case .navigate(.down): selected = min(selected + 1, Self.orders.count - 1)
    case .navigate(.up): selected = max(selected - 1, 0)
    case .navigate(.accept): return choose(selected)
    case .navigate(.back): return .close
    case .text(let typed):
      let number = typed.scalars.first.flatMap(Unicode.Scalar.init).flatMap(Digits.value)
      if let number, (1...Self.orders.count).contains(number) { return choose(number - 1) }
    case .click(let point):
      let row = (point.row - Self.firstRow) / 2
      if point.row >= Self.firstRow, row < Self.orders.count { return choose(row) }
    case .navigate, .command, .reply, .progress, .stale: break
    }
    return .none
  }

  private func choose(_ index: Int) -> Effect<Portal, Never> {
    control.use(Self.orders[index])
    remember(Self.orders[index])
    return .close
  }

  private static let firstRow = 4

  public func view(in frame: inout Frame) {
    let width = max(0, frame.size.columns - 4)
    frame.write(
      Phrases.Reading.question, at: Point(row: 0, column: 2), width: width, tone: .heading)
    // In Latin letters too: the question itself may be what cannot be read.
    frame.write(
      Phrases.Reading.questionInEnglish, at: Point(row: 1, column: 2), width: width,
      direction: .ltr)
    frame.write(Phrases.Reading.sample, at: Point(row: 2, column: 2), width: width, tone: .dimmed)
    for (index, order) in Self.orders.enumerated() {
      let row = Self.firstRow + index * 2
      guard row < frame.size.rows else { return }
      let tone: Tone = index == selected ? .selected : .body
      frame.fill(Rect(row: row, column: 0, rows: 1, columns: frame.size.columns), tone)
      frame.write("\(index + 1)", at: Point(row: row, column: 2), tone: tone, direction: .ltr)
      frame.write(Phrases.Reading.line, at: Point(row: row, column: 6), width: width, tone: tone)
      frame.encode(row: row, as: order)
    }
  }
}

/// Names the command that loads a font with Persian letters on the Linux console, in letters that
/// its own font has.
public struct FontScreen: Screen {
  public typealias Environment = Portal
  public static let name = "font"
  public let title = Phrases.Reading.noFontTitle

  public init() {}

  public mutating func update(_ event: Event<NoCommands, Never>) -> Effect<Portal, Never> {
    switch event {
    case .navigate(.accept), .navigate(.back): .close
    default: .none
    }
  }

  public func view(in frame: inout Frame) {
    for (row, line) in Phrases.Reading.noFont.enumerated() {
      frame.write(
        line, at: Point(row: 1 + row, column: 2), width: max(0, frame.size.columns - 4),
        tone: row == 2 ? .strong : .body, direction: .ltr, align: .trailing)
    }
  }
}
