import Screens
import Store
import Testing

@Suite("The words for what the records hold")
struct RecordWordsTests {
  @Test("Every table and every column that a conflict may show has a word that people know")
  func words() throws {
    let store = try Store.open(at: ":memory:")
    let columns = try store.read { records in
      try records.all(
        """
        SELECT item.name, cell.name FROM sqlite_schema item, pragma_table_info(item.name) cell
        WHERE item.type = 'table'
        """
      ) { row in (table: try row[0] as String, column: try row[1] as String) }
    }.filter { cell in
      !["store_", "search_", "local_", "sqlite_"].contains { cell.table.hasPrefix($0) }
    }
    #expect(columns.count > 500)
    for (table, column) in columns {
      #expect(RecordWords.table(table) != nil, "\(table)")
      guard RecordWords.isShown(column) else { continue }
      #expect(RecordWords.column(column, of: table) != nil, "\(table).\(column)")
    }
  }
}
