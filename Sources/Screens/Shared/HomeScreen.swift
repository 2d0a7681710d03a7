import Store
import TerminalKit
import Training
import UseCases

/// Home after login: the menu of the role at the leading side, the notice board beside it.
struct HomeScreen: Screen {
  typealias Environment = Portal
  enum Command: String, CommandSet {
    case logOut = "log-out"
    var help: String { Phrases.logOut }
  }
  enum Reply: Sendable {
    case board(Result<[AgendaBoard.Line], Failure>)
    case star(Result<Bool, Failure>)
  }

  static let name = "home"
  let title: String
  private let role: Role
  private var items: [PortalMenu.Item]
  private var menu: MenuTree
  private var board = AgendaBoard()
  /// Tab goes from the menu to the board and back.
  private var isOnBoard = false

  init(_ actor: Actor) {
    title = actor.role.name
    role = actor.role
    items = PortalMenu.items(for: actor.role)
    menu = Self.menu(items)
  }

  private static func menu(_ items: [PortalMenu.Item]) -> MenuTree {
    MenuTree(
      items.enumerated().map { MenuTree.Item(String($0), title: $1.title, tone: $1.tone) })
  }

  func start() -> Effect<Portal, Reply> { load }

  private var load: Effect<Portal, Reply> {
    let board = Effect<Portal, Reply>.run { portal in
      .board(portal.read { try AgendaBoard.load($0, $1) })
    }
    guard role == .learner else { return board }
    return .all([
      board, .run { portal in .star(portal.read { try CompetencyCards.isStarred($0, $1) }) },
    ])
  }

  mutating func update(_ event: Event<Command, Reply>) -> Effect<Portal, Reply> {
    switch event {
    case .command(.logOut): return .open(LogOutScreen())
    case .reply(.board(let result)):
      board.replace((try? result.get()) ?? [])
      if !board.hasSessions { isOnBoard = false }
      return .none
    case .reply(.star(let result)):
      showStar((try? result.get()) ?? false)
      return .none
    case .stale, .navigate(.refresh): return load
    case .navigate(.next), .navigate(.previous):
      isOnBoard = !isOnBoard && board.hasSessions
      return .none
    default: break
    }
    guard let input = event.input else { return .none }
    // Leaving home is leaving the account; one slip of Esc must not do it.
    if input == .navigate(.back) {
      return .open(
        AskScreen(Phrases.logOutQuestion, yes: Phrases.logOut) { _, _ in
          .success(.open(LogOutScreen()))
        })
    }
    if isOnBoard, case .navigate(let navigation) = input {
      if navigation == .accept { return openSession.widened() }
      if navigation == .right { isOnBoard = false }
      _ = board.move(navigation)
      return .none
    }
    switch menu.handle(input) {
    case .chosen(let id):
      guard let index = Int(id), items.indices.contains(index) else { return .none }
      return items[index].step.widened()
    case .ignored:
      if input == .navigate(.left) { isOnBoard = board.hasSessions }
      return .none
    case .handled, .refused: return .none
    }
  }

  /// The red star stands only where the programme is compulsory (S1-3c, S1-1h).
  private mutating func showStar(_ isStarred: Bool) {
    let kept = menu.current
    items = PortalMenu.items(for: role, isStarred: isStarred)
    menu = Self.menu(items)
    if let kept { menu.select(kept) }
  }

  /// Enter on a session of the board.
  private var openSession: Step {
    guard let line = board.current else { return .none }
    return PortalMenu.step(to: line.session, for: role)
  }

  func view(in frame: inout Frame) {
    let size = frame.size
    let menuColumns = min(34, size.columns / 2)
    menu.view(
      in: &frame, at: Rect(row: 0, column: 0, rows: size.rows, columns: menuColumns),
      isFocused: !isOnBoard)
    frame.verticalLine(at: Point(row: 0, column: menuColumns), rows: size.rows)
    let start = menuColumns + 2
    let width = max(0, size.columns - start)
    frame.write(
      Phrases.noticeBoard, at: Point(row: 0, column: start), width: width, tone: .heading)
    if board.isEmpty {
      frame.write(
        Phrases.noNotices, at: Point(row: 2, column: start), width: width, tone: .dimmed)
    }
    board.view(
      in: &frame,
      at: Rect(row: 2, column: start, rows: max(0, size.rows - 2), columns: width),
      isFocused: isOnBoard, showsMarks: role != .learner)
  }
}
