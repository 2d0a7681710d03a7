public import Persian
public import Training

/// What the process monitor looks at of one course request, counted in SQL.
public struct CourseProgress: Hashable, Sendable {
  public let hasManager: Bool
  /// Classes that are not cancelled, those of them that are closed, and those without a session.
  public let classes: Int
  public let closedClasses: Int
  public let unprogrammedClasses: Int
  public let enrolFrom: JalaliDate?
  public let enrolTo: JalaliDate?
  public let firstClassDay: JalaliDate?
  public let enrolled: Int
  public let sessions: Int
  public let pastSessions: Int
  public let firstSession: JalaliDate?
  public let lastSession: JalaliDate?
}

/// Certificates of elsewhere that people of an office bring for a course.
public struct EquivalentProgress: Hashable, Sendable {
  /// The day of the first; nil while there is none.
  public let first: JalaliDate?
  public let waiting: Int
  public let recorded: Int
}

extension Querying where Self: ~Copyable {
  /// How far a request has come, on a day.
  public func progress(
    of request: ID<CourseRequest>, on day: JalaliDate
  ) throws(StoreError) -> CourseProgress {
    let found = try first(
      """
      SELECT EXISTS (SELECT 1 FROM factor f
          WHERE f.request = ? AND f.role = 'manager' AND f.active = 1),
        count(*), ifnull(sum(k.state = 'closed'), 0),
        ifnull(sum(NOT EXISTS (SELECT 1 FROM session s WHERE s.class = k.id)), 0),
        min(k.enrol_from), max(k.enrol_to), min(k.class_from),
        ifnull(sum((SELECT count(*) FROM enrolment e
          WHERE e.class = k.id AND e.state NOT IN ('withdrawn', 'removed'))), 0),
        ifnull(sum((SELECT count(*) FROM session s WHERE s.class = k.id)), 0),
        ifnull(sum((SELECT count(*) FROM session s WHERE s.class = k.id AND s.day < ?)), 0),
        min((SELECT min(s.day) FROM session s WHERE s.class = k.id)),
        max((SELECT max(s.day) FROM session s WHERE s.class = k.id))
      FROM training_class k WHERE k.request = ? AND k.state <> 'cancelled'
      """, [request, day, request]
    ) { row in
      try CourseProgress(
        hasManager: row[0], classes: row[1], closedClasses: row[2], unprogrammedClasses: row[3],
        enrolFrom: row[4], enrolTo: row[5], firstClassDay: row[6], enrolled: row[7],
        sessions: row[8], pastSessions: row[9], firstSession: row[10], lastSession: row[11])
    }
    guard let found else { throw .notFound }
    return found
  }

  /// Learners of a course who are staff of non-governmental schools.
  public func schoolStaff(in request: ID<CourseRequest>) throws(StoreError) -> Int {
    try value(
      """
      SELECT count(*) FROM training_class k JOIN enrolment e ON e.class = k.id
        JOIN school_staff s ON s.person = e.person
      WHERE k.request = ? AND k.state <> 'cancelled' AND e.state NOT IN ('withdrawn', 'removed')
      """, [request])
  }

  /// Certificates of elsewhere that people of the office bring for the course of a request, in its
  /// year: the first day, how many wait, and how many are recorded.
  public func equivalentProgress(
    of request: ID<CourseRequest>
  ) throws(StoreError) -> EquivalentProgress {
    let found = try first(
      """
      SELECT min(q.registered_day), ifnull(sum(q.state IN ('registered', 'confirmed', 'sent')), 0),
        ifnull(sum(q.state = 'recorded'), 0)
      FROM course_request r JOIN unit o ON o.id = r.unit
        JOIN equivalent_course q ON q.course = r.course AND q.year = r.year
        JOIN person p ON p.id = q.person JOIN unit u ON u.id = p.unit
      WHERE r.id = ? AND q.state NOT IN ('removed', 'rejected')
        AND substr(u.path, 1, length(o.path)) = o.path
      """, [request]
    ) { row in
      try EquivalentProgress(first: row[0], waiting: row[1], recorded: row[2])
    }
    guard let found else { throw .notFound }
    return found
  }

  /// The request that a record belongs to; nil for records outside courses.
  public func request(of link: RecordLink) throws(StoreError) -> ID<CourseRequest>? {
    switch link.kind {
    case .request, .courseFile: return link.id()
    case .trainingClass:
      return try first("SELECT request FROM training_class WHERE id = ?", [link.record]) { row in
        try row[0]
      }
    case .session:
      return try first(
        """
        SELECT k.request FROM session s JOIN training_class k ON k.id = s.class WHERE s.id = ?
        """, [link.record]
      ) { row in try row[0] }
    case .enrolment:
      return try first(
        """
        SELECT k.request FROM enrolment e JOIN training_class k ON k.id = e.class WHERE e.id = ?
        """, [link.record]
      ) { row in try row[0] }
    default: return nil
    }
  }
}
