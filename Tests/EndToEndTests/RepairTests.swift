import Glibc
import Store
import TestKit
import Testing
import Training

@Suite("Repairing records, and putting one back", .serialized)
struct RepairTests {
  private let office: SampleOffice
  private var folder: TemporaryFolder { office.folder }

  init() throws { office = try SampleOffice() }

  private func everything(_ records: String) throws -> [String: Int] {
    let store = try Store.open(at: records)
    return try store.read { records in
      let tables = try records.all(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 's%\\_%' ESCAPE '\\'"
      ) { row -> String in try row[0] }
      var counts: [String: Int] = [:]
      for table in tables { counts[table] = try records.value("SELECT count(*) FROM \(table)") }
      return counts
    }
  }

  /// The pages of a table or index by their kind in SQLite's own map of the file.
  private func pages(of name: String) throws -> [Int] {
    let script = """
      import sqlite3, sys
      c = sqlite3.connect(sys.argv[1])
      root = c.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (sys.argv[2],)).fetchone()[0]
      b = open(sys.argv[1], "rb").read()
      def walk(p):
          o = (p - 1) * 4096
          kind = b[o]
          if kind in (13, 10):
              print(p)
          elif kind in (5, 2):
              n = int.from_bytes(b[o + 3:o + 5], "big")
              for i in range(n):
                  a = o + int.from_bytes(b[o + 12 + 2 * i:o + 14 + 2 * i], "big")
                  walk(int.from_bytes(b[a:a + 4], "big"))
              walk(int.from_bytes(b[o + 8:o + 12], "big"))
      walk(root)
      """
    let run = try Run.run(
      ["python3", "-c", script, office.records, name], in: folder,
      environment: Product.environment(home: folder.path))
    return run.lines.compactMap(Int.init)
  }

  /// A copy in which pages hold nothing but noise.
  private func damaged(_ name: String, _ pages: [Int]) throws -> String {
    var bytes = try Descriptor.readAll(office.records)
    for page in pages {
      for place in (page - 1) * 4096..<page * 4096 {
        bytes[place] = UInt8(truncatingIfNeeded: place &* 31)
      }
    }
    let place = try folder.file(name)
    try folder.write(bytes, to: place)
    return place
  }

  @Test("Rows on a page that cannot be read come back from the journal; the damaged file is kept")
  func lostRows() throws {
    let before = try everything(office.records)
    let leaves = try pages(of: "mark")
    try #require(leaves.count > 2)
    let records = try damaged("marks.faragir", [leaves[leaves.count / 2]])
    #expect(try Run.faragir(["check", "--db", records]).status == 3)
    // By then it knows itself to be a copy.
    let bytes = try Descriptor.readAll(records)
    let repair = try Run.faragir(["check", "--repair", "--db", records])
    #expect(repair.status == 0, "\(repair.errors)")
    #expect(repair.text.contains("ردیف از تاریخچهٔ تغییرها برگشت"), "\(repair.text)")
    #expect(repair.text.contains("حضور و غیاب"))
    #expect(try everything(records) == before)
    let check = try Run.faragir(["check", "--db", records])
    #expect(check.status == 0, "\(check.errors)")
    let aside = try #require(repair.text.firstMatch(of: /«([^»]*\.before-[0-9]+)»/)).output.1
    #expect(try Descriptor.readAll(String(aside)) == bytes, "the original is as it was")
    // Searching, and working on, are as before.
    let people = try Store.open(at: records).read {
      try $0.people(in: .everything, matching: "احمد", limit: 5)
    }
    #expect(!people.isEmpty)
  }

  @Test("A person at a terminal sees how far the check and the repair are")
  func progress() throws {
    let records = try damaged("progress.faragir", [try pages(of: "mark")[1]])
    let terminal = try PseudoTerminal(
      ["check", "--repair", "--db", records],
      environment: Product.environment(home: folder.path, terminal: "vt220"))
    #expect(try terminal.waitForEnd() == 0)
    let shown = String(decoding: terminal.bytes, as: UTF8.self)
    #expect(shown.contains("وارسی: ") && shown.contains("گام"), "\(shown)")
    #expect(shown.contains("\rترمیم: ٪۱۰۰"), "\(shown)")
  }

  @Test("Where only an index is damaged nothing is lost, and the copy keeps its number")
  func lostIndex() throws {
    let index = try Store.open(at: office.records).read { records in
      try records.value(
        "SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'mark' AND sql IS NOT NULL LIMIT 1"
      ) as String
    }
    let records = try damaged("index.faragir", Array(try pages(of: index).prefix(1)))
    let before = try everything(office.records)
    #expect(try Run.faragir(["check", "--db", records]).status == 3)
    let number = try Store.open(at: records).read { try $0.replica() }
    let repair = try Run.faragir(["check", "--repair", "--db", records])
    #expect(repair.status == 0, "\(repair.errors)")
    #expect(repair.text.contains("تنها نمایه‌ها آسیب دیده بودند"), "\(repair.text)")
    #expect(try everything(records) == before)
    #expect(try Store.open(at: records).read { try $0.replica() } == number)
    #expect(try Run.faragir(["check", "--db", records]).status == 0)
  }

  @Test("A damaged page of the journal is told, the records stay, and the copy gets a new number")
  func lostEntries() throws {
    let leaves = try pages(of: "store_entry")
    let records = try damaged("journal.faragir", [leaves[leaves.count / 2]])
    let number = try Store.open(at: records).read { try $0.replica() }
    let before = try everything(office.records)
    let repair = try Run.faragir(["check", "--repair", "--db", records])
    #expect(repair.status == 0, "\(repair.errors)")
    #expect(repair.text.contains("ثبت تاریخچه از دست رفته"), "\(repair.text)")
    #expect(repair.text.contains("شمارهٔ تازه"))
    #expect(try everything(records) == before)
    #expect(try Store.open(at: records).read { try $0.replica() } != number)
  }

  @Test("Sound records are not touched; records in use and strangers' files are not repaired")
  func nothingToDo() throws {
    let sound = try Descriptor.readAll(office.records)
    let run = try Run.faragir(["check", "--repair", "--db", office.records])
    #expect(run.status == 0 && run.text.contains("چیزی برای ترمیم نیست"))
    #expect(try Descriptor.readAll(office.records) == sound)
    let records = try damaged("busy.faragir", [try pages(of: "mark")[1]])
    let store = try Store.open(at: records)
    #expect(try Run.faragir(["check", "--repair", "--db", records]).status == 3)
    withExtendedLifetime(store) {}
    let text = String(repeating: "not a database\n", count: 100)
    let other = try folder.file("other.txt", text)
    #expect(try Run.faragir(["check", "--repair", "--db", other]).status == 3)
    #expect(try Descriptor.readAll(other) == Array(text.utf8))
  }

  @Test("One record comes back from a backup with what belonged to it, journaled, and nothing else")
  func oneRecord() throws {
    let backup = try folder.file("backup.faragir")
    #expect(try Run.faragir(["backup", backup, "--db", office.records]).status == 0)
    let records = try office.copy("lost.faragir")
    let (person, code, marks) = try { () -> (Int64, String, Int) in
      let store = try Store.open(at: records)
      let found = try store.read { records in
        let person: Int64 = try records.value(
          "SELECT person FROM enrolment JOIN mark ON mark.enrolment = enrolment.id LIMIT 1")
        return (
          person,
          try records.value("SELECT national_code FROM person WHERE id = ?", [person]) as String,
          try records.value(
            "SELECT count(*) FROM mark WHERE enrolment IN (SELECT id FROM enrolment WHERE person = ?)",
            [person]) as Int
        )
      }
      try store.write(at: 1) { records in
        try records.run(
          "DELETE FROM mark WHERE enrolment IN (SELECT id FROM enrolment WHERE person = ?)",
          [found.0])
        try records.run("UPDATE person SET first_name = 'دیگری' WHERE id = ?", [found.0])
        try records.run("UPDATE person SET mobile = '0912' WHERE id <> ?", [found.0])
        try records.journal(Cause(useCase: "test"))
      }
      return found
    }()
    let before = try Store.open(at: records).read { try $0.lastEntryNumber() }
    let run = try Run.faragir(
      ["restore", backup, "--record", "person:\(code)", "--db", records])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.text.contains("از پشتیبان برگشت"), "\(run.text)")
    let store = try Store.open(at: records)
    try store.read { records in
      let back: Int = try records.value(
        "SELECT count(*) FROM mark WHERE enrolment IN (SELECT id FROM enrolment WHERE person = ?)",
        [person])
      #expect(back == marks)
      let name: String = try records.value("SELECT first_name FROM person WHERE id = ?", [person])
      #expect(name != "دیگری")
      let others: Int = try records.value("SELECT count(*) FROM person WHERE mobile = '0912'")
      #expect(others > 100, "the rest is as it is now")
      let entry = try #require(try records.entry(number: before + 1))
      #expect(entry.useCase == "record.restore" && entry.reason.contains("backup.faragir"))
    }
    let again = try Run.faragir(
      ["restore", backup, "--record", "person:\(code)", "--db", records])
    #expect(again.text.contains("چیزی تغییر نکرد"))
    for (name, status) in [("person:0000000000", 1), ("nothing:1", 1), ("person", 2)] {
      let run = try Run.faragir(["restore", backup, "--record", name, "--db", records])
      #expect(run.status == Int32(status), "\(name): \(run.errors)")
    }
  }
}
