import Persian

/// Rows in columns: moved over, filtered, sorted, marked; all in memory or paged from a large list.
public struct Table<Row: Sendable>: Sendable {
  /// What came of an input.
  public enum Outcome: Equatable, Sendable {
    /// Nothing to a table; back, for one, is the screen's affair.
    case ignored
    case handled
    /// Enter was pressed on `current`.
    case opened
  }

  enum Contents: Sendable {
    case all(rows: [Row], keys: [String])
    case paged(TableWindow<Row>)
  }

  public let columns: [Column<Row>]
  /// True when space marks rows, for commands over many of them.
  public let allowsMarks: Bool
  /// What makes a row the same row when it is read anew.
  let identity: @Sendable (Row) -> Int64
  var contents: Contents
  /// For a table in memory: the rows that pass the filter, in the order shown.
  private(set) var order: [Int] = []
  public internal(set) var query = TableQuery()
  public private(set) var marked: Set<Int64> = []
  var cursor = ListCursor()
  /// The column that `sort` sorts by.
  private(set) var column = 0
  var filterInput: TextInput?
  /// Where the table waits for its rows.
  var awaited: Awaited? = .first
  /// The rows there were when something was opened that may add one.
  private var known: Set<Int64>?

  enum Awaited: Sendable { case first, last, reload }

  /// A table whose rows are all in memory.
  public init(
    _ columns: [Column<Row>], rows: [Row], allowsMarks: Bool = false,
    identity: @escaping @Sendable (Row) -> Int64
  ) {
    self.columns = columns
    self.allowsMarks = allowsMarks
    self.identity = identity
    contents = .all(rows: rows, keys: [])
    order = Array(rows.indices)
  }

  /// A table over a list too large for memory: the screen answers `request`.
  public init(
    paging columns: [Column<Row>], allowsMarks: Bool = false,
    identity: @escaping @Sendable (Row) -> Int64
  ) {
    self.columns = columns
    self.allowsMarks = allowsMarks
    self.identity = identity
    contents = .paged(TableWindow())
  }

  /// Rows that can be moved over just now.
  public var count: Int {
    switch contents {
    case .all: order.count
    case .paged(let window): window.count
    }
  }

  /// The row under the cursor.
  public var current: Row? { row(cursor.row) }

  /// The marked rows that are in memory, or else the current one: what a command works on.
  public var chosen: [Row] {
    let rows = marked.isEmpty ? [] : loaded.filter { marked.contains(identity($0)) }
    return rows.isEmpty ? current.map { [$0] } ?? [] : rows
  }

  /// True while letters go into the filter: to be passed on in the screen's own `wantsText`.
  public var wantsText: Bool { filterInput != nil }

  var loaded: [Row] {
    switch contents {
    case .all(let rows, _): rows
    case .paged(let window): window.rows
    }
  }

  func row(_ place: Int) -> Row? {
    switch contents {
    case .all(let rows, _): order.indices.contains(place) ? rows[order[place]] : nil
    case .paged(let window): window[place]
    }
  }

  /// Shows other rows, keeping the cursor on the same row where it is still there.
  public mutating func replace(_ rows: [Row]) {
    let kept = newcomer(in: rows) ?? current.map(identity)
    contents = .all(rows: rows, keys: [])
    marked.formIntersection(rows.map(identity))
    arrange(keeping: kept)
  }

  /// Puts the cursor on the row that is added next, until the next key.
  public mutating func expectNewcomer() {
    known = Set(loaded.map(identity))
  }

  /// The one row that was not there when a newcomer began to be expected.
  mutating func newcomer(in rows: [Row]) -> Int64? {
    guard let known else { return nil }
    let added = rows.map(identity).filter { !known.contains($0) }
    guard added.count == 1 else { return nil }
    self.known = nil
    return added.first
  }

  mutating func forgetNewcomer() { known = nil }

  /// Puts the cursor on the row with this identity; false when it is not in sight.
  @discardableResult
  public mutating func select(_ identity: Int64) -> Bool {
    guard let place = (0..<count).first(where: { row($0).map(self.identity) == identity })
    else { return false }
    cursor.go(to: place, of: count)
    return true
  }

  public mutating func clearMarks() { marked = [] }

  /// Sorts by a column; the second time the other way round.
  public mutating func sort(by column: Int) {
    guard columns.indices.contains(column), columns[column].sortKey != nil else { return }
    let isAgain = query.column == column
    query.isAscending = isAgain ? !query.isAscending : true
    query.column = column
    queryChanged()
  }

  /// Shows the rows in which every word of `text` occurs.
  public mutating func filter(_ text: String) {
    guard query.filter != text else { return }
    query.filter = text
    queryChanged()
  }

  private mutating func queryChanged() {
    switch contents {
    case .all: arrange(keeping: current.map(identity))
    case .paged(var window):
      window.forgetTotal()
      contents = .paged(window)
      awaited = .first
    }
  }

  private mutating func arrange(keeping kept: Int64?) {
    guard case .all(let rows, var keys) = contents else { return }
    let search = Search(query.filter)
    if search.isEmpty {
      order = Array(rows.indices)
    } else {
      if keys.isEmpty { keys = rows.map(searchKey) }
      contents = .all(rows: rows, keys: keys)
      order = rows.indices.filter { search.matches(key: keys[$0]) }
    }
    if let column = query.column, let sortKey = columns[column].sortKey {
      let sortKeys = rows.map(sortKey)
      // Equal rows keep their order both ways, so the index decides last.
      order.sort { one, two in
        let (left, right) = query.isAscending ? (one, two) : (two, one)
        return sortKeys[one] == sortKeys[two] ? one < two : sortKeys[left] < sortKeys[right]
      }
    }
    let place = kept.flatMap { kept in order.firstIndex { identity(rows[$0]) == kept } }
    cursor.go(to: place ?? min(cursor.row, max(0, order.count - 1)), of: order.count)
  }

  /// Columns are kept apart, or a word could match across two of them.
  private func searchKey(of row: Row) -> String {
    columns.map { Search.key($0.text(row)) }.joined(separator: "\u{1F}")
  }

  mutating func moveColumn(by step: Int) {
    column = max(0, min(column + step, columns.count - 1))
  }

  mutating func toggleMark() {
    guard allowsMarks, let current else { return }
    let identity = identity(current)
    if marked.remove(identity) == nil { marked.insert(identity) }
  }

  /// Marks every row that passes the filter; again, none.
  mutating func toggleAllMarks() {
    guard allowsMarks else { return }
    let shown: [Row] =
      switch contents {
      case .all(let rows, _): order.map { rows[$0] }
      case .paged(let window): window.rows
      }
    let all = Set(shown.map(identity))
    marked = all.isSubset(of: marked) ? marked.subtracting(all) : marked.union(all)
  }
}
