import Glibc
import TestKit
import Testing

@Suite("The portal on a terminal", .serialized)
struct TerminalTests {
  private let folder: TemporaryFolder
  private let records: String

  init() throws {
    folder = try TemporaryFolder()
    records = try folder.file("office.faragir")
    _ = try Office(path: records)
  }

  @Test("The first screen is drawn in joined letters from right to left in a real terminal")
  func realTerminal() throws {
    let terminal = try TmuxTerminal(["--db", records, "--bidi", "explicit"], in: folder)
    let rows = try terminal.wait(for: "سامانهٔ آموزش ضمن خدمت فرهنگیان")
    #expect(rows.count >= 24)
    try terminal.wait(for: "بخش خود را برگزینید")
    #expect(try terminal.leave() == 0)
  }

  @Test("It works on the Linux console's terminal and in 50 rows of 200 columns")
  func otherTerminals() throws {
    let console = try TmuxTerminal(["--db", records], in: folder, terminal: "linux")
    try console.wait(for: "بخش خود را برگزینید")
    let wide = try TmuxTerminal(
      ["--db", records, "--bidi", "explicit"], rows: 50, columns: 200, in: folder)
    try wide.wait(for: "بخش خود را برگزینید")
  }

  @Test("A window that is too small shows a sentence, and the screen again when it grows")
  func tooSmall() throws {
    let terminal = try TmuxTerminal(["--db", records, "--bidi", "explicit"], in: folder)
    try terminal.wait(for: "بخش خود را برگزینید")
    try terminal.resize(rows: 10, columns: 60)
    try terminal.wait(for: "پنجره کوچک است")
    try terminal.resize(rows: 24, columns: 80)
    try terminal.wait(for: "بخش خود را برگزینید")
  }

  @Test("The terminal is given back as it was after F10", arguments: ["\u{1B}[21~", "\u{1B}0"])
  func givenBack(key: String) throws {
    let terminal = try PseudoTerminal(
      ["--db", records, "--bidi", "explicit"], environment: environment)
    let before = terminal.settings
    try terminal.wait(for: "\u{1B}[?2004h")
    #expect(terminal.settings != before)
    try terminal.type(key)
    #expect(try terminal.waitForEnd() == 0)
    #expect(terminal.settings == before)
    expectRestored(terminal)
  }

  @Test("SIGTERM and SIGHUP end it in good order", arguments: [SIGTERM, SIGHUP])
  func signals(number: Int32) throws {
    let terminal = try PseudoTerminal(
      ["--db", records, "--bidi", "explicit"], environment: environment)
    let before = terminal.settings
    try terminal.wait(for: "\u{1B}[?2004h")
    terminal.child.signal(number)
    _ = try terminal.waitForEnd()
    #expect(terminal.settings == before)
    expectRestored(terminal)
  }

  @Test(
    "Without a usable terminal it says so in one line and code 2",
    arguments: [["TERM": "dumb"], ["TERM": "no-such-terminal"], ["TERM": ""]])
  func unusable(variables: [String: String]) throws {
    let terminal = try PseudoTerminal(
      ["--db", records],
      environment: Product.environment(home: folder.path, variables))
    #expect(try terminal.waitForEnd() == 2)
    #expect(String(decoding: terminal.bytes, as: UTF8.self).contains("TERM"))
    let bare = try Run.faragir(["--db", records])
    #expect(bare.status == 2)
    #expect(bare.output.isEmpty)
  }

  @Test("A terminal that does not say how it shows Persian is asked about once, and remembered")
  func readingCard() throws {
    let first = try TmuxTerminal(["--db", records], in: folder)
    try first.wait(for: "Press the number of the line that reads right")
    try first.press("1")
    try first.wait(for: "بخش خود را برگزینید")
    _ = try first.leave()
    let second = try TmuxTerminal(["--db", records], in: folder)
    try second.wait(for: "بخش خود را برگزینید")
    try second.press("Enter")
    try second.wait(for: "کد امنیتی")
    let answers = try Descriptor.readAll("\(folder.path)/.local/state/faragir/terminals")
    #expect(String(decoding: answers, as: UTF8.self).hasPrefix("explicit "))
  }

  @Test("Records of nobody's folder are created for their owner alone")
  func createsRecords() throws {
    let home = "\(folder.path)/home"
    let terminal = try PseudoTerminal(
      [], environment: Product.environment(home: home, ["XDG_DATA_HOME": "\(home)/data"]))
    try terminal.wait(for: "\u{1B}[?2004h")
    var facts = stat()
    #expect(stat("\(home)/data/faragir/records.faragir", &facts) == 0)
    #expect(facts.st_mode & 0o777 == 0o600)
    #expect(stat("\(home)/data/faragir", &facts) == 0)
    #expect(facts.st_mode & 0o777 == 0o700)
  }

  private var environment: [String: String] { Product.environment(home: folder.path) }

  /// The alternate screen, mouse and paste modes are off again, and the cursor is shown.
  private func expectRestored(_ terminal: PseudoTerminal) {
    let text = String(decoding: terminal.bytes, as: UTF8.self)
    for (on, off) in [("\u{1B}[?1049h", "\u{1B}[?1049l"), ("\u{1B}[?2004h", "\u{1B}[?2004l")] {
      let last = text.ranges(of: on).last
      let end = text.ranges(of: off).last
      #expect(last != nil && end != nil)
      if let last, let end { #expect(end.lowerBound > last.lowerBound) }
    }
  }
}
