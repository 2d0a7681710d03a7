import Store
import TerminalKit
import Training
import UseCases

/// Writing while somebody else writes.
extension AttendanceScreen {
  typealias WritingWork = @Sendable (Portal) -> Reply.Kind

  /// Does work at once when nobody else writes, else off the thread of the keys.
  ///
  /// One piece at a time: a mark made while another one waits would begin from cells that are about
  /// to change.
  func writing(_ work: @escaping WritingWork) -> Effect<Portal, Reply> {
    guard !waitsForTurn else { return .notice(Phrases.waitsForTurn, .warning) }
    return .run { portal in
      let kind = portal.waiting(.zero) { work(portal) }
      return Reply(kind.isBusy ? .mustWait(work) : kind)
    }
  }

  mutating func waitForTurn(_ work: @escaping WritingWork) -> Effect<Portal, Reply> {
    waitsForTurn = true
    return .background { portal, progress in
      let kind = portal.waiting(.seconds(2)) { work(portal) }
      guard kind.isBusy else { return Reply(.waited(kind)) }
      // The screen now says who writes.
      progress.report(1, of: 2)
      return Reply(.waited(portal.waiting(.seconds(60)) { work(portal) }))
    }
  }

  /// Who it is that is waited for, once that takes long.
  var sayWhoWrites: Effect<Portal, Reply> {
    guard waitsForTurn else { return .none }
    return .run { portal in
      Reply(portal.writer?.isAway == true ? .writerAway : .writer(portal.store.writer))
    }
  }

  /// Takes what came of work that has waited; the cursor stays where it was moved meanwhile.
  mutating func takeWaited(_ kind: Reply.Kind) -> Effect<Portal, Reply> {
    waitsForTurn = false
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

extension AttendanceScreen.Reply.Kind {
  /// Whether nothing was done because somebody else writes.
  var isBusy: Bool {
    switch self {
    case .marked(.refused(let failure), _, _), .takenBack(.failed(let failure), _): failure.isBusy
    default: false
    }
  }
}
