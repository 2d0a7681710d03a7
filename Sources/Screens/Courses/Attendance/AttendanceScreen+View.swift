import Persian
import Store
public import TerminalKit
import Training
import UseCases

/// How the attendance of a class looks.
extension AttendanceScreen {
  public func view(in frame: inout Frame) {
    let size = frame.size
    if let failure {
      frame.write(
        failure.sentence, at: Point(row: 0, column: 1), width: size.columns - 2, tone: .complaint)
      return
    }
    guard let board else { return }
    guard !board.learners.isEmpty, !board.sessions.isEmpty else {
      let text =
        board.sessions.isEmpty ? AttendancePhrases.noSessions : AttendancePhrases.noLearners
      frame.write(text, at: Point(row: 1, column: 1), width: size.columns - 2, tone: .warning)
      return
    }
    let foot = size.rows < 5 ? 0 : prompt?.wantsText == true ? 2 : 1
    drawSession(board, in: &frame)
    let area = Rect(row: 1, column: 0, rows: size.rows - 1 - foot, columns: size.columns)
    drawGrid(board, in: &frame, at: area)
    guard foot > 0 else { return }
    frame.draw(
      in: Rect(row: size.rows - foot, column: 1, rows: foot, columns: max(0, size.columns - 2))
    ) { part in
      drawFoot(board, in: &part)
    }
  }

  /// The session under the cursor, how far it is marked, and the filter.
  private func drawSession(_ board: AttendanceBoard, in frame: inout Frame) {
    let column = grid.cursor?.column
    let content = AttendanceHeading(
      column: column, sessions: board.sessions.count,
      session: column.map { board.sessions[$0] }, marked: column.map { board.progress[$0] } ?? 0,
      learners: board.learners.count, filter: filter)
    let row = Rect(row: 0, column: 0, rows: 1, columns: frame.size.columns)
    frame.draw(in: row, keeping: heading, of: content) { part in
      part.fill(part.bounds, .heading)
      drawSession(content, in: &part)
    }
  }

  private func drawSession(_ content: AttendanceHeading, in part: inout Frame) {
    guard let column = content.column, let session = content.session else { return }
    let columns = part.size.columns
    let line = AttendancePhrases.session(
      column + 1, of: content.sessions, session.session, marked: content.marked,
      learners: content.learners)
    let filter = AttendancePhrases.filter(content.filter) ?? session.instructorName
    let taken = part.cells(in: filter)
    let room = columns - 2 - taken - 2
    let isShort =
      part.cells(in: line) > room && content.filter == .all
    part.write(
      line, at: Point(row: 0, column: 1), width: isShort ? columns - 2 : room, tone: .heading)
    guard !isShort, room > 0 else { return }
    part.write(
      filter, at: Point(row: 0, column: columns - 1 - taken),
      tone: content.filter == .all ? .heading : .warning)
  }

  private func drawGrid(_ board: AttendanceBoard, in frame: inout Frame, at area: Rect) {
    let layout = AttendanceLayout(columns: area.size.columns, rows: area.size.rows)
    var grid = grid
    grid.frozen = layout.frozen
    grid.totals = layout.totals
    if layout.headerLines < 3 {
      for index in grid.columns.indices {
        grid.columns[index].title.removeLast(3 - layout.headerLines)
      }
    }
    let cells = AttendanceCells(
      rows: shown, learners: board.learners, cells: board.cells, absences: board.absences,
      margins: layout.isWide ? board.wideMargins : board.narrowMargins)
    grid.view(in: &frame, at: area, keeping: picture, of: cells) { place in
      switch place {
      case .body(let row, let column): return board.cell(row: shown[row], column: column)
      case .frozen(let row, let column):
        let learner = board.learners[shown[row]]
        return switch column {
        case 0: Grid.Cell(learner.number)
        case 1: Grid.Cell(learner.name)
        default: Grid.Cell(learner.code)
        }
      case .total(let row, let column):
        let sums = column == 0 && layout.hasAbsences ? cells.absences : cells.margins
        return sums[shown[row]]
      }
    }
  }

  // MARK: Under the grid

  private func drawFoot(_ board: AttendanceBoard, in part: inout Frame) {
    switch prompt {
    case nil: drawCell(board, in: &part)
    case .row(let digits):
      let number = Int(digits) ?? 0
      let isThere = board.learners.indices.contains(number - 1)
      let text =
        isThere
        ? AttendancePhrases.row(digits, board.learners[number - 1].name)
        : AttendancePhrases.noSuchRow(number, last: board.learners.count)
      line(text, row: 0, isThere ? .strong : .complaint, in: &part)
    case .find(let field, _, _):
      draw(field, AttendancePhrases.findPrompt, in: &part)
      guard !field.text.isEmpty else { return }
      let count = board.matches(field.text).count
      line(AttendancePhrases.matches(count), row: 1, count == 0 ? .complaint : .good, in: &part)
    case .range(let field):
      draw(field, AttendancePhrases.rangePrompt, in: &part)
      drawPreview(of: field.text, board, in: &part)
    case .minutes(let field, let row, let isLate):
      draw(
        field, isLate ? AttendancePhrases.lateMinutes : AttendancePhrases.leftMinutes, in: &part)
      line(
        AttendancePhrases.cell(board.learners[row].name, AttendancePhrases.clockNote), row: 1,
        .body, in: &part)
    }
  }

  /// What the grid itself does not show of the cell under the cursor: who marked it and when, its
  /// hours and its note.
  ///
  /// Names and statuses stand in the grid: said again here, every step of the cursor would send a
  /// whole line to the terminal.
  private func drawCell(_ board: AttendanceBoard, in part: inout Frame) {
    guard let place else { return }
    guard let mark = board.mark(row: place.row, column: place.column) else {
      let reason = board.reasonClosed(column: place.column)
      return line(
        reason ?? AttendancePhrases.unmarked, row: 0, reason == nil ? .dimmed : .warning, in: &part)
    }
    var pieces: [String] = []
    let detail = board.detail(row: place.row, column: place.column)
    if let detail {
      pieces.append(
        AttendancePhrases.made(
          by: board.names[detail.account] ?? "", at: Moment.minute(of: detail.moment),
          on: Moment.day(of: detail.moment)))
    }
    if !mark.absences.isEmpty || mark.status == .excused {
      pieces.append(AttendancePhrases.said(mark, in: board.session(place.column).span))
    }
    if let detail, !detail.note.isEmpty { pieces.append(AttendancePhrases.note(detail.note)) }
    line(pieces.joined(separator: "  —  "), row: 0, .body, in: &part)
  }

  /// What the command would change, or what is wrong with it, while it is typed.
  private func drawPreview(of text: String, _ board: AttendanceBoard, in part: inout Frame) {
    guard let place, !text.isEmpty else { return }
    do throws(Training.Complaint) {
      let session = board.session(place.column)
      // Where the clock stands is asked when the command is carried out; any minute will do here.
      let changes = try board.data.register.changes(
        for: try range(text), in: session.id, now: session.span.start + 1)
      guard !changes.isEmpty else {
        return line(AttendancePhrases.changesNothing, row: 1, .body, in: &part)
      }
      let names = changes.prefix(4).compactMap { change in
        board.learners.first { $0.enrolment == change.enrolment }.map { learner in
          let symbol = change.mark.map { AttendancePhrases.symbol($0.status) }
          return "\(learner.name) \(symbol ?? AttendancePhrases.cleared)"
        }
      }
      line(AttendancePhrases.preview(names, count: changes.count), row: 1, .good, in: &part)
    } catch {
      line(error.sentence, row: 1, .complaint, in: &part)
    }
  }

  private func draw(_ field: TextInput, _ label: String, in part: inout Frame) {
    let width = min(part.cells(in: label), part.size.columns / 2)
    part.write(label, at: Point(row: 0, column: 0), width: width, tone: .strong)
    field.view(
      in: &part,
      at: Rect(row: 0, column: width + 1, rows: 1, columns: part.size.columns - width - 1),
      isFocused: true)
  }

  private func line(_ text: String, row: Int, _ tone: Tone, in part: inout Frame) {
    part.write(text, at: Point(row: row, column: 0), width: part.size.columns, tone: tone)
  }
}

/// What the line over the grid tells.
struct AttendanceHeading: Equatable, Sendable {
  let column: Int?
  let sessions: Int
  let session: SessionLine?
  let marked: Int
  let learners: Int
  let filter: AttendanceFilter
}

/// What the cells of the grid are made of; arrays that nobody has changed are equal at a glance.
struct AttendanceCells: Equatable, Sendable {
  let rows: [Int]
  let learners: [AttendanceBoard.Learner]
  let cells: [Grid.Cell]
  let absences: [Grid.Cell]
  let margins: [Grid.Cell]
}

/// Which columns stand beside the sessions, by the room there is.
struct AttendanceLayout {
  let isWide: Bool
  let hasAbsences: Bool
  let headerLines: Int
  let frozen: [Grid.Column]
  let totals: [Grid.Column]

  init(columns: Int, rows: Int) {
    isWide = columns >= 110
    hasAbsences = columns >= 60
    headerLines = rows >= 12 ? 3 : rows >= 8 ? 2 : 1
    let name = isWide ? 24 : columns >= 60 ? 18 : max(4, columns / 4)
    var frozen = [
      Grid.Column([AttendancePhrases.number], width: 3, alignment: .trailing),
      Grid.Column([AttendancePhrases.name], width: name),
    ]
    if isWide { frozen.append(Grid.Column([AttendancePhrases.code], width: 10)) }
    self.frozen = frozen
    let lines = min(2, headerLines)
    var totals: [Grid.Column] = []
    if hasAbsences {
      totals.append(
        Grid.Column(
          Array(AttendancePhrases.absent.suffix(lines)), width: 5, alignment: .trailing))
    }
    if columns >= 40 {
      totals.append(
        Grid.Column(Array(AttendancePhrases.margin.suffix(lines)), width: isWide ? 18 : 9))
    }
    self.totals = totals
  }
}
