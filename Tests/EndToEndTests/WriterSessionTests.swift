import Glibc
import Store
import TestKit
import Testing
import Training
import UseCases

@Suite("Sessions of a server and the program that writes for them", .serialized)
struct WriterSessionTests {
  private let office: SampleOffice
  private let writer: WriterProcess
  private let key: String

  init() throws {
    office = try SampleOffice()
    key = try ServerOffice.makeKey("manager", in: office.folder)
    let added = try Run.faragir([
      "key", "add", office.manager, key + ".pub", "--db", office.records,
    ])
    guard added.status == 0 else { throw HarnessError(added.errors) }
    writer = try WriterProcess(of: office.records, in: office.folder)
  }

  private func number(_ place: Int = 0) throws -> String {
    let store = try Store.open(at: office.records)
    return "\(try store.read { try $0.accessKeys()[place].id.rawValue })"
  }

  /// The portal as sshd would open it for the key, as far as the grid of the class that meets today.
  private func grid() throws -> PseudoTerminal {
    let terminal = try session()
    try SampleOffice.openGrid(terminal)
    return terminal
  }

  /// The portal as sshd would open it for the key; the first time a terminal of this kind comes it is
  /// asked which line reads right.
  private func session(isFirst: Bool = true, key: Int = 0) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      ["session", "--key", try number(key), "--db", office.records],
      environment: Product.environment(home: office.folder.path, terminal: "vt220"))
    guard isFirst else { return terminal }
    try terminal.waitForScreen("کدام سطر")
    try terminal.type("\r")
    return terminal
  }

  private func marks() throws -> Int {
    try SampleOffice.marks(in: office.records, of: office.manager)
  }

  @Test("A writer killed in the middle: sessions say so, keep the mark, and go on when it is back")
  func killed() throws {
    let terminal = try grid()
    try terminal.type("ح")
    try terminal.waitForScreen("۱ از ۳۰ ثبت شد")
    try writer.kill()
    try terminal.type("ح")
    try terminal.waitForScreen("برنامهٔ ثبت کارساز پاسخ نمی‌دهد")
    #expect(try marks() == 1)
    try writer.start()
    try terminal.waitForScreen("۲ از ۳۰ ثبت شد")
    #expect(try marks() == 2)
    try terminal.type("ح")
    try terminal.waitForScreen("۳ از ۳۰ ثبت شد")
    try terminal.type("\u{1B}0")
    #expect(try terminal.waitForEnd() == 0)
  }

  @Test("Killed again and again while a session marks: what was shown is there, and nothing twice")
  func killedWhileMarking() throws {
    let terminal = try grid()
    var random = SystemRandomNumberGenerator()
    for count in 1...12 {
      try terminal.type("ح")
      if count % 3 == 0 {
        usleep(UInt32.random(in: 0...20_000, using: &random))
        try writer.kill()
        let shown = SampleOffice.shownMarks(terminal) ?? 0
        #expect(try marks() >= shown)
        try writer.start()
      }
      try terminal.waitForScreen("\(Self.persian(count)) از ۳۰ ثبت شد")
      #expect(try marks() == count)
    }
    // Every mark is one entry of the journal: no order was performed again after its answer was lost.
    let store = try Store.open(at: office.records)
    let entries = try store.read { records in
      try records.all("SELECT number FROM store_entry WHERE use_case = ?", [MarkAttendance.name]) {
        try $0[0] as Int64
      }
    }
    let before = try Store.open(at: office.records).read { records in
      try records.all(
        """
        SELECT number FROM store_entry WHERE use_case = ? AND number <
          (SELECT min(number) FROM store_entry WHERE use_case = ?)
        """, [MarkAttendance.name, RecordAccess.name]
      ) { try $0[0] as Int64 }
    }
    #expect(entries.count - before.count == 12)
    #expect(try Run.faragir(["check", "--db", office.records]).status == 0)
  }

  @Test("Nobody is let in while nobody writes, one writer is enough, and strangers are turned away")
  func doors() throws {
    var facts = stat()
    #expect(stat(writer.socket, &facts) == 0 && facts.st_mode & 0o777 == 0o600)
    #expect(facts.st_mode & S_IFMT == S_IFSOCK)
    let second = try Run.faragir(["writer", "--db", office.records])
    #expect(second.status == 3 && second.errors.contains("دو نویسنده"))
    // The first goes on.
    _ = try grid()
    if geteuid() == 0 {
      // A user of no name, whom not even the mode of the socket keeps out.
      chmod(writer.socket, 0o666)
      chmod(office.folder.path, 0o777)
      let talk = """
        import os, socket, sys
        os.setuid(65534)
        s = socket.socket(socket.AF_UNIX)
        s.connect(sys.argv[1])
        try:
            s.sendall(b'H\\0\\0\\0\\2{}')
            sys.exit(0 if s.recv(1) == b'' else 1)
        except ConnectionError:
            pass
        """
      #expect(try Run.system(["python3", "-c", talk, writer.socket]) == 0)
    }
    try writer.stop()
    #expect(access(writer.socket, F_OK) != 0)
  }

  @Test("A writer that hangs holds up no key: the mark waits, and is made once it goes on")
  func hung() throws {
    let terminal = try grid()
    writer.child?.signal(SIGSTOP)
    try terminal.type("ح")
    try terminal.type("ح")
    try terminal.waitForScreen("ثبت پیشین هنوز در نوبت است")
    #expect(try marks() == 0)
    writer.child?.signal(SIGCONT)
    try terminal.waitForScreen("۱ از ۳۰ ثبت شد")
    #expect(try marks() == 1)
    try terminal.type("ح")
    try terminal.waitForScreen("۲ از ۳۰ ثبت شد")
  }

  @Test("A session that is to take or write a bundle says who does that on a server, and by what")
  func exchange() throws {
    let expert = try #require(office.logins.first { $0.role == .expert }).username
    let (key, station) = (
      try ServerOffice.makeKey("expert", in: office.folder),
      try office.folder.file("station.faragir")
    )
    let unit = try Store.open(at: office.records).read { try $0.units(in: .everything) }
    let district = try #require(unit.first { $0.kind == .district }).code
    for words in [
      ["key", "add", expert, key + ".pub", "--db", office.records],
      ["exchange", "key", "\(station).pub", "--db", station],
      [
        "exchange", "enrol", "\(station).in", "--unit", district, "--key", "\(station).pub", "--db",
        office.records,
      ],
    ] {
      let run = try Run.faragir(words)
      #expect(run.status == 0, "\(run.errors)")
    }
    let terminal = try session(key: 1)
    try terminal.waitForScreen("تابلو اعلانات")
    try terminal.type("\u{10}تبادل")
    try terminal.waitForScreen("تبادل با سامانهٔ استان")
    try terminal.type("\r")
    try terminal.waitForScreen("خواندن بسته از فلش")
    try terminal.type("\u{1B}[B\r")
    try terminal.waitForScreen("Enter خواندن بسته")
    try terminal.type("bundle\r")
    try terminal.waitForScreen("بسته را مدیر کارساز")
    try terminal.type("\u{1B}")
    try Deadline.wait(.seconds(60), for: "the panel to close") {
      terminal.drain()
      return !terminal.shows(TmuxTerminal.shown("بسته را مدیر کارساز"))
    }
    try terminal.type("\u{1B}[B\r")
    try terminal.waitForScreen("Enter نوشتن پرونده")
    try terminal.type("\r")
    try terminal.waitForScreen("بسته را مدیر کارساز")
  }

  @Test("A writer that another program has started ends when that program is gone")
  func forsaken() throws {
    writer.forsake()
    #expect(try writer.child?.wait() == 0)
    #expect(access(writer.socket, F_OK) != 0)
  }

  /// The form of a new task, half filled.
  private func halfFilledForm() throws -> PseudoTerminal {
    let terminal = try session()
    try terminal.waitForScreen("تابلو اعلانات")
    try openForm(terminal)
    try terminal.type("سرکشی")
    try terminal.waitForScreen("سرکشی")
    return terminal
  }

  private func openForm(_ terminal: PseudoTerminal) throws {
    try terminal.type("\u{10}کارها")
    try terminal.waitForScreen("کارها")
    try terminal.type("\r")
    try terminal.waitForScreen("سپردن کار")
    try terminal.type("\u{1B}4")
    try terminal.waitForScreen("انجام‌دهنده")
  }

  @Test("A half-filled form of a dropped line, or of a process that was killed, comes back")
  func halfFilled() throws {
    let drafts = "\(office.folder.path)/folders/\(office.manager)/.local/state/faragir/drafts"
    let dropped = try halfFilledForm()
    dropped.child.signal(SIGHUP)
    _ = try dropped.waitForEnd()
    var facts = stat()
    #expect(stat(drafts, &facts) == 0 && facts.st_mode & 0o077 == 0)
    let next = try session(isFirst: false)
    try next.waitForScreen("نیمه‌کاره مانده است")
    try openForm(next)
    try next.waitForScreen("سرکشی")
    try next.type(" ناگهانی")
    try Deadline.wait(.seconds(60), for: "the draft to be kept") {
      next.drain()
      return String(decoding: try Descriptor.readAll(drafts), as: UTF8.self).contains("ناگهانی")
    }
    next.child.signal(SIGKILL)
    _ = try next.waitForEnd()
    let last = try session(isFirst: false)
    try last.waitForScreen("نیمه‌کاره مانده است")
    try openForm(last)
    try last.waitForScreen("ناگهانی")
  }

  @Test("The keeper of the server sees who is in, says something to all, and ends their sessions")
  func who() throws {
    let terminal = try session()
    try terminal.waitForScreen("تابلو اعلانات")
    let listed = try Run.faragir(["who", "--db", office.records])
    #expect(listed.status == 0 && listed.lines[0].hasPrefix("\(office.manager)\t"))
    #expect(listed.lines.count == 2)
    let json = try Run.faragir(["who", "--json", "--db", office.records])
    #expect(json.text.contains("\"username\":\"\(office.manager)\""))
    let said = try Run.faragir(["who", "--say", "ساعت ده خاموش می‌شود", "--db", office.records])
    #expect(said.status == 0)
    try terminal.waitForScreen("ساعت ده خاموش می‌شود")
    // A writer that was started anew hears of those who are in.
    try writer.kill()
    try writer.start()
    try Deadline.wait(.seconds(60), for: "the session to come back") {
      terminal.drain()
      return try Run.faragir(["who", "--db", office.records]).lines.count == 2
    }
    #expect(try Run.faragir(["who", "--end-in", "3", "--db", office.records]).status == 0)
    try terminal.waitForScreen("دقیقهٔ دیگر پایان می‌یابد")
    #expect(try Run.faragir(["who", "--end-in", "0", "--db", office.records]).status == 0)
    #expect(try terminal.waitForEnd() == 0)
    try writer.stop()
    #expect(try Run.faragir(["who", "--db", office.records]).status == 3)
  }

  private static func persian(_ number: Int) -> String {
    String(
      String(number).compactMap { Unicode.Scalar(0x6F0 + UInt32($0.wholeNumberValue ?? 0)) }
        .map(Character.init))
  }
}
