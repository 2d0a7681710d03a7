import CSQLite

/// Copies what can still be read of a damaged table, row by row, around the places that cannot.
struct Salvage {
  let source: Connection
  let target: Connection
  let table: String
  /// How many attempts are made at finding readable rows between damaged ones.
  private static let attempts = 4_000

  private(set) var taken = 0
  private(set) var isDamaged = false

  init(_ table: String, from source: Connection, to target: Connection) {
    self.table = table
    self.source = source
    self.target = target
  }

  mutating func run() throws(StoreError) {
    let width = try target.columns(of: table).count
    let places = Array(repeating: "?", count: width).joined(separator: ", ")
    let insert = "INSERT OR IGNORE INTO \(table.quoted) VALUES (\(places))"
    let isPlain: Bool = try target.one("SELECT NOT wr FROM pragma_table_list(?)", [table])
    guard isPlain else { return try runByKey(insert) }
    var open: [ClosedRange<Int64>] = [Int64.min...Int64.max]
    var attempts = 0
    while let range = open.popLast(), attempts < Self.attempts {
      attempts += 1
      guard let lower = try scan(range, isUp: true, insert) else { continue }
      isDamaged = true
      guard lower <= range.upperBound,
        let upper = try scan(lower...range.upperBound, isUp: false, insert), lower < upper
      else { continue }
      let middle = lower + Int64((UInt64(bitPattern: upper) &- UInt64(bitPattern: lower)) / 2)
      // The widest last, so that a wide gap without rows does not use up the attempts.
      open.insert(contentsOf: [lower...middle, (middle + 1)...upper], at: 0)
    }
  }

  /// Reads a range of rows from one end.
  ///
  /// - Returns: Where to go on behind what cannot be read; nil when the range was read whole.
  private mutating func scan(
    _ range: ClosedRange<Int64>, isUp: Bool, _ insert: String
  ) throws(StoreError) -> Int64? {
    var next: Int64? = isUp ? range.lowerBound : range.upperBound
    let isWhole = try read(
      """
      SELECT rowid, * FROM \(table.quoted) WHERE rowid BETWEEN ? AND ?
      ORDER BY rowid\(isUp ? "" : " DESC")
      """, [range.lowerBound, range.upperBound], insert
    ) { rowid in
      next = isUp ? rowid.addingReportingOverflow(1).partialValue : rowid &- 1
    }
    return isWhole ? nil : next
  }

  private mutating func runByKey(_ insert: String) throws(StoreError) {
    let key = try target.columns(of: table).filter { $0.keyPlace > 0 }
      .sorted { $0.keyPlace < $1.keyPlace }.map(\.name.quoted)
    for direction in ["", " DESC"] {
      let order = key.map { $0 + direction }.joined(separator: ", ")
      let isWhole = try read(
        "SELECT 0, * FROM \(table.quoted) ORDER BY \(order)", [], insert
      ) { _ in }
      if isWhole { return }
      isDamaged = true
    }
  }

  /// Whether all rows of a query could be read; each goes into the new file.
  private mutating func read(
    _ query: String, _ arguments: [any Storable], _ insert: String, _ done: (Int64) -> Void
  ) throws(StoreError) -> Bool {
    var problem: StoreError?
    var (taken, refused) = (0, false)
    let target = target
    do throws(StoreError) {
      try source.each(query, arguments) { row throws(StoreError) in
        let values = row.values
        if case .integer(let rowid)? = values.first { done(rowid) }
        do throws(StoreError) {
          taken += try target.run(insert, Array(values.dropFirst()))
        } catch .constraint {
          // A row that is read, but not what it was.
          refused = true
        } catch {
          problem = error
        }
        return problem == nil
      }
    } catch .cancelled {
      throw .cancelled
    } catch {
      if problem == nil {
        self.taken += taken
        return false
      }
    }
    if let problem { throw problem }
    self.taken += taken
    if refused { isDamaged = true }
    return true
  }
}
