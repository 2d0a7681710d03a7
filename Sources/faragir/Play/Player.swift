import TerminalKit

/// Drives the portal without a terminal: the same stack, keymap and drawing, one action at a time.
///
/// Every action runs until nothing is pending, long work included, and news of changed records is
/// delivered, so a script needs no waiting.
struct Player<Environment: Sendable> {
  private(set) var stack: ScreenStack<Environment>
  private(set) var size: Size
  private let environment: Environment
  private let recordsVersion: @Sendable (Environment) -> Int
  private var seenVersion: Int

  init(
    _ screen: any Screen<Environment>, in environment: Environment, keymap: Keymap,
    chrome: Chrome<Environment>, size: Size,
    recordsVersion: @escaping @Sendable (Environment) -> Int
  ) {
    stack = ScreenStack(keymap: keymap, chrome: chrome)
    self.environment = environment
    self.size = size
    self.recordsVersion = recordsVersion
    seenVersion = recordsVersion(environment)
    settle(stack.open(screen))
  }

  var isFinished: Bool { stack.isFinished }

  var frame: Frame { stack.picture(size: size) }

  mutating func press(_ key: Key) { settle(stack.press(key)) }

  mutating func type(_ text: String) {
    for scalar in text.unicodeScalars { press(Key(.character(scalar.value))) }
  }

  mutating func paste(_ scalars: [UInt32]) { settle(stack.paste(scalars)) }

  mutating func click(_ point: Point) { settle(stack.click(point, in: size)) }

  mutating func scroll(_ steps: Int) { settle(stack.scroll(steps)) }

  mutating func resize(to size: Size) {
    self.size = size
    draw()
  }

  private mutating func settle(_ jobs: [Job<Environment>]) {
    stack.settle(jobs, in: environment)
    // A screen that changed records whenever they change would go on for ever.
    for _ in 0..<10 where !stack.isFinished {
      let version = recordsVersion(environment)
      guard version != seenVersion else { break }
      seenVersion = version
      stack.settle(stack.markStale(), in: environment)
    }
    draw()
  }

  /// Widgets learn while drawing how much of them is in sight, as between two keys in a terminal.
  private func draw() { _ = frame }
}

extension Player {
  /// Plays a script.
  ///
  /// `code` tells the security code now shown, nil where none is; `show` takes the screens that
  /// the script prints.
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
        guard let shown = stack.top.flatMap(code) else { throw stop(.noCode) }
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
