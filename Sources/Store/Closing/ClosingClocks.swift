public import Persian
public import Training

/// The clocks of closing, within the reach of an account, the earliest due first.
extension Querying where Self: ~Copyable {
  /// Classes whose learners may check scores and absences, for one learner; due on the last day.
  public func controlClocks(
    of learner: ID<Person>, on today: JalaliDate, until day: JalaliDate, limit: Int
  ) throws(StoreError) -> [ClockLine] {
    try all(
      """
      SELECT e.id, p.to_day, c.title, k.name, r.unit, u.name, e.person,
        h.first_name || ' ' || h.last_name
      FROM control_period p JOIN training_class k ON k.id = p.class
        JOIN enrolment e ON e.class = k.id JOIN person h ON h.id = e.person
        JOIN course_request r ON r.id = k.request JOIN course c ON c.id = r.course
        JOIN unit u ON u.id = r.unit
      WHERE e.person = ? AND e.state = 'enrolled' AND k.state = 'objectionPeriod'
        AND p.to_day BETWEEN ? AND ?
      ORDER BY p.to_day, e.id LIMIT ?
      """, [learner, today, day, limit], ClockLine.init(row:))
  }

  /// Objections that wait for their answer, due when the period of their class is over.
  public func objectionClocks(
    in reach: CourseReach, until day: JalaliDate, limit: Int
  ) throws(StoreError) -> [ClockLine] {
    try all(
      """
      SELECT o.id, p.to_day, h.first_name || ' ' || h.last_name, c.title, r.unit, u.name, NULL, ''
      FROM score_objection o JOIN enrolment e ON e.id = o.enrolment
        JOIN person h ON h.id = e.person JOIN training_class k ON k.id = e.class
        JOIN control_period p ON p.class = k.id JOIN course_request r ON r.id = k.request
        JOIN course c ON c.id = r.course JOIN unit u ON u.id = r.unit
      WHERE o.state = 'registered' AND p.to_day <= ? AND \(reach.condition)
      ORDER BY p.to_day, o.id LIMIT ?
      """, [day] + reach.arguments + [limit], ClockLine.init(row:))
  }
}

/// How far the classes of a request have come on the way to their certificates.
public struct ClosingProgress: Hashable, Sendable {
  public let inPeriod: Int
  public let certificates: Int
  public let firstAnnounced: JalaliDate?
  public let lastIssued: JalaliDate?
}

extension Querying where Self: ~Copyable {
  /// What the process monitor looks at of closing.
  public func closingProgress(
    of request: ID<CourseRequest>
  ) throws(StoreError) -> ClosingProgress {
    let found = try first(
      """
      SELECT
        (SELECT count(*) FROM training_class k
          WHERE k.request = ? AND k.state = 'objectionPeriod'),
        count(*), max(t.issued_day),
        (SELECT min(p.announced_day) FROM control_period p JOIN training_class k ON k.id = p.class
          WHERE k.request = ?)
      FROM certificate t JOIN enrolment e ON e.id = t.enrolment
        JOIN training_class k ON k.id = e.class
      WHERE k.request = ? AND t.state = 'issued'
      """, [request, request, request]
    ) { row in
      ClosingProgress(
        inPeriod: try row[0], certificates: try row[1], firstAnnounced: try row[3],
        lastIssued: try row[2])
    }
    guard let found else { throw .notFound }
    return found
  }
}
