public import Persian
public import Training

/// A course that an instructor may teach, with its name.
public struct TaughtCourse: Hashable, Sendable {
  public let record: InstructorCourse
  public let code: String
  public let title: String
}

/// The bank of instructors («بانک مدرسین»): applications that came through.
extension Querying where Self: ~Copyable {
  /// The entry of the bank for somebody, known by either code.
  public func banked(
    _ national: NationalCode?, _ personnel: PersonnelCode?
  ) throws(StoreError) -> InstructorApplication? {
    try first(
      """
      SELECT \(InstructorApplication.columns) FROM instructor_application a
      WHERE a.state = 'inBank' AND (a.national_code = ? OR a.personnel_code = ?)
      """, [national?.digits, personnel?.digits]
    ) { row in try InstructorApplication(row: row) }
  }

  /// Whether somebody is in the bank; nobody is who is not recorded as a person.
  public func isBanked(_ id: ID<Person>?) throws(StoreError) -> Bool {
    guard let id, let person = try person(id) else { return false }
    return try banked(person.nationalCode, person.personnelCode) != nil
  }

  /// The instructors of a request that are not in the bank, by name (S2-3.1a).
  public func instructorsOutsideBank(
    of request: ID<CourseRequest>
  ) throws(StoreError) -> [String] {
    try all(
      """
      SELECT f.full_name FROM factor f LEFT JOIN person p ON p.id = f.person
      WHERE f.request = ? AND f.active = 1 AND f.role = 'instructor' AND NOT \(Self.inBank)
      ORDER BY f.id
      """, [request]
    ) { row in try row[0] }
  }

  /// Whether a factor's person is in the bank.
  public func isInBank(_ factor: ID<Factor>) throws(StoreError) -> Bool {
    try exists(
      """
      SELECT 1 FROM factor f LEFT JOIN person p ON p.id = f.person
      WHERE f.id = ? AND \(Self.inBank)
      """, [factor])
  }

  private static var inBank: String {
    """
    EXISTS (SELECT 1 FROM instructor_application a WHERE a.state = 'inBank' AND (
      (f.national_code <> '' AND a.national_code = f.national_code)
      OR a.national_code = p.national_code OR a.personnel_code = p.personnel_code))
    """
  }

  /// The titles of live courses with this instructor whose sessions have begun and are not over.
  public func runningCourses(
    of it: InstructorApplication, on day: JalaliDate
  ) throws(StoreError) -> [String] {
    try all(
      """
      SELECT DISTINCT c.title
      FROM factor f LEFT JOIN person p ON p.id = f.person
        JOIN course_request r ON r.id = f.request JOIN course c ON c.id = r.course
        JOIN training_class k ON k.request = r.id
      WHERE f.role = 'instructor' AND f.active = 1
        AND (f.national_code = ?1 OR p.national_code = ?1 OR p.personnel_code = ?2)
        AND r.state IN ('approved', 'announced', 'running')
        AND k.state NOT IN ('cancelled', 'closed') AND k.class_from <= ?3
      ORDER BY c.title
      """, [it.form.nationalCode.digits, it.form.personnelCode?.digits, day]
    ) { row in try row[0] }
  }

  public func taughtCourses(
    of id: ID<InstructorApplication>
  ) throws(StoreError) -> [TaughtCourse] {
    try all(
      """
      SELECT i.id, i.application, i.course, i.council_number, i.council_day, c.code, c.title
      FROM instructor_course i JOIN course c ON c.id = i.course
      WHERE i.application = ? ORDER BY c.code
      """, [id], TaughtCourse.init(row:))
  }

  public func mayTeach(
    _ id: ID<InstructorApplication>, _ course: ID<Course>
  ) throws(StoreError) -> Bool {
    try exists(
      "SELECT 1 FROM instructor_course WHERE application = ? AND course = ?", [id, course])
  }

  /// Where an instructor of a district serves, seen from a unit that holds a course (S2-3.6c).
  public func place(of home: ID<Unit>, from holder: ID<Unit>) throws(StoreError) -> InstructorPlace
  {
    guard let home = try unit(home), let holder = try unit(holder) else { throw .notFound }
    var province: UnitPath?
    for id in holder.path.units {
      if let above = try unit(id), above.kind == .province { province = above.path }
    }
    return InstructorPlace(home: home.path, course: holder.path, province: province)
  }
}

extension Writing {
  public func insert(_ it: InstructorCourse) throws(StoreError) {
    try run(
      """
      INSERT INTO instructor_course (id, application, course, council_number, council_day)
      VALUES (?, ?, ?, ?, ?)
      """, [it.id, it.application, it.course, it.council.number, it.council.day])
  }
}

extension TaughtCourse {
  init(row: borrowing Row) throws {
    record = InstructorCourse(
      id: try row[0], application: try row[1], course: try row[2],
      council: InstructorApplication.LetterMark(number: try row[3], day: try row[4]))
    code = try row[5]
    title = try row[6]
  }
}
