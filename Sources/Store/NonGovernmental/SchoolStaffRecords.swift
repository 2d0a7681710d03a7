public import Training

/// Somebody of a non-governmental school with the names that lists show.
public struct StaffLine: Hashable, Sendable {
  public let staff: SchoolStaff
  public let person: Person
  public let schoolName: String
}

/// Staff of non-governmental schools.
extension Querying where Self: ~Copyable {
  private static var staffLines: String {
    """
    SELECT p.id, p.national_code, p.personnel_code, p.first_name, p.last_name, p.father_name,
      p.birth_day, p.gender, p.mobile, p.kind, p.unit, p.school, p.active,
      \(SchoolStaff.columns), ifnull(u.name, '')
    FROM school_staff s JOIN person p ON p.id = s.person LEFT JOIN unit u ON u.id = s.school
    """
  }

  public func staff(_ id: ID<SchoolStaff>) throws(StoreError) -> StaffLine? {
    try first("\(Self.staffLines) WHERE s.id = ?", [id], StaffLine.init(row:))
  }

  /// The record of a person; nil for whoever is not staff of a non-governmental school.
  public func staff(of person: ID<Person>) throws(StoreError) -> StaffLine? {
    try first("\(Self.staffLines) WHERE s.person = ?", [person], StaffLine.init(row:))
  }

  /// The staff of one school in the alphabet's order (S2-6.4a).
  public func staff(ofSchool school: ID<Unit>) throws(StoreError) -> [StaffLine] {
    try all(
      "\(Self.staffLines) WHERE s.school = ? ORDER BY p.sort_key, p.id", [school],
      StaffLine.init(row:))
  }

  /// The non-governmental school of a code; nil where there is none (S2-6.3).
  public func nonGovernmentalSchool(code: String) throws(StoreError) -> Unit? {
    guard let school = try unit(.school, code: code), !school.isGovernmental, school.isActive
    else { return nil }
    return school
  }
}

extension Writing {
  public func insert(_ staff: SchoolStaff) throws(StoreError) {
    try insert("school_staff", staff.id, staff.cells)
  }

  /// Changes what differs between two forms of a record, if the first is still there.
  public func update(_ old: SchoolStaff, to new: SchoolStaff) throws(StoreError) -> Conflict? {
    try update("school_staff", old.id, from: old.cells, to: new.cells)
  }

  /// Where a person works from now on: the school, and the office that looks after it.
  public func move(
    _ person: Person, to school: ID<Unit>, of office: ID<Unit>
  ) throws(StoreError) -> Conflict? {
    try update(
      "person", person.id.rawValue,
      [
        Edit("unit", from: person.unit, to: office),
        Edit("school", from: person.school, to: school),
      ])
  }
}

extension SchoolStaff {
  fileprivate static let columns = """
    s.id, s.person, s.school, s.post, s.teaching_field, s.stage, s.degree, s.weekly_minutes,
      s.experience, s.state, s.decided_day, s.reason
    """

  /// A record whose columns begin somewhere in a longer row.
  init(row: borrowing Row, from start: Int) throws {
    let school: ID<Unit>? = try row[start + 2]
    let work = try school.map { school in
      Work(
        school: school, post: try row[start + 3], teachingField: try row[start + 4],
        stage: try row[start + 5], degree: try row[start + 6],
        weeklyMinutes: try row[start + 7], experience: try row[start + 8])
    }
    self.init(
      id: try row[start], person: try row[start + 1], work: work, state: try row[start + 9],
      decided: try row[start + 10], reason: try row[start + 11])
  }

  /// Every column but the id.
  fileprivate var cells: Cells {
    [
      ("person", person), ("school", work?.school), ("post", work?.post ?? ""),
      ("teaching_field", work?.teachingField ?? ""), ("stage", work?.stage ?? ""),
      ("degree", work?.degree ?? ""), ("weekly_minutes", work?.weeklyMinutes ?? 0),
      ("experience", work?.experience ?? 0), ("state", state), ("decided_day", decided),
      ("reason", reason),
    ]
  }
}

extension StaffLine {
  init(row: borrowing Row) throws {
    person = try Person(row: row)
    staff = try SchoolStaff(row: row, from: 13)
    schoolName = try row[25]
  }
}
