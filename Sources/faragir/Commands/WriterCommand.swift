import Glibc
import Interchange
import Screens
import Store
import Synchronization
import UseCases

/// `faragir writer`: the one program that writes for the sessions of a server, run by systemd.
enum WriterCommand: Subcommand {
  static var syntax: Syntax {
    Syntax(
      "writer", summary: CommandLinePhrases.Server.writerSummary,
      notes: CommandLinePhrases.Server.writerNotes,
      options: RecordsFile.options + [
        SharedFiles.option,
        .init("--sync-delay", value: "MS", help: CommandLinePhrases.Server.syncDelay),
      ])
  }

  /// Set by the signals that end the program, between two groups.
  private static let isOver = Atomic(false)

  static func run(_ arguments: Arguments) throws -> ExitCode {
    let file = try RecordsFile(arguments)
    try file.requireOwner()
    let delay = try arguments.number("--sync-delay", in: 1...10_000)
    let store = try file.openExisting(
      .init(name: "faragir writer", syncDelay: delay.map { .milliseconds($0) }))
    for number in [SIGTERM, SIGINT, SIGHUP] {
      signal(number) { _ in WriterCommand.isOver.store(true, ordering: .relaxed) }
    }
    let server: WriterServer
    do {
      server = try WriterServer(
        SharedFiles(arguments).portal(store, .system), mode: file.sharedMode
      ) { line in ErrorOutput.write(CommandLinePhrases.Server.turnedAway(line) + "\n") }
    } catch StoreError.busy(.some, nil) {
      throw Unavailable(sentences: [CommandLinePhrases.Server.writerRuns(file.path)])
    } catch let problem as LocalSocket.Problem {
      throw Unavailable(sentences: [CommandLinePhrases.unexpected("\(problem)")])
    }
    var output = Output()
    try output.write(CommandLinePhrases.Server.writes(file.path) + "\n")
    try output.flush()
    server.run { isOver.load(ordering: .relaxed) || isForsaken }
    unlink(WriterServer.path(besideRecords: file.path))
    return .done
  }

  /// Whether it was started on a pipe and whoever held the other end has gone.
  ///
  /// A program that starts a writer of its own leaves none behind, however it ends.
  private static var isForsaken: Bool {
    var facts = stat()
    guard fstat(STDIN_FILENO, &facts) == 0, facts.st_mode & S_IFMT == S_IFIFO else { return false }
    var input = pollfd(fd: STDIN_FILENO, events: 0, revents: 0)
    return poll(&input, 1, 0) > 0 && Int32(input.revents) & POLLHUP != 0
  }
}

extension RecordsFile {
  /// The owner and, where the file is shared with a group, the group.
  fileprivate var sharedMode: UInt32 {
    var facts = stat()
    guard stat(path, &facts) == 0 else { return 0o600 }
    return facts.st_mode & 0o660
  }
}
