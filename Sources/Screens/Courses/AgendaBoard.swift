import Persian
import Store
import TerminalKit
import Training
import UseCases

/// The sessions on somebody's desk, for the notice board at home: today's, the next, the unmarked.
struct AgendaBoard: Sendable {
  /// A heading, or a session under it.
  enum Line: Sendable {
    case heading(String)
    case session(AgendaLine, isToday: Bool)
    case remark(String)
  }

  private(set) var lines: [Line] = []
  /// The places of sessions among the lines.
  private var places: [Int] = []
  private var cursor = 0

  /// Reads what the board shows; nothing for roles without courses.
  static func load(_ records: borrowing Reading, _ context: Context) throws -> [Line] {
    let (reach, today) = (context.actor.courseReach, context.today)
    let isMarker = Permission.markAttendance.isHeld(by: context.actor.role)
    guard isMarker || context.actor.role == .learner || context.actor.role == .expert else {
      return []
    }
    let agenda = try records.agenda(in: reach, from: today, limit: 10)
    let late =
      isMarker ? try records.unmarkedSessions(in: reach, before: today, limit: 5) : []
    var lines: [Line] = [.heading(Phrases.Board.today)]
    let now = agenda.filter { $0.session.day == today }
    lines += now.map { .session($0, isToday: true) }
    if now.isEmpty { lines.append(.remark(Phrases.Board.nothingToday)) }
    if !late.isEmpty {
      lines.append(.heading(Phrases.Board.unmarked))
      lines += late.map { .session($0, isToday: false) }
    }
    let next = agenda.filter { $0.session.day > today }.prefix(5)
    if !next.isEmpty {
      lines.append(.heading(Phrases.Board.next))
      lines += next.map { .session($0, isToday: false) }
    }
    return lines
  }

  /// Shows other lines, the cursor on the same session where it is still there.
  mutating func replace(_ lines: [Line]) {
    let kept = current?.session.id
    self.lines = lines
    places = lines.indices.filter { if case .session = lines[$0] { true } else { false } }
    let place = places.firstIndex { index in
      if case .session(let line, _) = lines[index] { line.session.id == kept } else { false }
    }
    cursor = place ?? 0
  }

  var isEmpty: Bool { lines.isEmpty }
  var hasSessions: Bool { !places.isEmpty }

  var current: AgendaLine? {
    guard places.indices.contains(cursor), case .session(let line, _) = lines[places[cursor]]
    else { return nil }
    return line
  }

  /// Moves over the sessions; false when the key is no movement.
  mutating func move(_ navigation: Navigation) -> Bool {
    switch navigation {
    case .up: cursor = max(0, cursor - 1)
    case .down: cursor = max(0, min(cursor + 1, places.count - 1))
    case .first, .home, .pageUp: cursor = 0
    case .last, .end, .pageDown: cursor = max(0, places.count - 1)
    default: return false
    }
    return true
  }

  func view(in frame: inout Frame, at area: Rect, isFocused: Bool, showsMarks: Bool) {
    frame.draw(in: area) { part in
      let rows = part.size.rows
      let focus = isFocused && places.indices.contains(cursor) ? places[cursor] : 0
      let top = max(0, min(focus - rows / 2, lines.count - rows))
      for (row, index) in lines.indices.dropFirst(top).prefix(rows).enumerated() {
        draw(index, on: row, isCurrent: isFocused && index == focus, showsMarks, in: &part)
      }
    }
  }

  private func draw(
    _ index: Int, on row: Int, isCurrent: Bool, _ showsMarks: Bool, in part: inout Frame
  ) {
    let columns = part.size.columns
    switch lines[index] {
    case .heading(let text):
      part.write(text, at: Point(row: row, column: 0), width: columns, tone: .strong)
    case .remark(let text):
      part.write(text, at: Point(row: row, column: 2), width: max(0, columns - 2), tone: .dimmed)
    case .session(let line, let isToday):
      if isCurrent {
        part.fill(Rect(row: row, column: 0, rows: 1, columns: columns), .selected)
      }
      let room = showsMarks ? 8 : 0
      part.write(
        Phrases.Board.session(line, isToday: isToday), at: Point(row: row, column: 2),
        width: max(0, columns - 3 - room), tone: isCurrent ? .selected : .body)
      guard showsMarks else { return }
      let isLate = !isToday && !line.isMarked && line.marked > 0
      part.write(
        Phrases.Board.marked(line), at: Point(row: row, column: max(0, columns - room)),
        width: min(room, columns), tone: isCurrent ? .selected : isLate ? .warning : .body,
        align: .trailing)
    }
  }
}
