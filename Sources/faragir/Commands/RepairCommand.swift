import Glibc
import Screens
import Store
import UseCases

/// `faragir check --repair`: a sound file out of a damaged one, which is kept, with what was done.
enum RepairCommand {
  static func run(_ file: RecordsFile) throws -> ExitCode {
    guard file.exists else { throw FileProblem(path: file.path, error: ENOENT) }
    try file.requireOwner()
    let (problems, missing) = try look(file)
    var output = Output()
    if missing > 0 { try output.write(RecordsWarning.missing(missing).sentence + "\n") }
    if problems.isEmpty {
      try output.write(
        (missing > 0 ? RepairPhrases.told : RepairPhrases.nothing(file.path)) + "\n")
    } else {
      let report = try Store.repair(
        file.path, at: WallClock.system.now(), problems: problems,
        Meter.watch(RepairPhrases.repairing))
      for line in RepairPhrases.lines(report, file.path) { try output.write(line + "\n") }
    }
    try output.flush()
    return .done
  }

  /// What is wrong; whoever is told of entries that are gone need not be told again.
  private static func look(_ file: RecordsFile) throws -> ([String], Int) {
    do {
      let store = try file.openExisting()
      let missing = try store.read { try $0.missingEntries() }
      let problems = try store.problems(.full, Meter.watch(RepairPhrases.checking))
      if problems.isEmpty, missing > 0 {
        try store.write(at: WallClock.system.now()) { try $0.forgetMissing() }
      }
      return (problems, missing)
    } catch StoreError.damaged(let place) {
      // So deep that it is not even opened.
      return ([place], 0)
    }
  }
}
