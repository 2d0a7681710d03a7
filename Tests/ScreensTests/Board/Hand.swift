import Persian
import Synchronization

/// The day that a test's clock stands on.
final class Hand: Sendable {
  private let state: Mutex<JalaliDate>

  init(_ day: JalaliDate) { state = Mutex(day) }

  var day: JalaliDate {
    get { state.withLock { $0 } }
    set { state.withLock { $0 = newValue } }
  }
}
