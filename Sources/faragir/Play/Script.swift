import Persian
import Screens
import TerminalKit
import Training

/// A key script: one action a line, so that what a person would do can be played and checked.
struct Script: Equatable {
  enum Action: Equatable {
    case keys([Key])
    case type(String)
    /// The security code that the login card shows at this moment (`type @code`).
    case typeCode
    /// Types each value and leaves its field with Enter; an empty value goes on with Tab.
    case fill([String])
    /// Opens a place or does a command by its name, through the palette.
    case go(String)
    /// The screen must show a text.
    case expect(String)
    /// The screen must not show a text.
    case absent(String)
    /// Prints the screen in reading order.
    case frame
    case resize(Size)
    /// The clock goes to a minute of a day.
    case now(JalaliDate, minute: Int)
    case login(Login)
  }

  /// Who logs in: whoever is in leaves, the card of the role's section is filled, and a given
  /// password is changed where the account must change it.
  struct Login: Equatable {
    let role: Role
    let username: String
    let password: String
    let newPassword: String?
  }

  /// Where a line stands.
  struct Place: Equatable {
    /// The name of the file; empty for a text that came from no file.
    let file: String
    /// Counted from 1, comments and empty lines included.
    let line: Int
  }

  struct Line: Equatable {
    let place: Place
    let action: Action
  }

  private(set) var lines: [Line] = []

  /// Reads a script that stands alone: it includes nothing.
  init(_ text: String) throws(ScriptProblem) { try read(text, file: "", including: []) }

  /// Reads a script from a file, `-` for standard input; what it includes lies beside it.
  init(file: String) throws {
    let bytes = try FileBytes.read(file, limit: 1 << 24)
    try read(
      String(decoding: bytes, as: UTF8.self), file: file == "-" ? "" : file, including: [file])
  }

  /// Adds the lines of a text; the first that is no action stops it.
  private mutating func read(
    _ text: String, file: String, including chain: [String]
  ) throws(ScriptProblem) {
    for (index, raw) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let line = raw.last == "\r" ? raw.dropLast() : raw
      let words = line.drop { $0 == " " || $0 == "\t" }
      guard let first = words.first, first != "#" else { continue }
      let place = Place(file: String(file[file.nameStart...]), line: index + 1)
      if words.hasPrefix("include ") {
        try include(String(words.dropFirst(8)), beside: file, chain, at: place)
        continue
      }
      guard let action = Self.action(words, beside: file) else {
        throw ScriptProblem(place: place, kind: .unknownAction(String(words)))
      }
      lines.append(Line(place: place, action: action))
    }
  }

  private mutating func include(
    _ name: String, beside file: String, _ chain: [String], at place: Place
  ) throws(ScriptProblem) {
    let path = file[..<file.nameStart] + name
    guard !chain.contains(String(path)) else {
      throw ScriptProblem(place: place, kind: .cycle(name))
    }
    guard !chain.isEmpty, let bytes = try? FileBytes.read(String(path), limit: 1 << 24) else {
      throw ScriptProblem(place: place, kind: .noFile(name))
    }
    try read(
      String(decoding: bytes, as: UTF8.self), file: String(path),
      including: chain + [String(path)])
  }
}

extension Script {
  private static func action(_ line: Substring, beside file: String) -> Action? {
    let parts = line.split(separator: " ", maxSplits: 1)
    let rest = parts.count > 1 ? String(parts[1]) : ""
    switch (parts[0], rest.isEmpty) {
    case ("frame", true): return .frame
    case ("key", false): return Key(notation: rest).map { .keys([$0]) }
    case ("keys", false): return keys(rest)
    case ("type", false): return typing(rest, beside: file)
    case ("fill", false): return .fill(values(rest))
    case ("go", false): return .go(rest)
    case ("expect", false): return .expect(rest)
    case ("absent", false): return .absent(rest)
    case ("resize", false): return Size(notation: rest).map(Action.resize)
    case ("now", false): return moment(rest)
    case ("login", false): return login(rest)
    default: return nil
    }
  }

  /// `Down*3 Enter`: keys after one another, each as often as it says.
  private static func keys(_ text: String) -> Action? {
    var keys: [Key] = []
    for word in text.split(separator: " ") {
      let parts = word.split(separator: "*")
      let count = parts.count == 2 ? Int(parts[1]) : 1
      guard let key = Key(notation: String(parts.first ?? word)), let count,
        parts.count < 3, (1...99).contains(count)
      else { return nil }
      keys += repeatElement(key, count: count)
    }
    return .keys(keys)
  }

  /// `@code` is the code that is shown, `@beside NAME` the path of a file beside the script.
  private static func typing(_ text: String, beside file: String) -> Action {
    if text == "@code" { return .typeCode }
    guard text.hasPrefix("@beside ") else { return .type(text) }
    return .type(String(file[..<file.nameStart]) + text.dropFirst(8))
  }

  private static func values(_ text: String) -> [String] {
    text.split(separator: "|", omittingEmptySubsequences: false).map { Normalizer.line(String($0)) }
  }

  /// `1405/02/20` at ten o'clock, or `1405/02/20 14:30`.
  private static func moment(_ text: String) -> Action? {
    let parts = text.split(separator: " ")
    guard let first = parts.first, parts.count < 3,
      let day = try? JalaliDate(parsing: String(first))
    else { return nil }
    guard parts.count == 2 else { return .now(day, minute: 10 * 60) }
    let clock = parts[1].split(separator: ":").compactMap { Int($0) }
    guard clock.count == 2, (0..<24).contains(clock[0]), (0..<60).contains(clock[1]) else {
      return nil
    }
    return .now(day, minute: clock[0] * 60 + clock[1])
  }

  private static func login(_ text: String) -> Action? {
    let words = text.split(separator: " ").map(String.init)
    guard (3...4).contains(words.count), let role = Role(rawValue: words[0]) else { return nil }
    return .login(
      Login(
        role: role, username: words[1], password: words[2],
        newPassword: words.count == 4 ? words[3] : nil))
  }
}

/// Why a script cannot be read, or where it stopped.
struct ScriptProblem: Error, Equatable {
  enum Kind: Error, Equatable {
    case unknownAction(String)
    case notShown(String)
    case shown(String)
    case noCode
    case ended
    case noFile(String)
    case cycle(String)
    /// The way to a login is barred: something unsaved, another question, another screen.
    case noLogin(String)
    /// The clock of these records cannot be set.
    case fixedClock
  }

  let place: Script.Place
  let kind: Kind
  /// The screen as it was, in reading order; empty before anything was shown.
  var frame = ""

  /// What happened and on which line, then the screen.
  var sentence: String {
    let what =
      switch kind {
      case .unknownAction(let text): CommandLinePhrases.Play.unknownAction(text)
      case .notShown(let text): CommandLinePhrases.Play.notShown(text)
      case .shown(let text): CommandLinePhrases.Play.shown(text)
      case .noCode: CommandLinePhrases.Play.noCode
      case .ended: CommandLinePhrases.Play.ended
      case .noFile(let name): CommandLinePhrases.Play.noFile(name)
      case .cycle(let name): CommandLinePhrases.Play.cycle(name)
      case .noLogin(let user): CommandLinePhrases.Play.noLogin(user)
      case .fixedClock: CommandLinePhrases.Play.fixedClock
      }
    let sentence = CommandLinePhrases.Play.at(place.file, place.line, what)
    return frame.isEmpty ? sentence : "\(sentence)\n\(frame)"
  }
}

extension String {
  /// Where the name of a file begins in its path.
  fileprivate var nameStart: Index { lastIndex(of: "/").map(index(after:)) ?? startIndex }
}

extension Size {
  /// `30x100`: rows, then columns; 1…999 each.
  init?(notation: String) {
    let parts = notation.split(separator: "x", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int($0) }.filter { (1...999).contains($0) }
    guard parts.count == 2, numbers.count == 2 else { return nil }
    self.init(rows: numbers[0], columns: numbers[1])
  }
}
