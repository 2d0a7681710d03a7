/// How each tone looks.
///
/// A theme file has one line per tone: `tone = foreground on background, bold`. Colours are the
/// sixteen names, a number 0…255, or `default`; after `;` may stand what terminals with fewer
/// colours show. `#` begins a comment. A tone without a line looks like `body`.
public struct Theme: Equatable, Sendable {
  /// A colour of the terminal.
  public enum Colour: Equatable, Sendable {
    /// The terminal's own foreground or background.
    case standard
    /// 0…7 normal, 8…15 bright, 16…255 of the cube and the greys.
    case number(UInt8)
  }

  public struct Attributes: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    public static let bold = Attributes(rawValue: 1)
    public static let underline = Attributes(rawValue: 2)
    public static let reverse = Attributes(rawValue: 4)
    public static let dim = Attributes(rawValue: 8)
  }

  public struct Style: Equatable, Sendable {
    public var foreground: Colour
    public var background: Colour
    public var attributes: Attributes

    public init(
      _ foreground: Colour = .standard, on background: Colour = .standard,
      _ attributes: Attributes = []
    ) {
      self.foreground = foreground
      self.background = background
      self.attributes = attributes
    }
  }

  /// A line of a theme file that cannot be read.
  public struct Problem: Equatable, Sendable {
    public var line: Int
    public var text: String
  }

  /// The name a person chooses it by.
  public var name: String
  private var styles: [Style]
  /// What the tones look like with only eight colours.
  private var plainStyles: [Style]

  /// A theme that uses no colour at all, only bold, underline, reverse and dim.
  public static let monochrome = Theme(
    name: "monochrome",
    styles: Tone.allCases.map { tone in
      switch tone {
      case .body, .border, .input: Style()
      case .strong, .title, .heading, .good, .publicButton: Style(.standard, on: .standard, .bold)
      case .dimmed: Style(.standard, on: .standard, .dim)
      case .bar, .key, .selectedDimmed: Style(.standard, on: .standard, .reverse)
      case .selected: Style(.standard, on: .standard, [.reverse, .bold])
      case .inputFocused: Style(.standard, on: .standard, .underline)
      case .complaint, .bad: Style(.standard, on: .standard, [.bold, .underline])
      case .warning, .starred: Style(.standard, on: .standard, [.bold])
      }
    })

  private init(name: String, styles: [Style]) {
    self.name = name
    self.styles = styles
    plainStyles = styles
  }

  /// Reads a theme file; lines that cannot be read are reported and skipped.
  ///
  /// - Parameters:
  ///   - text: The whole file.
  ///   - name: The name of the theme.
  /// - Returns: The theme, and the lines that were skipped.
  public static func parse(_ text: String, name: String) -> (theme: Theme, problems: [Problem]) {
    var rich: [Tone: Style] = [:]
    var plain: [Tone: Style] = [:]
    var problems: [Problem] = []
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    for (index, line) in lines.enumerated() {
      let rule = line.prefix { $0 != "#" }.trimmed
      guard !rule.isEmpty else { continue }
      guard let (tone, style, fewer) = entry(rule) else {
        problems.append(Problem(line: index + 1, text: String(line)))
        continue
      }
      rich[tone] = style
      plain[tone] = fewer
    }
    let body = rich[.body] ?? Style()
    let plainBody = plain[.body] ?? body
    var theme = Theme(name: name, styles: Tone.allCases.map { rich[$0] ?? body })
    theme.plainStyles = Tone.allCases.map { plain[$0] ?? rich[$0] ?? plainBody }
    return (theme, problems)
  }

  /// How a tone looks on a terminal with this many colours; below 8 it is monochrome.
  public func style(of tone: Tone, colours: Int) -> Style {
    let index = Int(tone.rawValue)
    if colours >= 256 { return styles[index] }
    guard colours >= 8 else { return Theme.monochrome.styles[index] }
    var style = plainStyles[index]
    style.fit(into: colours)
    return style
  }

  private static func entry(_ rule: Substring) -> (Tone, Style, Style?)? {
    let sides = rule.split(separator: "=", maxSplits: 1).map(\.trimmed)
    guard sides.count == 2, let tone = Tone(name: sides[0]) else { return nil }
    let looks = sides[1].split(separator: ";", maxSplits: 1).map(\.trimmed)
    guard let first = looks.first, let style = Style(first) else { return nil }
    guard looks.count == 2 else { return (tone, style, nil) }
    guard let fewer = Style(looks[1]) else { return nil }
    return (tone, style, fewer)
  }
}

extension Tone {
  /// The tone with this name of the enumeration.
  init?(name: Substring) {
    guard let tone = Self.named[name] else { return nil }
    self = tone
  }

  /// Looked up once: asking the enumeration for a name goes through reflection.
  private static let named = Dictionary(
    uniqueKeysWithValues: allCases.map { (Substring("\($0)"), $0) })
}

extension Theme.Style {
  /// Reads `yellow on blue, bold`.
  fileprivate init?(_ text: Substring) {
    let parts = text.split(separator: ",").map(\.trimmed)
    guard let colours = parts.first else { return nil }
    let words = colours.split(separator: " ")
    guard words.count == 1 || (words.count == 3 && words[1] == "on"),
      let foreground = Theme.Colour(words[0]),
      let background = Theme.Colour(words.count == 3 ? words[2] : "default")
    else { return nil }
    self.init(foreground, on: background)
    for part in parts.dropFirst() {
      switch part {
      case "bold": attributes.insert(.bold)
      case "underline": attributes.insert(.underline)
      case "reverse": attributes.insert(.reverse)
      case "dim": attributes.insert(.dim)
      default: return nil
      }
    }
  }

  /// Replaces colours the terminal does not have; a bright one becomes bold.
  fileprivate mutating func fit(into colours: Int) {
    if case .number(let number) = foreground {
      if number > 15 { foreground = .standard }
      if (8...15).contains(number), colours < 16 {
        foreground = .number(number - 8)
        attributes.insert(.bold)
      }
    }
    if case .number(let number) = background {
      if number > 15 { background = .standard }
      if (8...15).contains(number), colours < 16 { background = .number(number - 8) }
    }
  }
}

extension Theme.Colour {
  private static let names: [Substring] = [
    "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white",
  ]

  fileprivate init?(_ word: Substring) {
    if word == "default" {
      self = .standard
    } else if let number = UInt8(word) {
      self = .number(number)
    } else if let index = Self.names.firstIndex(of: word) {
      self = .number(UInt8(index))
    } else if word.hasPrefix("bright-"),
      let index = Self.names.firstIndex(of: word.dropFirst("bright-".count))
    {
      self = .number(UInt8(index + 8))
    } else {
      return nil
    }
  }
}

extension Substring {
  fileprivate var trimmed: Substring {
    var text = self
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
