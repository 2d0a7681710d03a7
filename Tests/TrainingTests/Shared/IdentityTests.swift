import Testing
import Training

@Suite struct IdentityTests {
  @Test(
    "S0-12 national codes with the right check digit are taken",
    arguments: [
      "0012345679", "1234567891", "4571234562", "0084575948", "0499370899", "0790419904",
      "0183382390",
    ])
  func rightCode(_ text: String) throws {
    let code = try NationalCode(validating: text)
    #expect(code.digits == text)
    #expect(code.isChecked)
  }

  @Test("S0-12 a wrong check digit is refused and the right one named")
  func wrongCheckDigit() {
    #expect(throws: Complaint.nationalCode(.checkDigit(expected: 9))) {
      try NationalCode(validating: "0012345670")
    }
  }

  @Test(
    "S0-12 ten equal digits are refused although their sum is right",
    arguments: ["1111111111", "۲۲۲۲۲۲۲۲۲۲", "0000000000"])
  func sameDigits(_ text: String) {
    #expect(throws: Complaint.nationalCode(.sameDigits)) { try NationalCode(validating: text) }
  }

  @Test("S0-12 codes of 8 and 9 digits get their zeros back, 7 and 11 digits are refused")
  func padding() throws {
    #expect(try NationalCode(validating: "84575948").digits == "0084575948")
    #expect(try NationalCode(validating: "499370899").digits == "0499370899")
    for text in ["4575948", "00084575948"] {
      #expect(throws: Complaint.nationalCode(.length(text.count))) {
        try NationalCode(validating: text)
      }
    }
  }

  @Test("S0-12 a code beginning with three zeros is refused")
  func reservedPrefix() {
    #expect(throws: Complaint.nationalCode(.reservedPrefix)) {
      try NationalCode(validating: "0001234567")
    }
  }

  @Test("S0-3 codes are read in Persian, Arabic and Latin digits with separators")
  func digitFamilies() throws {
    for text in ["۰۰۸۴۵۷۵۹۴۸", "٠٠٨٤٥٧٥٩٤٨", "008-457594-8", "\u{200F}0084575948 "] {
      #expect(try NationalCode(validating: text).digits == "0084575948")
    }
    #expect(throws: Complaint.nationalCode(.notDigits)) {
      try NationalCode(validating: "00845x5948")
    }
    #expect(throws: Complaint.empty) { try NationalCode(validating: "  ") }
  }

  @Test("S0-12 every single wrong digit of a code is refused or changes nothing but r = 1 and 10")
  func singleErrors() throws {
    var (tried, missed) = (0, 0)
    for code in ["0084575948", "0499370899", "1234567891", "4571234562"] {
      for position in 0..<10 {
        for digit in "0123456789" where Array(code)[position] != digit {
          var wrong = Array(code)
          wrong[position] = digit
          tried += 1
          if (try? NationalCode(validating: String(wrong))) != nil { missed += 1 }
        }
      }
    }
    #expect(tried == 360)
    #expect(missed * 100 < tried * 4, "\(missed) of \(tried) slips were not noticed")
  }

  @Test("S0-12 a foreign number is kept unchecked and says so")
  func uncheckedCode() throws {
    let code = try NationalCode(unchecked: "123456789012")
    #expect(code.digits == "123456789012")
    #expect(!code.isChecked)
    #expect(throws: Complaint.nationalCode(.length(4))) { try NationalCode(unchecked: "1234") }
  }

  @Test("S0-13 the length of personnel codes is a setting")
  func personnelCode() throws {
    #expect(try PersonnelCode(validating: "۱۲۳۴۵۶۷۸", length: 8).digits == "12345678")
    #expect(try PersonnelCode(validating: "345678", length: 8).digits == "00345678")
    #expect(try PersonnelCode(validating: "1234567890", length: 10).digits == "1234567890")
    #expect(throws: Complaint.personnelCode(.length(9, required: 8))) {
      try PersonnelCode(validating: "123456789", length: 8)
    }
    #expect(throws: Complaint.personnelCode(.length(5, required: 8))) {
      try PersonnelCode(validating: "12345", length: 8)
    }
    #expect(throws: Complaint.personnelCode(.allZeros)) {
      try PersonnelCode(validating: "00000000", length: 8)
    }
  }

  @Test("S0-4 names keep one spelling: Persian letters, single blanks, no digits")
  func names() throws {
    let name = try PersonName(first: " علي ", last: "كاظمي  اصل")
    #expect(name.first == "علی")
    #expect(name.last == "کاظمی اصل")
    #expect(name.surnameFirst == "کاظمی اصل علی")
    #expect(throws: Complaint.empty) { try PersonName(first: " ", last: "رضایی") }
    #expect(throws: Complaint.name("۲")) { try PersonName(first: "علی۲", last: "رضایی") }
    #expect(throws: Complaint.tooLong(maximum: 60)) {
      try PersonName(first: String(repeating: "ا", count: 61), last: "رضایی")
    }
  }

  @Test(
    "S0-3 mobile numbers in all usual forms become one",
    arguments: [
      "09123456789", "۰۹۱۲۳۴۵۶۷۸۹", "+989123456789", "00989123456789", "989123456789",
      "9123456789", "0912 345 6789",
    ])
  func mobile(_ text: String) throws {
    #expect(try Mobile(validating: text).digits == "09123456789")
  }

  @Test("S0-3 what is no mobile number is refused", arguments: ["0812345678", "0912345678", "abc"])
  func noMobile(_ text: String) {
    #expect(throws: Complaint.mobile) { try Mobile(validating: text) }
  }

  @Test("S0-3 amounts are read grouped and in any digits, and bounded")
  func rials() throws {
    #expect(try Rial(validating: "۱۲٬۵۰۰٬۰۰۰").amount == 12_500_000)
    #expect(try Rial(validating: "0") == Rial(0))
    #expect(throws: Complaint.notNumber) { try Rial(validating: "12a") }
    #expect(throws: Complaint.outOfRange(0...1_000_000_000_000_000)) {
      try Rial(validating: "1000000000000001")
    }
  }

  @Test("S2-4.7 times are read in the forms people write, and nothing else is")
  func times() throws {
    for text in ["8:30", "۸:۳۰", "08:30", "0830"] {
      #expect(try TimeSpan.minute(validating: text) == 510)
    }
    #expect(try TimeSpan.minute(validating: "24:00") == 1440)
    for text in ["25:00", "8:60", "هشت", "8:"] {
      #expect(throws: Complaint.time) { try TimeSpan.minute(validating: text) }
    }
    #expect(throws: Complaint.empty) { try TimeSpan.minute(validating: " ") }
  }

  @Test("Spans that touch do not overlap, spans that share a minute do")
  func spans() {
    #expect(TimeSpan(480, 480) == nil)
    #expect(TimeSpan(480, 1441) == nil)
    #expect(TimeSpan(-1, 60) == nil)
    #expect(!Fixture.span(480, 540).overlaps(Fixture.span(540, 600)))
    #expect(Fixture.span(480, 541).overlaps(Fixture.span(540, 600)))
    #expect(Fixture.span(480, 600).contains(Fixture.span(480, 600)))
    #expect(!Fixture.span(480, 600).contains(Fixture.span(479, 600)))
  }

  @Test("Fractions are read exactly and compared without rounding")
  func fractions() {
    #expect(Fraction("1/10") == Fraction(1, 10))
    #expect(Fraction("0.5") == Fraction(5, 10))
    #expect(Fraction("6") == Fraction(6))
    for text in ["", "1/0", "1/-2", "x", "1/2/3", "."] { #expect(Fraction(text) == nil) }
    #expect(!Fraction(1, 10).isExceeded(by: 96, of: 960))
    #expect(Fraction(1, 10).isExceeded(by: 97, of: 960))
  }

  @Test("S0-9 an office sees its own unit and below, not one whose number begins alike")
  func scope() {
    let ministry = UnitPath(nil, Fixture.id(1))
    let province = UnitPath(ministry, Fixture.id(5))
    let district = UnitPath(province, Fixture.id(9))
    let other = UnitPath(ministry, Fixture.id(59))
    #expect(district.text == "/1/5/9/")
    #expect(Scope(province).contains(district))
    #expect(Scope(province).contains(province))
    #expect(!Scope(district).contains(province))
    #expect(!Scope(province).contains(other))
    #expect(UnitPath("/1/5/9/") == district)
    #expect(UnitPath("/1/5/9") == nil)
    #expect(UnitPath("/1/x/") == nil)
    #expect(district.units.map(\.rawValue) == [1, 5, 9])
  }
}
