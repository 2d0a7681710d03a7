import Glibc
import Store
import TestKit
import Testing
import UseCases

@Suite("Marking attendance in the built program", .serialized)
struct MarkingTests {
  private let office: SampleOffice

  init() throws { office = try SampleOffice() }

  @Test("S2-7.9a a class of thirty is marked with three exceptions in ten keys")
  func tenKeys() throws {
    let records = try office.copy("ten.faragir")
    let terminal = try office.openGrid(records)
    // Esc and 5 are F5.
    try terminal.type("4غ9غ17م\u{1B}5")
    try terminal.waitForScreen("۳۰ از ۳۰ ثبت شد")
    #expect(try SampleOffice.marks(in: records, of: office.manager) == 30)
  }

  @Test("A mark made in one program appears in another that shows the same class")
  func twoPrograms() throws {
    let records = try office.copy("two.faragir")
    let one = try office.openGrid(records)
    let other = try office.openGrid(records)
    try one.type("ح")
    try one.waitForScreen("۱ از ۳۰ ثبت شد")
    try other.waitForScreen("۱ از ۳۰ ثبت شد", within: .seconds(60))
    try other.type("2غ")
    try one.waitForScreen("۲ از ۳۰ ثبت شد", within: .seconds(60))
  }

  @Test("While another program writes the keys work, it says who writes, and the mark follows")
  func waitsForTurn() throws {
    let records = try office.copy("waits.faragir")
    let terminal = try office.openGrid(records)
    let store = try Store.open(at: records, options: Store.Options(name: "import"))
    try store.write(at: 0) { _ in
      try terminal.type("ح")
      try terminal.waitForScreen("«import»")
      try terminal.type("7")
      try terminal.waitForScreen("ردیف ۷")
    }
    try terminal.waitForScreen("۱ از ۳۰ ثبت شد")
    #expect(try SampleOffice.marks(in: records, of: office.manager) == 1)
  }

  @Test("A cell that two programs change at once is a conflict on one of the screens")
  func conflict() throws {
    let records = try office.copy("conflict.faragir")
    let terminals = [try office.openGrid(records), try office.openGrid(records)]
    let store = try Store.open(at: records, options: Store.Options(name: "import"))
    // Both wait for their turn with the same empty cell in sight.
    try store.write(at: 0) { _ in
      try terminals[0].type("ح")
      try terminals[0].waitForScreen("«import»")
      try terminals[1].type("غ")
      try terminals[1].waitForScreen("«import»")
    }
    var conflicts = 0
    for terminal in terminals {
      try terminal.waitForScreen("۱ از ۳۰ ثبت شد")
      do {
        try terminal.waitForScreen("همکارتان هم‌زمان ثبت کرده است", within: .seconds(5))
        conflicts += 1
      } catch is HarnessError {}
    }
    #expect(conflicts == 1)
    #expect(try SampleOffice.marks(in: records, of: office.manager) == 1)
  }

  @Test("The log of the records is on the disk before the mark's bytes go to the terminal")
  func durableBeforeShown() throws {
    let records = try office.copy("trace.faragir")
    let trace = try office.folder.file("trace.txt")
    let terminal = try office.openGrid(
      records,
      through: [
        "strace", "-f", "-y", "-e", "trace=read,write,fdatasync,fsync,pwrite64", "-o", trace,
      ])
    try terminal.type("ح")
    try terminal.waitForScreen("۱ از ۳۰ ثبت شد")
    try terminal.type("\u{1B}0")
    _ = try terminal.waitForEnd()
    let calls = String(decoding: try Descriptor.readAll(trace), as: UTF8.self)
      .split(separator: "\n").map(String.init)
    // The key as strace writes its two bytes.
    let key = try #require(
      calls.firstIndex { $0.contains("read(0<") && $0.contains(#""\330\255""#) })
    let after = calls[key...]
    let logged = try #require(after.firstIndex { $0.contains("pwrite64(") && $0.contains("-wal>") })
    let synced = try #require(
      after.firstIndex {
        $0.contains("-wal>") && ($0.contains("fdatasync(") || $0.contains("fsync("))
          && $0.hasSuffix("= 0")
      })
    let shown = try #require(after.firstIndex { $0.contains("write(1<") })
    #expect(logged < synced)
    #expect(synced < shown)
  }

  @Test("After kill -9 at any moment every mark that was shown is there, and the records are sound")
  func killed() throws {
    var random = SystemRandomNumberGenerator()
    for trial in 0..<Trials.kills {
      let records = try office.copy("killed.faragir")
      for suffix in ["-wal", "-shm", ".queue"] { unlink(records + suffix) }
      let terminal = try office.openGrid(records)
      // Keys arrive as fast as they are taken; the end comes somewhere among them.
      let keys = Int.random(in: 1...28, using: &random)
      for _ in 0..<keys { try terminal.type("ح") }
      usleep(UInt32.random(in: 0...60_000, using: &random))
      terminal.child.signal(SIGKILL)
      _ = try terminal.waitForEnd()
      let shown = try #require(SampleOffice.shownMarks(terminal), "trial \(trial)")
      let kept = try SampleOffice.marks(in: records, of: office.manager)
      #expect(kept >= shown, "trial \(trial): \(shown) shown, \(kept) kept")
      #expect(kept <= keys)
      let store = try Store.open(at: records)
      #expect(try store.problems(.quick).isEmpty)
    }
    #expect(
      try Run.faragir(["check", "--db", try office.folder.file("killed.faragir")]).status == 0)
  }
}
