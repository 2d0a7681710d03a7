import CNcurses
import Glibc
public import TerminalKit

/// The one door to ncurses: what is shown goes out through it, keys come in beside it.
///
/// Taking the terminal and giving it back are a pair: `deinit`, a trap, `exit` and a stop by
/// Ctrl-Z all leave the shell a terminal as it was.
public struct CursesTerminal: Terminal, ~Copyable {
  /// What a person or the surroundings have chosen.
  public struct Options: Sendable {
    public var environment: [String: String]
    public var theme: Theme
    /// The colours for a terminal that says its background is light; nil where somebody has chosen.
    public var lightTheme: Theme?
    /// How text is sent, whatever the terminal says of itself; nil leaves it to the probe.
    public var order: TerminalEncoding.Order?
    /// An answer given earlier for the kind of terminal with this identity.
    public var remembered: @Sendable (_ identity: String) -> TerminalEncoding.Order?
    public var usesMouse = true
    /// False while a stop would hold up others, as in the middle of a change of records.
    public var mayStop: @Sendable () -> Bool = { true }
    /// How long an ESC waits for the rest of a sequence.
    public var escapeDelay: Duration = .milliseconds(25)
    /// Printed after a crash, once the terminal has been given back.
    public var crashMessage = ""

    public init(
      environment: [String: String], theme: Theme = .monochrome,
      order: TerminalEncoding.Order? = nil,
      remembered: @escaping @Sendable (String) -> TerminalEncoding.Order? = { _ in nil }
    ) {
      self.environment = environment
      self.theme = theme
      self.order = order
      self.remembered = remembered
      if let text = environment["ESCDELAY"], let delay = Int(text), (0...5000).contains(delay) {
        escapeDelay = .milliseconds(delay)
      }
    }
  }

  public private(set) var size: Size
  public var encoding: TerminalEncoding {
    didSet { if encoding != oldValue { forgetScreen() } }
  }
  /// What the terminal has said of itself so far.
  public private(set) var verdict: TerminalVerdict

  private let options: Options
  private let signals: Signals
  private let line: Line
  private var probe: TerminalProbe
  private var awaitsAnswers: Bool
  private var decoder: KeyDecoder
  private var canvas: Canvas
  private var events: [TerminalEvent] = []

  /// Takes the terminal on standard input and output.
  ///
  /// - Parameter options: What has been chosen.
  /// - Throws: `TerminalError` when there is none, of no known kind, or no UTF-8 locale.
  public init(_ options: Options) throws(TerminalError) {
    // All that can fail first: a half-made terminal could not be given back.
    (line, signals) = try Self.take(options)
    self.options = options
    probe = TerminalProbe(environment: options.environment)
    awaitsAnswers = probe.shouldAsk
    verdict = probe.guess
    if let font = ConsoleFont() {
      verdict.lacksLetters = !font.hasLetters
      verdict.encoding.hasPersianDigits = font.hasPersianDigits
    }
    encoding = Self.encoding(of: verdict, options)
    var waits = KeyDecoder.Waits()
    waits.escape = options.escapeDelay
    decoder = KeyDecoder(sequences: KeyTable.sequences, waits: waits)
    canvas = Canvas(options)
    size = Size(rows: Int(faragir_rows()), columns: Int(faragir_columns()))
    // On an empty line that is wiped: a terminal may print what it does not understand.
    if awaitsAnswers { line.send("\r\(TerminalProbe.questions)\r\u{1B}[K") }
    enter()
    // What is not asked has nothing more to say.
    if !awaitsAnswers { events.append(.identified(verdict)) }
  }

  private static func take(_ options: Options) throws(TerminalError) -> (Line, Signals) {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw .notATerminal }
    let kind = options.environment["TERM"] ?? ""
    guard !kind.isEmpty, kind != "dumb" else { throw .unknownKind(kind) }
    try Locale.useUTF8()
    let line = Line()
    CrashGuard.install(modes: line.modes)
    // Before curses, which leaves signals alone that somebody has taken.
    let signals = Signals()
    guard faragir_open(line.curses) != 0 else { throw .unknownKind(kind) }
    faragir_set_up()
    return (line, signals)
  }

  deinit {
    leave()
    // What is still to be answered would be typed into the shell.
    if awaitsAnswers { line.drain(for: 400) }
    line.restoreModes()
  }

  private static func encoding(
    of verdict: TerminalVerdict, _ options: Options
  ) -> TerminalEncoding {
    var encoding = verdict.encoding
    if let order = options.order ?? options.remembered(verdict.identity) { encoding.order = order }
    return encoding
  }

  // MARK: Taking and giving back

  /// The switch for explicit order is of no use where the terminal orders the rows itself.
  private var switchesOrder: Bool { encoding.order == .explicit && !verdict.start.isEmpty }

  private func enter() {
    line.holdBack()
    if switchesOrder { line.send("\r" + verdict.start) }
    CrashGuard.arm(undo: undo)
  }

  /// What gives the terminal back without curses' help, for a crash.
  private var undo: [UInt8] {
    let end = canvas.endOfModes + canvas.endOfScreen + (switchesOrder ? "\r" + verdict.end : "")
    return Array((end + "\r" + options.crashMessage + "\r\n").utf8)
  }

  private func leave() {
    line.send(canvas.endOfModes)
    line.letThrough()
    canvas.close()
    if switchesOrder { line.send("\r" + verdict.end) }
    CrashGuard.disarm()
  }

  private mutating func forgetScreen() { canvas.forget() }

  public mutating func suspend() {
    // A change takes milliseconds, a large one seconds; stopped in it we would lock everybody out.
    while !options.mayStop() { usleep(2_000) }
    leave()
    line.restoreModes()
    raise(SIGSTOP)
    // Here again when the shell has called us to the foreground.
    canvas.reopen()
    enter()
    resize()
  }

  public mutating func use(_ theme: Theme) { canvas.use(theme) }

  // MARK: Showing

  public mutating func present(_ raster: Raster) throws(TerminalError) {
    line.gather { canvas.show(raster) }
    if let modes = canvas.modesToSend(hasKeyboardProtocol: verdict.hasKeyboardProtocol) {
      line.send(modes)
      CrashGuard.arm(undo: undo)
    }
  }

  private mutating func resize() {
    guard let new = line.size else { return }
    resizeterm(Int32(new.rows), Int32(new.columns))
    size = new
    canvas.forget()
  }

  // MARK: Waiting

  public var hasWaitingInput: Bool {
    mutating get { !events.isEmpty || line.wait(0).terminal }
  }

  public mutating func nextEvent(
    within timeout: Duration
  ) throws(TerminalError) -> TerminalEvent? {
    if let event = takeEvent() { return event }
    // The limit may be shorter than what a sequence waits; the rest is waited for next time.
    let left = decoder.settlesAt.map { ContinuousClock.now.duration(to: $0) }
    let wait = max(.zero, min(left ?? timeout, timeout))
    let ready = line.wait(wait.milliseconds, or: signals.reading)
    guard ready.terminal || ready.other else {
      if let end = decoder.settlesAt, end <= .now {
        while let input = decoder.flush() { take(input) }
      }
      return takeEvent()
    }
    if ready.other {
      for signal in signals.take() { take(signal: signal) }
    }
    if ready.terminal {
      guard let bytes = line.read() else { throw .gone }
      decoder.feed(bytes)
      while let input = decoder.next() { take(input) }
    }
    return takeEvent()
  }

  private mutating func takeEvent() -> TerminalEvent? {
    events.isEmpty ? nil : events.removeFirst()
  }

  private mutating func take(signal: Int32) {
    switch signal {
    case SIGWINCH:
      resize()
      events.append(.resized)
    case SIGTSTP:
      suspend()
      events.append(.resumed)
    default: events.append(.terminate)
    }
  }

  private mutating func take(_ input: KeyDecoder.Input) {
    switch input {
    case .event(let event): events.append(event)
    case .reply(let reply):
      guard awaitsAnswers, probe.take(reply) else { return }
      awaitsAnswers = false
      settle(probe.verdict)
    }
  }

  /// The terminal has said what it is: where the guess was wrong, everything is drawn anew.
  private mutating func settle(_ found: TerminalVerdict) {
    let before = (switchesOrder, verdict.start, verdict.end)
    verdict = found
    encoding = Self.encoding(of: found, options)
    if found.isLight, let theme = options.lightTheme { use(theme) }
    if before.0 != switchesOrder || before.1 != verdict.start {
      if before.0 { line.send("\r" + before.2) }
      enter()
      forgetScreen()
    }
    if options.order != nil || options.remembered(found.identity) != nil {
      verdict.isCertain = true
    }
    events.append(.identified(verdict))
  }
}

extension Duration {
  /// Whole milliseconds, at least 1 for anything above nothing.
  fileprivate var milliseconds: Int32 {
    let (seconds, fraction) = components
    guard seconds < 1_000_000 else { return .max }
    let milliseconds = seconds * 1000 + fraction / 1_000_000_000_000_000
    return Int32(max(milliseconds, self > .zero ? 1 : 0))
  }
}
