import Glibc
import Store
import Testing

@Suite("Looking after the records from the command line")
struct RecordsCommandTests {
  private let folder: TemporaryFolder
  private let records: String

  init() throws {
    folder = try TemporaryFolder()
    records = try folder.file("office.faragir")
    _ = try Store.open(at: records)
  }

  @Test("check says that sound records are sound, also as JSON")
  func soundRecords() throws {
    let plain = try Run.faragir(["check", "--db", records])
    #expect(plain.status == 0)
    #expect(plain.text.contains(records))
    let json = try Run.faragir(["check", "--db", records, "--json"])
    #expect(json.text.contains(#""isClean":true"#))
    #expect(json.text.contains(#""problems":[]"#))
  }

  @Test("check finds damage, says so and ends with code 3")
  func damagedRecords() throws {
    var bytes = try Descriptor.readAll(records)
    for place in 8192..<min(bytes.count, 40_000) { bytes[place] ^= 0x5A }
    let damaged = try folder.file("damaged.faragir")
    try folder.write(bytes, to: damaged)
    let run = try Run.faragir(["check", "--db", damaged])
    #expect(run.status == 3)
    #expect(!run.errors.isEmpty)
  }

  @Test("A file that is not there is code 1 and is not created by a check or a backup")
  func missingRecords() throws {
    let missing = try folder.file("missing.faragir")
    for words in [["check"], ["backup", "\(folder.path)/copy"]] {
      let run = try Run.faragir(words + ["--db", missing])
      #expect(run.status == 1)
      #expect(run.errors.contains(missing))
      #expect(access(missing, F_OK) != 0)
    }
  }

  @Test("A file that is no records file is refused with code 3 and stays as it was")
  func foreignFile() throws {
    let text = String(repeating: "not a database\n", count: 100)
    let other = try folder.file("other.txt", text)
    let run = try Run.faragir(["check", "--db", other])
    #expect(run.status == 3)
    #expect(try Descriptor.readAll(other) == Array(text.utf8))
  }

  @Test("A backup is a sound records file, and restoring it puts the records of now aside")
  func backupAndRestore() throws {
    let copy = try folder.file("copy.faragir")
    #expect(try Run.faragir(["backup", copy, "--db", records]).status == 0)
    #expect(try Run.faragir(["check", "--db", copy]).status == 0)
    let restored = try Run.faragir(["restore", copy, "--db", records])
    #expect(restored.status == 0)
    let aside = restored.text.firstRange(of: "before-")
    #expect(aside != nil)
    #expect(try Run.faragir(["check", "--db", records]).status == 0)
  }

  @Test("The records themselves are never taken for their own backup")
  func sameFile() throws {
    for command in ["backup", "restore"] {
      let run = try Run.faragir([command, records, "--db", records])
      #expect(run.status == 1)
    }
    #expect(try Run.faragir(["check", "--db", records]).status == 0)
  }

  @Test("A damaged backup is refused and the records stay in place")
  func damagedBackup() throws {
    let broken = try folder.file("broken", "SQLite format 3\u{0}and then nothing")
    let before = try Descriptor.readAll(records)
    let run = try Run.faragir(["restore", broken, "--db", records])
    #expect(run.status == 3)
    #expect(try Descriptor.readAll(records) == before)
  }

  @Test("Records that somebody has open are not restored over: code 3")
  func restoreWhileOpen() throws {
    let copy = try folder.file("copy.faragir")
    #expect(try Run.faragir(["backup", copy, "--db", records]).status == 0)
    let store = try Store.open(at: records)
    let run = try Run.faragir(["restore", copy, "--db", records])
    #expect(run.status == 3)
    withExtendedLifetime(store) {}
  }

  @Test(
    "Rotating backups keep the newest, nothing else of the folder goes, and each can be restored")
  func rotation() throws {
    let kept = try folder.file("kept")
    #expect(mkdir(kept, 0o700) == 0)
    let other = "\(kept)/records.txt"
    try folder.write([1], to: other)
    var made: [String] = []
    for _ in 0..<3 {
      let run = try Run.faragir(["backup", "--rotate", "2", kept, "--db", records])
      #expect(run.status == 0, "\(run.errors)")
      made.append(
        try #require(run.text.firstMatch(of: /records-[0-9-]+\.faragir/)).output.description)
    }
    let names = try Run.run(
      ["ls", "-A", kept], in: folder, environment: Product.environment(home: folder.path)
    ).lines.filter { !$0.isEmpty }
    #expect(Set(names) == Set(made.suffix(2) + ["records.txt"]))
    let fresh = try folder.file("fresh.faragir")
    #expect(try Run.faragir(["restore", "\(kept)/\(made[2])", "--db", fresh]).status == 0)
    #expect(try Run.faragir(["check", "--db", fresh]).status == 0)
    #expect(
      try Run.faragir(["backup", "--rotate", "2", "\(kept)/none", "--db", records]).status != 0)
  }

  @Test("Without --db the records are where FARAGIR_DB or the data folder says")
  func whereRecordsAre() throws {
    let named = try Run.faragir(["check"], environment: ["FARAGIR_DB": records])
    #expect(named.status == 0)
    let usual = try Run.faragir(["check"], in: folder)
    #expect(usual.errors.contains("\(folder.path)/.local/share/faragir/records.faragir"))
    let moved = try Run.faragir(["check"], in: folder, environment: ["XDG_DATA_HOME": "/nowhere"])
    #expect(moved.errors.contains("/nowhere/faragir/records.faragir"))
    let relative = try Run.faragir(["check"], in: folder, environment: ["XDG_DATA_HOME": "here"])
    #expect(relative.errors.contains("\(folder.path)/.local/share/"))
  }
}
