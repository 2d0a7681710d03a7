public import TerminalKit
public import UseCases

/// Reads what a screen needs and goes on to it, or says why it cannot be seen.
public struct OpenScreen: Screen {
  public typealias Environment = Portal
  public enum Reply: Sendable { case read(Result<Step, Failure>) }
  /// What is read, and where it leads.
  public typealias Work = @Sendable (Portal) -> Result<Step, Failure>

  public static let name = "open"
  public let title = ""
  public var isOverlay: Bool { true }
  private let work: Work

  public init(_ work: @escaping Work) { self.work = work }

  public func start() -> Effect<Portal, Reply> { .run { [work] in .read(work($0)) } }

  public mutating func update(_ event: Event<NoCommands, Reply>) -> Effect<Portal, Reply> {
    switch event {
    case .reply(.read(.success(let step))): .all([.close, step.widened()])
    case .reply(.read(.failure(let failure))): .replace(WhyScreen(failure))
    case .navigate(.back): .close
    default: .none
    }
  }

  public func view(in frame: inout Frame) {}
}
