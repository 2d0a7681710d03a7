import Synchronization

/// How screens ask something of the terminal itself: another encoding, other colours.
///
/// Part of the environment of screens; the program looks at it after every event.
public final class TerminalControl: Sendable {
  private struct State {
    var wishes: [Wish] = []
    var verdict: TerminalVerdict?
  }

  enum Wish: Equatable, Sendable {
    case order(TerminalEncoding.Order)
    case theme(Theme)
    case suspend
  }

  private let state = Mutex(State())

  public init() {}

  /// What the terminal is; nil until it has said so.
  public var verdict: TerminalVerdict? { state.withLock { $0.verdict } }

  /// Sends text in another way from the next picture on.
  public func use(_ order: TerminalEncoding.Order) { wish(.order(order)) }

  /// Changes the colours from the next picture on.
  public func use(_ theme: Theme) { wish(.theme(theme)) }

  /// Stops the program until the shell calls it back.
  public func suspend() { wish(.suspend) }

  private func wish(_ wish: Wish) { state.withLock { $0.wishes.append(wish) } }

  func note(_ verdict: TerminalVerdict) { state.withLock { $0.verdict = verdict } }

  func takeWishes() -> [Wish] {
    state.withLock {
      let wishes = $0.wishes
      $0.wishes = []
      return wishes
    }
  }
}
