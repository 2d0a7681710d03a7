/// What a key means to the screen on top, before it is delivered.
enum Meaning: Equatable, Sendable {
  /// A command of the screen, by name.
  case command(String)
  case navigate(Navigation)
  case shell(ShellCommand)
  case text(TypedText)
  case nothing

  var isText: Bool {
    if case .text = self { true } else { false }
  }
}

/// The commands of a screen that are closed just now, by their places in the order of declaration.
struct ClosedCommands: Equatable, Sendable {
  private var places: UInt64 = 0

  mutating func insert(_ place: Int) { places |= 1 << UInt64(place) }

  func contains(_ entry: KeyBarEntry) -> Bool {
    entry.place.map { places & 1 << UInt64($0) != 0 } ?? false
  }
}

/// A command of a screen as the key bar, help and palette list it.
struct CommandEntry: Equatable, Sendable {
  var name: String
  /// Its place among the commands of its screen; nil for common keys.
  var place: Int?
  var help: String
  /// nil when nothing is bound to it.
  var key: Key?
  /// Why it is closed just now.
  var reason: String?
}

extension Keymap {
  /// What `key` means on the screen `section`, which knows the commands that `isCommand` accepts;
  /// plain characters are text where it `wantsText`.
  func meaning(
    of key: Key, on section: String, wantsText: Bool, isCommand: (String) -> Bool
  ) -> Meaning {
    let text = key.plainText
    if wantsText, let text { return .text(text) }
    guard let name = command(for: key, on: section) else {
      return text.map(Meaning.text) ?? .nothing
    }
    if isCommand(name) { return .command(name) }
    if let navigation = Navigation(rawValue: name) { return .navigate(navigation) }
    return ShellCommand(rawValue: name).map(Meaning.shell) ?? .nothing
  }
}

extension Key {
  /// The key as text, nil for keys that are not plain characters.
  fileprivate var plainText: TypedText? {
    guard modifiers.subtracting(.shift).isEmpty, case .character(let scalar) = code,
      scalar >= 0x20, scalar != 0x7F, Unicode.Scalar(scalar) != nil
    else { return nil }
    return TypedText([scalar])
  }
}

extension Screen {
  func meaning(of key: Key, under keymap: Keymap) -> Meaning {
    keymap.meaning(of: key, on: Self.name, wantsText: wantsText) {
      Command(rawValue: $0) != nil
    }
  }

  /// Why the command `name` is closed just now.
  func reasonClosed(named name: String) -> String? {
    Command(rawValue: name).flatMap(reasonClosed)
  }

  /// What is closed just now.
  ///
  /// Asked for at every picture.
  var closedCommands: ClosedCommands {
    var closed = ClosedCommands()
    var place = 0
    for command in Command.allCases {
      if reasonClosed(command) != nil { closed.insert(place) }
      place += 1
    }
    return closed
  }

  mutating func receive(_ meaning: Meaning, layer: Int) -> [Step<Environment>] {
    switch meaning {
    case .command(let name):
      guard let command = Command(rawValue: name) else { return [] }
      return advance(.command(command), layer: layer)
    case .navigate(let navigation): return advance(.navigate(navigation), layer: layer)
    case .text(let text): return advance(.text(text), layer: layer)
    case .shell, .nothing: return []
    }
  }

  mutating func receive(click point: Point, layer: Int) -> [Step<Environment>] {
    advance(.click(point), layer: layer)
  }

  /// The commands of this screen in the order it declares them.
  func commandEntries(under keymap: Keymap) -> [CommandEntry] {
    Command.allCases.enumerated().map { place, command in
      CommandEntry(
        name: command.rawValue, place: place, help: command.help,
        key: keymap.firstKey(for: command.rawValue, in: Self.name),
        reason: reasonClosed(command))
    }
  }

  var sectionName: String { Self.name }
}
