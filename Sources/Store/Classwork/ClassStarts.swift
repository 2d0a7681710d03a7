public import Persian

extension Querying where Self: ~Copyable {
  /// The classes that are still to start, one line for each instructor, due on their first session.
  public func classStarts(
    in reach: CourseReach, on today: JalaliDate, until day: JalaliDate, limit: Int
  ) throws(StoreError) -> [ClockLine] {
    try all(
      """
      SELECT k.id, min(s.day) AS due, c.title, k.name, r.unit, u.name, i.person, i.full_name
      FROM training_class k JOIN course_request r ON r.id = k.request
        JOIN course c ON c.id = r.course JOIN unit u ON u.id = r.unit
        JOIN session s ON s.class = k.id
        JOIN factor i ON i.request = r.id AND i.role = 'instructor' AND i.active = 1
      WHERE k.state = 'defined' AND k.class_to >= ? AND \(reach.condition)
        AND (s.factor IS NULL OR s.factor = i.id)
      GROUP BY k.id, i.id HAVING due BETWEEN ? AND ? ORDER BY due, k.id LIMIT ?
      """, [today] + reach.arguments + [today, day, limit], ClockLine.init(row:))
  }
}
