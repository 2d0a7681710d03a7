public import Persian
public import Training

/// A session on somebody's desk: its class, its course, and how far its list is marked.
public struct AgendaLine: Hashable, Sendable {
  public let session: Session
  public let className: String
  public let courseTitle: String
  /// Learners and guests now enrolled.
  public let learners: Int
  /// Those of them who have a mark in the session.
  public let marked: Int

  public var isMarked: Bool { marked >= learners }
}

/// The sessions at hand, for the board at home.
extension Querying where Self: ~Copyable {
  private static var selection: String {
    """
    SELECT \(Session.columns), k.name, c.title,
      (SELECT count(*) FROM enrolment e WHERE e.class = k.id AND e.state = 'enrolled'),
      (SELECT count(*) FROM mark m JOIN enrolment e ON e.id = m.enrolment
        WHERE m.session = s.id AND m.value <> '' AND e.state = 'enrolled')
    FROM session s JOIN training_class k ON k.id = s.class
      JOIN course_request r ON r.id = k.request JOIN course c ON c.id = r.course
    """
  }

  /// The sessions from a day on, the first ones first; a learner's are those of his own classes.
  public func agenda(
    in reach: CourseReach, from day: JalaliDate, limit: Int
  ) throws(StoreError) -> [AgendaLine] {
    var condition = "\(reach.condition) AND k.state <> 'cancelled' AND s.day >= ?"
    var arguments = reach.arguments + [day]
    if case .learner(let person) = reach {
      condition +=
        " AND k.id IN (SELECT class FROM enrolment WHERE person = ? AND state = 'enrolled')"
      arguments.append(person)
    }
    return try all(
      "\(Self.selection) WHERE \(condition) ORDER BY s.day, s.start_minute, s.id LIMIT ?",
      arguments + [limit], AgendaLine.init(row:))
  }

  /// The latest sessions before a day in which somebody's cell is still empty, the oldest first.
  public func unmarkedSessions(
    in reach: CourseReach, before day: JalaliDate, limit: Int
  ) throws(StoreError) -> [AgendaLine] {
    try all(
      """
      \(Self.selection) WHERE \(reach.condition) AND k.state NOT IN ('cancelled', 'closed')
        AND s.day < ? AND EXISTS (
          SELECT 1 FROM enrolment e WHERE e.class = k.id AND e.state = 'enrolled' AND NOT EXISTS (
            SELECT 1 FROM mark m WHERE m.session = s.id AND m.enrolment = e.id AND m.value <> ''))
      ORDER BY s.day DESC, s.start_minute DESC, s.id DESC LIMIT ?
      """, reach.arguments + [day, limit], AgendaLine.init(row:)
    ).reversed()
  }
}

extension AgendaLine {
  init(row: borrowing Row) throws {
    session = try Session(row: row)
    className = try row[8]
    courseTitle = try row[9]
    learners = try row[10]
    marked = try row[11]
  }
}
