import CSQLite

/// The row a statement stands on; valid only inside the closure it is lent to.
package struct Row: ~Copyable {
  let statement: OpaquePointer

  /// The value of a column, 0-based, as the type the context asks for.
  ///
  /// - Throws: `StoreError.damaged` when the cell holds something else.
  package subscript<T: Storable>(index: Int) -> T {
    get throws(StoreError) {
      let value = value(index)
      guard let result = T(stored: value) else {
        throw .damaged("\(columnName(index)): \(T.self) cannot be \(value)")
      }
      return result
    }
  }

  package var count: Int { Int(sqlite3_column_count(statement)) }

  /// The value of a column whatever its type.
  package func value(_ index: Int) -> Value {
    let column = Int32(index)
    switch sqlite3_column_type(statement, column) {
    case SQLITE_INTEGER: return .integer(sqlite3_column_int64(statement, column))
    case SQLITE_FLOAT: return .real(sqlite3_column_double(statement, column))
    case SQLITE_TEXT:
      guard let bytes = sqlite3_column_text(statement, column) else { return .text("") }
      let count = Int(sqlite3_column_bytes(statement, column))
      return .text(String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self))
    case SQLITE_BLOB:
      let count = Int(sqlite3_column_bytes(statement, column))
      guard let bytes = sqlite3_column_blob(statement, column) else { return .blob([]) }
      return .blob([UInt8](UnsafeRawBufferPointer(start: bytes, count: count)))
    default: return .null
    }
  }

  /// The bytes of a text column without making a String, for searching and exporting in bulk.
  package func withText<R>(_ index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
    let bytes = sqlite3_column_text(statement, Int32(index))
    let count = Int(sqlite3_column_bytes(statement, Int32(index)))
    return body(UnsafeBufferPointer(start: bytes, count: bytes == nil ? 0 : count))
  }

  private func columnName(_ index: Int) -> String {
    guard index < count, let name = sqlite3_column_name(statement, Int32(index)) else {
      return "column \(index)"
    }
    return String(cString: name)
  }
}
