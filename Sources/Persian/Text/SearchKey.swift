/// The folded form in which texts are compared, searched and found to be duplicates.
///
/// Vowel signs, tatweel, hamza, format characters and punctuation go; letters with hamza or madda
/// become their base; forms of yeh, kaf and heh become one; digits become Latin, letters lower
/// case. So «ثبت‌نام», «ثبت نام» and «ثبتنام» have one ``joined(_:)`` key.
public enum SearchKey {
  /// The key without any spaces: for equality, duplicates and prefixes of names and codes.
  public static func joined(_ text: String) -> String {
    var view = String.UnicodeScalarView()
    fold(text) { piece in
      if case .scalar(let scalar) = piece { view.append(scalar) }
    }
    return String(view)
  }

  /// The words of a text; a ZWNJ and punctuation separate words as a space does.
  public static func words(_ text: String) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    fold(text) { piece in
      switch piece {
      case .scalar(let scalar): word.append(scalar)
      case .gap:
        if !word.isEmpty { words.append(String(word)) }
        word = String.UnicodeScalarView()
      }
    }
    if !word.isEmpty { words.append(String(word)) }
    return words
  }

  /// The words of a text and each neighbouring pair as one, separated by spaces.
  ///
  /// What a full-text index stores, so that a word written together, with a ZWNJ or with a space
  /// is found by each of the three; see ``query(_:)``.
  public static func indexText(_ text: String) -> String {
    let words = words(text)
    let pairs = zip(words, words.dropFirst()).map { $0 + $1 }
    return (words + pairs).joined(separator: " ")
  }

  /// The FTS5 expression that finds texts stored as ``indexText(_:)``; nil when nothing is left.
  ///
  /// Every word typed must begin a stored word; neighbouring words may be stored as one. A key
  /// has only letters and digits, so nothing needs escaping.
  public static func query(_ text: String) -> String? {
    let words = words(text)
    guard !words.isEmpty else { return nil }
    // Three words have three readings, four have five; beyond that pairs are not tried.
    let readings = words.count <= 4 ? readings(of: words[...]) : [words]
    return readings.map { reading in
      "(" + reading.map { "\"\($0)\"*" }.joined(separator: " AND ") + ")"
    }.joined(separator: " OR ")
  }

  private static func readings(of words: ArraySlice<String>) -> [[String]] {
    guard let first = words.first else { return [[]] }
    var result = readings(of: words.dropFirst()).map { [first] + $0 }
    if let second = words.dropFirst().first {
      result += readings(of: words.dropFirst(2)).map { [first + second] + $0 }
    }
    return result
  }

  private enum Piece {
    case scalar(Unicode.Scalar)
    case gap
  }

  private static func fold(_ text: String, into result: (Piece) -> Void) {
    for scalar in text.unicodeScalars {
      let value = scalar.value
      if value < 0x80 {
        foldASCII(UInt8(value), into: result)
      } else if let letters = ArabicLetters.letters(ofForm: value) {
        for letter in letters { foldBeyondASCII(letter, into: result) }
      } else {
        foldBeyondASCII(value, into: result)
      }
    }
  }

  private static func foldASCII(_ byte: UInt8, into result: (Piece) -> Void) {
    switch byte {
    case 0x30...0x39, 0x61...0x7A: result(.scalar(Unicode.Scalar(byte)))
    case 0x41...0x5A: result(.scalar(Unicode.Scalar(byte + 0x20)))
    default: result(.gap)
    }
  }

  private static func foldBeyondASCII(_ value: UInt32, into result: (Piece) -> Void) {
    switch value {
    case 0x6F0...0x6F9: emit(value - 0x6F0 + 0x30, into: result)
    case 0x660...0x669: emit(value - 0x660 + 0x30, into: result)
    case 0x622, 0x623, 0x625, 0x671: emit(0x627, into: result)
    case 0x624: emit(0x648, into: result)
    case 0x626, 0x649, 0x64A, 0x6CD, 0x6CE, 0x6D0, 0x6D2, 0x6D3: emit(0x6CC, into: result)
    case 0x643, 0x6AA: emit(0x6A9, into: result)
    case 0x629, 0x6BE, 0x6C0...0x6C3, 0x6D5: emit(0x647, into: result)
    // Dropped inside a word: hamza, tatweel, format characters that are no break.
    case 0x621, 0x640, 0xAD, 0x61C, 0x200B, 0x200D...0x200F, 0x202A...0x202E, 0x2060...0x206F,
      0xFEFF, 0x66B, 0x66C:
      return
    case 0xFDFC: for letter in "ریال".unicodeScalars { result(.scalar(letter)) }
    // Full-width forms of ASCII.
    case 0xFF01...0xFF5E: foldASCII(UInt8(value - 0xFEE0), into: result)
    default: foldOther(value, into: result)
    }
  }

  private static func foldOther(_ value: UInt32, into result: (Piece) -> Void) {
    guard !ArabicLetters.isMark(value), let scalar = Unicode.Scalar(value) else { return }
    if ArabicLetters.isLetter(value) { return result(.scalar(scalar)) }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .titlecaseLetter:
      for lower in scalar.properties.lowercaseMapping.unicodeScalars { result(.scalar(lower)) }
    case .lowercaseLetter, .otherLetter, .modifierLetter, .decimalNumber, .letterNumber:
      result(.scalar(scalar))
    case .nonspacingMark, .enclosingMark, .spacingMark: return
    default: result(.gap)
    }
  }

  private static func emit(_ value: UInt32, into result: (Piece) -> Void) {
    if let scalar = Unicode.Scalar(value) { result(.scalar(scalar)) }
  }
}
