import CSQLite

/// What one entry did to one row.
public struct Change: Equatable, Sendable {
  public enum Operation: Int, Sendable { case insert, update, delete }

  /// One column of the row; on an update only the changed ones and the key are here.
  public struct Cell: Equatable, Sendable {
    public var column: Int
    public var old: Value?
    public var new: Value?
  }

  public var table: String
  public var operation: Operation
  /// The values of the primary key, in the order of the columns.
  public var key: [Value]
  public var cells: [Cell]

  /// The number of columns the table had when the change was made.
  public var columnCount: Int
}

/// SQLite's own record of what a transaction changed, as it stands in an entry.
struct Changeset {
  let bytes: [UInt8]

  var isEmpty: Bool { bytes.isEmpty }

  /// The changes in the order of the record: table by table.
  func changes() throws(StoreError) -> [Change] {
    var result: [Change] = []
    try forEach { iterator throws(StoreError) in
      result.append(try Change(iterator))
      return true
    }
    return result
  }

  /// Walks the record until `body` answers false.
  func forEach(_ body: (OpaquePointer) throws(StoreError) -> Bool) throws(StoreError) {
    guard !bytes.isEmpty else { return }
    let outcome: Result<Void, StoreError> = bytes.withUnsafeBytes { buffer in
      Result { () throws(StoreError) in
        var iterator: OpaquePointer?
        // The iterator only reads; the parameter is not const for historical reasons.
        let start = sqlite3changeset_start(
          &iterator, Int32(buffer.count), UnsafeMutableRawPointer(mutating: buffer.baseAddress))
        guard start == SQLITE_OK, let iterator else {
          throw .damaged("changeset")
        }
        defer { sqlite3changeset_finalize(iterator) }
        while true {
          switch sqlite3changeset_next(iterator) {
          case SQLITE_ROW: guard try body(iterator) else { return }
          case SQLITE_DONE: return
          default: throw .damaged("changeset")
          }
        }
      }
    }
    try outcome.get()
  }

  /// The record that takes this one back.
  func inverted() throws(StoreError) -> Changeset {
    guard !bytes.isEmpty else { return self }
    var count: Int32 = 0
    var buffer: UnsafeMutableRawPointer?
    let code = bytes.withUnsafeBytes {
      sqlite3changeset_invert(Int32($0.count), $0.baseAddress, &count, &buffer)
    }
    defer { sqlite3_free(buffer) }
    guard code == SQLITE_OK else { throw .damaged("changeset") }
    return Changeset(
      bytes: [UInt8](UnsafeRawBufferPointer(start: buffer, count: Int(count))))
  }
}

extension Change {
  init(_ iterator: OpaquePointer) throws(StoreError) {
    var name: UnsafePointer<CChar>?
    var count: Int32 = 0
    var code: Int32 = 0
    var indirect: Int32 = 0
    var marks: UnsafeMutablePointer<UInt8>?
    guard sqlite3changeset_op(iterator, &name, &count, &code, &indirect) == SQLITE_OK,
      sqlite3changeset_pk(iterator, &marks, nil) == SQLITE_OK, let name, let marks
    else { throw .damaged("changeset") }
    table = String(cString: name)
    columnCount = Int(count)
    switch code {
    case SQLITE_INSERT: operation = .insert
    case SQLITE_UPDATE: operation = .update
    default: operation = .delete
    }
    key = []
    cells = []
    for column in 0..<count {
      var cell = Cell(column: Int(column))
      if operation != .insert { cell.old = Self.value(iterator, column, sqlite3changeset_old) }
      if operation != .delete { cell.new = Self.value(iterator, column, sqlite3changeset_new) }
      if marks[Int(column)] != 0 { key.append(cell.old ?? cell.new ?? .null) }
      if cell.old != nil || cell.new != nil { cells.append(cell) }
    }
  }

  private static func value(
    _ iterator: OpaquePointer, _ column: Int32,
    _ get: (OpaquePointer?, Int32, UnsafeMutablePointer<OpaquePointer?>?) -> Int32
  ) -> Value? {
    var value: OpaquePointer?
    guard get(iterator, column, &value) == SQLITE_OK, let value else { return nil }
    return Value(value)
  }

  /// The number under which the index of touched rows lists this row.
  var touchKey: Int64 { Self.touchKey(of: key) }

  /// The key itself when it is one integer; otherwise a digest, and whoever looks it up compares keys.
  static func touchKey(of key: [Value]) -> Int64 {
    if key.count == 1, case .integer(let value) = key[0] { return value }
    var bytes: [UInt8] = []
    for value in key { value.appendCanonically(to: &bytes) }
    return SHA256.digest(of: bytes).prefix(8).reduce(0) { $0 << 8 | Int64($1) }
  }
}

extension Value {
  /// Reads a `sqlite3_value`.
  init(_ value: OpaquePointer) {
    switch sqlite3_value_type(value) {
    case SQLITE_INTEGER: self = .integer(sqlite3_value_int64(value))
    case SQLITE_FLOAT: self = .real(sqlite3_value_double(value))
    case SQLITE_TEXT:
      let bytes = sqlite3_value_text(value)
      let count = bytes == nil ? 0 : Int(sqlite3_value_bytes(value))
      self = .text(
        String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self))
    case SQLITE_BLOB:
      let bytes = sqlite3_value_blob(value)
      let count = bytes == nil ? 0 : Int(sqlite3_value_bytes(value))
      self = .blob([UInt8](UnsafeRawBufferPointer(start: bytes, count: count)))
    default: self = .null
    }
  }

  /// The one byte form of a value, for digests: kind, length, content.
  func appendCanonically(to bytes: inout [UInt8]) {
    switch self {
    case .null: bytes.append(0)
    case .integer(let value):
      bytes.append(1)
      bytes.append(bigEndian: UInt64(bitPattern: value))
    case .real(let value):
      bytes.append(2)
      bytes.append(bigEndian: value.bitPattern)
    case .text(let value):
      bytes.append(3)
      bytes.append(bigEndian: UInt64(value.utf8.count))
      bytes.append(contentsOf: value.utf8)
    case .blob(let value):
      bytes.append(4)
      bytes.append(bigEndian: UInt64(value.count))
      bytes.append(contentsOf: value)
    }
  }
}

extension [UInt8] {
  mutating func append(bigEndian value: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: value.bigEndian) { append(contentsOf: $0) }
  }
}
