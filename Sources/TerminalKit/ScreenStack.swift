/// The open screens, the one with the keys on top; pure, shared by `Program` and tests.
///
/// Whatever brings an event (`press`, `paste`, `click`, `tick`, …) returns jobs; the caller hands
/// them, even none, to `settle` before it draws.
public struct ScreenStack<Environment: Sendable>: Sendable {
  struct Layer: Sendable {
    let number: Int
    var screen: any Screen<Environment>
    /// The long work this screen waits for.
    var work: [Progress] = []
    var shown: Progress.Snapshot?
    /// The commands with their keys, of which the key bar shows what fits; they change with the
    /// keymap alone.
    var commands: [KeyBarEntry] = []
    /// What keys have meant here, but text.
    var meanings: [Key: Meaning] = [:]
    /// Something has changed that this screen was not told of, because it was out of sight.
    var isStale = false
  }

  public let keymap: Keymap
  let chrome: Chrome<Environment>
  var layers: [Layer] = []
  /// Help, palette or question of the stack itself, over the screens.
  var panel: ShellPanel<Environment>?
  var notice: Notice?
  var topBar: [BarLine] = []
  let surroundings = Surroundings()
  /// Help, palette and leaving, as the key bar shows them.
  let shellKeys: [KeyBarEntry]
  private var nextNumber = 1
  private var hasQuit = false

  public init(keymap: Keymap, chrome: Chrome<Environment>) {
    self.keymap = keymap
    self.chrome = chrome
    shellKeys = [ShellCommand.help, .palette, .quit].compactMap { command in
      KeyBarEntry(
        CommandEntry(
          name: command.rawValue, help: chrome.phrases.shell(command),
          key: keymap.firstKey(for: command.rawValue, in: Keymap.common), reason: nil))
    }
  }

  /// True when the program should end.
  public var isFinished: Bool { hasQuit || layers.isEmpty }
  /// True while long work is under way.
  public var isWorking: Bool { layers.indices.contains { !layers[$0].work.isEmpty } }
  /// The screen that has the keys.
  public var top: (any Screen<Environment>)? { layers.last?.screen }
  /// The titles of the open screens, the first one first.
  public var titles: [String] {
    var titles: [String] = []
    titles.reserveCapacity(layers.count)
    for index in layers.indices {
      titles.append(layers[index].screen.title)
      if index > 0, let system = layers[index].screen.system { titles[0] = system }
    }
    return titles
  }
  /// What has been typed on the open screens and is not saved.
  public var unfinished: [Unfinished] { layers.compactMap(\.screen.unfinished) }
  /// What the status line says.
  public var noticeText: String? { notice?.text }
  /// Whether the person is told of something that went wrong: in the status line, or in a box.
  public var isComplaining: Bool {
    notice?.tone == .bad || notice?.tone == .complaint || layers.count > 1
  }

  public mutating func open(_ screen: any Screen<Environment>) -> [Job<Environment>] {
    let layer = Layer(
      number: nextNumber, screen: screen,
      commands: (shownKeys(of: screen) + screen.commandEntries(under: keymap))
        .compactMap(KeyBarEntry.init))
    nextNumber += 1
    if screen.isSealed {
      panel = nil
      layers.append(layer)
    } else {
      // What work below brings waits under a screen that covers everything.
      layers.insert(layer, at: layers.count - (top?.isSealed == true ? 1 : 0))
    }
    return perform(screen.started(as: layer.number), for: layer.number)
  }

  private func shownKeys(of screen: any Screen<Environment>) -> [CommandEntry] {
    // A box says how it is left: the way out of the program would stand there alone.
    let leaving: [Navigation] =
      screen.isOverlay && !screen.shownKeys.contains(.back) ? [.back] : []
    return (screen.shownKeys + leaving).map { key in
      CommandEntry(
        name: key.rawValue, help: screen.saying(of: key) ?? chrome.phrases.navigation(key),
        key: keymap.firstKey(for: key.rawValue, in: Keymap.common), reason: nil)
    }
  }

  /// Tells the screens that records or the day have changed: those in sight now, the others when
  /// they come into sight, so that a change costs what is looked at and not what is open.
  public mutating func markStale() -> [Job<Environment>] {
    for index in layers.indices { layers[index].isStale = true }
    return freshen()
  }

  /// Tells the screens in sight what they have missed.
  private mutating func freshen() -> [Job<Environment>] {
    let first = layers.lastIndex { !$0.screen.isOverlay } ?? 0
    return layers.dropFirst(first).filter(\.isStale).map(\.number).flatMap { number in
      guard let index = layers.firstIndex(where: { $0.number == number }) else {
        return [Job<Environment>]()
      }
      layers[index].isStale = false
      return perform(layers[index].screen.staled(layer: number), for: number)
    }
  }

  /// Tells screens how far their long work is; to be called a few times a second.
  public mutating func tick() -> [Job<Environment>] {
    layers.map(\.number).flatMap { number in
      guard let index = layers.firstIndex(where: { $0.number == number }),
        let snapshot = layers[index].work.last?.snapshot, snapshot != layers[index].shown
      else { return [Job<Environment>]() }
      layers[index].shown = snapshot
      return perform(layers[index].screen.progressed(snapshot, layer: number), for: number)
    }
  }

  /// Hands an answer to the screen that asked; dropped when that screen has closed.
  public mutating func take(_ answer: Answer<Environment>) -> [Job<Environment>] {
    guard let index = layers.firstIndex(where: { $0.number == answer.layer }) else { return [] }
    layers[index].work.removeAll { $0 === answer.progress }
    layers[index].shown = nil
    return perform(answer.deliver(&layers[index].screen), for: answer.layer)
  }

  /// Does the jobs, and those their answers ask for.
  ///
  /// - Parameters:
  ///   - jobs: What the stack returned.
  ///   - environment: What the work is done in.
  ///   - later: Takes long work to do it elsewhere; nil does it here and now, for tests.
  public mutating func settle(
    _ jobs: [Job<Environment>], in environment: Environment,
    later: ((Job<Environment>) -> Void)? = nil
  ) {
    var waiting = jobs[...]
    while let job = waiting.popFirst() {
      if job.isLong, let later {
        later(job)
      } else {
        waiting += take(job.perform(in: environment))
      }
    }
    // Who works here and on which day changes with work or with records, not with every key.
    if !jobs.isEmpty || topBar.isEmpty { refreshTopBar(in: environment) }
    if case .palette(var palette) = panel, !palette.isComplete {
      palette.complete(with: chrome.destinations(environment))
      panel = .palette(palette)
    }
  }

  mutating func refreshTopBar(in environment: Environment) {
    topBar = chrome.topBar(environment)
  }

  mutating func perform(
    _ steps: [Step<Environment>], for number: Int
  ) -> [Job<Environment>] {
    var jobs: [Job<Environment>] = []
    for step in steps { jobs += perform(step, for: number) }
    return jobs
  }

  private mutating func perform(
    _ step: Step<Environment>, for number: Int
  ) -> [Job<Environment>] {
    switch step {
    case .work(let job):
      if job.isLong, let index = layers.firstIndex(where: { $0.number == number }) {
        layers[index].work.append(job.progress)
      }
      return [job]
    case .cancelWork: layers.first { $0.number == number }?.cancelWork()
    case .open(let screen): return open(screen)
    case .replace(let screen):
      close { $0.number == number }
      return open(screen)
    case .restart(let screen):
      let first = layers.first?.number
      close { $0.number != first && !$0.screen.isSealed }
      return open(screen)
    case .unwind:
      let first = layers.first?.number
      close { $0.number != first && !$0.screen.isSealed }
      return freshen()
    case .close:
      close { $0.number == number }
      return freshen()
    case .notice(let text, let tone): notice = Notice(text, tone: tone)
    case .quit: hasQuit = true
    }
    return []
  }

  private mutating func close(where isClosing: (Layer) -> Bool) {
    for layer in layers where isClosing(layer) { layer.cancelWork() }
    layers.removeAll(where: isClosing)
  }

  mutating func quit() { hasQuit = true }

  /// Says a sentence in the status line, whatever screen is on top.
  mutating func say(_ text: String, _ tone: Tone) { notice = Notice(text, tone: tone) }
}

extension ScreenStack.Layer {
  func cancelWork() {
    for progress in work { progress.cancel() }
  }
}

extension Screen {
  fileprivate mutating func staled(layer: Int) -> [Step<Environment>] {
    advance(.stale, layer: layer)
  }

  fileprivate mutating func progressed(
    _ snapshot: Progress.Snapshot, layer: Int
  ) -> [Step<Environment>] {
    advance(.progress(snapshot), layer: layer)
  }
}
