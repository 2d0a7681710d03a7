import Persian
import Store
import Testing
import Training

@Suite("Search indexes")
struct SearchTests {
  private func store() throws -> Store {
    let indexed = Migration(
      version: 2, name: "Index", script: Migration.searchIndex(of: "unit", ["name"]))
    return try Store.open(at: ":memory:", migrations: testMigrations + [indexed])
  }

  private func found(_ store: Store, _ text: String) throws -> [Int64] {
    guard let query = SearchKey.query(text) else { return [] }
    return try store.read { records in
      try records.all("SELECT rowid FROM search_unit WHERE search_unit MATCH ? LIMIT 9", [query]) {
        row in try row[0]
      }
    }
  }

  @Test("The index follows inserting, changing, removing, and taking all that back")
  func follows() throws {
    let store = try store()
    let id = try store.write(at: 1) { records in
      let id = try records.addUnit("ahmadi reza")
      try records.journal(.test)
      return id
    }
    #expect(try found(store, "ah") == [id])
    #expect(try found(store, "rez ahm") == [id])
    try store.write(at: 2) { records in
      try records.run("UPDATE unit SET name = 'karimi'")
      try records.journal(.test)
    }
    #expect(try found(store, "ahm").isEmpty)
    #expect(try found(store, "kar") == [id])
    try store.write(at: 3) { records in
      #expect(try records.takeBack(entry: 2).isEmpty)
      try records.journal(.test)
    }
    #expect(try found(store, "ahm") == [id])
    try store.write(at: 4) { records in
      #expect(try records.takeBack(entry: 1).isEmpty)
      try records.journal(.test)
    }
    #expect(try found(store, "ahm").isEmpty)
    #expect(try store.write(at: 5) { try $0.isSearchIndexTrue(of: "unit") })
  }

  @Test("An index that differs from its table is told")
  func differs() throws {
    let store = try store()
    try store.write(at: 1) { records in
      let id = try records.addUnit("ab")
      try records.journal(.test)
      #expect(try records.isSearchIndexTrue(of: "unit"))
      try records.run(
        "INSERT INTO search_unit (search_unit, rowid, name) VALUES ('delete', ?, 'ab')", [id])
      #expect(try !records.isSearchIndexTrue(of: "unit"))
    }
  }

  @Test(
    "Nothing a person types breaks the query",
    arguments: [
      "\"", "a\"b", "* OR *", "NEAR(a b)", "name:x", "-a", "a AND", "(", "^a", "{}", "'", ";",
      "\u{0}",
      "a\u{0}b", "\u{200C}", "+ +", "%", "_", "۱۲۳",
    ])
  func safe(text: String) throws {
    let store = try store()
    try store.write(at: 1) { records in
      try records.addUnit("ab")
      try records.journal(.test)
    }
    #expect(throws: Never.self) { try found(store, text) }
  }
}
