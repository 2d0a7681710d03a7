/// What a terminal answers when asked what it is.
public enum TerminalReply: Equatable, Sendable {
  /// DA1, the answer every terminal gives; the last of our questions.
  case primary([Int])
  /// DA2: kind, version, options.
  case secondary([Int])
  /// DA3: the name in hexadecimal digits.
  case tertiary(String)
  /// XTVERSION: name and version.
  case version(String)
  /// DECRPM: 0 unknown, 1 set, 2 reset, 3 always set, 4 always reset.
  case mode(Int, state: Int, isPrivate: Bool)
  /// The flags of the kitty keyboard protocol.
  case keyboard(Int)
  /// The colour of the background: whether black letters show on it better than white ones.
  case background(isLight: Bool)
}

/// A control string of ECMA-48 (DCS, OSC, PM, APC) up to ST or BEL.
enum ControlString {
  static func parse(_ data: ArraySlice<UInt8>, isLast: Bool) -> KeyDecoder.Parsed {
    let body = data.dropFirst(2)
    guard let end = body.firstIndex(where: { $0 == 0x07 || $0 == 0x1B }) else {
      // No answer to our questions is this long.
      return isLast || data.count > 4096 ? .nothing(length: data.count) : .incomplete
    }
    var length = end - data.startIndex + 1
    if data[end] == 0x1B {
      guard let last = data[(end + 1)...].first else {
        return isLast ? .nothing(length: data.count) : .incomplete
      }
      guard last == 0x5C else { return .nothing(length: length - 1) }
      length += 1
    }
    let text = body[..<end]
    guard let reply = data.dropFirst().first == 0x50 ? reply(in: text) : background(in: text) else {
      return .nothing(length: length)
    }
    return .input(.reply(reply), length: length)
  }

  /// The answer to OSC 11: `11;rgb:RRRR/GGGG/BBBB`, one to four hexadecimal digits each.
  private static func background(in body: ArraySlice<UInt8>) -> TerminalReply? {
    let prefix = "11;rgb:"
    guard body.starts(with: prefix.utf8) else { return nil }
    let parts = body.dropFirst(prefix.utf8.count).split(separator: 0x2F)
    let shares = parts.compactMap { part -> Double? in
      guard (1...4).contains(part.count),
        let value = Int(String(decoding: part, as: UTF8.self), radix: 16)
      else { return nil }
      return Double(value) / Double(1 << (4 * part.count) - 1)
    }
    guard parts.count == 3, shares.count == 3 else { return nil }
    // Luma by ITU-R BT.601.
    return .background(isLight: 0.299 * shares[0] + 0.587 * shares[1] + 0.114 * shares[2] > 0.5)
  }

  private static func reply(in body: ArraySlice<UInt8>) -> TerminalReply? {
    let text = String(decoding: body.dropFirst(2), as: UTF8.self)
    if body.starts(with: [0x3E, 0x7C]) { return .version(text) }
    if body.starts(with: [0x21, 0x7C]) { return .tertiary(text) }
    return nil
  }
}
