import Persian
import Screens
import UseCases

/// `faragir who`: whose sessions are open on this server, and a word to them.
enum WhoCommand: Subcommand {
  static var syntax: Syntax {
    Syntax(
      "who", summary: CommandLinePhrases.Server.whoSummary,
      notes: CommandLinePhrases.Server.whoNotes,
      options: RecordsFile.options + [
        .init("--say", value: "TEXT", help: CommandLinePhrases.Server.say),
        .init("--end-in", value: "MIN", help: CommandLinePhrases.Server.endIn),
        .init("--json", help: CommandLinePhrases.Option.json),
      ])
  }

  static func run(_ arguments: Arguments) throws -> ExitCode {
    let file = try RecordsFile(arguments)
    try file.requireOwner()
    let line = WriterLine.ofOwner(records: file.path)
    let minutes = try arguments.number("--end-in", in: 0...10_000)
    var output = Output()
    if arguments.value("--say") != nil || minutes != nil {
      let told = try line.tell(
        WriterNotice(text: arguments.value("--say"), endsIn: minutes.map { $0 * 60 }))
      try output.write(CommandLinePhrases.Server.told(told) + "\n")
    } else {
      let sessions = try line.sessions()
      if arguments.has("--json") {
        try output.write(json: sessions)
      } else {
        for it in sessions {
          let day = Moment.day(of: it.since).text()
          let minute = Moment.minute(of: it.since)
          let time = "\(minute / 60):\(minute % 60 < 10 ? "0" : "")\(minute % 60)"
          try output.write("\(it.username)\t\(it.name)\t\(it.origin)\t\(day) \(time)\n")
        }
      }
    }
    try output.flush()
    return .done
  }
}
