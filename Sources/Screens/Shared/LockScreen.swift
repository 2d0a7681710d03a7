import Persian
public import TerminalKit
public import UseCases

/// What stands over everything once no key has come for a while: the password opens it again, and what
/// was typed below is as it was.
public struct LockScreen: Screen {
  public typealias Environment = Portal
  public enum Reply: Sendable { case opened(Result<Void, Failure>) }

  public static let name = "lock"
  public let title = Phrases.Lock.title
  public var wantsText: Bool { true }
  public var isSealed: Bool { true }
  public let shownKeys = [Navigation.accept]
  public func saying(of key: Navigation) -> String? { key == .accept ? Phrases.Lock.open : nil }
  private var password = LockScreen.emptyInput
  private var failure: Failure?

  private static var emptyInput: TextInput { TextInput("", limit: 128, isMasked: true) }

  public init() {}

  public mutating func update(_ event: Event<NoCommands, Reply>) -> Effect<Portal, Reply> {
    switch event {
    case .reply(.opened(.success)): return .close
    case .reply(.opened(.failure(let problem))):
      failure = problem
      password = Self.emptyInput
      return .none
    default: break
    }
    guard let input = event.input else { return .none }
    switch input {
    case .navigate(.accept):
      let typed = password.text
      guard !typed.isEmpty else { return .none }
      return .run { portal in .opened(portal.unlock(password: typed)) }
    default: _ = password.handle(input)
    }
    return .none
  }

  public func view(in frame: inout Frame) {
    let width = min(64, frame.size.columns)
    let lines = frame.wrapped(Phrases.Lock.why, to: max(1, width - 4))
    let said = failure.map { frame.wrapped($0.sentence, to: max(1, width - 4)) } ?? []
    let area = frame.centred(rows: lines.count + said.count + 5, columns: width)
    frame.box(area)
    let inner = area.inset(by: 1, columns: 2)
    for (row, line) in lines.enumerated() {
      frame.write(
        line, at: Point(row: inner.origin.row + row, column: inner.origin.column),
        width: inner.size.columns, tone: .body)
    }
    password.view(
      in: &frame,
      at: Rect(
        row: inner.origin.row + lines.count + 1, column: inner.origin.column, rows: 1,
        columns: inner.size.columns),
      isFocused: true)
    for (row, line) in said.enumerated() {
      frame.write(
        line,
        at: Point(row: inner.origin.row + lines.count + 2 + row, column: inner.origin.column),
        width: inner.size.columns, tone: .complaint)
    }
  }
}
