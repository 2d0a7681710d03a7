import Glibc
import Screens
import Store
import UseCases

/// `faragir`: the portal on the office's records.
enum PortalCommand: Subcommand {
  static var syntax: Syntax {
    Syntax(
      "", summary: CommandLinePhrases.Summary.portal, notes: CommandLinePhrases.Notes.portal,
      options: RecordsFile.options + Wiring.options)
  }

  static func run(_ arguments: Arguments) throws -> ExitCode {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
      throw UsageProblem.needsTerminal(command: "")
    }
    let file = try RecordsFile(arguments)
    if !file.exists { try Locations.makeFolder(for: file.path) }
    let wiring = Wiring(arguments)
    let drafts = (try? wiring.shared.locations.state()).map { DraftShelf.kept(in: $0 + "/drafts") }
    let store = try Store.open(at: file.path)
    // A kept sample says its users again.
    try wiring.run(
      wiring.shared.portal(store, .system, drafts: drafts),
      demo: try DemoDistrict.logins(in: store).map { DemoCard($0) })
    return .done
  }
}
