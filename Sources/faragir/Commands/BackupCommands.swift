import Glibc
import Screens
import Store
import UseCases

/// `faragir backup`: a copy of one moment, while everybody goes on working.
enum BackupCommand: Subcommand {
  static var syntax: Syntax {
    Syntax(
      "backup", summary: CommandLinePhrases.Summary.backup,
      notes: CommandLinePhrases.Notes.backup, operands: [.init("FILE")],
      options: RecordsFile.options)
  }

  static func run(_ arguments: Arguments) throws -> ExitCode {
    let file = try RecordsFile(arguments)
    try file.requireOwner()
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

/// `faragir restore`: a backup takes the place of the records, which are put aside.
enum RestoreCommand: Subcommand {
  static var syntax: Syntax {
    Syntax(
      "restore", summary: CommandLinePhrases.Summary.restore,
      notes: CommandLinePhrases.Notes.restore, operands: [.init("FILE")],
      options: RecordsFile.options)
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
    let aside = try Store.restore(from: backup, to: file.path, at: WallClock.system.now())
    var output = Output()
    try output.write(CommandLinePhrases.Records.restored(file.path, aside: aside) + "\n")
    try output.flush()
    return .done
  }
}
