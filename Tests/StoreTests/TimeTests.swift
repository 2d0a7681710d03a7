import Store
import Testing
import Training

@Suite("Undo and the time machine on random work")
struct TimeTests {
  /// Makes one to six random changes of any kind, and answers whether anything was changed.
  private func scramble(_ records: borrowing Writing, _ random: inout SplitMix64) throws {
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      let units = try records.all("SELECT id FROM unit") { row -> Int64 in try row[0] }
      let marks = try records.all("SELECT id FROM mark") { row -> Int64 in try row[0] }
      switch Int.random(in: 0..<8, using: &random) {
      case 0: try records.addUnit("u\(random.next())")
      case 1, 2:
        if let unit = units.randomElement(using: &random) {
          try records.addMark(unit: unit, minutes: Int.random(in: 0...99, using: &random))
        }
      case 3:
        if let mark = marks.randomElement(using: &random) {
          try records.run("DELETE FROM mark WHERE id = ?", [mark])
        }
      case 4:
        if let mark = marks.randomElement(using: &random) {
          let note: String? = Bool.random(using: &random) ? nil : "n\(random.next() % 9)"
          try records.run("UPDATE mark SET note = ? WHERE id = ?", [note, mark])
        }
      case 5:
        if let mark = marks.randomElement(using: &random) {
          try records.run("UPDATE mark SET minutes = minutes + 1 WHERE id = ?", [mark])
        }
      case 6:
        try records.run(
          "INSERT INTO link VALUES (?, ?, 0) ON CONFLICT DO UPDATE SET value = value + 1",
          [Int.random(in: 0...5, using: &random), "k\(random.next() % 3)"])
      default:
        try records.run("DELETE FROM link WHERE a = ?", [Int.random(in: 0...5, using: &random)])
      }
    }
  }

  @Test(
    "Every past state is seen again as it was, and taking all entries back ends at the start",
    arguments: [1, 2, 3, 4, 5, 6, 7, 8] as [UInt64])
  func randomWork(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let store = try memoryStore()
    var states: [[[Value]]] = [try store.read { try $0.everything() }]
    for step in 1...60 {
      try store.write(at: Int64(step) * 10) { records in
        try scramble(records, &random)
        try records.journal(.test)
      }
      states.append(try store.read { try $0.everything() })
    }
    for (step, state) in states.enumerated() {
      #expect(try store.read(asOf: Int64(step) * 10) { try $0.everything() } == state)
      #expect(try store.read(asOf: Int64(step) * 10 + 9) { try $0.everything() } == state)
    }
    #expect(try store.read { try $0.everything() } == states.last, "the present is back")
    for step in stride(from: 60, through: 1, by: -1) {
      try store.write(at: 1_000) { records in
        #expect(try records.takeBack(entry: Int64(step)).isEmpty)
        try records.journal(.test)
      }
      #expect(try store.read { try $0.everything() } == states[step - 1])
    }
    // Redo is taking back what took back, the newest first, here as one step.
    try store.write(at: 2_000) { records in
      #expect(try records.takeBack(entries: (61...120).map { Int64($0) }).isEmpty)
      try records.journal(.test)
    }
    #expect(try store.read { try $0.everything() } == states.last)
  }

  @Test("A bulk change is taken back as one step or not at all")
  func batch() throws {
    let store = try memoryStore()
    try store.write(at: 1) { records in
      for name in ["a", "b", "c"] {
        try records.addUnit(name)
        try records.journal(Cause(useCase: "import", batch: 77))
      }
    }
    let numbers = try store.read { try $0.entries(batch: 77) }.map(\.number)
    #expect(numbers == [1, 2, 3])
    try store.write(at: 2) { records in
      try records.run("UPDATE unit SET name = 'B' WHERE name = 'b'")
      try records.journal(.test)
    }
    let conflicts = try store.write(at: 3) { try $0.takeBack(entries: numbers) }
    #expect(conflicts.map(\.table) == ["unit"])
    #expect(try store.read { try $0.count("unit") } == 3)
    try store.write(at: 4) { records in
      #expect(try records.takeBack(entry: 4).isEmpty)
      #expect(try records.takeBack(entries: numbers).isEmpty)
      try records.journal(.test)
    }
    #expect(try store.read { try $0.count("unit") } == 0)
  }

  @Test("Entries written before a column was appended can still be taken back and seen")
  func appendedColumn() throws {
    let folder = TemporaryFolder()
    let later = Migration(
      version: 2, name: "Later",
      script: "ALTER TABLE mark ADD COLUMN excused INTEGER NOT NULL DEFAULT 3")
    do {
      let store = try folder.store()
      try store.write(at: 1) { records in
        let unit = try records.addUnit("a")
        try records.addMark(unit: unit, note: "x")
        try records.journal(.test)
      }
      try store.write(at: 2) { records in
        try records.run("DELETE FROM mark")
        try records.journal(.test)
      }
    }
    let store = try Store.open(at: folder.file, migrations: testMigrations + [later])
    let past = try store.read(asOf: 1) { records in
      let excused: Int = try records.value("SELECT excused FROM mark")
      return (try records.notes(), excused)
    }
    #expect(past.0 == ["x"])
    #expect(past.1 == 3)
    try store.write(at: 3) { records in
      #expect(try records.takeBack(entry: 2).isEmpty)
      try records.journal(.test)
    }
    #expect(try store.read { try $0.notes() } == ["x"])
    let excused: Int = try store.read { try $0.value("SELECT excused FROM mark") }
    #expect(excused == 3)
  }

  @Test("Going back can be stopped")
  func cancelled() throws {
    let store = try memoryStore()
    try store.write(at: 1) { records in
      try records.addUnit("a")
      try records.journal(.test)
    }
    #expect(throws: StoreError.cancelled) {
      try store.read(asOf: 0, progress: { _, _ in false }) { try $0.everything() }
    }
    #expect(try store.read { try $0.count("unit") } == 1)
  }
}
