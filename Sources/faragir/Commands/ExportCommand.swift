import Screens
import Training
import UseCases

/// `faragir export`: a report as a file or on standard output.
enum ExportCommand: Subcommand {
  static var syntax: Syntax {
    Syntax(
      "export", summary: CommandLinePhrases.Summary.export,
      notes: CommandLinePhrases.Notes.export,
      operands: [.init("REPORT", choices: ["attendance"] + CompetencyReport.commandNames)],
      options: [
        .init(
          "--format", "--as", value: "csv|xlsx|txt", help: CommandLinePhrases.Option.format),
        .init("--output", value: "FILE", help: CommandLinePhrases.Option.output),
        .init("--class", value: "NUMBER", help: CommandLinePhrases.Option.trainingClass),
      ]
        + CommandActor.options(
          user: .init("--user", value: "USER", help: CommandLinePhrases.Option.user))
        + RecordsFile.options + [SharedFiles.option])
  }

  static func run(_ arguments: Arguments) throws -> ExitCode {
    let format = try format(arguments)
    let portal = SharedFiles(arguments).portal(
      try RecordsFile(arguments).openExisting(), .system)
    portal.signIn(try CommandActor.find(arguments, in: portal))
    let sheet = try sheet(arguments, portal)
    if let path = arguments.value("--output") {
      _ = try format.write(sheet, to: path).get()
      return .done
    }
    let folder = try TemporaryFolder()
    let path = try format.write(sheet, to: "\(folder.path)/sheet").get()
    var output = Output()
    try output.write(bytes: try FileBytes.read(path))
    try output.flush()
    return .done
  }

  /// The report that is asked for, within the reach of the actor.
  private static func sheet(_ arguments: Arguments, _ portal: Portal) throws -> Sheet {
    if let report = CompetencyReport(commandName: arguments.operands[0]) {
      return try portal.read { records, context in
        try report.sheet(CompetencyReport.Scope(), records, context)
      }.get()
    }
    let id = try ClassChoice.find(arguments, in: portal)
    let data = try portal.read { records, context in try GridData(id, records, context) }.get()
    return AttendancePrint.sheets(of: data)[0]
  }

  /// The format that is named, else that of the file's ending, else text.
  private static func format(_ arguments: Arguments) throws -> SheetFormat {
    let words = ["csv", "xlsx", "txt"]
    let ending = arguments.value("--output").flatMap { path in
      words.first { path.lowercased().hasSuffix(".\($0)") }
    }
    switch try arguments.choice("--format", of: words) ?? ending {
    case "csv": return .table
    case "xlsx": return .workbook
    default: return .text(SheetPaper(isAcross: true, repeating: AttendancePrint.repeating))
    }
  }
}
