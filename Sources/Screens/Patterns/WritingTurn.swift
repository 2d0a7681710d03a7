import TerminalKit
public import UseCases

/// What came of work that writes; it tells whether the work is still to be done.
public protocol WritingAnswer {
  /// Why nothing was done although nothing is wrong: somebody else writes, or nobody does.
  var waits: Failure? { get }
}

extension Result: WritingAnswer where Failure == UseCases.Failure {
  public var waits: UseCases.Failure? {
    if case .failure(let failure) = self, failure.isBusy { failure } else { nil }
  }
}

/// The turn of a screen at the records: its work is done at once where nobody else writes, else as
/// soon as they have, off the thread of the keys.
///
/// One piece at a time: what began while another waits would start from records that are about to
/// change.
public struct WritingTurn<Answer: WritingAnswer & Sendable>: Sendable {
  public typealias Work = @Sendable (Portal) -> Answer

  /// An answer, with the work for when it has to wait.
  public struct Outcome: Sendable {
    let answer: Answer
    /// Whether it was done off the thread of the keys, which went on meanwhile.
    let hasWaited: Bool
    fileprivate let work: Work
  }

  public private(set) var isWaiting = false

  /// Does work at once, or finds that it must wait; says so while another piece waits.
  func begin<Reply>(
    _ reply: @escaping @Sendable (Outcome) -> Reply, _ work: @escaping Work
  ) -> Effect<Portal, Reply> {
    guard !isWaiting else { return .notice(Phrases.waitsForTurn, .warning) }
    return .run { portal in
      reply(Outcome(answer: portal.waiting(.zero) { work(portal) }, hasWaited: false, work: work))
    }
  }

  /// Lets work wait that could not be done at once; nil where its answer stands.
  ///
  /// - Parameters:
  ///   - outcome: What `begin` or an earlier wait brought.
  ///   - untilDone: Whether it waits again for ever; else it is given up after a minute.
  ///   - isQuiet: Whether nothing is said before two seconds have passed, when progress is reported.
  ///   - reply: How the screen is told.
  /// - Returns: The waiting; nil where the answer stands.
  mutating func wait<Reply>(
    for outcome: Outcome, untilDone: Bool = false, isQuiet: Bool = false,
    _ reply: @escaping @Sendable (Outcome) -> Reply
  ) -> Effect<Portal, Reply>? {
    guard let failure = outcome.answer.waits, untilDone || !outcome.hasWaited else {
      isWaiting = false
      return nil
    }
    isWaiting = true
    let work = outcome.work
    let later = Effect<Portal, Reply>.background { portal, progress in
      var answer = portal.waiting(.seconds(2)) { work(portal) }
      if answer.waits != nil {
        progress.report(1, of: 2)
        answer = portal.waiting(.seconds(60)) { work(portal) }
      }
      return reply(Outcome(answer: answer, hasWaited: true, work: work))
    }
    return isQuiet ? later : .all([.notice(failure.waiting, .warning), later])
  }
}
