import Screens
import TerminalKit

/// A key script: one action a line, so that what a person would do can be played and checked.
struct Script: Equatable {
  enum Action: Equatable {
    case key(Key)
    case type(String)
    /// The security code that the login card shows at this moment (`type @code`).
    case typeCode
    /// The screen must show a text.
    case expect(String)
    /// The screen must not show a text.
    case absent(String)
    /// Prints the screen in reading order.
    case frame
    case resize(Size)
  }

  struct Line: Equatable {
    /// Counted from 1, comments and empty lines included.
    let number: Int
    let action: Action
  }

  let lines: [Line]

  /// Reads a script; the first line that is no action stops it.
  init(_ text: String) throws(ScriptProblem) {
    var lines: [Line] = []
    for (index, raw) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let line = raw.last == "\r" ? raw.dropLast() : raw
      let words = line.drop { $0 == " " || $0 == "\t" }
      guard let first = words.first, first != "#" else { continue }
      guard let action = Self.action(words) else {
        throw ScriptProblem(line: index + 1, kind: .unknownAction(String(words)))
      }
      lines.append(Line(number: index + 1, action: action))
    }
    self.lines = lines
  }

  private static func action(_ line: Substring) -> Action? {
    let parts = line.split(separator: " ", maxSplits: 1)
    let rest = parts.count > 1 ? String(parts[1]) : ""
    switch (parts[0], rest.isEmpty) {
    case ("frame", true): return .frame
    case ("key", false): return Key(notation: rest).map(Action.key)
    case ("type", false): return rest == "@code" ? .typeCode : .type(rest)
    case ("expect", false): return .expect(rest)
    case ("absent", false): return .absent(rest)
    case ("resize", false): return Size(notation: rest).map(Action.resize)
    default: return nil
    }
  }
}

/// Why a script cannot be read, or where it stopped.
struct ScriptProblem: Error, Equatable {
  enum Kind: Equatable {
    case unknownAction(String)
    case notShown(String)
    case shown(String)
    case noCode
    case ended
  }

  let line: Int
  let kind: Kind
  /// The screen as it was, in reading order; empty before anything was shown.
  var frame = ""

  /// What happened and on which line, then the screen.
  var sentence: String {
    let sentence =
      switch kind {
      case .unknownAction(let text): CommandLinePhrases.Play.unknownAction(line, text)
      case .notShown(let text): CommandLinePhrases.Play.notShown(line, text)
      case .shown(let text): CommandLinePhrases.Play.shown(line, text)
      case .noCode: CommandLinePhrases.Play.noCode(line)
      case .ended: CommandLinePhrases.Play.ended(line)
      }
    return frame.isEmpty ? sentence : "\(sentence)\n\(frame)"
  }
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
