/// The text of a full-text index over columns of a table that hold folded keys.
///
/// The index keeps no copy of the text and is kept up by triggers, so undo, images and imports keep
/// it right without knowing of it. Its name begins with `search_`: the journal does not watch it.
/// Two to four letters are answered from an index of prefixes; never order its answers by rank,
/// which reads every match.
struct SearchIndex {
  let table: String
  let columns: [String]

  var script: String {
    let index = "search_\(table)"
    let names = columns.joined(separator: ", ")
    let old = columns.map { "old.\($0)" }.joined(separator: ", ")
    let new = columns.map { "new.\($0)" }.joined(separator: ", ")
    let remove =
      "INSERT INTO \(index) (\(index), rowid, \(names)) VALUES ('delete', old.id, \(old));"
    let add = "INSERT INTO \(index) (rowid, \(names)) VALUES (new.id, \(new));"
    return """
      CREATE VIRTUAL TABLE \(index) USING fts5(
        \(names), content='\(table)', content_rowid='id', prefix='2 3 4', detail=column);
      CREATE TRIGGER \(index)_insert AFTER INSERT ON \(table) BEGIN \(add) END;
      CREATE TRIGGER \(index)_delete AFTER DELETE ON \(table) BEGIN \(remove) END;
      CREATE TRIGGER \(index)_update AFTER UPDATE OF \(names) ON \(table)
      BEGIN \(remove) \(add) END;

      """
  }
}

extension Migration {
  /// A full-text index over columns of a table, to be appended to the script that creates it.
  package static func searchIndex(of table: String, _ columns: [String]) -> String {
    SearchIndex(table: table, columns: columns).script
  }
}

extension Querying where Self: ~Copyable {
  /// Compares a full-text index with its table.
  ///
  /// - Returns: False when somebody changed the one without the other.
  /// - Throws: `StoreError` other than the damage looked for.
  package func isSearchIndexTrue(of table: String) throws(StoreError) -> Bool {
    let index = "search_\(table)".quoted
    do throws(StoreError) {
      _ = try connection.run("INSERT INTO \(index) (\(index), rank) VALUES ('integrity-check', 1)")
      return true
    } catch .damaged {
      return false
    }
  }
}
