import Persian
public import Training

/// A permit with what its lists show beside.
public struct AgencyPermitLine: Hashable, Sendable {
  public let permit: Permit
  public let agencyName: String
  /// Empty where none is chosen yet.
  public let instructorName: String
  /// Whether a completed course stands on it.
  public let isUsed: Bool
}

/// Permits within the reach of an account.
extension Querying where Self: ~Copyable {
  static var oversightPermitLines: String {
    """
    SELECT \(Permit.columns), o.name, ifnull(i.first_name || ' ' || i.last_name, ''),
      EXISTS (SELECT 1 FROM completed_course d WHERE d.permit = q.id AND d.state <> 'removed')
    FROM permit q JOIN unit o ON o.id = q.agency
      LEFT JOIN oversight_instructor i ON i.id = q.instructor
    """
  }

  /// Nil when there is none within reach.
  public func permit(_ id: ID<Permit>, in reach: OversightReach) throws(StoreError)
    -> AgencyPermitLine?
  {
    try first(
      "\(Self.oversightPermitLines) WHERE q.id = ? AND \(reach.condition)", [id] + reach.arguments,
      AgencyPermitLine.init(row:))
  }

  /// A page of the permits within reach, the latest first; the same price for every page.
  public func permits(
    in reach: OversightReach, _ filter: OversightFilter<PermitLife.State> = .init(),
    page: ListPage<Permit> = .first, limit: Int = .max
  ) throws(StoreError) -> [AgencyPermitLine] {
    guard case .agencies(let scope) = reach else { return [] }
    let bound = page.bound(Permit.order)
    let ids = try pageIDs(
      of: Permit.rows, in: scope, where: filter.conditions(of: "permit"), bound, limit: limit)
    return bound.turned(
      try all(
        "\(Self.oversightPermitLines) WHERE q.id IN (\(ids.sql)) ORDER BY \(bound.sorting)",
        ids.arguments, AgencyPermitLine.init(row:)))
  }

  /// The approved permits of an agency on which no completed course stands, the latest first.
  public func freePermits(
    in reach: OversightReach, limit: Int = 1_000
  ) throws(StoreError) -> [AgencyPermitLine] {
    try all(
      """
      \(Self.oversightPermitLines) WHERE q.state = 'approved' AND \(reach.condition)
        AND NOT EXISTS (
          SELECT 1 FROM completed_course d WHERE d.permit = q.id AND d.state <> 'removed')
      ORDER BY q.requested_day DESC, q.id DESC LIMIT ?
      """, reach.arguments + [limit], AgencyPermitLine.init(row:))
  }

  /// Whether a completed course other than one stands on a permit.
  public func isUsed(
    _ permit: ID<Permit>, except course: ID<CompletedCourse>? = nil
  ) throws(StoreError) -> Bool {
    try exists(
      "SELECT 1 FROM completed_course WHERE permit = ? AND state <> 'removed' AND id IS NOT ?",
      [permit, course])
  }

  /// Permits within reach by the title of their course.
  public func searchPermits(
    _ text: String, in reach: OversightReach, after id: Int64 = 0, limit: Int
  ) throws(StoreError) -> [SearchHit] {
    guard let query = SearchKey.query(text) else { return [] }
    return try all(
      """
      SELECT q.id, q.title, q.year || ' — ' || o.name
      FROM search_permit s JOIN permit q ON q.id = s.rowid JOIN unit o ON o.id = q.agency
      WHERE search_permit MATCH ? AND s.rowid > ? AND q.state <> 'removed' AND \(reach.condition)
      ORDER BY s.rowid LIMIT ?
      """, [query, id] + reach.arguments + [limit]
    ) { row in
      let id: ID<Permit> = try row[0]
      return SearchHit(RecordLink(.permit, id), title: try row[1], detail: try row[2])
    }
  }
}

extension Writing {
  /// A new permit; the rows of its programme get the ids in their order.
  public func insert(_ permit: Permit, rows: [ID<PermitDay>]) throws(StoreError) {
    try insert("permit", permit.id, permit.cells)
    try insert(permit.form.days, of: permit.id, rows)
  }

  /// Changes what differs between two forms, if the first is still there; another programme takes
  /// the place of the old one, its rows under the ids given.
  public func update(
    _ old: Permit, to new: Permit, rows: [ID<PermitDay>] = []
  ) throws(StoreError) -> Conflict? {
    if let conflict = try update("permit", old.id, from: old.cells, to: new.cells) {
      return conflict
    }
    guard old.form.days != new.form.days else { return nil }
    try run("DELETE FROM permit_day WHERE permit = ?", [old.id])
    try insert(new.form.days, of: old.id, rows)
    return nil
  }

  private func insert(
    _ days: [PermitDay], of permit: ID<Permit>, _ rows: [ID<PermitDay>]
  ) throws(StoreError) {
    precondition(rows.count >= days.count, "each row of a programme has an id")
    for (day, id) in zip(days, rows) {
      try insert(
        "permit_day", id,
        [
          ("permit", permit), ("day", day.day), ("start_minute", day.start),
          ("end_minute", day.end),
        ])
    }
  }
}

extension Permit {
  static let order = ListOrder<Permit>(.descending, "q.requested_day", "q.id") {
    [$0.requested, $0.id]
  }

  static let rows = OfficeRows(
    tables: "permit q", back: "permit q", table: "permit", id: "q.id", unit: "q.agency")

  /// The programme comes as one text: day, start and end of each row, in any order.
  static let columns = """
    q.id, q.agency, q.requested_day, q.kind, q.course_group, q.course, q.title, q.hours,
      q.day_count, q.mode, q.organiser, q.organiser_name, q.instructor, q.in_calendar,
      q.syllabus_name, q.syllabus_kind, q.syllabus_size, q.syllabus_digest,
      q.programme_name, q.programme_kind, q.programme_size, q.programme_digest,
      q.state, q.reason,
      ifnull((SELECT group_concat(w.day || ' ' || w.start_minute || ' ' || w.end_minute, ';')
        FROM permit_day w WHERE w.permit = q.id), '')
    """

  init(row: borrowing Row, from start: Int = 0) throws {
    let programme: String = try row[start + 24]
    let days = try programme.split(separator: ";").map { text in
      let numbers = text.split(separator: " ").compactMap { Int($0) }
      guard numbers.count == 3 else { throw StoreError.damaged("a row of a programme") }
      return PermitDay(JalaliDate(dayNumber: numbers[0]), from: numbers[1], to: numbers[2])
    }
    let form = Form(
      kind: try row[start + 3], group: try row[start + 4], course: try row[start + 5],
      title: try row[start + 6], hours: try row[start + 7], dayCount: try row[start + 8],
      days: days.sorted(), mode: try row[start + 9],
      organiser: OrganiserMark(try row[start + 10], name: try row[start + 11]),
      instructor: try row[start + 12], isInCalendar: try row[start + 13])
    self.init(
      id: try row[start], agency: try row[start + 1], form: form,
      syllabus: try Attachment.stored(in: row, from: start + 14),
      programme: try Attachment.stored(in: row, from: start + 18),
      requested: try row[start + 2], state: try row[start + 22], reason: try row[start + 23])
  }

  fileprivate var cells: Cells {
    let own: Cells = [
      ("agency", agency), ("year", year), ("requested_day", requested), ("kind", form.kind),
      ("course_group", form.group), ("course", form.course), ("title", form.title),
      ("title_key", SearchKey.indexText(form.title)), ("hours", form.hours),
      ("day_count", form.dayCount), ("mode", form.mode), ("organiser", form.organiser.code),
      ("organiser_name", form.organiser.name), ("instructor", form.instructor),
      ("in_calendar", form.isInCalendar),
    ]
    return own + Attachment.cells(of: syllabus, "syllabus")
      + Attachment.cells(of: programme, "programme") + [("state", state), ("reason", reason)]
  }
}

extension AgencyPermitLine {
  init(row: borrowing Row) throws {
    permit = try Permit(row: row)
    agencyName = try row[25]
    instructorName = try row[26]
    isUsed = try row[27]
  }
}
