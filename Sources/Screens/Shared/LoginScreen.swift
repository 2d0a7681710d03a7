import Persian
public import TerminalKit
public import Training
public import UseCases

/// The login of a section: user, password, and the security code of the box (S0-11, SM-0).
public struct LoginScreen: Screen {
  public typealias Environment = Portal
  public enum Reply: Sendable { case answered(Result<[Actor], Failure>) }

  struct Draft: Sendable {
    var username = ""
    var password = ""
    var code = ""
  }

  public static let name = "login"
  public var title: String { section.system == nil ? section.name : Phrases.logIn }
  public var system: String? { section.system }
  public var wantsText: Bool { form.wantsText }
  /// What the box shows now; scripts type it as `@code`.
  public private(set) var securityCode: SecurityCode

  private let section: PortalSection
  /// The password of the users of the sample; nil outside a demonstration.
  private let demo: String?
  /// Those users, more of them than a small terminal has rows.
  private var users: Scroller
  private var form: Form<Draft>
  private var complaint: String?
  /// Whether the code of the last attempt was right, so that only the password can be forgotten.
  private var codeMatched = false

  public init(_ section: PortalSection, demo: DemoCard? = nil) {
    self.section = section
    self.demo = demo?.password
    users = Scroller(
      (demo?.users ?? []).filter { $0.section == section }.map {
        let room = String(repeating: " ", count: max(1, 16 - $0.username.cellWidth))
        return Scroller.Paragraph("\u{2066}\($0.username)\u{2069}\(room)\($0.title)")
      })
    securityCode = SecurityCode(length: 5)
    form = Self.form(username: "")
  }

  private static func form(username: String) -> Form<Draft> {
    Form(
      Draft(username: username),
      fields: [
        .text(Phrases.username, \.username, direction: .ltr).required().wide(24),
        .password(Phrases.password, \.password).required().wide(24),
        .text(Phrases.securityCode, \.code, direction: .ltr).required().wide(12)
          .hinted(Phrases.securityCodeHint),
      ], phrases: .portal)
  }

  public mutating func update(_ event: Event<NoCommands, Reply>) -> Effect<Portal, Reply> {
    if case .reply(.answered(let answer)) = event { return take(answer) }
    guard let input = event.input else { return .none }
    // The form has three lines: the page keys belong to what stands under it.
    if demo != nil, input == .navigate(.pageUp) || input == .navigate(.pageDown) {
      users.handle(input)
      return .none
    }
    switch form.handle(input) {
    case .submitted:
      let (section, draft) = (section, form.draft)
      let codeMatches = securityCode.matches(draft.code)
      codeMatched = codeMatches
      return .run { portal in
        .answered(
          portal.logIn(
            section: section, username: draft.username, password: draft.password,
            securityCodeMatches: codeMatches))
      }
    case .cancelled: return .close
    case .ignored, .handled, .lookup: return .none
    }
  }

  private mutating func take(_ answer: Result<[Actor], Failure>) -> Effect<Portal, Reply> {
    switch answer {
    case .success(let actors) where actors.count == 1:
      return .replace(EnterScreen(actors[0]))
    case .success(let actors): return .replace(RoleScreen(actors))
    case .failure(let failure):
      complaint = failure.sentence
      // A code is good for one attempt only.
      securityCode = SecurityCode(length: securityCode.digits.count)
      form = Self.form(username: form.draft.username)
      form.focus(on: 1)
      return .none
    }
  }

  public func view(in frame: inout Frame) {
    let columns = max(0, frame.size.columns - 4)
    form.view(in: &frame, at: Rect(row: 1, column: 2, rows: 5, columns: columns))
    let box = Rect(row: 7, column: 2, rows: 3, columns: 17)
    frame.box(box)
    // One number, read from the left like every number, although its digits stand apart.
    frame.write(
      securityCode.shown, at: Point(row: 8, column: 3), width: 15, tone: .strong,
      direction: .ltr, align: .centre)
    if let complaint {
      frame.write(complaint, at: Point(row: 11, column: 2), width: columns, tone: .complaint)
      guard codeMatched else { return viewDemo(in: &frame, columns: columns) }
      for (row, line) in frame.wrapped(Phrases.wrongLoginHint, to: max(1, columns)).prefix(2)
        .enumerated()
      {
        frame.write(line, at: Point(row: 12 + row, column: 2), width: columns, tone: .dimmed)
      }
    } else {
      frame.write(Phrases.loginKeys, at: Point(row: 11, column: 2), width: columns, tone: .dimmed)
    }
    viewDemo(in: &frame, columns: columns)
  }

  private func viewDemo(in frame: inout Frame, columns: Int) {
    guard let demo else { return }
    let area = Rect(
      row: 15, column: 4, rows: max(0, frame.size.rows - 15), columns: max(0, columns - 2))
    let card = Phrases.demoCard(
      demo, users: users.paragraphs.count > area.size.rows ? users.paragraphs.count : nil)
    frame.write(card, at: Point(row: 14, column: 2), width: columns, tone: .heading)
    users.view(in: &frame, at: area)
  }
}

/// Signs an account in and shows its home, or first has its given password changed.
struct EnterScreen: Screen {
  typealias Environment = Portal
  enum Reply: Sendable { case signedIn }
  static let name = "enter"
  let title = ""
  let actor: Actor

  init(_ actor: Actor) { self.actor = actor }

  func start() -> Effect<Portal, Reply> {
    .run { [actor] portal in
      portal.signIn(actor)
      return .signedIn
    }
  }

  mutating func update(_ event: Event<NoCommands, Reply>) -> Effect<Portal, Reply> {
    guard case .reply = event else { return .none }
    return .restart(
      actor.mustChangePassword
        ? PasswordScreen(forcedOf: actor.role) as any Screen<Portal> : HomeScreen(actor))
  }

  func view(in frame: inout Frame) {}
}

/// Asks which of several roles is meant (S0-2).
public struct RoleScreen: Screen {
  public typealias Environment = Portal
  public static let name = "role"
  public let title = Phrases.chooseRole
  public var system: String? { actors.first?.role.section?.system }
  /// The roles to choose from, in the order shown.
  public let actors: [Actor]
  private var menu: MenuTree

  init(_ actors: [Actor]) {
    self.actors = actors
    menu = MenuTree(
      actors.enumerated().map { index, actor in
        MenuTree.Item(String(index), title: "\(actor.role.name) — \(actor.unitName)")
      })
  }

  public mutating func update(_ event: Event<NoCommands, Never>) -> Effect<Portal, Never> {
    guard let input = event.input else { return .none }
    if case .chosen(let id) = menu.handle(input), let index = Int(id) {
      return .replace(EnterScreen(actors[index]))
    }
    return input == .navigate(.back) ? .close : .none
  }

  public func view(in frame: inout Frame) {
    menu.view(in: &frame, at: frame.bounds.inset(by: 1), isFocused: true)
  }
}

/// Signs out and goes back to the start screen.
struct LogOutScreen: Screen {
  typealias Environment = Portal
  enum Reply: Sendable { case signedOut }
  static let name = "log-out"
  let title = Phrases.logOut

  func start() -> Effect<Portal, Reply> {
    .run { portal in
      portal.signOut()
      return .signedOut
    }
  }

  mutating func update(_ event: Event<NoCommands, Reply>) -> Effect<Portal, Reply> {
    guard case .reply = event else { return .none }
    return .unwind
  }

  func view(in frame: inout Frame) {}
}
