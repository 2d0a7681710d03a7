import Store
import Testing

@Suite("The schema")
struct SchemaTests {
  private static let unwatched = ["store_", "search_", "local_", "sqlite_"]

  private func tables(_ store: Store) throws -> [(name: String, sql: String)] {
    try store.read { records in
      try records.all("SELECT name, sql FROM sqlite_schema WHERE type = 'table'") { row in
        Table(name: try row[0], sql: try row[1] ?? "")
      }
    }
    .filter { table in !Self.unwatched.contains { table.name.hasPrefix($0) } }
    .map { ($0.name, $0.sql) }
  }

  private struct Table: Sendable {
    var name: String
    var sql: String
  }

  @Test("Watched tables are such that replaying their changes means the same everywhere")
  func watchedTables() throws {
    let store = try Store.open(at: ":memory:")
    let tables = try tables(store)
    #expect(tables.count > 5)
    for (name, sql) in tables {
      let upper = sql.uppercased()
      #expect(upper.contains("STRICT"), "\(name) is not STRICT")
      for word in ["GENERATED", "CASCADE", "SET NULL", "AUTOINCREMENT", " AS ("] {
        #expect(!upper.contains(word), "\(name): \(word)")
      }
      let key = try store.read { records in
        try records.all("SELECT type FROM pragma_table_info(?) WHERE pk > 0", [name]) {
          row -> String in try row[0]
        }
      }
      #expect(!key.isEmpty, "\(name) has no primary key: the journal would not see it")
    }
  }

  @Test("Triggers of watched tables write into search indexes only")
  func triggers() throws {
    let store = try Store.open(at: ":memory:")
    let triggers = try store.read { records in
      try records.all(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name NOT LIKE 'store|_%' ESCAPE '|'"
      ) { row in Table(name: try row[0], sql: try row[1]) }
    }
    for trigger in triggers {
      let body = trigger.sql.components(after: "BEGIN")
      for word in ["UPDATE ", "DELETE ", "REPLACE "] {
        #expect(!body.contains(word), "\(trigger.name)")
      }
      for target in body.components(between: "INSERT INTO ") {
        #expect(target.hasPrefix("search_"), "\(trigger.name) writes into \(target.prefix(20))")
      }
    }
  }

  @Test("Every step has a text, and its checksum tells another text")
  func checksums() {
    let checksums = Migration.all.map(\.checksum)
    #expect(checksums.allSatisfy { $0.count == 64 })
    #expect(Set(checksums).count == checksums.count)
    let step = Migration.all[0]
    let changed = Migration(version: step.version, name: step.name, script: step.script + " ")
    #expect(changed.checksum != step.checksum)
  }
}

extension String {
  fileprivate func components(after word: String) -> String {
    split(separator: word, maxSplits: 1).dropFirst().joined()
  }

  fileprivate func components(between word: String) -> [Substring] {
    split(separator: word, omittingEmptySubsequences: false).dropFirst().map { $0 }
  }
}
