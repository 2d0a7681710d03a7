import Glibc
import Screens
import Store

/// The records file a command works on: `--db`, else the office's own.
struct RecordsFile {
  let path: String

  /// The options of every command that works on the records.
  static var options: [Syntax.Option] {
    [.init("--db", value: "FILE", help: CommandLinePhrases.Option.database)]
  }

  init(_ arguments: Arguments) throws {
    path = try arguments.value("--db") ?? Locations().records()
  }

  /// Opens records that must be there; nothing is created.
  func openExisting(_ options: Store.Options = Store.Options(name: "faragir")) throws -> Store {
    guard exists else { throw FileProblem(path: path, error: ENOENT) }
    return try Store.open(at: path, options: options)
  }

  var exists: Bool { FileBytes.exists(path) }

  /// Whether whoever runs the program owns the file, and so may do what an administrator may.
  var isOwned: Bool {
    var facts = stat()
    guard stat(path, &facts) == 0 else { return false }
    return geteuid() == facts.st_uid || geteuid() == 0
  }

  /// Whether another path leads to this file.
  func isSame(as other: String) -> Bool {
    var own = stat()
    var facts = stat()
    return stat(path, &own) == 0 && stat(other, &facts) == 0 && own.st_ino == facts.st_ino
      && own.st_dev == facts.st_dev
  }

  /// Only the owner may go round the accounts of the file.
  func requireOwner() throws {
    guard exists else { throw FileProblem(path: path, error: ENOENT) }
    guard isOwned else { throw Refusal(CommandLinePhrases.Records.notOwner(path)) }
  }
}
