/// What a table over a large list asks its screen to read: a page beside a row, never an offset.
public enum TableRequest<Row: Sendable>: Sendable {
  case first(Int)
  case last(Int)
  /// Rows after this one in the order of the query.
  case after(Row, Int)
  /// Rows before this one, the nearest last.
  case before(Row, Int)
  /// This row, or where it would stand, and those after it: the page read anew.
  case from(Row, Int)

  public var count: Int {
    switch self {
    case .first(let count), .last(let count): count
    case .after(_, let count), .before(_, let count), .from(_, let count): count
    }
  }
}

/// In which order and of which rows a table over a large list wants its pages.
public struct TableQuery: Equatable, Sendable {
  public var filter = ""
  /// Index of the column to sort by; nil is the list's own order.
  public var column: Int?
  public var isAscending = true

  public init(filter: String = "", column: Int? = nil, isAscending: Bool = true) {
    self.filter = filter
    self.column = column
    self.isAscending = isAscending
  }
}

/// The rows of a large list that are in memory.
struct TableWindow<Row: Sendable>: Sendable {
  private(set) var rows: [Row] = []
  /// The place of `rows[0]` in the whole list.
  private(set) var start = 0
  /// nil while nobody has counted.
  private(set) var total: Int?
  private(set) var reachesEnd = false

  var end: Int { start + rows.count }
  /// Rows there are to move over, as far as known.
  var count: Int { max(total ?? end, end) }

  subscript(place: Int) -> Row? {
    rows.indices.contains(place - start) ? rows[place - start] : nil
  }

  /// Another query is asked: what was counted under the old one is no longer known.
  mutating func forgetTotal() { total = nil }

  /// Takes what the screen has read.
  mutating func receive(_ page: [Row], for request: TableRequest<Row>, total: Int?) {
    self.total = total ?? self.total
    let isShort = page.count < request.count
    switch request {
    case .first:
      (rows, start, reachesEnd) = (page, 0, isShort)
    case .last:
      start = max(0, (total ?? page.count) - page.count)
      (rows, reachesEnd) = (page, true)
    case .from:
      (rows, reachesEnd) = (page, isShort)
    case .after:
      rows += page
      reachesEnd = isShort
      drop(first: rows.count - 4 * request.count)
    case .before:
      rows = page + rows
      start = isShort ? 0 : max(0, start - page.count)
      let surplus = rows.count - 4 * request.count
      if surplus > 0 {
        rows.removeLast(surplus)
        reachesEnd = false
      }
    }
    if reachesEnd { self.total = end }
  }

  private mutating func drop(first surplus: Int) {
    guard surplus > 0 else { return }
    rows.removeFirst(surplus)
    start += surplus
  }
}
