import Persian
import Testing

@Suite struct NumbersTests {
  @Test("Digits of three families are read and written in any of them")
  func digits() {
    #expect(Digits.latin("۱۲۳ ٤٥٦ 789") == "123 456 789")
    #expect(Digits.persian("0 9 ٠ ٩") == "۰ ۹ ۰ ۹")
    #expect(Digits.text("12۳", in: .arabic) == "١٢٣")
    #expect(Digits.persian("کلاس 3") == "کلاس ۳")
    #expect(Digits.padded(7, to: 2) == "07" && Digits.padded(1234, to: 2) == "1234")
  }

  @Test("Numbers are grouped by threes")
  func grouped() {
    #expect(Numbers.grouped(12_345) == "۱۲٬۳۴۵")
    #expect(Numbers.grouped(999) == "۹۹۹" && Numbers.grouped(1_000) == "۱٬۰۰۰")
    #expect(Numbers.grouped(-1_234_567, digits: .latin) == "-1,234,567")
    #expect(Numbers.grouped(.min, digits: .latin) == "-9,223,372,036,854,775,808")
  }

  @Test("Decimals have the Persian sign and no trailing zeros")
  func decimals() {
    #expect(Numbers.decimal(17.25) == "۱۷٫۲۵" && Numbers.decimal(17.5) == "۱۷٫۵")
    #expect(Numbers.decimal(20) == "۲۰" && Numbers.decimal(-0.5) == "-۰٫۵")
    #expect(Numbers.decimal(-0.001) == "۰" && Numbers.decimal(2.5, places: 0) == "۳")
    #expect(Numbers.decimal(1.005, places: 6, digits: .latin) == "1.005")
  }

  @Test(
    "Whole numbers are read in any digits and grouping",
    arguments: [
      ("۱۲٬۳۴۵", 12_345), ("12,345", 12_345), ("۱۲،۳۴۵", 12_345), ("١٢٣", 123), (" 7 ", 7),
      ("-۴۲", -42), ("\u{200E}−۴۲", -42), ("+5", 5), ("0012", 12), ("1,234,567", 1_234_567),
      ("-9223372036854775808", Int.min),
    ])
  func integers(text: String, number: Int) {
    #expect(Numbers.integer(text) == number)
  }

  @Test(
    "What is no whole number is nil",
    arguments: [
      "", "-", "1,23", "1234,567", ",123", "12a", "1.5", "۱۲٫۵", "9223372036854775808", "--1", "1-",
    ])
  func notIntegers(text: String) {
    #expect(Numbers.integer(text) == nil)
  }

  @Test("Decimals are read with the Persian sign, a point or a slash")
  func parsedDecimals() {
    for text in ["17.5", "۱۷٫۵", "۱۷/۵", "17/5", "١٧٫٥", "0017.50"] {
      #expect(Numbers.decimal(parsing: text) == 17.5, "\(text)")
    }
    #expect(Numbers.decimal(parsing: "-۱۲٬۳۴۵٫۲۵") == -12_345.25)
    #expect(Numbers.decimal(parsing: "20") == 20)
    for text in ["", ".", "1.", ".5", "1.2.3", "1e5", "nan", "۱۷٫a"] {
      #expect(Numbers.decimal(parsing: text) == nil, "\(text)")
    }
  }

  @Test(
    "Numbers are written in words",
    arguments: [
      (0, "صفر"), (1, "یک"), (13, "سیزده"), (20, "بیست"), (21, "بیست و یک"), (100, "صد"),
      (101, "صد و یک"), (999, "نهصد و نود و نه"), (1_000, "یک هزار"),
      (1_403, "یک هزار و چهارصد و سه"), (1_000_000, "یک میلیون"),
      (2_350_000, "دو میلیون و سیصد و پنجاه هزار"), (-5, "منفی پنج"),
      (1_000_000_000, "یک میلیارد"), (5_300_000_000_000, "پنج هزار و سیصد میلیارد"),
      (1_000_000_000_000_000, "یک میلیون میلیارد"), (1_001, "یک هزار و یک"),
    ])
  func words(number: Int, words: String) {
    #expect(NumberWords.text(number) == words)
  }

  @Test("Beyond 10¹⁵ there are no words, and nothing traps")
  func limits() {
    #expect(NumberWords.text(-NumberWords.limit) != nil)
    #expect(NumberWords.text(NumberWords.limit + 1) == nil)
    #expect(NumberWords.text(Int.min) == nil && NumberWords.text(hundredths: .min) == nil)
  }

  @Test("Scores in hundredths and ordinals have words")
  func scoresAndOrdinals() {
    #expect(NumberWords.text(hundredths: 1725) == "هفده و بیست و پنج صدم")
    #expect(NumberWords.text(hundredths: 1750) == "هفده و نیم")
    #expect(NumberWords.text(hundredths: 1720) == "هفده و دو دهم")
    #expect(
      NumberWords.text(hundredths: 2000) == "بیست" && NumberWords.text(hundredths: 50) == "نیم")
    #expect(NumberWords.text(hundredths: 1705) == "هفده و پنج صدم")
    let ordinals = [1, 2, 3, 10, 21, 23, 30, 33].map { NumberWords.ordinal($0) }
    #expect(
      ordinals == [
        "اول", "دوم", "سوم", "دهم", "بیست و یکم", "بیست و سوم", "سی‌ام", "سی و سوم",
      ])
    #expect(NumberWords.ordinal(0) == nil)
  }
}
