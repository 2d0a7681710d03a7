import Store
import Testing
import Training

@Suite("The journal")
struct JournalTests {
  @Test("An entry says who, when, why and what; its arguments come back byte for byte")
  func entry() throws {
    let store = try memoryStore()
    let cause = Cause(
      useCase: "Enrol", arguments: Array(#"{"a":1}"#.utf8), actor: 7, reason: "اصلاح",
      edition: "1403")
    let unit = try store.write(at: 1_000) { records in
      let unit = try records.addUnit("الف")
      try records.journal(cause)
      return unit
    }
    let entry = try #require(try store.read { try $0.entry(number: 1) })
    #expect(entry.useCase == "Enrol")
    #expect(entry.arguments == cause.arguments)
    #expect(entry.actor == 7)
    #expect(entry.reason == "اصلاح")
    #expect(entry.moment == 1_000)
    #expect(entry.state == .accepted)
    #expect(entry.schema == 2)
    #expect(entry.replica == unit >> 32)
    let changes = try store.read { try $0.changes(of: 1) }
    #expect(changes.count == 1)
    #expect(changes[0].operation == .insert)
    #expect(changes[0].table == "unit")
    #expect(changes[0].key == [.integer(unit)])
    #expect(changes[0].cells.map(\.new) == [.integer(unit), .text("الف")])
  }

  @Test("The history of a record holds its own entries, and of a cell only those that changed it")
  func history() throws {
    let store = try memoryStore()
    let (unit, mark) = try store.write(at: 1) { records in
      let unit = try records.addUnit("الف")
      let mark = try records.addMark(unit: unit)
      try records.journal(.test)
      return (unit, mark)
    }
    for (moment, sql) in [
      (2, "UPDATE mark SET minutes = 10"), (3, "UPDATE mark SET note = 'دیر'"),
      (4, "UPDATE unit SET name = 'ب'"), (5, "UPDATE mark SET minutes = 20"),
    ] as [(Int64, String)] {
      try store.write(at: moment) { records in
        try records.run(sql)
        try records.journal(.test)
      }
    }
    let lines = try store.read { try $0.history(of: "mark", mark) }
    #expect(lines.map(\.entry.moment) == [1, 2, 3, 5])
    let minutes = try store.read { try $0.history(of: "mark", mark, column: "minutes") }
    #expect(minutes.map(\.entry.moment) == [1, 2, 5])
    #expect(minutes.last?.change.cells.last?.old == .integer(10))
    #expect(minutes.last?.change.cells.last?.new == .integer(20))
    #expect(try store.read { try $0.history(of: "unit", unit) }.map(\.entry.moment) == [1, 4])
  }

  @Test("Touched rows since an entry are told by table and key, and too much is told as everything")
  func touched() throws {
    let store = try memoryStore()
    let unit = try store.write(at: 1) { records in
      let unit = try records.addUnit("الف")
      try records.journal(.test)
      return unit
    }
    let mark = try store.write(at: 1) { records in
      let mark = try records.addMark(unit: unit)
      try records.journal(.test)
      return mark
    }
    let touched = try #require(try store.read { try $0.touched(after: 1) })
    #expect(touched.keys == ["mark": [mark]])
    #expect(touched.through == 2)
    #expect(touched.has("mark", mark))
    #expect(!touched.has("unit"))
    #expect(try store.read { try $0.touched(after: 0, limit: 1) } == nil)
    #expect(try store.read { try $0.touched(after: 0, limit: 2) } != nil)
  }

  @Test("Taking back restores, taking that back repeats, and the entry knows whether it stands")
  func undoRedo() throws {
    let store = try memoryStore()
    try store.write(at: 1) { records in
      let unit = try records.addUnit("الف")
      try records.addMark(unit: unit, note: "x")
      try records.journal(.test)
    }
    let full = try store.read { try $0.everything() }
    func takeBack(_ number: Int64) throws {
      try store.write(at: 2) { records in
        let entry = try #require(try records.entry(number: number))
        #expect(try records.takeBack(entry: number).isEmpty)
        try records.journal(Cause(useCase: "takeBack", undoes: entry.id))
      }
    }
    let first = try #require(try store.read { try $0.entry(number: 1) }).id
    #expect(try !store.read { try $0.isTakenBack(first) })
    try takeBack(1)
    #expect(try store.read { try $0.everything() }.isEmpty)
    #expect(try store.read { try $0.isTakenBack(first) })
    try takeBack(2)
    #expect(try store.read { try $0.everything() } == full)
    #expect(try !store.read { try $0.isTakenBack(first) })
  }

  @Test("A cell that has moved on stops the taking back, with both values, and nothing changes")
  func undoConflict() throws {
    let store = try memoryStore()
    let (unit, mark) = try store.write(at: 1) { records in
      let unit = try records.addUnit("الف")
      let mark = try records.addMark(unit: unit, minutes: 5)
      try records.journal(.test)
      return (unit, mark)
    }
    try store.write(at: 2) { records in
      try records.run("UPDATE mark SET minutes = 10")
      try records.run("UPDATE unit SET name = 'ب'")
      try records.journal(.test)
    }
    try store.write(at: 3) { records in
      try records.run("UPDATE mark SET minutes = 15, note = 'y'")
      try records.journal(.test)
    }
    let before = try store.read { try $0.everything() }
    let conflicts = try store.write(at: 4) { try $0.takeBack(entry: 2) }
    #expect(
      conflicts == [
        Conflict(
          kind: .changed, table: "mark", key: [.integer(mark)],
          cells: [
            .init(
              column: "minutes", expected: .integer(10), found: .integer(15), wanted: .integer(5))
          ])
      ])
    #expect(try store.read { try $0.everything() } == before)
    // The row is gone.
    try store.write(at: 5) { records in
      try records.run("DELETE FROM mark")
      try records.journal(.test)
    }
    let gone = try store.write(at: 6) { try $0.takeBack(entry: 3) }
    #expect(gone.map(\.kind) == [.missing])
    // Somebody refers to it: a unit cannot be taken back from under its mark.
    try store.write(at: 7) { records in
      try records.addMark(unit: unit)
      try records.run("UPDATE unit SET name = 'الف'")
      try records.journal(.test)
    }
    let held = try store.write(at: 8) { try $0.takeBack(entry: 1) }
    #expect(held.contains { $0.kind == .constraint || $0.kind == .missing })
    #expect(try store.read { try $0.count("unit") } == 1)
  }

  @Test("Two people change different cells of a row; the same cell is a conflict with both values")
  func staleEdit() throws {
    let store = try memoryStore()
    let mark = try store.write(at: 1) { records in
      let mark = try records.addMark(unit: records.addUnit("الف"), minutes: 5, note: nil)
      try records.journal(.test)
      return mark
    }
    func edit(_ edits: [Edit]) throws -> Conflict? {
      try store.write(at: 2) { records in
        let conflict = try records.update("mark", mark, edits)
        try records.journal(.test)
        return conflict
      }
    }
    #expect(try edit([Edit("minutes", from: 5, to: 6)]) == nil)
    #expect(try edit([Edit("note", from: String?.none, to: "a")]) == nil)
    let conflict = try edit([Edit("minutes", from: 5, to: 7), Edit("note", from: "a", to: "b")])
    #expect(
      conflict?.cells == [
        .init(column: "minutes", expected: .integer(5), found: .integer(6), wanted: .integer(7))
      ])
    #expect(try store.read { try $0.notes() } == ["a"], "nothing of a conflicting edit is written")
    // Both wanted the same: no conflict, and the other cell is still written.
    #expect(try edit([Edit("minutes", from: 5, to: 6), Edit("note", from: "a", to: "b")]) == nil)
    #expect(try store.read { try $0.notes() } == ["b"])
    let missing = try store.write(at: 3) {
      try $0.update("mark", 99, [Edit("minutes", from: 5, to: 6)])
    }
    #expect(missing?.kind == .missing)
  }

  @Test("An entry may hold 5,000 rows and not one more")
  func bulkLimit() throws {
    func write(_ count: Int) throws {
      let store = try memoryStore()
      try store.write(at: 1) { records in
        for index in 0..<count {
          try records.run(
            "INSERT INTO link VALUES (?, 'x', 1)", [index])
        }
        try records.journal(.test)
      }
    }
    try write(entryRowLimit)
    #expect(throws: StoreError.tooLarge(limit: 5_000)) { try write(entryRowLimit + 1) }
  }

  @Test("Entries cannot be changed or removed, and an alteration by other means breaks the chain")
  func chain() throws {
    let folder = TemporaryFolder()
    let store = try folder.store()
    for index in 0..<5 {
      try store.write(at: Int64(index)) { records in
        try records.addUnit("\(index)")
        try records.journal(.test)
      }
    }
    #expect(try store.firstAlteredEntry() == nil)
    #expect(try store.read { try $0.chainHead() }.count == 32)
    for sql in ["DELETE FROM store_entry", "UPDATE store_entry SET reason = 'x'"] {
      #expect(throws: StoreError.self) { try store.write(at: 9) { try $0.run(sql) } }
    }
    try store.write(at: 9) { records in
      try records.run("DROP TRIGGER store_entry_is_true")
      try records.run("UPDATE store_entry SET actor = 5 WHERE number = 3")
    }
    #expect(try store.firstAlteredEntry() == 3)
  }
}
