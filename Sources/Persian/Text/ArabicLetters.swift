/// What folding needs to know about single Arabic letters.
enum ArabicLetters {
  /// Whether a scalar is a letter of the Arabic script (not a mark, digit or sign).
  static func isLetter(_ value: UInt32) -> Bool {
    switch value {
    case 0x620...0x63F, 0x641...0x64A, 0x66E...0x66F, 0x671...0x6D3, 0x6D5, 0x6E5...0x6E6,
      0x6EE...0x6EF, 0x6FA...0x6FC, 0x6FF, 0x750...0x77F, 0x8A0...0x8C9:
      true
    default: false
    }
  }

  /// Whether a letter joins to the one after it, so that a ZWNJ there is visible.
  static func joinsForward(_ value: UInt32) -> Bool {
    guard isLetter(value) else { return false }
    switch value {
    case 0x621...0x625, 0x627, 0x629, 0x62F...0x632, 0x648, 0x671...0x677, 0x688...0x699, 0x6C0,
      0x6C3...0x6CB, 0x6CD, 0x6CF, 0x6D2...0x6D3, 0x6D5, 0x6EE...0x6EF:
      return false
    default: return true
    }
  }

  /// Whether a scalar is a vowel sign or other mark above or below an Arabic letter.
  static func isMark(_ value: UInt32) -> Bool {
    switch value {
    case 0x610...0x61A, 0x64B...0x65F, 0x670, 0x6D6...0x6DC, 0x6DF...0x6E4, 0x6E7...0x6E8,
      0x6EA...0x6ED, 0x8CA...0x8E1, 0x8E3...0x8FF:
      true
    default: false
    }
  }

  /// The one letter that a letter and a following mark make (canonical composition).
  static func composed(_ letter: UInt32, _ mark: UInt32) -> UInt32? {
    switch (letter, mark) {
    case (0x627, 0x653): 0x622
    case (0x627, 0x654): 0x623
    case (0x648, 0x654): 0x624
    case (0x627, 0x655): 0x625
    case (0x64A, 0x654): 0x626
    case (0x6D5, 0x654): 0x6C0
    case (0x6C1, 0x654): 0x6C2
    case (0x6D2, 0x654): 0x6D3
    default: nil
    }
  }

  /// The letters that a presentation form stands for, or nil when the scalar is none.
  static func letters(ofForm value: UInt32) -> [UInt32]? {
    switch value {
    case 0xFB50...0xFBFF, 0xFE70...0xFEFC, 0xFDF2: forms[value]
    default: nil
    }
  }

  /// Each run of forms in code order: the first code, then letters with the number of their forms.
  private static let runs: [(first: UInt32, letters: [(String, Int)])] = [
    (
      0xFB50,
      [
        ("ٱ", 2), ("ٻ", 4), ("پ", 4), ("ڀ", 4), ("ٺ", 4), ("ٿ", 4), ("ٹ", 4), ("ڤ", 4), ("ڦ", 4),
        ("ڄ", 4), ("ڃ", 4), ("چ", 4), ("ڇ", 4), ("ڍ", 2), ("ڌ", 2), ("ڎ", 2), ("ڈ", 2), ("ژ", 2),
        ("ڑ", 2), ("ک", 4), ("گ", 4), ("ڳ", 4), ("ڱ", 4), ("ں", 2), ("ڻ", 4), ("\u{6C0}", 2),
        ("ہ", 4), ("ھ", 4), ("ے", 2), ("\u{6D3}", 2),
      ]
    ),
    (
      0xFBD3,
      [
        ("ڭ", 4), ("ۇ", 2), ("ۆ", 2), ("ۈ", 2), ("\u{677}", 1), ("ۋ", 2), ("ۅ", 2), ("ۉ", 2),
        ("ې", 4), ("ى", 2),
      ]
    ),
    (0xFBFC, [("ی", 4)]),
    (0xFDF2, [("الله", 1)]),
    (
      0xFE80,
      [
        ("ء", 1), ("\u{622}", 2), ("\u{623}", 2), ("\u{624}", 2), ("\u{625}", 2), ("\u{626}", 4),
        ("ا", 2), ("ب", 4), ("ة", 2), ("ت", 4), ("ث", 4), ("ج", 4), ("ح", 4), ("خ", 4), ("د", 2),
        ("ذ", 2), ("ر", 2), ("ز", 2), ("س", 4), ("ش", 4), ("ص", 4), ("ض", 4), ("ط", 4), ("ظ", 4),
        ("ع", 4), ("غ", 4), ("ف", 4), ("ق", 4), ("ك", 4), ("ل", 4), ("م", 4), ("ن", 4), ("ه", 4),
        ("و", 2), ("ى", 2), ("ي", 4), ("ل\u{622}", 2), ("ل\u{623}", 2), ("ل\u{625}", 2), ("لا", 2),
      ]
    ),
  ]

  /// Spacing and tatweel forms of the marks, by code from U+FE70; FE75 is unassigned.
  private static let marks: [UInt32] = [
    0x64B, 0x64B, 0x64C, 0, 0x64D, 0, 0x64E, 0x64E, 0x64F, 0x64F, 0x650, 0x650, 0x651, 0x651, 0x652,
    0x652,
  ]

  private static let forms: [UInt32: [UInt32]] = {
    var forms: [UInt32: [UInt32]] = [:]
    for run in runs {
      var code = run.first
      for (letters, count) in run.letters {
        for _ in 0..<count {
          forms[code] = letters.unicodeScalars.map(\.value)
          code += 1
        }
      }
    }
    for (index, mark) in marks.enumerated() where mark != 0 {
      forms[0xFE70 + UInt32(index)] = [mark]
    }
    return forms
  }()
}
