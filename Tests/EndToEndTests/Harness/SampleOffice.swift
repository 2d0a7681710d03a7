import Glibc
import Persian
import Store
import TestKit
import Training
import UseCases

/// Records of a district at work on disk, and the way of its course manager to the grid.
struct SampleOffice {
  let folder: TemporaryFolder
  let records: String
  let manager: String
  let logins: [DemoDistrict.Login]

  init() throws {
    folder = try TemporaryFolder()
    records = try folder.file("office.faragir")
    let names = try Descriptor.readAll(Repository.file("Assets/Demo/district.json"))
    logins = try DemoDistrict(decoding: names).build(
      in: try Store.open(at: records), today: Self.today, passwordHash: Office.hash.text,
      editions: try Office.editions(), codeLists: try Office.codeLists())
    guard let first = logins.first else { throw HarnessError("the sample has no logins") }
    manager = first.username
  }

  /// The day of the machine, which the program under test goes by.
  static var today: JalaliDate { Moment.day(of: Int64(seconds) * 1000) }

  /// Seconds since 1970 by the clock of the machine.
  static var seconds: Int {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int(time.tv_sec)
  }

  /// A copy of the records as they were made, so that every trial begins alike.
  func copy(_ name: String) throws -> String {
    let place = try folder.file(name)
    try folder.write(try Descriptor.readAll(records), to: place)
    return place
  }

  /// Opens the portal on a pseudo-terminal, as far as the grid of the class that meets today.
  func openGrid(
    _ records: String, through tool: [String] = []
  ) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      ["--db", records, "--bidi", "explicit"],
      environment: Product.environment(home: folder.path, terminal: "vt220"), through: tool)
    try terminal.waitForScreen("بخش خود را برگزینید", within: .seconds(60))
    try terminal.type("\u{1B}[B\u{1B}[B\r")
    // The line under the box: by then the box itself has been drawn.
    try terminal.waitForScreen("بخش بعدی")
    try terminal.type("\(manager)\r\(Office.password)\r\(try code(terminal))\r")
    try Self.openGrid(terminal)
    return terminal
  }

  /// From the home of the course manager to the grid of the class that meets today.
  static func openGrid(_ terminal: PseudoTerminal) throws {
    try terminal.waitForScreen("تابلو اعلانات")
    try terminal.type("\u{1B}[B\u{1B}[B\u{1B}[B\u{1B}[B\r")
    try terminal.waitForScreen("ظرفیت")
    try terminal.type("\r")
    try terminal.waitForScreen("۰ از ۳۰ ثبت شد")
  }

  /// The security code in its box, read from the left as the number it is.
  func code(_ terminal: PseudoTerminal) throws -> String {
    for row in terminal.screen.rows {
      let digits = row.filter { $0.wholeNumberValue != nil }
      if digits.count == 5, row.contains("\u{2502}") || row.contains("x") {
        return String(digits)
      }
    }
    throw HarnessError("no code in:\n\(terminal.screen.rows.joined(separator: "\n"))")
  }

  /// The number in «n از ۳۰ ثبت شد».
  static func shownMarks(_ terminal: PseudoTerminal) -> Int? {
    (0...30).reversed().first { count in
      let digits = String(count).compactMap { digit -> Character? in
        digit.wholeNumberValue.flatMap { Unicode.Scalar(UInt32(0x6F0 + $0)) }.map(Character.init)
      }
      // From the greatest down, since ۱۲ ends like ۱ where it is read from the left.
      return terminal.shows(TmuxTerminal.shown("\(String(digits)) از ۳۰ ثبت شد"))
    }
  }

  /// How many marks today's session of the class of thirty has in the records.
  static func marks(in records: String, of manager: String) throws -> Int {
    let portal = Portal(store: try Store.open(at: records), clock: .fixed(today))
    let actor = try portal.logIn(
      section: .courseManagers, username: manager, password: Office.password
    ).get().first
    guard let actor else { throw HarnessError("no manager") }
    portal.signIn(actor)
    return try portal.read { records, context in
      let classes = try records.classes(in: context.actor.courseReach, on: context.today)
      guard let today = classes.first(where: { $0.enrolled == 30 }) else { return -1 }
      let grid = try GridData(today.trainingClass.id, records, context)
      guard let session = grid.sessions.first(where: { $0.session.day == context.today }) else {
        return -1
      }
      return grid.register.total(of: session.session.id)?.marked ?? -1
    }.get()
  }
}
