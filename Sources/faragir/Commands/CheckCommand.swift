import Screens
import Store
import UseCases

/// `faragir check`: looks for damage in the records file.
enum CheckCommand: Subcommand {
  static var syntax: Syntax {
    Syntax(
      "check", summary: CommandLinePhrases.Summary.check, notes: CommandLinePhrases.Notes.check,
      options: RecordsFile.options + [
        .init("--quick", help: CommandLinePhrases.Option.quick),
        .init("--repair", help: RepairPhrases.option),
        .init("--json", help: CommandLinePhrases.Option.json),
      ])
  }

  private struct Report: Encodable {
    var file: String
    var isClean: Bool
    var problems: [String]
    var endedUncleanly: Bool
    var missingEntries: Int
  }

  static func run(_ arguments: Arguments) throws -> ExitCode {
    let file = try RecordsFile(arguments)
    if arguments.has("--repair") { return try RepairCommand.run(file) }
    let store = try file.openExisting()
    let problems = try store.problems(
      arguments.has("--quick") ? .quick : .full, Meter.watch(RepairPhrases.checking))
    let missing = try store.read { try $0.missingEntries() }
    var output = Output()
    if arguments.has("--json") {
      try output.write(
        json: Report(
          file: file.path, isClean: problems.isEmpty && missing == 0, problems: problems,
          endedUncleanly: store.endedUncleanly, missingEntries: missing))
    } else if problems.isEmpty, missing == 0 {
      try output.write(CommandLinePhrases.Records.clean(file.path) + "\n")
    }
    try output.flush()
    guard problems.isEmpty, missing == 0 else {
      throw Unavailable(
        sentences: (missing > 0 ? [RecordsWarning.missing(missing).sentence] : [])
          + (problems.isEmpty ? [] : [CommandLinePhrases.Records.unclean(file.path)])
          + problems.map(CommandLinePhrases.Records.problem))
    }
    return .done
  }
}
