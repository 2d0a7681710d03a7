import Persian
import Synchronization
import TerminalKit

/// Pages as they come out of the printer, laid for the width of the screen, scrolled and searched.
struct PaperPages: Sendable {
  /// The pages as lines of a width.
  typealias Laying = @Sendable (_ columns: Int) -> [[String]]

  private var top = 0
  private var leading = 0
  private var room = PageRoom { _ in [] }

  /// Shows other pages from their beginning.
  mutating func set(_ laying: @escaping Laying) {
    room = PageRoom(rows: room.rows, columns: room.columns, laying)
    (top, leading) = (0, 0)
  }

  /// As they are laid for what is in sight.
  var pages: [[String]] { room.pages }

  private var lines: Int { max(0, pages.reduce(0) { $0 + $1.count + 1 } - 1) }
  private var width: Int { pages.joined().map(\.cellWidth).max() ?? 0 }

  /// The page at the top of what is in sight, 1-based.
  var current: Int {
    var rest = top
    for (index, page) in pages.enumerated() {
      rest -= page.count + 1
      if rest < 0 { return index + 1 }
    }
    return pages.count
  }

  /// Whether the paper goes on to the left of what is in sight.
  var continues: Bool { leading + room.columns < width }

  /// Scrolls; false when the key is nothing to pages.
  mutating func handle(_ navigation: Navigation) -> Bool {
    let step = max(1, room.rows - 1)
    switch navigation {
    case .up: top -= 1
    case .down: top += 1
    case .pageUp: top -= step
    case .pageDown, .toggle: top += step
    case .home, .first: (top, leading) = (0, 0)
    case .end, .last: top = lines
    case .left: leading += 8
    case .right: leading -= 8
    default: return false
    }
    top = max(0, min(top, max(0, lines - room.rows)))
    leading = max(0, min(leading, max(0, width - room.columns)))
    return true
  }

  /// Brings the next line with every word of the search to the top; after the last comes the first.
  ///
  /// - Returns: Whether there is one.
  mutating func find(_ typed: String) -> Bool {
    let words = SearchKey.words(typed)
    guard !words.isEmpty else { return false }
    var found: [Int] = []
    var number = 0
    for page in pages {
      for line in page {
        let key = SearchKey.joined(line)
        if words.allSatisfy({ key.contains($0) }) { found.append(number) }
        number += 1
      }
      number += 1
    }
    guard let first = found.first else { return false }
    top = found.first { $0 > top } ?? first
    return true
  }

  func view(in frame: inout Frame, at area: Rect) {
    room.note(rows: area.size.rows, columns: area.size.columns)
    frame.draw(in: area) { part in
      var row = -top
      for page in pages {
        for line in page {
          if row >= 0, row < part.size.rows, !line.isEmpty {
            part.write(line, at: Point(row: row, column: -leading))
          }
          row += 1
        }
        if row >= 0, row < part.size.rows {
          part.horizontalLine(at: Point(row: row, column: 0), columns: part.size.columns)
        }
        row += 1
      }
    }
  }
}

/// How much of the paper is in sight, which only a picture knows, and the pages laid for it.
final class PageRoom: Sendable {
  private struct State {
    var rows: Int
    var columns: Int
    var laid: (columns: Int, pages: [[String]])?
  }

  private let state: Mutex<State>
  private let laying: PaperPages.Laying

  init(rows: Int = 1, columns: Int = 80, _ laying: @escaping PaperPages.Laying) {
    state = Mutex(State(rows: rows, columns: columns))
    self.laying = laying
  }

  var rows: Int { state.withLock { max(1, $0.rows) } }
  var columns: Int { state.withLock { max(1, $0.columns) } }

  var pages: [[String]] {
    state.withLock { state in
      if let laid = state.laid, laid.columns == state.columns { return laid.pages }
      let pages = laying(state.columns)
      state.laid = (state.columns, pages)
      return pages
    }
  }

  func note(rows: Int, columns: Int) {
    state.withLock { ($0.rows, $0.columns) = (rows, columns) }
  }
}
