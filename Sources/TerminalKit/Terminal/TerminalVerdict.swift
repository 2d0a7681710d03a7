/// What a terminal is and what must be sent to it before and after the program.
public struct TerminalVerdict: Equatable, Sendable {
  /// The terminal's own name, empty when unknown.
  public var name: String
  public var encoding: TerminalEncoding
  /// False when a person should be asked which line reads right.
  public var isCertain: Bool
  /// Whether keys can be asked for in the kitty keyboard protocol.
  public var hasKeyboardProtocol = false
  /// Whether the background is said to be light.
  public var isLight = false
  /// True on a Linux console whose font cannot show Persian: a person must load another one
  /// (`setfont Arabic-Fixed16`, of the packages console-setup or kbd).
  public var lacksLetters = false
  /// The kind of terminal, to remember a person's answer for it.
  public var identity = ""
  /// Sent with the cursor in column 0, before the screen is cleared.
  public var start: String
  /// Undoes `start`.
  public var end: String

  public init(
    name: String, order: TerminalEncoding.Order, isCertain: Bool = false, start: String = "",
    end: String = ""
  ) {
    self.name = name
    encoding = TerminalEncoding(order)
    self.isCertain = isCertain
    self.start = start
    self.end = end
  }

  /// The Linux console orders nothing and shows marks beside the letters.
  public static var linuxConsole: TerminalVerdict {
    var verdict = TerminalVerdict(name: "linux", order: .explicit, isCertain: true)
    verdict.encoding.showsMarks = false
    verdict.encoding.hasPersianDigits = false
    return verdict
  }

  /// VTE: BDSM explicit, left-to-right cells, no guessing of directions, no mirrored boxes, no
  /// swapped arrows ("BiDi in Terminal Emulators", terminal-wg).
  static let vte = TerminalVerdict(
    name: "VTE", order: .explicit, isCertain: true,
    start: "\u{1B}[8l\u{1B}[1 k\u{1B}[?2501l\u{1B}[?2500l\u{1B}[?1243l",
    end: "\u{1B}[8h\u{1B}[0 k\u{1B}[?1243h")

  /// Only BDSM, for terminals behind another one.
  static let vteSwitch = TerminalVerdict(
    name: "VTE", order: .explicit, start: "\u{1B}[8l", end: "\u{1B}[8h")

  static let konsole = TerminalVerdict(
    name: "Konsole", order: .explicit, isCertain: true,
    start: "\u{1B}]50;BidiRenderingEnabled=false\u{7}",
    end: "\u{1B}]50;BidiRenderingEnabled=true\u{7}")

  static let mlterm = TerminalVerdict(
    name: "mlterm", order: .explicit, isCertain: true,
    start: "\u{1B}]5379;use_ctl=false\u{7}", end: "\u{1B}]5379;use_ctl=true\u{7}")

  /// PuTTY and kitty can be set to order nothing, and say nothing about it.
  static let putty = TerminalVerdict(name: "PuTTY", order: .putty)
  static let kitty = TerminalVerdict(name: "kitty", order: .kitty)
}
