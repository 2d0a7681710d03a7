import Glibc
import Persian
import Screens
import Store
import Training
import UseCases

/// `faragir exchange`: work done offline goes to the regional server, and its records come back.
enum ExchangeCommand: Subcommand {
  static var syntax: Syntax {
    Syntax(
      "exchange", summary: CommandLinePhrases.Summary.exchange,
      notes: CommandLinePhrases.Notes.exchange,
      operands: [
        .init(
          "ACTION",
          choices: [
            "status", "push", "pull", "send", "receive", "key", "enrol", "join", "serve",
          ]),
        .init("FILE", isRequired: false),
      ],
      options: RecordsFile.options + [
        .init("--unit", value: "CODE", help: CommandLinePhrases.Option.exchangeUnit),
        .init("--key", value: "FILE", help: CommandLinePhrases.Option.publicKey),
        .init("--station", value: "NUMBER", help: CommandLinePhrases.Option.station),
        .init("--server", value: "ADDRESS", help: CommandLinePhrases.Option.server),
        .init("--identity", value: "FILE", help: CommandLinePhrases.Option.identity),
        .init("--json", help: CommandLinePhrases.Option.json),
      ])
  }

  static func run(_ arguments: Arguments) throws -> ExitCode {
    let file = try RecordsFile(arguments)
    // A new station begins with a file that nobody has set up.
    if !file.exists, ["key", "join"].contains(arguments.operands[0]) {
      try Locations.makeFolder(for: file.path)
      _ = try Store.open(at: file.path)
    }
    let store = try file.openExisting()
    try file.requireOwner()
    let desk = ExchangeDesk(store: store, clock: .system)
    switch arguments.operands[0] {
    case "status": try ExchangeStatusText.write(desk, isJSON: arguments.has("--json"))
    case "key": try writeKey(arguments, desk)
    case "enrol": try enrol(arguments, desk)
    case "join": try join(arguments, desk)
    case "send":
      let path = try place(arguments)
      try desk.send(to: path, station: try station(arguments), replacing: false)
      try tell(ExchangePhrases.sent(path))
    case "receive":
      try tell(
        ExchangePhrases.received(try desk.receive(from: try place(arguments), Meter.watch())))
    case "push": try tell(ExchangePhrases.taken(try desk.push(by: route(arguments), Meter.watch())))
    case "pull":
      try tell(ExchangePhrases.pulled(try desk.pull(by: route(arguments), Meter.watch())))
    default:
      guard let station = try station(arguments) else {
        throw UsageProblem.missingValue(option: "--station")
      }
      try desk.serve(station) { CommandStop($0).sentences.joined(separator: " ") }
    }
    return .done
  }

  private static func route(_ arguments: Arguments) -> ExchangeDesk.Route {
    .init(address: arguments.value("--server"), identity: arguments.value("--identity"))
  }

  private static func writeKey(_ arguments: Arguments, _ desk: ExchangeDesk) throws {
    let line = try desk.publicKeyLine()
    guard arguments.operands.count > 1 else {
      var output = Output()
      try output.write(line)
      return try output.flush()
    }
    let path = arguments.operands[1]
    try FileBytes.write(Array(line.utf8), to: path)
    try tell(ExchangePhrases.keyWritten(path))
  }

  private static func enrol(_ arguments: Arguments, _ desk: ExchangeDesk) throws {
    let path = try place(arguments)
    guard let code = arguments.value("--unit") else {
      throw UsageProblem.missingValue(option: "--unit")
    }
    guard let key = arguments.value("--key") else {
      throw UsageProblem.missingValue(option: "--key")
    }
    let units = try desk.store.read { try $0.units(in: .everything) }
    guard let unit = units.first(where: { $0.code == Digits.latin(code) }) else {
      let offices = units.filter { ![.school, .agency].contains($0.kind) }.prefix(60)
      throw Refusal(
        all: [CommandLinePhrases.Records.noUnit(code)] + offices.map { "\($0.code)  \($0.name)" })
    }
    let line = String(decoding: try FileBytes.read(key, limit: 4096), as: UTF8.self)
    let station = try desk.enrol(
      line, for: unit.id, address: arguments.value("--server") ?? "", to: path)
    try tell(ExchangePhrases.enrolled(station, path))
  }

  private static func join(_ arguments: Arguments, _ desk: ExchangeDesk) throws {
    try desk.join(try place(arguments))
    guard let server = try desk.store.read({ try $0.server() }) else { return }
    try tell(
      ExchangePhrases.joined(server.name, fingerprint: try desk.fingerprint(server.key)))
  }

  private static func place(_ arguments: Arguments) throws -> String {
    guard arguments.operands.count > 1 else {
      throw UsageProblem.missingOperand("FILE", command: "exchange")
    }
    return arguments.operands[1]
  }

  private static func station(_ arguments: Arguments) throws -> Int64? {
    try arguments.number("--station", in: 1...Int(Int32.max)).map(Int64.init)
  }

  static func tell(_ sentence: String) throws {
    var output = Output()
    try output.write(sentence + "\n")
    try output.flush()
  }
}

/// What `faragir exchange status` prints.
enum ExchangeStatusText {
  private struct Report: Encodable {
    struct Peer: Encodable {
      var number: String
      var unit: String
      var lastPush: Int64
      var lastPull: Int64
    }

    var number: String
    var role: String
    var fingerprint: String
    var waiting: Int
    var conflicts: Int
    var server: Peer?
    var stations: [Peer]
  }

  static func write(_ desk: ExchangeDesk, isJSON: Bool) throws {
    let status = try desk.status()
    var output = Output()
    if isJSON {
      try output.write(json: report(status))
    } else {
      for line in lines(status) { try output.write(line + "\n") }
    }
    try output.flush()
  }

  private static func report(_ status: ExchangeDesk.Status) -> Report {
    Report(
      number: String(status.replica), role: status.role.rawValue, fingerprint: status.fingerprint,
      waiting: status.waiting, conflicts: status.conflicts,
      server: status.server.map {
        .init(
          number: String($0.replica), unit: $0.name, lastPush: $0.pushed, lastPull: $0.pulled)
      },
      stations: status.stations.map {
        .init(
          number: String($0.station.replica), unit: $0.unit, lastPush: $0.station.pushed,
          lastPull: $0.station.pulled)
      })
  }

  private static func lines(_ status: ExchangeDesk.Status) -> [String] {
    let counts = ExchangePhrases.counts(waiting: status.waiting, conflicts: status.conflicts)
    let key = ExchangePhrases.fingerprint(status.fingerprint)
    if let server = status.server {
      return [
        ExchangePhrases.stationOf(server.name, status.replica), key, counts,
        ExchangePhrases.last(pushed: server.pushed, pulled: server.pulled),
      ]
    }
    guard !status.stations.isEmpty else {
      return [ExchangePhrases.independent(status.replica), key]
    }
    return [ExchangePhrases.serverOf(status.stations.count, status.replica), key, counts]
      + status.stations.map {
        ExchangePhrases.station(
          $0.station.replica, unit: $0.unit, pushed: $0.station.pushed, pulled: $0.station.pulled)
      }
  }
}
