public import Persian
public import Training

/// A record whose legal clock is running: what it is called, until when, and whose it is.
public struct ClockLine: Hashable, Sendable {
  public let record: ID<RecordLink>
  public let due: JalaliDate
  /// The record as people call it, and the part of it that is meant; the part may be empty.
  public let subject: String
  public let part: String
  public let unit: ID<Unit>
  public let unitName: String
  /// Whose duty it is; nil where a whole office has it.
  public let person: ID<Person>?
  public let personName: String

  public init(
    record: ID<RecordLink>, due: JalaliDate, subject: String, part: String = "", unit: ID<Unit>,
    unitName: String, person: ID<Person>? = nil, personName: String = ""
  ) {
    self.record = record
    self.due = due
    self.subject = subject
    self.part = part
    self.unit = unit
    self.unitName = unitName
    self.person = person
    self.personName = personName
  }
}

extension ClockLine {
  /// The columns of a query, in the order of the properties.
  package init(row: borrowing Row) throws {
    self.init(
      record: try row[0], due: try row[1], subject: try row[2], part: try row[3],
      unit: try row[4], unitName: try row[5], person: try row[6], personName: try row[7])
  }
}

/// The clocks of short courses, within the reach of an account, the earliest due first.
extension Querying where Self: ~Copyable {
  /// Requests in a state, due on the first day of their execution interval.
  public func requestClocks(
    _ state: CourseRequestLife.State, in reach: CourseReach, until day: JalaliDate, limit: Int
  ) throws(StoreError) -> [ClockLine] {
    try all(
      """
      SELECT r.id, r.exec_from, c.title, '', r.unit, u.name, NULL, ''
      FROM course_request r JOIN course c ON c.id = r.course JOIN unit u ON u.id = r.unit
      WHERE r.state = ? AND r.exec_from <= ? AND \(reach.condition)
      ORDER BY r.exec_from, r.id LIMIT ?
      """, [state, day] + reach.arguments + [limit], ClockLine.init(row:))
  }

  /// Classes that are being filled by the office and have places free, due on the last day of
  /// enrolment, which is before the class starts.
  public func introductionClocks(
    in reach: CourseReach, on today: JalaliDate, until day: JalaliDate, limit: Int
  ) throws(StoreError) -> [ClockLine] {
    try all(
      """
      SELECT k.id, min(k.enrol_to, k.class_from - 1) AS due, c.title, k.name, r.unit, u.name,
        NULL, ''
      \(Self.classes)
      WHERE k.state = 'defined' AND r.enrol_method = 'expert'
        AND r.state IN ('approved', 'announced', 'running') AND k.enrol_from <= ?
        AND min(k.enrol_to, k.class_from - 1) BETWEEN ? AND ? AND \(reach.condition)
        AND k.capacity > (SELECT count(*) FROM enrolment e
          WHERE e.class = k.id AND e.state = 'enrolled' AND e.method <> 'guest')
      ORDER BY due, k.id LIMIT ?
      """, [today, today, day] + reach.arguments + [limit], ClockLine.init(row:))
  }

  /// Sessions of the last year in which somebody's cell is empty, due on their own day.
  public func sessionClocks(
    in reach: CourseReach, on today: JalaliDate, limit: Int
  ) throws(StoreError) -> [ClockLine] {
    try all(
      """
      SELECT s.id, s.day, c.title, k.name, r.unit, u.name, f.person, ifnull(f.full_name, '')
      FROM session s JOIN training_class k ON k.id = s.class
        JOIN course_request r ON r.id = k.request JOIN course c ON c.id = r.course
        JOIN unit u ON u.id = r.unit \(Self.manager)
      WHERE s.day BETWEEN ? AND ? AND k.state NOT IN ('cancelled', 'closed')
        AND \(reach.condition)
        AND EXISTS (
          SELECT 1 FROM enrolment e WHERE e.class = k.id AND e.state = 'enrolled' AND NOT EXISTS (
            SELECT 1 FROM mark m WHERE m.session = s.id AND m.enrolment = e.id AND m.value <> ''))
      ORDER BY s.day, s.start_minute, s.id LIMIT ?
      """, [today.adding(days: -366), today] + reach.arguments + [limit], ClockLine.init(row:))
  }

  /// Classes whose sessions are over and whose scores are not complete, due so many days after the
  /// last session.
  public func scoreClocks(
    in reach: CourseReach, on today: JalaliDate, days: Int, until day: JalaliDate, limit: Int
  ) throws(StoreError) -> [ClockLine] {
    try all(
      """
      SELECT k.id, max(s.day) + ? AS due, c.title, k.name, r.unit, u.name, f.person,
        ifnull(f.full_name, '')
      \(Self.classes) JOIN session s ON s.class = k.id \(Self.manager)
      WHERE k.state = 'defined' AND k.class_to < ? AND \(reach.condition)
        AND EXISTS (SELECT 1 FROM enrolment e WHERE e.class = k.id AND e.state = 'enrolled')
        AND NOT EXISTS (SELECT 1 FROM exam x WHERE x.class = k.id AND x.kind <> 'pretest')
      GROUP BY k.id HAVING max(s.day) < ? AND due <= ? ORDER BY due, k.id LIMIT ?
      """, [days, today] + reach.arguments + [today, day, limit], ClockLine.init(row:))
  }

  /// The classes a learner may still withdraw from, due on the last day for it.
  public func withdrawalClocks(
    of learner: ID<Person>, on today: JalaliDate, until day: JalaliDate, limit: Int
  ) throws(StoreError) -> [ClockLine] {
    try all(
      """
      SELECT e.id, min(k.enrol_to, k.class_from - 1) AS due, c.title, k.name, r.unit, u.name,
        e.person, p.first_name || ' ' || p.last_name
      \(Self.classes) JOIN enrolment e ON e.class = k.id JOIN person p ON p.id = e.person
      WHERE e.person = ? AND e.state = 'enrolled' AND k.state = 'defined'
        AND min(k.enrol_to, k.class_from - 1) BETWEEN ? AND ?
      ORDER BY due, e.id LIMIT ?
      """, [learner, today, day, limit], ClockLine.init(row:))
  }

  private static var classes: String {
    """
    FROM training_class k JOIN course_request r ON r.id = k.request
      JOIN course c ON c.id = r.course JOIN unit u ON u.id = r.unit
    """
  }

  private static var manager: String {
    "LEFT JOIN factor f ON f.request = r.id AND f.role = 'manager' AND f.active = 1"
  }
}
