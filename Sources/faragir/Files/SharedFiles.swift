import Interchange
import Screens
import Store
import TerminalKit
import Training
import UseCases

/// The files that came with the program, read when they are needed.
struct SharedFiles: Sendable {
  let locations: Locations

  static let option = Syntax.Option(
    "--share", value: "DIR", help: CommandLinePhrases.Option.share)

  static let intakeOption = Syntax.Option(
    "--intake", value: "DIR", help: CommandLinePhrases.Option.intake)

  init(_ arguments: Arguments) {
    locations = Locations(
      share: arguments.value("--share"), intake: arguments.value("--intake"))
  }

  /// What keys mean: the default keymap, then the one named, then the person's own.
  ///
  /// `named` is `vi`, `emacs` or the path of a file. Lines that cannot be read are reported and
  /// skipped, the rest holds.
  func keymap(named: String?) throws -> (keymap: Keymap, problems: [KeymapProblem]) {
    let folder = try locations.shared("Keymaps")
    var (keymap, problems) = Keymap.parse(
      try text("\(folder)/default.keymap"), file: "default.keymap")
    func add(_ path: String) throws {
      let (more, found) = Keymap.parse(try text(path), file: path)
      keymap = keymap.overridden(by: more)
      problems += found
    }
    if let named {
      try add(["vi", "emacs"].contains(named) ? "\(folder)/\(named).keymap" : named)
    }
    if let own = try? locations.configuration() + "/keys.keymap", FileBytes.exists(own) {
      try add(own)
    }
    // A keymap without the layout still works for everybody with Latin letters.
    let (layout, others) = KeyboardLayout.parse(
      try text("\(folder)/layout-fa.keymap"), file: "layout-fa.keymap")
    keymap.layout = layout
    return (keymap, problems + others)
  }

  /// The colours of a name; `monochrome` is always there.
  func theme(named name: String) throws -> Theme {
    if name == Theme.monochrome.name { return .monochrome }
    let path = "\(try locations.shared("Assets"))/Themes/\(name).theme"
    let (theme, problems) = Theme.parse(try text(path), name: name)
    if let problem = problems.first {
      throw Refusal(CommandLinePhrases.badTheme(path, line: problem.line))
    }
    return theme
  }

  /// A file of Assets by its path there.
  func asset(_ path: String) throws -> [UInt8] {
    try FileBytes.read("\(try locations.shared("Assets"))/\(path)")
  }

  /// A portal that finds its assets here.
  ///
  /// On a server the person's own folder is all that forms may take from and files are written to.
  func portal(
    _ store: Store, _ clock: WallClock, folder: PersonalFolder? = nil, writer: WriterLine? = nil,
    drafts: DraftShelf? = nil
  ) -> Portal {
    Portal(
      store: store, clock: clock, intake: folder?.path ?? locations.intake(),
      files: folder.map(FileReach.folder) ?? .anywhere, writer: writer,
      drafts: drafts
    ) { path in try asset(path) }
  }

  /// Every number of the regulations (Assets/Editions), for the set-up of new records.
  func editions() throws -> [RuleValue] {
    try files("Editions").flatMap { try RuleBook.values(decoding: try FileBytes.read($0)) }
  }

  func codeLists() throws -> [CodeList] {
    try files("CodeLists").flatMap { try CodeList.lists(decoding: try FileBytes.read($0)) }
  }

  private func files(_ folder: String) throws -> [String] {
    let place = "\(try locations.shared("Assets"))/\(folder)"
    return try FileBytes.names(in: place).filter { $0.hasSuffix(".json") }.map { "\(place)/\($0)" }
  }

  private func text(_ path: String) throws -> String {
    String(decoding: try FileBytes.read(path, limit: 1 << 20), as: UTF8.self)
  }
}
