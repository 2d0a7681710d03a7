public import Persian
import Training

/// The clocks of preparing courses, within the reach of an account, the earliest due first.
extension Querying where Self: ~Copyable {
  /// Classes that have no manager or no instructor, due on the day before they start.
  public func unstaffedClassClocks(
    in reach: CourseReach, on today: JalaliDate, until day: JalaliDate, limit: Int
  ) throws(StoreError) -> [ClockLine] {
    try all(
      """
      SELECT k.id, k.class_from - 1, c.title, k.name, r.unit, u.name, NULL, ''
      FROM training_class k JOIN course_request r ON r.id = k.request
        JOIN course c ON c.id = r.course JOIN unit u ON u.id = r.unit
      WHERE k.state = 'defined' AND r.state IN ('approved', 'announced', 'running')
        AND k.class_from > ? AND k.class_from - 1 <= ? AND \(reach.condition)
        AND (SELECT count(DISTINCT f.role) FROM factor f WHERE f.request = r.id AND f.active = 1
          AND f.role IN ('manager', 'instructor')) < 2
      ORDER BY k.class_from, k.id LIMIT ?
      """, [today, day] + reach.arguments + [limit], ClockLine.init(row:))
  }

  /// Courses with a pre-test in the portal whose questions are not complete, due on the day before the
  /// start.
  public func pretestClocks(
    in reach: CourseReach, on today: JalaliDate, until day: JalaliDate, limit: Int
  ) throws(StoreError) -> [ClockLine] {
    try all(
      """
      SELECT r.id, min(k.class_from) - 1 AS due, c.title, '', r.unit, u.name, NULL, ''
      FROM preparation p JOIN course_request r ON r.id = p.request
        JOIN training_class k ON k.request = r.id AND k.state <> 'cancelled'
        JOIN course c ON c.id = r.course JOIN unit u ON u.id = r.unit
      WHERE p.pretest = 1 AND r.state IN ('approved', 'announced', 'running') AND \(reach.condition)
        AND NOT EXISTS (
          SELECT 1 FROM exam x JOIN training_class xk ON xk.id = x.class
          WHERE xk.request = r.id AND x.kind = 'pretest' AND x.state <> 'defined')
      GROUP BY r.id HAVING due >= ? AND due <= ?
      ORDER BY due, r.id LIMIT ?
      """, reach.arguments + [today, day, limit], ClockLine.init(row:))
  }
}
