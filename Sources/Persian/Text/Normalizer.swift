/// The one spelling in which text is stored.
///
/// Letters and marks are composed (NFC, for the Arabic script), presentation forms become letters,
/// Arabic yeh and kaf become Persian ones, control and direction characters go, spaces of all
/// kinds become one space, and a ZWNJ stays only where it can be seen: after a joining letter,
/// before a letter. Digits, tatweel and vowel signs stay as typed.
public enum Normalizer {
  /// Text of one line: line breaks and tabs become spaces, spaces are single, ends are trimmed.
  public static func line(_ text: String) -> String { normal(text, keepsLines: false) }

  /// Text of several lines: LF between them, each line as in ``line(_:)``, empty ends trimmed.
  public static func lines(_ text: String) -> String { normal(text, keepsLines: true) }

  private static func normal(_ text: String, keepsLines: Bool) -> String {
    if isPlain(text) { return text }
    var result = Result()
    var afterReturn = false
    for scalar in text.unicodeScalars {
      let value = scalar.value
      if value == 0x0A, afterReturn {
        afterReturn = false
        continue
      }
      afterReturn = value == 0x0D
      switch value {
      case 0x0A...0x0D, 0x85, 0x2028, 0x2029: result.gap(keepsLines ? 0x0A : 0x20)
      case 0x09, 0x20, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: result.gap(0x20)
      case 0x200C, 0xAC, 0xAD: result.nonJoiner(value)
      case ..<0x20, 0x7F...0x9F, 0x61C, 0x200B, 0x200E...0x200F, 0x202A...0x202E, 0x2060...0x206F,
        0xFEFF, 0xFFF9...0xFFFB:
        continue
      default:
        if let letters = ArabicLetters.letters(ofForm: value) {
          for letter in letters { result.append(letter) }
        } else {
          result.append(value)
        }
      }
    }
    return result.finished()
  }

  /// Whether a text is printable ASCII with single inner spaces, so that nothing can change.
  private static func isPlain(_ text: String) -> Bool {
    var before: UInt8 = 0x20
    for byte in text.utf8 {
      if byte < 0x20 || byte > 0x7E || (byte == 0x20 && before == 0x20) { return false }
      before = byte
    }
    return before != 0x20 || text.isEmpty
  }

  private struct Result {
    private var scalars: [UInt32] = []
    /// The widest gap since the last character: a line break is wider than a space.
    private var pendingGap: UInt32?
    private var pendingNonJoiner: UInt32?

    mutating func gap(_ kind: UInt32) {
      pendingNonJoiner = nil
      pendingGap = pendingGap == 0x0A ? 0x0A : kind
    }

    /// ZWNJ; also the NOT SIGN and SOFT HYPHEN that old word processors wrote in its place.
    mutating func nonJoiner(_ value: UInt32) {
      guard pendingGap == nil, pendingNonJoiner != 0x200C else { return }
      pendingNonJoiner = value
    }

    mutating func append(_ value: UInt32) {
      if let gap = pendingGap, !scalars.isEmpty { scalars.append(gap) }
      pendingGap = nil
      if let sign = pendingNonJoiner {
        pendingNonJoiner = nil
        if ArabicLetters.isLetter(value), joinsBefore {
          scalars.append(0x200C)
        } else if sign == 0xAC {
          scalars.append(sign)
        }
      }
      if let last = scalars.last, let composed = ArabicLetters.composed(last, value) {
        scalars[scalars.count - 1] = composed
      } else {
        scalars.append(value)
      }
    }

    func finished() -> String {
      var view = String.UnicodeScalarView()
      for (index, value) in scalars.enumerated() {
        guard let scalar = Unicode.Scalar(persian(value, at: index)) else { continue }
        view.append(scalar)
      }
      return String(view)
    }

    /// The Persian letter for an Arabic one; alef maksura only where it ends a word, as inside
    /// one it is another letter of other languages.
    private func persian(_ value: UInt32, at index: Int) -> UInt32 {
      switch value {
      case 0x643: return 0x6A9
      case 0x64A: return 0x6CC
      case 0x649:
        let next = scalars[(index + 1)...].first { !ArabicLetters.isMark($0) }
        return next.map(ArabicLetters.isLetter) == true ? value : 0x6CC
      default: return value
      }
    }

    private var joinsBefore: Bool {
      scalars.last { !ArabicLetters.isMark($0) }.map(ArabicLetters.joinsForward) == true
    }
  }
}
