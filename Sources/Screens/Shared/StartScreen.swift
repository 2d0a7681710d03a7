public import TerminalKit
public import Training
public import UseCases

/// The users a demonstration offers, shown on its login card.
public struct DemoCard: Sendable {
  public var users: [(section: PortalSection, username: String, title: String)]
  public var password: String

  public init(
    users: [(section: PortalSection, username: String, title: String)], password: String
  ) {
    self.users = users
    self.password = password
  }
}

/// The portal's sections (S0-1); each leads to its own login.
public struct StartScreen: Screen {
  public typealias Environment = Portal
  public enum Reply: Sendable { case warned([RecordsWarning]) }

  public static let name = "start"
  public let title = Phrases.startTitle
  private var menu: MenuTree
  private let demo: DemoCard?
  private let actor: Actor?

  /// The sections to log in at.
  ///
  /// - Parameters:
  ///   - demo: What the login card of a demonstration says.
  ///   - actor: Whoever is let in without a login, once, when a demonstration begins.
  public init(demo: DemoCard? = nil, entering actor: Actor? = nil) {
    self.demo = demo
    self.actor = actor
    menu = MenuTree(
      PortalSection.allCases.map { section in
        MenuTree.Item(section.rawValue, title: section.name, tone: .strong)
      } + [
        MenuTree.Item(
          Self.applicants, title: Phrases.Applicants.button, tone: .publicButton),
        MenuTree.Item(Self.staff, title: Phrases.Staff.button, tone: .publicButton),
      ])
  }

  /// The green public buttons, which need no account.
  private static let applicants = "applicants"
  private static let staff = "staff"

  public func start() -> Effect<Portal, Reply> {
    actor.map { .open(EnterScreen($0)) } ?? .run { portal in .warned(portal.warnings) }
  }

  public mutating func update(_ event: Event<NoCommands, Reply>) -> Effect<Portal, Reply> {
    if case .reply(.warned(let warnings)) = event, let first = warnings.first {
      return .notice(first.sentence, .warning)
    }
    guard let input = event.input else { return .none }
    switch menu.handle(input) {
    case .chosen(Self.applicants): return .open(ApplicantDoor())
    case .chosen(Self.staff): return .open(FormScreen(StaffRegistration()))
    case .chosen(let id):
      guard let section = PortalSection(rawValue: id) else { return .none }
      return .open(LoginScreen(section, demo: demo))
    case .refused(let reason): return .notice(reason, .warning)
    case .handled, .ignored: return .none
    }
  }

  public func view(in frame: inout Frame) {
    frame.write(
      Phrases.startPrompt, at: Point(row: 1, column: 2), width: frame.size.columns - 4,
      tone: .heading)
    menu.view(
      in: &frame,
      at: Rect(
        row: 3, column: 4, rows: frame.size.rows - 3, columns: max(0, frame.size.columns - 8)),
      isFocused: true)
  }
}

extension PortalSection {
  /// The oversight is another organisation's system; the others are parts of the one that the start
  /// screen names.
  var system: String? { self == .oversight ? name : nil }
}
