public import Store
public import Training

/// Marks learners in one session (S2-7.9): one cell, or many by one command.
///
/// The course manager marks every session, an instructor those he teaches (S2-7.9d).
public struct MarkAttendance: UseCase {
  public static let name = "attendance.mark"

  /// How cells are met that no longer hold what the person saw.
  public enum Mode: String, Hashable, Sendable, Codable {
    /// Refuses the whole command with both values.
    case exact
    /// Fills empty cells and leaves the others as they are: bulk commands.
    case fill
    /// Writes over whatever is there: the person has been asked.
    case overwrite
  }

  /// One learner's cell: what the person saw, and what it becomes.
  public struct Cell: Hashable, Sendable, Codable {
    public var enrolment: ID<Enrolment>
    public var expected: AttendanceMark?
    /// Nil clears the cell.
    public var mark: AttendanceMark?
    /// Nil leaves the note as it is.
    public var note: String?
    /// Of the row, where the cell may have to be made.
    fileprivate var id: Int64?

    public init(
      _ enrolment: ID<Enrolment>, from expected: AttendanceMark?, to mark: AttendanceMark?,
      note: String? = nil
    ) {
      self.enrolment = enrolment
      self.expected = expected
      self.mark = mark
      self.note = note
    }
  }

  /// What became of the cells.
  public struct Outcome: Hashable, Sendable, Codable {
    public var changed: [ID<Enrolment>] = []
    /// Left as somebody else had marked them meanwhile.
    public var skipped: [ID<Enrolment>] = []

    public init() {}
  }

  public var session: ID<Session>
  public private(set) var cells: [Cell]
  public var mode: Mode

  public init(_ cells: [Cell], in session: ID<Session>, mode: Mode = .exact) {
    self.session = session
    self.cells = cells
    self.mode = mode
  }

  /// The changes of a command for many rows, with the register the person saw.
  public init(
    _ changes: [AttendanceRegister.Change], in session: ID<Session>,
    seen register: AttendanceRegister, mode: Mode = .fill
  ) {
    self.init(
      changes.map { Cell($0.enrolment, from: register[$0.enrolment, session], to: $0.mark) },
      in: session, mode: mode)
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    for index in cells.indices where cells[index].id == nil && cells[index].mark != nil {
      // With `exact`, a cell that was full is changed or refused, never made.
      guard mode == .overwrite || cells[index].expected == nil else { continue }
      cells[index].id = try records.newID(Cell.self).rawValue
    }
  }

  /// The permission and the rules of the day, which hold for taking back too.
  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    _ = try place(records, context)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws -> Outcome {
    try authoriseAndRun(records, context)
  }

  /// The place is read once for both: every mark waits for this.
  public func authoriseAndRun(
    _ records: borrowing Writing, _ context: Context
  ) throws -> Outcome {
    let session = try place(records, context).session
    var outcome = Outcome()
    var conflicts: [Failure.Conflict] = []
    for cell in cells {
      if try write(cell, in: session, records, context) {
        outcome.changed.append(cell.enrolment)
        continue
      }
      let now = try records.mark(session.id, cell.enrolment)
      // Somebody had the same wish: nothing is left to do.
      guard now?.mark != cell.mark else { continue }
      outcome.skipped.append(cell.enrolment)
      conflicts.append(try conflict(cell, now, session, records))
    }
    if mode == .exact, !conflicts.isEmpty { throw Failure.conflict(conflicts) }
    return outcome
  }

  /// A first mark that is taken back leaves its cell empty, not gone: the history of a cell is one.
  public func verifyTakenBack(_ records: borrowing Writing, _ context: Context) throws {
    for cell in cells {
      guard let id = cell.id else { continue }
      try records.keepCell(id, in: session, cell.enrolment, by: context.actor.account)
    }
  }

  private func place(
    _ records: borrowing Writing, _ context: Context
  ) throws -> MarkingPlace {
    try context.require(.markAttendance)
    try EnrolmentLife.require(.markAbsence, context)
    guard let place = try records.markingPlace(session, for: context.actor.person),
      context.actor.role == .courseManager ? place.isManager : place.isInstructor
    else { throw Failure.forbidden }
    try MarkingFacts.policies.findings(in: place.facts(on: context.today)).orRefuse()
    return place
  }

  /// Whether the cell held what it should and now holds what is wanted.
  private func write(
    _ cell: Cell, in session: Session, _ records: borrowing Writing, _ context: Context
  ) throws -> Bool {
    let account = context.actor.account
    guard let mark = cell.mark else {
      guard mode == .overwrite || cell.expected != nil else { return false }
      return try records.clearMark(
        from: mode == .overwrite ? nil : cell.expected, in: session.id, cell.enrolment,
        by: account)
    }
    try mark.refuse(in: session)
    if mode != .overwrite, let expected = cell.expected {
      guard mode == .exact else { return false }
      return try records.updateMark(
        mark, from: expected, in: session, cell.enrolment, note: cell.note, by: account)
    }
    if let id = cell.id,
      try records.insertMark(
        mark, id: id, in: session, cell.enrolment, note: cell.note ?? "", by: account)
    {
      return true
    }
    guard mode == .overwrite,
      try records.mark(session.id, cell.enrolment)?.mark != mark
    else { return false }
    return try records.updateMark(
      mark, from: nil, in: session, cell.enrolment, note: cell.note, by: account)
  }

  private func conflict(
    _ cell: Cell, _ now: MarkCell?, _ session: Session, _ records: borrowing Writing
  ) throws -> Failure.Conflict {
    // A learner of another class is not there at all; one who has left is a conflict.
    guard let enrolment = try records.enrolment(cell.enrolment),
      enrolment.trainingClass == session.trainingClass
    else { throw Failure.forbidden }
    let name = try records.person(enrolment.person)?.name.inFull ?? ""
    guard enrolment.state == .enrolled else {
      return Failure.Conflict(
        subject: name, field: "state", mine: "", theirs: enrolment.state.rawValue)
    }
    return Failure.Conflict(
      subject: name, field: "mark", mine: cell.mark?.text ?? "", theirs: now?.mark.text ?? "")
  }
}

extension AttendanceMark {
  /// Throws when an interval does not lie in the session it is marked for (S2-7.9c).
  fileprivate func refuse(in session: Session) throws(Failure) {
    var findings: [Finding] = []
    for span in absences {
      findings += AbsenceInSession().findings(
        in: AbsenceEntry(from: span.start, to: span.end, session: session.span))
    }
    try findings.orRefuse()
  }
}
