public import Persian
public import Training

/// A learner of a class with the names that lists show.
public struct EnrolmentLine: Hashable, Sendable {
  public let enrolment: Enrolment
  public let person: Person
  public let unitName: String
  /// Empty where no school is known.
  public let schoolName: String

  /// As reports take it.
  public var rosterEntry: RosterEntry {
    RosterEntry(
      enrolment: enrolment.id, person: person,
      workplace: schoolName.isEmpty ? unitName : schoolName)
  }
}

/// A learner's class with its course (S2-5.4c).
public struct OwnCourse: Hashable, Sendable {
  public let enrolment: Enrolment
  public let line: ClassLine
}

/// Learners of classes.
extension Querying where Self: ~Copyable {
  /// The learners of a class in the alphabet's order; who has left only where it is asked for.
  public func enrolments(
    of it: ID<TrainingClass>, includingLeft: Bool = false
  ) throws(StoreError) -> [EnrolmentLine] {
    let live = includingLeft ? "" : "AND e.state NOT IN ('withdrawn', 'removed')"
    return try all(
      """
      SELECT p.id, p.national_code, p.personnel_code, p.first_name, p.last_name, p.father_name,
        p.birth_day, p.gender, p.mobile, p.kind, p.unit, p.school, p.active,
        \(Enrolment.columns), u.name, ifnull(s.name, '')
      FROM enrolment e JOIN person p ON p.id = e.person JOIN unit u ON u.id = p.unit
        LEFT JOIN unit s ON s.id = p.school
      WHERE e.class = ? \(live) ORDER BY p.sort_key, p.id, e.id
      """, [it], EnrolmentLine.init(row:))
  }

  public func enrolment(_ id: ID<Enrolment>) throws(StoreError) -> Enrolment? {
    try first(
      "SELECT \(Enrolment.columns) FROM enrolment e WHERE e.id = ?", [id]
    ) { row in try Enrolment(row: row) }
  }

  /// What a person is and was enrolled in, the newest first.
  public func enrolments(
    of person: ID<Person>, on day: JalaliDate
  ) throws(StoreError) -> [OwnCourse] {
    let own = try all(
      "SELECT \(Enrolment.columns) FROM enrolment e WHERE e.person = ? ORDER BY e.id DESC",
      [person]
    ) { row in try Enrolment(row: row) }
    var result: [OwnCourse] = []
    for enrolment in own {
      let line = try trainingClass(enrolment.trainingClass, in: .learner(person), on: day)
      if let line { result.append(OwnCourse(enrolment: enrolment, line: line)) }
    }
    return result
  }

  /// The class as the rules of enrolment look at it; the same for everybody who is to be enrolled.
  public func place(
    of line: ClassLine, _ request: RequestLine, on day: JalaliDate
  ) throws(StoreError) -> EnrolmentLife.Facts.Place {
    EnrolmentLife.Facts.Place(
      course: request.course, request: request.request, requestState: request.state(on: day),
      trainingClass: line.trainingClass, classState: line.state(on: day),
      enrolled: line.enrolled, guests: line.guests,
      sessions: try sessions(of: line.trainingClass.id).map(\.session),
      conditionTitles: try titles(of: request.request.conditions))
  }

  /// What the codes of the lists behind some conditions are called.
  func titles(
    of conditions: [CourseCondition]
  ) throws(StoreError) -> [CourseCondition: String] {
    var titles: [CourseCondition: String] = [:]
    for kind in Set(conditions.map(\.kind)) {
      for item in try items(of: kind.list) { titles[CourseCondition(kind, item.code)] = item.title }
    }
    return titles
  }

  /// A person as the rules of enrolment look at one who is to join a request of a year.
  ///
  /// Staff of a non-governmental school counts with the work that the principal has confirmed (S2-6.3a).
  public func learner(
    _ person: Person, for request: CourseRequest, besides own: ID<Enrolment>? = nil
  ) throws(StoreError) -> EnrolmentLife.Facts.Learner {
    let ownID = own?.rawValue ?? 0
    let hasCourse = try exists(
      """
      SELECT 1 FROM enrolment e JOIN training_class k ON k.id = e.class
        JOIN course_request r ON r.id = k.request
      WHERE e.person = ? AND e.id <> ? AND e.state IN ('enrolled', 'passed') AND r.course = ?
      UNION ALL
      SELECT 1 FROM training_record t JOIN course c ON c.code = t.course_code
      WHERE t.person = ? AND c.id = ?
      """, [person.id, ownID, request.course, person.id, request.course])
    // Who is in the same course already does not clash with the own sessions.
    let bookings = try all(
      """
      SELECT c.title, s.day, s.start_minute, s.end_minute
      FROM enrolment e JOIN training_class k ON k.id = e.class
        JOIN course_request r ON r.id = k.request JOIN course c ON c.id = r.course
        JOIN session s ON s.class = k.id
      WHERE e.person = ? AND e.id <> ? AND e.state = 'enrolled' AND s.day >= ? AND s.day <= ?
        AND r.course <> ?
      """, [person.id, ownID, request.from, request.to, request.course]
    ) { row in
      EnrolmentLife.Facts.Booking(
        course: try row[0], day: try row[1],
        span: try TimeSpan(storedStart: try row[2], end: try row[3]))
    }
    let staff = person.kind == .nonGovernmental ? try staff(of: person.id)?.staff : nil
    var employment = try employment(of: person.id)
    if let work = staff?.appointment(on: request.from) { employment.appointments.append(work) }
    return EnrolmentLife.Facts.Learner(
      person: person, employment: employment,
      yearMinutes: try yearMinutes(
        of: person.id, in: request.year, besides: own, course: request.course),
      hasCourse: hasCourse, bookings: bookings,
      isConfirmed: person.kind != .nonGovernmental || staff?.state == .confirmed)
  }

  /// The minutes of absence of a learner in all sessions.
  public func absentMinutes(of enrolment: ID<Enrolment>) throws(StoreError) -> Int {
    try value(
      "SELECT ifnull(sum(absent_minutes), 0) FROM mark WHERE enrolment = ?", [enrolment])
  }
}

extension Writing {
  public func insert(_ enrolment: Enrolment) throws(StoreError) {
    try run(
      """
      INSERT INTO enrolment (id, class, person, method, state, enrolled_day, letter, reason)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        enrolment.id, enrolment.trainingClass, enrolment.person, enrolment.method,
        enrolment.state, enrolment.day, enrolment.letter, enrolment.reason,
      ])
  }

  /// Changes what differs between two forms of an enrolment, if the first is still there.
  public func update(_ old: Enrolment, to new: Enrolment) throws(StoreError) -> Conflict? {
    try update(
      "enrolment", old.id.rawValue,
      [
        Edit("class", from: old.trainingClass, to: new.trainingClass),
        Edit("state", from: old.state, to: new.state),
        Edit("letter", from: old.letter, to: new.letter),
        Edit("reason", from: old.reason, to: new.reason),
      ])
  }
}

extension Enrolment {
  fileprivate static let columns = """
    e.id, e.class, e.person, e.method, e.state, e.enrolled_day, e.letter, e.reason
    """

  /// An enrolment whose columns begin somewhere in a longer row.
  init(row: borrowing Row, from start: Int = 0) throws {
    self.init(
      id: try row[start], trainingClass: try row[start + 1], person: try row[start + 2],
      method: try row[start + 3], state: try row[start + 4], day: try row[start + 5],
      letter: try row[start + 6], reason: try row[start + 7])
  }
}

extension EnrolmentLine {
  init(row: borrowing Row) throws {
    person = try Person(row: row)
    enrolment = try Enrolment(row: row, from: 13)
    unitName = try row[21]
    schoolName = try row[22]
  }
}
