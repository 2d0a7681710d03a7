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

  static let name = "home"
  let title: String
  private let items: [PortalMenu.Item]
  private var menu: MenuTree

  init(_ actor: Actor) {
    title = actor.role.name
    items = PortalMenu.items(for: actor.role)
    menu = MenuTree(
      items.enumerated().map { MenuTree.Item(String($0), title: $1.title) })
  }

  mutating func update(_ event: Event<Command, Never>) -> Effect<Portal, Never> {
    if case .command(.logOut) = event { return .open(LogOutScreen()) }
    guard let input = event.input else { return .none }
    if case .chosen(let id) = menu.handle(input), let index = Int(id) { return items[index].step }
    // Leaving home is leaving the account; one slip of Esc must not do it.
    if input == .navigate(.back) {
      return .open(
        AskScreen(Phrases.logOutQuestion, yes: Phrases.logOut) { _, _ in
          .success(.open(LogOutScreen()))
        })
    }
    return .none
  }

  func view(in frame: inout Frame) {
    let menuColumns = min(34, frame.size.columns / 2)
    menu.view(
      in: &frame, at: Rect(row: 0, column: 0, rows: frame.size.rows, columns: menuColumns),
      isFocused: true)
    frame.verticalLine(at: Point(row: 0, column: menuColumns), rows: frame.size.rows)
    let board = menuColumns + 2
    frame.write(
      Phrases.noticeBoard, at: Point(row: 0, column: board),
      width: max(0, frame.size.columns - board), tone: .heading)
    frame.write(
      Phrases.noNotices, at: Point(row: 2, column: board),
      width: max(0, frame.size.columns - board), tone: .dimmed)
  }
}
