internal import Persian
internal import Training

/// Reads the rows of a text file whose fields are separated by a sign (RFC 4180 and its kin).
///
/// The encoding is UTF-8 (a mark of byte order is passed over), UTF-16 where such a mark says so,
/// and otherwise Windows-1256. The separator is comma, semicolon, tab, vertical bar or the Persian
/// comma, whichever divides the first lines most evenly; a first line `sep=;` names it.
struct TextReader {
  private let file: ByteFile
  private let limits: FileLimits
  private let encoding: TextEncoding
  private var offset: Int
  private var raw: [UInt8] = []
  private var buffer: [UInt8] = []
  private var position = 0
  private var line = 1
  private(set) var separator: [UInt8] = [UInt8(ascii: ",")]

  init(_ file: ByteFile, limits: FileLimits) throws(FileProblem) {
    self.file = file
    self.limits = limits
    (encoding, offset) = try Self.encoding(of: file)
    while buffer.count < 1 << 16, try fill() {}
    if buffer.contains(0) { throw .notTable }
    if buffer.starts(with: "sep=".utf8),
      let end = buffer.firstIndex(where: { $0 == 10 || $0 == 13 })
    {
      separator = Array(buffer[4..<end])
      if separator.isEmpty { separator = [UInt8(ascii: ",")] }
      _ = try nextFields()
    } else {
      separator = Self.separator(of: buffer)
    }
  }

  /// The next row that has a value, numbered by the line it begins on; nil at the end.
  mutating func next() throws(FileProblem) -> Sheet.Row? {
    while true {
      let number = line
      guard let fields = try nextFields() else { return nil }
      guard number <= limits.rows else { throw .tooManyRows(limit: limits.rows) }
      if fields.isEmpty { continue }
      guard fields.count <= limits.columns else {
        throw .tooWide(row: number, column: fields.count, limit: limits.columns)
      }
      return Sheet.Row(fields, number: number)
    }
  }

  /// The fields of the next line, without empty ones at its end; nil at the end of the file.
  private mutating func nextFields() throws(FileProblem) -> [Sheet.Cell]? {
    guard try hasByte(at: position) else { return nil }
    var cells: [Sheet.Cell] = []
    var filled = 0
    while true {
      let cell = try nextField()
      cells.append(cell)
      if cell != .empty { filled = cells.count }
      if try hasByte(at: position), isSeparator(at: position) {
        position += separator.count
        continue
      }
      break
    }
    try passLineEnd()
    cells.removeSubrange(filled...)
    return cells
  }

  private mutating func nextField() throws(FileProblem) -> Sheet.Cell {
    if try hasByte(at: position), buffer[position] == 0x22 { return try quotedField() }
    var index = position
    while true {
      while index + separator.count > buffer.count {
        let done = index - position
        guard try fill() else { break }
        index = position + done
      }
      if index >= buffer.count { break }
      let byte = buffer[index]
      if byte == 0x0A || byte == 0x0D || (byte == separator[0] && isSeparator(at: index)) { break }
      index += 1
      try checkLength(index - position)
    }
    defer { position = index }
    return Self.cell(buffer[position..<index])
  }

  /// A field in quotation marks; what follows its closing mark up to the separator is kept too.
  private mutating func quotedField() throws(FileProblem) -> Sheet.Cell {
    let opened = line
    var bytes: [UInt8] = []
    position += 1
    while true {
      guard try hasByte(at: position) else { throw .openQuote(line: opened) }
      let byte = buffer[position]
      position += 1
      if byte == 0x22 {
        guard try hasByte(at: position), buffer[position] == 0x22 else { break }
        position += 1
      }
      if byte == 0x0A { line += 1 }
      bytes.append(byte)
      if bytes.count > limits.tokenBytes { throw .openQuote(line: opened) }
    }
    while try hasByte(at: position), !isSeparator(at: position), buffer[position] != 0x0A,
      buffer[position] != 0x0D
    {
      bytes.append(buffer[position])
      position += 1
      try checkLength(bytes.count)
    }
    return Self.cell(bytes[...])
  }

  private mutating func passLineEnd() throws(FileProblem) {
    guard try hasByte(at: position) else { return }
    let isReturn = buffer[position] == 0x0D
    position += 1
    line += 1
    if isReturn, try hasByte(at: position), buffer[position] == 0x0A { position += 1 }
  }

  /// Text, freed of the apostrophe by which a writer keeps it from being taken for a formula.
  private static func cell(_ bytes: ArraySlice<UInt8>) -> Sheet.Cell {
    guard let first = bytes.first else { return .empty }
    if first == 0x27, TextWriter.needsApostrophe(bytes) {
      return .text(String(decoding: bytes.dropFirst(), as: UTF8.self))
    }
    let isBlank = bytes.allSatisfy { $0 == 0x20 }
    return isBlank ? .empty : .text(String(decoding: bytes, as: UTF8.self))
  }

  // MARK: Bytes

  private func isSeparator(at index: Int) -> Bool {
    guard index + separator.count <= buffer.count else { return false }
    for offset in separator.indices where buffer[index + offset] != separator[offset] {
      return false
    }
    return true
  }

  private mutating func hasByte(at index: Int) throws(FileProblem) -> Bool {
    // One byte more than asked for, since the Persian comma has two.
    if index + 1 < buffer.count { return true }
    let ahead = index - position
    while position + ahead + 1 >= buffer.count {
      guard try fill() else { break }
    }
    return position + ahead < buffer.count
  }

  private func checkLength(_ count: Int) throws(FileProblem) {
    if count > limits.tokenBytes { throw .tooWide(row: line, column: 1, limit: limits.tokenBytes) }
  }

  /// Drops what was read and takes in more; false at the end of the file.
  ///
  /// Only called where indices after it are counted from `position`, which becomes 0.
  private mutating func fill() throws(FileProblem) -> Bool {
    guard offset < file.size else { return false }
    buffer.removeFirst(position)
    position = 0
    let bytes = try file.bytes(at: offset, count: 1 << 16)
    guard !bytes.isEmpty else { throw .damaged(part: "") }
    offset += bytes.count
    raw += bytes
    buffer += encoding.decoded(&raw, isLast: offset >= file.size)
    return true
  }

  // MARK: Guessing

  private static func encoding(
    of file: ByteFile
  ) throws(FileProblem) -> (encoding: TextEncoding, start: Int) {
    let head = try file.bytes(at: 0, count: 3)
    if head == [0xEF, 0xBB, 0xBF] { return (.utf8, 3) }
    if head.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if head.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    var validity = UTF8Validity()
    var place = 0
    while place < file.size {
      let bytes = try file.bytes(at: place, count: 1 << 18)
      guard !bytes.isEmpty, !bytes.contains(0) else { throw .notTable }
      if !validity.take(bytes) { return (.windows1256, 0) }
      place += bytes.count
    }
    return (validity.isComplete ? .utf8 : .windows1256, 0)
  }

  /// The sign that divides the first lines most evenly into most fields.
  private static func separator(of sample: [UInt8]) -> [UInt8] {
    let candidates = [",", ";", "\t", "\u{60C}", "|"].map { Array($0.utf8) }
    var lines: [[UInt8]] = [[]]
    var isQuoted = false
    for byte in sample {
      if byte == 0x22 { isQuoted.toggle() }
      if byte == 0x0A || byte == 0x0D, !isQuoted {
        if lines.last?.isEmpty == false {
          if lines.count == 20 { break }
          lines.append([])
        }
      } else if !isQuoted {
        lines[lines.count - 1].append(byte)
      }
    }
    var best = (separator: candidates[0], score: 0)
    for candidate in candidates {
      let counts = lines.map { occurrences(of: candidate, in: $0) }.filter { $0 > 0 }
      let usual = Dictionary(grouping: counts, by: { $0 }).max {
        ($0.value.count, $0.key) < ($1.value.count, $1.key)
      }
      let score = usual.map { $0.value.count * 1000 + min($0.key, 999) } ?? 0
      if score > best.score { best = (candidate, score) }
    }
    return best.separator
  }

  private static func occurrences(of separator: [UInt8], in line: [UInt8]) -> Int {
    guard separator.count == 2 else { return line.count { $0 == separator[0] } }
    return zip(line, line.dropFirst()).count { $0 == separator[0] && $1 == separator[1] }
  }
}

/// Whether bytes are UTF-8, piece by piece.
struct UTF8Validity {
  private var expected = 0
  private var lower: UInt8 = 0x80
  private var upper: UInt8 = 0xBF

  /// Whether no character was cut at the end.
  var isComplete: Bool { expected == 0 }

  /// Takes the next bytes; false once something is no UTF-8 (Unicode, table 3-7).
  mutating func take(_ bytes: [UInt8]) -> Bool {
    for byte in bytes {
      if expected > 0 {
        guard lower...upper ~= byte else { return false }
        (lower, upper) = (0x80, 0xBF)
        expected -= 1
        continue
      }
      switch byte {
      case ..<0x80: continue
      case 0xC2...0xDF: expected = 1
      case 0xE0: (expected, lower) = (2, 0xA0)
      case 0xED: (expected, upper) = (2, 0x9F)
      case 0xE1...0xEF: expected = 2
      case 0xF0: (expected, lower) = (3, 0x90)
      case 0xF4: (expected, upper) = (3, 0x8F)
      case 0xF1...0xF3: expected = 3
      default: return false
      }
    }
    return true
  }
}
