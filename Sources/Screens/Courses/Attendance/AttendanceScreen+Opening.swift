import Store
import TerminalKit
import Training
import UseCases

/// What opens over the grid.
extension AttendanceScreen {
  /// Enter: the absence intervals of the cell and its note.
  func editCell() -> Effect<Portal, Reply> {
    guard let board, let place else { return .none }
    if let reason = board.reasonClosed(column: place.column) { return .notice(reason, .warning) }
    return .open(
      FormScreen(
        CellForm(
          session: board.session(place.column), enrolment: board.learners[place.row].enrolment,
          learner: board.learners[place.row].name)))
  }

  func readHistory() -> Effect<Portal, Reply> {
    guard let board, let place else { return .none }
    let session = board.session(place.column)
    let learner = board.learners[place.row]
    return .run { portal in
      Reply(
        .history(
          learner.name,
          portal.read { try $0.markHistory(session.id, learner.enrolment, $1) }, session.span))
    }
  }

  /// The «چرا؟» of a learner's margin: the rule with its numbers, then every absence.
  func explain(_ board: AttendanceBoard, row: Int) -> Effect<Portal, Reply> {
    let margin = board.margins[row]
    let (severity, tone): (Severity, Tone) =
      switch margin.standing {
      case .safe: (.note, .good)
      case .near: (.warning, .warning)
      case .over: (.refusal, .bad)
      }
    let reason: AttendanceReason =
      margin.isOver
      ? .overLimit(absent: margin.absent, allowed: margin.allowed)
      : .nearLimit(absent: margin.absent, allowed: margin.allowed)
    let finding = Finding(.absenceLimit, severity, .attendance(reason))
    let numbers = AttendancePhrases.absences(
      margin.absent, allowed: margin.allowed, course: board.data.courseMinutes)
    let absences = board.sessions.indices.compactMap { column -> String? in
      let session = board.session(column)
      guard let mark = board.mark(row: row, column: column),
        mark.absentMinutes(in: session.span) > 0
      else { return nil }
      return AttendancePhrases.absence(session, mark)
    }
    let title = margin.standing == .safe ? numbers : finding.sentence
    let lines = (margin.standing == .safe ? [] : [numbers]) + finding.details + absences
    return .open(
      WhyScreen(
        title: board.learners[row].name,
        [FindingPanel.Item(title, lines: lines, tone: tone)]))
  }

  /// Both values of every cell that two people changed, with who made the other one and when.
  ///
  /// `forced` is what was wanted, to be written over; `before` is the grid as the person saw it.
  func conflictScreen(
    _ conflicts: [Failure.Conflict], _ forced: MarkAttendance, before: AttendanceBoard?
  ) -> AskScreen {
    var lines = [AttendancePhrases.conflictTitle]
    for cell in forced.cells {
      guard let board,
        let row = board.learners.firstIndex(where: { $0.enrolment == cell.enrolment }),
        let column = board.sessions.firstIndex(where: { $0.session.id == forced.session }),
        before?.mark(row: row, column: column) != board.mark(row: row, column: column)
      else { continue }
      let span = board.session(column).span
      let now = board.mark(row: row, column: column)
      lines += [
        "", board.learners[row].name,
        AttendancePhrases.mine(AttendancePhrases.said(cell.mark, in: span)),
        AttendancePhrases.theirs(AttendancePhrases.said(now, in: span)),
      ]
      if let detail = board.detail(row: row, column: column) {
        lines.append(
          AttendancePhrases.made(
            by: board.names[detail.account] ?? "", at: Moment.minute(of: detail.moment),
            on: Moment.day(of: detail.moment)))
      }
    }
    // A learner who left the class meanwhile is no cell of the grid.
    if lines.count == 1 { lines += conflicts.map(\.sentence) }
    return AskScreen(
      lines.joined(separator: "\n"), yes: AttendancePhrases.takeMine,
      no: AttendancePhrases.keepTheirs
    ) { portal, _ in
      portal.perform(forced).map { _ in .notice(AttendancePhrases.marked(1, skipped: 0), .good) }
    }
  }
}

/// The history of a cell as the «چرا؟» panel shows things.
enum AttendanceHistory {
  static func screen(_ name: String, _ steps: [MarkStep], _ session: TimeSpan) -> WhyScreen {
    var items: [FindingPanel.Item] = []
    var old: AttendanceMark?
    for step in steps {
      var lines = [
        AttendancePhrases.by(step.name),
        AttendancePhrases.moment(Moment.day(of: step.moment), Moment.minute(of: step.moment)),
      ]
      if step.isUndo { lines.append(AttendancePhrases.undone) }
      if !step.reason.isEmpty { lines.append(step.reason) }
      items.append(
        FindingPanel.Item(
          AttendancePhrases.change(
            AttendancePhrases.said(old, in: session), AttendancePhrases.said(step.mark, in: session)
          ),
          lines: lines, tone: .body))
      old = step.mark
    }
    if items.isEmpty { items = [FindingPanel.Item(AttendancePhrases.noHistory, tone: .body)] }
    // The newest is what people look for.
    return WhyScreen(title: AttendancePhrases.historyTitle(name), items.reversed())
  }
}
