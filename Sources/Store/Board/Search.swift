public import Persian
public import Training

/// A record that a search found: what it is called, and a line about it.
public struct SearchHit: Hashable, Sendable {
  public let link: RecordLink
  public let title: String
  public let detail: String

  public init(_ link: RecordLink, title: String, detail: String) {
    self.link = link
    self.title = title
    self.detail = detail
  }
}

/// Searches over records of every kind, each within the reach that its own lists have.
///
/// Answers come in the order of ids, so that a page goes on after the last one; never by rank,
/// which would read every match. Words of fewer than two letters find nothing.
extension Querying where Self: ~Copyable {
  private func hits(
    _ kind: RecordLink.Kind, _ sql: String, _ arguments: [any Storable]
  ) throws(StoreError) -> [SearchHit] {
    try all(sql, arguments) { row in
      let id: ID<RecordLink> = try row[0]
      return SearchHit(RecordLink(kind, id), title: try row[1], detail: try row[2])
    }
  }

  /// People of a scope whose names or codes begin with every word.
  public func searchPeople(
    _ text: String, in scope: Scope, after id: Int64 = 0, limit: Int
  ) throws(StoreError) -> [SearchHit] {
    guard let query = SearchKey.query(text) else { return [] }
    return try hits(
      .person,
      """
      SELECT p.id, p.first_name || ' ' || p.last_name,
        ifnull(p.personnel_code, ifnull(p.national_code, '')) || ' — ' || u.name
      FROM search_person s JOIN person p ON p.id = s.rowid JOIN unit u ON u.id = p.unit
      WHERE search_person MATCH ? AND s.rowid > ? AND u.path >= ? AND u.path < ?
      ORDER BY s.rowid LIMIT ?
      """, [query, id, scope.range.lower, scope.range.upper, limit])
  }

  /// Courses of the catalogue by title or code.
  public func searchCourses(
    _ text: String, after id: Int64 = 0, limit: Int
  ) throws(StoreError) -> [SearchHit] {
    guard let query = SearchKey.query(text) else { return [] }
    return try hits(
      .course,
      """
      SELECT c.id, c.title, c.code
      FROM search_course s JOIN course c ON c.id = s.rowid
      WHERE search_course MATCH ? AND s.rowid > ? ORDER BY s.rowid LIMIT ?
      """, [query, id, limit])
  }

  /// The key that records of courses are found and ordered by.
  ///
  /// Of a rare title the few records are looked up by their courses and sorted; of a common one they
  /// are met in their own order, and the first page ends the search. The sign keeps SQLite from walking
  /// through all records for the few.
  private func orderKey(
    _ key: String, ofCourses query: String
  ) throws(StoreError) -> String {
    let most = 200
    let found: Int = try value(
      "SELECT count(*) FROM (SELECT 1 FROM search_course WHERE search_course MATCH ? LIMIT ?)",
      [query, most])
    return found < most ? "+\(key)" : key
  }

  /// Requests within reach by the title or code of their course.
  public func searchRequests(
    _ text: String, in reach: CourseReach, after id: Int64 = 0, limit: Int
  ) throws(StoreError) -> [SearchHit] {
    guard let query = SearchKey.query(text) else { return [] }
    let key = try orderKey("r.id", ofCourses: query)
    return try hits(
      .request,
      """
      SELECT r.id, c.title, r.year || ' — ' || u.name
      FROM course_request r JOIN course c ON c.id = r.course JOIN unit u ON u.id = r.unit
      WHERE r.course IN (SELECT rowid FROM search_course WHERE search_course MATCH ?)
        AND \(key) > ? AND \(reach.condition) ORDER BY \(key) LIMIT ?
      """, [query, id] + reach.arguments + [limit])
  }

  /// Classes within reach by the title or code of their course.
  public func searchClasses(
    _ text: String, in reach: CourseReach, after id: Int64 = 0, limit: Int
  ) throws(StoreError) -> [SearchHit] {
    guard let query = SearchKey.query(text) else { return [] }
    let key = try orderKey("k.id", ofCourses: query)
    return try hits(
      .trainingClass,
      """
      SELECT k.id, k.name || ' – ' || c.title, u.name
      FROM training_class k JOIN course_request r ON r.id = k.request
        JOIN course c ON c.id = r.course JOIN unit u ON u.id = r.unit
      WHERE r.course IN (SELECT rowid FROM search_course WHERE search_course MATCH ?)
        AND \(key) > ? AND \(reach.condition) ORDER BY \(key) LIMIT ?
      """, [query, id] + reach.arguments + [limit])
  }

  /// A person's own enrolments by the title or code of the course.
  public func searchEnrolments(
    _ text: String, of person: ID<Person>, after id: Int64 = 0, limit: Int
  ) throws(StoreError) -> [SearchHit] {
    guard let query = SearchKey.query(text) else { return [] }
    return try hits(
      .enrolment,
      """
      SELECT e.id, k.name || ' – ' || c.title, u.name
      FROM enrolment e JOIN training_class k ON k.id = e.class
        JOIN course_request r ON r.id = k.request
        JOIN course c ON c.id = r.course JOIN unit u ON u.id = r.unit
      WHERE e.person = ? AND e.id > ?
        AND r.course IN (SELECT rowid FROM search_course WHERE search_course MATCH ?)
      ORDER BY e.id LIMIT ?
      """, [person, id, query, limit])
  }

  /// Units of a scope by name or code.
  public func searchUnits(
    _ text: String, in scope: Scope, after id: Int64 = 0, limit: Int
  ) throws(StoreError) -> [SearchHit] {
    guard let query = SearchKey.query(text) else { return [] }
    return try hits(
      .unit,
      """
      SELECT u.id, u.name, u.code
      FROM search_unit s JOIN unit u ON u.id = s.rowid
      WHERE search_unit MATCH ? AND s.rowid > ? AND u.path >= ? AND u.path < ?
      ORDER BY s.rowid LIMIT ?
      """, [query, id, scope.range.lower, scope.range.upper, limit])
  }

  /// Announcements that hang for an account, by their words.
  public func searchAnnouncements(
    _ text: String, in reach: AnnouncementReach, on day: JalaliDate, after id: Int64 = 0,
    limit: Int
  ) throws(StoreError) -> [SearchHit] {
    guard let query = SearchKey.query(text) else { return [] }
    let (condition, arguments) = reach.all(day)
    return try hits(
      .announcement,
      """
      SELECT a.id, a.title, u.name
      FROM search_announcement s JOIN announcement a ON a.id = s.rowid JOIN unit u ON u.id = a.unit
      WHERE search_announcement MATCH ? AND s.rowid > ? AND \(condition)
      ORDER BY s.rowid LIMIT ?
      """, [query, id] + arguments + [limit])
  }

  /// Accounts of a scope by the beginning of the user name or by the person.
  public func searchAccounts(
    _ text: String, in scope: Scope, after id: Int64 = 0, limit: Int
  ) throws(StoreError) -> [SearchHit] {
    guard let query = SearchKey.query(text) else { return [] }
    return try hits(
      .account,
      """
      SELECT a.id, a.username, u.name
      FROM account a JOIN unit u ON u.id = a.unit
      WHERE a.id > ? AND u.path >= ? AND u.path < ? AND (
        substr(a.username, 1, length(?)) = ?
        OR a.person IN (SELECT rowid FROM search_person WHERE search_person MATCH ?))
      ORDER BY a.id LIMIT ?
      """,
      [
        id, scope.range.lower, scope.range.upper, Digits.latin(text), Digits.latin(text), query,
        limit,
      ])
  }
}
