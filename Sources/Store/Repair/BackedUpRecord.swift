/// A record as a backup has it, with the rows that belong to it and those it needs.
public struct BackedUpRecord: Hashable, Sendable, Codable {
  public struct Row: Hashable, Sendable, Codable {
    public var table: String
    /// The cells in the canonical form, in hexadecimal.
    let cells: String
  }

  /// The record itself first.
  public var rows: [Row]
}

extension Querying where Self: ~Copyable {
  /// The number of a record by a name that people have for it.
  ///
  /// - Parameters:
  ///   - table: The kind of record, by the name of its table.
  ///   - name: The national or personnel code of a person, the code of a unit or course, or the number
  ///     of any record.
  /// - Returns: Nil where there is none.
  /// - Throws: `notFound` where there is no such kind.
  public func recordNumber(of table: String, named name: String) throws(StoreError) -> Int64? {
    guard Slice.tables.contains(table), table != "store_alias" else { throw .notFound }
    let columns = try columns(of: table)
    for column in ["national_code", "personnel_code", "code"] where columns.contains(column) {
      let found = try first(
        "SELECT id FROM \(table.quoted) WHERE \(column.quoted) = ? ORDER BY id LIMIT 1", [name]
      ) { row -> Int64 in try row[0] }
      if let found { return found }
    }
    guard let number = Int64(name), columns.contains("id") else { return nil }
    return try first("SELECT id FROM \(table.quoted) WHERE id = ?", [number]) { row in try row[0] }
  }

  /// A record with everything below it, and above it what it refers to.
  ///
  /// - Throws: `tooLarge` where more rows belong to it than one entry may have.
  public func backedUp(_ table: String, _ id: Int64) throws(StoreError) -> BackedUpRecord {
    let links = try links()
    var rows: [BackedUpRecord.Row] = []
    var known: Set<[Value]> = []
    var below: [(table: String, id: Int64)] = [(table, id)]
    var above: [(table: String, id: Int64)] = []
    func take(_ table: String, _ id: Int64, isAbove: Bool) throws(StoreError) -> Bool {
      guard known.insert([.text(table), .integer(id)]).inserted else { return false }
      guard rows.count < entryRowLimit else { throw .tooLarge(limit: entryRowLimit) }
      let found = try first("SELECT * FROM \(table.quoted) WHERE id = ?", [id]) { row in row.values
      }
      guard let found else { return false }
      rows.append(.init(table: table, cells: found.canonicalText))
      let names = try columns(of: table)
      for link in links where link.child == table {
        guard let place = names.firstIndex(of: link.column),
          case .integer(let parent) = found[place]
        else { continue }
        above.append((link.parent, parent))
      }
      return true
    }
    while let next = below.popLast() {
      guard try take(next.table, next.id, isAbove: false) else { continue }
      for link in links where link.parent == next.table {
        let children = try all(
          "SELECT id FROM \(link.child.quoted) WHERE \(link.column.quoted) = ? ORDER BY id",
          [next.id]
        ) { row -> Int64 in try row[0] }
        below += children.map { (link.child, $0) }
      }
    }
    while let next = above.popLast() { _ = try take(next.table, next.id, isAbove: true) }
    return BackedUpRecord(rows: rows)
  }

  /// Which column of which table names rows of which other.
  private func links() throws(StoreError) -> [(child: String, column: String, parent: String)] {
    var links: [(child: String, column: String, parent: String)] = []
    for table in Slice.tables where try columns(of: table).contains("id") {
      links += try all(
        "SELECT \"from\", \"table\" FROM pragma_foreign_key_list(?) ORDER BY id", [table]
      ) { row in (table, try row[0] as String, try row[1] as String) }
    }
    return links
  }
}

extension Writing {
  /// Puts a record of a backup back: what is missing comes again, and the record itself becomes what
  /// it was.
  ///
  /// Rows that belong to it and are still there stay as they are now.
  ///
  /// - Returns: How many rows were put back, by table.
  /// - Throws: `constraint` where the records of now leave no place for it.
  public func putBack(_ record: BackedUpRecord) throws(StoreError) -> [String: Int] {
    try connection.script("PRAGMA defer_foreign_keys = ON")
    let order = Dictionary(
      Slice.tables.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let rows = record.rows.enumerated().sorted {
      (order[$0.element.table] ?? 0, $0.offset) < (order[$1.element.table] ?? 0, $1.offset)
    }
    var counts: [String: Int] = [:]
    for (offset, row) in rows {
      guard order[row.table] != nil else { throw .damaged("a row of \(row.table)") }
      let values = try [Value](canonicalText: row.cells)
      if try putBack(row.table, values, isRecord: offset == 0) {
        counts[row.table, default: 0] += 1
      }
    }
    return counts
  }

  private func putBack(
    _ table: String, _ values: [Value], isRecord: Bool
  ) throws(StoreError) -> Bool {
    let columns = try connection.columns(of: table)
    guard columns.count == values.count else {
      throw .damaged("\(table) has \(columns.count) columns")
    }
    let key = columns.indices.filter { columns[$0].keyPlace > 0 }.map { values[$0] }
    let now = try self.row(of: table, key: key)
    guard let now else {
      let places = values.map { _ in "?" }.joined(separator: ", ")
      return try run("INSERT INTO \(table.quoted) VALUES (\(places))", values) > 0
    }
    guard isRecord, now != values else { return false }
    let changed = columns.indices.filter { now[$0] != values[$0] }
    let sets = changed.map { "\(columns[$0].name.quoted) = ?" }.joined(separator: ", ")
    let test = try connection.keyTest(of: table)
    return try run(
      "UPDATE \(table.quoted) SET \(sets) WHERE \(test)", changed.map { values[$0] } + key) > 0
  }
}

extension [Value] {
  fileprivate var canonicalText: String {
    var bytes: [UInt8] = []
    for value in self { value.appendCanonically(to: &bytes) }
    return Hexadecimal.text(bytes)
  }

  fileprivate init(canonicalText text: String) throws(StoreError) {
    guard let bytes = Hexadecimal.bytes(text) else { throw .damaged("cells") }
    self = try Self(canonical: bytes)
  }
}
