import Store
import TerminalKit
import Training
import UseCases

/// Commands and what they mark.
extension AttendanceScreen {
  mutating func perform(_ command: Command) -> Effect<Portal, Reply> {
    guard let board, let place else { return .none }
    switch command {
    case .present: return mark(.present)
    case .absent: return mark(.absent)
    case .late: return mark(.late(nil))
    case .leftEarly: return mark(.left(nil))
    case .excused: return mark(.excused)
    case .allPresent:
      return bulk(
        board.data.register.presentForUnmarked(in: board.session(place.column).id),
        otherwise: AttendancePhrases.allMarked)
    case .sameAsBefore:
      return bulk(
        board.data.register.sameAsBefore(in: board.session(place.column).id),
        otherwise: AttendancePhrases.nothingBefore)
    case .find: prompt = .find(TextInput("", limit: 40), match: 0, origin: place.row)
    case .range: prompt = .range(TextInput(typedCommand, limit: 200))
    case .filter: return showNextFilter()
    case .today: goToToday()
    case .history: return readHistory()
    case .why: return explain(board, row: place.row)
    case .print:
      return .open(
        SheetScreen(AttendancePrint.sheets(of: board.data), repeating: AttendancePrint.repeating))
    }
    prompt = prompt?.wantsText == true ? prompt : nil
    return .none
  }

  /// Marks the row whose number was typed, or the one under the cursor.
  mutating func mark(_ verb: RangeCommand.Verb) -> Effect<Portal, Reply> {
    guard let board, let place else { return .none }
    var row = place.row
    if case .row(let digits) = prompt {
      prompt = nil
      guard let number = Int(digits), board.learners.indices.contains(number - 1) else {
        return noSuchRow(digits)
      }
      row = number - 1
    }
    if let reason = board.reasonClosed(column: place.column) { return .notice(reason, .warning) }
    return mark(row: row, verb)
  }

  func noSuchRow(_ digits: String) -> Effect<Portal, Reply> {
    let last = board?.learners.count ?? 0
    return .notice(AttendancePhrases.noSuchRow(Int(digits) ?? 0, last: last), .warning)
  }

  func mark(row: Int, _ verb: RangeCommand.Verb) -> Effect<Portal, Reply> {
    perform(RangeCommand(parts: [.init(rows: [row + 1], verb: verb)]), row: row)
  }

  /// Carries a command out in the session under the cursor, whatever the number of rows.
  func perform(_ command: RangeCommand, row: Int? = nil) -> Effect<Portal, Reply> {
    guard let board, let place else { return .none }
    let work = AttendanceWork(
      register: board.data.register, session: board.session(place.column), command: command)
    let (through, names) = (board.data.through, Set(board.names.keys))
    return writing { portal in
      if let row, let isLate = work.bareMoment, work.now(portal) == nil {
        return .needsMinutes(row: row, isLate: isLate)
      }
      let outcome = work.perform(portal)
      return .marked(
        outcome, row: row, AttendanceNews.read(after: through, knowing: names, portal))
    }
  }

  /// Fills empty cells of this session; a cell that a colleague has marked meanwhile stays.
  private mutating func bulk(
    _ changes: [AttendanceRegister.Change], otherwise nothing: String
  ) -> Effect<Portal, Reply> {
    prompt = nil
    guard let board, let place else { return .none }
    guard !changes.isEmpty else { return .notice(nothing, .warning) }
    let work = MarkAttendance(
      changes, in: board.session(place.column).id, seen: board.data.register, mode: .fill)
    let (through, names) = (board.data.through, Set(board.names.keys))
    return writing { portal in
      let outcome = AttendanceWork.perform(work, portal)
      return .marked(
        outcome, row: nil, AttendanceNews.read(after: through, knowing: names, portal))
    }
  }

  /// Space: present where nothing is marked yet; a mark that is there stays.
  mutating func fillCell() -> Effect<Portal, Reply> {
    guard let board, let place else { return .none }
    guard board.mark(row: place.row, column: place.column) == nil else {
      advance(from: place.row)
      return .none
    }
    return mark(.present)
  }

  /// The learner below is next; the cursor never slips into another session by itself.
  mutating func advance(from row: Int) {
    go(to: row)
    grid.move(toRow: grid.row + 1, column: grid.column)
  }

  func takeBack(isRedo: Bool) -> Effect<Portal, Reply> {
    guard let board else { return .none }
    let (id, through) = (trainingClass, board.data.through)
    let names = Set(board.names.keys)
    return writing { portal in
      let found = portal.read { records, context in
        isRedo
          ? try records.lastUndo(in: id, context) : try records.lastMark(in: id, context)
      }
      let outcome: TakenBack
      switch found {
      case .failure(let failure): outcome = .failed(failure)
      case .success(nil): outcome = isRedo ? .nothingToRedo : .nothingToUndo
      case .success(let number?):
        switch portal.undo(number) {
        case .success: outcome = isRedo ? .redone : .undone
        case .failure(let failure): outcome = .failed(failure)
        }
      }
      return .takenBack(outcome, AttendanceNews.read(after: through, knowing: names, portal))
    }
  }

  private mutating func showNextFilter() -> Effect<Portal, Reply> {
    prompt = nil
    let all = AttendanceFilter.allCases
    let next = ((all.firstIndex(of: filter) ?? 0) + 1) % all.count
    show(all[next])
    guard !shown.isEmpty else {
      let name = AttendancePhrases.filter(filter) ?? ""
      show(.all)
      return .notice(AttendancePhrases.nobody(name), .body)
    }
    return .none
  }

  private mutating func goToToday() {
    guard let board else { return }
    let column = board.firstColumn(wanted: nil, minute: 1440)
    grid.move(toRow: grid.row, column: column)
  }
}

extension AttendanceWork {
  /// True for a bare "late", false for a bare "left", nil for everything else.
  var bareMoment: Bool? {
    switch command.parts.first?.verb {
    case .late(nil): true
    case .left(nil): false
    default: nil
    }
  }
}
