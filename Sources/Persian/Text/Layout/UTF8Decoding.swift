extension Bidi {
  /// Fills the workspace from UTF-8; each maximal part that is not valid becomes U+FFFD.
  ///
  /// - Returns: the bits of all bidi classes that occur.
  mutating func decode(_ utf8: UnsafeBufferPointer<UInt8>) -> UInt32 {
    reserve(utf8.count)
    var found: UInt32 = 0
    var length = 0
    tables.index.withUnsafeBufferPointer { index in
      tables.traits.withUnsafeBufferPointer { table in
        var place = 0
        while place < utf8.count {
          let scalar = Self.decodeScalar(utf8, &place)
          let bits = table[Int(index[Int(scalar >> 7)]) << 7 | Int(scalar & 127)]
          scalars[length] = scalar
          traits[length] = bits
          found |= 1 << UInt32(bits & 31)
          length += 1
        }
      }
    }
    count = length
    return found
  }

  /// The scalar at a place, which moves behind it; U+FFFD for what is not valid (Unicode 3.9, D93b).
  @inline(__always)
  private static func decodeScalar(
    _ utf8: UnsafeBufferPointer<UInt8>, _ place: inout Int
  ) -> UInt32 {
    let first = utf8[place]
    place += 1
    if first < 0x80 { return UInt32(first) }
    if first >= 0xC2, first <= 0xDF, place < utf8.count, utf8[place] & 0xC0 == 0x80 {
      place += 1
      return UInt32(first & 0x1F) << 6 | UInt32(utf8[place - 1] & 0x3F)
    }
    return decodeLongScalar(first, utf8, &place)
  }

  /// What is left: longer sequences and whatever is not valid.
  private static func decodeLongScalar(
    _ first: UInt8, _ utf8: UnsafeBufferPointer<UInt8>, _ place: inout Int
  ) -> UInt32 {
    var needed: Int
    var low: UInt8 = 0x80
    var high: UInt8 = 0xBF
    var scalar: UInt32
    switch first {
    case 0xE0...0xEF:
      needed = 2
      scalar = UInt32(first & 0x0F)
      if first == 0xE0 { low = 0xA0 }
      if first == 0xED { high = 0x9F }
    case 0xF0...0xF4:
      needed = 3
      scalar = UInt32(first & 0x07)
      if first == 0xF0 { low = 0x90 }
      if first == 0xF4 { high = 0x8F }
    default: return 0xFFFD
    }
    while needed > 0 {
      guard place < utf8.count, utf8[place] >= low, utf8[place] <= high else { return 0xFFFD }
      scalar = scalar << 6 | UInt32(utf8[place] & 0x3F)
      place += 1
      needed -= 1
      (low, high) = (0x80, 0xBF)
    }
    return scalar
  }
}
