/// Notation of keys in keymap files: `ctrl-p`, `f5`, `esc 5`, `alt-x`, `shift-tab`, `space`, `/`.
extension Key {
  /// The key that `notation` names, nil when it names none.
  ///
  /// Names are read without regard to case, literal characters are not. `esc x` and `alt-x` are
  /// one key: terminals send the same bytes for both.
  public init?(notation: String) {
    var rest = Substring(notation)
    var modifiers: Modifiers = []
    while let cut = rest.firstIndex(where: { $0 == "-" || $0 == " " }),
      let modifier = Key.modifier(named: rest[..<cut], endingIn: rest[cut])
    {
      let tail = rest[rest.index(after: cut)...]
      guard !tail.isEmpty else { return nil }
      modifiers.insert(modifier)
      rest = tail
    }
    guard let code = Key.code(named: rest) else { return nil }
    self.init(code, modifiers)
    self = canonical
  }

  /// The same key as keymaps hold it: `shift-tab` is `backTab`, control letters are small.
  var canonical: Key {
    switch code {
    case .tab where modifiers.contains(.shift):
      return Key(.backTab, modifiers.subtracting(.shift))
    case .backTab:
      return Key(.backTab, modifiers.subtracting(.shift))
    case .character(let scalar):
      var key = Key(.character(scalar), modifiers.subtracting(.shift))
      if modifiers.contains(.control), (0x41...0x5A).contains(scalar) {
        key.code = .character(scalar + 0x20)
      }
      return key
    default:
      return self
    }
  }

  private static func modifier(named name: Substring, endingIn mark: Character) -> Modifiers? {
    switch (name.lowercased(), mark) {
    case ("ctrl", "-"): .control
    case ("alt", "-"), ("esc", " "): .alt
    case ("shift", "-"): .shift
    default: nil
    }
  }

  private static func code(named name: Substring) -> Code? {
    if name.unicodeScalars.count == 1, let scalar = name.unicodeScalars.first {
      return .character(scalar.value)
    }
    let small = name.lowercased()
    if let code = named[small] { return code }
    if small.first == "f", let number = Int(small.dropFirst()), (1...63).contains(number) {
      return .function(number)
    }
    if small.hasPrefix("u+"), let value = UInt32(small.dropFirst(2), radix: 16),
      Unicode.Scalar(value) != nil
    {
      return .character(value)
    }
    return nil
  }

  /// Characters that the file's own notation takes have names: `comma`, `hash`, `equals`.
  private static let named: [String: Code] = [
    "up": .up, "down": .down, "left": .left, "right": .right, "home": .home, "end": .end,
    "page-up": .pageUp, "page-down": .pageDown, "insert": .insert, "delete": .delete,
    "enter": .enter, "tab": .tab, "backspace": .backspace, "esc": .escape,
    "space": .character(0x20), "comma": .character(0x2C), "hash": .character(0x23),
    "equals": .character(0x3D), "semicolon": .character(0x3B),
  ]

  /// The key as key bars and help pages print it: `Ctrl-P`, `F5`, `Alt-X`, `↑`.
  public var label: String {
    var text = ""
    if modifiers.contains(.control) { text += "Ctrl-" }
    if modifiers.contains(.alt) { text += "Alt-" }
    if modifiers.contains(.shift) { text += "Shift-" }
    return text + codeLabel
  }

  private var codeLabel: String {
    switch code {
    case .character(0x20): "Space"
    case .character(let value):
      Unicode.Scalar(value).map { scalar in
        modifiers.isEmpty ? String(scalar) : String(scalar).uppercased()
      } ?? "?"
    case .function(let number): "F\(number)"
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .insert: "Ins"
    case .delete: "Del"
    case .enter: "Enter"
    case .tab: "Tab"
    case .backTab: "Shift-Tab"
    case .backspace: "Backspace"
    case .escape: "Esc"
    }
  }
}
