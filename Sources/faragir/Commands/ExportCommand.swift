import Interchange
import Screens
import Store
import Training
import UseCases

/// `faragir export`: a report as a file or on standard output.
enum ExportCommand: Subcommand {
  static var syntax: Syntax {
    Syntax(
      "export", summary: CommandLinePhrases.Summary.export,
      notes: CommandLinePhrases.Notes.export,
      operands: [
        .init(
          "REPORT",
          choices: ["attendance", "calendar", "deadlines", "warehouse"]
            + CompetencyReport.commandNames + RankingReport.commandNames
            + ReportQuery.commandNames
            + PrintCatalog.ofClass.keys.sorted()),
        .init("DIR", isRequired: false),
      ],
      options: [
        .init(
          "--format", "--as", value: "csv|xlsx|txt|pdf|ics", help: CommandLinePhrases.Option.format),
        .init("--output", value: "FILE", help: CommandLinePhrases.Option.output),
        .init("--class", value: "NUMBER", help: CommandLinePhrases.Option.trainingClass),
        .init("--year", value: "YEAR", help: CommandLinePhrases.Option.year),
      ]
        + CommandActor.options(
          user: .init("--user", value: "USER", help: CommandLinePhrases.Option.user))
        + RecordsFile.options + [SharedFiles.option])
  }

  static func run(_ arguments: Arguments) throws -> ExitCode {
    if arguments.operands[0] == "warehouse" { return try exportWarehouse(arguments) }
    guard arguments.operands.count == 1 else {
      throw UsageProblem.surplusOperand(arguments.operands[1], command: "export")
    }
    let format = arguments.operands[0] == "calendar" ? SheetFormat.table : try format(arguments)
    let portal = SharedFiles(arguments).portal(
      try RecordsFile(arguments).openExisting(), .system)
    portal.signIn(try CommandActor.find(arguments, in: portal))
    if let paper = PrintCatalog.ofClass[arguments.operands[0]] {
      return try export(paper, arguments, portal)
    }
    if arguments.operands[0] == "deadlines" { return try exportDeadlines(arguments, portal) }
    if arguments.operands[0] == "calendar" { return try exportCalendar(arguments, portal) }
    if var query = ReportQuery(commandName: arguments.operands[0]) {
      query.filter.year = try arguments.number("--year", in: 1300...1500)
      return try write(arguments) { path in
        try ReportExport.write(query, as: format, to: path, portal)
        return path
      }
    }
    return try write(try sheet(arguments, portal), as: format, arguments)
  }

  /// What the offices of the actor have, as files that PostgreSQL loads.
  private static func exportWarehouse(_ arguments: Arguments) throws -> ExitCode {
    guard arguments.operands.count == 2 else {
      throw UsageProblem.missingOperand("DIR", command: "export")
    }
    let file = try RecordsFile(arguments)
    let portal = SharedFiles(arguments).portal(try file.openExisting(), .system)
    if arguments.value("--user") == nil {
      try file.requireOwner()
      portal.signIn(.owner)
    } else {
      portal.signIn(try CommandActor.find(arguments, in: portal))
    }
    let meter = Meter.watch()
    let folder = arguments.operands[1]
    let summary = try WarehouseExport.write(to: folder, portal) { done, total in
      guard meter(done, total) else { throw StoreError.cancelled }
    }
    var output = Output()
    try output.write(CommandLinePhrases.Records.warehouse(folder, summary) + "\n")
    try output.flush()
    return .done
  }

  /// The deadlines within the reach of the actor, as a calendar too.
  private static func exportDeadlines(
    _ arguments: Arguments, _ portal: Portal
  ) throws -> ExitCode {
    let (sheet, calendar) = try portal.read { records, context in
      let items = try DeadlineRadar.items(records, context)
      return (
        RadarSheet.sheet(items, on: context.today),
        try WorkCalendar.file(of: items, records, context)
      )
    }.get()
    guard try isCalendar(arguments) else {
      return try write(sheet, as: try format(arguments), arguments)
    }
    return try write(calendar, arguments)
  }

  /// The sessions and exams within the reach of the actor, and the deadlines that are his own.
  private static func exportCalendar(
    _ arguments: Arguments, _ portal: Portal
  ) throws -> ExitCode {
    _ = try arguments.choice("--format", of: ["ics"])
    return try write(
      try portal.read { records, context in
        try WorkCalendar.file(
          with: try DeadlineRadar.items(ownOnly: true, records, context), records, context)
      }.get(), arguments)
  }

  /// A calendar where it is asked for: over an older one of the same place it calls off what is gone.
  private static func write(
    _ calendar: CalendarFile, _ arguments: Arguments
  ) throws -> ExitCode {
    if let path = arguments.value("--output") {
      try calendar.write(to: path)
      return .done
    }
    var output = Output()
    try output.write(bytes: calendar.bytes)
    try output.flush()
    return .done
  }

  /// A paper of a class, as PDF unless another form is named.
  private static func export(
    _ paper: (TrainingClass) -> any LetterDescription, _ arguments: Arguments, _ portal: Portal
  ) throws -> ExitCode {
    let choices = LetterFormat.allCases.map(\.rawValue)
    let named = try arguments.choice("--format", of: choices) ?? ending(arguments)
    let format = named.flatMap(LetterFormat.init) ?? .pdf
    let it = try ClassChoice.find(arguments, in: portal)
    switch PrintCatalog.letters(paper(it), portal) {
    case .success(let letters):
      return try write(arguments) { path in try format.write(letters, to: path).get() }
    case .failure(.refused(let failure)): throw failure
    case .failure(let failure): throw Refusal(failure.sentence)
    }
  }

  private static func isCalendar(_ arguments: Arguments) throws -> Bool {
    let named = try arguments.choice("--format", of: formats)
    return named == "ics"
      || (named == nil && arguments.value("--output")?.lowercased().hasSuffix(".ics") == true)
  }

  private static let formats = ["csv", "xlsx", "txt", "pdf", "ics"]

  private static func write(
    _ sheet: Sheet, as format: SheetFormat, _ arguments: Arguments
  ) throws -> ExitCode {
    try write(arguments) { path in try format.write(sheet, to: path).get() }
  }

  /// Writes a file where it is asked for, or else to standard output.
  private static func write(
    _ arguments: Arguments, _ write: (_ path: String) throws -> String
  ) throws -> ExitCode {
    if let path = arguments.value("--output") {
      _ = try write(path)
      return .done
    }
    let folder = try TemporaryFolder()
    let path = try write("\(folder.path)/file")
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
    if let report = RankingReport(commandName: arguments.operands[0]) {
      return try report.sheet(year: try arguments.number("--year", in: 1300...1500), portal).get()
    }
    let id = try ClassChoice.find(arguments, in: portal).id
    let data = try portal.read { records, context in try GridData(id, records, context) }.get()
    return AttendancePrint.sheets(of: data)[0]
  }

  private static func ending(_ arguments: Arguments) -> String? {
    arguments.value("--output").flatMap { path in
      formats.first { path.lowercased().hasSuffix(".\($0)") }
    }
  }

  /// The format that is named, else that of the file's ending, else text.
  private static func format(_ arguments: Arguments) throws -> SheetFormat {
    let chosen = try arguments.choice("--format", of: formats) ?? ending(arguments)
    guard chosen != "ics" || arguments.operands[0] == "deadlines" else {
      throw UsageProblem.badChoice(
        name: "--format", value: "ics", choices: formats.filter { $0 != "ics" })
    }
    let paper = SheetPaper(isAcross: true, repeating: AttendancePrint.repeating)
    switch chosen {
    case "csv": return .table
    case "xlsx": return .workbook
    case "pdf": return .pdf(paper)
    default: return .text(paper)
    }
  }
}
