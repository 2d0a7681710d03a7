/// Numbers in words, for certificates and sums.
public enum NumberWords {
  private static let small = [
    "صفر", "یک", "دو", "سه", "چهار", "پنج", "شش", "هفت", "هشت", "نه", "ده", "یازده", "دوازده",
    "سیزده", "چهارده", "پانزده", "شانزده", "هفده", "هجده", "نوزده",
  ]
  private static let tens = [
    "", "", "بیست", "سی", "چهل", "پنجاه", "شصت", "هفتاد", "هشتاد", "نود",
  ]
  private static let hundreds = [
    "", "صد", "دویست", "سیصد", "چهارصد", "پانصد", "ششصد", "هفتصد", "هشتصد", "نهصد",
  ]

  /// The largest magnitude that has words here.
  public static let limit = 1_000_000_000_000_000

  /// A whole number in words: «یک هزار و چهارصد و سه».
  ///
  /// A thousand is «یک هزار», so that nothing can be written before it on a cheque; from 10¹²
  /// thousands of «میلیارد» are counted, as banks do.
  ///
  /// - Returns: nil beyond ``limit``.
  public static func text(_ number: Int) -> String? {
    guard number.magnitude <= limit.magnitude else { return nil }
    let words = magnitude(Int(number.magnitude))
    return number < 0 ? "منفی " + words : words
  }

  /// A score or sum given in hundredths: 1725 is «هفده و بیست و پنج صدم».
  ///
  /// - Returns: nil beyond ``limit``.
  public static func text(hundredths: Int) -> String? {
    let (whole, fraction) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    guard let words = text(Int(whole)) else { return nil }
    let part =
      switch fraction {
      case 0: ""
      case 50: "نیم"
      case let tenths where tenths.isMultiple(of: 10): small[Int(tenths / 10)] + " دهم"
      default: magnitude(Int(fraction)) + " صدم"
      }
    let joined = part.isEmpty ? words : whole == 0 ? part : words + " و " + part
    return hundredths < 0 ? "منفی " + joined : joined
  }

  /// An ordinal: «اول», «دوم», «سی‌ام», «بیست و یکم».
  ///
  /// - Returns: nil below 1 and beyond ``limit``.
  public static func ordinal(_ number: Int) -> String? {
    guard number >= 1, let words = text(number) else { return nil }
    if number == 1 { return "اول" }
    if words.hasSuffix("سه") { return words.dropLast() + "وم" }
    if words.hasSuffix("سی") { return words + "\u{200C}ام" }
    return words + "م"
  }

  private static func magnitude(_ number: Int) -> String {
    for (unit, name) in [
      (1_000_000_000, "میلیارد"), (1_000_000, "میلیون"), (1_000, "هزار"),
    ] where number >= unit {
      let count = magnitude(number / unit) + " " + name
      return number % unit == 0 ? count : count + " و " + magnitude(number % unit)
    }
    if number < 20 { return small[number] }
    let (head, rest) =
      number < 100
      ? (tens[number / 10], number % 10) : (hundreds[number / 100], number % 100)
    return rest == 0 ? head : head + " و " + magnitude(rest)
  }
}
