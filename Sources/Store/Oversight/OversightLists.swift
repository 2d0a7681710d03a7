import Persian
public import Training

/// An instructor of the list with the title of the field of study.
public struct OversightInstructorLine: Hashable, Sendable {
  public let instructor: OversightInstructor
  /// Empty where no field is known.
  public let field: String
}

/// What permits choose from: approved courses, instructors, fields of study.
extension Querying where Self: ~Copyable {
  private static var courseColumns: String {
    "c.id, c.course_group, c.title, c.hours, c.unit, c.state"
  }

  private static var instructorColumns: String {
    """
    i.id, i.first_name, i.last_name, i.degree, i.field, i.certified, i.unit,
      ifnull(f.title, '')
    """
  }

  /// Every field of study in the order of the alphabet.
  public func studyFields() throws(StoreError) -> [StudyField] {
    try all("SELECT id, title, unit FROM study_field ORDER BY sort_key, id") { row in
      StudyField(id: try row[0], title: try row[1], unit: try row[2])
    }
  }

  /// The field with a title, however it is written.
  public func studyField(titled title: String) throws(StoreError) -> StudyField? {
    try first(
      "SELECT id, title, unit FROM study_field WHERE title_key = ?", [SearchKey.joined(title)]
    ) { row in StudyField(id: try row[0], title: try row[1], unit: try row[2]) }
  }

  public func studyField(_ id: ID<StudyField>) throws(StoreError) -> StudyField? {
    try first("SELECT id, title, unit FROM study_field WHERE id = ?", [id]) { row in
      StudyField(id: try row[0], title: try row[1], unit: try row[2])
    }
  }

  /// The instructors that an account chooses from: its own agency's and the management's.
  public func oversightInstructors(
    in reach: OversightReach, limit: Int = 5_000
  ) throws(StoreError) -> [OversightInstructorLine] {
    let marks = reach.line.map { _ in "?" }.joined(separator: ", ")
    return try all(
      """
      SELECT \(Self.instructorColumns)
      FROM oversight_instructor i JOIN unit o ON o.id = i.unit
        LEFT JOIN study_field f ON f.id = i.field
      WHERE (\(reach.condition)) OR i.unit IN (\(marks))
      ORDER BY i.sort_key, i.id LIMIT ?
      """, reach.arguments + reach.line + [limit], OversightInstructorLine.init(row:))
  }

  /// Nil when there is none within reach.
  public func oversightInstructor(
    _ id: ID<OversightInstructor>, in reach: OversightReach
  ) throws(StoreError) -> OversightInstructorLine? {
    let marks = reach.line.map { _ in "?" }.joined(separator: ", ")
    return try first(
      """
      SELECT \(Self.instructorColumns)
      FROM oversight_instructor i JOIN unit o ON o.id = i.unit
        LEFT JOIN study_field f ON f.id = i.field
      WHERE i.id = ? AND ((\(reach.condition)) OR i.unit IN (\(marks)))
      """, [id] + reach.arguments + reach.line, OversightInstructorLine.init(row:))
  }

  /// The approved courses, of a group or of all; with those that are only proposed by agencies
  /// within reach, or retired, where asked for.
  public func approvedCourses(
    in reach: OversightReach, group: CourseGroup? = nil, onlyApproved: Bool = true
  ) throws(StoreError) -> [ApprovedCourse] {
    var conditions: [(String, [any Storable])] = []
    if let group { conditions.append(("c.course_group = ?", [group])) }
    if onlyApproved {
      conditions.append(("c.state = 'approved'", []))
    } else {
      conditions.append(
        (
          """
          (c.state <> 'proposed'
            OR c.unit IN (SELECT o.id FROM unit o WHERE \(reach.condition)))
          """, reach.arguments
        ))
    }
    return try all(
      """
      SELECT \(Self.courseColumns) FROM approved_course c
      WHERE \(conditions.map(\.0).joined(separator: " AND "))
      ORDER BY c.course_group, c.sort_key, c.id
      """, conditions.flatMap(\.1), ApprovedCourse.init(row:))
  }

  public func approvedCourse(_ id: ID<ApprovedCourse>) throws(StoreError) -> ApprovedCourse? {
    try first(
      "SELECT \(Self.courseColumns) FROM approved_course c WHERE c.id = ?", [id],
      ApprovedCourse.init(row:))
  }

  /// The course of a group with a title, however it is written.
  public func approvedCourse(
    titled title: String, of group: CourseGroup
  ) throws(StoreError) -> ApprovedCourse? {
    try first(
      """
      SELECT \(Self.courseColumns) FROM approved_course c
      WHERE c.course_group = ? AND c.title_key = ? ORDER BY c.state, c.id
      """, [group, SearchKey.joined(title)], ApprovedCourse.init(row:))
  }
}

extension Writing {
  public func insert(_ field: StudyField) throws(StoreError) {
    try insert("study_field", field.id, field.cells)
  }

  public func update(_ old: StudyField, to new: StudyField) throws(StoreError) -> Conflict? {
    try update("study_field", old.id, from: old.cells, to: new.cells)
  }

  public func insert(_ instructor: OversightInstructor) throws(StoreError) {
    try insert("oversight_instructor", instructor.id, instructor.cells)
  }

  public func update(
    _ old: OversightInstructor, to new: OversightInstructor
  ) throws(StoreError) -> Conflict? {
    try update("oversight_instructor", old.id, from: old.cells, to: new.cells)
  }

  public func insert(_ course: ApprovedCourse) throws(StoreError) {
    try insert("approved_course", course.id, course.cells)
  }

  public func update(
    _ old: ApprovedCourse, to new: ApprovedCourse
  ) throws(StoreError) -> Conflict? {
    try update("approved_course", old.id, from: old.cells, to: new.cells)
  }
}

extension StudyField {
  fileprivate var cells: Cells {
    [
      ("title", title), ("title_key", SearchKey.joined(title)),
      ("sort_key", Collation.key(title)), ("unit", unit),
    ]
  }
}

extension OversightInstructor {
  fileprivate var cells: Cells {
    [
      ("first_name", firstName), ("last_name", lastName),
      ("sort_key", Collation.key("\(lastName) \(firstName)")), ("degree", degree),
      ("field", field), ("certified", isCertified), ("unit", unit),
    ]
  }
}

extension ApprovedCourse {
  fileprivate init(row: borrowing Row) throws {
    self.init(
      id: try row[0], group: try row[1], title: try row[2], hours: try row[3], unit: try row[4],
      state: try row[5])
  }

  fileprivate var cells: Cells {
    [
      ("course_group", group), ("title", title), ("title_key", SearchKey.joined(title)),
      ("sort_key", Collation.key(title)), ("hours", hours), ("unit", unit), ("state", state),
    ]
  }
}

extension OversightInstructorLine {
  fileprivate init(row: borrowing Row) throws {
    instructor = OversightInstructor(
      id: try row[0], firstName: try row[1], lastName: try row[2], degree: try row[3],
      field: try row[4], isCertified: try row[5], unit: try row[6])
    field = try row[7]
  }
}
