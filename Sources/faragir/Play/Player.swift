import TerminalKit

/// Drives the portal without a terminal: the session that a terminal drives, one action at a time.
///
/// Every action runs until nothing is pending, long work included, and news of changed records is
/// delivered, so a script needs no waiting.
struct Player<Environment: Sendable> {
  private var session: ScreenSession<Environment>
  private(set) var size: Size

  init(_ session: ScreenSession<Environment>, size: Size) {
    self.session = session
    self.size = size
    settle()
  }

  var isFinished: Bool { session.isFinished }
  var frame: Frame { session.picture(size: size) }
  var top: (any Screen<Environment>)? { session.stack.top }

  mutating func strike(_ key: Key) {
    session.press(key)
    settle()
  }

  mutating func perform(_ action: RandomActions.Action) {
    switch action {
    case .key(let key): session.press(key)
    case .paste(let scalars): session.paste(scalars)
    case .click(let row, let column): session.click(Point(row: row, column: column), in: size)
    case .scroll(let rows): session.scroll(rows)
    case .resize(let size): self.size = size
    }
    settle()
  }

  mutating func resize(to size: Size) {
    self.size = size
    settle()
  }

  /// Tells the screens what has changed meanwhile, until nothing changes any more.
  mutating func settle() {
    // A screen that changed records whenever they change would go on for ever.
    for _ in 0..<10 where !session.isFinished && !session.lookForChanges() { break }
    // Widgets learn while drawing how much of them is in sight, as between two keys in a terminal.
    _ = frame
  }
}
