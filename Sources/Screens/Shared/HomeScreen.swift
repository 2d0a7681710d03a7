import Store
import TerminalKit
import Training
import UseCases

/// Home after login: the notice board and the menu of the role at the leading side, the desk beside.
struct HomeScreen: Screen {
  typealias Environment = Portal
  enum Command: String, CommandSet {
    case logOut = "log-out"
    var help: String { Phrases.logOut }
  }
  enum Reply: Sendable {
    case board(Result<Board, Failure>)
    case star(Result<Bool, Failure>)
    /// Forms that were left half filled before.
    case drafts([String])
  }

  /// What is read for the page.
  struct Board: Sendable {
    var work: [WorkBoard.Line]
    var notices: [AnnouncementLine]
  }

  /// Tab goes through the parts, beginning at the menu.
  private enum Part: Int, CaseIterable { case menu, work, notices }

  static let name = "home"
  var helpPage: String { role.section == .oversight ? Catalog.oversightHome : Self.name }
  var system: String? { role.section?.system }
  let title: String
  private let role: Role
  private let items: [PortalMenu.Item]
  private var boardItems: [PortalMenu.Item]
  private var menu: MenuTree
  private var notices: MenuTree
  private var announcements: [AnnouncementLine] = []
  private var work = WorkBoard()
  private var focus = Part.menu

  init(_ actor: Actor) {
    title = actor.role.name
    role = actor.role
    items = PortalMenu.items(for: actor.role)
    boardItems = PortalMenu.boardItems(for: actor.role)
    menu = MenuTree(
      items.enumerated().map { MenuTree.Item(String($0), title: $1.title, tone: $1.tone) })
    notices = MenuTree([])
    notices.items = noticeItems
  }

  func start() -> Effect<Portal, Reply> {
    .all([load, .run { portal in .drafts(portal.waitingDrafts) }])
  }

  private var load: Effect<Portal, Reply> {
    let board = Effect<Portal, Reply>.run { portal in
      .board(
        portal.read { records, context in
          Board(
            work: try WorkBoard.load(records, context),
            notices: try records.announcements(
              in: context.actor.announcementReach, on: context.today, limit: 20))
        })
    }
    guard role == .learner else { return board }
    return .all([
      board, .run { portal in .star(portal.read { try CompetencyCards.isStarred($0, $1) }) },
    ])
  }

  /// What stands on the notice board: the portal's own items, then what offices have hung there.
  private var noticeItems: [MenuTree.Item] {
    let own = boardItems.enumerated().map { index, item in
      MenuTree.Item("item \(index)", title: item.title, tone: item.tone)
    }
    let hung = announcements.enumerated().map { index, line in
      MenuTree.Item(
        "notice \(index)",
        title: (line.mark.isEmpty ? "" : "\(line.mark) ") + line.announcement.title,
        tone: line.announcement.isStarred ? .starred : line.isRead ? .body : .strong)
    }
    let starred = boardItems.count { $0.tone == .starred }
    return Array(own.prefix(starred)) + hung + Array(own.dropFirst(starred))
  }

  mutating func update(_ event: Event<Command, Reply>) -> Effect<Portal, Reply> {
    switch event {
    case .command(.logOut): return .open(LogOutScreen())
    case .reply(.board(let result)):
      let board = (try? result.get()) ?? Board(work: [], notices: [])
      work.replace(board.work)
      announcements = board.notices
      notices.items = noticeItems
      if focus == .work, !work.hasItems { focus = .menu }
      return .none
    case .reply(.drafts(let titles)):
      return titles.isEmpty ? .none : .notice(Phrases.Lock.waiting(titles), .warning)
    case .reply(.star(let result)):
      // The red star stands only where the programme is compulsory (S1-3c, S1-1h).
      boardItems = PortalMenu.boardItems(
        for: role, isStarred: (try? result.get()) ?? false)
      notices.items = noticeItems
      return .none
    case .stale, .navigate(.refresh): return load
    case .navigate(.next): return turn(by: 1)
    case .navigate(.previous): return turn(by: -1)
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
    switch focus {
    case .menu: return inMenu(input)
    case .work: return onBoard(input)
    case .notices: return onNotices(input)
    }
  }

  private mutating func turn(by step: Int) -> Effect<Portal, Reply> {
    let parts = Part.allCases.filter { part in
      switch part {
      case .menu: true
      case .work: work.hasItems
      case .notices: !notices.items.isEmpty
      }
    }
    let place = parts.firstIndex(of: focus) ?? 0
    focus = parts[(place + step + parts.count) % parts.count]
    return .none
  }

  private mutating func inMenu(_ input: WidgetInput) -> Effect<Portal, Reply> {
    switch menu.handle(input) {
    case .chosen(let id):
      guard let index = Int(id), items.indices.contains(index) else { return .none }
      return items[index].step.widened()
    case .ignored:
      if input == .navigate(.left), work.hasItems { focus = .work }
      return .none
    case .handled, .refused: return .none
    }
  }

  private mutating func onBoard(_ input: WidgetInput) -> Effect<Portal, Reply> {
    guard case .navigate(let navigation) = input else { return .none }
    if navigation == .right { focus = .menu }
    guard navigation == .accept, let line = work.current else {
      _ = work.move(navigation)
      return .none
    }
    switch line {
    case .session(let line, _):
      return PortalMenu.step(to: line.session, for: role).widened()
    case .deadline(let item, _): return RecordDoor.step(to: item.link, for: role).widened()
    case .waiting(_, _, let step): return step.widened()
    case .more: return .open(ListScreen(RadarList(role, .own)))
    case .heading, .remark: return .none
    }
  }

  private mutating func onNotices(_ input: WidgetInput) -> Effect<Portal, Reply> {
    switch notices.handle(input) {
    case .chosen(let id):
      let parts = id.split(separator: " ")
      guard parts.count == 2, let index = Int(parts[1]) else { return .none }
      if parts[0] == "item" {
        return boardItems.indices.contains(index) ? boardItems[index].step.widened() : .none
      }
      guard announcements.indices.contains(index) else { return .none }
      return .open(AnnouncementScreen(announcements[index].announcement.id))
    case .ignored:
      if input == .navigate(.left), work.hasItems { focus = .work }
      return .none
    case .handled, .refused: return .none
    }
  }

  func view(in frame: inout Frame) {
    let size = frame.size
    // Wide terminals have the board and the menu side by side, others one above the other.
    let isWide = size.columns >= 140
    let side = isWide ? 40 : min(34, size.columns / 2)
    let boardRows = isWide ? size.rows : min(notices.items.count + 1, max(3, size.rows / 3))
    frame.write(
      Phrases.noticeBoard, at: Point(row: 0, column: 1), width: side - 1, tone: .heading)
    notices.view(
      in: &frame, at: Rect(row: 1, column: 0, rows: boardRows - 1, columns: side),
      isFocused: focus == .notices, showsIdleCursor: false)
    var start = side
    if isWide {
      frame.verticalLine(at: Point(row: 0, column: start), rows: size.rows)
      start += 1
      menu.view(
        in: &frame, at: Rect(row: 0, column: start, rows: size.rows, columns: side),
        isFocused: focus == .menu)
      start += side
    } else {
      frame.horizontalLine(at: Point(row: boardRows, column: 0), columns: side)
      menu.view(
        in: &frame,
        at: Rect(row: boardRows + 1, column: 0, rows: size.rows - boardRows - 1, columns: side),
        isFocused: focus == .menu)
    }
    frame.verticalLine(at: Point(row: 0, column: start), rows: size.rows)
    start += 2
    let width = max(0, size.columns - start)
    frame.write(Phrases.Home.work, at: Point(row: 0, column: start), width: width, tone: .heading)
    if work.isEmpty {
      frame.write(
        Phrases.Home.nothing, at: Point(row: 2, column: start), width: width, tone: .dimmed)
    }
    work.view(
      in: &frame, at: Rect(row: 1, column: start, rows: max(0, size.rows - 1), columns: width),
      isFocused: focus == .work, showsMarks: role != .learner)
  }
}
