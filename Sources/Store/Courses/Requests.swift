public import Persian
public import Training

/// A course request with what lists and forms show beside it.
public struct RequestLine: Hashable, Sendable {
  public let request: CourseRequest
  public let course: Course
  public let unitName: String
  /// The name of the course manager; empty before one is registered.
  public let managerName: String
  /// The first session of any class that is not cancelled.
  public let firstSession: JalaliDate?
  /// Classes that are not cancelled.
  public let classes: Int
  /// Learners and guests now enrolled.
  public let enrolled: Int

  public func state(on day: JalaliDate) -> CourseRequestLife.State {
    CourseRequestLife.state(request.state, .init(firstSession: firstSession), on: day)
  }
}

/// Which requests a list shows.
public struct RequestFilter: Hashable, Sendable {
  /// The beginning of the course's code, parts of its title, or of the office's name.
  public var text: String
  /// Only these states on the day; nil for all.
  public var states: Set<CourseRequestLife.State>?
  public var method: EnrolMethod?
  public var year: Int?
  /// Only requests whose execution begins on this day or later.
  public var from: JalaliDate?
  /// Only requests whose execution is not over before this day.
  public var lastingTo: JalaliDate?
  /// Only those of this office itself.
  public var unit: ID<Unit>?
  /// Only this one.
  public var request: ID<CourseRequest>?

  public init(
    text: String = "", states: Set<CourseRequestLife.State>? = nil, method: EnrolMethod? = nil,
    year: Int? = nil, from: JalaliDate? = nil, lastingTo: JalaliDate? = nil, unit: ID<Unit>? = nil
  ) {
    self.text = text
    self.states = states
    self.method = method
    self.year = year
    self.from = from
    self.unit = unit
    self.lastingTo = lastingTo
  }
}

/// Course requests, within the reach of an account.
extension Querying where Self: ~Copyable {
  private static var selection: String {
    """
    SELECT \(CourseRequest.columns), c.id, c.code, c.title, c.minutes, c.kind, c.feature,
      c.exec_permit, c.mandatory_subject, c.active, u.name,
      ifnull((SELECT f.full_name FROM factor f
        WHERE f.request = r.id AND f.role = 'manager' AND f.active = 1 LIMIT 1), ''),
      (SELECT min(s.day) FROM training_class k JOIN session s ON s.class = k.id
        WHERE k.request = r.id AND k.state <> 'cancelled'),
      (SELECT count(*) FROM training_class k WHERE k.request = r.id AND k.state <> 'cancelled'),
      (SELECT count(*) FROM training_class k JOIN enrolment e ON e.class = k.id
        WHERE k.request = r.id AND e.state = 'enrolled')
    FROM course_request r JOIN course c ON c.id = r.course JOIN unit u ON u.id = r.unit
    """
  }

  /// Nil when there is none within reach.
  public func request(
    _ id: ID<CourseRequest>, in reach: CourseReach
  ) throws(StoreError) -> RequestLine? {
    try first(
      "\(Self.selection) WHERE r.id = ? AND \(reach.condition)", [id] + reach.arguments,
      RequestLine.init(row:))
  }

  /// A page of the requests within reach, the latest execution first; the same price for every page.
  ///
  /// The states of the filter are those on `day`.
  public func requests(
    in reach: CourseReach, _ filter: RequestFilter = RequestFilter(), on day: JalaliDate,
    page: ListPage<CourseRequest> = .first, limit: Int = .max
  ) throws(StoreError) -> [RequestLine] {
    try page.filtered(
      limit: limit, place: \.request,
      { filter.states?.contains($0.state(on: day)) ?? true }
    ) { page throws(StoreError) in
      let search = CourseSearch(filter)
      let (ids, bound) = try search.page(
        page, CourseRequest.order, of: CourseRequest.rows, in: reach, limit, self)
      let found = try all(
        "\(Self.selection) WHERE r.id IN (\(ids.sql)) ORDER BY \(bound.sorting)", ids.arguments,
        RequestLine.init(row:))
      return bound.turned(found)
    }
  }

  /// What the rules of a request look at, for the request as it would become.
  public func facts(
    about request: CourseRequest, of course: Course, on day: JalaliDate
  ) throws(StoreError) -> CourseRequestLife.Facts {
    var facts = CourseRequestLife.Facts(
      request: request, course: course, day: day,
      instructorsOutsideBank: try instructorsOutsideBank(of: request.id))
    if let form = request.form { facts.form = try formOne(form) }
    try each(
      """
      SELECT k.state,
        (SELECT count(*) FROM enrolment e
          WHERE e.class = k.id AND e.state = 'enrolled' AND e.method <> 'guest'),
        (SELECT count(*) FROM enrolment e
          WHERE e.class = k.id AND e.state = 'enrolled' AND e.method = 'guest')
      FROM training_class k WHERE k.request = ? AND k.state <> 'cancelled'
      """, [request.id]
    ) { row in
      let state: ClassLife.State = try row[0]
      let learners: Int = try row[1]
      let guests: Int = try row[2]
      facts.classes += 1
      facts.openClasses += state == .closed ? 0 : 1
      facts.fullestClass = max(facts.fullestClass, learners)
      facts.mostGuests = max(facts.mostGuests, guests)
      facts.liveEnrolments += learners + guests
      return true
    }
    facts.isContentApproved = try exists(
      """
      SELECT 1 FROM preparation_item
      WHERE request = ? AND area = 'content' AND code = ? AND state = 'approved'
      """, [request.id, PreparationArea.contentApproval])
    return facts
  }
}

extension Writing {
  public func insert(_ request: CourseRequest) throws(StoreError) {
    try insert("course_request", request.id, request.cells)
  }

  /// Changes what differs between two forms of a request, if the first is still there.
  public func update(
    _ old: CourseRequest, to new: CourseRequest
  ) throws(StoreError) -> Conflict? {
    try update("course_request", old.id, from: old.cells, to: new.cells)
  }
}

extension CourseRequest {
  fileprivate static let rows = OfficeRows(
    tables: "course_request r", back: "course_request r", table: "course_request", id: "r.id",
    unit: "r.unit")
  /// The latest execution first.
  fileprivate static let order = ListOrder<CourseRequest>(.descending, "r.exec_from", "r.id") {
    [$0.from, $0.id]
  }

  fileprivate static let columns = """
    r.id, r.course, r.unit, r.year, r.exec_from, r.exec_to, r.class_count, r.cost_provision,
      r.enrol_method, r.delivery_mode, r.quota, r.class_capacity, r.guest_capacity,
      r.conditions, r.state, r.reason, r.decided_day, r.form
    """

  init(row: borrowing Row) throws {
    self.init(
      id: try row[0], course: try row[1], unit: try row[2], year: try row[3], from: try row[4],
      to: try row[5], classCount: try row[6], costProvision: try row[7], method: try row[8],
      mode: try row[9], quota: try row[10], classCapacity: try row[11],
      guestCapacity: try row[12], conditions: try [CourseCondition](stored: try row[13]),
      state: try row[14], reason: try row[15], decided: try row[16],
      form: try row[17])
  }

  /// Every column but the id.
  fileprivate var cells: Cells {
    [
      ("course", course), ("unit", unit), ("year", year), ("exec_from", from), ("exec_to", to),
      ("class_count", classCount), ("cost_provision", costProvision), ("enrol_method", method),
      ("delivery_mode", mode), ("quota", quota), ("class_capacity", classCapacity),
      ("guest_capacity", guestCapacity), ("conditions", conditions.stored), ("state", state),
      ("reason", reason), ("decided_day", decided), ("form", form),
    ]
  }
}

extension RequestLine {
  init(row: borrowing Row) throws {
    request = try CourseRequest(row: row)
    course = try Course(row: row, from: 18)
    unitName = try row[27]
    managerName = try row[28]
    firstSession = try row[29]
    classes = try row[30]
    enrolled = try row[31]
  }
}
