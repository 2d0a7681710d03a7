/// Notation of keys in keymap files: `ctrl-p`, `f5`, `esc 5`, `alt-x`, `shift-tab`, `space`, `/`.
extension Key {
  /// The key that `notation` names, nil when it names none.
  ///
  /// Names are read without regard to case, literal characters are not. `esc x` and `alt-x` are
  /// one key: terminals send the same bytes for both.
  public init?(notation: String) {
    self.init(notation: Array(notation.utf8)[...])
  }

  /// The same from UTF-8: keymap files are read as bytes.
  init?(notation bytes: ArraySlice<UInt8>) {
    var rest = bytes
    var modifiers: Modifiers = []
    while rest.count > 4,
      let (prefix, modifier) = Key.prefixes.first(where: { rest.begins(with: $0.name) })
    {
      modifiers.insert(modifier)
      rest = rest.dropFirst(prefix.count)
    }
    guard let code = Key.code(named: rest) else { return nil }
    self.init(code, modifiers)
    self = canonical
  }

  private static let prefixes: [(name: [UInt8], modifier: Modifiers)] = [
    (Array("ctrl-".utf8), .control), (Array("alt-".utf8), .alt), (Array("esc ".utf8), .alt),
    (Array("shift-".utf8), .shift),
  ]

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

  /// The names of keys that are no characters, and of characters that a keymap file needs itself.
  public static var names: [String] { named.keys.sorted() }

  private static func code(named bytes: ArraySlice<UInt8>) -> Code? {
    if bytes.count == 1, let byte = bytes.first, byte < 0x80 { return .character(UInt32(byte)) }
    if let first = bytes.first, first >= 0x80 {
      var scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars
      let scalar = scalars.removeFirst()
      return scalars.isEmpty && scalar != "\u{FFFD}" ? .character(scalar.value) : nil
    }
    let small = String(decoding: bytes.map(\.lowercased), as: UTF8.self)
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

extension UInt8 {
  /// An ASCII letter made small.
  fileprivate var lowercased: UInt8 { (0x41...0x5A).contains(self) ? self + 0x20 : self }
}

extension ArraySlice<UInt8> {
  /// True when there is something after `name`, whose case does not matter.
  fileprivate func begins(with name: [UInt8]) -> Bool {
    count > name.count && zip(self, name).allSatisfy { $0.lowercased == $1 }
  }
}
