private import Glibc

/// Reads the XML subset of workbooks piece by piece, never more than one tag or text at a time.
///
/// Any document type is refused, so no entity but the five of XML and character numbers exists.
/// Namespace prefixes are dropped: the parts read here use one vocabulary each.
struct XMLScanner: ~Copyable {
  enum Token { case open, close, text, end }

  let part: String
  private let source: Unpacking
  private let tokenLimit: Int
  private var base: UnsafeMutablePointer<UInt8>
  private var capacity = 1 << 16
  private var position = 0
  private var end = 0
  private var consumed = 0
  private var sourceIsEmpty = false
  private var open: [Name] = []

  /// The tag or text last read, as places in the buffer; valid until the next token.
  private(set) var name = Name(word: 0, count: 0)
  private(set) var isSelfClosed = false
  private var textStart = 0
  private var textEnd = 0
  private var isRaw = false

  /// A local name: its first eight bytes, little-endian, and its length.
  struct Name: Equatable {
    var word: UInt64
    var count: Int

    init(word: UInt64, count: Int) {
      self.word = word
      self.count = count
    }

    init(_ text: StaticString) {
      word = 0
      count = text.utf8CodeUnitCount
      for index in 0..<min(8, count) {
        word |= UInt64(text.utf8Start[index]) << (8 * UInt64(index))
      }
    }
  }

  init(_ source: Unpacking, part: String, tokenLimit: Int) {
    self.source = source
    self.part = part
    self.tokenLimit = tokenLimit
    base = .allocate(capacity: capacity)
  }

  deinit {
    base.deallocate()
  }

  /// The next tag or text; declarations and comments are passed over.
  ///
  /// An empty element is one ``Token/open`` with ``isSelfClosed``, without a close.
  mutating func next() throws(FileProblem) -> Token {
    while true {
      if position == end, try !refill(keeping: position) {
        guard open.isEmpty else { throw malformed() }
        return .end
      }
      if base[position] != 0x3C {
        try readText()
        if open.isEmpty {
          try requireSpace()
          continue
        }
        return .text
      }
      try require(2)
      switch base[position + 1] {
      case 0x3F: try skip(to: "?>")
      case 0x21:
        if try readDeclaration() { return .text }
      default: return try readTag()
      }
    }
  }

  func malformed() -> FileProblem { .malformed(part: part, offset: consumed + position) }

  /// Whether the tag has a local name; for parts whose speed does not matter.
  func isNamed(_ wanted: StaticString) -> Bool { name == Name(wanted) }

  // MARK: Tokens

  private mutating func readTag() throws(FileProblem) -> Token {
    let isClose = base[position + 1] == 0x2F
    var index = position + (isClose ? 2 : 1)
    var quote: UInt8 = 0
    var name = Name(word: 0, count: 0)
    var isNaming = true
    // Counted from the tag, which moves when the buffer is filled again.
    var attributes = 0
    while true {
      if index == end {
        let done = index - position
        guard try refill(keeping: position) else { throw malformed() }
        index = position + done
      }
      let byte = base[index]
      if quote != 0 {
        if byte == quote { quote = 0 }
        if byte == 0x3C { throw malformed() }
      } else if isNaming, byte > 0x20, byte != 0x2F, byte != 0x3E {
        if byte == 0x3A {
          name = Name(word: 0, count: 0)
        } else {
          if name.count < 8 { name.word |= UInt64(byte) << (8 * UInt64(name.count)) }
          name.count += 1
        }
      } else if byte == 0x3E {
        break
      } else if byte == 0x22 || byte == 0x27 {
        quote = byte
      } else if byte == 0x3C {
        throw malformed()
      } else if isNaming {
        isNaming = false
        attributes = index - position
      }
      index += 1
    }
    guard name.count > 0 else { throw malformed() }
    textStart = isNaming ? index : position + attributes
    textEnd = index
    self.name = name
    isSelfClosed = !isClose && base[index - 1] == 0x2F
    if isSelfClosed { textEnd -= 1 }
    textStart = min(textStart, textEnd)
    position = index + 1
    if isClose {
      guard open.popLast() == name else { throw malformed() }
      return .close
    }
    if !isSelfClosed {
      guard open.count < 64 else { throw malformed() }
      open.append(name)
    }
    return .open
  }

  private mutating func readText() throws(FileProblem) {
    var searched = 0
    while true {
      let start = position + searched
      if let found = memchr(base + start, 0x3C, end - start) {
        textStart = position
        textEnd = found - UnsafeMutableRawPointer(base)
        break
      }
      searched = end - position
      guard try refill(keeping: position) else {
        textStart = position
        textEnd = end
        break
      }
    }
    isRaw = false
    position = textEnd
  }

  /// `<!`: a comment is passed over, CDATA is text, anything else is refused.
  private mutating func readDeclaration() throws(FileProblem) -> Bool {
    if try starts(with: "<!--") {
      try skip(to: "-->")
      return false
    }
    if try starts(with: "<![CDATA["), !open.isEmpty {
      let length = try distance(to: "]]>")
      textStart = position + 9
      textEnd = position + length - 3
      isRaw = true
      position += length
      return true
    }
    if try starts(with: "<!DOCTYPE") { throw .documentType(part: part) }
    throw malformed()
  }

  private func requireSpace() throws(FileProblem) {
    for index in textStart..<textEnd {
      switch base[index] {
      case 0x20, 0x09, 0x0A, 0x0D: continue
      default:
        // The mark of byte order, at the very beginning only.
        let isMark = consumed + index < 3 && [0xEF, 0xBB, 0xBF].contains(base[index])
        guard isMark else { throw malformed() }
      }
    }
  }

  // MARK: Attributes and text

  /// Calls `body` with each attribute's local name and the place of its value.
  @inline(__always)
  func forEachAttribute(
    _ body: (Name, UnsafeBufferPointer<UInt8>) throws(FileProblem) -> Void
  ) throws(FileProblem) {
    var index = textStart
    while true {
      while index < textEnd, base[index] <= 0x20 { index += 1 }
      guard index < textEnd else { return }
      var name = Name(word: 0, count: 0)
      while index < textEnd, base[index] > 0x20, base[index] != 0x3D {
        if base[index] == 0x3A {
          name = Name(word: 0, count: 0)
        } else {
          if name.count < 8 { name.word |= UInt64(base[index]) << (8 * UInt64(name.count)) }
          name.count += 1
        }
        index += 1
      }
      while index < textEnd, base[index] != 0x22, base[index] != 0x27 { index += 1 }
      guard index < textEnd else { throw malformed() }
      let quote = base[index]
      index += 1
      let start = index
      while index < textEnd, base[index] != quote { index += 1 }
      guard index < textEnd else { throw malformed() }
      try body(name, UnsafeBufferPointer(start: base + start, count: index - start))
      index += 1
    }
  }

  /// The value of an attribute of the tag; nil when it is absent.
  func attribute(_ wanted: StaticString) throws(FileProblem) -> String? {
    let wanted = Name(wanted)
    var result: String?
    try forEachAttribute { name, value throws(FileProblem) in
      guard name == wanted else { return }
      result = try decoded(value)
    }
    return result
  }

  /// The bytes of the text, undecoded.
  var textBytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: base + textStart, count: textEnd - textStart)
  }

  /// The text with its entities resolved.
  func text() throws(FileProblem) -> String {
    isRaw ? String(decoding: textBytes, as: UTF8.self) : try decoded(textBytes)
  }

  private func decoded(_ bytes: UnsafeBufferPointer<UInt8>) throws(FileProblem) -> String {
    guard let start = bytes.baseAddress, memchr(start, 0x26, bytes.count) != nil else {
      return String(decoding: bytes, as: UTF8.self)
    }
    guard let decoded = XMLEntities.decoded(bytes) else { throw malformed() }
    return decoded
  }

  // MARK: The buffer

  /// Moves what begins at `kept` to the front and reads more; false at the end of the part.
  private mutating func refill(keeping kept: Int) throws(FileProblem) -> Bool {
    guard !sourceIsEmpty else { return false }
    let length = end - kept
    if kept > 0 {
      (base).update(from: base + kept, count: length)
      consumed += kept
      position -= kept
      end = length
    }
    if end == capacity {
      guard capacity < tokenLimit else { throw malformed() }
      let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2)
      larger.update(from: base, count: end)
      base.deallocate()
      base = larger
      capacity *= 2
    }
    let space = UnsafeMutableRawBufferPointer(start: base + end, count: capacity - end)
    let count = try source.read(into: space)
    end += count
    sourceIsEmpty = count == 0
    return count > 0
  }

  /// Makes sure that `count` bytes of the token are in the buffer.
  private mutating func require(_ count: Int) throws(FileProblem) {
    while end - position < count {
      guard try refill(keeping: position) else { throw malformed() }
    }
  }

  private mutating func starts(with text: StaticString) throws(FileProblem) -> Bool {
    for index in 0..<text.utf8CodeUnitCount {
      if end - position <= index, try !refill(keeping: position) { return false }
      if base[position + index] != text.utf8Start[index] { return false }
    }
    return true
  }

  private mutating func skip(to text: StaticString) throws(FileProblem) {
    position += try distance(to: text)
  }

  /// The bytes from here to just after `text`.
  private mutating func distance(to text: StaticString) throws(FileProblem) -> Int {
    let length = text.utf8CodeUnitCount
    var offset = 0
    while true {
      while end - position < offset + length {
        guard try refill(keeping: position) else { throw malformed() }
      }
      if memcmp(base + position + offset, text.utf8Start, length) == 0 { return offset + length }
      offset += 1
    }
  }
}
