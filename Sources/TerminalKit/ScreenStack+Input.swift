extension ScreenStack {
  /// A key press: resolved through the keymap, delivered to the panel or screen on top.
  public mutating func press(_ key: Key) -> [Job<Environment>] {
    notice = nil
    if panel != nil { return pressPanel(key) }
    guard !layers.isEmpty else { return [] }
    let meaning = meaning(of: key)
    switch meaning {
    case .shell(let command): return run(command)
    case .command(let name): return command(name)
    case .navigate, .text: return deliver(meaning)
    case .nothing: return []
    }
  }

  /// What a key means on the screen on top; looked up once for each layer.
  private mutating func meaning(of key: Key) -> Meaning {
    let top = layers.count - 1
    let wantsText = layers[top].screen.wantsText
    if !wantsText, let known = layers[top].meanings[key] { return known }
    let meaning = layers[top].screen.meaning(of: key, under: keymap)
    if !wantsText, !meaning.isText { layers[top].meanings[key] = meaning }
    return meaning
  }

  /// A bracketed paste; data, never commands.
  public mutating func paste(_ scalars: [UInt32]) -> [Job<Environment>] {
    notice = nil
    let text = Meaning.text(TypedText(scalars, isPaste: true))
    if panel != nil { return deliverToPanel(text) }
    return deliver(text)
  }

  /// A press of the mouse's first button at `point` of the whole picture, in reading order.
  public mutating func click(_ point: Point, in size: Size) -> [Job<Environment>] {
    guard panel == nil, let layer = layers.last else { return [] }
    let layout = layout(of: size)
    if point.row == layout.keyRow { return clickKey(at: point.column, in: size.columns) }
    let area = layout.content
    guard area.contains(point) else { return [] }
    let inside = Point(
      row: point.row - area.origin.row, column: point.column - area.origin.column)
    return perform(
      layers[layers.count - 1].screen.receive(click: inside, layer: layer.number),
      for: layer.number)
  }

  private mutating func clickKey(at column: Int, in width: Int) -> [Job<Environment>] {
    guard let name = command(atKeyBar: column, in: width) else { return [] }
    notice = nil
    if let command = ShellCommand(rawValue: name) { return run(command) }
    // A common key in the bar is pressed as on the keyboard, unless the screen has such a command.
    if let key = layers.last?.screen.shownKeys.first(where: { $0.rawValue == name }) {
      return deliver(.navigate(key))
    }
    return command(name)
  }

  /// Turns of the mouse's wheel: steps down, negative for up.
  public mutating func scroll(_ steps: Int) -> [Job<Environment>] {
    let move = Meaning.navigate(steps < 0 ? .up : .down)
    return (0..<min(abs(steps), 20)).flatMap { _ in
      panel == nil ? deliver(move) : deliverToPanel(move)
    }
  }

  /// Performs the command `name` of the screen on top, or says why it is closed.
  public mutating func command(_ name: String) -> [Job<Environment>] {
    if let reason = layers.last?.screen.reasonClosed(named: name) {
      notice = Notice(reason, tone: .warning)
      return []
    }
    return deliver(.command(name))
  }

  private mutating func deliver(_ meaning: Meaning) -> [Job<Environment>] {
    guard !layers.isEmpty else { return [] }
    let top = layers.count - 1
    let number = layers[top].number
    return perform(layers[top].screen.receive(meaning, layer: number), for: number)
  }

  private mutating func run(_ command: ShellCommand) -> [Job<Environment>] {
    guard top?.isSealed != true || command == .quit else { return [] }
    switch command {
    case .help: openHelp()
    case .palette: openPalette()
    case .quit: askToQuit()
    }
    return []
  }

  private mutating func askToQuit() {
    guard layers.contains(where: \.screen.hasUnsavedWork) else { return quit() }
    panel = .quit(
      Dialog(
        question: chrome.phrases.quitLosesWork,
        choices: [chrome.phrases.no, chrome.phrases.yes]))
  }

  private mutating func openHelp() {
    guard let screen = layers.last?.screen else { return }
    panel = .help(
      HelpOverlay(
        title: screen.title, paragraphs: chrome.helpText(screen.helpPage) + screen.helpNotes,
        entries: screen.commandEntries(under: keymap), section: screen.sectionName,
        keymap: keymap, phrases: chrome.phrases))
  }

  private mutating func openPalette() {
    guard let screen = layers.last?.screen else { return }
    panel = .palette(CommandPalette(entries: screen.commandEntries(under: keymap)))
  }

  private mutating func pressPanel(_ key: Key) -> [Job<Environment>] {
    let wantsText = panel?.wantsText ?? false
    let meaning = keymap.meaning(
      of: key, on: Keymap.common, wantsText: wantsText, isCommand: { _ in false })
    if case .shell(let command) = meaning {
      let isAgain = panel?.command == command
      panel = nil
      return isAgain ? [] : run(command)
    }
    return deliverToPanel(meaning)
  }

  private mutating func deliverToPanel(_ meaning: Meaning) -> [Job<Environment>] {
    guard let outcome = panel?.receive(meaning) else { return [] }
    switch outcome {
    case .stay: return []
    case .close: panel = nil
    case .quit: quit()
    case .command(let name):
      panel = nil
      return command(name)
    case .go(let effect):
      panel = nil
      guard let number = layers.last?.number else { return [] }
      return perform(steps(of: effect), for: number)
    }
    return []
  }

  /// The steps of a destination, which waits for no reply.
  private func steps(of effect: Effect<Environment, Never>) -> [Step<Environment>] {
    switch effect {
    case .open(let screen): [.open(screen)]
    case .replace(let screen): [.replace(screen)]
    case .restart(let screen): [.restart(screen)]
    case .unwind: [.unwind]
    case .close: [.close]
    case .notice(let text, let tone): [.notice(text, tone)]
    case .quit: [.quit]
    case .all(let effects): effects.flatMap(steps)
    case .none, .cancelWork, .run, .background: []
    }
  }
}
