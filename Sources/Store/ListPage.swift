import Training

/// Which page of a list is wanted: beside a row, never at an offset, so that every page costs the same.
public enum ListPage<Place: Sendable>: Sendable {
  case first, last
  case after(Place)
  /// The nearest rows before this one.
  case before(Place)
  /// This row, or where it would stand, and those after it.
  case from(Place)
}

extension ListPage: Equatable where Place: Equatable {}
extension ListPage: Hashable where Place: Hashable {}

/// The order of a list: columns that together are never the same for two rows.
struct ListOrder<Place: Sendable>: Sendable {
  enum Direction { case ascending, descending }

  /// The columns, all in one direction.
  let columns: [String]
  let isDescending: Bool
  /// Whether no index is in this order, so that the rows are sorted for it.
  let isSorted: Bool
  let cells: @Sendable (Place) -> [any Storable]

  init(
    _ direction: Direction, _ columns: String..., isSorted: Bool = false,
    cells: @escaping @Sendable (Place) -> [any Storable]
  ) {
    self.columns = columns
    isDescending = direction == .descending
    self.isSorted = isSorted
    self.cells = cells
  }
}

/// A page in SQL.
struct PageBound {
  /// Never empty; its arguments are `arguments`.
  let condition: String
  let arguments: [any Storable]
  /// What stands after ORDER BY, for rows read along an index.
  let order: String
  /// The same for rows that are sorted: an index in that order would be walked to its end.
  let sorting: String
  /// Whether the rows come in the opposite order of the list.
  let isBackward: Bool

  /// The rows read, in the order of the list.
  func turned<Row>(_ rows: [Row]) -> [Row] { isBackward ? rows.reversed() : rows }
}

extension ListPage {
  /// The page of a list in an order; `isSorted` where an index other than that of the order finds
  /// the rows.
  func bound(_ order: ListOrder<Place>, isSorted: Bool = false) -> PageBound {
    let (place, isBackward, isOpen): (Place?, Bool, Bool) =
      switch self {
      case .first: (nil, false, true)
      case .last: (nil, true, true)
      case .after(let place): (place, false, true)
      case .before(let place): (place, true, true)
      case .from(let place): (place, false, false)
      }
    var condition = "1"
    var arguments: [any Storable] = []
    if let place {
      let sign = order.isDescending == isBackward ? ">" : "<"
      let closed = isOpen ? "" : "="
      let columns = order.columns.map { isSorted ? "+\($0)" : $0 }.joined(separator: ", ")
      let marks = order.columns.map { _ in "?" }.joined(separator: ", ")
      condition = "(\(columns)) \(sign)\(closed) (\(marks))"
      arguments = order.cells(place)
    }
    let direction = order.isDescending == isBackward ? "ASC" : "DESC"
    let parts = order.columns.map { "\($0) \(direction)" }
    return PageBound(
      condition: condition, arguments: arguments, order: parts.joined(separator: ", "),
      sorting: parts.map { "+\($0)" }.joined(separator: ", "), isBackward: isBackward)
  }

  /// A page of the rows that pass a test which SQL cannot make, such as a state derived from dates.
  ///
  /// Further pages are read until enough have passed or the list ends.
  func filtered<Line>(
    limit: Int, place: (Line) -> Place, _ passes: (Line) -> Bool,
    read: (ListPage<Place>) throws(StoreError) -> [Line]
  ) throws(StoreError) -> [Line] {
    var (found, page): ([Line], ListPage) = ([], self)
    let isBackward: Bool
    switch self {
    case .last, .before: isBackward = true
    case .first, .after, .from: isBackward = false
    }
    while true {
      let lines = try read(page)
      let passing = lines.filter(passes)
      found = isBackward ? passing + found : found + passing
      guard lines.count == limit, found.count < limit,
        let edge = isBackward ? lines.first : lines.last
      else { break }
      page = isBackward ? .before(place(edge)) : .after(place(edge))
    }
    return isBackward ? Array(found.suffix(limit)) : Array(found.prefix(limit))
  }
}

/// Rows that belong to offices, as their pages are found.
struct OfficeRows {
  /// The tables in the order in which an index of offices and days leads to the rows.
  let tables: String
  /// The same tables from the rows themselves.
  let back: String
  /// The table of the rows.
  let table: String
  let id: String
  let unit: String
}

extension Querying where Self: ~Copyable {
  /// A query of the ids of a page of a scope's rows that costs the same in records of any length.
  ///
  /// A few offices are each read along the index of their rows; of many, all rows are read in
  /// order until the page is full, since most of them belong to the scope.
  func pageIDs(
    of rows: OfficeRows, in scope: Scope, where conditions: [(String, [any Storable])],
    _ bound: PageBound, limit: Int
  ) throws(StoreError) -> (sql: String, arguments: [any Storable]) {
    let range = scope.range
    let all = conditions + [(bound.condition, bound.arguments)]
    let condition = all.map(\.0).joined(separator: " AND ")
    let arguments = all.flatMap(\.1)
    guard try offices(in: scope, upTo: 64) < 64 else {
      return (
        """
        SELECT \(rows.id) FROM \(rows.tables) CROSS JOIN unit o ON o.id = \(rows.unit)
        WHERE o.path >= ? AND o.path < ? AND \(condition)
        ORDER BY \(bound.order) LIMIT ?
        """, [range.lower, range.upper] + arguments + [limit]
      )
    }
    return (
      """
      SELECT \(rows.id) FROM \(rows.back) WHERE \(rows.id) IN (
        SELECT j.id FROM unit o CROSS JOIN \(rows.table) j ON j.id IN (
          SELECT \(rows.id) FROM \(rows.tables) WHERE \(rows.unit) = o.id AND \(condition)
          ORDER BY \(bound.order) LIMIT ?)
        WHERE o.path >= ? AND o.path < ? AND o.kind <> 'school')
      ORDER BY \(bound.sorting) LIMIT ?
      """, arguments + [limit, range.lower, range.upper, limit]
    )
  }

  /// The offices of a scope, schools not counted; no more than `most` are looked at.
  func offices(in scope: Scope, upTo most: Int) throws(StoreError) -> Int {
    let range = scope.range
    return try value(
      """
      SELECT count(*) FROM (
        SELECT 1 FROM unit WHERE path >= ? AND path < ? AND kind <> 'school' LIMIT ?)
      """, [range.lower, range.upper, most])
  }

  /// The work that SQLite has done on this connection so far, in steps of its machine: what shows
  /// whether a page costs the same in records of any length.
  package var work: Int { connection.work }
}
