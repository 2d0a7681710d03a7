import Persian
public import Training

/// Where a course stands in the alphabet: what a page begins beside.
public struct CoursePlace: Hashable, Sendable {
  public let sortKey: String
  public let id: ID<Course>

  public init(after course: Course) {
    sortKey = Collation.key(course.title)
    id = course.id
  }

  static let order = ListOrder<CoursePlace>(.ascending, "c.sort_key", "c.id") {
    [$0.sortKey, $0.id]
  }
}

/// The catalogue of courses; every office sees the same.
extension Querying where Self: ~Copyable {
  private static var columns: String {
    "c.id, c.code, c.title, c.minutes, c.kind, c.feature, c.exec_permit, c.mandatory_subject, c.active"
  }

  public func course(_ id: ID<Course>) throws(StoreError) -> Course? {
    try first("SELECT \(Self.columns) FROM course c WHERE c.id = ?", [id], Course.init(row:))
  }

  public func course(code: String) throws(StoreError) -> Course? {
    try first("SELECT \(Self.columns) FROM course c WHERE c.code = ?", [code], Course.init(row:))
  }

  /// A page of the catalogue in the alphabet's order (S2-1.5a).
  ///
  /// `text` is the beginning of a code or parts of the title, empty for all; `permittedOnly` leaves
  /// the courses that may be held now.
  public func courses(
    matching text: String = "", permittedOnly: Bool = false, page: ListPage<CoursePlace> = .first,
    limit: Int
  ) throws(StoreError) -> [Course] {
    let match = TitleMatch(text)
    let permit = permittedOnly ? "AND c.exec_permit = 1 AND c.active = 1" : ""
    let bound = page.bound(CoursePlace.order)
    let found = try all(
      """
      SELECT \(Self.columns) FROM course c
      WHERE \(bound.condition) AND \(match.condition) \(permit)
      ORDER BY \(bound.order) LIMIT ?
      """, bound.arguments + match.arguments + [limit], Course.init(row:))
    return bound.turned(found)
  }
}

extension Writing {
  public func insert(_ course: Course) throws(StoreError) {
    try run(
      """
      INSERT INTO course
        (id, code, title, title_key, sort_key, minutes, kind, feature, exec_permit,
         mandatory_subject, active)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        course.id, course.code, course.title, SearchKey.indexText(course.title),
        Collation.key(course.title), course.minutes, course.kind, course.feature,
        course.hasPermit, course.mandatorySubject, course.isActive,
      ])
  }

  /// Changes what differs between two forms of a course, if the first is still there.
  public func update(_ old: Course, to new: Course) throws(StoreError) -> Conflict? {
    try update(
      "course", old.id.rawValue,
      [
        Edit("code", from: old.code, to: new.code),
        Edit("title", from: old.title, to: new.title),
        Edit("title_key", from: SearchKey.indexText(old.title), to: SearchKey.indexText(new.title)),
        Edit("sort_key", from: Collation.key(old.title), to: Collation.key(new.title)),
        Edit("minutes", from: old.minutes, to: new.minutes),
        Edit("kind", from: old.kind, to: new.kind),
        Edit("feature", from: old.feature, to: new.feature),
        Edit("exec_permit", from: old.hasPermit, to: new.hasPermit),
        Edit("mandatory_subject", from: old.mandatorySubject, to: new.mandatorySubject),
        Edit("active", from: old.isActive, to: new.isActive),
      ])
  }
}

/// What is typed to find a course: the beginning of its code, or parts of its title.
struct TitleMatch {
  let condition: String
  let arguments: [any Storable]

  /// `c` is the row of `course`.
  init(_ text: String) {
    let words = SearchKey.words(text)
    guard !words.isEmpty else {
      condition = "1"
      arguments = []
      return
    }
    let parts = words.map { _ in "instr(c.title_key, ?) > 0" }.joined(separator: " AND ")
    condition = "(substr(c.code, 1, length(?)) = ? OR \(parts))"
    // Codes are stored in Latin digits, which the key has too.
    let code = words.joined()
    arguments = [code, code] + words
  }
}

extension Course {
  init(row: borrowing Row) throws { try self.init(row: row, from: 0) }

  /// A course whose columns begin somewhere in a longer row.
  init(row: borrowing Row, from start: Int) throws {
    self.init(
      id: try row[start], code: try row[start + 1], title: try row[start + 2],
      minutes: try row[start + 3], kind: try row[start + 4], feature: try row[start + 5],
      hasPermit: try row[start + 6], mandatorySubject: try row[start + 7],
      isActive: try row[start + 8])
  }
}
