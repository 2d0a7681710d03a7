public import Persian
public import Training

/// The clocks of measuring what courses achieved.
extension Querying where Self: ~Copyable {
  /// Courses that have started and whose survey is not summed up, due on their last session.
  public func surveyClocks(
    in reach: CourseReach, on today: JalaliDate, until day: JalaliDate, limit: Int
  ) throws(StoreError) -> [ClockLine] {
    try all(
      """
      SELECT r.id, max(s.day) AS due, c.title, '', r.unit, u.name, NULL, ''
      FROM course_request r JOIN course c ON c.id = r.course JOIN unit u ON u.id = r.unit
        JOIN training_class k ON k.request = r.id AND k.state NOT IN ('cancelled', 'closed')
        JOIN session s ON s.class = k.id
      WHERE \(reach.condition) AND NOT EXISTS (
        SELECT 1 FROM effectiveness x WHERE x.request = r.id AND x.level = 1
          AND x.summarised_day IS NOT NULL)
      GROUP BY r.id HAVING min(s.day) <= ? AND due <= ? ORDER BY due, r.id LIMIT ?
      """, reach.arguments + [today, day, limit], ClockLine.init(row:))
  }

  /// The forms that a learner has still to fill in, due on the last session of the course.
  public func ownSurveyClocks(
    of person: ID<Person>, on today: JalaliDate, until day: JalaliDate, limit: Int
  ) throws(StoreError) -> [ClockLine] {
    try all(
      """
      SELECT e.id, (SELECT max(s.day) FROM training_class o JOIN session s ON s.class = o.id
          WHERE o.request = r.id AND o.state <> 'cancelled') AS due,
        c.title, f.full_name, r.unit, u.name, NULL, ''
      FROM enrolment e JOIN training_class k ON k.id = e.class AND k.state <> 'cancelled'
        JOIN course_request r ON r.id = k.request JOIN course c ON c.id = r.course
        JOIN unit u ON u.id = r.unit
        JOIN factor f ON f.request = r.id AND f.role = 'instructor' AND f.active = 1
      WHERE e.person = ? AND e.state = 'enrolled' AND due BETWEEN ? AND ?
        AND (SELECT min(s.day) FROM training_class o JOIN session s ON s.class = o.id
          WHERE o.request = r.id AND o.state <> 'cancelled') <= ?
        AND NOT EXISTS (
          SELECT 1 FROM survey_sheet t WHERE t.enrolment = e.id AND t.factor = f.id)
        AND NOT EXISTS (
          SELECT 1 FROM effectiveness x WHERE x.request = r.id AND x.level = 1
            AND x.summarised_day IS NOT NULL)
      ORDER BY due, e.id LIMIT ?
      """, [person, today, day, today, limit], ClockLine.init(row:))
  }

  /// Courses selected for a level that is not summed up, with the day of their last session.
  public func selectedClocks(
    of level: EffectivenessLevel, in reach: CourseReach, limit: Int
  ) throws(StoreError) -> [ClockLine] {
    try all(
      """
      SELECT r.id, max(s.day), c.title, '', r.unit, u.name, NULL, ''
      FROM effectiveness x JOIN course_request r ON r.id = x.request
        JOIN course c ON c.id = r.course JOIN unit u ON u.id = r.unit
        JOIN training_class k ON k.request = r.id AND k.state <> 'cancelled'
        JOIN session s ON s.class = k.id
      WHERE x.level = ? AND x.summarised_day IS NULL AND \(reach.condition)
      GROUP BY r.id ORDER BY r.id LIMIT ?
      """, [level.rawValue] + reach.arguments + [limit], ClockLine.init(row:))
  }
}
