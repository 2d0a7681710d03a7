import Glibc
import Persian
import Screens
import Store
import TerminalKit
import Training
import UseCases

/// `faragir bench`: what this program costs on this machine; medians, for people and for scripts.
enum BenchCommand: Subcommand {
  static var syntax: Syntax {
    Syntax(
      "bench", summary: CommandLinePhrases.Summary.bench, notes: CommandLinePhrases.Notes.bench,
      operands: [
        .init(
          "KIND",
          choices: [
            "text", "frame", "store", "oversight", "reports", "exchange", "sessions",
            "session-worker", "generate",
          ]),
        .init("FILE", isRequired: false),
      ],
      options: [
        .init("--runs", value: "N", help: CommandLinePhrases.Option.runs),
        .init("--people", value: "N", help: CommandLinePhrases.Option.people),
        .init("--enrolments", value: "N", help: CommandLinePhrases.Option.enrolments),
        .init("--changes", value: "N", help: CommandLinePhrases.Option.changes),
        .init("--sessions", value: "N", help: CommandLinePhrases.Server.sessionCount),
        .init("--marks", value: "N", help: CommandLinePhrases.Server.markCount),
        .init("--class-size", value: "N", help: CommandLinePhrases.Server.classSize),
        .init("--sync-delay", value: "MS", help: CommandLinePhrases.Server.syncDelay),
        .init("--courses", value: "N", help: CommandLinePhrases.Option.courses),
        .init("--agencies", value: "N", help: CommandLinePhrases.Option.agencies),
        .init("--permits", value: "N", help: CommandLinePhrases.Option.permits),
        .init("--json", help: CommandLinePhrases.Option.json),
        SharedFiles.option,
      ])
  }

  static func run(_ arguments: Arguments) throws -> ExitCode {
    switch arguments.operands[0] {
    case "text": try tell(try TextFigures(file(arguments), runs: runs(arguments, 20)), arguments)
    case "frame": try tell(FrameFigures(runs: runs(arguments, 200)), arguments)
    case "store":
      try tell(try RecordsFigures(file(arguments), runs: runs(arguments, 300)), arguments)
    case "oversight":
      let (path, portal) = try records(arguments)
      try tell(try OversightPages(path, runs: runs(arguments, 60), portal), arguments)
    case "reports":
      let (path, portal) = try records(arguments)
      try tell(try ReportFiles(path, portal), arguments)
    case "exchange":
      let changes = try arguments.number("--changes", in: 1...1_000_000) ?? 200_000
      try tell(
        try ExchangeFigures(changes: changes, shared: SharedFiles(arguments)), arguments)
    case "sessions":
      let sessions = try arguments.number("--sessions", in: 1...1_000) ?? 200
      let plan = SessionFigures.Plan(
        sessions: sessions, marks: try arguments.number("--marks", in: 1...10_000) ?? 20,
        syncDelay: try arguments.number("--sync-delay", in: 0...10_000) ?? 0,
        classSize: try arguments.number("--class-size", in: 1...1_000) ?? sessions)
      // The disk that is measured: that of the folder named, else of temporary files.
      let folder = arguments.operands.count > 1 ? arguments.operands[1] : nil
      try tell(
        try SessionFigures(plan, shared: SharedFiles(arguments), in: folder), arguments)
    case "session-worker": try SessionWorker(file(arguments), Wiring(arguments)).run()
    default: try generate(arguments)
    }
    return .done
  }

  private static func file(_ arguments: Arguments) throws -> String {
    guard arguments.operands.count > 1 else {
      throw UsageProblem.missingOperand("FILE", command: "bench")
    }
    return arguments.operands[1]
  }

  /// The records file that is named, which must be there.
  private static func records(_ arguments: Arguments) throws -> (path: String, Portal) {
    let path = try file(arguments)
    guard FileBytes.exists(path) else { throw FileProblem(path: path, error: ENOENT) }
    return (path, SharedFiles(arguments).portal(try Store.open(at: path), .system))
  }

  private static func runs(_ arguments: Arguments, _ usual: Int) throws -> Int {
    try arguments.number("--runs", in: 1...1_000_000) ?? usual
  }

  private static func tell(_ figures: some Figures, _ arguments: Arguments) throws {
    var output = Output()
    if arguments.has("--json") {
      try output.write(json: figures)
    } else {
      for (name, value) in figures.lines { try output.write("\(name)\t\(value)\n") }
    }
    try output.flush()
  }

  private static func generate(_ arguments: Arguments) throws {
    let path = try file(arguments)
    guard !FileBytes.exists(path) else { throw FileProblem(path: path, error: EEXIST) }
    let shared = SharedFiles(arguments)
    let records = try NationalRecords(
      people: try arguments.number("--people", in: 1...10_000_000) ?? 1_100_000,
      enrolments: try arguments.number("--enrolments", in: 0...100_000_000) ?? 10_000_000,
      courses: try arguments.number("--courses", in: 0...10_000_000) ?? 100_000,
      names: try shared.asset("Demo/district.json"))
    let portal = shared.portal(try Store.open(at: path), .system)
    try records.fill(portal, editions: try shared.editions(), codeLists: try shared.codeLists())
    try OversightRecords(
      agencies: try arguments.number("--agencies", in: 0...100_000) ?? 0, coursesPerAgency: 100,
      freePermits: try arguments.number("--permits", in: 0...1_000_000) ?? 0
    ).fill(portal)
  }
}

/// Measured values with their names; the same names in JSON and in plain lines.
protocol Figures: Encodable {
  var lines: [(name: String, value: String)] { get }
}
