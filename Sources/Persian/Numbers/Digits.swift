/// The three families of decimal digits met in Persian offices.
public enum Digits {
  public enum Family: String, CaseIterable, Codable, Hashable, Sendable {
    /// 0–9, the form in which values are stored.
    case latin
    /// U+06F0–U+06F9, the form in which values are shown.
    case persian
    /// U+0660–U+0669, met in imported files.
    case arabic

    /// The scalar value of the digit zero.
    var zero: UInt32 {
      switch self {
      case .latin: 0x30
      case .persian: 0x6F0
      case .arabic: 0x660
      }
    }
  }

  /// The value of a decimal digit of any family, or nil.
  public static func value(of scalar: Unicode.Scalar) -> Int? {
    for family in Family.allCases where scalar.value &- family.zero < 10 {
      return Int(scalar.value - family.zero)
    }
    return nil
  }

  /// The text with every digit, of whatever family, written in one family.
  public static func text(_ text: String, in family: Family) -> String {
    if family == .latin, text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let digit = value(of: scalar).flatMap { Unicode.Scalar(family.zero + UInt32($0)) }
      result.append(digit ?? scalar)
    }
    return String(result)
  }

  /// The text with Latin digits.
  public static func latin(_ text: String) -> String { self.text(text, in: .latin) }

  /// The text with Persian digits.
  public static func persian(_ text: String) -> String { self.text(text, in: .persian) }

  /// An ungrouped number in Persian digits, for years and codes.
  public static func persian(_ number: Int) -> String { persian(String(number)) }

  /// A number in Latin digits, filled with zeros from the front; a longer one stays as it is.
  public static func padded(_ number: Int, to width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
  }
}
