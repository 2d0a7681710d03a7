import CSQLite
public import Training

/// A table as a warehouse of another kind has it: names, kinds and keys, without what stays here.
public struct WarehouseTable: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable { case integer, real, text, bytes }

  public struct Column: Hashable, Sendable {
    public var name: String
    public var kind: Kind
    public var isRequired: Bool
  }

  public var name: String
  public var columns: [Column]
  /// The columns of the primary key, in its order.
  public var key: [String]
  /// The columns that name rows of other tables.
  public var references: [String]
  /// Whether it is the same for the whole country, rather than the records of some office.
  public var isShared: Bool
}

/// The offices whose rows lie together: those of a province, or those above all of them.
public struct WarehousePart: Hashable, Sendable {
  /// The code of the province; empty for what no province has.
  public var code: String
  /// A query of the ids of its units.
  fileprivate let units: String
}

extension Querying where Self: ~Copyable {
  /// The tables a warehouse gets, in an order in which each comes after those it refers to.
  public func warehouseTables() throws(StoreError) -> [WarehouseTable] {
    var tables: [WarehouseTable] = []
    for name in Slice.tables where !Warehouse.withheld.contains(name) {
      let found = try all(
        "SELECT name, type, \"notnull\", pk FROM pragma_table_info(?) ORDER BY cid", [name]
      ) { row in
        (try row[0] as String, try row[1] as String, try row[2] as Bool, try row[3] as Int)
      }.filter { !Warehouse.isWithheld($0.0) }
      tables.append(
        WarehouseTable(
          name: name,
          columns: found.map { column in
            .init(
              name: column.0, kind: Warehouse.kinds[column.1] ?? .text,
              isRequired: column.2 || column.3 > 0)
          },
          key: found.filter { $0.3 > 0 }.sorted { $0.3 < $1.3 }.map(\.0),
          references: try all(
            "SELECT DISTINCT \"from\" FROM pragma_foreign_key_list(?) ORDER BY 1", [name]
          ) { row in try row[0] },
          isShared: Slice.shared.contains(name)))
    }
    return tables
  }

  /// The parts that a scope falls into: one for each province, and one for what lies above them.
  public func warehouseParts(in scope: Scope) throws(StoreError) -> [WarehousePart] {
    let range = scope.range
    let provinces = try all(
      """
      SELECT code, path FROM unit WHERE kind = 'province' AND path >= ? AND path < ? ORDER BY code
      """, [range.lower, range.upper]
    ) { row in (code: try row[0] as String, path: try row[1] as String) }
    // Paths are digits and slashes, so they may stand in the text.
    func units(_ lower: String, _ upper: String) -> String {
      "SELECT id FROM unit WHERE path >= '\(lower)' AND path < '\(upper)'"
    }
    guard provinces.isEmpty else {
      let own = provinces.compactMap { province in
        UnitPath(province.path).map { path in
          let range = Scope(path).range
          return WarehousePart(code: province.code, units: units(range.lower, range.upper))
        }
      }
      // The scope may be that of the province itself.
      guard provinces.first?.path != range.lower else { return own }
      let rest =
        units(range.lower, range.upper)
        + own.map { " AND id NOT IN (\($0.units))" }
        .joined()
      return [WarehousePart(code: "", units: rest)] + own
    }
    // Within a province: its code is that of a unit above.
    let code = try first(
      """
      SELECT code FROM unit WHERE kind = 'province' AND substr(?, 1, length(path)) = path
      ORDER BY length(path) DESC LIMIT 1
      """, [range.lower]
    ) { row -> String in try row[0] }
    return [WarehousePart(code: code ?? "", units: units(range.lower, range.upper))]
  }

  /// Hands over the rows of a table that belong to a part, in the order of their keys.
  ///
  /// - Parameters:
  ///   - table: One of `warehouseTables()`.
  ///   - part: Whose rows; nil for those of a table that all share.
  ///   - body: Given the values in the order of the columns.
  /// - Throws: What `body` throws, or `StoreError`.
  public func eachWarehouseRow(
    of table: WarehouseTable, in part: WarehousePart?, _ body: ([Value]) throws -> Void
  ) throws {
    var condition = "1"
    if let part {
      // A table that nobody has thought about goes nowhere.
      condition = Ownership(units: part.units).conditions[table.name] ?? "0"
    }
    let columns = table.columns.map(\.name.quoted).joined(separator: ", ")
    let order = table.key.map(\.quoted).joined(separator: ", ")
    var problem: (any Error)?
    try each(
      "SELECT \(columns) FROM \(table.name.quoted) WHERE \(condition) ORDER BY \(order)"
    ) { row in
      do { try body(row.values) } catch { problem = error }
      return problem == nil
    }
    if let problem { throw problem }
  }
}

/// What stays in the office.
public enum Warehouse {
  /// Questions with their answers, votes that are secret, convictions, and what only exchange needs.
  package static let withheld: Set<String> = [
    "question", "question_option", "exam_question", "exam_answer", "board_vote", "conviction",
    "store_alias",
  ]

  fileprivate static let kinds: [String: WarehouseTable.Kind] = [
    "INTEGER": .integer, "REAL": .real, "TEXT": .text, "BLOB": .bytes,
  ]

  /// Passwords and codes that open something; search keys, which are derived; files, which do not go
  /// along.
  fileprivate static func isWithheld(_ column: String) -> Bool {
    column.hasPrefix("password") || column.hasPrefix("tracking") || column.hasSuffix("_key")
      || column.hasSuffix("_digest")
  }
}
