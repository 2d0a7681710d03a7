import Persian
import Training

/// How the courses of a filter are found in SQL; `r` is a row of `course_request`.
struct CourseSearch {
  private let filter: RequestFilter

  init(_ filter: RequestFilter) { self.filter = filter }

  /// The courses and the offices whose names hold every word typed.
  ///
  /// `prefix` "+" keeps the planner from the indexes of the columns.
  private func text(
    _ prefix: String = ""
  ) -> (courses: String, offices: String, arguments: [any Storable])? {
    let words = SearchKey.words(filter.text)
    guard !words.isEmpty else { return nil }
    let match = TitleMatch(filter.text)
    let names = words.map { _ in "instr(n.name_key, ?) > 0" }.joined(separator: " AND ")
    return (
      "\(prefix)r.course IN (SELECT c.id FROM course c WHERE \(match.condition))",
      "\(prefix)r.unit IN (SELECT n.id FROM unit n WHERE n.kind <> 'school' AND \(names))",
      match.arguments + words
    )
  }

  /// The conditions of everything but the text.
  private func conditions(_ prefix: String = "") -> [(String, [any Storable])] {
    var conditions: [(String, [any Storable])] = []
    if let method = filter.method { conditions.append(("+r.enrol_method = ?", [method])) }
    if let year = filter.year { conditions.append(("\(prefix)r.year = ?", [year])) }
    if let day = filter.from { conditions.append(("\(prefix)r.exec_from >= ?", [day])) }
    if let day = filter.lastingTo { conditions.append(("+r.exec_to >= ?", [day])) }
    if let request = filter.request { conditions.append(("r.id = ?", [request])) }
    if let unit = filter.unit { conditions.append(("\(prefix)r.unit = ?", [unit])) }
    // Only the states that no date derives can be asked for here; the others are looked at later.
    if let states = filter.states, states.isSubset(of: [.awaitingProvince, .returned]) {
      let marks = states.map { _ in "?" }.joined(separator: ", ")
      conditions.append(("\(prefix)r.state IN (\(marks))", Array(states)))
    }
    return conditions
  }

  /// The ids of a page within reach, and how it is bound.
  func page<Place>(
    _ page: ListPage<Place>, _ order: ListOrder<Place>, of rows: OfficeRows, in reach: CourseReach,
    _ limit: Int, _ records: borrowing some Querying & ~Copyable
  ) throws(StoreError) -> ((sql: String, arguments: [any Storable]), PageBound) {
    if case .units(let scope) = reach, !order.isSorted, filter.request == nil, try !isRare(records)
    {
      let bound = page.bound(order)
      let found = text("+").map { ("(\($0.courses) OR \($0.offices))", $0.arguments) }
      let ids = try records.pageIDs(
        of: rows, in: scope, where: conditions() + (found.map { [$0] } ?? []), bound,
        limit: limit)
      return (ids, bound)
    }
    // The few that somebody reaches, or that a text finds, are quicker sorted than searched for.
    let bound = page.bound(order, isSorted: true)
    var all = [(reach.condition, reach.arguments)] + conditions("+")
    if let found = text() {
      all.append(("(\(found.courses) OR \(found.offices))", found.arguments))
    }
    all.append((bound.condition, bound.arguments))
    let sql = """
      SELECT \(rows.id) FROM \(rows.tables) WHERE \(all.map(\.0).joined(separator: " AND "))
      ORDER BY \(bound.sorting) LIMIT ?
      """
    return ((sql, all.flatMap(\.1) + [limit]), bound)
  }

  /// Whether a text finds so few requests that reading along the days would pass by too many others.
  private func isRare(_ records: borrowing some Querying & ~Copyable) throws(StoreError) -> Bool {
    guard let found = text() else { return false }
    let most = 2_000
    let count: Int = try records.value(
      """
      SELECT count(*) FROM (
        SELECT 1 FROM course_request r WHERE \(found.courses) OR \(found.offices) LIMIT ?)
      """, found.arguments + [most])
    return count < most
  }
}
