/// The attendance of a class: learners by sessions, with a mark or none in each cell.
public struct AttendanceRegister: Hashable, Sendable {
  /// A mark for one learner in the session at hand; nil clears the cell.
  public struct Change: Hashable, Sendable {
    public let enrolment: ID<Enrolment>
    public let mark: AttendanceMark?

    public init(_ enrolment: ID<Enrolment>, _ mark: AttendanceMark?) {
      self.enrolment = enrolment
      self.mark = mark
    }
  }

  /// In the order of time.
  public let sessions: [Session]
  /// In the order of the list, which numbers the rows from 1.
  public let learners: [ID<Enrolment>]
  private let rows: [ID<Enrolment>: Int]
  private let columns: [ID<Session>: Int]
  /// By learner, then by session: all marks of a learner stand together.
  private var cells: [AttendanceMark?]

  public init(sessions: [Session], learners: [ID<Enrolment>]) {
    let ordered = sessions.sorted {
      ($0.day, $0.span, $0.id.rawValue) < ($1.day, $1.span, $1.id.rawValue)
    }
    self.sessions = ordered
    self.learners = learners
    rows = Dictionary(
      learners.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first }
    )
    columns = Dictionary(
      ordered.enumerated().map { ($0.element.id, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    cells = Array(repeating: nil, count: ordered.count * learners.count)
  }

  /// The mark of a learner in a session; setting one of somebody or something else does nothing.
  public subscript(learner: ID<Enrolment>, session: ID<Session>) -> AttendanceMark? {
    get { index(learner, session).flatMap { cells[$0] } }
    set {
      guard let index = index(learner, session) else { return }
      cells[index] = newValue
    }
  }

  /// The mark by position, for drawing: row of `learners`, column of `sessions`.
  public func mark(row: Int, column: Int) -> AttendanceMark? {
    cells[row * sessions.count + column]
  }

  public mutating func apply(_ changes: [Change], to session: ID<Session>) {
    for change in changes { self[change.enrolment, session] = change.mark }
  }

  private func index(_ learner: ID<Enrolment>, _ session: ID<Session>) -> Int? {
    guard let row = rows[learner], let column = columns[session] else { return nil }
    return row * sessions.count + column
  }
}

/// Totals.
extension AttendanceRegister {
  /// What a learner's row comes to, in minutes.
  public struct LearnerTotal: Hashable, Sendable {
    public let absent: Int
    /// Minutes of the sessions for which the learner is excused; they do not count as absence.
    public let excused: Int
    /// Sessions with a mark.
    public let marked: Int
  }

  /// What a session's column comes to, in learners.
  public struct SessionTotal: Hashable, Sendable {
    public let counts: [AttendanceMark.Status: Int]
    /// Everyone on the list.
    public let learners: Int

    /// Cells that have a mark: the progress, of `learners`.
    public var marked: Int { counts.values.reduce(0, +) }
    public var unmarked: Int { learners - marked }
    public var isComplete: Bool { marked == learners }

    public subscript(status: AttendanceMark.Status) -> Int { counts[status] ?? 0 }
  }

  public func total(row: Int) -> LearnerTotal {
    var (absent, excused, marked) = (0, 0, 0)
    for column in sessions.indices {
      guard let mark = mark(row: row, column: column) else { continue }
      marked += 1
      absent += mark.absentMinutes(in: sessions[column].span)
      if mark.status == .excused { excused += sessions[column].span.minutes }
    }
    return LearnerTotal(absent: absent, excused: excused, marked: marked)
  }

  /// The total of a learner; nil for somebody who is not on the list.
  public func total(of learner: ID<Enrolment>) -> LearnerTotal? { rows[learner].map(total(row:)) }

  public func total(column: Int) -> SessionTotal {
    var counts: [AttendanceMark.Status: Int] = [:]
    for row in learners.indices {
      guard let mark = mark(row: row, column: column) else { continue }
      counts[mark.status, default: 0] += 1
    }
    return SessionTotal(counts: counts, learners: learners.count)
  }

  /// The total of a session; nil for one of another class.
  public func total(of session: ID<Session>) -> SessionTotal? {
    columns[session].map(total(column:))
  }

  /// How far a learner is from the limit of absence.
  ///
  /// - Parameters:
  ///   - row: The learner's row, from 0.
  ///   - courseMinutes: The length of the course by the catalogue, not of the programme.
  ///   - rules: The limit in force.
  /// - Returns: The margin, reckoned from the marks made so far.
  public func margin(row: Int, courseMinutes: Int, rules: Rules) -> AbsenceMargin {
    AbsenceMargin(absent: total(row: row).absent, course: courseMinutes, rules: rules)
  }
}

/// Marking many at once; existing marks are never overwritten by the first two.
extension AttendanceRegister {
  /// Present for everyone without a mark in a session.
  public func presentForUnmarked(in session: ID<Session>) -> [Change] {
    learners.filter { self[$0, session] == nil }.map { Change($0, .present) }
  }

  /// The marks of the session before, for everyone without a mark in this one.
  ///
  /// Only whole-session marks are taken over: yesterday's minutes say nothing about today.
  public func sameAsBefore(in session: ID<Session>) -> [Change] {
    guard let column = columns[session], column > 0 else { return [] }
    return learners.indices.compactMap { row in
      guard mark(row: row, column: column) == nil,
        let before = mark(row: row, column: column - 1), before.absences.isEmpty
      else { return nil }
      return Change(learners[row], before)
    }
  }

  /// What a command for several rows changes in a session; cells that stay as they are left out.
  ///
  /// - Parameters:
  ///   - command: Its rows count from 1.
  ///   - session: A session of this class.
  ///   - now: The minute of the day that a bare "late" or "left" stamps; nil when the clock does
  ///     not stand in the session.
  /// - Returns: The changes in the order of the list.
  /// - Throws: `Complaint.range` when a row does not exist or a time does not lie in the session.
  public func changes(
    for command: RangeCommand, in session: ID<Session>, now: Int?
  ) throws(Complaint) -> [Change] {
    guard let column = columns[session] else { return [] }
    let span = sessions[column].span
    var marks: [Int: AttendanceMark?] = [:]
    for part in command.parts {
      let mark = try part.verb.mark(in: span, now: now)
      for row in part.rows {
        guard learners.indices.contains(row - 1) else {
          throw .range(.noSuchRow(row, last: learners.count))
        }
        marks[row - 1] = .some(mark)
      }
    }
    return marks.keys.sorted().compactMap { row in
      guard let mark = marks[row], mark != self.mark(row: row, column: column) else { return nil }
      return Change(learners[row], mark)
    }
  }
}
