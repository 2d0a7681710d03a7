/// The encodings in which Persian text files come.
enum TextEncoding: Hashable {
  case utf8
  /// The encoding of Persian and Arabic Windows programs.
  case windows1256
  /// What spreadsheets call "Unicode text".
  case utf16LittleEndian, utf16BigEndian

  /// The scalars of the bytes 0x80–0xFF in Windows-1256, as Python's codec has them.
  private static let upperHalf: [UInt16] = [
    0x20AC, 0x67E, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030,
    0x679, 0x2039, 0x152, 0x686, 0x698, 0x688, 0x6AF, 0x2018, 0x2019, 0x201C,
    0x201D, 0x2022, 0x2013, 0x2014, 0x6A9, 0x2122, 0x691, 0x203A, 0x153, 0x200C,
    0x200D, 0x6BA, 0xA0, 0x60C, 0xA2, 0xA3, 0xA4, 0xA5, 0xA6, 0xA7,
    0xA8, 0xA9, 0x6BE, 0xAB, 0xAC, 0xAD, 0xAE, 0xAF, 0xB0, 0xB1,
    0xB2, 0xB3, 0xB4, 0xB5, 0xB6, 0xB7, 0xB8, 0xB9, 0x61B, 0xBB,
    0xBC, 0xBD, 0xBE, 0x61F, 0x6C1, 0x621, 0x622, 0x623, 0x624, 0x625,
    0x626, 0x627, 0x628, 0x629, 0x62A, 0x62B, 0x62C, 0x62D, 0x62E, 0x62F,
    0x630, 0x631, 0x632, 0x633, 0x634, 0x635, 0x636, 0xD7, 0x637, 0x638,
    0x639, 0x63A, 0x640, 0x641, 0x642, 0x643, 0xE0, 0x644, 0xE2, 0x645,
    0x646, 0x647, 0x648, 0xE7, 0xE8, 0xE9, 0xEA, 0xEB, 0x649, 0x64A,
    0xEE, 0xEF, 0x64B, 0x64C, 0x64D, 0x64E, 0xF4, 0x64F, 0x650, 0xF7,
    0x651, 0xF9, 0x652, 0xFB, 0xFC, 0x200E, 0x200F, 0x6D2,
  ]

  /// The bytes as UTF-8; `isLast` is false when more bytes follow.
  ///
  /// Takes away from `bytes` what was decoded, so that half a character waits for its rest.
  func decoded(_ bytes: inout [UInt8], isLast: Bool) -> [UInt8] {
    switch self {
    case .utf8:
      defer { bytes.removeAll(keepingCapacity: true) }
      return bytes
    case .windows1256:
      defer { bytes.removeAll(keepingCapacity: true) }
      var result: [UInt8] = []
      result.reserveCapacity(bytes.count * 2)
      for byte in bytes {
        if byte < 0x80 {
          result.append(byte)
        } else if let scalar = Unicode.Scalar(Self.upperHalf[Int(byte) - 0x80]) {
          result += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
        }
      }
      return result
    case .utf16LittleEndian, .utf16BigEndian: return decodedUTF16(&bytes, isLast: isLast)
    }
  }

  private func decodedUTF16(_ bytes: inout [UInt8], isLast: Bool) -> [UInt8] {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    for index in stride(from: 0, to: bytes.count - 1, by: 2) {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(self == .utf16LittleEndian ? second << 8 | first : first << 8 | second)
    }
    if !isLast, let last = units.last, UTF16.isLeadSurrogate(last) { units.removeLast() }
    bytes.removeFirst(units.count * 2)
    if isLast { bytes.removeAll() }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }
}
