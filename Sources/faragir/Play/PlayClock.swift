import Persian
import Synchronization
import UseCases

/// The clock of a play: it stands still where a script has set it, and runs with the system before.
final class PlayClock: Sendable {
  private let moment: Mutex<Int64?>

  init(_ day: JalaliDate? = nil) {
    moment = Mutex(day.map { WallClock.fixed($0).now() })
  }

  var clock: WallClock { WallClock { self.moment.withLock { $0 } ?? WallClock.system.now() } }

  func set(_ day: JalaliDate, minute: Int) {
    moment.withLock { $0 = WallClock.fixed(day, minute: minute).now() }
  }
}
