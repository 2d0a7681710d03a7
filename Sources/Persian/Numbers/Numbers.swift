/// Numbers as Persian readers write them.
public enum Numbers {
  /// The sign between thousands, U+066C.
  static let groupSign = "٬"
  /// The sign before the fraction, U+066B.
  static let fractionSign = "٫"

  /// An ungrouped number: «۱۲۳۴۵».
  public static func plain(_ number: Int, digits: Digits.Family = .persian) -> String {
    Digits.text(String(number), in: digits)
  }

  /// A number in groups of three: «۱۲٬۳۴۵»; with Latin digits the sign is a comma.
  public static func grouped(_ number: Int, digits: Digits.Family = .persian) -> String {
    let plain = Array(String(number.magnitude))
    var result = number < 0 ? "-" : ""
    for (index, digit) in plain.enumerated() {
      if index > 0, (plain.count - index).isMultiple(of: 3) {
        result += digits == .latin ? "," : groupSign
      }
      result.append(digit)
    }
    return Digits.text(result, in: digits)
  }

  /// A decimal, rounded half away from zero, without trailing zeros: «۱۷٫۲۵».
  ///
  /// `places` is the largest number of digits after the sign, 0–6.
  public static func decimal(
    _ number: Double, places: Int = 2, digits: Digits.Family = .persian
  ) -> String {
    precondition(0...6 ~= places, "Numbers.decimal: 0–6 places.")
    let scale = (0..<places).reduce(1) { power, _ in power * 10 }
    guard let scaled = Int(exactly: (number * Double(scale)).rounded()) else {
      return Digits.text(String(number), in: digits)
    }
    var fraction = Digits.padded(Int(scaled.magnitude) % scale, to: places)
    if places == 0 { fraction = "" }
    while fraction.last == "0" { fraction.removeLast() }
    let whole = (scaled < 0 ? "-" : "") + String(Int(scaled.magnitude) / scale)
    guard !fraction.isEmpty else { return Digits.text(whole, in: digits) }
    return Digits.text(whole + (digits == .latin ? "." : fractionSign) + fraction, in: digits)
  }

  /// Reads a whole number in any digits, with groups or without; nil for anything else.
  ///
  /// Groups, where written, must have three digits: «۱۲٬۳۴۵», `12,345`, «۱۲،۳۴۵».
  public static func integer(_ text: String) -> Int? {
    guard let parts = parts(of: text), parts.fraction == nil else { return nil }
    return Int((parts.negative ? "-" : "") + parts.whole)
  }

  /// Reads a decimal in any digits; nil for anything else.
  ///
  /// The fraction follows «٫», a point, or the slash with which scores are written: «۱۷/۵».
  public static func decimal(parsing text: String) -> Double? {
    guard let parts = parts(of: text) else { return nil }
    return Double((parts.negative ? "-" : "") + parts.whole + "." + (parts.fraction ?? "0"))
  }

  private struct Parts {
    var negative = false
    var whole = ""
    var fraction: String?
  }

  private static func parts(of text: String) -> Parts? {
    var scalars = Digits.latin(text).unicodeScalars.filter { !isSilent($0) }[...]
    var result = Parts()
    if let sign = scalars.first, "-+\u{2212}".unicodeScalars.contains(sign) {
      result.negative = sign != "+"
      scalars = scalars.dropFirst()
    }
    let pieces = scalars.split(omittingEmptySubsequences: false) {
      "./٫".unicodeScalars.contains($0)
    }
    guard pieces.count <= 2, let whole = pieces.first else { return nil }
    let groups = whole.split(omittingEmptySubsequences: false) {
      ",٬،'".unicodeScalars.contains($0)
    }
    let isGrouped = groups.count > 1
    for (index, group) in groups.enumerated() {
      guard !group.isEmpty, group.allSatisfy({ 48...57 ~= $0.value }) else { return nil }
      if isGrouped, index == 0 ? group.count > 3 : group.count != 3 { return nil }
      result.whole.unicodeScalars += group
    }
    if pieces.count == 2 {
      guard !pieces[1].isEmpty, pieces[1].allSatisfy({ 48...57 ~= $0.value }) else { return nil }
      result.fraction = String(String.UnicodeScalarView(pieces[1]))
    }
    return result
  }

  /// Spaces and direction marks, which copied numbers carry.
  private static func isSilent(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20, 0x09, 0xA0, 0x202F, 0x61C, 0x200B...0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
