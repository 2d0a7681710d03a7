/// Finds out what the terminal does with right-to-left text, from its environment and answers.
///
/// Nothing is waited for: the first picture goes out by `guess`, and when the last answer (DA1)
/// has come, `verdict` settles it. Facts about terminals are those measured for this program; a
/// terminal whose setting cannot be asked for has a verdict that is not certain.
public struct TerminalProbe: Sendable {
  /// XTVERSION, DA2, DA3, DECRQM of mode 8 (ECMA-48 BDSM), kitty keyboard, the background's colour,
  /// and DA1 as end mark.
  public static let questions =
    "\u{1B}[>q\u{1B}[>c\u{1B}[=c\u{1B}[8$p\u{1B}[?u\u{1B}]11;?\u{1B}\\\u{1B}[c"

  private let environment: [String: String]
  private var version = ""
  private var secondary: [Int] = []
  private var unit = ""
  private var bidiMode = 0
  private var hasKeyboardProtocol = false
  private var isLight = false

  public init(environment: [String: String]) {
    self.environment = environment
  }

  /// False where asking is useless or would print the questions.
  public var shouldAsk: Bool { kind != "linux" }

  /// Takes an answer.
  ///
  /// - Returns: True after the last one.
  public mutating func take(_ reply: TerminalReply) -> Bool {
    switch reply {
    case .version(let text): version = text
    case .secondary(let numbers): secondary = numbers
    case .tertiary(let text): unit = text.uppercased()
    case .mode(8, let state, false): bidiMode = state
    case .mode: break
    case .keyboard: hasKeyboardProtocol = true
    case .background(let isLight): self.isLight = isLight
    case .primary: return true
    }
    return false
  }

  private var kind: String { environment["TERM"] ?? "" }
  private var isInTmux: Bool { has("TMUX") || kind.hasPrefix("tmux") }
  private var isInScreen: Bool { !isInTmux && (has("STY") || kind.hasPrefix("screen")) }
  private func has(_ name: String) -> Bool { !(environment[name] ?? "").isEmpty }

  /// What is sent before any answer.
  public var guess: TerminalVerdict {
    var verdict = guessByEnvironment
    verdict.isCertain = kind == "linux"
    verdict.identity = identity
    return verdict
  }

  private var guessByEnvironment: TerminalVerdict {
    if kind == "linux" { return .linuxConsole }
    if isInTmux { return tmux }
    if isInScreen { return screen }
    if kind.hasPrefix("mlterm") || has("MLTERM") { return .mlterm }
    if kind == "xterm-kitty" { return .kitty }
    if has("KONSOLE_VERSION") { return .konsole }
    if has("VTE_VERSION") { return .vte }
    return TerminalVerdict(name: "", order: .explicit)
  }

  /// What the answers say; `guess` where they say nothing.
  public var verdict: TerminalVerdict {
    var verdict = verdictByAnswers
    verdict.hasKeyboardProtocol = hasKeyboardProtocol
    verdict.isLight = isLight
    verdict.identity = identity
    return verdict
  }

  private var verdictByAnswers: TerminalVerdict {
    if kind == "linux" { return .linuxConsole }
    if isInTmux || version.hasPrefix("tmux") || secondary.first == 84 { return tmux }
    if isInScreen || secondary.first == 83 { return screen }
    if version.hasPrefix("Konsole") || unit == "7E4B4445" { return .konsole }
    if secondary.first == 24 { return .mlterm }
    if secondary.starts(with: [0, 136]) { return .putty }
    if version.hasPrefix("kitty") || kind == "xterm-kitty" { return .kitty }
    switch bidiMode {
    case 1, 2: return .vte
    case 3: return TerminalVerdict(name: "", order: .implicit, isCertain: true)
    default: break
    }
    if secondary.first == 77 { return .vte }
    // These show cells as they are sent.
    let plain = ["XTerm", "foot", "ghostty", "xterm.js", "WezTerm", "alacritty", "iTerm2"]
    if let name = plain.first(where: version.hasPrefix) {
      return TerminalVerdict(name: name, order: .explicit, isCertain: name != "iTerm2")
    }
    if secondary.first == 85 {
      return TerminalVerdict(name: "rxvt-unicode", order: .explicit, isCertain: true)
    }
    if secondary.first == 41 {
      return TerminalVerdict(name: "XTerm", order: .explicit, isCertain: true)
    }
    var guess = guessByEnvironment
    guess.isCertain = false
    return guess
  }

  /// tmux swallows the switches, so a terminal behind it keeps ordering the rows.
  private var tmux: TerminalVerdict {
    let ordersRows = has("VTE_VERSION") || has("KONSOLE_VERSION")
    return TerminalVerdict(name: "tmux", order: ordersRows ? .implicit : .explicit)
  }

  /// screen hands a DCS on to the terminal it runs in.
  private var screen: TerminalVerdict {
    let inner: TerminalVerdict = has("KONSOLE_VERSION") ? .konsole : .vteSwitch
    func wrapped(_ text: String) -> String { "\u{1B}P\(text)\u{1B}\\" }
    return TerminalVerdict(
      name: "screen", order: .explicit, start: wrapped(inner.start), end: wrapped(inner.end))
  }

  /// Names this kind of terminal, to remember a person's answer for it.
  private var identity: String {
    var parts = [kind, verdictByAnswers.name]
    parts += ["TERM_PROGRAM", "VTE_VERSION", "KONSOLE_VERSION"].filter(has)
    if !version.isEmpty { parts.append(version) }
    if !secondary.isEmpty { parts.append(secondary.map(String.init).joined(separator: ";")) }
    return parts.joined(separator: " ")
  }
}
