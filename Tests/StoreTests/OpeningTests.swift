import Glibc
import Store
import Testing
import Training

@Suite("Opening")
struct OpeningTests {
  @Test("Sixteen processes at once on a new file all get in, and it is set up once")
  func sixteenProcesses() async throws {
    let folder = TemporaryFolder()
    let file = folder.file
    await withTaskGroup { group in
      for index in 0..<16 {
        group.addTask {
          await #expect(processExitsWith: .success) {
            [file = file as String, index = index as Int] in
            let store = try Store.open(at: file, migrations: testMigrations)
            try store.write(at: 1) { records in
              try records.addUnit("\(index)")
              try records.journal(.test)
            }
          }
        }
      }
    }
    let store = try folder.store()
    #expect(try store.read { try $0.count("unit") } == 16)
    #expect(try store.read { try $0.count("store_replica") } == 1)
    #expect(try store.read { try $0.lastEntryNumber() } == 16)
    #expect(try store.firstAlteredEntry() == nil)
  }

  @Test("A file of a newer program is refused and not touched")
  func newerSchema() throws {
    let folder = TemporaryFolder()
    let later = Migration(
      version: 2, name: "Later", script: "CREATE TABLE late (id INTEGER) STRICT")
    _ = try Store.open(at: folder.file, migrations: testMigrations + [later])
    let before = folder.bytes("records.db")
    #expect(throws: StoreError.newerSchema(found: 3, known: 2)) { try folder.store() }
    #expect(folder.bytes("records.db") == before)
  }

  @Test("A terminal of an older program, still open when a newer one migrates, writes no more")
  func migratedUnderneath() throws {
    let folder = TemporaryFolder()
    let old = try folder.store()
    let later = Migration(
      version: 2, name: "Later", script: "CREATE TABLE late (id INTEGER) STRICT")
    _ = try Store.open(at: folder.file, migrations: testMigrations + [later])
    #expect(throws: StoreError.newerSchema(found: 3, known: 2)) {
      try old.write(at: 1) { _ in }
    }
  }

  @Test("A failed migration leaves the file as it was")
  func failedMigration() throws {
    let folder = TemporaryFolder()
    do {
      let store = try folder.store()
      try store.write(at: 1) { records in
        try records.addUnit("الف")
        try records.journal(.test)
      }
    }
    let bad = Migration(
      version: 2, name: "Bad", script: "CREATE TABLE late (id INTEGER) STRICT; DROP TABLE nothing")
    #expect(throws: StoreError.self) {
      try Store.open(at: folder.file, migrations: testMigrations + [bad])
    }
    #expect(try folder.store().read { try $0.count("unit") } == 1)
  }

  @Test("What is no records file is told so and not touched", arguments: [true, false])
  func foreignFile(isDatabase: Bool) throws {
    let folder = TemporaryFolder()
    if isDatabase {
      // A database of another program, which does not mark its files.
      let other = Migration(version: 0, name: "Other", script: Migration.foundation.script)
      let store = try Store.open(at: folder.file, migrations: [other])
      try store.write(at: 1) { try $0.run("PRAGMA application_id = 0") }
    } else {
      folder.write("records.db", Array(repeating: UInt8(ascii: "x"), count: 5_000))
    }
    let before = folder.bytes("records.db")
    #expect(throws: StoreError.notARecordsFile) { try folder.store() }
    #expect(folder.bytes("records.db") == before)
  }

  @Test("A folder that is not there, and a folder in place of the file, are told with the reason")
  func cannotOpen() throws {
    let folder = TemporaryFolder()
    for path in [folder.path + "/none/records.db", folder.path] {
      let error = #expect(throws: StoreError.self) {
        try Store.open(at: path, migrations: testMigrations)
      }
      #expect("\(String(describing: error))".contains("file(\"\(path)"))
    }
  }

  @Test("A store opened for reading reads, refuses writing, and creates nothing")
  func readOnly() throws {
    let folder = TemporaryFolder()
    #expect(throws: StoreError.self) { try folder.store(.init(isReadOnly: true)) }
    #expect(folder.bytes("records.db") == nil)
    let writer = try folder.store()
    try writer.write(at: 1) { records in
      try records.addUnit("الف")
      try records.journal(.test)
    }
    let store = try folder.store(.init(isReadOnly: true))
    #expect(try store.read { try $0.count("unit") } == 1)
    #expect(throws: StoreError.readOnly) {
      try store.write(at: 1) { try $0.run("INSERT INTO local_draft (text) VALUES ('x')") }
    }
  }

  @Test("The file belongs to its owner alone, and so do the files beside it")
  func permissions() throws {
    let folder = TemporaryFolder()
    let store = try folder.store()
    try store.write(at: 1) { try $0.run("INSERT INTO local_draft (text) VALUES ('x')") }
    for name in ["records.db", "records.db-wal", "records.db.lock", "records.db.queue"] {
      #expect(folder.mode(name) == 0o600, "\(name)")
    }
    _ = store.version
  }

  @Test("The end of a program killed in the middle is noticed; what was committed is there")
  func uncleanEnd() async throws {
    let folder = TemporaryFolder()
    let file = folder.file
    #expect(try !folder.store().endedUncleanly, "a new file")
    #expect(try !folder.store().endedUncleanly, "closed properly")
    await #expect(processExitsWith: .signal(SIGKILL)) { [file = file as String] in
      let store = try Store.open(at: file, migrations: testMigrations)
      try store.write(at: 1) { records in
        try records.addUnit("committed")
        try records.journal(.test)
      }
      try store.write(at: 2) { records in
        try records.addUnit("not committed")
        kill(getpid(), SIGKILL)
      }
    }
    let store = try folder.store()
    #expect(store.endedUncleanly)
    #expect(try store.read { try $0.count("unit") } == 1)
    #expect(try !folder.store().endedUncleanly, "somebody has it open: not for us to judge")
  }

  @Test("A file cut short is told as damage by the check, and opening does not crash")
  func damaged() throws {
    let folder = TemporaryFolder()
    do {
      let store = try folder.store()
      try store.write(at: 1) { records in
        for index in 0..<2_000 { try records.addUnit("unit \(index)") }
        try records.journal(.test)
      }
    }
    let bytes = try #require(folder.bytes("records.db"))
    var broken = bytes
    for index in (bytes.count / 2)..<(bytes.count / 2 + 9_000) { broken[index] = 0x5A }
    folder.write("records.db", broken)
    let store = try folder.store()
    #expect(try !store.problems(.full).isEmpty)
    do {
      _ = try store.read { try $0.everything() }
      _ = try store.read { try $0.touched(after: 0) }
    } catch StoreError.damaged {}
  }
}

extension TemporaryFolder {
  func bytes(_ name: String) -> [UInt8]? {
    let descriptor = open(path + "/" + name, O_RDONLY)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var all: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(descriptor, &part, part.count)
      guard count > 0 else { return all }
      all += part[..<count]
    }
  }

  func write(_ name: String, _ bytes: [UInt8]) {
    let descriptor = open(path + "/" + name, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    defer { close(descriptor) }
    #expect(Glibc.write(descriptor, bytes, bytes.count) == bytes.count)
  }

  func mode(_ name: String) -> mode_t? {
    var facts = stat()
    return stat(path + "/" + name, &facts) == 0 ? facts.st_mode & 0o777 : nil
  }
}
