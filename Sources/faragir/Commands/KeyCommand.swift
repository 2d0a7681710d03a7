import Glibc
import Screens
import Store
import Training
import UseCases

/// `faragir key`: who comes in over SSH, and the lines by which sshd knows them.
enum KeyCommand: Subcommand {
  static var syntax: Syntax {
    Syntax(
      "key", summary: CommandLinePhrases.Server.keySummary,
      notes: CommandLinePhrases.Server.keyNotes,
      operands: [
        .init("ACTION", choices: ["list", "add", "remove", "lines"]),
        .init("NAME", isRequired: false), .init("FILE", isRequired: false),
      ],
      options: RecordsFile.options + [
        .init("--station", value: "N", help: CommandLinePhrases.Server.station),
        .init("--body", value: "BASE64", help: CommandLinePhrases.Server.body),
        SessionCommand.foldersOption, SharedFiles.option,
        SessionCommand.limits[0], SessionCommand.limits[1],
        .init("--reason", value: "TEXT", help: CommandLinePhrases.Option.reason),
        .init("--json", help: CommandLinePhrases.Option.json),
      ])
  }

  static func run(_ arguments: Arguments) throws -> ExitCode {
    let file = try RecordsFile(arguments)
    try file.requireOwner()
    let portal = Portal(store: try file.openExisting(), clock: .system)
    switch arguments.operands[0] {
    case "list": try list(arguments, portal)
    case "add": try add(arguments, portal)
    case "remove": try remove(arguments, portal)
    default: try lines(arguments, portal, of: file)
    }
    return .done
  }

  private struct Line: Encodable {
    var key: String
    var user: String?
    var station: String?
    var kind: String
    var comment: String
  }

  private static func list(_ arguments: Arguments, _ portal: Portal) throws {
    let lines = try portal.store.read { try $0.accessKeys() }.map { key in
      var line = Line(key: "\(key.id.rawValue)", kind: key.text.kind, comment: key.text.comment)
      switch key.holder {
      case .user(let name): line.user = name
      case .station(let number): line.station = "\(number)"
      }
      return line
    }
    var output = Output()
    if arguments.has("--json") {
      try output.write(json: lines)
    } else {
      for line in lines {
        let holder = line.user ?? line.station.map { "--station \($0)" } ?? ""
        try output.write("\(line.key)\t\(holder)\t\(line.kind)\t\(line.comment)\n")
      }
    }
    try output.flush()
  }

  private static func add(_ arguments: Arguments, _ portal: Portal) throws {
    let station = try arguments.number("--station", in: 1...Int(Int32.max))
    let wanted = station == nil ? 3 : 2
    guard arguments.operands.count >= wanted else {
      throw UsageProblem.missingOperand("FILE", command: "key")
    }
    guard arguments.operands.count == wanted else {
      throw UsageProblem.surplusOperand(arguments.operands[wanted], command: "key")
    }
    let path = arguments.operands[wanted - 1]
    let bytes = try FileBytes.read(path, limit: 1 << 16)
    let text: AccessKey.Text
    do throws(AccessKey.Problem) {
      text = try AccessKey.Text(reading: String(decoding: bytes, as: UTF8.self))
    } catch {
      throw Refusal(CommandLinePhrases.Server.problem(error, in: path))
    }
    let holder: AccessKey.Holder
    if let station {
      guard try portal.store.read({ try $0.station(Int64(station)) }) != nil else {
        throw Refusal(ExchangeProblem.unknownOffice(Int64(station)).sentence)
      }
      holder = .station(Int64(station))
    } else {
      let name = arguments.operands[1]
      guard try portal.actors(named: name).get().isEmpty == false else {
        throw Refusal(CommandLinePhrases.Records.noAccount(name))
      }
      guard SessionCommand.isFolderName(name) else {
        throw Refusal(CommandLinePhrases.Server.badFolder(name))
      }
      holder = .user(name)
    }
    let reason = arguments.value("--reason") ?? ""
    let done = try portal.perform(RegisterKey(text, for: holder), as: .owner, reason: reason).get()
    try tell(CommandLinePhrases.Server.added("\(done.outcome.rawValue)"))
  }

  private static func remove(_ arguments: Arguments, _ portal: Portal) throws {
    guard arguments.operands.count > 1 else {
      throw UsageProblem.missingOperand("NAME", command: "key")
    }
    let number = arguments.operands[1]
    let key = try Int64(number).flatMap { number in
      try portal.store.read { try $0.accessKey(ID(rawValue: number)) }
    }
    guard let key, key.isActive else { throw Refusal(CommandLinePhrases.Server.noKey(number)) }
    let reason = arguments.value("--reason") ?? ""
    _ = try portal.perform(RevokeKey(key.id), as: .owner, reason: reason).get()
    try tell(CommandLinePhrases.Server.removed(number))
  }

  /// What sshd reads: each key with the one command it runs, and nothing else allowed.
  private static func lines(
    _ arguments: Arguments, _ portal: Portal, of file: RecordsFile
  ) throws {
    let keys = try portal.store.read { records in
      guard let body = arguments.value("--body") else { return try records.accessKeys() }
      return try records.accessKey(body: body).map { [$0] } ?? []
    }
    guard let records = realpath(file.path, nil) else {
      throw FileProblem(path: file.path, error: errno)
    }
    defer { free(records) }
    var common = ["--db", String(cString: records)]
    for option in ["--share", "--folders", "--lock-after", "--end-after"] {
      if let value = arguments.value(option) { common += [option, value] }
    }
    var output = Output()
    for key in keys {
      let words: [String]
      let rights: String
      switch key.holder {
      case .user:
        rights = "restrict,pty"
        words = ["session", "--key", "\(key.id.rawValue)"] + common
      case .station(let number):
        rights = "restrict"
        words = ["exchange", "serve", "--station", "\(number)"] + common.prefix(2)
      }
      let command = try ([Locations.ownFile] + words).map(quoted).joined(separator: " ")
      try output.write("\(rights),command=\"\(command)\" \(key.text.kind) \(key.text.body)\n")
    }
    try output.flush()
  }

  /// A word as it stands in the command of such a line: for the shell, inside double quotes.
  private static func quoted(_ word: String) throws -> String {
    let plain = word.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || "/._-+=@%:,".unicodeScalars.contains(scalar)
    }
    if plain { return word }
    guard
      !word.unicodeScalars.contains(where: { $0.value < 0x20 || "'\"\\".contains(Character($0)) })
    else { throw Refusal(CommandLinePhrases.Server.unsafePath(word)) }
    return "'\(word)'"
  }

  private static func tell(_ sentence: String) throws {
    var output = Output()
    try output.write(sentence + "\n")
    try output.flush()
  }
}
