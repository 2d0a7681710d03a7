public import TerminalKit
public import UseCases

/// The first screen of somebody whose key opened the door: the roles of one user name and no other
/// way in.
public struct SessionScreen: Screen {
  public typealias Environment = Portal
  public enum Reply: Sendable { case found(Result<[Actor], Failure>) }

  public static let name = "session"
  public let title = Phrases.Door.title
  private let username: String
  private var actors: [Actor] = []
  private var menu = MenuTree([])
  private var failure: String?
  /// A single role is entered without a question, once.
  private var hasEntered = false

  public init(_ username: String) { self.username = username }

  public func start() -> Effect<Portal, Reply> { load }

  private var load: Effect<Portal, Reply> {
    .run { [username] portal in .found(portal.actors(named: username)) }
  }

  public mutating func update(_ event: Event<NoCommands, Reply>) -> Effect<Portal, Reply> {
    switch event {
    case .reply(.found(let result)): return take(result)
    case .stale: return load
    default: break
    }
    guard let input = event.input else { return .none }
    if case .chosen(let id) = menu.handle(input), let index = Int(id) {
      return .open(EnterScreen(actors[index]))
    }
    return input == .navigate(.back) ? .close : .none
  }

  private mutating func take(_ result: Result<[Actor], Failure>) -> Effect<Portal, Reply> {
    switch result {
    case .failure(let problem):
      failure = problem.sentence
      actors = []
    case .success(let found):
      failure = found.isEmpty ? Phrases.Door.noAccount(username) : nil
      actors = found
    }
    menu = MenuTree(
      actors.enumerated().map { index, actor in
        MenuTree.Item(String(index), title: "\(actor.role.name) — \(actor.unitName)")
      })
    guard !hasEntered, actors.count == 1 else { return .none }
    hasEntered = true
    return .open(EnterScreen(actors[0]))
  }

  public func view(in frame: inout Frame) {
    let columns = max(0, frame.size.columns - 4)
    frame.write(
      failure ?? Phrases.Door.choose(username), at: Point(row: 1, column: 2), width: columns,
      tone: failure == nil ? .heading : .complaint)
    menu.view(
      in: &frame, at: Rect(row: 3, column: 4, rows: max(0, frame.size.rows - 3), columns: columns),
      isFocused: true)
  }
}
