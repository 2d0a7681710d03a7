import Glibc
import Screens
import TerminalKit
import UseCases

/// `faragir demo`: the portal on a district that was never there.
enum DemoCommand: Subcommand {
  static var syntax: Syntax {
    Syntax(
      "demo", summary: CommandLinePhrases.Summary.demo, notes: CommandLinePhrases.Notes.demo,
      options: [.init("--db", value: "FILE", help: CommandLinePhrases.Option.demoFile)]
        + Wiring.options)
  }

  static func run(_ arguments: Arguments) throws -> ExitCode {
    let wiring = Wiring(arguments)
    let path = arguments.value("--db")
    if let path, FileBytes.exists(path) {
      throw Refusal(CommandLinePhrases.Records.demoFileExists(path))
    }
    let sample = try SampleRecords(clock: .system, isEmpty: false, at: path, from: wiring.shared)
    // The sample must outlive its portal.
    defer { withExtendedLifetime(sample) {} }
    if isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 {
      try wiring.run(sample.portal, demo: sample.card, entering: try sample.actor())
    } else {
      let script = try Script(
        String(decoding: try wiring.shared.asset("Demo/tour.script"), as: UTF8.self))
      var player = Player(
        try wiring.session(sample.portal, demo: sample.card), size: Size(rows: 24, columns: 80))
      try PlayCommand.play(
        script, &player, rule: String(repeating: "\u{2550}", count: 80) + "\n")
    }
    return .done
  }
}
