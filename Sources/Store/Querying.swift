/// What can be asked of the records; both kinds of transaction have it.
///
/// The reads of each aggregate are extensions of this protocol, written with `all`, `first`, `value`
/// and `each`; SQL does not leave the module.
public protocol Querying: ~Copyable {
  /// The open file behind the transaction, for this module only.
  var access: Access { get }
}

/// The way from a transaction to its connection; nothing in it is visible outside the module.
public struct Access {
  let connection: Connection
}

/// A consistent view of the records: everything asked of it is of one moment.
public struct Reading: Querying, ~Copyable {
  public let access: Access
}

// The closures throw untyped although only StoreError comes: Swift infers no typed throws for a
// closure, and every query would have to spell it out.
extension Querying where Self: ~Copyable {
  var connection: Connection { access.connection }

  /// Every row of a query, each turned into a value.
  package func all<T>(
    _ sql: String, _ arguments: [any Storable] = [], _ read: (borrowing Row) throws -> T
  ) throws(StoreError) -> [T] {
    var result: [T] = []
    try connection.each(sql, arguments) { row throws(StoreError) in
      result.append(try StoreError.typed { try read(row) })
      return true
    }
    return result
  }

  /// The first row of a query, or nil when there is none.
  package func first<T>(
    _ sql: String, _ arguments: [any Storable] = [], _ read: (borrowing Row) throws -> T
  ) throws(StoreError) -> T? {
    try connection.first(sql, arguments) { row throws(StoreError) in
      try StoreError.typed { try read(row) }
    }
  }

  /// The one column of the one row of a query: a count, a sum, a flag.
  ///
  /// - Throws: `StoreError.notFound` when there is no row.
  package func value<T: Storable>(
    _ sql: String, _ arguments: [any Storable] = []
  ) throws(StoreError) -> T {
    try connection.one(sql, arguments)
  }

  /// Whether a query has any row.
  package func exists(
    _ sql: String, _ arguments: [any Storable] = []
  ) throws(StoreError) -> Bool {
    try connection.exists(sql, arguments)
  }

  /// Rows one after another without keeping them, until `body` answers false.
  package func each(
    _ sql: String, _ arguments: [any Storable] = [], _ body: (borrowing Row) throws -> Bool
  ) throws(StoreError) {
    try connection.each(sql, arguments) { row throws(StoreError) in
      try StoreError.typed { try body(row) }
    }
  }
}

extension StoreError {
  /// Passes errors of the store on as they are; others become `other` with their description.
  static func typed<R>(_ body: () throws -> R) throws(StoreError) -> R {
    do {
      return try body()
    } catch let error as StoreError {
      throw error
    } catch {
      throw .other(code: 0, message: String(describing: error))
    }
  }
}
