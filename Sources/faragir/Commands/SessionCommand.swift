import Glibc
import Interchange
import Screens
import Store
import TerminalKit
import Training
import UseCases

/// `faragir session`: what a person's key opens, run by sshd in the place of a shell.
///
/// The key is named, not the user: a key that was taken back opens nothing, whatever lines sshd read.
enum SessionCommand: Subcommand {
  static let foldersOption = Syntax.Option(
    "--folders", value: "DIR", help: CommandLinePhrases.Server.folders)

  /// When a screen locks and a session ends.
  static let limits = [
    Syntax.Option("--lock-after", value: "MIN", help: CommandLinePhrases.Server.lockAfter),
    Syntax.Option("--end-after", value: "MIN", help: CommandLinePhrases.Server.endAfter),
  ]

  static var syntax: Syntax {
    Syntax(
      "session", summary: CommandLinePhrases.Server.sessionSummary,
      notes: CommandLinePhrases.Server.sessionNotes,
      options: [.init("--key", value: "N", help: CommandLinePhrases.Server.key)]
        + RecordsFile.options + [foldersOption] + limits + [SharedFiles.option])
  }

  /// Whether a user name can be the name of a folder too.
  static func isFolderName(_ username: String) -> Bool {
    FileName.isSane(username) && username.utf8.count <= 100
  }

  static func run(_ arguments: Arguments) throws -> ExitCode {
    let environment = SessionEnvironment()
    guard let number = try arguments.number("--key", in: 1...Int.max) else {
      throw UsageProblem.missingValue(option: "--key")
    }
    let file = try RecordsFile(arguments)
    // Nothing can be written past the rules: the file is open for reading.
    let store = try file.openExisting(.init(name: "faragir session", isReadOnly: true))
    let key = try store.read { try $0.accessKey(ID(rawValue: Int64(number))) }
    guard let key, key.isActive, case .user(let username) = key.holder else {
      throw Refusal(CommandLinePhrases.Server.noKey("\(number)"))
    }
    guard isFolderName(username) else {
      throw Refusal(CommandLinePhrases.Server.badFolder(username))
    }
    let folders = arguments.value("--folders") ?? Locations.parent(of: file.path) + "/folders"
    try Locations.makeFolder(for: "\(folders)/\(username)")
    let folder = PersonalFolder("\(folders)/\(username)")
    try folder.make()
    environment.take(home: folder.path, user: username)
    guard chdir(folder.path) == 0 else { throw FileProblem(path: folder.path, error: errno) }
    func limit(_ option: String, _ usual: Int) throws -> Duration? {
      let minutes = try arguments.number(option, in: 0...100_000) ?? usual
      return minutes > 0 ? .seconds(minutes * 60) : nil
    }
    let keeper = SessionKeeper(
      lockAfter: try limit("--lock-after", 15), endAfter: try limit("--end-after", 720))
    let session = Session(
      keeper: keeper,
      username: username, folder: folder, environment: environment, store: store,
      writer: WriterLine(
        records: store.path, key: key.id, origin: environment.origin))
    return try session.run(Wiring(arguments))
  }
}

/// One connection of one person.
private struct Session {
  let keeper: SessionKeeper
  let username: String
  let folder: PersonalFolder
  let environment: SessionEnvironment
  let store: Store
  let writer: WriterLine

  func run(_ wiring: Wiring) throws -> ExitCode {
    let portal = wiring.shared.portal(
      store, .system, folder: folder, writer: writer,
      drafts: .kept(in: "\(folder.path)/.local/state/faragir/drafts"))
    let actors = try portal.actors(named: username).get()
    guard let actor = actors.first else {
      try? record(.refused, username, 0, portal, as: .owner)
      throw Refusal(CommandLinePhrases.Server.noAccount(username))
    }
    do {
      return try serve(portal, wiring) { deed, what, bytes in
        try record(deed, what, bytes, portal, as: actor)
      }
    } catch {
      // What cannot be written down is refused all the same.
      if !(error is OutputClosed) {
        let words = environment.command ?? "TERM=\(environment.terminal ?? "?")"
        try? record(.refused, words, 0, portal, as: actor)
      }
      throw error
    }
  }

  private func serve(
    _ portal: Portal, _ wiring: Wiring,
    _ record: (RecordAccess.Deed, String, Int) throws -> Void
  ) throws -> ExitCode {
    if let words = environment.command {
      guard let request = FolderRequest(words) else {
        throw Refusal(CommandLinePhrases.Server.refused(RecordAccess(.refused, words).what))
      }
      try request.perform(in: folder, record)
      return .done
    }
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
      throw Refusal(CommandLinePhrases.Server.needsTerminal)
    }
    guard environment.terminal != nil else { throw TerminalError.unknownKind("?") }
    try record(.entered, "", 0)
    try wiring.run(portal, as: username, keeper: keeper)
    // Whoever leaves does not wait for a writer that is away.
    try? portal.waiting(.seconds(3)) { try record(.left, "", 0) }
    return .done
  }

  private func record(
    _ deed: RecordAccess.Deed, _ what: String, _ bytes: Int, _ portal: Portal, as actor: Actor
  ) throws {
    let work = RecordAccess(deed, what, bytes: bytes, from: environment.origin)
    var done = portal.waiting(.seconds(2)) { portal.perform(work, as: actor) }
    if case .failure(let failure) = done, failure.isBusy, deed != .left {
      ErrorOutput.write(CommandLinePhrases.Server.waiting(failure) + "\n")
      done = portal.waiting(.seconds(58)) { portal.perform(work, as: actor) }
    }
    _ = try done.get()
  }
}
