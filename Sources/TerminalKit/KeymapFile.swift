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
  static func parts(_ value: ArraySlice<UInt8>) -> [String] {
    value.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
      .map { String(decoding: trimmed($0), as: UTF8.self) }
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
    return (reader.keymap, reader.problems)
  }
}

/// Builds a keymap line by line.
private struct KeymapReader {
  let file: String
  var keymap = Keymap()
  var problems: [KeymapProblem] = []
  private var section: String?

  init(file: String) {
    self.file = file
  }

  mutating func take(_ line: KeymapLines.Line, number: Int) {
    switch line {
    case .section(let name):
      section = name
      keymap.addSection(name)
    case .binding(let name, let value):
      guard let section else { return report(.outsideSection, number) }
      bind(name, KeymapLines.parts(value), in: section, number)
    case .other:
      report(.notABinding, number)
    }
  }

  private mutating func bind(
    _ command: String, _ parts: [String], in section: String, _ number: Int
  ) {
    guard keymap.keys(for: command, in: section) == nil else {
      return report(.repeatedCommand(command), number)
    }
    var keys: [Key] = []
    for part in parts where parts.count > 1 || part != "unbound" {
      guard let key = Key(notation: part) else {
        report(.unknownKey(part), number)
        continue
      }
      if let owner = keymap.command(for: key, in: section) {
        report(.takenKey(part, command: owner), number)
      } else if !keys.contains(key) {
        keys.append(key)
      }
    }
    keymap.bind(command, to: keys, in: section, line: number)
  }

  private mutating func report(_ reason: KeymapProblem.Reason, _ number: Int) {
    problems.append(KeymapProblem(file: file, line: number, reason: reason))
  }
}
