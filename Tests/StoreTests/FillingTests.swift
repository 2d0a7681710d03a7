import Glibc
import Store
import Testing

@Suite("Filling a file that nobody has yet")
struct FillingTests {
  @Test("What was filled without waiting for the disk is in the file itself afterwards")
  func withoutSync() throws {
    let folder = TemporaryFolder()
    let store = try folder.store()
    try store.withoutSync {
      try store.write(at: 1) { records in
        try records.addUnit("الف")
        try records.journal(.test)
      }
    }
    var facts = stat()
    #expect(stat(store.path + "-wal", &facts) == 0)
    #expect(facts.st_size == 0)
    #expect(try store.read { try $0.count("unit") } == 1)
  }

  @Test("An error while filling comes through")
  func failure() throws {
    struct Stop: Error {}
    let folder = TemporaryFolder()
    let store = try folder.store()
    #expect(throws: Stop.self) { try store.withoutSync { throw Stop() } }
  }
}
