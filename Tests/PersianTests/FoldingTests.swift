import Foundation
import Persian
import Testing

@Suite struct NormalizerTests {
  @Test(
    "Stored text has one spelling",
    arguments: [
      ("علي", "علی"), ("كريمي", "کریمی"), ("موسى", "موسی"), ("a\u{649}ب", "a\u{649}ب"),
      ("ا\u{653}زاد", "آزاد"), ("مسو\u{654}ول", "مسؤول"), ("  علی   رضا ", "علی رضا"),
      ("علی\u{A0}رضا", "علی رضا"), ("می\u{200C}رود", "می\u{200C}رود"),
      ("می\u{200C}\u{200C}رود", "می\u{200C}رود"), ("\u{200C}علی\u{200C}", "علی"),
      ("می\u{200C} رود", "می رود"), ("می \u{200C}رود", "می رود"), ("کار\u{200C}ها", "کارها"),
      ("دوره\u{200C}ها", "دوره\u{200C}ها"), ("ثبت\u{AC}نام", "ثبت\u{200C}نام"),
      ("ثبت\u{AD}نام", "ثبت\u{200C}نام"),
      ("a\u{AC}b", "a\u{AC}b"), ("\u{FEE3}\u{FEAA}\u{FEAE}\u{FEB3}\u{FEEA}", "مدرسه"),
      ("\u{FEFB}", "لا"), ("\u{FDF2}", "الله"), ("\u{FEF3}\u{FE8E}", "یا"), ("a\u{0}b\u{7}", "ab"),
      ("\u{202B}علی\u{202C}", "علی"), ("علی\nرضا\t۱", "علی رضا ۱"), ("", ""), ("   ", ""),
      ("plain text", "plain text"), ("ـــ", "ـــ"), ("مُحَمَّد", "مُحَمَّد"), ("\u{FEFF}نام", "نام"),
    ])
  func line(typed: String, stored: String) {
    let result = Normalizer.line(typed)
    #expect(Array(result.unicodeScalars) == Array(stored.unicodeScalars))
    #expect(Array(Normalizer.line(result).unicodeScalars) == Array(result.unicodeScalars))
  }

  @Test("Several lines keep their breaks, in one form")
  func lines() {
    #expect(Normalizer.lines("الف \r\n ب\n\nج\n") == "الف\nب\nج")
    #expect(Normalizer.lines("الف\rب\u{2028}پ") == "الف\nب\nپ")
  }

  @Test("Each presentation form of a letter becomes the letters Unicode's data gives it")
  func forms() throws {
    let data = try String(contentsOfFile: "/usr/share/unicode/UnicodeData.txt", encoding: .utf8)
    var checked = 0
    for line in data.split(separator: "\n") {
      let fields = line.split(separator: ";", omittingEmptySubsequences: false)
      guard let code = UInt32(fields[0], radix: 16), let scalar = Unicode.Scalar(code),
        0xFB50...0xFBFF ~= code || 0xFE70...0xFEFC ~= code, fields[5].hasPrefix("<"),
        !(0xFBEA...0xFBFB ~= code)
      else { continue }
      let letters = fields[5].split(separator: " ").dropFirst().compactMap {
        UInt32($0, radix: 16).flatMap(Unicode.Scalar.init)
      }.filter { $0 != " " && ($0 != "ـ" || fields[5].hasPrefix("<medial> 0640") == false) }
      var view = String.UnicodeScalarView()
      // The tests of yeh and kaf are above; here both sides take the Persian letters.
      view.append(contentsOf: letters)
      #expect(
        SearchKey.joined(String(scalar)) == SearchKey.joined(String(view)),
        "U+\(String(code, radix: 16)) \(fields[1])")
      checked += 1
    }
    #expect(checked > 240)
  }
}

@Suite struct SearchKeyTests {
  @Test(
    "One word in its spellings has one key",
    arguments: [
      ["ثبت‌نام", "ثبت نام", "ثبتنام", "ثبت\u{200C}\u{200C}نام", " ثبت نام "],
      ["علی", "علي", "على", "عَلِی", "علـــی"], ["کریمی", "كريمي"],
      ["مدرسه", "مدرسة", "مدرسۀ", "مدرسهٔ"],
      ["احمد", "أحمد", "إحمد", "آحمد"], ["۱۲", "12", "١٢", "１２"], ["ali", "ALI", "Ali"],
      ["میراحمدی", "میر احمدی"], ["کد ملی", "كد ملي:", "«کد ملی» *", "کدملی"], ["لا", "\u{FEFB}"],
      ["جزء", "جز"], ["ÉCOLE", "école"],
    ])
  func equal(spellings: [String]) {
    #expect(Set(spellings.map(SearchKey.joined)).count == 1)
  }

  @Test("Different words keep different keys")
  func different() {
    let words = ["علی", "عالی", "سلم", "صلم", "کار", "گار", "بر", "پر", "تر", "12", "21"]
    #expect(Set(words.map(SearchKey.joined)).count == words.count)
  }

  @Test("Words are separated at spaces, ZWNJ and punctuation")
  func words() {
    #expect(
      SearchKey.words("ثبت‌نام (اینترنتی)، دورهٔ ۲") == ["ثبت", "نام", "اینترنتی", "دوره", "2"])
    #expect(SearchKey.words(" ، ") == [])
    #expect(SearchKey.indexText("ثبت‌نام دوره") == "ثبت نام دوره ثبتنام نامدوره")
  }

  @Test("A query is an expression of prefixes in each reading; nothing typed can break it")
  func query() {
    #expect(SearchKey.query("ثبت نا") == #"("ثبت"* AND "نا"*) OR ("ثبتنا"*)"#)
    #expect(SearchKey.query("\"' OR *)(") == #"("or"*)"#)
    #expect(SearchKey.query(" ؟ ") == nil)
  }
}

@Suite struct CollationTests {
  @Test("The alphabet is in Persian order; pe, che, zhe, kaf, gaf and ye stand in their places")
  func alphabet() {
    let letters = "آاءبپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی".unicodeScalars.map { String($0) }
    #expect(letters.count == 34)
    #expect(letters.shuffled().sorted(by: Collation.precedes) == letters)
  }

  @Test("Spaces, digits, Persian and Latin letters follow one another; names sort as in lists")
  func classes() {
    let sorted = [
      "", "میر احمدی", "میراحمدی", "مینا", "وحید", "هادی", "یاسر", "a", "A", "b",
    ]
    #expect(sorted.shuffled().sorted(by: Collation.precedes) == sorted)
    #expect(Collation.key("کلاس ۱") == Collation.key("کلاس 1"))
    #expect(Collation.key("می‌رود") == Collation.key("میرود"))
    #expect(Collation.precedes("۹", "آ") && Collation.precedes("ی", "a"))
    #expect(Collation.precedes("کاظمی", "كاظمی") && Collation.precedes("كاظمی", "کاظمیان"))
  }

  @Test("120 random words are in the order into which ICU 72 sorts them by CLDR's rules for fa")
  func equalsICU() {
    // Written down from ucol_strcoll; 400,000 pairs of such words had the same order.
    let sorted = """
       2| 2آ| ء| نغ۳ق| وته|1فی|1م|1ۀز|2جچهف|2ۀإa|2Bٱة|آأه|آمب2ؤ|آیؤۀج|اا|\
      ٱأر|اتف|ٱشلءع|ٱغb|ٱىسءع|ئ|أ22ء|أآدر|أاۀ|إإائد|ئئئئچ|ئب|إپت|إپگ|ؤژ2|إم|\
      أوک|ؤوىگى|ءهZ|أىهپ|بقمکل|بگز ز|پدژآ|پشفعج|پعيؤ|پغ|پگهؤد|تb|چ21ءت|چآأإ|\
      چٱبدی|چبي|چفعع|چقٱaئ|چىؤ|چىی|د هپپ|دائن|دشريگ|دلژb|دىگ|رئگ|ربإ|رگأ گ|\
      رةسف|ز۳كلa|زئ|زئb|زفا|زيسیژ|ژ|ژ1ت|ژجا|ژدن2|ژی|سٱی|سژعت|سق|ش2گى|شٱست|\
      شت|شل|ع2پز|عىر|غبةف|غرب|غس|غسش2ج|غگؤ|ف|فدإ|قگپ|قلa1B|ك غزت|ک هر|كچإپف|\
      كلا|كنل2|كهپ2س|کىف|گعaۀ۳|لزؤ ی|مأي|مع|مbٱان|نق|نقBآغ|وأج|وپرآ|ۀ|هدaت|\
      ۀكکن|یآ|يا۳وئ|ىشمی|یهئۀن|يةی|aک|bإلری|Bژb|bی|Z|Zگ|Zهس|Zيگ
      """.split(separator: "|").map(String.init)
    #expect(sorted.count == 120)
    #expect(sorted.shuffled().sorted(by: Collation.precedes) == sorted)
  }

  @Test("Keys are printable ASCII, so that any binary order sorts them")
  func ascii() {
    let key = Collation.key("سلام دنیا! Ab ۱۲ é 漢 \u{0}\u{64B}")
    #expect(key.utf8.allSatisfy { 0x20...0x7E ~= $0 })
  }
}
