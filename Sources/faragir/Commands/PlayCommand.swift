import Persian
import Screens
import Store
import TerminalKit
import Training
import UseCases

/// `faragir play`: the portal driven by a script, without a terminal.
enum PlayCommand: Subcommand {
  static var syntax: Syntax {
    Syntax(
      "play", summary: CommandLinePhrases.Summary.play,
      notes: CommandLinePhrases.Notes.play(
        roles: Role.withAccounts.map { ($0.rawValue, $0.name) }, keys: Key.names),
      operands: [.init("SCRIPT", isRequired: false)],
      options: RecordsFile.options + [
        .init("--empty", help: CommandLinePhrases.Option.empty),
        .init("--size", value: "ROWSxCOLS", help: CommandLinePhrases.Option.size),
        .init("--now", value: "DATE", help: CommandLinePhrases.Option.now),
        .init("--keys", value: "NAME|FILE", help: CommandLinePhrases.Option.keys),
        .init("--random", value: "SEED", help: CommandLinePhrases.Option.random),
        .init("--actions", value: "N", help: CommandLinePhrases.Option.actions),
        SharedFiles.option, SharedFiles.intakeOption,
      ])
  }

  static func run(_ arguments: Arguments) throws -> ExitCode {
    let size = try size(arguments)
    let seed = try arguments.number("--random", in: 0...Int.max)
    let script = seed == nil ? try script(arguments) : nil
    let clock = try clock(arguments)
    let wiring = Wiring(arguments)
    let sample =
      try arguments.value("--db") == nil
      ? SampleRecords(clock: clock.clock, isEmpty: arguments.has("--empty"), from: wiring.shared)
      : nil
    // The sample must outlive its portal.
    defer { withExtendedLifetime(sample) {} }
    let portal =
      try sample?.portal
      ?? wiring.shared.portal(try Store.open(at: try RecordsFile(arguments).path), clock.clock)
    if let script {
      var player = Player(try wiring.session(portal, demo: sample?.card), size: size)
      try play(script, &player, clock: clock)
    } else if let seed {
      // Random keys would hardly find a way through the login.
      let actor = try sample?.actor()
      try playAtRandom(UInt64(seed), try arguments.number("--actions", in: 1...Int.max)) {
        Player(try wiring.session(portal, demo: sample?.card, entering: actor), size: size)
      }
    }
    return .done
  }

  /// Plays a script; the screens it prints go to standard output.
  ///
  /// `rule` is written after each.
  static func play(
    _ script: Script, _ player: inout Player<Portal>, clock: PlayClock? = nil, rule: String = ""
  ) throws {
    var output = Output()
    do {
      try player.play(script, clock: clock) { try output.write("\($0)\n\(rule)") }
      try output.flush()
    } catch {
      // What the script printed belongs before the sentence that says where it stopped.
      try output.flush()
      throw error
    }
  }

  /// Random actions; when the program is left, and now and then, it starts anew.
  private static func playAtRandom(
    _ seed: UInt64, _ count: Int?, start: () throws -> Player<Portal>
  ) throws {
    let count = count ?? 10_000
    var output = Output()
    try output.write("seed \(seed)\n")
    try output.flush()
    var actions = RandomActions(seed: seed)
    var player = try start()
    for number in 0..<count {
      player.perform(actions.next(in: player.size))
      if player.isFinished || number % 5_000 == 4_999 { player = try start() }
    }
    try output.write("\(count) actions\n\(player.frame.transcript)\n")
    try output.flush()
  }

  private static func script(_ arguments: Arguments) throws -> Script {
    guard let path = arguments.operands.first else {
      throw UsageProblem.missingOperand("SCRIPT", command: "play")
    }
    return try Script(file: path)
  }

  private static func size(_ arguments: Arguments) throws -> Size {
    guard let text = arguments.value("--size") else { return Size(rows: 24, columns: 80) }
    guard let size = Size(notation: text) else {
      throw UsageProblem.badValue(option: "--size", value: text, expected: "24x80")
    }
    return size
  }

  private static func clock(_ arguments: Arguments) throws -> PlayClock {
    guard let text = arguments.value("--now") else { return PlayClock() }
    let today = WallClock.system.today
    guard let day = try? JalaliDate(parsing: text, today: today) else {
      throw UsageProblem.badValue(option: "--now", value: text, expected: today.text(.numeric))
    }
    return PlayClock(day)
  }
}
