public import Persian
public import Training

/// The clocks of exams, within the reach of an account, the earliest due first.
extension Querying where Self: ~Copyable {
  /// Classes whose sessions are over and which have no final exam or project yet, due so many days
  /// after the last session.
  public func examClocks(
    in reach: CourseReach, on today: JalaliDate, days: Int, until day: JalaliDate, limit: Int
  ) throws(StoreError) -> [ClockLine] {
    try all(
      """
      SELECT k.id, ifnull((SELECT max(s.day) FROM session s WHERE s.class = k.id), k.class_to)
          + ? AS due, c.title, k.name, r.unit, u.name, NULL, ''
      FROM training_class k JOIN course_request r ON r.id = k.request
        JOIN course c ON c.id = r.course JOIN unit u ON u.id = r.unit
      WHERE k.state = 'defined' AND \(reach.condition) AND due - ? < ? AND due <= ?
        AND NOT EXISTS (SELECT 1 FROM exam x WHERE x.class = k.id AND x.kind <> 'pretest')
      ORDER BY due, k.id LIMIT ?
      """, [days] + reach.arguments + [days, today, day, limit], ClockLine.init(row:))
  }

  /// Exams at the terminal whose questions are not complete, due on the day before.
  public func examQuestionClocks(
    in reach: CourseReach, until day: JalaliDate, limit: Int
  ) throws(StoreError) -> [ClockLine] {
    try all(
      """
      SELECT k.id, x.day - 1, x.title, k.name, r.unit, u.name, NULL, ''
      FROM exam x JOIN training_class k ON k.id = x.class
        JOIN course_request r ON r.id = k.request JOIN unit u ON u.id = r.unit
      WHERE x.mode = 'electronic' AND x.state = 'defined' AND \(reach.condition)
        AND x.day - 1 <= ? AND k.state NOT IN ('closed', 'cancelled')
      ORDER BY x.day, x.id LIMIT ?
      """, reach.arguments + [day, limit], ClockLine.init(row:))
  }

  /// Exams that a learner sits from today on, due on their day.
  public func sittingClocks(
    of person: ID<Person>, on today: JalaliDate, until day: JalaliDate, limit: Int
  ) throws(StoreError) -> [ClockLine] {
    try all(
      """
      SELECT e.id, x.day, x.title, k.name, r.unit, u.name, NULL, ''
      FROM enrolment e JOIN exam x ON x.class = e.class
        JOIN training_class k ON k.id = e.class JOIN course_request r ON r.id = k.request
        JOIN unit u ON u.id = r.unit
      WHERE e.person = ? AND e.state = 'enrolled' AND x.day >= ? AND x.day <= ?
        AND NOT EXISTS (SELECT 1 FROM exam_sitting s
          WHERE s.exam = x.id AND s.enrolment = e.id AND s.handed_in IS NOT NULL)
      ORDER BY x.day, x.id LIMIT ?
      """, [person, today, day, limit], ClockLine.init(row:))
  }
}
