public import Persian
public import Training

/// One cell of the attendance grid with who made it and when.
public struct MarkCell: Hashable, Sendable {
  public let session: ID<Session>
  public let enrolment: ID<Enrolment>
  public let mark: AttendanceMark
  public let note: String
  public let account: ID<Account>
  /// Milliseconds since 1970.
  public let moment: Int64
}

/// What must be known to mark a session: read in one statement, since it precedes every mark.
public struct MarkingPlace: Hashable, Sendable {
  public let session: Session
  public let trainingClass: TrainingClass
  public let lastSession: JalaliDate
  /// Whether the person asked about manages the course, or teaches this very session.
  public let isManager: Bool
  public let isInstructor: Bool

  public func facts(on day: JalaliDate) -> MarkingFacts {
    let dates = trainingClass.dates(lastSession: lastSession)
    return MarkingFacts(
      session: session.day, classState: ClassLife.state(trainingClass.state, dates, on: day),
      day: day)
  }
}

/// Marks of attendance.
extension Querying where Self: ~Copyable {
  /// The session with its class, and what a person is in it; nil when there is no such session.
  public func markingPlace(
    _ session: ID<Session>, for person: ID<Person>?
  ) throws(StoreError) -> MarkingPlace? {
    try first(
      """
      SELECT \(Session.columns), \(TrainingClass.columns),
        (SELECT max(day) FROM session WHERE class = k.id),
        EXISTS (SELECT 1 FROM factor f WHERE f.request = k.request AND f.person = ?
          AND f.role = 'manager' AND f.active = 1),
        EXISTS (SELECT 1 FROM factor f WHERE f.id = s.factor AND f.person = ?
          AND f.role = 'instructor' AND f.active = 1)
      FROM session s JOIN training_class k ON k.id = s.class WHERE s.id = ?
      """, [person, person, session]
    ) { row in
      MarkingPlace(
        session: try Session(row: row), trainingClass: try TrainingClass(row: row, from: 8),
        lastSession: try row[19], isManager: try row[20], isInstructor: try row[21])
    }
  }

  /// Every mark of a class.
  public func marks(of it: ID<TrainingClass>) throws(StoreError) -> [MarkCell] {
    try all(
      """
      SELECT m.session, m.enrolment, m.value, m.note, m.account, m.moment
      FROM session s JOIN mark m ON m.session = s.id WHERE s.class = ? AND m.value <> ''
      """, [it], MarkCell.init(row:))
  }

  public func mark(
    _ session: ID<Session>, _ enrolment: ID<Enrolment>
  ) throws(StoreError) -> MarkCell? {
    try first(
      """
      SELECT m.session, m.enrolment, m.value, m.note, m.account, m.moment
      FROM mark m WHERE m.session = ? AND m.enrolment = ? AND m.value <> ''
      """, [session, enrolment], MarkCell.init(row:))
  }

  /// The cells that entries after a number touched, as they are now, and whether more than cells
  /// of the grid moved; nil when that is too much to look at one by one.
  public func markChanges(
    after number: Int64, limit: Int = 64
  ) throws(StoreError) -> MarkChanges? {
    let last = try lastEntryNumber()
    guard last - number <= Int64(limit) else { return nil }
    var changes = MarkChanges(through: last)
    for entry in stride(from: number + 1, through: last, by: 1) {
      for change in try self.changes(of: entry) {
        guard change.table == "mark" else {
          changes.tables.insert(change.table)
          continue
        }
        guard let cell = try cell(of: change) else { continue }
        changes.cells[cell] = .some(try mark(cell.session, cell.enrolment))
      }
    }
    return changes
  }

  /// Which cell a change of `mark` is about; an update does not carry it, a row that is gone does.
  private func cell(of change: Change) throws(StoreError) -> MarkChanges.Cell? {
    func id(_ column: Int) -> Int64? {
      guard let cell = change.cells.first(where: { $0.column == column }),
        case .integer(let id)? = cell.new ?? cell.old
      else { return nil }
      return id
    }
    if let session = id(1), let enrolment = id(2) {
      return MarkChanges.Cell(
        session: ID(rawValue: session), enrolment: ID(rawValue: enrolment))
    }
    guard let key = change.key.first else { return nil }
    return try first("SELECT session, enrolment FROM mark WHERE id = ?", [key]) { row in
      MarkChanges.Cell(session: try row[0], enrolment: try row[1])
    }
  }

  /// The row of a cell, which its history is kept under; nil while it was never marked.
  public func markRow(
    _ session: ID<Session>, _ enrolment: ID<Enrolment>
  ) throws(StoreError) -> Int64? {
    try first("SELECT id FROM mark WHERE session = ? AND enrolment = ?", [session, enrolment]) {
      row in try row[0]
    }
  }

  /// The learner of a mark; nil when the mark is gone.
  public func learner(ofMark id: Int64) throws(StoreError) -> ID<Enrolment>? {
    try first("SELECT enrolment FROM mark WHERE id = ?", [id]) { row in try row[0] }
  }
}

/// What moved in attendance since an entry.
public struct MarkChanges: Hashable, Sendable {
  public struct Cell: Hashable, Sendable {
    public let session: ID<Session>
    public let enrolment: ID<Enrolment>

    public init(session: ID<Session>, enrolment: ID<Enrolment>) {
      self.session = session
      self.enrolment = enrolment
    }
  }

  /// The cells as they are now; nil where the mark was cleared.
  public internal(set) var cells: [Cell: MarkCell?] = [:]
  /// Other tables that were touched.
  public internal(set) var tables: Set<String> = []
  /// The last entry looked at; the next question begins after it.
  public let through: Int64

  init(through: Int64) { self.through = through }
}

extension Writing {
  /// Marks an empty cell of a learner who is enrolled in the class of the session.
  ///
  /// - Returns: False when the cell is marked already, or the learner is not in the class.
  public func insertMark(
    _ mark: AttendanceMark, id: Int64, in session: Session, _ enrolment: ID<Enrolment>,
    note: String, by account: ID<Account>
  ) throws(StoreError) -> Bool {
    try run(
      """
      INSERT INTO mark (id, session, enrolment, value, absent_minutes, note, account, moment)
      SELECT ?, ?, e.id, ?, ?, ?, ?, ? FROM enrolment e
      WHERE e.id = ? AND e.class = ? AND e.state = 'enrolled'
      ON CONFLICT (session, enrolment) DO UPDATE SET value = excluded.value,
        absent_minutes = excluded.absent_minutes, note = excluded.note,
        account = excluded.account, moment = excluded.moment
      WHERE mark.value = ''
      """,
      [
        id, session.id, mark.text, mark.absentMinutes(in: session.span), note, account, moment,
        enrolment, session.trainingClass,
      ]) > 0
  }

  /// Changes a mark that still is what the person saw; `old` nil changes whatever it is.
  ///
  /// - Returns: False when the cell holds something else, or the learner has left the class.
  public func updateMark(
    _ mark: AttendanceMark, from old: AttendanceMark?, in session: Session,
    _ enrolment: ID<Enrolment>, note: String?, by account: ID<Account>
  ) throws(StoreError) -> Bool {
    try run(
      """
      UPDATE mark SET value = ?, absent_minutes = ?, note = ifnull(?, note), account = ?,
        moment = ?
      WHERE session = ? AND enrolment = ? AND value = ifnull(?, value)
        AND EXISTS (SELECT 1 FROM enrolment e
          WHERE e.id = mark.enrolment AND e.class = ? AND e.state = 'enrolled')
      """,
      [
        mark.text, mark.absentMinutes(in: session.span), note, account, moment, session.id,
        enrolment, old?.text, session.trainingClass,
      ]) > 0
  }

  /// Clears a cell that still holds what the person saw; `old` nil clears whatever it is.
  ///
  /// The row stays with no value, so that the history of the cell is one.
  ///
  /// - Returns: False when the cell holds something else, or nothing.
  public func clearMark(
    from old: AttendanceMark?, in session: ID<Session>, _ enrolment: ID<Enrolment>,
    by account: ID<Account>
  ) throws(StoreError) -> Bool {
    try run(
      """
      UPDATE mark SET value = '', absent_minutes = 0, note = '', account = ?, moment = ?
      WHERE session = ? AND enrolment = ? AND value = ifnull(?, value) AND value <> ''
      """, [account, moment, session, enrolment, old?.text]) > 0
  }

  /// Brings the row of a cell back without a mark, where taking back took it away.
  public func keepCell(
    _ id: Int64, in session: ID<Session>, _ enrolment: ID<Enrolment>, by account: ID<Account>
  ) throws(StoreError) {
    try run(
      """
      INSERT INTO mark (id, session, enrolment, value, absent_minutes, note, account, moment)
      VALUES (?, ?, ?, '', 0, '', ?, ?)
      ON CONFLICT (session, enrolment) DO NOTHING
      """, [id, session, enrolment, account, moment])
  }

  /// Reckons the minutes of a session's marks after its hours were moved.
  public func reckonAgain(_ session: Session) throws(StoreError) {
    let marks = try all(
      "SELECT id, value, absent_minutes FROM mark WHERE session = ? AND value <> ''", [session.id]
    ) { row -> (id: Int64, value: AttendanceMark, minutes: Int) in
      (try row[0], try row[1], try row[2])
    }
    for mark in marks {
      let minutes = mark.value.absentMinutes(in: session.span)
      guard minutes != mark.minutes else { continue }
      try run("UPDATE mark SET absent_minutes = ? WHERE id = ?", [minutes, mark.id])
    }
  }
}

extension AttendanceMark: Storable {
  package init?(stored: Value) {
    guard case .text(let text) = stored else { return nil }
    self.init(text: text)
  }

  package var stored: Value { .text(text) }
}

extension MarkCell {
  init(row: borrowing Row) throws {
    session = try row[0]
    enrolment = try row[1]
    mark = try row[2]
    note = try row[3]
    account = try row[4]
    moment = try row[5]
  }
}
