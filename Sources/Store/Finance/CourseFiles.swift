public import Persian
public import Training

extension CourseFileLife.State: Storable {}
extension CourseFile.Keeping: Storable {}
extension FolderItem.Code: Storable {}
extension FolderItem.Standing: Storable {}

/// A course whose sessions have begun, with its file and its financial document as lists show them.
public struct CourseFileLine: Hashable, Sendable {
  public let request: ID<CourseRequest>
  public let courseCode: String
  public let courseTitle: String
  public let unitName: String
  public let managerName: String
  /// The last session of any class that is not cancelled.
  public let end: JalaliDate
  /// As stored, or as it begins.
  public let file: CourseFile
  public let document: FinancialDocument

  /// Nil while the course is going on.
  public func state(on day: JalaliDate) -> CourseFileLife.State? {
    CourseFileLife.state(since: file.state, .init(end: end), on: day)
  }
}

/// Course files; whoever reaches the request reaches its file.
extension Querying where Self: ~Copyable {
  /// The file of a course as stored; nil while nobody has done anything to it.
  public func courseFile(of request: ID<CourseRequest>) throws(StoreError) -> CourseFile? {
    try first(
      "SELECT \(CourseFile.columns) FROM course_file f WHERE f.id = ?", [request]
    ) { row in try CourseFile(row: row, from: 0) }
  }

  /// What somebody has written about the parts of a course's folders.
  public func folderItems(
    of request: ID<CourseRequest>
  ) throws(StoreError) -> [FolderItem] {
    try all(
      """
      SELECT id, request, code, standing, note, file_name, file_kind, file_size, file_digest
      FROM folder_item WHERE request = ? ORDER BY id
      """, [request], FolderItem.init(row:))
  }

  /// The last session of any class of a course that is not cancelled.
  public func lastSession(of request: ID<CourseRequest>) throws(StoreError) -> JalaliDate? {
    let day: Int? = try value(
      """
      SELECT max(s.day) FROM training_class k JOIN session s ON s.class = k.id
      WHERE k.request = ? AND k.state <> 'cancelled'
      """, [request])
    return day.map { JalaliDate(dayNumber: $0) }
  }

  /// The courses within reach whose sessions have begun on a day, those that ended last first.
  public func courseFiles(
    in reach: CourseReach, on day: JalaliDate
  ) throws(StoreError) -> [CourseFileLine] {
    try all(
      """
      SELECT r.id, c.code, c.title, u.name,
        ifnull((SELECT m.full_name FROM factor m
          WHERE m.request = r.id AND m.role = 'manager' AND m.active = 1 LIMIT 1), ''),
        (SELECT max(s.day) FROM training_class k JOIN session s ON s.class = k.id
          WHERE k.request = r.id AND k.state <> 'cancelled') AS last,
        (SELECT min(s.day) FROM training_class k JOIN session s ON s.class = k.id
          WHERE k.request = r.id AND k.state <> 'cancelled') AS start,
        f.id, f.delivered_day, f.keeping, f.location, f.confirmation_number, f.confirmation_day,
        f.destroyed_day, f.state, f.reason,
        d.id, d.due_day, d.recipient, d.sent_number, d.sent_day, d.paid_number, d.paid_day,
        d.state, d.reason
      FROM course_request r JOIN course c ON c.id = r.course JOIN unit u ON u.id = r.unit
        LEFT JOIN course_file f ON f.id = r.id LEFT JOIN financial_document d ON d.id = r.id
      WHERE r.state NOT IN ('cancelled', 'rejected') AND start <= ? AND \(reach.condition)
      ORDER BY last DESC, r.id DESC
      """, [day] + reach.arguments, CourseFileLine.init(row:))
  }

  /// Courses whose file is still with the manager, due so many months after the last session.
  public func fileClocks(
    in reach: CourseReach, on today: JalaliDate, months: Int, until day: JalaliDate, limit: Int
  ) throws(StoreError) -> [ClockLine] {
    let lines = try all(
      """
      SELECT r.id, max(s.day), c.title, '', r.unit, u.name, m.person, ifnull(m.full_name, '')
      FROM course_request r JOIN course c ON c.id = r.course JOIN unit u ON u.id = r.unit
        JOIN training_class k ON k.request = r.id AND k.state <> 'cancelled'
        JOIN session s ON s.class = k.id
        LEFT JOIN course_file f ON f.id = r.id
        LEFT JOIN factor m ON m.request = r.id AND m.role = 'manager' AND m.active = 1
      WHERE r.state NOT IN ('cancelled', 'rejected') AND ifnull(f.state, 'compiling') = 'compiling'
        AND \(reach.condition)
      GROUP BY r.id HAVING max(s.day) < ? ORDER BY max(s.day), r.id LIMIT ?
      """, reach.arguments + [today, limit], ClockLine.init(row:))
    // Months are those of the calendar, which SQL does not know.
    return lines.map { line in
      ClockLine(
        record: line.record, due: line.due.adding(months: months), subject: line.subject,
        unit: line.unit, unitName: line.unitName, person: line.person,
        personName: line.personName)
    }.filter { $0.due <= day }
  }
}

extension Writing {
  /// Changes what differs between two forms of a file; the first change makes its row.
  public func put(_ old: CourseFile, to new: CourseFile) throws(StoreError) -> Conflict? {
    let there = try courseFile(of: old.request)
    return try put(
      "course_file", old.request, from: there == nil ? nil : old.cells, to: new.cells)
  }

  /// Writes about a part of a folder; `old` has no id where nobody has written about it before.
  public func put(_ it: FolderItem, from old: FolderItem?) throws(StoreError) -> Conflict? {
    try put("folder_item", old?.id ?? it.id, from: old?.cells, to: it.cells)
  }
}

extension CourseFile {
  fileprivate static let columns = """
    f.id, f.delivered_day, f.keeping, f.location, f.confirmation_number, f.confirmation_day,
      f.destroyed_day, f.state, f.reason
    """

  /// A file whose columns begin somewhere in a longer row.
  init(row: borrowing Row, from start: Int) throws {
    self.init(
      request: try row[start], delivered: try row[start + 1],
      keeping: Keeping(rawValue: try row[start + 2]), location: try row[start + 3],
      confirmation: LetterMark(number: try row[start + 4], day: try row[start + 5]),
      destroyed: try row[start + 6], state: try row[start + 7], reason: try row[start + 8])
  }

  /// Every column but the id.
  fileprivate var cells: Cells {
    [
      ("delivered_day", delivered), ("keeping", keeping?.rawValue ?? ""), ("location", location),
      ("confirmation_number", confirmation.number), ("confirmation_day", confirmation.day),
      ("destroyed_day", destroyed), ("state", state), ("reason", reason),
    ]
  }
}

extension FolderItem {
  init(row: borrowing Row) throws {
    self.init(
      id: try row[0], request: try row[1], code: try row[2], standing: try row[3],
      note: try row[4], file: try Attachment.stored(in: row, from: 5))
  }

  fileprivate var cells: Cells {
    [("request", request), ("code", code), ("standing", standing), ("note", note)]
      + Attachment.cells(of: file)
  }
}

extension CourseFileLine {
  init(row: borrowing Row) throws {
    let id: ID<CourseRequest> = try row[0]
    request = id
    courseCode = try row[1]
    courseTitle = try row[2]
    unitName = try row[3]
    managerName = try row[4]
    end = try row[5]
    file = row.value(7) == .null ? CourseFile(request: id) : try CourseFile(row: row, from: 7)
    document =
      row.value(16) == .null
      ? FinancialDocument(request: id) : try FinancialDocument(row: row, from: 16)
  }
}
