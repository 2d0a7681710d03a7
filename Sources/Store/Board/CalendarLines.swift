public import Persian
public import Training

/// A session or an exam as it stands in somebody's calendar.
public struct CalendarLine: Hashable, Sendable {
  public enum Matter: Hashable, Sendable {
    case session(ID<Session>, topic: String)
    case exam(ID<Exam>, title: String)
  }

  public let matter: Matter
  public let day: JalaliDate
  /// Minutes of the day; an exam may end past midnight.
  public let minutes: Range<Int>
  public let courseTitle: String
  public let className: String
  public let place: String
  /// Whose lesson it is; empty for exams and where nobody is set.
  public let instructorName: String
  /// How many entries of the journal have changed it, its class or its course: it never falls.
  public let revision: Int
  /// Whether it was called off with its class or its course, or is not the learner's any more.
  public let isCancelled: Bool
}

/// What stands in the calendar of an account.
extension Querying where Self: ~Copyable {
  /// The sessions and exams within reach from a day on, those that were called off or taken out of
  /// the programme among them, in the order of time; a learner's are those of his own classes.
  public func calendar(
    in reach: CourseReach, from day: JalaliDate, limit: Int
  ) throws(StoreError) -> [CalendarLine] {
    var lines = try sessionLines(in: reach, from: day, limit)
    lines += try examLines(in: reach, from: day, limit)
    lines += try removedSessions(in: reach, from: day)
    lines += try removedExams(in: reach, from: day)
    return lines.sorted { ($0.day, $0.minutes.lowerBound) < ($1.day, $1.minutes.lowerBound) }
  }

  private func sessionLines(
    in reach: CourseReach, from day: JalaliDate, _ limit: Int
  ) throws(StoreError) -> [CalendarLine] {
    let own = CalendarOwnership(reach)
    return try all(
      """
      SELECT \(Session.columns), c.title, k.name,
        CASE WHEN s.place <> '' THEN s.place ELSE k.place END, ifnull(f.full_name, ''),
        \(Self.touches([("session", "s.id"), ("training_class", "k.id"), ("course_request", "r.id")]))
          + \(own.touches),
        k.state = 'cancelled' OR r.state = 'cancelled' OR \(own.isGone)
      FROM session s JOIN training_class k ON k.id = s.class
        JOIN course_request r ON r.id = k.request JOIN course c ON c.id = r.course
        LEFT JOIN factor f ON f.id = s.factor
      WHERE s.day >= ? AND \(reach.condition) AND \(own.condition)
      ORDER BY s.day, s.start_minute, s.id LIMIT ?
      """, own.selected + [day] + reach.arguments + own.arguments + [limit]
    ) { row in
      let session = try Session(row: row)
      return CalendarLine(
        matter: .session(session.id, topic: session.topic), day: session.day,
        minutes: session.span.start..<session.span.end, courseTitle: try row[8],
        className: try row[9], place: try row[10], instructorName: try row[11],
        revision: try row[12], isCancelled: try row[13])
    }
  }

  private func examLines(
    in reach: CourseReach, from day: JalaliDate, _ limit: Int
  ) throws(StoreError) -> [CalendarLine] {
    let own = CalendarOwnership(reach)
    return try all(
      """
      SELECT \(Exam.columns), c.title, k.name, k.place,
        \(Self.touches([("exam", "x.id"), ("training_class", "k.id"), ("course_request", "r.id")]))
          + \(own.touches),
        k.state = 'cancelled' OR r.state = 'cancelled' OR \(own.isGone)
      FROM exam x JOIN training_class k ON k.id = x.class
        JOIN course_request r ON r.id = k.request JOIN course c ON c.id = r.course
      WHERE x.day >= ? AND \(reach.condition) AND \(own.condition)
      ORDER BY x.day, x.minute, x.id LIMIT ?
      """, own.selected + [day] + reach.arguments + own.arguments + [limit]
    ) { row in
      let exam = try Exam(row: row)
      return CalendarLine(
        matter: .exam(exam.id, title: exam.title), day: exam.day, minutes: exam.minutes,
        courseTitle: try row[13], className: try row[14],
        place: exam.mode == .written ? try row[15] : "", instructorName: "",
        revision: try row[16], isCancelled: try row[17])
    }
  }

  /// The number of entries that have touched rows, in SQL.
  fileprivate static func touches(_ rows: [(table: String, id: String)]) -> String {
    rows.map { row in
      """
      (SELECT count(*) FROM store_touch t WHERE t.key = \(row.id) AND t.subject = (
        SELECT number FROM store_subject WHERE name = '\(row.table)'))
      """
    }.joined(separator: " + ")
  }
}

/// What a learner's calendar has of the classes of a reach.
///
/// Those of his enrolments, called off once he has left; everybody else has every class within reach.
private struct CalendarOwnership {
  /// The condition on the class `k`, with its arguments.
  private(set) var condition = "1"
  private(set) var arguments: [any Storable] = []
  /// Whether it is no more, and the changes of that, with the arguments of both.
  private(set) var isGone = "0"
  private(set) var touches = "0"
  private(set) var selected: [any Storable] = []

  init(_ reach: CourseReach) {
    guard case .learner(let person) = reach else { return }
    condition = "k.id IN (SELECT class FROM enrolment WHERE person = ?)"
    arguments = [person]
    touches = """
      (SELECT count(*) FROM enrolment e JOIN store_touch t ON t.key = e.id
        WHERE e.class = k.id AND e.person = ? AND t.subject = (
          SELECT number FROM store_subject WHERE name = 'enrolment'))
      """
    isGone = """
      NOT EXISTS (SELECT 1 FROM enrolment e WHERE e.class = k.id AND e.person = ?
        AND e.state NOT IN ('withdrawn', 'removed'))
      """
    selected = [person, person]
  }
}

/// What was taken out of the programme: only the journal still knows it.
extension Querying where Self: ~Copyable {
  private func removedSessions(
    in reach: CourseReach, from day: JalaliDate
  ) throws(StoreError) -> [CalendarLine] {
    try removedRows(of: "session", in: reach, from: day) { row, line throws(StoreError) in
      let place: String = try row["place"]
      let start: Int = try row["start_minute"]
      return CalendarLine(
        matter: .session(ID(rawValue: row.key), topic: try row["topic"]), day: try row["day"],
        minutes: start..<(try row["end_minute"]), courseTitle: line.courseTitle,
        className: line.trainingClass.name, place: place.isEmpty ? line.trainingClass.place : place,
        instructorName: "", revision: row.revision, isCancelled: true)
    }
  }

  private func removedExams(
    in reach: CourseReach, from day: JalaliDate
  ) throws(StoreError) -> [CalendarLine] {
    try removedRows(of: "exam", in: reach, from: day) { row, line throws(StoreError) in
      let start: Int = try row["minute"]
      return CalendarLine(
        matter: .exam(ID(rawValue: row.key), title: try row["title"]), day: try row["day"],
        minutes: start..<(start + max(1, try row["duration"])), courseTitle: line.courseTitle,
        className: line.trainingClass.name, place: "", instructorName: "", revision: row.revision,
        isCancelled: true)
    }
  }

  /// What the revisions of the rows of a class have besides the changes of the rows themselves.
  ///
  /// Nil where the class is not in the calendar.
  private func revision(
    around it: ID<TrainingClass>, _ own: CalendarOwnership
  ) throws(StoreError) -> Int? {
    try first(
      """
      SELECT \(Self.touches([("training_class", "k.id"), ("course_request", "k.request")]))
        + \(own.touches), \(own.isGone)
      FROM training_class k WHERE k.id = ? AND \(own.condition)
      """, own.selected + [it] + own.arguments
    ) { row in try row[0] }
  }

  /// The rows of a table of classes that were taken away, as they were then, within reach.
  private func removedRows(
    of table: String, in reach: CourseReach, from day: JalaliDate,
    _ make: (RemovedRow, ClassLine) throws(StoreError) -> CalendarLine
  ) throws(StoreError) -> [CalendarLine] {
    let names = try columns(of: table)
    let gone = try all(
      """
      SELECT t.key, count(*), max(t.entry) FROM store_touch t
      WHERE t.subject = (SELECT number FROM store_subject WHERE name = ?)
        AND NOT EXISTS (SELECT 1 FROM \(table) WHERE id = t.key)
      GROUP BY t.key
      """, [table]
    ) { row in (key: try row[0] as Int64, revision: try row[1] as Int, entry: try row[2] as Int64) }
    var lines: [CalendarLine] = []
    for it in gone {
      let change = try changes(of: it.entry).first { $0.table == table && $0.touchKey == it.key }
      guard let change, change.operation == .delete else { continue }
      var row = RemovedRow(names, change, key: it.key, revision: it.revision)
      guard try row["day"] as JalaliDate >= day,
        let line = try trainingClass(try row["class"], in: reach, on: day),
        let others = try revision(around: line.trainingClass.id, CalendarOwnership(reach))
      else { continue }
      row.revision += others
      lines.append(try make(row, line))
    }
    return lines
  }
}

/// A row as it was when it was taken away.
private struct RemovedRow {
  let key: Int64
  /// How many entries touched it.
  var revision: Int
  private let cells: [String: Value]

  init(_ names: [String], _ change: Change, key: Int64, revision: Int) {
    self.key = key
    self.revision = revision
    var cells: [String: Value] = [:]
    for cell in change.cells where names.indices.contains(cell.column) {
      cells[names[cell.column]] = cell.old
    }
    self.cells = cells
  }

  subscript<T: Storable>(name: String) -> T {
    get throws(StoreError) {
      guard let value = cells[name], let found = T(stored: value) else {
        throw .damaged("removed row \(key)")
      }
      return found
    }
  }
}
