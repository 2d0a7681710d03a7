import Store
public import TerminalKit
public import Training
public import UseCases

/// Reads what a list has to print, and gives its place to the sheets.
public struct SheetLoader: Screen {
  public typealias Environment = Portal
  public enum Reply: Sendable { case loaded(Result<[Sheet], Failure>) }

  public static let name = "sheet-loader"
  public let title: String
  let load: @Sendable (Portal) -> Result<[Sheet], Failure>
  private var failure: Failure?

  /// The sheets are read within the scope of whoever is signed in.
  init(
    _ title: String,
    _ load: @escaping @Sendable (borrowing Reading, Context) throws -> [Sheet]
  ) {
    self.title = title
    self.load = { portal in portal.read { try load($0, $1) } }
  }

  public func start() -> Effect<Portal, Reply> { .run { [load] in .loaded(load($0)) } }

  public mutating func update(_ event: Event<NoCommands, Reply>) -> Effect<Portal, Reply> {
    switch event {
    case .reply(.loaded(.success(let sheets))): return .replace(SheetScreen(sheets))
    case .reply(.loaded(.failure(let problem))):
      failure = problem
      return .none
    case .navigate(.back): return .close
    default: return .none
    }
  }

  public func view(in frame: inout Frame) {
    guard let failure else { return }
    frame.write(failure)
  }
}
