import Store
import TerminalKit
import Training
import UseCases

/// What comes back from the records.
extension AttendanceScreen {
  mutating func catchUp() -> Effect<Portal, Reply> {
    guard let board else { return load }
    let (through, today) = (board.data.through, board.today)
    let names = Set(board.names.keys)
    let id = trainingClass
    return .run { portal in
      // A new day opens sessions: everything is looked at anew.
      guard portal.today == today else {
        return Reply(.loaded(AttendanceBoard.read(id, portal)))
      }
      return Reply(.news(AttendanceNews.read(after: through, knowing: names, portal)))
    }
  }

  mutating func take(_ reply: Reply.Kind) -> Effect<Portal, Reply> {
    switch reply {
    case .loaded(.success((let board, let minute))):
      take(board, minute: minute)
      return .none
    case .loaded(.failure(let problem)):
      failure = problem
      return .none
    case .news(let news): return take(news)
    case .marked(let outcome, let row, let news): return take(outcome, row: row, news)
    case .needsMinutes(let row, let isLate):
      prompt = .minutes(TextInput("", limit: 5), row: row, isLate: isLate)
      return .none
    case .takenBack(let outcome, let news): return take(outcome, news)
    case .written(let outcome): return take(outcome)
    case .writerAway: return .notice(Phrases.writerStopped, .warning)
    case .writer(let writer):
      let since = writer.map { Moment.minute(of: $0.since) }
      return .notice(AttendancePhrases.writes(writer?.name, since: since), .warning)
    case .history(let name, let steps, let session):
      switch steps {
      case .success(let steps): return .open(AttendanceHistory.screen(name, steps, session))
      case .failure(let failure): return .open(WhyScreen(failure))
      }
    }
  }

  private mutating func take(_ new: AttendanceBoard, minute: Int) {
    let isFirst = board == nil
    let (row, session) = (
      place.flatMap { board?.learners[$0.row].enrolment },
      place.flatMap { board?.session($0.column).id }
    )
    board = new
    failure = nil
    grid.columns = new.sessions.indices.map { new.column($0) }
    let column =
      isFirst
      ? new.firstColumn(wanted: wanted, minute: minute)
      : new.sessions.firstIndex { $0.session.id == session } ?? grid.column
    grid.move(toRow: 0, column: column)
    shown = new.rows(filter, column: column)
    grid.rowCount = shown.count
    let place =
      isFirst
      ? shown.firstIndex { new.sessions.isEmpty ? false : new.mark(row: $0, column: column) == nil }
      : shown.firstIndex { new.learners[$0].enrolment == row }
    grid.move(toRow: place ?? 0, column: column)
  }

  /// Takes news in cell by cell; the whole class only when its programme or its list has moved.
  private mutating func take(
    _ news: Result<AttendanceNews, Failure>
  ) -> Effect<Portal, Reply> {
    switch news {
    case .success(let news):
      guard let places = board?.apply(news) else { return load }
      for column in Set(places.map(\.column)) {
        if let board { grid.columns[column] = board.column(column) }
      }
      return .none
    case .failure(let failure): return .notice(failure.sentence, .bad)
    }
  }

  private mutating func take(
    _ outcome: AttendanceWork.Outcome, row: Int?, _ news: Result<AttendanceNews, Failure>
  ) -> Effect<Portal, Reply> {
    let before = board
    let patch = take(news)
    switch outcome {
    case .saved(let saved):
      prompt = nil
      guard let row else {
        typedCommand = ""
        return .all([
          patch,
          .notice(
            AttendancePhrases.marked(saved.changed.count, skipped: saved.skipped.count), .good),
        ])
      }
      advance(from: row)
      return patch
    case .nothing:
      guard let row else { return .notice(AttendancePhrases.changesNothing, .body) }
      prompt = nil
      advance(from: row)
      return patch
    case .conflict(let conflicts, let forced):
      prompt = nil
      return .all([patch, .open(conflictScreen(conflicts, forced, before: before))])
    case .refused(let failure): return .all([patch, .open(WhyScreen(failure))])
    case .complaint(let complaint): return .all([patch, .notice(complaint.sentence, .warning)])
    }
  }

  private mutating func take(
    _ outcome: TakenBack, _ news: Result<AttendanceNews, Failure>
  ) -> Effect<Portal, Reply> {
    var places: [(row: Int, column: Int)] = []
    if case .success(let changes) = news, var board {
      places = board.apply(changes) ?? []
    }
    let patch = take(news)
    switch outcome {
    case .undone, .redone:
      if let first = places.min(by: { $0.row < $1.row }) {
        grid.move(toRow: grid.row, column: first.column)
        go(to: first.row)
      }
      let isUndone = if case .undone = outcome { true } else { false }
      let text = isUndone ? AttendancePhrases.undone : AttendancePhrases.redone
      return .all([patch, .notice(text, .good)])
    case .nothingToUndo: return .all([patch, .notice(AttendancePhrases.nothingToUndo, .warning)])
    case .nothingToRedo: return .all([patch, .notice(AttendancePhrases.nothingToRedo, .warning)])
    case .failed(let failure): return .all([patch, .open(WhyScreen(failure))])
    }
  }
}
