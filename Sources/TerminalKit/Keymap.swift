/// Which keys ask for which command, section by section.
///
/// A section carries the name of a screen; `[common]` holds for all of them. Commands of a
/// section may be the screen's own, a `Navigation`, or a `ShellCommand`.
public struct Keymap: Equatable, Sendable {
  /// The section whose bindings hold in every screen.
  public static let common = "common"

  /// One line of a keymap file.
  public struct Binding: Equatable, Sendable {
    public var command: String
    /// Empty when the file says `unbound`.
    public var keys: [Key]
    /// The line of the file it stands in, 1-based.
    public var line: Int
  }

  struct Section: Equatable, Sendable {
    var bindings: [Binding] = []
    var commands: [Key: String] = [:]
    var positions: [String: Int] = [:]
  }

  private var sections: [String: Section] = [:]
  /// The keyboard layout whose letters stand for physical keys in command position.
  public var layout = KeyboardLayout()

  public init() {}

  public var sectionNames: [String] { sections.keys.sorted() }

  /// The bindings of a section in the order of the file.
  public func bindings(in section: String) -> [Binding] {
    sections[section]?.bindings ?? []
  }

  /// The keys of a command; nil when the section does not name it.
  public func keys(for command: String, in section: String) -> [Key]? {
    guard let found = sections[section], let position = found.positions[command] else { return nil }
    return found.bindings[position].keys
  }

  /// The first key that asks for `command` on the screen `section`, its own or a common one.
  public func firstKey(for command: String, in section: String) -> Key? {
    (keys(for: command, in: section) ?? keys(for: command, in: Keymap.common))?.first
  }

  /// What exactly this key asks for in this section; no layout, no common section.
  public func command(for key: Key, in section: String) -> String? {
    sections[section]?.commands[key]
  }

  subscript(section name: String) -> Section {
    get { sections[name] ?? Section() }
    set { sections[name] = newValue }
  }

  /// Gives `command` exactly `keys`; whoever had them loses them.
  public mutating func bind(
    _ command: String, to keys: [Key], in section: String, line: Int = 0
  ) {
    sections[section, default: Section()].bind(command, to: keys, line: line)
  }

  /// This keymap with the lines of `other` in place of its own for the same commands.
  public func overridden(by other: Keymap) -> Keymap {
    var result = self
    for (name, section) in other.sections {
      for binding in section.bindings {
        result.bind(binding.command, to: binding.keys, in: name, line: binding.line)
      }
    }
    if !other.layout.isEmpty { result.layout = other.layout }
    return result
  }

  /// What `key` asks for on the screen `section`, in the order of precedence.
  ///
  /// The key itself comes first, so a section that binds a Persian letter keeps it; then the
  /// physical key that the letter stands for; then, for Esc+digit, the function key.
  public func command(for key: Key, on section: String) -> String? {
    let key = key.canonical
    if let command = direct(key, on: section) { return command }
    let physical = layout.physical(key)
    if physical != key, let command = direct(physical, on: section) { return command }
    return physical.functionOfDigit.flatMap { direct($0, on: section) }
  }

  private func direct(_ key: Key, on section: String) -> String? {
    sections[section]?.commands[key] ?? sections[Keymap.common]?.commands[key]
  }

  /// Names in this keymap that are not among the commands `known` of each section, for a user's
  /// file; those of `[common]` need not be listed.
  public func unknownNames(
    known: [String: Set<String>], file: String
  ) -> [KeymapProblem] {
    let common = Set(Navigation.allCases.map(\.rawValue) + ShellCommand.allCases.map(\.rawValue))
    var problems: [KeymapProblem] = []
    for (name, section) in sections {
      let commands = name == Keymap.common ? [] : known[name]
      guard let commands else {
        let line = section.bindings.first?.line ?? 0
        problems.append(KeymapProblem(file: file, line: line, reason: .unknownSection(name)))
        continue
      }
      for binding in section.bindings
      where !commands.contains(binding.command) && !common.contains(binding.command) {
        problems.append(
          KeymapProblem(file: file, line: binding.line, reason: .unknownCommand(binding.command)))
      }
    }
    return problems.sorted { $0.line < $1.line }
  }
}

extension Keymap.Section {
  mutating func bind(_ command: String, to keys: [Key], line: Int) {
    if let position = positions[command] {
      for key in bindings[position].keys { commands[key] = nil }
    }
    for key in keys {
      if let owner = commands[key], owner != command, let position = positions[owner] {
        bindings[position].keys.removeAll { $0 == key }
      }
      commands[key] = command
    }
    let binding = Keymap.Binding(command: command, keys: keys, line: line)
    if let position = positions[command] {
      bindings[position] = binding
    } else {
      positions[command] = bindings.count
      bindings.append(binding)
    }
  }
}

extension Key {
  /// F5 for Esc+5, F10 for Esc+0; nil for other keys.
  fileprivate var functionOfDigit: Key? {
    guard modifiers == .alt, case .character(let scalar) = code, (0x30...0x39).contains(scalar)
    else { return nil }
    return Key(.function(scalar == 0x30 ? 10 : Int(scalar - 0x30)))
  }
}
