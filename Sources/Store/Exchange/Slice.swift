/// The part of the records a station works on: its own units and the tables all share.
public struct Slice: Sendable {
  package struct Part: Sendable {
    var table: String
    /// A condition on the row's own columns; a row enters or leaves the slice only by being changed.
    var condition: String
    var arguments: [any Storable]

    package init(_ table: String, where condition: String = "1", _ arguments: [any Storable] = []) {
      self.table = table
      self.condition = condition
      self.arguments = arguments
    }
  }

  let parts: [Part]

  /// Parts in an order in which a row comes after those it refers to; one part a table.
  package init(_ parts: [Part]) { self.parts = parts }
}

/// A row as it is, all columns in order.
public struct RowImage: Hashable, Sendable {
  public var table: String
  public var values: [Value]
}

/// The key of a row that is not there, or no longer in the slice.
public struct Tombstone: Equatable, Sendable {
  public var table: String
  public var key: [Value]
}

/// What a station needs to become equal to the server on its slice.
public struct SliceImages: Equatable, Sendable {
  /// The server's last entry these images know of.
  public var through: Int64
  /// The schema version of the rows.
  public var schema: Int
  /// All rows of the slice are here, so what is not here is to go.
  public var isWhole: Bool
  public var rows: [RowImage]
  public var tombstones: [Tombstone]
}

extension Querying where Self: ~Copyable {
  /// The rows of a slice as of the last entry.
  ///
  /// - Parameters:
  ///   - slice: Which tables and which of their rows.
  ///   - number: The last entry the station knows: only what was touched since; nil for everything.
  /// - Returns: Images of what is there, tombstones of what is not.
  /// - Throws: `StoreError`.
  public func images(of slice: Slice, since number: Int64? = nil) throws(StoreError) -> SliceImages
  {
    var images = SliceImages(
      through: try lastEntryNumber(), schema: try value("PRAGMA user_version"),
      isWhole: number == nil, rows: [], tombstones: [])
    guard let number else {
      for part in slice.parts {
        images.rows += try all(
          "SELECT * FROM \(part.table.quoted) WHERE \(part.condition)", part.arguments
        ) { row in RowImage(table: part.table, values: row.values) }
      }
      return images
    }
    var keys: [String: Set<[Value]>] = [:]
    for entry in stride(from: number + 1, through: images.through, by: 1) {
      try changeset(of: entry).forEach { iterator throws(StoreError) in
        let change = try Change(iterator)
        keys[change.table, default: []].insert(change.key)
        return true
      }
    }
    for part in slice.parts {
      guard let touched = keys[part.table] else { continue }
      let test = try connection.keyTest(of: part.table)
      for key in touched.sorted(by: { "\($0)" < "\($1)" }) {
        let row = try first(
          "SELECT * FROM \(part.table.quoted) WHERE \(test) AND (\(part.condition))",
          key + part.arguments
        ) { row in RowImage(table: part.table, values: row.values) }
        if let row {
          images.rows.append(row)
        } else {
          images.tombstones.append(Tombstone(table: part.table, key: key))
        }
      }
    }
    return images
  }
}

extension Writing {
  /// Makes the slice equal to the images, whatever stood there, and journals it.
  ///
  /// A station first takes its pending entries back and performs them again afterwards. Entries of
  /// more than 5,000 rows are cut into a batch.
  ///
  /// - Parameters:
  ///   - images: What the server sent.
  ///   - slice: The slice they are of.
  ///   - cause: What the journal says; its batch is set here.
  /// - Throws: `newerSchema` before anything is done; `constraint` when records outside the slice
  ///   need what is to go.
  public func apply(
    _ images: SliceImages, to slice: Slice, _ cause: Cause
  ) throws(StoreError) {
    guard images.schema == transaction.schema else {
      throw .newerSchema(found: images.schema, known: transaction.schema)
    }
    // A bundle may come from anywhere: it writes into the tables of the slice and no others.
    let tables = Set(slice.parts.map(\.table))
    guard images.rows.allSatisfy({ tables.contains($0.table) }),
      images.tombstones.allSatisfy({ tables.contains($0.table) })
    else { throw .damaged("images of other tables") }
    // Rows come in the order of tables, not of references; all is checked at the end.
    try connection.script("PRAGMA defer_foreign_keys = ON")
    var journal = BatchJournal(cause: cause)
    var gone = images.tombstones
    if images.isWhole { gone += try strangers(to: images, in: slice) }
    for tombstone in gone {
      let test = try connection.keyTest(of: tombstone.table)
      try run("DELETE FROM \(tombstone.table.quoted) WHERE \(test)", tombstone.key)
      try journal.count(self)
    }
    var statements: [String: (text: String, count: Int)] = [:]
    var waiting = images.rows
    while !waiting.isEmpty {
      var refused: [RowImage] = []
      var reason: StoreError?
      for row in waiting {
        do throws(StoreError) {
          try put(row, &statements)
          try journal.count(self)
        } catch .constraint(.unique, let message) {
          // The row that holds the value may be about to give it up.
          refused.append(row)
          reason = .constraint(.unique, message)
        }
      }
      if refused.count == waiting.count, let reason { throw reason }
      waiting = refused
    }
    try journal.finish(self)
  }

  private func put(
    _ image: RowImage, _ statements: inout [String: (text: String, count: Int)]
  ) throws(StoreError) {
    // Asked of the schema once for each table: a pull has many rows.
    if let known = statements[image.table], known.count == image.values.count {
      try run(known.text, image.values)
      return
    }
    let columns = try connection.columns(of: image.table)
    guard columns.count == image.values.count else {
      throw .damaged("\(image.table) has \(columns.count) columns")
    }
    let names = columns.map(\.name.quoted)
    let key = columns.filter { $0.keyPlace > 0 }.map(\.name.quoted).joined(separator: ", ")
    let others = columns.filter { $0.keyPlace == 0 }.map(\.name.quoted)
    let marks = names.map { _ in "?" }.joined(separator: ", ")
    let sets = others.map { "\($0) = excluded.\($0)" }.joined(separator: ", ")
    let differs = others.map { "\($0) IS NOT excluded.\($0)" }.joined(separator: " OR ")
    let action = others.isEmpty ? "NOTHING" : "UPDATE SET \(sets) WHERE \(differs)"
    let statement = """
      INSERT INTO \(image.table.quoted) (\(names.joined(separator: ", "))) VALUES (\(marks))
      ON CONFLICT (\(key)) DO \(action)
      """
    statements[image.table] = (statement, columns.count)
    try run(statement, image.values)
  }

  /// The keys of rows that are in the slice here and not among the images.
  private func strangers(
    to images: SliceImages, in slice: Slice
  ) throws(StoreError) -> [Tombstone] {
    var strangers: [Tombstone] = []
    for part in slice.parts.reversed() {
      let columns = try connection.columns(of: part.table)
      let places = columns.indices.filter { columns[$0].keyPlace > 0 }
      let known = Set(
        images.rows.filter { $0.table == part.table }.map { image in
          places.map { image.values[$0] }
        })
      let names = places.map { columns[$0].name.quoted }.joined(separator: ", ")
      let keys = try all(
        "SELECT \(names) FROM \(part.table.quoted) WHERE \(part.condition)", part.arguments
      ) { row in row.values }
      strangers += keys.filter { !known.contains($0) }.map { Tombstone(table: part.table, key: $0) }
    }
    return strangers
  }
}

/// Writes entries of at most 5,000 rows under one batch.
private struct BatchJournal {
  var cause: Cause
  private var rows = 0

  init(cause: Cause) { self.cause = cause }

  mutating func count(_ records: borrowing Writing) throws(StoreError) {
    rows += 1
    guard rows == entryRowLimit else { return }
    try write(records)
  }

  mutating func finish(_ records: borrowing Writing) throws(StoreError) {
    if rows > 0 || cause.batch == 0 { try write(records) }
  }

  private mutating func write(_ records: borrowing Writing) throws(StoreError) {
    let number = try records.journal(cause)
    if cause.batch == 0, let entry = try records.entry(number: number) { cause.batch = entry.id }
    rows = 0
  }
}

extension Connection {
  /// The condition that finds a row by its key.
  func keyTest(of table: String) throws(StoreError) -> String {
    let key = try columns(of: table).filter { $0.keyPlace > 0 }
    guard !key.isEmpty else { throw .damaged("no table \(table)") }
    return key.map { $0.name.quoted + " = ?" }.joined(separator: " AND ")
  }
}

extension Row {
  /// All columns in order.
  var values: [Value] { (0..<count).map { value($0) } }
}
