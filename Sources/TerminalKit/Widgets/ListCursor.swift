/// The place of the cursor in a list of rows, and the part of the list in sight.
struct ListCursor: Sendable {
  private(set) var row = 0
  let viewport = Viewport()

  /// Moves as the key asks; false when the key is no movement.
  mutating func move(_ navigation: Navigation, count: Int) -> Bool {
    switch navigation {
    case .up: go(to: row - 1, of: count)
    case .down: go(to: row + 1, of: count)
    case .pageUp: go(to: row - viewport.page, of: count)
    case .pageDown: go(to: row + viewport.page, of: count)
    case .home, .first: go(to: 0, of: count)
    case .end, .last: go(to: count - 1, of: count)
    default: return false
    }
    return true
  }

  mutating func go(to target: Int, of count: Int) {
    row = max(0, min(target, count - 1))
  }

  /// The row under a click on line `line` of the picture; nil below the last one.
  func row(atLine line: Int, of count: Int) -> Int? {
    let place = viewport.shown.top + line
    return line >= 0 && place < count ? place : nil
  }

  /// The rows in sight of a picture with `rows` lines.
  func visible(of count: Int, rows: Int) -> Range<Int> {
    let top = viewport.scroll(to: row, of: count, rows: rows)
    return top..<max(top, min(count, top + max(0, rows)))
  }
}
