import CSQLite
import Glibc

/// One open records file; only `Store` holds one, behind its lock.
final class Connection {
  let handle: OpaquePointer
  private var statements: [String: Prepared] = [:]

  /// A prepared statement and whether somebody stands on one of its rows now.
  private final class Prepared {
    let statement: OpaquePointer
    var isBusy = false

    init(_ statement: OpaquePointer) { self.statement = statement }
    deinit { sqlite3_finalize(statement) }
  }

  /// Opens the file; `SQLITE_OPEN_NOMUTEX` because the store's lock already serialises.
  init(
    path: String, flags: Int32, busyTimeout: Int32, disk: String? = nil
  ) throws(StoreError) {
    var opened: OpaquePointer?
    let code = sqlite3_open_v2(path, &opened, flags | SQLITE_OPEN_NOMUTEX, disk)
    guard code == SQLITE_OK, let opened else {
      let message = opened.map { String(cString: sqlite3_errmsg($0)) } ?? "out of memory"
      sqlite3_close_v2(opened)
      throw StoreError(code: code, message: message)
    }
    handle = opened
    sqlite3_extended_result_codes(handle, 1)
    sqlite3_busy_timeout(handle, busyTimeout)
  }

  deinit {
    statements.removeAll()
    sqlite3_close_v2(handle)
  }

  var failure: StoreError {
    let code = sqlite3_extended_errcode(handle)
    // A disk that the system turned read-only under the open file is an error of writing to SQLite.
    if code & 0xFF == SQLITE_IOERR, let path = sqlite3_db_filename(handle, "main"),
      access(path, W_OK) != 0, errno == EROFS
    {
      return .readOnly
    }
    return StoreError(
      code: code, message: String(cString: sqlite3_errmsg(handle)))
  }

  func check(_ code: Int32) throws(StoreError) {
    guard code == SQLITE_OK else {
      // The errors of a call that never reached the handle (misuse) are not in it.
      throw code & 0xFF == sqlite3_errcode(handle) & 0xFF
        ? failure : StoreError(code: code, message: String(cString: sqlite3_errstr(code)))
    }
  }

  /// Runs a script of several statements without arguments: schema steps and pragmas.
  func script(_ sql: String) throws(StoreError) {
    try check(sqlite3_exec(handle, sql, nil, nil, nil))
  }

  /// Runs a statement that has neither arguments nor rows and comes again and again.
  func command(_ sql: String) throws(StoreError) {
    try each(sql, []) { _ throws(StoreError) in true }
  }

  /// Forgets prepared statements, before work that drops what they refer to.
  func forgetStatements() { statements.removeAll() }

  /// Steps through the rows of a statement until `body` answers false.
  ///
  /// A statement is prepared once per text. When a closure runs the very statement it stands on,
  /// it gets one of its own.
  func each(
    _ sql: String, _ arguments: [any Storable], _ body: (borrowing Row) throws(StoreError) -> Bool
  ) throws(StoreError) {
    let prepared = try prepared(sql)
    prepared.isBusy = true
    defer {
      sqlite3_reset(prepared.statement)
      if !arguments.isEmpty { sqlite3_clear_bindings(prepared.statement) }
      prepared.isBusy = false
    }
    try bind(arguments, to: prepared.statement)
    let row = Row(statement: prepared.statement)
    while true {
      switch sqlite3_step(prepared.statement) {
      case SQLITE_ROW: guard try body(row) else { return }
      case SQLITE_DONE: return
      default: throw failure
      }
    }
  }

  /// Runs a statement that gives no rows and answers how many rows it changed.
  func run(_ sql: String, _ arguments: [any Storable] = []) throws(StoreError) -> Int {
    try each(sql, arguments) { _ throws(StoreError) in true }
    return Int(sqlite3_changes64(handle))
  }

  /// The steps that the statements known to this connection have made.
  var work: Int {
    statements.values.reduce(0) {
      $0 + Int(sqlite3_stmt_status($1.statement, SQLITE_STMTSTATUS_VM_STEP, 0))
    }
  }

  func first<T>(
    _ sql: String, _ arguments: [any Storable] = [],
    _ read: (borrowing Row) throws(StoreError) -> T
  ) throws(StoreError) -> T? {
    var result: T?
    try each(sql, arguments) { row throws(StoreError) in
      result = try read(row)
      return false
    }
    return result
  }

  private func prepared(_ sql: String) throws(StoreError) -> Prepared {
    if let known = statements[sql], !known.isBusy { return known }
    var statement: OpaquePointer?
    let code = sqlite3_prepare_v3(
      handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil)
    try check(code)
    guard let statement else { preconditionFailure("an empty statement: \(sql)") }
    let prepared = Prepared(statement)
    if statements[sql] == nil { statements[sql] = prepared }
    return prepared
  }

  private func bind(
    _ arguments: [any Storable], to statement: OpaquePointer
  ) throws(StoreError) {
    precondition(
      arguments.count == Int(sqlite3_bind_parameter_count(statement)),
      "the number of arguments differs from the number of question marks")
    for (offset, argument) in arguments.enumerated() {
      try check(argument.stored.bind(to: statement, at: Int32(offset + 1)))
    }
  }
}

extension Value {
  fileprivate func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
    switch self {
    case .null: return sqlite3_bind_null(statement, index)
    case .integer(let value): return sqlite3_bind_int64(statement, index, value)
    case .real(let value): return sqlite3_bind_double(statement, index, value)
    case .text(var value):
      guard !value.isEmpty else { return faragir_bind_text(statement, index, "", 0) }
      return value.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) { text in
          faragir_bind_text(statement, index, text.baseAddress, Int32(text.count))
        }
      }
    case .blob(let value):
      guard !value.isEmpty else { return sqlite3_bind_zeroblob(statement, index, 0) }
      return value.withUnsafeBytes {
        faragir_bind_blob(statement, index, $0.baseAddress, Int32($0.count))
      }
    }
  }
}
