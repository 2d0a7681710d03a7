import Glibc
import Persian
import Screens
import Store
import UseCases

/// `faragir backup`: a copy of one moment, while everybody goes on working.
enum BackupCommand: Subcommand {
  static var syntax: Syntax {
    Syntax(
      "backup", summary: CommandLinePhrases.Summary.backup,
      notes: CommandLinePhrases.Notes.backup, operands: [.init("FILE")],
      options: RecordsFile.options + [
        .init("--rotate", value: "N", help: CommandLinePhrases.Server.rotate)
      ])
  }

  static func run(_ arguments: Arguments) throws -> ExitCode {
    let file = try RecordsFile(arguments)
    try file.requireOwner()
    if let count = try arguments.number("--rotate", in: 1...10_000) {
      return try rotate(file, in: arguments.operands[0], keeping: count)
    }
    let target = arguments.operands[0]
    guard !file.isSame(as: target) else {
      throw Refusal(CommandLinePhrases.Records.sameFile(target))
    }
    try file.openExisting().backup(to: target)
    var output = Output()
    try output.write(CommandLinePhrases.Records.backedUp(target) + "\n")
    try output.flush()
    return .done
  }
}

extension BackupCommand {
  private static let (prefix, ending) = ("records-", ".faragir")

  /// A verified copy under the name of the moment, then as many of the older ones as are kept.
  ///
  /// Copies go only once a newer one is whole and read through.
  private static func rotate(
    _ file: RecordsFile, in folder: String, keeping count: Int
  ) throws -> ExitCode {
    let moment = WallClock.system.now()
    let day = Moment.day(of: moment)
    let minute = Moment.minute(of: moment)
    func padded(_ number: Int, _ width: Int = 2) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    let stamp = [
      padded(day.year, 4) + padded(day.month) + padded(day.day),
      padded(minute / 60) + padded(minute % 60), padded(Int(moment % 60_000), 5),
    ].joined(separator: "-")
    let target = "\(folder)/\(prefix)\(stamp)\(ending)"
    guard !FileBytes.exists(target) else { throw FileProblem(path: target, error: EEXIST) }
    try file.openExisting().backup(to: target, isVerified: true)
    let copies = try FileBytes.names(in: folder).filter {
      $0.hasPrefix(prefix) && $0.hasSuffix(ending)
    }
    let gone = copies.dropLast(count)
    for name in gone { unlink("\(folder)/\(name)") }
    var output = Output()
    try output.write(CommandLinePhrases.Records.backedUp(target) + "\n")
    for name in gone { try output.write(CommandLinePhrases.Server.rotated(name) + "\n") }
    try output.flush()
    return .done
  }
}

/// `faragir restore`: a backup takes the place of the records, which are put aside.
enum RestoreCommand: Subcommand {
  static var syntax: Syntax {
    Syntax(
      "restore", summary: CommandLinePhrases.Summary.restore,
      notes: CommandLinePhrases.Notes.restore, operands: [.init("FILE")],
      options: RecordsFile.options + [
        .init("--record", value: "KIND:NUMBER", help: RepairPhrases.recordOption)
      ])
  }

  static func run(_ arguments: Arguments) throws -> ExitCode {
    let file = try RecordsFile(arguments)
    let backup = arguments.operands[0]
    guard FileBytes.exists(backup) else { throw FileProblem(path: backup, error: ENOENT) }
    if file.exists {
      try file.requireOwner()
      guard !file.isSame(as: backup) else {
        throw Refusal(CommandLinePhrases.Records.sameFile(backup))
      }
    } else {
      try Locations.makeFolder(for: file.path)
    }
    if let name = arguments.value("--record") { return try restore(name, of: backup, in: file) }
    let aside = try Store.restore(from: backup, to: file.path, at: WallClock.system.now())
    var output = Output()
    try output.write(CommandLinePhrases.Records.restored(file.path, aside: aside) + "\n")
    try output.flush()
    return .done
  }
}

extension RestoreCommand {
  /// Puts one record back, while everybody goes on working.
  private static func restore(
    _ name: String, of backup: String, in file: RecordsFile
  ) throws -> ExitCode {
    let parts = name.split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count == 2 else {
      throw UsageProblem.badValue(option: "--record", value: name, expected: "KIND:NUMBER")
    }
    let store = try file.openExisting()
    let copy = try TemporaryFolder()
    let opened = "\(copy.path)/backup.faragir"
    // A copy of the backup, which stays as it is, also where it is of an older program.
    _ = try Store.restore(from: backup, to: opened, at: WallClock.system.now())
    let record = try Store.open(at: opened).read { records in
      guard let id = try records.recordNumber(of: parts[0], named: Digits.latin(parts[1])) else {
        throw Refusal(RepairPhrases.notInBackup(name))
      }
      return try records.backedUp(parts[0], id)
    }
    let portal = Portal(store: store, clock: .system)
    let done = try portal.perform(
      RestoreRecord(record), as: .owner, reason: RepairPhrases.reason(backup)
    ).get()
    var output = Output()
    try output.write(RepairPhrases.restored(name, done.outcome) + "\n")
    try output.flush()
    return .done
  }
}
