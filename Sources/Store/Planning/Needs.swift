public import Training

/// A line of the needs assessment with the names and counts that a list shows.
public struct NeedLine: Hashable, Sendable {
  public let need: TrainingNeed
  /// The course of the catalogue; nil where only a title is known.
  public let course: Course?
  public let unitName: String
  /// How many of the unit's people wish for the course that year.
  public let wishes: Int

  /// The course as it is called.
  public var title: String { course?.title ?? need.title }
}

/// A course that learners wish for, with how many.
public struct WishCount: Hashable, Sendable {
  public let course: Course
  public let year: Int
  public let count: Int
}

/// Needs assessments and wishes.
extension Querying where Self: ~Copyable {
  private static var columns: String {
    "n.id, n.unit, n.year, n.course, n.title, n.priority, n.audience, n.note"
  }

  private static var courseColumns: String {
    "c.id, c.code, c.title, c.minutes, c.kind, c.feature, c.exec_permit, c.mandatory_subject, c.active"
  }

  /// The needs of a scope from a year on, the most urgent of each year first.
  public func needs(in scope: Scope, from year: Int) throws(StoreError) -> [NeedLine] {
    let range = scope.range
    return try all(
      """
      SELECT \(Self.columns), u.name,
        (SELECT count(*) FROM course_wish w JOIN person p ON p.id = w.person
          JOIN unit home ON home.id = p.unit
          WHERE w.course = n.course AND w.year = n.year
            AND substr(home.path, 1, length(u.path)) = u.path),
        \(Self.courseColumns)
      FROM training_need n JOIN unit u ON u.id = n.unit LEFT JOIN course c ON c.id = n.course
      WHERE u.path >= ? AND u.path < ? AND n.year >= ?
      ORDER BY n.year, n.priority, u.sort_key, n.id
      """, [range.lower, range.upper, year]
    ) { row in
      NeedLine(
        need: try TrainingNeed(row: row),
        course: row.value(10) == .null ? nil : try Course(row: row, from: 10),
        unitName: try row[8], wishes: try row[9])
    }
  }

  /// Nil when there is none in the scope.
  public func need(_ id: ID<TrainingNeed>, in scope: Scope) throws(StoreError) -> TrainingNeed? {
    let range = scope.range
    return try first(
      """
      SELECT \(Self.columns) FROM training_need n JOIN unit u ON u.id = n.unit
      WHERE n.id = ? AND u.path >= ? AND u.path < ?
      """, [id, range.lower, range.upper], TrainingNeed.init(row:))
  }

  /// Whether another line of the office names the course in the year.
  public func hasNeed(besides need: TrainingNeed) throws(StoreError) -> Bool {
    guard let course = need.course else { return false }
    return try exists(
      "SELECT 1 FROM training_need WHERE unit = ? AND year = ? AND course = ? AND id <> ?",
      [need.unit, need.year, course, need.id])
  }

  /// A person's wishes, the latest year first, each with its course.
  public func wishes(of person: ID<Person>) throws(StoreError) -> [(CourseWish, Course)] {
    try all(
      """
      SELECT w.id, w.person, w.course, w.year, \(Self.courseColumns)
      FROM course_wish w JOIN course c ON c.id = w.course
      WHERE w.person = ? ORDER BY w.year DESC, c.sort_key
      """, [person]
    ) { row in (try CourseWish(row: row), try Course(row: row, from: 4)) }
  }

  public func wish(_ id: ID<CourseWish>) throws(StoreError) -> CourseWish? {
    try first(
      "SELECT id, person, course, year FROM course_wish WHERE id = ?", [id], CourseWish.init(row:))
  }

  public func wish(
    of person: ID<Person>, for course: ID<Course>, year: Int
  ) throws(StoreError) -> CourseWish? {
    try first(
      "SELECT id, person, course, year FROM course_wish WHERE person = ? AND course = ? AND year = ?",
      [person, course, year], CourseWish.init(row:))
  }

  /// What the people of a scope wish for from a year on, the most wanted of each year first.
  public func wishCounts(in scope: Scope, from year: Int) throws(StoreError) -> [WishCount] {
    let range = scope.range
    return try all(
      """
      SELECT \(Self.courseColumns), w.year, count(*) FROM course_wish w JOIN course c ON c.id = w.course
        JOIN person p ON p.id = w.person JOIN unit u ON u.id = p.unit
      WHERE u.path >= ? AND u.path < ? AND w.year >= ?
      GROUP BY w.year, c.id ORDER BY w.year, count(*) DESC, c.sort_key
      """, [range.lower, range.upper, year]
    ) { row in
      WishCount(course: try Course(row: row, from: 0), year: try row[9], count: try row[10])
    }
  }
}

extension Writing {
  public func insert(_ need: TrainingNeed) throws(StoreError) {
    try insert("training_need", need.id, need.cells)
  }

  /// Changes what differs between two forms of a need, if the first is still there.
  public func update(_ old: TrainingNeed, to new: TrainingNeed) throws(StoreError) -> Conflict? {
    try update("training_need", old.id, from: old.cells, to: new.cells)
  }

  public func delete(_ need: ID<TrainingNeed>) throws(StoreError) {
    try run("DELETE FROM training_need WHERE id = ?", [need])
  }

  public func insert(_ wish: CourseWish) throws(StoreError) {
    try insert(
      "course_wish", wish.id,
      [("person", wish.person), ("course", wish.course), ("year", wish.year)])
  }

  public func delete(_ wish: ID<CourseWish>) throws(StoreError) {
    try run("DELETE FROM course_wish WHERE id = ?", [wish])
  }
}

extension TrainingNeed {
  fileprivate init(row: borrowing Row) throws {
    self.init(
      id: try row[0], unit: try row[1], year: try row[2], course: try row[3], title: try row[4],
      priority: try row[5], audience: try [CourseCondition](stored: try row[6]), note: try row[7])
  }

  /// Every column but the id.
  fileprivate var cells: Cells {
    [
      ("unit", unit), ("year", year), ("course", course), ("title", title),
      ("priority", priority), ("audience", audience.stored), ("note", note),
    ]
  }
}

extension CourseWish {
  fileprivate init(row: borrowing Row) throws {
    self.init(id: try row[0], person: try row[1], course: try row[2], year: try row[3])
  }
}
