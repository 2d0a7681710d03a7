public import TerminalKit
public import UseCases

/// What a description may ask of the loop: opening, closing, saying; no work of its own.
public typealias Step = Effect<Portal, Never>

extension Effect where Reply == Never {
  /// The same effect for a screen with replies; a step has none, so nothing is lost.
  func widened<Other: Sendable>(to: Other.Type = Other.self) -> Effect<Environment, Other> {
    switch self {
    case .none, .run, .background: .none
    case .cancelWork: .cancelWork
    case .open(let screen): .open(screen)
    case .replace(let screen): .replace(screen)
    case .close: .close
    case .unwind: .unwind
    case .restart(let screen): .restart(screen)
    case .notice(let text, let tone): .notice(text, tone)
    case .quit: .quit
    case .all(let effects): .all(effects.map { $0.widened() })
    }
  }
}
