/// A line of a keymap file that was skipped, and why.
public struct KeymapProblem: Equatable, Sendable {
  public enum Reason: Equatable, Sendable {
    /// Neither a comment, a `[section]` nor `name = keys`.
    case notABinding
    /// A binding before the first `[section]`.
    case outsideSection
    case unknownKey(String)
    /// The key already belongs to `command` in this section of the same file.
    case takenKey(String, command: String)
    /// The command has a line in this section already.
    case repeatedCommand(String)
    case unknownSection(String)
    case unknownCommand(String)
  }

  public var file: String
  /// 1-based.
  public var line: Int
  public var reason: Reason

  public init(file: String, line: Int, reason: Reason) {
    self.file = file
    self.line = line
    self.reason = reason
  }
}

/// The lines of a keymap file: comments gone, blanks trimmed, numbered.
///
/// Works on bytes: the files are read at every start, before the first screen.
struct KeymapLines {
  enum Line {
    case section(String)
    case binding(name: String, value: ArraySlice<UInt8>)
    case other
  }

  private static let newline = UInt8(ascii: "\n")
  private static let hash = UInt8(ascii: "#")
  private static let open = UInt8(ascii: "[")
  private static let close = UInt8(ascii: "]")
  private static let equals = UInt8(ascii: "=")

  /// Calls `body` for each line that says something.
  static func read(_ text: String, body: (_ number: Int, _ line: Line) -> Void) {
    let bytes = Array(text.utf8)
    var start = 0
    var number = 0
    while start < bytes.count {
      number += 1
      let end = bytes[start...].firstIndex(of: newline) ?? bytes.count
      let line = trimmed(bytes[start..<end])
      start = end + 1
      guard let first = line.first, first != hash else { continue }
      body(number, parsed(line))
    }
  }

  private static func parsed(_ line: ArraySlice<UInt8>) -> Line {
    if line.first == open, line.last == close, line.count > 2 {
      return .section(
        String(decoding: trimmed(line.dropFirst().dropLast()), as: UTF8.self))
    }
    guard let mark = line.firstIndex(of: equals), mark > line.startIndex else { return .other }
    let value = trimmed(line[(mark + 1)...])
    guard !value.isEmpty else { return .other }
    return .binding(
      name: String(decoding: trimmed(line[..<mark]), as: UTF8.self), value: value)
  }

  /// The parts between commas, blanks trimmed.
  static func parts(_ value: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    value.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map(trimmed)
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var slice = bytes
    while let byte = slice.first, byte == 0x20 || byte == 0x09 || byte == 0x0D {
      slice.removeFirst()
    }
    while let byte = slice.last, byte == 0x20 || byte == 0x09 || byte == 0x0D { slice.removeLast() }
    return slice
  }
}

extension Keymap {
  /// Reads a keymap file; bad lines are reported and skipped, the rest holds.
  ///
  /// - Parameters:
  ///   - text: Sections `[name]` with lines `command = key, key` or `command = unbound`.
  ///   - file: The name that problems carry.
  /// - Returns: What could be read, and the lines that could not.
  public static func parse(
    _ text: String, file: String
  ) -> (keymap: Keymap, problems: [KeymapProblem]) {
    var reader = KeymapReader(file: file)
    KeymapLines.read(text) { reader.take($1, number: $0) }
    return reader.finished()
  }
}

/// Builds a keymap line by line.
private struct KeymapReader {
  private static let unbound = Array("unbound".utf8)

  private let file: String
  private var keymap = Keymap()
  private var problems: [KeymapProblem] = []
  /// The section being read, and its name.
  private var section = Keymap.Section()
  private var name: String?

  init(file: String) {
    self.file = file
  }

  mutating func finished() -> (keymap: Keymap, problems: [KeymapProblem]) {
    store()
    return (keymap, problems)
  }

  mutating func take(_ line: KeymapLines.Line, number: Int) {
    switch line {
    case .section(let name):
      store()
      self.name = name
      section = keymap[section: name]
    case .binding(let command, let value):
      guard name != nil else { return report(.outsideSection, number) }
      bind(command, KeymapLines.parts(value), number)
    case .other:
      report(.notABinding, number)
    }
  }

  private mutating func store() {
    if let name { keymap[section: name] = section }
  }

  private mutating func bind(_ command: String, _ parts: [ArraySlice<UInt8>], _ number: Int) {
    guard section.positions[command] == nil else {
      return report(.repeatedCommand(command), number)
    }
    var keys: [Key] = []
    for part in parts where parts.count > 1 || !part.elementsEqual(Self.unbound) {
      guard let key = Key(notation: part) else {
        report(.unknownKey(String(decoding: part, as: UTF8.self)), number)
        continue
      }
      if let owner = section.commands[key] {
        report(.takenKey(String(decoding: part, as: UTF8.self), command: owner), number)
      } else if !keys.contains(key) {
        keys.append(key)
      }
    }
    section.bind(command, to: keys, line: number)
  }

  private mutating func report(_ reason: KeymapProblem.Reason, _ number: Int) {
    problems.append(KeymapProblem(file: file, line: number, reason: reason))
  }
}
