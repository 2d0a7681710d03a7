import Store
import Testing
import Training

@Suite("The records file")
struct StoreTests {
  @Test("What was written is read back by another store on the same file, and its version moves")
  func twoStores() throws {
    let folder = TemporaryFolder()
    let one = try folder.store()
    let two = try folder.store()
    let before = two.version
    let ownBefore = one.version
    try one.write(at: 1) { records in
      let unit = try records.addUnit("الف")
      try records.addMark(unit: unit, note: "حاضر")
      try records.journal(.test)
    }
    #expect(two.version != before)
    #expect(one.version != ownBefore)
    #expect(try two.read { records in try records.notes() } == ["حاضر"])
    let after = two.version
    #expect(two.version == after, "the version rests while nobody commits")
  }

  @Test("A transaction whose body throws leaves nothing behind")
  func rollsBack() throws {
    struct Refused: Error {}
    let store = try memoryStore()
    #expect(throws: Refused.self) {
      try store.write(at: 1) { records in
        try records.addUnit("الف")
        throw Refused()
      }
    }
    #expect(try store.read { records in try records.count("unit") } == 0)
  }

  @Test("A change of records that nobody journaled is refused")
  func unjournaled() throws {
    let store = try memoryStore()
    #expect(throws: StoreError.unjournaled) {
      try store.write(at: 1) { records in _ = try records.addUnit("الف") }
    }
    #expect(try store.read { records in try records.count("unit") } == 0)
    // Tables of this station alone are not the journal's business.
    try store.write(at: 1) { records in
      _ = try records.run("INSERT INTO local_draft (text) VALUES ('x')")
    }
  }

  @Test("Ids of one copy share its replica number and never come twice")
  func ids() throws {
    let store = try memoryStore()
    var seen: Set<Int64> = []
    for _ in 0..<3 {
      let ids = try store.write(at: 1) { records in
        try [records.newID(Unit.self), records.newID(Unit.self)].map(\.rawValue)
      }
      seen.formUnion(ids)
    }
    #expect(seen.count == 6)
    #expect(Set(seen.map { $0 >> 32 }).count == 1)
    #expect(seen.allSatisfy { $0 > 0 })
  }

  @Test("A broken rule of the schema is told as the rule it is")
  func constraints() throws {
    let store = try memoryStore()
    func failure(_ sql: String) -> StoreError? {
      do {
        try store.write(at: 1) { records in
          try records.addUnit("الف")
          try records.run(sql)
        }
        return nil
      } catch { return error as? StoreError }
    }
    guard case .constraint(.unique, let text) = failure("INSERT INTO unit VALUES (5, 'الف')") else {
      Issue.record("not unique")
      return
    }
    #expect(text.contains("unit.name"))
    guard case .constraint(.check, _) = failure("INSERT INTO mark VALUES (1, 1, -1, NULL)") else {
      Issue.record("not checked")
      return
    }
    guard case .constraint(.foreignKey, _) = failure("INSERT INTO mark VALUES (1, 1, 1, NULL)")
    else {
      Issue.record("not foreign")
      return
    }
    guard case .constraint(.notNull, _) = failure("INSERT INTO unit VALUES (1, NULL)") else {
      Issue.record("not null")
      return
    }
  }

  @Test("A statement may be run again while standing on one of its own rows")
  func nestedStatement() throws {
    let store = try memoryStore()
    try store.write(at: 1) { records in
      for name in ["a", "b", "c"] { try records.addUnit(name) }
      try records.journal(.test)
    }
    let pairs = try store.read { records in
      var pairs: [String] = []
      try records.each("SELECT name FROM unit ORDER BY id") { outer in
        let left: String = try outer[0]
        try records.each("SELECT name FROM unit ORDER BY id") { inner in
          let right: String = try inner[0]
          pairs.append(left + right)
          return true
        }
        return true
      }
      return pairs
    }
    #expect(pairs == ["aa", "ab", "ac", "ba", "bb", "bc", "ca", "cb", "cc"])
  }

  @Test("Values of every kind come back as they went, the empty ones too")
  func values() throws {
    let store = try memoryStore()
    let values: [Value] = [
      .null, .integer(.min), .integer(.max), .real(0.5), .text(""), .text("سلام"), .blob([]),
      .blob([0, 255]),
    ]
    try store.read { records in
      for value in values {
        let back = try records.first("SELECT ?", [value]) { row in row.value(0) }
        #expect(back == value)
      }
    }
  }

  @Test("A cell that holds something else than asked is told as damage, not guessed")
  func wrongType() throws {
    let store = try memoryStore()
    #expect(throws: StoreError.self) {
      try store.read { records in
        let _: Int = try records.value("SELECT 'x'")
      }
    }
  }
}
