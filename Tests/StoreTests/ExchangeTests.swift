import Store
import Testing
import Training

@Suite("What exchange stands on")
struct ExchangeTests {
  private let slice = Slice([
    .init("unit", where: "name LIKE ?", ["ours%"]), .init("mark"), .init("link"),
  ])

  private func pull(_ server: Store, _ station: Store, since number: Int64?) throws -> SliceImages {
    let images = try server.read { try $0.images(of: slice, since: number) }
    try station.write(at: 100) { records in
      try records.apply(images, to: slice, Cause(useCase: "pull", state: .accepted))
      try records.setPulledThrough(images.through)
    }
    return images
  }

  private func sliceRows(_ store: Store) throws -> [RowImage] {
    try store.read { try $0.images(of: slice) }.rows.sorted { "\($0)" < "\($1)" }
  }

  @Test("After a pull the station equals the server on its slice, whole and by what was touched")
  func equality() throws {
    let server = try memoryStore()
    let station = try memoryStore()
    var random = SplitMix64(seed: 5)
    var ids: [Int64] = []
    func work(_ rounds: Int) throws {
      for _ in 0..<rounds {
        try server.write(at: 1) { records in
          switch Int.random(in: 0..<5, using: &random) {
          case 0, 1:
            let id = try records.addUnit(
              "\(Bool.random(using: &random) ? "ours" : "theirs")\(random.next())")
            ids.append(id)
          case 2:
            // A unit moves into or out of the slice.
            let name = Bool.random(using: &random) ? "ours" : "theirs"
            try records.run(
              "UPDATE unit SET name = ? || id WHERE id = ?",
              [name, ids.randomElement(using: &random)])
          case 3:
            if let id = ids.randomElement(using: &random) {
              try records.run("DELETE FROM unit WHERE id = ?", [id])
            }
          default:
            try records.run(
              "INSERT INTO link VALUES (?, 'k', 1) ON CONFLICT DO UPDATE SET value = value + 1",
              [Int.random(in: 0...3, using: &random)])
          }
          try records.journal(.test)
        }
      }
    }
    try work(40)
    // Something the station made up and the server never had.
    try station.write(at: 1) { records in
      try records.addUnit("ours, stray")
      try records.journal(.test)
    }
    let first = try pull(server, station, since: nil)
    #expect(first.isWhole)
    #expect(try sliceRows(station) == sliceRows(server))
    #expect(try station.read { try $0.pulledThrough() } == 40)
    for _ in 0..<10 {
      try work(7)
      let known = try station.read { try $0.pulledThrough() }
      let images = try pull(server, station, since: known)
      #expect(images.rows.count + images.tombstones.count <= 7)
      #expect(try sliceRows(station) == sliceRows(server))
    }
    #expect(try station.firstAlteredEntry() == nil)
  }

  @Test("A value that moved from one row to another arrives whatever the order of the rows")
  func movedValue() throws {
    let server = try memoryStore()
    let station = try memoryStore()
    try server.write(at: 1) { records in
      try records.run("INSERT INTO unit VALUES (1, 'ours a'), (2, 'ours b')")
      try records.journal(.test)
    }
    _ = try pull(server, station, since: nil)
    try server.write(at: 2) { records in
      try records.run("UPDATE unit SET name = 'ours c' WHERE id = 2")
      try records.run("UPDATE unit SET name = 'ours b' WHERE id = 1")
      try records.journal(.test)
    }
    _ = try pull(server, station, since: 1)
    #expect(try sliceRows(station) == sliceRows(server))
  }

  @Test("Images of another schema are refused before anything is applied")
  func schema() throws {
    let server = try memoryStore()
    let later = Migration(
      version: 2, name: "Later", script: "CREATE TABLE late (id INTEGER) STRICT")
    let station = try Store.open(at: ":memory:", migrations: testMigrations + [later])
    let images = try server.read { try $0.images(of: slice) }
    #expect(throws: StoreError.newerSchema(found: 2, known: 3)) {
      try station.write(at: 1) { try $0.apply(images, to: slice, .test) }
    }
  }

  @Test("What a station does is pending, keeps its id when performed again, and ends settled")
  func pending() throws {
    let station = try memoryStore()
    try station.write(at: 1) { try $0.setStation(true) }
    try station.write(at: 2) { records in
      try records.addUnit("ours")
      try records.journal(.test)
    }
    let entry = try #require(try station.read { try $0.entries(.pending) }.first)
    #expect(entry.hash == nil)
    // As a pull does: take back, and perform again under the same id.
    try station.write(at: 3) { records in
      #expect(try records.takeBack(entries: [entry.number]).isEmpty)
      try records.journal(Cause(useCase: "rebase", state: .settled))
      try records.mark(entry: entry.number, as: .settled)
      try records.addUnit("ours")
      try records.journal(Cause(useCase: "test", moment: entry.moment, id: entry.id))
    }
    let again = try station.read { try $0.entries(.pending) }
    #expect(again.map(\.id) == [entry.id])
    #expect(again.map(\.moment) == [2])
    #expect(try station.read { try $0.entry(id: entry.id) } == again[0])
    #expect(try !station.read { try $0.hasAccepted(entry: entry.id) })
    try station.write(at: 4) { try $0.mark(entry: again[0].number, as: .conflicted) }
    #expect(try station.read { try $0.entries(.conflicted) }.count == 1)
    // The server performs it once.
    let server = try memoryStore()
    try server.write(at: 5) { records in
      try records.addUnit("ours")
      try records.journal(Cause(useCase: "test", moment: entry.moment, id: entry.id))
    }
    #expect(try server.read { try $0.hasAccepted(entry: entry.id) })
    #expect(throws: StoreError.notFound) {
      try server.write(at: 6) { try $0.mark(entry: 1, as: .settled) }
    }
  }

  @Test("Aliases resolve in one step however they were made, and never in a circle")
  func aliases() throws {
    let store = try memoryStore()
    let (a, b, c) = (ID<Unit>(rawValue: 1), ID<Unit>(rawValue: 2), ID<Unit>(rawValue: 3))
    try store.write(at: 1) { records in
      try records.alias(a, for: b)
      try records.alias(b, for: c)
    }
    #expect(try store.read { try $0.resolve(a) } == c)
    #expect(try store.read { try $0.resolve(b) } == c)
    #expect(try store.read { try $0.resolve(c) } == c)
    #expect(throws: StoreError.self) { try store.write(at: 1) { try $0.alias(c, for: a) } }
    #expect(try store.read { try $0.count("store_alias WHERE stands_for <> 3") } == 0)
  }
}
