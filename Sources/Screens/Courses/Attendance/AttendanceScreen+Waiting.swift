import Store
import TerminalKit
import Training
import UseCases

/// Writing while somebody else writes.
extension AttendanceScreen {
  func writing(_ work: @escaping WritingTurn<Reply.Kind>.Work) -> Effect<Portal, Reply> {
    turn.begin({ Reply(.written($0)) }, work)
  }

  /// Who it is that is waited for, once that takes long.
  var sayWhoWrites: Effect<Portal, Reply> {
    guard turn.isWaiting else { return .none }
    return .run { portal in
      Reply(portal.writer?.isAway == true ? .writerAway : .writer(portal.store.writer))
    }
  }

  /// Takes what came of work; the cursor stays where it was moved while it waited.
  mutating func take(_ outcome: WritingTurn<Reply.Kind>.Outcome) -> Effect<Portal, Reply> {
    if let waiting = turn.wait(for: outcome, isQuiet: true, { Reply(.written($0)) }) {
      return waiting
    }
    let kind = outcome.answer
    guard outcome.hasWaited else { return take(kind) }
    let (before, cursor) = (place, grid.cursor)
    var effect = take(kind)
    // What was said while it waited is no longer true.
    if case .marked(.saved, _, _) = kind {
      effect = .all([.notice(Phrases.saved, .good), effect])
    }
    if case .marked(_, let row?, _) = kind, let before, before.row != row, let cursor {
      grid.move(toRow: cursor.row, column: cursor.column)
    }
    return effect
  }
}

extension AttendanceScreen.Reply.Kind: WritingAnswer {
  var waits: Failure? {
    switch self {
    case .marked(.refused(let failure), _, _), .takenBack(.failed(let failure), _):
      failure.isBusy ? failure : nil
    default: nil
    }
  }
}
