/// Persian alphabetical order as a sortable key (CLDR's rules for fa).
///
/// Keys are ASCII text, so SQLite's binary order, `ORDER BY key`, is the alphabetical order.
/// Spaces come before signs, signs before digits, digits (of any family alike) before Arabic
/// letters, these before Latin ones. A ZWNJ, tatweel and direction marks are ignored.
public enum Collation {
  /// The key of a text: weights of letters, then of their variants and marks, then of case.
  public static func key(_ text: String) -> String {
    var levels = Levels()
    for scalar in text.unicodeScalars {
      if let letters = ArabicLetters.letters(ofForm: scalar.value) {
        for letter in letters { levels.append(letter) }
      } else {
        levels.append(scalar.value)
      }
    }
    return levels.key
  }

  /// Whether one text comes before another; for lists in memory.
  public static func precedes(_ left: String, _ right: String) -> Bool { key(left) < key(right) }

  fileprivate static let alphabet = Array(
    "آاءبپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی".unicodeScalars.map(\.value))

  /// Letters that differ from another only at the second level, in their order there.
  fileprivate static let variants: [(base: UInt32, others: [UInt32])] = [
    (0x627, [0x671]),
    // Hamza is a letter of its own, whatever carries it: رئیس stands before ربیع.
    (0x621, [0x623, 0x672, 0x625, 0x673, 0x624, 0x626]),
    (0x6A9, [0x6AA, 0x6AB, 0x643, 0x6AC, 0x6AD, 0x6AE]),
    (0x647, [0x6D5, 0x6C1, 0x629, 0x6C3, 0x6C0, 0x6BE]),
    (0x6CC, [0x649, 0x6D2, 0x64A, 0x6D0, 0x6D1, 0x6CD, 0x6CE]),
    // Letters of neighbouring languages stand with the letter they resemble.
    (0x62A, [0x679]), (0x62F, [0x688]), (0x631, [0x691, 0x695]), (0x641, [0x6A4]),
    (0x644, [0x6B5]), (0x646, [0x6BA]), (0x648, [0x6C6, 0x6C7, 0x6CB]),
  ]

  /// Vowel signs in their order at the second level.
  fileprivate static let marks: [UInt32] = [
    0x64E, 0x650, 0x64F, 0x64B, 0x64D, 0x64C, 0x651, 0x652, 0x670, 0x653, 0x654, 0x655,
  ]

  fileprivate struct Weight {
    var primary: UInt8
    var secondary: UInt8
  }

  fileprivate static let arabic: [UInt32: Weight] = {
    var weights: [UInt32: Weight] = [:]
    for (index, letter) in alphabet.enumerated() {
      weights[letter] = Weight(
        primary: Levels.firstArabic + UInt8(index), secondary: Levels.common)
    }
    for (base, others) in variants {
      guard let primary = weights[base]?.primary else { continue }
      for (index, other) in others.enumerated() {
        weights[other] = Weight(
          primary: primary, secondary: Levels.common + 1 + UInt8(index))
      }
    }
    return weights
  }()
}

/// The three strings of weights a key is made of; no weight is at or below the space that ends one.
private struct Levels {
  static let common: UInt8 = 0x21
  static let space: UInt8 = 0x21
  static let sign: UInt8 = 0x22
  static let firstArabic: UInt8 = 0x3A
  static let firstLatin: UInt8 = 0x5C
  static let other: UInt8 = 0x7E
  static let firstMark: UInt8 = 0x41

  private var primary: [UInt8] = []
  private var secondary: [UInt8] = []
  private var tertiary: [UInt8] = []
  /// The letter a following mark may compose with, while it is the last thing appended.
  private var last: UInt32 = 0

  mutating func append(_ value: UInt32) {
    if let composed = ArabicLetters.composed(last, value) {
      primary.removeLast()
      secondary.removeLast()
      tertiary.removeLast()
      last = composed
      return appendLetter(composed)
    }
    last = value
    switch value {
    case 0x30...0x39: add(UInt8(value))
    case 0x6F0...0x6F9: add(UInt8(value - 0x6F0 + 0x30))
    case 0x660...0x669: add(UInt8(value - 0x660 + 0x30))
    case 0x61...0x7A: add(UInt8(value - 0x61) + Self.firstLatin)
    case 0x41...0x5A: add(UInt8(value - 0x41) + Self.firstLatin, case: Self.common + 1)
    case 0x20, 0x09...0x0D, 0x85, 0xA0, 0x2000...0x200A, 0x2028...0x2029, 0x202F, 0x3000:
      add(Self.space)
    case 0x640, 0xAD, 0x61C, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF,
      ..<0x09, 0x0E...0x1F, 0x7F...0x9F:
      return
    default: appendLetter(value)
    }
  }

  private mutating func appendLetter(_ value: UInt32) {
    if let weight = Collation.arabic[value] {
      add(weight.primary, weight.secondary)
    } else if let mark = Collation.marks.firstIndex(of: value) {
      secondary.append(Self.firstMark + UInt8(mark))
    } else if ArabicLetters.isMark(value) {
      secondary.append(Self.firstMark + UInt8(Collation.marks.count))
    } else {
      let isLetter = Unicode.Scalar(value)?.properties.isAlphabetic == true
      add(isLetter ? Self.other : Self.sign)
      // Four digits of base 64 in the order of code points, so that different signs differ.
      for shift in [18, 12, 6, 0] as [UInt32] { primary.append(0x30 + UInt8(value >> shift & 63)) }
    }
  }

  private mutating func add(
    _ weight: UInt8, _ variant: UInt8 = Self.common, case size: UInt8 = Self.common
  ) {
    primary.append(weight)
    secondary.append(variant)
    tertiary.append(size)
  }

  var key: String {
    var bytes = primary
    let (second, third) = (Self.trimmed(secondary), Self.trimmed(tertiary))
    if !second.isEmpty || !third.isEmpty { bytes += [0x20] + second }
    if !third.isEmpty { bytes += [0x20] + third }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func trimmed(_ weights: [UInt8]) -> ArraySlice<UInt8> {
    guard let end = weights.lastIndex(where: { $0 != common }) else { return [] }
    return weights[...end]
  }
}
