public import Persian
public import Training

/// A session with the names a list or a grid shows.
public struct SessionLine: Hashable, Sendable {
  public let session: Session
  /// Empty where no instructor is set.
  public let instructorName: String
  /// The place of the session, or that of the class.
  public let place: String
}

/// The programmes of classes.
extension Querying where Self: ~Copyable {
  /// The programme of a class in the order of time.
  public func sessions(of it: ID<TrainingClass>) throws(StoreError) -> [SessionLine] {
    try all(
      """
      SELECT \(Session.columns), ifnull(f.full_name, ''),
        CASE WHEN s.place <> '' THEN s.place ELSE k.place END
      FROM session s JOIN training_class k ON k.id = s.class LEFT JOIN factor f ON f.id = s.factor
      WHERE s.class = ? ORDER BY s.day, s.start_minute, s.id
      """, [it]
    ) { row in
      SessionLine(session: try Session(row: row), instructorName: try row[8], place: try row[9])
    }
  }

  public func session(_ id: ID<Session>) throws(StoreError) -> Session? {
    try first(
      "SELECT \(Session.columns) FROM session s WHERE s.id = ?", [id], Session.init(row:))
  }

  /// How many marks a session has: it cannot be taken out of the programme while there are any.
  public func marks(in session: ID<Session>) throws(StoreError) -> Int {
    try value(
      """
      SELECT (SELECT count(*) FROM mark WHERE session = ? AND value <> '')
        + (SELECT count(*) FROM attendant_mark WHERE session = ? AND present = 1)
      """, [session, session])
  }

  /// What other classes have booked on a day, in every office: places and people are shared.
  public func bookings(
    on day: JalaliDate, besides it: ID<TrainingClass>
  ) throws(StoreError) -> [Programme.Booking] {
    try all(
      """
      SELECT c.title, s.start_minute, s.end_minute,
        CASE WHEN s.place <> '' THEN s.place ELSE k.place END,
        f.id, f.request, f.role, f.educator, f.person, f.national_code, f.full_name, f.minutes,
        f.active
      FROM session s JOIN training_class k ON k.id = s.class
        JOIN course_request r ON r.id = k.request JOIN course c ON c.id = r.course
        LEFT JOIN factor f ON f.id = s.factor
      WHERE s.day = ? AND s.class <> ? AND k.state <> 'cancelled' AND r.state <> 'cancelled'
      ORDER BY s.start_minute, s.id
      """, [day, it]
    ) { row in
      Programme.Booking(
        course: try row[0], day: day,
        span: try TimeSpan(storedStart: try row[1], end: try row[2]), place: try row[3],
        instructor: row.value(4) == .null ? nil : try Factor(row: row, from: 4))
    }
  }
}

extension Writing {
  public func insert(_ session: Session) throws(StoreError) {
    try insert("session", session.id, session.cells)
  }

  /// Changes what differs between two forms of a session, if the first is still there.
  public func update(_ old: Session, to new: Session) throws(StoreError) -> Conflict? {
    try update("session", old.id, from: old.cells, to: new.cells)
  }

  public func deleteSession(_ id: ID<Session>) throws(StoreError) {
    // Cells that were marked and cleared again go with it.
    try run("DELETE FROM mark WHERE session = ? AND value = ''", [id])
    try run("DELETE FROM attendant_mark WHERE session = ? AND present = 0", [id])
    try run("DELETE FROM session WHERE id = ?", [id])
  }
}

extension Session {
  static let columns = """
    s.id, s.class, s.day, s.start_minute, s.end_minute, s.factor, s.topic, s.place
    """

  init(row: borrowing Row) throws {
    self.init(
      id: try row[0], trainingClass: try row[1], day: try row[2],
      span: try TimeSpan(storedStart: try row[3], end: try row[4]), instructor: try row[5],
      topic: try row[6], place: try row[7])
  }

  /// Every column but the id.
  fileprivate var cells: Cells {
    [
      ("class", trainingClass), ("day", day), ("start_minute", span.start),
      ("end_minute", span.end), ("factor", instructor), ("topic", topic), ("place", place),
    ]
  }
}
