public import Persian
public import Training

/// A teacher who must attend a course and is in none of its classes (S2-5.8a).
public struct ObligedLearner: Hashable, Sendable {
  public let course: Course
  public let person: Person
  public let workplace: String
  public let subject: String
  public let weeklyMinutes: Int
}

/// Somebody with the minutes of the year's courses, for the ceiling.
public struct YearHours: Hashable, Sendable {
  public let person: Person
  public let workplace: String
  public let minutes: Int
}

/// What an expert looks through to see what was forgotten (P22).
extension Querying where Self: ~Copyable {
  /// Teachers with an appointment for the subject of a compulsory course, whatever its hours and
  /// their employment, who neither are in one of its classes nor have passed it.
  ///
  /// The courses are those that offices of the scope, or above, hold now.
  public func obligedLearners(
    in scope: Scope, on day: JalaliDate
  ) throws(StoreError) -> [ObligedLearner] {
    let range = scope.range
    let courses = try all(
      """
      SELECT DISTINCT c.id, c.code, c.title, c.minutes, c.kind, c.feature, c.exec_permit,
        c.mandatory_subject, c.active
      FROM course c JOIN course_request r ON r.course = c.id JOIN unit u ON u.id = r.unit
      WHERE c.mandatory_subject <> '' AND r.state IN ('approved', 'announced', 'running')
        AND r.exec_to >= ? AND (u.path >= ? AND u.path < ? OR substr(?, 1, length(u.path)) = u.path)
      ORDER BY c.sort_key, c.id
      """, [day, range.lower, range.upper, range.lower], Course.init(row:))
    var found: [ObligedLearner] = []
    for course in courses {
      let subject = SearchKey.joined(course.mandatorySubject)
      var seen: Set<ID<Person>> = []
      try each(
        """
        SELECT p.id, p.national_code, p.personnel_code, p.first_name, p.last_name, p.father_name,
          p.birth_day, p.gender, p.mobile, p.kind, p.unit, p.school, p.active,
          ifnull(s.name, u.name), a.subject, a.weekly_minutes
        FROM person p JOIN unit u ON u.id = p.unit JOIN appointment a ON a.person = p.id
          LEFT JOIN unit s ON s.id = p.school
        WHERE u.path >= ? AND u.path < ? AND p.active = 1 AND a.from_day <= ?
          AND (a.to_day IS NULL OR a.to_day >= ?)
          AND NOT EXISTS (
            SELECT 1 FROM enrolment e JOIN training_class k ON k.id = e.class
              JOIN course_request r ON r.id = k.request
            WHERE e.person = p.id AND r.course = ? AND e.state IN ('enrolled', 'passed'))
          AND NOT EXISTS (
            SELECT 1 FROM training_record t WHERE t.person = p.id AND t.course_code = ?)
        ORDER BY p.sort_key, p.id, a.id
        """, [range.lower, range.upper, day, day, course.id, course.code]
      ) { row in
        let taught: String = try row[14]
        let person = try Person(row: row)
        guard SearchKey.joined(taught) == subject, seen.insert(person.id).inserted else {
          return true
        }
        found.append(
          ObligedLearner(
            course: course, person: person, workplace: try row[13], subject: taught,
            weeklyMinutes: try row[15]))
        return true
      }
    }
    return found
  }

  /// Everybody of a scope who has courses in a year, the longest hours first.
  public func yearHours(in scope: Scope, year: Int) throws(StoreError) -> [YearHours] {
    let range = scope.range
    let people = try all(
      """
      SELECT p.id, p.national_code, p.personnel_code, p.first_name, p.last_name, p.father_name,
        p.birth_day, p.gender, p.mobile, p.kind, p.unit, p.school, p.active, ifnull(s.name, u.name)
      FROM person p JOIN unit u ON u.id = p.unit LEFT JOIN unit s ON s.id = p.school
      WHERE u.path >= ? AND u.path < ? AND (
        EXISTS (SELECT 1 FROM training_record t WHERE t.person = p.id AND t.year = ?)
        OR EXISTS (
          SELECT 1 FROM enrolment e JOIN training_class k ON k.id = e.class
            JOIN course_request r ON r.id = k.request
          WHERE e.person = p.id AND r.year = ? AND e.state IN ('enrolled', 'passed')))
      ORDER BY p.sort_key, p.id
      """, [range.lower, range.upper, year, year]
    ) { row in (person: try Person(row: row), workplace: try row[13] as String) }
    var hours: [YearHours] = []
    for entry in people {
      hours.append(
        YearHours(
          person: entry.person, workplace: entry.workplace,
          minutes: try yearMinutes(of: entry.person.id, in: year)))
    }
    return hours.sorted { $0.minutes > $1.minutes }
  }

  /// Those registered by other means, of the offices of a scope.
  public func outsideApplicants(
    in scope: Scope
  ) throws(StoreError) -> [(applicant: OutsideApplicant, course: String, unitName: String)] {
    let range = scope.range
    return try all(
      """
      SELECT o.id, o.unit, o.course, o.name, o.national_code, o.personnel_code, o.school,
        o.subject, o.reason, o.letter, c.title, u.name
      FROM outside_applicant o JOIN unit u ON u.id = o.unit JOIN course c ON c.id = o.course
      WHERE u.path >= ? AND u.path < ? ORDER BY c.sort_key, o.id
      """, [range.lower, range.upper]
    ) { row in (try OutsideApplicant(row: row), try row[10], try row[11]) }
  }

  /// A page of the applicants of a scope with the titles of their courses, the newest first, narrowed
  /// to parts of name, code and course.
  public func outsideApplicants(
    in scope: Scope, matching text: String, page: ListPage<OutsideApplicant>, limit: Int
  ) throws(StoreError) -> [(applicant: OutsideApplicant, course: String)] {
    var conditions: [(String, [any Storable])] = []
    for word in Normalizer.line(text).split(separator: " ").map(String.init) {
      let digits = Digits.latin(word)
      conditions.append(
        (
          """
          (instr(x.name, ?) > 0 OR instr(x.national_code, ?) > 0
            OR instr(x.personnel_code, ?) > 0
            OR x.course IN (SELECT t.id FROM course t WHERE instr(t.title, ?) > 0))
          """, [word, digits, digits, word]
        ))
    }
    let bound = page.bound(OutsideApplicant.order)
    let ids = try pageIDs(
      of: OutsideApplicant.rows, in: scope, where: conditions, bound, limit: limit)
    let found = try all(
      """
      SELECT x.id, x.unit, x.course, x.name, x.national_code, x.personnel_code, x.school,
        x.subject, x.reason, x.letter, c.title
      FROM outside_applicant x JOIN course c ON c.id = x.course
      WHERE x.id IN (\(ids.sql)) ORDER BY \(bound.sorting)
      """, ids.arguments
    ) { row in (applicant: try OutsideApplicant(row: row), course: try row[10] as String) }
    return bound.turned(found)
  }

  public func outsideApplicant(
    _ id: ID<OutsideApplicant>
  ) throws(StoreError) -> OutsideApplicant? {
    try first(
      """
      SELECT id, unit, course, name, national_code, personnel_code, school, subject, reason, letter
      FROM outside_applicant WHERE id = ?
      """, [id], OutsideApplicant.init(row:))
  }
}

extension Writing {
  /// Writes an applicant; `old` nil for a new one.
  public func put(
    _ it: OutsideApplicant, from old: OutsideApplicant?
  ) throws(StoreError) -> Conflict? {
    try put("outside_applicant", old?.id ?? it.id, from: old?.cells, to: it.cells)
  }

  public func deleteApplicant(_ id: ID<OutsideApplicant>) throws(StoreError) {
    try run("DELETE FROM outside_applicant WHERE id = ?", [id])
  }
}

extension OutsideApplicant {
  fileprivate static let rows = OfficeRows(
    tables: "outside_applicant x", back: "outside_applicant x", table: "outside_applicant",
    id: "x.id", unit: "x.unit")
  fileprivate static let order = ListOrder<OutsideApplicant>(.descending, "x.id") { [$0.id] }

  init(row: borrowing Row) throws {
    let code: String = try row[4]
    self.init(
      id: try row[0], unit: try row[1], course: try row[2], name: try row[3],
      nationalCode: code.isEmpty ? nil : try NationalCode(unchecked: code),
      personnelCode: try row[5], school: try row[6], subject: try row[7], reason: try row[8],
      letter: try row[9])
  }

  fileprivate var cells: Cells {
    [
      ("unit", unit), ("course", course), ("name", name),
      ("national_code", nationalCode?.digits ?? ""), ("personnel_code", personnelCode),
      ("school", school), ("subject", subject), ("reason", reason), ("letter", letter),
    ]
  }
}
