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

  mutating func press(_ key: Key) {
    session.press(key)
    settle()
  }

  mutating func type(_ text: String) {
    for scalar in text.unicodeScalars { press(Key(.character(scalar.value))) }
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

  private mutating func settle() {
    // A screen that changed records whenever they change would go on for ever.
    for _ in 0..<10 where !session.isFinished && !session.lookForChanges() { break }
    // Widgets learn while drawing how much of them is in sight, as between two keys in a terminal.
    _ = frame
  }
}

extension Player {
  /// Plays a script.
  ///
  /// `code` tells the security code that a screen shows, nil where none is; `show` takes the
  /// screens that the script prints.
  mutating func play(
    _ script: Script, code: (any Screen<Environment>) -> String?,
    show: (String) throws -> Void
  ) throws {
    for line in script.lines {
      func stop(_ kind: ScriptProblem.Kind) -> ScriptProblem {
        ScriptProblem(line: line.number, kind: kind, frame: frame.transcript)
      }
      switch line.action {
      case .key(let key):
        guard !isFinished else { throw stop(.ended) }
        press(key)
      case .type(let text):
        guard !isFinished else { throw stop(.ended) }
        type(text)
      case .typeCode:
        guard let shown = top.flatMap(code) else { throw stop(.noCode) }
        type(shown)
      case .expect(let text):
        guard shows(text) else { throw stop(.notShown(text)) }
      case .absent(let text):
        guard !shows(text) else { throw stop(.shown(text)) }
      case .frame: try show(frame.transcript)
      case .resize(let size): resize(to: size)
      }
    }
  }

  private func shows(_ text: String) -> Bool {
    frame.transcript.split(separator: "\n").contains { $0.contains(text) }
  }
}
