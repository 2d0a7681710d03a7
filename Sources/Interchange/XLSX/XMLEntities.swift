/// The five entities of XML and character numbers.
enum XMLEntities {
  /// The text with entities resolved, or nil when one is unknown or unfinished.
  ///
  /// Some programs write every Persian letter as a number, so this is no rare path.
  static func decoded(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    var isKnown = true
    // An entity is never shorter than the UTF-8 it stands for.
    let text = String(unsafeUninitializedCapacity: bytes.count) { output in
      var (index, count) = (0, 0)
      while index < bytes.count {
        if bytes[index] != 0x26 {
          output[count] = bytes[index]
          (index, count) = (index + 1, count + 1)
          continue
        }
        guard let (scalar, end) = entity(in: bytes, at: index + 1) else {
          isKnown = false
          return 0
        }
        for unit in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
          output[count] = unit
          count += 1
        }
        index = end
      }
      return count
    }
    return isKnown ? text : nil
  }

  /// The character of the entity whose name begins at `start`, and the place after its semicolon.
  private static func entity(
    in bytes: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> (scalar: Unicode.Scalar, end: Int)? {
    var index = start
    guard index < bytes.count else { return nil }
    guard bytes[index] == 0x23 else { return named(in: bytes, at: start) }
    index += 1
    var radix: UInt32 = 10
    if index < bytes.count, bytes[index] == 0x78 {
      radix = 16
      index += 1
    }
    var value: UInt32 = 0
    let first = index
    while index < bytes.count, bytes[index] != 0x3B {
      let digit: UInt32
      switch bytes[index] {
      case 0x30...0x39: digit = UInt32(bytes[index] - 0x30)
      case 0x41...0x46 where radix == 16: digit = UInt32(bytes[index] - 0x37)
      case 0x61...0x66 where radix == 16: digit = UInt32(bytes[index] - 0x57)
      default: return nil
      }
      value = value * radix + digit
      guard value <= 0x10FFFF, index - first < 12 else { return nil }
      index += 1
    }
    guard index > first, index < bytes.count, value > 0, let scalar = Unicode.Scalar(value) else {
      return nil
    }
    return (scalar, index + 1)
  }

  private static func named(
    in bytes: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> (scalar: Unicode.Scalar, end: Int)? {
    var word: UInt64 = 0
    var index = start
    while index < bytes.count, bytes[index] != 0x3B, index - start < 5 {
      word = word << 8 | UInt64(bytes[index])
      index += 1
    }
    guard index < bytes.count, bytes[index] == 0x3B else { return nil }
    let scalar: Unicode.Scalar
    switch word {
    // amp, lt, gt, quot, apos as big-endian bytes.
    case 0x61_6D70: scalar = "&"
    case 0x6C74: scalar = "<"
    case 0x6774: scalar = ">"
    case 0x7175_6F74: scalar = "\""
    case 0x6170_6F73: scalar = "'"
    default: return nil
    }
    return (scalar, index + 1)
  }
}
