import Glibc
import Store
import TestKit
import Testing

@Suite("Full, read-only and pulled disks", .serialized)
struct DiskFaultTests {
  private let office: SampleOffice
  private var folder: TemporaryFolder { office.folder }

  init() throws { office = try SampleOffice() }

  private func size(_ path: String) -> Int {
    var facts = stat()
    return stat(path, &facts) == 0 ? Int(facts.st_size) : 0
  }

  private func disk(kilobytes more: Int) throws -> SmallDisk {
    let disk = try SmallDisk(kilobytes: size(office.records) / 1024 + more, in: folder)
    try disk.write(try Descriptor.readAll(office.records), to: "records.faragir")
    return disk
  }

  @Test("A disk that fills up while attendance is marked: it is said, nothing is lost, it goes on")
  func fullWhileMarking() throws {
    let disk = try disk(kilobytes: 2_048)
    let records = disk.file("records.faragir")
    let terminal = try office.openGrid(records, through: disk.inside)
    try terminal.type("ح")
    try terminal.waitForScreen("۱ از ۳۰ ثبت شد")
    try disk.fill()
    for _ in 0..<6 { try terminal.type("ح") }
    try terminal.waitForScreen("دیسک پر است")
    let shown = try #require(SampleOffice.shownMarks(terminal))
    #expect(shown < 7)
    try disk.free()
    // The panel that says so is closed, and the work goes on.
    try closePanel(terminal, "دیسک پر است")
    try terminal.type("29ح")
    try terminal.waitForScreen("\(Self.persian(shown + 1)) از ۳۰ ثبت شد")
    terminal.child.signal(SIGKILL)
    _ = try terminal.waitForEnd()
    #expect(try disk.faragir(["check", "--db", records]).status == 0)
    try disk.run(["cp", records, "\(folder.path)/after.faragir"])
    #expect(
      try SampleOffice.marks(in: "\(folder.path)/after.faragir", of: office.manager) == shown + 1)
  }

  @Test("A disk that turns read-only under an open grid: no mark is shown as saved, and it goes on")
  func readOnlyWhileMarking() throws {
    let disk = try disk(kilobytes: 20_480)
    let records = disk.file("records.faragir")
    let terminal = try office.openGrid(records, through: disk.inside)
    try terminal.type("ح")
    try terminal.waitForScreen("۱ از ۳۰ ثبت شد")
    let fault = try ReadOnlyFiles(
      of: terminal.child.identity, ["", "-wal", ".queue"].map { records + $0 }, in: disk)
    try terminal.type("ح")
    try terminal.waitForScreen("نمی‌توان نوشت")
    try terminal.waitForScreen("ثبت نشد")
    #expect(SampleOffice.shownMarks(terminal) ?? 1 == 1)
    // Asked again it is refused again.
    try closePanel(terminal, "نمی‌توان نوشت")
    try terminal.waitForScreen("۱ از ۳۰ ثبت شد")
    try terminal.type("غ")
    try terminal.waitForScreen("نمی‌توان نوشت")
    try fault.end()
    try closePanel(terminal, "نمی‌توان نوشت")
    try terminal.type("ح")
    try terminal.waitForScreen("۲ از ۳۰ ثبت شد")
    terminal.child.signal(SIGKILL)
    _ = try terminal.waitForEnd()
    #expect(try disk.faragir(["check", "--db", records]).status == 0)
    try disk.run(["cp", records, "\(folder.path)/after.faragir"])
    #expect(try SampleOffice.marks(in: "\(folder.path)/after.faragir", of: office.manager) == 2)
  }

  private func closePanel(_ terminal: PseudoTerminal, _ words: String) throws {
    try terminal.type("\u{1B}")
    try Deadline.wait(.seconds(60), for: "the panel to close") {
      terminal.drain()
      return !terminal.shows(TmuxTerminal.shown(words))
    }
  }

  private static func persian(_ number: Int) -> String {
    String(
      String(number).compactMap { digit in
        digit.wholeNumberValue.flatMap { Unicode.Scalar(UInt32(0x6F0 + $0)) }.map(Character.init)
      })
  }

  @Test("Records on a disk without any room are not opened; with room they are as they were")
  func fullAtOpening() throws {
    let disk = try disk(kilobytes: 256)
    let records = disk.file("records.faragir")
    #expect(try disk.faragir(["check", "--db", records]).status == 0)
    try disk.fill()
    let run = try disk.faragir(["check", "--db", records])
    #expect(run.status == 3)
    #expect(run.errors.contains("دیسک پر است"), "\(run.errors)")
    try disk.free()
    #expect(try disk.faragir(["check", "--db", records]).status == 0)
  }

  @Test("A disk that is full while something is exported or backed up keeps the older file whole")
  func fullWhileWriting() throws {
    let disk = try SmallDisk(kilobytes: size(office.records) / 1024 + 512, in: folder)
    let kept = Array("the older file".utf8)
    for name in ["calendar.ics", "copy.faragir"] { try disk.write(kept, to: name) }
    let records = office.records
    let rotated = try disk.faragir(["backup", "--rotate", "3", disk.path, "--db", records])
    #expect(rotated.status == 0, "\(rotated.errors)")
    let names = try disk.names()
    #expect(names.count == 3)
    try disk.fill()
    let export = [
      "export", "calendar", "--user", office.manager, "--password-fd", "0", "--output",
      disk.file("calendar.ics"), "--db", records,
    ]
    for words in [
      export, ["backup", disk.file("copy.faragir"), "--db", records],
      ["backup", "--rotate", "1", disk.path, "--db", records],
      ["exchange", "key", disk.file("own.pub"), "--db", "\(folder.path)/station.faragir"],
    ] {
      let run = try disk.faragir(words, input: Office.password + "\n")
      #expect(run.status != 0)
      #expect(run.errors.contains("دیسک پر است"), "\(words): \(run.errors)")
    }
    #expect(try disk.names() == names, "nothing half made, and no copy gone for a new one")
    for name in ["calendar.ics", "copy.faragir"] {
      #expect(try disk.run(["cat", disk.file(name)]).output == kept)
    }
    try disk.free()
    try disk.run(["rm"] + names.filter { $0.hasPrefix("records-") }.map(disk.file))
    let after = try disk.faragir(["backup", disk.file("copy.faragir"), "--db", records])
    #expect(after.status == 0, "\(after.errors)")
  }

  @Test("A read-only disk is said, for records, backups and exports, and nothing is touched")
  func readOnlyDisk() throws {
    let disk = try disk(kilobytes: 1_024)
    try disk.makeReadOnly()
    for (words, sentence) in [
      (["check", "--db", disk.file("records.faragir")], "نمی‌توان نوشت"),
      (["backup", disk.file("copy"), "--db", office.records], "فقط خوانده می‌شود"),
      (
        [
          "export", "calendar", "--user", office.manager, "--password-fd", "0", "--output",
          disk.file("calendar.ics"), "--db", office.records,
        ], "فقط خوانده می‌شود"
      ),
    ] {
      let run = try disk.faragir(words, input: Office.password + "\n")
      #expect(run.status != 0)
      #expect(run.errors.contains(sentence), "\(words): \(run.errors)")
    }
    #expect(try disk.names() == ["records.faragir"])
  }

  // MARK: Sticks

  @Test("S0-12 a stick that is full or read-only takes no bundle, and the work goes on another")
  func stickWithoutRoom() throws {
    let it = try ExchangeOffices()
    try it.enrol()
    try it.register(700, in: it.station)
    let stick = try SmallDisk("small", kilobytes: 16, in: it.folder)
    let push = stick.file("push")
    func send() throws -> Run { try stick.faragir(["exchange", "send", push, "--db", it.station]) }
    var run = try send()
    #expect(run.status == 1)
    #expect(run.errors.contains("دیسک پر است"), "\(run.errors)")
    #expect(try stick.names().isEmpty)
    try stick.makeReadOnly()
    run = try send()
    #expect(run.status == 1)
    #expect(run.errors.contains("فقط خوانده می‌شود"), "\(run.errors)")
    #expect(try it.status(it.station).contains(#""waiting":1"#))
    #expect(try it.exchange(it.station, "send", "\(it.stick)/push").status == 0)
    #expect(try it.exchange(it.server, "receive", "\(it.stick)/push").status == 0)
    #expect(try it.knows(700, in: it.server))
  }

  @Test(
    "S0-12 a stick that is pulled out while a bundle is written: it is said, and nothing counts")
  func pulledWhileSending() throws {
    let it = try ExchangeOffices()
    try it.enrol()
    try it.register(700, in: it.station)
    let stick = try SmallDisk("pulled", kilobytes: 8_192, in: it.folder)
    let push = stick.file("push")
    let program = try StoppedProgram(
      ["exchange", "send", push, "--db", it.station], at: "write", number: 2,
      on: push + ".partial", in: stick, folder: it.folder)
    try stick.pull()
    let end = try program.finish()
    #expect(end.status == 1)
    #expect(end.errors.contains("بیرون کشیده شده"), "\(end.errors)")
    let status = try it.status(it.station)
    #expect(status.contains(#""waiting":1"#))
    #expect(status.contains(#""lastPush":0"#), "it does not count as sent")
    #expect(try it.exchange(it.station, "send", "\(it.stick)/push").status == 0)
    #expect(try it.exchange(it.server, "receive", "\(it.stick)/push").status == 0)
    #expect(try it.knows(700, in: it.server))
  }

  @Test("S0-12 a bundle that vanishes while it is read changes nothing, and comes whole later")
  func pulledWhileReceiving() throws {
    let it = try ExchangeOffices()
    try it.enrol()
    try it.register(700, in: it.station)
    let push = "\(it.stick)/push"
    #expect(try it.exchange(it.station, "send", push).status == 0)
    let bytes = try Descriptor.readAll(push)
    let stick = try SmallDisk("vanishing", kilobytes: bytes.count / 1024 + 256, in: it.folder)
    try stick.write(bytes, to: "push")
    // The first piece has the head, which is looked at before the rest is read.
    let program = try StoppedProgram(
      ["exchange", "receive", stick.file("push"), "--db", it.server], at: "read", number: 1,
      on: stick.file("push"), in: stick, folder: it.folder)
    try stick.run(["truncate", "-s", "2000", stick.file("push")])
    let end = try program.finish()
    #expect(end.status == 1)
    #expect(end.errors.contains("چیزی از آن خوانده نشد"), "\(end.errors)")
    #expect(try !it.knows(700, in: it.server))
    #expect(try it.exchange(it.server, "receive", push).status == 0)
    #expect(try it.knows(700, in: it.server))
  }
}
