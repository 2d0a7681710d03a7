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

  private func number() throws -> String {
    let store = try Store.open(at: office.records)
    return "\(try store.read { try $0.accessKeys()[0].id.rawValue })"
  }

  /// The portal as sshd would open it for the key, as far as the grid of the class that meets today.
  private func grid() throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      ["session", "--key", try number(), "--db", office.records],
      environment: Product.environment(home: office.folder.path, terminal: "vt220"))
    try SampleOffice.openGrid(terminal)
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
        s.sendall(b'H\\0\\0\\0\\2{}')
        sys.exit(0 if s.recv(1) == b'' else 1)
        """
      #expect(try Run.system(["python3", "-c", talk, writer.socket]) == 0)
    }
    try writer.stop()
    #expect(access(writer.socket, F_OK) != 0)
  }

  private static func persian(_ number: Int) -> String {
    String(
      String(number).compactMap { Unicode.Scalar(0x6F0 + UInt32($0.wholeNumberValue ?? 0)) }
        .map(Character.init))
  }
}
