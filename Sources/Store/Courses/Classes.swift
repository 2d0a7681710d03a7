public import Persian
public import Training

/// A class with its course and its counts, as lists show it.
public struct ClassLine: Hashable, Sendable {
  public let trainingClass: TrainingClass
  public let courseCode: String
  public let courseTitle: String
  /// The length of the course in minutes.
  public let courseMinutes: Int
  public let unit: ID<Unit>
  public let unitName: String
  public let mode: DeliveryMode
  public let method: EnrolMethod
  /// Learners who have not left, guests not counted: in a closed class with their results.
  public let enrolled: Int
  public let guests: Int
  public let sessions: Int
  public let firstSession: JalaliDate?
  public let lastSession: JalaliDate?
  /// Sessions up to the day asked for in which somebody's cell is still empty.
  public let unmarkedSessions: Int
  /// Guests that each class of the course takes; 0 accepts none.
  public let guestCapacity: Int
  /// The first day of the course's execution, by which lists are ordered.
  let executedFrom: JalaliDate
  /// How soon somebody has to mark: a session today, then an empty cell of a past one, then neither.
  let urgency: Int

  /// Places that are still free.
  public var free: Int { max(trainingClass.capacity - enrolled, 0) }

  public func state(on day: JalaliDate) -> ClassLife.State {
    ClassLife.state(trainingClass.state, trainingClass.dates(lastSession: lastSession), on: day)
  }
}

/// Classes, within the reach of an account.
extension Querying where Self: ~Copyable {
  // The marks of a session are counted by its index; learners who have left are not waited for.
  private static var selection: String {
    """
    SELECT \(TrainingClass.columns), c.code, c.title, c.minutes, r.unit, u.name, r.delivery_mode,
      r.enrol_method,
      (SELECT count(*) FROM enrolment e
        WHERE e.class = k.id AND e.state NOT IN ('withdrawn', 'removed') AND e.method <> 'guest'),
      (SELECT count(*) FROM enrolment e
        WHERE e.class = k.id AND e.state NOT IN ('withdrawn', 'removed') AND e.method = 'guest'),
      (SELECT count(*) FROM session s WHERE s.class = k.id),
      (SELECT min(s.day) FROM session s WHERE s.class = k.id),
      (SELECT max(s.day) FROM session s WHERE s.class = k.id),
      (SELECT count(*) FROM session s WHERE s.class = k.id AND s.day <= ?1
        AND \(unmarkedSession)),
      r.guest_capacity, r.exec_from, \(urgency(on: "?1"))
    FROM training_class k JOIN course_request r ON r.id = k.request
      JOIN course c ON c.id = r.course JOIN unit u ON u.id = r.unit
    """
  }

  /// Whether somebody's cell in the session `s` of the class `k` is still empty.
  fileprivate static var unmarkedSession: String {
    """
    EXISTS (
      SELECT 1 FROM enrolment e WHERE e.class = k.id AND e.state = 'enrolled' AND NOT EXISTS (
        SELECT 1 FROM mark m WHERE m.session = s.id AND m.enrolment = e.id AND m.value <> ''))
    """
  }

  /// `ClassLine.urgency` in SQL; the day is a number, or a place for one.
  fileprivate static func urgency(on day: String) -> String {
    """
    CASE WHEN k.state IN ('cancelled', 'closed') THEN 0
      WHEN EXISTS (SELECT 1 FROM session s WHERE s.class = k.id AND s.day = \(day)) THEN 2
      WHEN EXISTS (SELECT 1 FROM session s WHERE s.class = k.id AND s.day < \(day)
        AND \(unmarkedSession)) THEN 1
      ELSE 0 END
    """
  }

  /// Nil when there is none within reach.
  public func trainingClass(
    _ id: ID<TrainingClass>, in reach: CourseReach, on day: JalaliDate
  ) throws(StoreError) -> ClassLine? {
    try first(
      "\(Self.selection) WHERE k.id = ? AND \(reach.condition)", [day, id] + reach.arguments,
      ClassLine.init(row:))
  }

  /// The classes of a request, in the order of their definition.
  public func classes(
    of request: ID<CourseRequest>, in reach: CourseReach, on day: JalaliDate
  ) throws(StoreError) -> [ClassLine] {
    try all(
      "\(Self.selection) WHERE k.request = ? AND \(reach.condition) ORDER BY k.id",
      [day, request] + reach.arguments, ClassLine.init(row:))
  }

  /// A page of the classes within reach: the courses executed last first, and of a course those that
  /// start last first; the same price for every page.
  ///
  /// The filter chooses courses; `states` are those of the class on the day, nil for all. Where
  /// `marking`, the classes that meet on the day come first, then those with past sessions that are
  /// not marked; the few classes of one person are sorted for it.
  public func classes(
    in reach: CourseReach, _ filter: RequestFilter = RequestFilter(),
    states: Set<ClassLife.State>? = nil, marking: Bool = false, on day: JalaliDate,
    page: ListPage<ClassLine> = .first, limit: Int = .max
  ) throws(StoreError) -> [ClassLine] {
    try page.filtered(
      limit: limit, place: { $0 }, { states?.contains($0.state(on: day)) ?? true }
    ) { page throws(StoreError) in
      let search = CourseSearch(filter)
      let (ids, bound) = try search.page(
        page, marking ? ClassLine.order(marking: day) : ClassLine.order, of: ClassLine.rows,
        in: reach, limit, self)
      let found = try all(
        "\(Self.selection) WHERE k.id IN (\(ids.sql)) ORDER BY \(bound.sorting)",
        [day] + ids.arguments, ClassLine.init(row:))
      return bound.turned(found)
    }
  }

  /// What the rules of a class look at, for the class as it would become.
  public func facts(
    about it: TrainingClass, of line: RequestLine, on day: JalaliDate
  ) throws(StoreError) -> ClassLife.Facts {
    let siblings = try all(
      """
      SELECT k.name, k.capacity, (SELECT count(*) FROM enrolment e
        WHERE e.class = k.id AND e.state = 'enrolled' AND e.method <> 'guest')
      FROM training_class k WHERE k.request = ? AND k.id <> ? AND k.state <> 'cancelled'
      ORDER BY k.id
      """, [line.request.id, it.id]
    ) { row in
      ClassLife.Facts.Sibling(name: try row[0], capacity: try row[1], enrolled: try row[2])
    }
    let live: Int = try value(
      "SELECT count(*) FROM enrolment WHERE class = ? AND state = 'enrolled'", [it.id])
    let period = try controlPeriod(of: it.id)
    return ClassLife.Facts(
      trainingClass: it, request: line.request, requestState: line.state(on: day), day: day,
      siblings: siblings, liveEnrolments: live, scoresMissing: try scoresMissing(in: it.id),
      hasExam: try exams(of: it.id).contains { $0.kind.counts },
      isFileDelivered: try courseFile(of: line.request.id)?.delivered != nil,
      objectionsFrom: period?.from, objectionsUntil: period?.to,
      openObjections: try waitingObjections(of: it.id),
      comparison: period == nil ? nil : try paperComparison(of: it.id))
  }
}

extension Writing {
  public func insert(_ it: TrainingClass) throws(StoreError) {
    try insert("training_class", it.id, it.cells)
  }

  /// Changes what differs between two forms of a class, if the first is still there.
  public func update(
    _ old: TrainingClass, to new: TrainingClass
  ) throws(StoreError) -> Conflict? {
    try update("training_class", old.id, from: old.cells, to: new.cells)
  }
}

extension TrainingClass {
  static let columns = """
    k.id, k.request, k.name, k.enrol_from, k.enrol_to, k.class_from, k.class_to, k.capacity,
      k.place, k.state, k.reason
    """

  /// A class whose columns begin somewhere in a longer row.
  init(row: borrowing Row, from start: Int = 0) throws {
    self.init(
      id: try row[start], request: try row[start + 1], name: try row[start + 2],
      enrolFrom: try row[start + 3], enrolTo: try row[start + 4], from: try row[start + 5],
      to: try row[start + 6], capacity: try row[start + 7], place: try row[start + 8],
      state: try row[start + 9], reason: try row[start + 10])
  }

  /// Every column but the id.
  fileprivate var cells: Cells {
    [
      ("request", request), ("name", name), ("enrol_from", enrolFrom), ("enrol_to", enrolTo),
      ("class_from", from), ("class_to", to), ("capacity", capacity), ("place", place),
      ("state", state), ("reason", reason),
    ]
  }
}

extension ClassLine {
  init(row: borrowing Row) throws {
    trainingClass = try TrainingClass(row: row)
    courseCode = try row[11]
    courseTitle = try row[12]
    courseMinutes = try row[13]
    unit = try row[14]
    unitName = try row[15]
    mode = try row[16]
    method = try row[17]
    enrolled = try row[18]
    guests = try row[19]
    sessions = try row[20]
    firstSession = try row[21]
    lastSession = try row[22]
    unmarkedSessions = try row[23]
    guestCapacity = try row[24]
    executedFrom = try row[25]
    urgency = try row[26]
  }

  fileprivate static let rows = OfficeRows(
    tables: "course_request r CROSS JOIN training_class k ON k.request = r.id",
    back: "training_class k CROSS JOIN course_request r ON r.id = k.request",
    table: "training_class", id: "k.id", unit: "r.unit")
  fileprivate static let order = ListOrder<ClassLine>(
    .descending, "r.exec_from", "r.id", "k.class_from", "k.id"
  ) { [$0.executedFrom, $0.trainingClass.request, $0.trainingClass.from, $0.trainingClass.id] }

  /// The same behind what has to be marked on a day.
  fileprivate static func order(marking day: JalaliDate) -> ListOrder<ClassLine> {
    let urgency = Reading.urgency(on: String(day.dayNumber))
    return ListOrder(
      .descending, "(\(urgency))", "r.exec_from", "r.id", "k.class_from", "k.id", isSorted: true
    ) {
      [
        $0.urgency, $0.executedFrom, $0.trainingClass.request, $0.trainingClass.from,
        $0.trainingClass.id,
      ]
    }
  }
}
