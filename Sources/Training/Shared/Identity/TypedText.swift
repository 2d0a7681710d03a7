import Persian

/// Text as a person typed it, made ready for reading digits out of it.
enum TypedText {
  /// The characters that people put between groups of digits, and the marks that editors leave.
  private static let fillers: Set<Unicode.Scalar> = [
    " ", "\u{A0}", "-", "\u{2010}", "\u{2011}", "\u{2013}", "\u{2212}", "_", "\u{200C}", "\u{200D}",
    "\u{200E}", "\u{200F}", "\u{202A}", "\u{202B}", "\u{202C}", "\u{202D}", "\u{202E}", "\u{2066}",
    "\u{2067}", "\u{2068}", "\u{2069}", "\u{FEFF}", "\t",
  ]

  /// The digits of `text` as ASCII; nil when anything but digits and fillers is in it.
  static func digits(of text: String) -> String? {
    var digits = ""
    for scalar in text.unicodeScalars where !fillers.contains(scalar) {
      guard let value = Digits.value(of: scalar) else { return nil }
      digits.append(String(value))
    }
    return digits
  }
}
