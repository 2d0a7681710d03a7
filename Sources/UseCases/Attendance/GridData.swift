public import Store
public import Training

/// Everything the attendance grid of a class shows, of one moment.
public struct GridData: Sendable {
  public let line: ClassLine
  /// The state of the class today.
  public let state: ClassLife.State
  /// In the order of time, as the columns of `register`.
  public let sessions: [SessionLine]
  /// In the alphabet's order, as the rows of `register`.
  public let learners: [EnrolmentLine]
  public private(set) var register: AttendanceRegister
  /// Who made each mark, when, and the note.
  public private(set) var marks: [MarkChanges.Cell: MarkCell]
  public let rules: Rules
  /// The last entry of the journal that this knows; what `changes` begins after.
  public private(set) var through: Int64

  public var courseMinutes: Int { line.courseMinutes }

  /// How far a learner is from the limit of absence.
  public func margin(row: Int) -> AbsenceMargin {
    register.margin(row: row, courseMinutes: courseMinutes, rules: rules)
  }

  /// Loads the grid within the reach of the actor, in five statements.
  ///
  /// - Throws: `Failure.forbidden` when the class is not there for the actor.
  public init(
    _ id: ID<TrainingClass>, _ records: borrowing some Querying & ~Copyable, _ context: Context
  ) throws {
    try context.require(.viewAttendance)
    line = try context.trainingClass(id, records)
    state = line.state(on: context.today)
    sessions = try records.sessions(of: id)
    learners = try records.enrolments(of: id)
    rules = context.rules
    through = try records.lastEntryNumber()
    register = AttendanceRegister(
      sessions: sessions.map(\.session), learners: learners.map(\.enrolment.id))
    marks = [:]
    for mark in try records.marks(of: id) { put(mark, mark.cell) }
  }

  /// Takes over what has moved since, or answers false when the grid must be loaded anew.
  ///
  /// Cells of other classes are passed over, so a mark elsewhere costs this grid nothing.
  public mutating func apply(_ changes: MarkChanges?) -> Bool {
    let shape: Set<String> = [
      "session", "enrolment", "training_class", "course_request", "course", "person", "factor",
    ]
    guard let changes, changes.tables.isDisjoint(with: shape) else { return false }
    for (cell, mark) in changes.cells { put(mark, cell) }
    through = changes.through
    return true
  }

  /// Shows a mark that was just saved, before the records are read again.
  public mutating func show(
    _ mark: AttendanceMark?, _ enrolment: ID<Enrolment>, _ session: ID<Session>
  ) {
    register[enrolment, session] = mark
  }

  private mutating func put(_ mark: MarkCell?, _ cell: MarkChanges.Cell) {
    guard sessions.contains(where: { $0.session.id == cell.session }) else { return }
    register[cell.enrolment, cell.session] = mark?.mark
    marks[cell] = mark
  }

  /// The attendance list, one column for each session (S2-7.5a).
  public var attendanceList: AttendanceList {
    AttendanceList(
      learners.map(\.rosterEntry), register: register, courseMinutes: courseMinutes, rules: rules)
  }

  /// Who has missed more than one tenth of the course (S2-7.9a).
  public var overLimit: OverLimitList {
    OverLimitList(
      learners.enumerated().map { (entry: $1.rosterEntry, margin: margin(row: $0)) })
  }

  /// The form of learners and scores (S2-7.4a).
  public var classList: ClassList { ClassList(learners.map(\.rosterEntry)) }
}

extension MarkCell {
  /// Where the mark stands.
  public var cell: MarkChanges.Cell { MarkChanges.Cell(session: session, enrolment: enrolment) }
}
