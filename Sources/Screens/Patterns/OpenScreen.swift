public import TerminalKit
public import UseCases

/// Does or reads what a screen needs and goes on to it, or says why it cannot be seen.
public struct OpenScreen: Screen {
  public typealias Environment = Portal
  public enum Reply: Sendable { case read(WritingTurn<Result<Step, Failure>>.Outcome) }
  /// What is done or read, and where it leads.
  public typealias Work = @Sendable (Portal) -> Result<Step, Failure>

  public static let name = "open"
  public let title = ""
  public var isOverlay: Bool { true }
  private let work: Work
  private var turn = WritingTurn<Result<Step, Failure>>()

  public init(_ work: @escaping Work) { self.work = work }

  public func start() -> Effect<Portal, Reply> { turn.begin(Reply.read, work) }

  public mutating func update(_ event: Event<NoCommands, Reply>) -> Effect<Portal, Reply> {
    switch event {
    case .reply(.read(let outcome)):
      if let waiting = turn.wait(for: outcome, Reply.read) { return waiting }
      switch outcome.answer {
      case .success(let step): return .all([.close, step.widened()])
      case .failure(let failure): return .replace(WhyScreen(failure))
      }
    case .navigate, .text, .click:
      return turn.isWaiting ? .notice(Phrases.waitsForTurn, .warning) : .none
    default: return .none
    }
  }

  public func view(in frame: inout Frame) {}
}
