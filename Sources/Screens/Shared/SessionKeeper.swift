import Persian
import Store
import Synchronization
public import TerminalKit
public import UseCases

/// What a session does by itself: locks the screen when nobody is there, tells what the keeper of the
/// server says, and ends when its time is over.
public final class SessionKeeper: Sendable {
  private struct State {
    var end: ContinuousClock.Instant?
    var told: ContinuousClock.Instant?
    var words: String?
  }

  private let lockAfter: Duration?
  private let state: Mutex<State>
  /// So long before the end it is announced, and so often it is said again.
  private static let notice: Duration = .seconds(300)
  private static let pause: Duration = .seconds(30)

  /// - Parameters:
  ///   - lockAfter: How long no key comes before the screen is locked; nil never locks it.
  ///   - endAfter: How long a session lasts; nil has no end.
  public init(lockAfter: Duration?, endAfter: Duration?) {
    self.lockAfter = lockAfter
    state = Mutex(State(end: endAfter.map { ContinuousClock.now + $0 }))
  }

  /// What is due now.
  ///
  /// - Parameters:
  ///   - portal: Who is signed in, and the line to the writer.
  ///   - idle: How long no key has come.
  /// - Returns: In the order in which it is to be done; mostly nothing.
  public func look(_ portal: Portal, idle: Duration) -> [Duty<Portal>] {
    let news = portal.writer?.takeNotice()
    let now = ContinuousClock.now
    var duties: [Duty<Portal>] = state.withLock { state in
      if let news {
        state.words = news.text
        state.told = nil
        if let seconds = news.endsIn {
          let end = now + .seconds(seconds)
          state.end = min(state.end ?? end, end)
        }
      }
      if let end = state.end, now >= end { return [.end] }
      guard state.told.map({ now - $0 >= Self.pause }) ?? true else { return [] }
      let left = state.end.map { $0 - now }.flatMap { $0 <= Self.notice ? $0 : nil }
      let sentence = Phrases.Lock.notice(
        state.words, minutes: left.map { Int($0.components.seconds + 59) / 60 })
      // Words are said once; an end that comes nearer again and again.
      state.words = nil
      guard let sentence else { return [] }
      state.told = now
      return [.notice(sentence)]
    }
    if let lockAfter, idle >= lockAfter, portal.actor != nil { duties.append(.cover(LockScreen())) }
    return duties
  }
}
