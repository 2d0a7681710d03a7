/// A control sequence of ECMA-48: `ESC [ parameters intermediates final`.
struct ControlSequence {
  /// `<`, `=`, `>`, `?` before the parameters, 0 when there is none.
  var prefix: UInt8 = 0
  /// Parameters with their sub-parameters (`1587::115;5`); nil for one left out.
  var parameters: [[Int?]] = []
  var intermediate: UInt8 = 0
  var final: UInt8 = 0

  static func parse(_ data: ArraySlice<UInt8>, isLast: Bool) -> KeyDecoder.Parsed {
    let body = data.dropFirst(2)
    if body.first == 0x5B { return parseConsoleKey(data, isLast: isLast) }
    guard let end = body.firstIndex(where: { !(0x20..<0x40).contains($0) }) else {
      return isLast || data.count > 256 ? .nothing(length: data.count) : .incomplete
    }
    let length = end - data.startIndex + 1
    // A control or a letter above ASCII breaks the sequence off; it belongs to what follows.
    guard (0x40...0x7E).contains(data[end]) else { return .nothing(length: length - 1) }
    var sequence = ControlSequence()
    sequence.final = data[end]
    sequence.read(body[..<end])
    if sequence.final == 0x7E, sequence.number(0) == 200 { return .paste(length: length) }
    return sequence.input.map { .input($0, length: length) } ?? .nothing(length: length)
  }

  /// `ESC O final`, with a digit for modifiers in old terminals.
  static func parseSS3(_ data: ArraySlice<UInt8>, isLast: Bool) -> KeyDecoder.Parsed {
    let body = data.dropFirst(2)
    guard let end = body.firstIndex(where: { !(0x30..<0x3A).contains($0) }) else {
      return isLast ? .nothing(length: data.count) : .incomplete
    }
    var sequence = ControlSequence()
    sequence.final = data[end]
    sequence.read(body[..<end])
    if let first = sequence.parameters.first { sequence.parameters = [[1], first] }
    let length = end - data.startIndex + 1
    return sequence.ss3Key.map { .key($0, length: length) } ?? .nothing(length: length)
  }

  /// The Linux console's F1…F5: `ESC [ [ A`.
  private static func parseConsoleKey(
    _ data: ArraySlice<UInt8>, isLast: Bool
  ) -> KeyDecoder.Parsed {
    guard let letter = data.dropFirst(3).first else {
      return isLast ? .nothing(length: data.count) : .incomplete
    }
    guard (0x41...0x45).contains(letter) else { return .nothing(length: 4) }
    return .key(Key(.function(Int(letter) - 0x40)), length: 4)
  }

  private mutating func read(_ body: ArraySlice<UInt8>) {
    var rest = body
    if let first = rest.first, (0x3C...0x3F).contains(first) {
      prefix = first
      rest = rest.dropFirst()
    }
    if let last = rest.last, (0x20..<0x30).contains(last) {
      intermediate = last
      rest = rest.prefix { !(0x20..<0x30).contains($0) }
    }
    guard !rest.isEmpty else { return }
    parameters = rest.split(separator: 0x3B, omittingEmptySubsequences: false).map { part in
      part.split(separator: 0x3A, omittingEmptySubsequences: false).map(Self.value)
    }
  }

  private static func value(_ digits: ArraySlice<UInt8>) -> Int? {
    guard !digits.isEmpty, digits.count < 10, digits.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  func number(_ index: Int, part: Int = 0) -> Int? {
    guard parameters.indices.contains(index), parameters[index].indices.contains(part) else {
      return nil
    }
    return parameters[index][part]
  }

  private var numbers: [Int] { parameters.map { ($0.first ?? nil) ?? 0 } }

  /// xterm's bits, one added: shift 1, alt 2, control 4.
  private func modifiers(at index: Int) -> Key.Modifiers {
    let bits = (number(index) ?? 1) - 1
    var result: Key.Modifiers = []
    if bits & 1 != 0 { result.insert(.shift) }
    if bits & 2 != 0 { result.insert(.alt) }
    if bits & 4 != 0 { result.insert(.control) }
    return result
  }

  private var input: KeyDecoder.Input? {
    switch (prefix, final) {
    case (0x3F, 0x63): return .reply(.primary(numbers))
    case (0x3E, 0x63): return .reply(.secondary(numbers))
    case (0x3F, 0x75): return .reply(.keyboard(number(0) ?? 0))
    case (0, 0x79), (0x3F, 0x79):
      guard intermediate == 0x24, let mode = number(0), let state = number(1) else { return nil }
      return .reply(.mode(mode, state: state, isPrivate: prefix == 0x3F))
    case (0x3C, 0x4D), (0x3C, 0x6D): return mouse.map(KeyDecoder.Input.event)
    case (0, _):
      // The kitty protocol's third event type is a key let go.
      if number(1, part: 1) == 3 { return nil }
      return key.map { .event(.key($0)) }
    default: return nil
    }
  }

  private var mouse: TerminalEvent? {
    guard final == 0x4D, let button = number(0), let column = number(1), let row = number(2)
    else { return nil }
    switch button & ~0x1C {
    case 0: return .mouse(row: row - 1, column: column - 1)
    case 64: return .wheel(-3)
    case 65: return .wheel(3)
    default: return nil
    }
  }

  private var key: Key? {
    switch final {
    case 0x41...0x48, 0x50...0x53: return cursorKey(modifiers(at: 1))
    case 0x5A: return Key(.backTab, modifiers(at: 1).subtracting(.shift))
    case 0x61...0x64:
      // rxvt: small letters are shifted arrows.
      return ControlSequence(final: final - 0x20).cursorKey(.shift)
    case 0x75: return unicodeKey(number(0), base: number(0, part: 2), modifiers(at: 1))
    case 0x7E:
      if number(0) == 27 { return unicodeKey(number(2), base: nil, modifiers(at: 1)) }
      return numberedKey(modifiers(at: 1))
    case 0x5E: return numberedKey(.control)
    case 0x24: return numberedKey(.shift)
    case 0x40: return numberedKey([.control, .shift])
    default: return nil
    }
  }

  private var ss3Key: Key? {
    switch final {
    case 0x4D: Key(.enter)
    case 0x61...0x64: ControlSequence(final: final - 0x20).cursorKey(.control)
    case 0x6A...0x79: Key(.character(UInt32(final) - 0x40))
    default: cursorKey(modifiers(at: 1))
    }
  }

  private func cursorKey(_ modifiers: Key.Modifiers) -> Key? {
    switch final {
    case 0x41: Key(.up, modifiers)
    case 0x42: Key(.down, modifiers)
    case 0x43: Key(.right, modifiers)
    case 0x44: Key(.left, modifiers)
    case 0x46: Key(.end, modifiers)
    case 0x48: Key(.home, modifiers)
    case 0x50...0x53: Key(.function(Int(final) - 0x4F), modifiers)
    default: nil
    }
  }

  private func numberedKey(_ modifiers: Key.Modifiers) -> Key? {
    guard let number = number(0) else { return nil }
    let code: Key.Code
    switch number {
    case 1, 7: code = .home
    case 2: code = .insert
    case 3: code = .delete
    case 4, 8: code = .end
    case 5: code = .pageUp
    case 6: code = .pageDown
    case 11...15: code = .function(number - 10)
    case 17...21: code = .function(number - 11)
    case 23...26: code = .function(number - 12)
    case 28, 29: code = .function(number - 13)
    case 31...34: code = .function(number - 14)
    default: return nil
    }
    return Key(code, modifiers)
  }

  /// A key by its character.
  ///
  /// With Control or Alt the key of the base layout counts, so that
  /// commands work while a Persian layout is on.
  private func unicodeKey(_ number: Int?, base: Int?, _ modifiers: Key.Modifiers) -> Key? {
    guard let number else { return nil }
    switch number {
    case 9: return Key(modifiers.contains(.shift) ? .backTab : .tab, modifiers.subtracting(.shift))
    case 13, 57414: return Key(.enter, modifiers)
    case 27: return Key(.escape, modifiers)
    case 8, 127: return Key(.backspace, modifiers)
    case 57399...57408: return Key(.character(UInt32(number - 57399 + 0x30)), modifiers)
    case 57417...57426:
      let codes: [Key.Code] = [
        .left, .right, .up, .down, .pageUp, .pageDown, .home, .end, .insert, .delete,
      ]
      return Key(codes[number - 57417], modifiers)
    case 0xE000...0xF8FF, 0..<0x20: return nil
    default: break
    }
    let isCommand = modifiers.contains(.control) || modifiers.contains(.alt)
    let chosen = isCommand ? base ?? number : number
    guard let value = UInt32(exactly: chosen), Unicode.Scalar(value) != nil else { return nil }
    return Key(.character(value), isCommand ? modifiers : modifiers.subtracting(.shift))
  }
}
