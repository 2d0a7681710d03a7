import Persian

/// The loop: draw when no key waits, wait, hand the event to the screens, look for changes.
public struct Program<Environment: Sendable, T: Terminal & ~Copyable>: ~Copyable {
  /// What an application decides about its loop.
  public struct Options: Sendable {
    /// The least a screen needs; below it a sentence is shown instead.
    public var minimum: Size
    /// The sentence for a terminal that is too small.
    public var tooSmall: @Sendable (Size) -> String
    /// A number that moves when records or the day change.
    public var recordsVersion: @Sendable (Environment) -> Int
    /// The screen to open when the terminal has said what it is, if any: the card that asks which
    /// line reads right, the advice to load a font.
    public var greeting: @Sendable (TerminalVerdict) -> (any Screen<Environment>)?
    public var control: TerminalControl
    /// What the program does by itself; asked several times a second, with how long no key has come.
    public var duties: @Sendable (Environment, _ idle: Duration) -> [Duty<Environment>] = { _, _ in
      []
    }
    /// Takes what is half filled whenever that has changed, and nothing once the person has left.
    public var keep: @Sendable (Environment, [Unfinished]) -> Void = { _, _ in }

    public init(
      minimum: Size = Size(rows: 24, columns: 80),
      tooSmall: @escaping @Sendable (Size) -> String,
      recordsVersion: @escaping @Sendable (Environment) -> Int = { _ in 0 },
      greeting: @escaping @Sendable (TerminalVerdict) -> (any Screen<Environment>)? = { _ in nil },
      control: TerminalControl = TerminalControl()
    ) {
      self.minimum = minimum
      self.tooSmall = tooSmall
      self.recordsVersion = recordsVersion
      self.greeting = greeting
      self.control = control
    }
  }

  /// At most this often screens hear of changes, and see progress; also how long a wait lasts.
  private static var pace: Duration { .milliseconds(250) }

  public private(set) var terminal: T
  private var session: ScreenSession<Environment>
  private let options: Options
  private let inbox: Inbox<Environment>
  private var last: (frame: Frame, raster: Raster)?
  private var isOutOfDate = true
  /// Since when a picture has been put off for keys that wait.
  private var putOffSince: ContinuousClock.Instant?
  private var lastLook = ContinuousClock.now
  private var lastSecond = ContinuousClock.now
  private var lastKey = ContinuousClock.now
  private var kept: [Unfinished] = []
  private var isOver = false

  /// Opens the first screen; `run` draws it.
  public init(
    _ root: any Screen<Environment>, on terminal: consuming T, in environment: Environment,
    keymap: Keymap, chrome: Chrome<Environment>, options: Options
  ) {
    let inbox = Inbox<Environment>()
    session = ScreenSession(
      root, in: environment, keymap: keymap, chrome: chrome,
      recordsVersion: options.recordsVersion,
      later: { inbox.perform($0, in: environment) })
    self.terminal = terminal
    self.options = options
    self.inbox = inbox
  }

  /// Works until the person leaves, or the terminal goes.
  ///
  /// - Throws: `TerminalError`, except for a terminal that has gone: that is an end like another.
  public mutating func run() throws(TerminalError) {
    defer { keepUnfinished(session.isFinished ? [] : session.stack.unfinished) }
    while !session.isFinished {
      lookAround()
      guard !isOver else { return }
      try drawIfDue()
      do throws(TerminalError) {
        // Long work is looked at more often than a sleeping screen.
        let wait = session.isWorking ? Self.pace / 5 : Self.pace
        if let event = try terminal.nextEvent(within: wait), !handle(event) { return }
      } catch {
        if error == .gone { return }
        throw error
      }
    }
  }

  /// Takes what has come from elsewhere: answers, changed records, wishes of screens.
  private mutating func lookAround() {
    for answer in inbox.takeAll() {
      session.take(answer)
      isOutOfDate = true
    }
    for wish in options.control.takeWishes() { grant(wish) }
    let now = ContinuousClock.now
    guard now - lastLook >= Self.pace else { return }
    lastLook = now
    if session.lookForChanges() { isOutOfDate = true }
    for duty in options.duties(session.environment, now - lastKey) { perform(duty) }
    guard now - lastSecond >= .seconds(1) else { return showWork() }
    lastSecond = now
    keepUnfinished(session.stack.unfinished)
    if session.watchesTime {
      session.tellTime()
      isOutOfDate = true
    }
    showWork()
  }

  private mutating func showWork() {
    guard session.isWorking else { return }
    session.tick()
    isOutOfDate = true
  }

  private mutating func perform(_ duty: Duty<Environment>) {
    switch duty {
    case .notice(let text): session.say(text, .warning)
    case .cover(let screen):
      guard session.stack.top?.isSealed != true else { return }
      session.open(screen)
    case .end: isOver = true
    }
    isOutOfDate = true
  }

  private mutating func keepUnfinished(_ unfinished: [Unfinished]) {
    guard unfinished != kept else { return }
    kept = unfinished
    options.keep(session.environment, unfinished)
  }

  private mutating func grant(_ wish: TerminalControl.Wish) {
    switch wish {
    case .order(let order): terminal.encoding.order = order
    case .theme(let theme): terminal.use(theme)
    case .suspend: terminal.suspend()
    }
    isOutOfDate = true
  }

  /// Hands an event on.
  ///
  /// - Returns: False when it is the end.
  private mutating func handle(_ event: TerminalEvent) -> Bool {
    isOutOfDate = true
    switch event {
    case .terminate: return false
    case .resized: break
    case .resumed: lookNow()
    case .identified(let verdict):
      options.control.note(verdict)
      if let screen = options.greeting(verdict) { session.open(screen) }
    case .key, .paste, .mouse, .wheel:
      // Keys for a screen that cannot be seen would do unseen things.
      if terminal.size.holds(options.minimum) { pass(event) }
    }
    return true
  }

  private mutating func pass(_ event: TerminalEvent) {
    lastKey = .now
    switch event {
    case .key(let key):
      if key.isSuspend, session.leaves(key) { return terminal.suspend() }
      // One's own changes show at once, not at the next pace.
      if session.press(key) { lookNow() }
    case .paste(let scalars): session.paste(scalars)
    case .mouse(let row, let column):
      let size = terminal.size
      session.click(Point(row: row, column: size.columns - 1 - column), in: size)
    case .wheel(let rows): session.scroll(rows)
    case .resized, .resumed, .terminate, .identified: break
    }
  }

  private mutating func lookNow() {
    session.lookForChanges()
    lastLook = .now
  }

  /// Draws unless another key waits: what it would show is then already out of date.
  private mutating func drawIfDue() throws(TerminalError) {
    guard isOutOfDate, !session.isFinished else { return }
    if terminal.hasWaitingInput {
      let since = putOffSince ?? ContinuousClock.now
      putOffSince = since
      // A key held down for long is still to be seen.
      if ContinuousClock.now - since < Self.pace { return }
    }
    putOffSince = nil
    isOutOfDate = false
    let size = terminal.size
    let frame =
      size.holds(options.minimum)
      ? session.picture(size: size, encoding: terminal.encoding) : sentence(size)
    let raster = Raster(frame, reusing: last)
    try terminal.present(raster)
    last = (frame, raster)
  }

  private func sentence(_ size: Size) -> Frame {
    var frame = Frame(size: size, encoding: terminal.encoding)
    let lines = options.tooSmall(size).wrapped(to: size.columns)
    for (row, line) in lines.prefix(size.rows).enumerated() {
      frame.write(line, at: Point(row: row, column: 0), width: size.columns, tone: .warning)
    }
    return frame
  }
}

extension Key {
  /// Ctrl-Z, which stops the program unless the keymap wants it for something else.
  fileprivate var isSuspend: Bool { self == Key(.character(0x7A), .control) }
}
