import Persian
import Testing

@Suite struct JalaliParsingTests {
  /// A Thursday.
  let today: JalaliDate
  let wanted: JalaliDate

  init() throws {
    wanted = try JalaliDate(year: 1403, month: 7, day: 5)
    today = wanted
  }

  @Test(
    "Every form of one day is read",
    arguments: [
      "1403/7/5", "1403/07/05", "۱۴۰۳/۰۷/۰۵", "۱۴۰۳/۷/۵", "١٤٠٣/٠٧/٠٥", "1403-07-05", "1403.7.5",
      "14030705", "۱۴۰۳۰۷۰۵", "03/07/05", "03/7/5", "030705", "  1403/07/05 ", "\u{200E}1403/07/05",
      "5/7/1403", "2024-09-26", "2024/9/26", "20240926", "۵ مهر ۱۴۰۳", "5 مهرماه 1403",
      "پنجشنبه ۵ مهر ۱۴۰۳", "پنج‌شنبه 1403/07/05", "7/5", "۵ مهر", "امروز", "+0", "پنجشنبه",
      "پنج شنبه", "(1403/07/05)",
    ])
  func forms(text: String) throws {
    #expect(try JalaliDate(parsing: text, today: today) == wanted)
  }

  @Test(
    "Words, signs and weekdays are reckoned from today, a Thursday",
    arguments: [
      ("+3", 3), ("+۳", 3), ("-2", -2), ("−۲", -2), ("دیروز", -1), ("پریروز", -2), ("فردا", 1),
      ("پس‌فردا", 2), ("پس فردا", 2), ("جمعه", 1), ("شنبه", 2), ("یک‌شنبه", 3), ("یکشنبه", 3),
      ("سه‌شنبه", 5), ("سه شنبه", 5), ("چهارشنبه", 6),
    ])
  func distances(text: String, days: Int) throws {
    #expect(today.days(to: try JalaliDate(parsing: text, today: today)) == days)
  }

  @Test(
    "What is no day is refused with its reason",
    arguments: [
      ("1404/12/30", JalaliDate.Problem.day(30, last: 29)), ("1403/13/01", .month(13)),
      ("1403/00/01", .month(0)), ("1403/07/00", .day(0, last: 30)),
      ("1403/07/31", .day(31, last: 30)),
      ("1634/01/01", .year(1634)), ("1199/12/29", .year(1199)), ("2024-02-30", .day(30, last: 29)),
      ("2024-13-01", .month(13)), ("9999-01-01", .year(9999)), ("", .unreadable),
      ("abc", .unreadable), ("1403", .unreadable), ("1403/07/05/01", .unreadable),
      ("1403/مهر/05/x", .unreadable), ("12:30", .unreadable), ("1403070", .unreadable),
      ("99999999999999999999", .unreadable),
    ])
  func refusals(text: String, problem: JalaliDate.Problem) {
    #expect(throws: problem) { try JalaliDate(parsing: text, today: today) }
  }

  @Test("Without a today, relative forms and days without a year are unreadable")
  func withoutToday() throws {
    for text in ["امروز", "+3", "شنبه", "7/5", "۵ مهر"] {
      #expect(throws: JalaliDate.Problem.unreadable, "\(text)") { try JalaliDate(parsing: text) }
    }
    #expect(try JalaliDate(parsing: "03/07/05") == wanted)
  }

  @Test("A year of two digits falls in the century of today")
  func century() throws {
    let earlier = try JalaliDate(year: 1398, month: 1, day: 1)
    #expect(try JalaliDate(parsing: "97/07/05", today: earlier).year == 1397)
    #expect(try JalaliDate(parsing: "97/07/05", today: today).year == 1497)
  }

  @Test("Gregorian days go and come back for each day of two centuries")
  func gregorian() throws {
    let start = try JalaliDate(year: 1300, month: 1, day: 1)
    #expect(GregorianDate(start).description == "1921-03-21")
    for days in 0..<73_000 {
      let day = start.adding(days: days)
      let gregorian = GregorianDate(day)
      let again = GregorianDate(year: gregorian.year, month: gregorian.month, day: gregorian.day)
      if again?.jalali != day { Issue.record("\(day) became \(gregorian)") }
    }
    #expect(GregorianDate(year: 1900, month: 2, day: 29) == nil)
    #expect(GregorianDate(year: 2000, month: 2, day: 29) != nil)
  }
}

@Suite struct ClockTimeTests {
  @Test(
    "Times are read in every usual form",
    arguments: [
      ("۸:۳۰", 510), ("08:30", 510), ("0830", 510), ("830", 510), ("8", 480), ("۸", 480),
      ("8.30", 510), ("24:00", 1440), ("0", 0), ("23:59", 1439), ("٠٨:٣٠", 510), (" 8:05 ", 485),
    ])
  func times(text: String, minutes: Int) {
    #expect(ClockTime(parsing: text)?.minutes == minutes)
  }

  @Test(
    "What is no time is refused",
    arguments: [
      "", "25", "24:01", "8:60", "8:3", "8:", ":30", "8:30:00", "-8", "08300", "abc", "1275",
    ])
  func refusals(text: String) {
    #expect(ClockTime(parsing: text) == nil)
  }

  @Test("Times and lengths are printed with two digits for minutes; lengths may pass a day")
  func printing() {
    #expect(ClockTime(hour: 8, minute: 5)?.text() == "۰۸:۰۵")
    #expect(HourMinute.text(750) == "۱۲:۳۰" && HourMinute.text(1805) == "۳۰:۰۵")
    #expect(HourMinute.text(-90, digits: .latin) == "-1:30")
    #expect(HourMinute.minutes(parsing: "۳۰:۰۵") == 1805)
    #expect(HourMinute.minutes(parsing: "2") == 120 && HourMinute.minutes(parsing: "2:75") == nil)
    #expect(ClockTime(minutes: 1441) == nil && ClockTime(minutes: -1) == nil)
  }
}
