public import Persian
public import Training

extension ExecutivePlanLife.State: Storable {}
extension PlanSlot.Purpose: Storable {}
extension PlanItem.Kind: Storable {}

/// The executive programmes of courses; whoever reaches the request reaches its plan.
extension Querying where Self: ~Copyable {
  public func plan(_ id: ID<ExecutivePlan>) throws(StoreError) -> ExecutivePlan? {
    try first(
      "SELECT \(ExecutivePlan.columns) FROM exec_plan WHERE id = ?", [id],
      ExecutivePlan.init(row:))
  }

  /// The plan of a request; nil before one is compiled.
  public func plan(of request: ID<CourseRequest>) throws(StoreError) -> ExecutivePlan? {
    try first(
      "SELECT \(ExecutivePlan.columns) FROM exec_plan WHERE request = ?", [request],
      ExecutivePlan.init(row:))
  }

  /// The times of a plan in their order.
  public func slots(of plan: ID<ExecutivePlan>) throws(StoreError) -> [PlanSlot] {
    try all(
      """
      SELECT \(PlanSlot.columns) FROM plan_slot WHERE plan = ?
      ORDER BY day, start_minute, class_number, id
      """, [plan], PlanSlot.init(row:))
  }

  public func slot(_ id: ID<PlanSlot>) throws(StoreError) -> PlanSlot? {
    try first(
      "SELECT \(PlanSlot.columns) FROM plan_slot WHERE id = ?", [id], PlanSlot.init(row:))
  }

  /// The lines of a plan's lists, list by list.
  public func items(of plan: ID<ExecutivePlan>) throws(StoreError) -> [PlanItem] {
    try all(
      "SELECT \(PlanItem.columns) FROM plan_item WHERE plan = ? ORDER BY kind, day, id", [plan],
      PlanItem.init(row:))
  }

  public func item(_ id: ID<PlanItem>) throws(StoreError) -> PlanItem? {
    try first(
      "SELECT \(PlanItem.columns) FROM plan_item WHERE id = ?", [id], PlanItem.init(row:))
  }

  /// What other courses have booked between two days: their sessions, and the times of their final
  /// plans for which no session stands yet.
  public func bookings(
    from: JalaliDate, to: JalaliDate, besides request: ID<CourseRequest>
  ) throws(StoreError) -> [Programme.Booking] {
    let sessions = try all(
      """
      SELECT c.title, s.day, s.start_minute, s.end_minute,
        CASE WHEN s.place <> '' THEN s.place ELSE k.place END,
        f.id, f.request, f.role, f.educator, f.person, f.national_code, f.full_name, f.minutes,
        f.active
      FROM session s JOIN training_class k ON k.id = s.class
        JOIN course_request r ON r.id = k.request JOIN course c ON c.id = r.course
        LEFT JOIN factor f ON f.id = s.factor
      WHERE s.day BETWEEN ? AND ? AND r.id <> ? AND k.state <> 'cancelled'
        AND r.state <> 'cancelled'
      ORDER BY s.day, s.start_minute, s.id
      """, [from, to, request]
    ) { row in
      Programme.Booking(
        course: try row[0], day: try row[1],
        span: try TimeSpan(storedStart: try row[2], end: try row[3]), place: try row[4],
        instructor: row.value(5) == .null ? nil : try Factor(row: row, from: 5))
    }
    let planned = try all(
      """
      SELECT c.title, s.day, s.start_minute, s.end_minute, s.place, s.instructor, s.person, r.id
      FROM plan_slot s JOIN exec_plan p ON p.id = s.plan
        JOIN course_request r ON r.id = p.request JOIN course c ON c.id = r.course
      WHERE s.day BETWEEN ? AND ? AND r.id <> ? AND p.state = 'final' AND r.state <> 'cancelled'
        AND (s.purpose <> 'lesson' OR NOT EXISTS (
          SELECT 1 FROM training_class k JOIN session x ON x.class = k.id WHERE k.request = r.id))
      ORDER BY s.day, s.start_minute, s.id
      """, [from, to, request]
    ) { row in
      let name: String = try row[5]
      let factor = Factor(
        id: ID(rawValue: 0), request: try row[7], duty: .instructor, isEducator: true,
        person: try row[6], fullName: name)
      return Programme.Booking(
        course: try row[0], day: try row[1],
        span: try TimeSpan(storedStart: try row[2], end: try row[3]), place: try row[4],
        instructor: name.isEmpty ? nil : factor)
    }
    return sessions + planned
  }

  /// The official holidays between two days.
  public func holidays(
    from: JalaliDate, to: JalaliDate
  ) throws(StoreError) -> [JalaliDate: String] {
    var found: [JalaliDate: String] = [:]
    try each("SELECT day, title FROM holiday WHERE day BETWEEN ? AND ? ORDER BY id", [from, to]) {
      row in
      let day: JalaliDate = try row[0]
      found[day] = try row[1]
      return true
    }
    return found
  }

  public func holiday(_ id: ID<Holiday>) throws(StoreError) -> Holiday? {
    try first("SELECT id, day, title FROM holiday WHERE id = ?", [id], Holiday.init(row:))
  }

  /// Every official holiday, the latest first.
  public func holidays() throws(StoreError) -> [Holiday] {
    try all("SELECT id, day, title FROM holiday ORDER BY day DESC, id", [], Holiday.init(row:))
  }

  /// The sessions within reach between two days: the timetable of running courses (S2-2.4b).
  public func timetable(
    in reach: CourseReach, from: JalaliDate, to: JalaliDate
  ) throws(StoreError) -> [TimetableLine] {
    try all(
      """
      SELECT s.day, s.start_minute, s.end_minute, c.title, k.name,
        CASE WHEN s.place <> '' THEN s.place ELSE k.place END, ifnull(f.full_name, ''), u.name, s.id
      FROM session s JOIN training_class k ON k.id = s.class
        JOIN course_request r ON r.id = k.request JOIN course c ON c.id = r.course
        JOIN unit u ON u.id = r.unit LEFT JOIN factor f ON f.id = s.factor
      WHERE s.day BETWEEN ? AND ? AND k.state <> 'cancelled' AND \(reach.condition)
      ORDER BY s.day, s.start_minute, s.id
      """, [from, to] + reach.arguments
    ) { row in
      TimetableLine(
        session: try row[8], day: try row[0],
        span: try TimeSpan(storedStart: try row[1], end: try row[2]), course: try row[3],
        className: try row[4], place: try row[5], instructor: try row[6], office: try row[7])
    }
  }
}

extension Writing {
  public func insert(_ plan: ExecutivePlan) throws(StoreError) {
    try insert("exec_plan", plan.id, plan.cells)
  }

  /// Changes what differs between two versions of a plan, if the first is still there.
  public func update(_ old: ExecutivePlan, to new: ExecutivePlan) throws(StoreError) -> Conflict? {
    try update("exec_plan", old.id, from: old.cells, to: new.cells)
  }

  public func insert(_ slot: PlanSlot) throws(StoreError) {
    try insert("plan_slot", slot.id, slot.cells)
  }

  public func update(_ old: PlanSlot, to new: PlanSlot) throws(StoreError) -> Conflict? {
    try update("plan_slot", old.id, from: old.cells, to: new.cells)
  }

  public func delete(_ slot: ID<PlanSlot>) throws(StoreError) {
    try run("DELETE FROM plan_slot WHERE id = ?", [slot])
  }

  public func insert(_ item: PlanItem) throws(StoreError) {
    try insert("plan_item", item.id, item.cells)
  }

  public func delete(_ item: ID<PlanItem>) throws(StoreError) {
    try run("DELETE FROM plan_item WHERE id = ?", [item])
  }

  public func insert(_ holiday: Holiday) throws(StoreError) {
    try insert(
      "holiday", holiday.id, [("day", holiday.day), ("title", holiday.title)])
  }

  public func delete(_ holiday: ID<Holiday>) throws(StoreError) {
    try run("DELETE FROM holiday WHERE id = ?", [holiday])
  }
}

extension Holiday {
  fileprivate init(row: borrowing Row) throws {
    self.init(id: try row[0], day: try row[1], title: try row[2])
  }
}

extension ExecutivePlan {
  fileprivate static let columns = """
    id, request, learner_count, class_count, instructor_count, stay_count, stay_from, stay_to,
      stay_place, transport, notice_from, notice_to, enrol_from, enrol_to, letter_number,
      letter_day, letter_recipient, by_exam, by_project, evaluation_day, state
    """

  fileprivate init(row: borrowing Row) throws {
    let stay = Stay(
      count: try row[5], from: try row[6], to: try row[7], place: try row[8],
      transport: try row[9])
    let windows = Windows(
      noticeFrom: try row[10], noticeTo: try row[11], enrolFrom: try row[12],
      enrolTo: try row[13])
    self.init(
      id: try row[0], request: try row[1], learnerCount: try row[2], classCount: try row[3],
      instructorCount: try row[4], stay: stay, windows: windows,
      letter: Letter(number: try row[14], day: try row[15], recipient: try row[16]),
      evaluation: Evaluation(byExam: try row[17], byProject: try row[18], day: try row[19]),
      state: try row[20])
  }

  /// Every column but the id.
  fileprivate var cells: Cells {
    [
      ("request", request), ("learner_count", learnerCount), ("class_count", classCount),
      ("instructor_count", instructorCount), ("stay_count", stay.count),
      ("stay_from", stay.from), ("stay_to", stay.to), ("stay_place", stay.place),
      ("transport", stay.transport), ("notice_from", windows.noticeFrom),
      ("notice_to", windows.noticeTo), ("enrol_from", windows.enrolFrom),
      ("enrol_to", windows.enrolTo), ("letter_number", letter.number),
      ("letter_day", letter.day), ("letter_recipient", letter.recipient),
      ("by_exam", evaluation.byExam), ("by_project", evaluation.byProject),
      ("evaluation_day", evaluation.day), ("state", state),
    ]
  }
}

extension PlanSlot {
  fileprivate static let columns = """
    id, plan, purpose, class_number, day, start_minute, end_minute, place, outside, instructor, person
    """

  fileprivate init(row: borrowing Row) throws {
    self.init(
      id: try row[0], plan: try row[1], purpose: try row[2], classNumber: try row[3],
      day: try row[4], span: try TimeSpan(storedStart: try row[5], end: try row[6]),
      place: try row[7], isOutside: try row[8], instructor: try row[9], person: try row[10])
  }

  fileprivate var cells: Cells {
    [
      ("plan", plan), ("purpose", purpose), ("class_number", classNumber), ("day", day),
      ("start_minute", span.start), ("end_minute", span.end), ("place", place),
      ("outside", isOutside), ("instructor", instructor), ("person", person),
    ]
  }
}

extension PlanItem {
  fileprivate static let columns = "id, plan, kind, title, detail, count, minutes, day, outside"

  fileprivate init(row: borrowing Row) throws {
    self.init(
      id: try row[0], plan: try row[1], kind: try row[2], title: try row[3], detail: try row[4],
      count: try row[5], minutes: try row[6], day: try row[7], isOutside: try row[8])
  }

  fileprivate var cells: Cells {
    [
      ("plan", plan), ("kind", kind), ("title", title), ("detail", detail), ("count", count),
      ("minutes", minutes), ("day", day), ("outside", isOutside),
    ]
  }
}
