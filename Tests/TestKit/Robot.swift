public import TerminalKit
public import Testing

/// Drives screens in memory as a person would: through the real keymap and the real stack.
///
/// After every action all work is done, long work too, and news of changed records is sent, as
/// the program does when it waits for the next key.
public struct Robot<Environment: Sendable> {
  public private(set) var stack: ScreenStack<Environment>
  public let environment: Environment
  /// The size that pictures are drawn in.
  public var size: Size
  private let recordsVersion: @Sendable (Environment) -> Int
  private var seenVersion: Int
  /// Whether long work waits for `finishWork`, as it does while the keys go on.
  public var holdsWork = false
  private var held: [Job<Environment>] = []

  /// Opens `screen` in `environment`; when `recordsVersion` moves, screens are told.
  public init(
    _ screen: any Screen<Environment>, in environment: Environment,
    keymap: Keymap = .shipped, size: Size = Size(rows: 24, columns: 80),
    chrome: Chrome<Environment> = Chrome(phrases: .forTests),
    recordsVersion: @escaping @Sendable (Environment) -> Int = { _ in 0 }
  ) {
    stack = ScreenStack(keymap: keymap, chrome: chrome)
    self.environment = environment
    self.size = size
    self.recordsVersion = recordsVersion
    seenVersion = recordsVersion(environment)
    settle(stack.open(screen))
    _ = frame
  }

  /// Presses keys in the notation of keymap files: `press("down", "ctrl-p", "esc 5")`.
  public mutating func press(
    _ keys: String..., sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for name in keys {
      guard let key = Key(notation: name) else {
        Issue.record("no key is called \(name)", sourceLocation: sourceLocation)
        return
      }
      press(key)
    }
  }

  public mutating func press(_ key: Key) {
    settle(stack.press(key))
    // The program draws between keys; widgets learn there how much of them is in sight.
    _ = frame
  }

  /// Types characters one by one, as the keyboard sends them.
  public mutating func type(_ text: String) {
    for scalar in text.unicodeScalars { press(Key(.character(scalar.value))) }
  }

  public mutating func paste(_ text: String) {
    settle(stack.paste(text.unicodeScalars.map(\.value)))
    _ = frame
  }

  /// Presses the mouse on a cell in reading order.
  public mutating func click(row: Int, column: Int) {
    settle(stack.click(Point(row: row, column: column), in: size))
  }

  /// Opens a screen that no key asked for.
  public mutating func open(_ screen: any Screen<Environment>) {
    settle(stack.open(screen))
    _ = frame
  }

  /// Lets another process' change arrive.
  public mutating func markStale() {
    settle(stack.markStale())
  }

  public var frame: Frame { stack.picture(size: size) }
  /// What the screen shows, in reading order.
  public var picture: String { frame.transcript }
  /// The title of the screen on top.
  public var title: String { stack.titles.last ?? "" }
  public var isFinished: Bool { stack.isFinished }

  public func expect(
    contains text: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let picture = picture
    #expect(
      picture.contains(text), "\(text) is not on the screen:\n\(picture)",
      sourceLocation: sourceLocation)
  }

  public func expect(
    lacks text: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let picture = picture
    #expect(
      !picture.contains(text), "\(text) is on the screen:\n\(picture)",
      sourceLocation: sourceLocation)
  }

  /// True while long work waits or is being done.
  public var isWorking: Bool { stack.isWorking }

  /// Does the long work that was held back.
  public mutating func finishWork() {
    holdsWork = false
    let jobs = held
    held = []
    for job in jobs { settle(stack.take(job.perform(in: environment))) }
  }

  private mutating func settle(_ jobs: [Job<Environment>]) {
    var late: [Job<Environment>] = []
    stack.settle(jobs, in: environment, later: holdsWork ? { late.append($0) } : nil)
    held += late
    // A screen that changes records whenever they change would go on for ever.
    for _ in 0..<10 {
      let version = recordsVersion(environment)
      guard version != seenVersion else { return }
      seenVersion = version
      stack.settle(stack.markStale(), in: environment)
    }
    Issue.record("the screens never come to rest")
  }
}
