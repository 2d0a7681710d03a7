import Synchronization

/// What the last picture of a widget showed: how much fitted, and where it had scrolled to.
///
/// Not part of the widget's value: only a picture knows its size, while page keys and steady
/// scrolling need it. Copies of a widget share it; each picture writes it anew.
final class Viewport: Sendable {
  struct Shown: Equatable {
    var top = 0
    var leading = 0
    var rows = 1
    var columns = 1
  }

  private let state = Mutex(Shown())

  var shown: Shown { state.withLock { $0 } }
  /// The step of a page key: one row of the old page stays in sight.
  var page: Int { max(1, shown.rows - 1) }

  /// Scrolls just far enough to show `row` of `count` in `rows` lines; the new first row.
  func scroll(to row: Int, of count: Int, rows: Int) -> Int {
    state.withLock {
      $0.rows = max(1, rows)
      $0.top = Viewport.first($0.top, showing: row, of: count, in: rows)
      return $0.top
    }
  }

  func note(leading: Int, columns: Int) {
    state.withLock {
      $0.leading = leading
      $0.columns = columns
    }
  }

  /// The first of `room` places in sight, as near to `old` as showing `place` allows.
  static func first(_ old: Int, showing place: Int, of count: Int, in room: Int) -> Int {
    guard room > 0 else { return place }
    let nearest = min(max(old, place - room + 1), place)
    return max(0, min(nearest, count - room))
  }
}
