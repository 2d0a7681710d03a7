/// Which key of the Latin layout a letter of another layout lies on.
///
/// Terminals report the letter, never the key, so without this table every single-letter command
/// dies when the Persian layout is on.
public struct KeyboardLayout: Equatable, Sendable {
  private var latin: [UInt32: UInt32] = [:]

  public init() {}

  public var isEmpty: Bool { latin.isEmpty }

  /// Reads `[layout]` with lines `letter = latin letter`; bad lines are reported and skipped.
  public static func parse(
    _ text: String, file: String
  ) -> (layout: KeyboardLayout, problems: [KeymapProblem]) {
    var layout = KeyboardLayout()
    var problems: [KeymapProblem] = []
    KeymapLines.read(text) { number, line in
      let reason: KeymapProblem.Reason?
      switch line {
      case .section("layout"): reason = nil
      case .section(let name): reason = .unknownSection(name)
      case .binding(let name, let value): reason = layout.add(name, value)
      case .other: reason = .notABinding
      }
      if let reason {
        problems.append(KeymapProblem(file: file, line: number, reason: reason))
      }
    }
    return (layout, problems)
  }

  private mutating func add(_ name: String, _ value: ArraySlice<UInt8>) -> KeymapProblem.Reason? {
    guard case .character(let letter)? = Key(notation: name)?.code else { return .unknownKey(name) }
    let text = String(decoding: value, as: UTF8.self)
    guard case .character(let key)? = Key(notation: text)?.code, key < 0x80 else {
      return .unknownKey(text)
    }
    if latin[letter] != nil { return .repeatedCommand(name) }
    latin[letter] = key
    return nil
  }

  /// The key as a Latin layout would have reported it; unchanged when the table does not know it.
  public func physical(_ key: Key) -> Key {
    guard case .character(let scalar) = key.code, let replacement = latin[scalar] else {
      return key
    }
    return Key(.character(replacement), key.modifiers).canonical
  }
}
