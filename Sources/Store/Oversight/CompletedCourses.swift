import Persian
public import Training

/// A completed course with what its lists show beside.
public struct CompletedLine: Hashable, Sendable {
  public let course: CompletedCourse
  public let agencyName: String
  public let instructorName: String
}

/// Completed courses within the reach of an account.
extension Querying where Self: ~Copyable {
  static var completedLines: String {
    """
    SELECT \(CompletedCourse.columns), o.name, ifnull(i.first_name || ' ' || i.last_name, '')
    FROM completed_course q JOIN unit o ON o.id = q.agency
      LEFT JOIN oversight_instructor i ON i.id = q.instructor
    """
  }

  /// Nil when there is none within reach.
  public func completedCourse(
    _ id: ID<CompletedCourse>, in reach: OversightReach
  ) throws(StoreError) -> CompletedLine? {
    try first(
      "\(Self.completedLines) WHERE q.id = ? AND \(reach.condition)", [id] + reach.arguments,
      CompletedLine.init(row:))
  }

  /// A page of the completed courses within reach, those that ended last first; the same price for
  /// every page.
  public func completedCourses(
    in reach: OversightReach, _ filter: OversightFilter<CompletedCourseLife.State> = .init(),
    page: ListPage<CompletedCourse> = .first, limit: Int = .max
  ) throws(StoreError) -> [CompletedLine] {
    guard case .agencies(let scope) = reach else { return [] }
    let bound = page.bound(CompletedCourse.order)
    let ids = try pageIDs(
      of: CompletedCourse.rows, in: scope, where: filter.conditions(of: "completed_course"),
      bound, limit: limit)
    return bound.turned(
      try all(
        "\(Self.completedLines) WHERE q.id IN (\(ids.sql)) ORDER BY \(bound.sorting)",
        ids.arguments, CompletedLine.init(row:)))
  }

  /// Completed courses within reach by their titles.
  public func searchCompletedCourses(
    _ text: String, in reach: OversightReach, after id: Int64 = 0, limit: Int
  ) throws(StoreError) -> [SearchHit] {
    guard let query = SearchKey.query(text) else { return [] }
    return try all(
      """
      SELECT q.id, q.title, q.year || ' — ' || o.name
      FROM search_completed_course s JOIN completed_course q ON q.id = s.rowid
        JOIN unit o ON o.id = q.agency
      WHERE search_completed_course MATCH ? AND s.rowid > ? AND q.state <> 'removed'
        AND \(reach.condition)
      ORDER BY s.rowid LIMIT ?
      """, [query, id] + reach.arguments + [limit]
    ) { row in
      let id: ID<CompletedCourse> = try row[0]
      return SearchHit(RecordLink(.completedCourse, id), title: try row[1], detail: try row[2])
    }
  }
}

extension Writing {
  public func insert(_ course: CompletedCourse) throws(StoreError) {
    try insert("completed_course", course.id, course.cells)
  }

  /// Changes what differs between two forms, if the first is still there.
  public func update(
    _ old: CompletedCourse, to new: CompletedCourse
  ) throws(StoreError) -> Conflict? {
    try update("completed_course", old.id, from: old.cells, to: new.cells)
  }
}

extension CompletedCourse {
  static let order = ListOrder<CompletedCourse>(.descending, "q.end_day", "q.id") {
    [$0.form.end, $0.id]
  }

  static let rows = OfficeRows(
    tables: "completed_course q", back: "completed_course q", table: "completed_course",
    id: "q.id", unit: "q.agency")

  static let columns = """
    q.id, q.agency, q.permit, q.start_day, q.end_day, q.course_group, q.title, q.hours, q.mode,
      q.organiser, q.organiser_name, q.instructor, q.in_calendar, q.evaluated,
      q.instructor_certified, q.managers, q.staff, q.source, q.registered_day, q.state, q.reason
    """

  init(row: borrowing Row, from start: Int = 0) throws {
    let form = Form(
      start: try row[start + 3], end: try row[start + 4], permit: try row[start + 2],
      group: try row[start + 5], title: try row[start + 6], hours: try row[start + 7],
      mode: try row[start + 8],
      organiser: OrganiserMark(try row[start + 9], name: try row[start + 10]),
      instructor: try row[start + 11], isInCalendar: try row[start + 12],
      isEvaluated: try row[start + 13], isInstructorCertified: try row[start + 14],
      managers: try row[start + 15], staff: try row[start + 16])
    self.init(
      id: try row[start], agency: try row[start + 1], form: form, source: try row[start + 17],
      registered: try row[start + 18], state: try row[start + 19], reason: try row[start + 20])
  }

  fileprivate var cells: Cells {
    [
      ("agency", agency), ("permit", form.permit), ("year", form.quarter.year),
      ("quarter", form.quarter.number), ("start_day", form.start), ("end_day", form.end),
      ("course_group", form.group), ("title", form.title),
      ("title_key", SearchKey.indexText(form.title)), ("hours", form.hours),
      ("mode", form.mode), ("organiser", form.organiser.code),
      ("organiser_name", form.organiser.name), ("instructor", form.instructor),
      ("in_calendar", form.isInCalendar), ("evaluated", form.isEvaluated),
      ("instructor_certified", form.isInstructorCertified), ("managers", form.managers),
      ("staff", form.staff), ("source", source), ("registered_day", registered),
      ("state", state), ("reason", reason),
    ]
  }
}

extension CompletedLine {
  init(row: borrowing Row) throws {
    course = try CompletedCourse(row: row)
    agencyName = try row[21]
    instructorName = try row[22]
  }
}
