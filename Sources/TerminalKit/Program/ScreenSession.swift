/// One person's work at the screens, without a terminal: what `Program` drives with real keys and
/// `play` with a script.
///
/// After every event the short work it asked for is done; long work goes to `later`, or is done at
/// once when there is none, so that nothing is pending when a call returns.
public struct ScreenSession<Environment: Sendable>: Sendable {
  public private(set) var stack: ScreenStack<Environment>
  public let environment: Environment
  private let recordsVersion: @Sendable (Environment) -> Int
  private let later: (@Sendable (Job<Environment>) -> Void)?
  private var seenVersion: Int

  /// Opens the first screen.
  ///
  /// - Parameters:
  ///   - root: The first screen; when it closes, the session is over.
  ///   - environment: What work is done in.
  ///   - keymap: What keys mean.
  ///   - chrome: What stands around every screen.
  ///   - recordsVersion: A number that moves when records or the day change.
  ///   - later: Takes long work to do it elsewhere; nil does it here and now.
  public init(
    _ root: any Screen<Environment>, in environment: Environment, keymap: Keymap,
    chrome: Chrome<Environment>,
    recordsVersion: @escaping @Sendable (Environment) -> Int = { _ in 0 },
    later: (@Sendable (Job<Environment>) -> Void)? = nil
  ) {
    stack = ScreenStack(keymap: keymap, chrome: chrome)
    self.environment = environment
    self.recordsVersion = recordsVersion
    self.later = later
    seenVersion = recordsVersion(environment)
    settle(stack.open(root))
  }

  public var isFinished: Bool { stack.isFinished }
  public var isWorking: Bool { stack.isWorking }

  /// True when a key asks for nothing on the screen on top.
  func leaves(_ key: Key) -> Bool {
    let section = stack.top.map { type(of: $0).name } ?? Keymap.common
    return stack.keymap.command(for: key, on: section) == nil
  }

  /// A key press.
  ///
  /// - Returns: True when it asked for work, which may have changed the records.
  @discardableResult
  public mutating func press(_ key: Key) -> Bool {
    let jobs = stack.press(key)
    settle(jobs)
    return !jobs.isEmpty
  }

  public mutating func paste(_ scalars: [UInt32]) { settle(stack.paste(scalars)) }

  /// A press of the mouse at a place in reading order.
  public mutating func click(_ point: Point, in size: Size) {
    settle(stack.click(point, in: size))
  }

  public mutating func scroll(_ steps: Int) { settle(stack.scroll(steps)) }

  public mutating func open(_ screen: any Screen<Environment>) { settle(stack.open(screen)) }

  /// Says a sentence in the status line.
  public mutating func say(_ text: String, _ tone: Tone) { stack.say(text, tone) }

  /// Hands over what long work has brought.
  public mutating func take(_ answer: Answer<Environment>) { settle(stack.take(answer)) }

  /// Tells screens how far their long work is.
  public mutating func tick() { settle(stack.tick()) }

  /// Tells screens when records or the day have changed since the last time.
  ///
  /// - Returns: True when they had.
  @discardableResult
  public mutating func lookForChanges() -> Bool {
    let version = recordsVersion(environment)
    guard version != seenVersion else { return false }
    seenVersion = version
    settle(stack.markStale())
    stack.refreshTopBar(in: environment)
    return true
  }

  /// True while the screen on top tells the time.
  public var watchesTime: Bool { stack.top?.watchesTime ?? false }

  /// Lets the screen on top tell the time anew.
  public mutating func tellTime() { settle(stack.markStale()) }

  /// What the screen shows.
  public func picture(
    size: Size, encoding: TerminalEncoding = TerminalEncoding(.explicit)
  ) -> Frame {
    stack.picture(size: size, encoding: encoding)
  }

  private mutating func settle(_ jobs: [Job<Environment>]) {
    stack.settle(jobs, in: environment, later: later)
  }
}
