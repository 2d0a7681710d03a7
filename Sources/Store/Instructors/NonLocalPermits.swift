import Persian
public import Training

/// A permission with what lists show beside it.
public struct PermitLine: Hashable, Sendable {
  public let permit: NonLocalPermit
  public let instructor: InstructorApplication
  public let homeName: String
  public let course: Course
  public let holder: ID<Unit>
  public let holderName: String
}

/// Permissions for instructors of other districts, within the scope of the course.
extension Querying where Self: ~Copyable {
  private static var permitLines: String {
    """
    SELECT n.id, n.application, n.request, n.letter_number, n.letter_day, n.state, n.reason,
      \(InstructorApplication.columns), h.name, c.id, c.code, c.title, c.minutes, c.kind,
      c.feature, c.exec_permit, c.mandatory_subject, c.active, r.unit, u.name
    FROM nonlocal_permit n JOIN instructor_application a ON a.id = n.application
      JOIN unit h ON h.id = a.unit JOIN course_request r ON r.id = n.request
      JOIN course c ON c.id = r.course JOIN unit u ON u.id = r.unit
    """
  }

  /// Nil when the course is not within the scope.
  public func permit(
    _ id: ID<NonLocalPermit>, in scope: Scope
  ) throws(StoreError) -> PermitLine? {
    try first(
      "\(Self.permitLines) WHERE n.id = ? AND u.path >= ? AND u.path < ?",
      [id, scope.range.lower, scope.range.upper], PermitLine.init(row:))
  }

  /// A page of the permissions for the courses of a scope, the newest letter first, narrowed to parts
  /// of the names of instructor, course and office.
  public func permits(
    in scope: Scope, matching text: String = "", page: ListPage<NonLocalPermit> = .first,
    limit: Int = .max
  ) throws(StoreError) -> [PermitLine] {
    var conditions: [(String, [any Storable])] = []
    for word in Normalizer.line(text).split(separator: " ").map(String.init) {
      conditions.append(
        (
          """
          (instr(a.first_name || ' ' || a.last_name, ?) > 0 OR instr(c.title, ?) > 0
            OR instr(u.name, ?) > 0)
          """, [word, word, word]
        ))
    }
    // The courses of few offices are quicker sorted than searched for among all.
    let isSorted = try offices(in: scope, upTo: 64) < 64
    let bound = page.bound(NonLocalPermit.order, isSorted: isSorted)
    conditions += [
      (bound.condition, bound.arguments),
      scope.condition(findsRows: isSorted),
    ]
    let found = try all(
      """
      \(Self.permitLines) WHERE \(conditions.map(\.0).joined(separator: " AND "))
      ORDER BY \(isSorted ? bound.sorting : bound.order) LIMIT ?
      """, conditions.flatMap(\.1) + [limit], PermitLine.init(row:))
    return bound.turned(found)
  }

  /// Permissions for a course on which the province or the ministry still has to decide.
  public func waitingPermits(for request: ID<CourseRequest>) throws(StoreError) -> Int {
    try value(
      """
      SELECT count(*) FROM nonlocal_permit
      WHERE request = ? AND state IN ('awaitingProvince', 'awaitingMinistry')
      """, [request])
  }

  /// Whether a permission is asked for or given; where `state` is told, only one in that state.
  public func hasPermit(
    _ application: ID<InstructorApplication>, for request: ID<CourseRequest>,
    in state: NonLocalLife.State? = nil
  ) throws(StoreError) -> Bool {
    let condition = state == nil ? "state <> 'rejected'" : "state = '\(state?.rawValue ?? "")'"
    return try exists(
      "SELECT 1 FROM nonlocal_permit WHERE application = ? AND request = ? AND \(condition)",
      [application, request])
  }
}

extension Writing {
  public func insert(_ permit: NonLocalPermit) throws(StoreError) {
    try run(
      """
      INSERT INTO nonlocal_permit
        (id, application, request, letter_number, letter_day, state, reason)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """,
      [
        permit.id, permit.application, permit.request, permit.letter.number, permit.letter.day,
        permit.state, permit.reason,
      ])
  }

  /// Changes the state and the reason, if the permission is still as it was.
  public func update(
    _ old: NonLocalPermit, to new: NonLocalPermit
  ) throws(StoreError) -> Conflict? {
    try update(
      "nonlocal_permit", old.id.rawValue,
      [
        Edit("state", from: old.state, to: new.state),
        Edit("reason", from: old.reason, to: new.reason),
      ])
  }
}

extension NonLocalPermit {
  fileprivate static let order = ListOrder<NonLocalPermit>(.descending, "n.letter_day", "n.id") {
    [$0.letter.day, $0.id]
  }
}

extension PermitLine {
  init(row: borrowing Row) throws {
    permit = NonLocalPermit(
      id: try row[0], application: try row[1], request: try row[2],
      letter: InstructorApplication.LetterMark(number: try row[3], day: try row[4]),
      state: try row[5], reason: try row[6])
    instructor = try InstructorApplication(row: row, from: 7)
    homeName = try row[32]
    course = Course(
      id: try row[33], code: try row[34], title: try row[35], minutes: try row[36],
      kind: try row[37], feature: try row[38], hasPermit: try row[39],
      mandatorySubject: try row[40], isActive: try row[41])
    holder = try row[42]
    holderName = try row[43]
  }
}
