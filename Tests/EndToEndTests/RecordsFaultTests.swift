import Glibc
import Store
import TestKit
import Testing
import Training

@Suite("Damaged records, lost logs, wrong clocks and old copies", .serialized)
struct RecordsFaultTests {
  private let office: SampleOffice
  private var folder: TemporaryFolder { office.folder }

  init() throws { office = try SampleOffice() }

  /// Records whose program was killed with marks in the log and not in the file.
  private func killed(_ name: String, marks: Int) throws -> String {
    let records = try office.copy(name)
    let terminal = try office.openGrid(records)
    for _ in 0..<marks { try terminal.type("ح") }
    try Deadline.wait(.seconds(60), for: "\(marks) marks") {
      terminal.drain()
      return SampleOffice.shownMarks(terminal) == marks
    }
    terminal.child.signal(SIGKILL)
    _ = try terminal.waitForEnd()
    return records
  }

  @Test("A log that was removed or damaged is noticed: how much is gone is said, the rest is sound")
  func lostLog() throws {
    for isRemoved in [true, false] {
      let records = try killed("lost-\(isRemoved).faragir", marks: 8)
      if isRemoved {
        unlink(records + "-wal")
      } else {
        var log = try Descriptor.readAll(records + "-wal")
        try #require(log.count > 20_000)
        log[log.count / 2] ^= 0x10
        try folder.write(log, to: records + "-wal")
      }
      unlink(records + "-shm")
      let check = try Run.faragir(["check", "--db", records])
      #expect(check.status == 3)
      #expect(check.errors.contains("تغییر آخر این پرونده از دست رفته است"), "\(check.errors)")
      #expect(!check.errors.contains("آسیب دیده است؛"), "what is there is sound")
      let kept = try SampleOffice.marks(in: records, of: office.manager)
      #expect(isRemoved ? kept == 0 : (0..<8).contains(kept))
      // It stays said until somebody deals with it, and the portal says it too.
      #expect(try Run.faragir(["check", "--db", records]).status == 3)
      let terminal = try PseudoTerminal(
        ["--db", records, "--bidi", "explicit"],
        environment: Product.environment(home: folder.path, terminal: "vt220"))
      try terminal.waitForScreen("از دست رفته است")
    }
  }

  @Test("A log that is whole is read after kill -9, and the portal says how the program ended")
  func wholeLog() throws {
    let records = try killed("whole.faragir", marks: 3)
    let terminal = try PseudoTerminal(
      ["--db", records, "--bidi", "explicit"],
      environment: Product.environment(home: folder.path, terminal: "vt220"))
    try terminal.waitForScreen("ناگهان بسته شده")
    terminal.child.signal(SIGKILL)
    _ = try terminal.waitForEnd()
    #expect(try SampleOffice.marks(in: records, of: office.manager) == 3)
    #expect(try Run.faragir(["check", "--db", records]).status == 0)
  }

  @Test(
    "Pages with turned bits and cut files end every command with a sentence, never with a crash")
  func damagedPages() throws {
    let sound = try Descriptor.readAll(office.records)
    var random = SplitMix64(seed: 17)
    var found = 0
    let pages = sound.count / 4096
    for trial in 0..<12 {
      var bytes = sound
      if trial < 10 {
        let page = Int.random(in: 1..<pages, using: &random)
        for _ in 0..<40 {
          bytes[page * 4096 + Int.random(in: 0..<4096, using: &random)] ^= 0x5A
        }
      } else {
        bytes.removeLast(4096 * Int.random(in: 1..<(pages / 2), using: &random) + 100)
      }
      let records = try folder.file("bits-\(trial).faragir")
      try folder.write(bytes, to: records)
      let check = try Run.faragir(["check", "--db", records])
      #expect([0, 3].contains(check.status), "\(check.status)")
      if check.status == 3 {
        found += 1
        #expect(check.errors.contains("آسیب دیده"), "\(check.errors)")
        let copy = "\(records).copy"
        let rotated = try Run.faragir(["backup", "--rotate", "1", folder.path, "--db", records])
        #expect([1, 3].contains(rotated.status), "a damaged copy does not drive out sound ones")
        #expect(access(copy, F_OK) != 0)
      }
      for words in [["calendar"], ["deadlines", "--as", "csv"]] {
        let run = try Run.faragir(
          ["export"] + words + ["--user", office.manager, "--password-fd", "0", "--db", records],
          input: Office.password + "\n")
        #expect([0, 1, 3].contains(run.status), "\(run.status)")
        if run.status != 0 { #expect(!run.errors.isEmpty) }
      }
    }
    #expect(found >= 6, "most of the damage lies where something is")
  }

  @Test("A clock that was set back is said before anybody logs in; the time zone changes nothing")
  func clockAndZone() throws {
    let records = try office.copy("clock.faragir")
    for (now, words) in [("1390-02-05", "عقب‌تر است"), ("1450-02-05", "بیش از یک سال گذشته")] {
      let script = try folder.file("clock.play", "expect \(words)\n")
      let run = try Run.faragir(["play", script, "--db", records, "--now", now])
      #expect(run.status == 0, "\(run.errors)")
    }
    let quiet = try folder.file("quiet.play", "absent عقب‌تر است\nabsent بیش از یک سال\n")
    #expect(try Run.faragir(["play", quiet, "--db", records]).status == 0)
    var outputs: Set<[UInt8]> = []
    for zone in ["UTC", "Asia/Tehran", "America/Los_Angeles", "Pacific/Kiritimati"] {
      let run = try Run.faragir(
        [
          "export", "deadlines", "--as", "csv", "--user", office.manager, "--password-fd", "0",
          "--db", records,
        ], input: Office.password + "\n", environment: ["TZ": zone])
      #expect(run.status == 0, "\(run.errors)")
      outputs.insert(run.output)
    }
    #expect(outputs.count == 1)
  }

  @Test("S0-12 an old copy of the server put in its place, and two servers at once, are noticed")
  func twoServers() throws {
    let it = try ExchangeOffices()
    try it.enrol()
    let old = try Descriptor.readAll(it.server)
    try it.register(700, in: it.station)
    func up() throws -> Run {
      let push = "\(it.stick)/push"
      #expect(try it.exchange(it.station, "send", push).status == 0)
      return try it.exchange(it.server, "receive", push)
    }
    #expect(try up().status == 0)
    #expect(try it.exchange(it.server, "send", "\(it.stick)/answer").status == 0)
    #expect(try it.exchange(it.station, "receive", "\(it.stick)/answer").status == 0)
    // Another machine with the disk of last week: the same file, and nothing beside it.
    try it.folder.write(old, to: it.server)
    for suffix in ["-wal", "-shm", ".queue", ".lock"] { unlink(it.server + suffix) }
    try it.register(701, in: it.station)
    var run = try up()
    #expect(run.status == 1)
    #expect(run.errors.contains("پشتیبان کهنه‌ای با دست"), "\(run.errors)")
    // It has gone its own way by now.
    for number in 702...706 { try it.register(number, in: it.server) }
    run = try up()
    #expect(run.status == 1)
    #expect(run.errors.contains("دو رونوشت از یک سرور"), "\(run.errors)")
    #expect(try it.status(it.station).contains(#""waiting":1"#))
    // What the sentence says to do.
    let copy = try it.folder.file("copy")
    #expect(try Run.faragir(["backup", copy, "--db", it.server]).status == 0)
    #expect(try Run.faragir(["restore", copy, "--db", it.server]).status == 0)
    try it.enrol()
    #expect(try up().status == 0)
    for number in 700...706 { #expect(try it.knows(number, in: it.server), "\(number)") }
    for number in 700...706 { #expect(try it.knows(number, in: it.station), "\(number)") }
  }

  @Test("An old copy put over the records on the same machine is noticed, and gives no id twice")
  func oldCopy() throws {
    let records = try office.copy("over.faragir")
    let (old, before) = (
      try Descriptor.readAll(records), try Store.open(at: records).read { try $0.replica() }
    )
    _ = try killed("over.faragir", marks: 2)
    unlink(records + "-wal")
    try folder.write(old, to: records)
    let check = try Run.faragir(["check", "--db", records, "--json"])
    #expect(check.status == 3)
    #expect(check.text.contains(#""missingEntries":"#))
    #expect(try Store.open(at: records).read { try $0.replica() } != before)
  }
}
