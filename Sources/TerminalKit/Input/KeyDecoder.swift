/// Turns the bytes a terminal sends into events: keys, pastes, the mouse, replies to questions.
///
/// Bytes may come in any pieces. What begins like a sequence and goes no further is settled by
/// `flush`, which the reader calls at `settlesAt`.
///
/// An ESC is the Escape key after a short wait, and yet the rest of its sequence may still come over
/// a slow line. Such a rest is recognised when it is whole; the line is then known to tear sequences
/// and its next ESC waits longer, so that the Escape nobody pressed is reported once at most.
public struct KeyDecoder: Sendable {
  /// What the bytes meant.
  public enum Input: Equatable, Sendable {
    case event(TerminalEvent)
    case reply(TerminalReply)
  }

  /// How long bytes wait for more, counted from the last that came.
  public struct Waits: Sendable {
    /// A lone ESC, which is mostly the key.
    public var escape: Duration = .milliseconds(25)
    /// A lone ESC on a line that has torn a sequence before.
    public var escapeOnTearingLine: Duration = .milliseconds(250)
    /// The beginning of a sequence or of a character: nobody types it by hand.
    public var sequence: Duration = .milliseconds(500)
    /// A paste, which comes in many pieces.
    public var paste: Duration = .seconds(2)

    public init() {}
  }

  /// Sequences of this terminal's description, which go before the common ones.
  private let table: [[UInt8]: Key]
  private let longestSequence: Int
  private var bytes: [UInt8] = []
  private var head = 0
  private var paste: [UInt8]?
  private let waits: Waits
  /// When the last bytes came.
  private var fedAt = ContinuousClock.now
  /// When the ESC came that was taken for the key; nil once anything followed.
  private var escapedAt: ContinuousClock.Instant?
  /// Whether the waiting bytes may be the rest of that ESC.
  private var isLateRest = false
  private var lineTears = false

  /// Makes a decoder.
  ///
  /// - Parameters:
  ///   - sequences: What the terminal's description says its keys send.
  ///   - waits: How long bytes wait for more.
  public init(sequences: [[UInt8]: Key] = [:], waits: Waits = Waits()) {
    self.waits = waits
    table = sequences.filter { $0.key.count > 1 && $0.key.first == 0x1B }
    longestSequence = table.keys.map(\.count).max() ?? 0
  }

  /// True when some bytes wait for more.
  public var isIncomplete: Bool { head < bytes.count || paste != nil }

  /// When what waits has waited long enough for `flush`; nil when nothing waits.
  public var settlesAt: ContinuousClock.Instant? {
    guard isIncomplete else { return nil }
    if paste != nil { return fedAt + waits.paste }
    // ESC twice may be Alt with a key to come, or Escape pressed twice. A rest that came late comes
    // at once; at the pace of fingers it is text.
    guard isLateRest || bytes[head...].allSatisfy({ $0 == 0x1B }) else {
      return fedAt + waits.sequence
    }
    return fedAt + (lineTears ? max(waits.escape, waits.escapeOnTearingLine) : waits.escape)
  }

  /// Takes bytes that came at a moment.
  public mutating func feed(
    _ more: ArraySlice<UInt8>, at moment: ContinuousClock.Instant = .now
  ) {
    guard let first = more.first else { return }
    if head > 0 {
      bytes.removeSubrange(..<head)
      head = 0
    }
    if let escape = escapedAt {
      isLateRest = escape.duration(to: moment) <= waits.sequence && (first == 0x5B || first == 0x4F)
      escapedAt = nil
    }
    fedAt = moment
    bytes += more
  }

  /// The next whole input, nil when more bytes are needed.
  public mutating func next() -> Input? {
    while head < bytes.count || paste != nil {
      if paste != nil { return endOfPaste() }
      switch isLateRest ? parseLateRest() : parse(bytes[head...], isLast: false) {
      case .incomplete: return nil
      case .input(let input, let length):
        head += length
        return input
      case .nothing(let length): head += length
      case .paste(let length):
        head += length
        paste = []
      }
    }
    return nil
  }

  /// Settles what has waited long enough: a lone ESC is the Escape key, a paste without its end
  /// ends here.
  public mutating func flush() -> Input? {
    if let text = paste {
      paste = nil
      let rest = bytes[head...]
      head = bytes.count
      return .event(.paste(UTF8Reader.scalars(text + rest)))
    }
    // No rest of a sequence after all: what was typed after Escape.
    isLateRest = false
    while head < bytes.count {
      switch parse(bytes[head...], isLast: true) {
      case .incomplete: head = bytes.count
      case .input(let input, let length):
        head += length
        if length == 1, input == .event(.key(Key(.escape))) { escapedAt = fedAt }
        return input
      case .nothing(let length), .paste(let length): head += length
      }
    }
    return nil
  }

  /// Reads what may be the rest of an ESC that was taken for the key.
  ///
  /// Only a sequence that is whole and known counts; anything else is what somebody typed.
  private mutating func parseLateRest() -> Parsed {
    let parsed = parse([0x1B] + bytes[head...], isLast: false)
    switch parsed {
    case .incomplete: return .incomplete
    case .input(let input, let length):
      isLateRest = false
      lineTears = true
      return .input(input, length: length - 1)
    case .paste(let length):
      isLateRest = false
      lineTears = true
      return .paste(length: length - 1)
    case .nothing(let length):
      isLateRest = false
      // With parameters it is a sequence that means nothing here; «[» and a letter are text.
      guard length > 3 else { return parse(bytes[head...], isLast: false) }
      return .nothing(length: length - 1)
    }
  }

  private mutating func endOfPaste() -> Input? {
    let end: [UInt8] = [0x1B, 0x5B, 0x32, 0x30, 0x31, 0x7E]
    let data = bytes[head...]
    var index = data.startIndex
    while let escape = data[index...].firstIndex(of: 0x1B) {
      let tail = data[escape...].prefix(end.count)
      if tail.elementsEqual(end) {
        let text = (paste ?? []) + data[..<escape]
        paste = nil
        head = escape + end.count
        return .event(.paste(UTF8Reader.scalars(text)))
      }
      if tail.count < end.count, end.starts(with: tail) {
        paste? += data[..<escape]
        head = escape
        return nil
      }
      index = escape + 1
    }
    paste? += data
    head = bytes.count
    return nil
  }

  enum Parsed {
    case incomplete
    case input(Input, length: Int)
    /// Bytes that mean nothing here.
    case nothing(length: Int)
    case paste(length: Int)

    static func key(_ key: Key, length: Int) -> Parsed {
      .input(.event(.key(key)), length: length)
    }
  }

  /// Reads one input at the beginning of `data`; `isLast` when no more bytes will come.
  private func parse(_ data: ArraySlice<UInt8>, isLast: Bool) -> Parsed {
    guard data.first == 0x1B else { return plain(data, isLast: isLast) }
    if longestSequence > 0 {
      for length in stride(from: min(longestSequence, data.count), through: 2, by: -1) {
        if let key = table[Array(data.prefix(length))] { return .key(key, length: length) }
      }
    }
    let rest = data.dropFirst()
    guard let second = rest.first else {
      return isLast ? .key(Key(.escape), length: 1) : .incomplete
    }
    switch second {
    case 0x5B: return lone(.alt, data, isLast) ?? ControlSequence.parse(data, isLast: isLast)
    case 0x4F: return lone(.alt, data, isLast) ?? ControlSequence.parseSS3(data, isLast: isLast)
    case 0x50, 0x5D, 0x5F, 0x5E:
      return lone(.alt, data, isLast) ?? ControlString.parse(data, isLast: isLast)
    case 0x30...0x39:
      // Esc and a digit stand for a function key, for keyboards and lines without them.
      return .key(Key(.function(second == 0x30 ? 10 : Int(second) - 0x30)), length: 2)
    case 0x1B:
      guard let third = rest.dropFirst().first else {
        return isLast ? .key(Key(.escape), length: 1) : .incomplete
      }
      guard third == 0x5B || third == 0x4F else { return .key(Key(.escape), length: 1) }
      return withAlt(parse(rest, isLast: isLast))
    default: return withAlt(plain(rest, isLast: isLast))
    }
  }

  /// `ESC [`, `ESC O`, … with nothing after it is Alt and that character.
  private func lone(
    _ modifier: Key.Modifiers, _ data: ArraySlice<UInt8>, _ isLast: Bool
  ) -> Parsed? {
    guard data.count == 2, let last = data.last else { return nil }
    return isLast ? .key(Key(.character(UInt32(last)), modifier), length: 2) : .incomplete
  }

  private func withAlt(_ parsed: Parsed) -> Parsed {
    switch parsed {
    case .input(.event(.key(var key)), let length):
      key.modifiers.insert(.alt)
      return .key(key, length: length + 1)
    case .input(let input, let length): return .input(input, length: length + 1)
    case .nothing(let length): return .nothing(length: length + 1)
    case .incomplete, .paste: return .incomplete
    }
  }

  private func plain(_ data: ArraySlice<UInt8>, isLast: Bool) -> Parsed {
    guard let byte = data.first else { return .incomplete }
    switch byte {
    case 0: return .key(Key(.character(0x20), .control), length: 1)
    case 0x08, 0x7F: return .key(Key(.backspace), length: 1)
    case 0x09: return .key(Key(.tab), length: 1)
    case 0x0A, 0x0D: return .key(Key(.enter), length: 1)
    case 0x01...0x1A:
      return .key(Key(.character(UInt32(byte) + 0x60), .control), length: 1)
    case 0x1C...0x1F:
      return .key(Key(.character(UInt32(byte) + 0x40), .control), length: 1)
    case 0x20..<0x7F: return .key(Key(.character(UInt32(byte))), length: 1)
    default: break
    }
    switch UTF8Reader.first(of: data) {
    case .scalar(let scalar, let length):
      // C1 controls are nobody's key.
      return scalar < 0xA0
        ? .nothing(length: length) : .key(Key(.character(scalar)), length: length)
    case .incomplete where !isLast: return .incomplete
    case .incomplete, .invalid: return .key(Key(.character(0xFFFD)), length: 1)
    }
  }
}
