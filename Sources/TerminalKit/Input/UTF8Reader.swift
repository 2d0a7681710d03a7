/// Reads UTF-8 that may be cut off or wrong.
enum UTF8Reader {
  enum Result: Equatable {
    case scalar(UInt32, length: Int)
    /// A beginning without its end.
    case incomplete
    case invalid
  }

  static func first(of data: ArraySlice<UInt8>) -> Result {
    guard let lead = data.first else { return .incomplete }
    let length: Int
    switch lead {
    case 0..<0x80: return .scalar(UInt32(lead), length: 1)
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF: length = 3
    case 0xF0...0xF4: length = 4
    default: return .invalid
    }
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for (place, byte) in data.dropFirst().prefix(length - 1).enumerated() {
      guard byte & 0xC0 == 0x80 else { return .invalid }
      // Overlong forms, surrogates and values over 10FFFF show in the second byte.
      if place == 0 {
        switch lead {
        case 0xE0 where byte < 0xA0, 0xED where byte > 0x9F, 0xF0 where byte < 0x90,
          0xF4 where byte > 0x8F:
          return .invalid
        default: break
        }
      }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    return data.count < length ? .incomplete : .scalar(value, length: length)
  }

  /// All scalars; each wrong byte becomes U+FFFD.
  static func scalars(_ data: [UInt8]) -> [UInt32] {
    var result: [UInt32] = []
    result.reserveCapacity(data.count)
    var rest = data[...]
    while !rest.isEmpty {
      if case .scalar(let scalar, let length) = first(of: rest) {
        result.append(scalar)
        rest = rest.dropFirst(length)
      } else {
        result.append(0xFFFD)
        rest = rest.dropFirst()
      }
    }
    return result
  }
}
