public import Persian
public import Training

/// Scores that are entered by hand or by file.
extension Querying where Self: ~Copyable {
  /// Whose result a row is; nil when it is gone.
  public func enrolment(ofResult id: ID<ExamResult>) throws(StoreError) -> ID<Enrolment>? {
    try first("SELECT enrolment FROM exam_result WHERE id = ?", [id]) { row in try row[0] }
  }

  /// Exams whose scores are not all in, due so many days after them; pre-tests wait for nobody.
  public func examScoreClocks(
    in reach: CourseReach, on today: JalaliDate, days: Int, until day: JalaliDate, limit: Int
  ) throws(StoreError) -> [ClockLine] {
    try all(
      """
      SELECT k.id, x.day + ? AS due, c.title, k.name || ' — ' || x.title, r.unit, u.name,
        f.person, ifnull(f.full_name, '')
      FROM exam x JOIN training_class k ON k.id = x.class
        JOIN course_request r ON r.id = k.request JOIN course c ON c.id = r.course
        JOIN unit u ON u.id = r.unit
        LEFT JOIN factor f ON f.request = r.id AND f.role = 'manager' AND f.active = 1
      WHERE x.kind <> 'pretest' AND x.day <= ? AND x.state <> 'locked' AND k.state = 'defined'
        AND due <= ? AND \(reach.condition)
        AND EXISTS (
          SELECT 1 FROM enrolment e WHERE e.class = k.id AND e.state = 'enrolled' AND NOT EXISTS (
            SELECT 1 FROM exam_result t WHERE t.exam = x.id AND t.enrolment = e.id
              AND (t.present = 0 OR t.score IS NOT NULL)))
      ORDER BY due, x.id LIMIT ?
      """, [days, today, day] + reach.arguments + [limit], ClockLine.init(row:))
  }
}

extension Writing {
  /// Takes a result away, so that nothing is entered for the learner.
  public func deleteResult(_ id: ID<ExamResult>) throws(StoreError) {
    try run("DELETE FROM exam_result WHERE id = ?", [id])
  }
}
