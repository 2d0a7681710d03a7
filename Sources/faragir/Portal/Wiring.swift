import CursesTerminal
import FoundationEssentials
import Persian
import Screens
import Store
import TerminalKit
import UseCases

/// What a person chooses for the portal on a terminal, and how the parts are put together.
struct Wiring {
  static var options: [Syntax.Option] {
    [
      SharedFiles.option, SharedFiles.intakeOption,
      .init("--bidi", value: "MODE", help: CommandLinePhrases.Option.bidi(orders)),
      .init("--theme", value: "NAME", help: CommandLinePhrases.Option.theme),
      .init("--keys", value: "NAME|FILE", help: CommandLinePhrases.Option.keys),
      .init("--no-mouse", help: CommandLinePhrases.Option.noMouse),
    ]
  }

  private static var orders: [String] {
    ["auto"] + TerminalEncoding.Order.allCases.map(\.rawValue)
  }

  private let arguments: Arguments
  let shared: SharedFiles

  init(_ arguments: Arguments) {
    self.arguments = arguments
    shared = SharedFiles(arguments)
  }

  /// Opens the portal's first screen on a terminal and works until the person leaves.
  ///
  /// `actor` is let in without a login, for the demonstration.
  func run(_ portal: Portal, demo: DemoCard? = nil, entering actor: Actor? = nil) throws {
    try run(portal, root(portal, demo: demo, entering: actor))
  }

  /// Opens the portal for the one user whose key opened the door of a server.
  func run(_ portal: Portal, as username: String, keeper: SessionKeeper) throws {
    try run(portal, SessionScreen(username), keeper: keeper)
  }

  private func run(
    _ portal: Portal, _ root: any Screen<Portal>, keeper: SessionKeeper? = nil
  ) throws {
    let order = try arguments.choice("--bidi", of: Self.orders)
    let environment = ProcessInfo.processInfo.environment
    let (keymap, problems) = try shared.keymap(named: arguments.value("--keys"))
    // Seen again when the terminal is given back.
    for problem in problems {
      ErrorOutput.write("faragir: \(CommandLinePhrases.keymapProblem(problem))\n")
    }
    let memory = TerminalMemory(shared.locations)
    var options = CursesTerminal.Options(
      environment: environment,
      theme: try chosenTheme(environment) ?? shared.theme(named: "dark"),
      order: order.flatMap(TerminalEncoding.Order.init), remembered: memory.order)
    options.lightTheme = try chosenTheme(environment) == nil ? shared.theme(named: "light") : nil
    options.usesMouse = !arguments.has("--no-mouse")
    options.crashMessage = CommandLinePhrases.crash
    options.mayStop = { !Store.isHoldingQueue }
    let control = TerminalControl()
    var loop = Program<Portal, CursesTerminal>.Options(
      tooSmall: CommandLinePhrases.tooSmall, recordsVersion: Self.recordsVersion,
      greeting: { verdict in
        if verdict.lacksLetters { return FontScreen() }
        guard !verdict.isCertain else { return nil }
        return ReadingScreen(guess: verdict.encoding.order, control: control) { order in
          memory.remember(order, of: verdict.identity)
        }
      }, control: control)
    if let keeper { loop.duties = { keeper.look($0, idle: $1) } }
    loop.keep = { portal, unfinished in
      portal.keep(unfinished.map { ($0.key, $0.title, $0.fields) })
    }
    var program = Program(
      root, on: try CursesTerminal(options), in: portal, keymap: keymap, chrome: chrome,
      options: loop)
    // What screens do on the thread of the keys waits for nobody longer than a person notices.
    try portal.waiting(WriterLine.least) { try program.run() }
  }

  /// The session that scripts and random actions drive.
  func session(
    _ portal: Portal, demo: DemoCard? = nil, entering actor: Actor? = nil
  ) throws -> ScreenSession<Portal> {
    try session(portal, at: root(portal, demo: demo, entering: actor))
  }

  /// The same, beginning at a screen.
  func session(
    _ portal: Portal, at screen: any Screen<Portal>
  ) throws -> ScreenSession<Portal> {
    let (keymap, _) = try shared.keymap(named: arguments.value("--keys"))
    return ScreenSession(
      screen, in: portal, keymap: keymap, chrome: chrome,
      recordsVersion: Self.recordsVersion)
  }

  /// Help pages come from Assets/Help; a screen without a page shows its keys alone.
  private var chrome: Chrome<Portal> {
    .portal { [shared] screen in
      guard let bytes = try? shared.asset("Help/\(screen).txt") else { return [] }
      return String(decoding: bytes, as: UTF8.self).split(separator: "\n\n").map(String.init)
    }
  }

  /// The set-up on a new file, else the sections to log in at.
  private func root(
    _ portal: Portal, demo: DemoCard?, entering actor: Actor? = nil
  ) throws -> any Screen<Portal> {
    guard try portal.needsSetUp().get() else { return StartScreen(demo: demo, entering: actor) }
    return SetUpScreen(editions: try shared.editions(), codeLists: try shared.codeLists())
  }

  /// Moves when somebody commits, and at midnight.
  private static let recordsVersion: @Sendable (Portal) -> Int = { portal in
    portal.store.version &+ portal.today.dayNumber
  }

  /// `--theme`, or none of the colours where NO_COLOR is set; nil leaves it to the background.
  private func chosenTheme(_ environment: [String: String]) throws -> Theme? {
    if let name = arguments.value("--theme") ?? environment["FARAGIR_THEME"] {
      return try shared.theme(named: name)
    }
    let isPlain = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
    return isPlain ? .monochrome : nil
  }
}
