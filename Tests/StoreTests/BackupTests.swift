import Glibc
import Store
import Testing
import Training

@Suite("Backup and restore")
struct BackupTests {
  private func fill(_ store: Store, _ count: Int) throws {
    try store.write(at: 1) { records in
      for index in 0..<count { try records.addUnit("unit \(index)") }
      try records.journal(.test)
    }
  }

  private func replica(_ store: Store) throws -> Int64 {
    try store.read { try $0.value("SELECT replica FROM store_replica") }
  }

  @Test("A backup holds everything of one moment while others go on writing")
  func whileWriting() throws {
    let folder = TemporaryFolder()
    let store = try folder.store()
    try fill(store, 4_000)
    let other = try folder.store()
    var steps: [Int] = []
    try store.backup(to: folder.path + "/copy.db") { done, total in
      #expect(done <= total)
      steps.append(done)
      // Between two steps of the copy somebody commits.
      #expect(throws: Never.self) {
        try other.write(at: 2) { records in
          try records.run("UPDATE unit SET name = name || 'x'")
          try records.journal(.test)
        }
      }
      return true
    }
    #expect(!steps.isEmpty)
    #expect(steps == steps.sorted())
    let copy = try Store.open(at: folder.path + "/copy.db", migrations: testMigrations)
    let names = try copy.read { records in
      try records.all("SELECT name FROM unit ORDER BY id") { row -> String in try row[0] }
    }
    #expect(names == (0..<4_000).map { "unit \($0)" })
    #expect(try copy.problems(.full).isEmpty)
    #expect(folder.mode("copy.db") == 0o600)
  }

  @Test("A stopped backup leaves an older one as it was and nothing half made")
  func stopped() throws {
    let folder = TemporaryFolder()
    let store = try folder.store()
    try fill(store, 4_000)
    folder.write("copy.db", [1, 2, 3])
    #expect(throws: StoreError.cancelled) {
      try store.backup(to: folder.path + "/copy.db") { _, _ in false }
    }
    #expect(folder.bytes("copy.db") == [1, 2, 3])
    #expect(folder.bytes("copy.db.partial") == nil)
    #expect(throws: StoreError.self) { try store.backup(to: folder.path + "/none/copy.db") }
  }

  @Test("Restoring brings the backup, keeps the file of before, and gives ids never given")
  func restore() throws {
    let folder = TemporaryFolder()
    let copy = folder.path + "/copy.db"
    var old: Int64 = 0
    var lastID: Int64 = 0
    do {
      let store = try folder.store()
      try fill(store, 10)
      try store.backup(to: copy)
      old = try replica(store)
      lastID = try store.write(at: 2) { records in
        let id = try records.addUnit("after the backup")
        try records.journal(.test)
        return id
      }
      let lateBackup = copy
      #expect(throws: StoreError.busy(holder: nil, since: nil)) {
        try Store.restore(
          from: lateBackup, to: folder.file, at: 5, migrations: testMigrations)
      }
      #expect(try store.read { try $0.count("unit") } == 11, "in use: not replaced")
    }
    let aside = try Store.restore(
      from: copy, to: folder.file, at: 5, migrations: testMigrations)
    let store = try folder.store()
    #expect(try store.read { try $0.count("unit") } == 10)
    #expect(try replica(store) != old)
    let id = try store.write(at: 6) { try $0.newID(Unit.self).rawValue }
    #expect(id != lastID && id >> 32 != lastID >> 32)
    let before = try Store.open(at: try #require(aside), migrations: testMigrations)
    #expect(try before.read { try $0.count("unit") } == 11)
  }

  @Test("A damaged, foreign or newer backup is refused and the records stay")
  func refused() throws {
    let folder = TemporaryFolder()
    let copy = folder.path + "/copy.db"
    do {
      let store = try folder.store()
      try fill(store, 2_000)
      try store.backup(to: copy)
    }
    let sound = try #require(folder.bytes("copy.db"))
    var broken = sound
    for index in (sound.count / 2)..<(sound.count / 2 + 9_000) { broken[index] = 0x5A }
    for bytes in [broken, [UInt8](repeating: 65, count: 9_000), []] {
      folder.write("copy.db", bytes)
      #expect(throws: StoreError.self) {
        try Store.restore(from: copy, to: folder.file, at: 5, migrations: testMigrations)
      }
    }
    folder.write("copy.db", sound)
    #expect(throws: StoreError.newerSchema(found: 2, known: 1)) {
      try Store.restore(from: copy, to: folder.file, at: 5, migrations: [.foundation])
    }
    #expect(try folder.store().read { try $0.count("unit") } == 2_000)
  }

  @Test("A copy made by hand gets a replica number of its own when it is opened")
  func copiedByHand() throws {
    let folder = TemporaryFolder()
    let original = try { () -> Int64 in
      let store = try folder.store()
      try fill(store, 1)
      return try replica(store)
    }()
    folder.write("copy.db", try #require(folder.bytes("records.db")))
    let copy = try Store.open(at: folder.path + "/copy.db", migrations: testMigrations)
    let drawn = try replica(copy)
    #expect(drawn != original)
    #expect(
      try replica(try Store.open(at: folder.path + "/copy.db", migrations: testMigrations)) == drawn
    )
    #expect(try replica(folder.store()) == original)
  }

  @Test("A full disk is told as such, and what was committed stays")
  func fullDisk() throws {
    let folder = TemporaryFolder()
    let store = try folder.store()
    try fill(store, 10)
    let error = #expect(throws: StoreError.self) {
      try store.write(at: 2) { records in
        // SQLite's own limit takes the place of the disk's end.
        let _: Int = try records.value(
          "PRAGMA max_page_count = \(try records.value("PRAGMA page_count") as Int)")
        for index in 0..<5_000 { try records.addUnit("more \(index)") }
        try records.journal(.test)
      }
    }
    #expect(error == .diskFull)
    #expect(try store.read { try $0.count("unit") } == 10)
  }
}
