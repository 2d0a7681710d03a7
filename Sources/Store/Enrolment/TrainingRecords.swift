public import Training

/// What people learned before, or elsewhere.
extension Querying where Self: ~Copyable {
  private static var columns: String {
    "id, person, course_code, title, minutes, year, end_day, reference"
  }

  /// The past courses of a person, the latest first.
  public func trainingRecords(of person: ID<Person>) throws(StoreError) -> [TrainingRecord] {
    try all(
      """
      SELECT \(Self.columns) FROM training_record WHERE person = ?
      ORDER BY year DESC, ifnull(end_day, 0) DESC, id
      """, [person], TrainingRecord.init(row:))
  }

  /// Whether the same course of the same year is recorded for a person.
  public func hasTrainingRecord(_ record: TrainingRecord) throws(StoreError) -> Bool {
    try exists(
      """
      SELECT 1 FROM training_record
      WHERE person = ? AND year = ? AND course_code = ? AND title = ? AND minutes = ?
      """, [record.person, record.year, record.courseCode, record.title, record.minutes])
  }

  /// The minutes of a year that count for a person's ceiling: enrolled and passed here, and recorded
  /// from before; a course in both counts once.
  public func yearMinutes(
    of person: ID<Person>, in year: Int, besides own: ID<Enrolment>? = nil,
    course: ID<Course>? = nil
  ) throws(StoreError) -> Int {
    let held: Int = try value(
      """
      SELECT ifnull(sum(c.minutes), 0)
      FROM enrolment e JOIN training_class k ON k.id = e.class
        JOIN course_request r ON r.id = k.request JOIN course c ON c.id = r.course
      WHERE e.person = ? AND e.id <> ? AND e.state IN ('enrolled', 'passed') AND r.year = ?
        AND r.course <> ?
      """, [person, own?.rawValue ?? 0, year, course?.rawValue ?? 0])
    let before: Int = try value(
      """
      SELECT ifnull(sum(t.minutes), 0) FROM training_record t
      WHERE t.person = ? AND t.year = ?
        AND t.course_code NOT IN (SELECT code FROM course WHERE id = ?)
        AND (t.course_code = '' OR NOT EXISTS (
          SELECT 1 FROM enrolment e JOIN training_class k ON k.id = e.class
            JOIN course_request r ON r.id = k.request JOIN course c ON c.id = r.course
          WHERE e.person = t.person AND r.year = t.year AND c.code = t.course_code
            AND e.state IN ('enrolled', 'passed')))
      """, [person, year, course?.rawValue ?? 0])
    return held + before
  }
}

extension Writing {
  public func insert(_ record: TrainingRecord) throws(StoreError) {
    try run(
      """
      INSERT INTO training_record
        (id, person, course_code, title, minutes, year, end_day, reference)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        record.id, record.person, record.courseCode, record.title, record.minutes, record.year,
        record.end, record.reference,
      ])
  }
}

extension TrainingRecord {
  init(row: borrowing Row) throws {
    self.init(
      id: try row[0], person: try row[1], courseCode: try row[2], title: try row[3],
      minutes: try row[4], year: try row[5], end: try row[6], reference: try row[7])
  }
}
