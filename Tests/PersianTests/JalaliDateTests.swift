import Foundation
import Persian
import Testing

@Suite struct JalaliDateTests {
  @Test("Every day of 1200–1500 equals the system's Persian calendar, weekday and leap year too")
  func equalsFoundation() throws {
    var calendar = Calendar(identifier: .persian)
    calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
    let first = try JalaliDate(year: 1200, month: 1, day: 1)
    let last = try JalaliDate(year: 1500, month: 12, day: 29)
    var checked = 0
    // Seconds from 1970-01-01 (day 2440588), at noon so that no rounding matters.
    for number in first.dayNumber...last.dayNumber {
      let instant = Date(timeIntervalSince1970: Double(number - 2_440_588) * 86_400 + 43_200)
      let expected = calendar.dateComponents([.year, .month, .day, .weekday], from: instant)
      let day = JalaliDate(dayNumber: number)
      let parts = day.parts
      if parts.year != expected.year || parts.month != expected.month
        || parts.day != expected.day || (day.weekday.rawValue + 6) % 7 + 1 != expected.weekday
      {
        Issue.record("\(day) differs from \(expected)")
      }
      if try JalaliDate(year: parts.year, month: parts.month, day: parts.day) != day {
        Issue.record("\(day) does not come back from its parts")
      }
      checked += 1
    }
    #expect(checked == 109_938)
  }

  @Test("The published leap years of 1300–1500 and no others are leap")
  func leapYears() {
    let leap: Set = [
      1300, 1304, 1309, 1313, 1317, 1321, 1325, 1329, 1333, 1337, 1342, 1346, 1350, 1354, 1358,
      1362, 1366, 1370, 1375, 1379, 1383, 1387, 1391, 1395, 1399, 1403, 1408, 1412, 1416, 1420,
      1424, 1428, 1432, 1436, 1441, 1445, 1449, 1453, 1457, 1461, 1465, 1469, 1474, 1478, 1482,
      1486, 1490, 1494, 1498,
    ]
    for year in 1300...1500 { #expect(JalaliDate.isLeap(year) == leap.contains(year), "\(year)") }
  }

  @Test("A day that does not exist is refused with its reason, never rolled over")
  func refusals() throws {
    #expect(throws: JalaliDate.Problem.day(30, last: 29)) {
      try JalaliDate(year: 1404, month: 12, day: 30)
    }
    #expect(throws: JalaliDate.Problem.day(31, last: 30)) {
      try JalaliDate(year: 1403, month: 7, day: 31)
    }
    #expect(throws: JalaliDate.Problem.day(0, last: 31)) {
      try JalaliDate(year: 1403, month: 1, day: 0)
    }
    #expect(throws: JalaliDate.Problem.month(13)) {
      try JalaliDate(year: 1403, month: 13, day: 1)
    }
    #expect(throws: JalaliDate.Problem.year(1199)) {
      try JalaliDate(year: 1199, month: 12, day: 29)
    }
    #expect(throws: JalaliDate.Problem.year(1634)) {
      try JalaliDate(year: 1634, month: 1, day: 1)
    }
    let first = try JalaliDate(year: 1200, month: 1, day: 1)
    let last = try JalaliDate(year: 1633, month: 12, day: 29)
    #expect(first.isValid && last.isValid)
    #expect(!first.adding(days: -1).isValid && !last.adding(days: 1).isValid)
    #expect(try JalaliDate(year: 1403, month: 12, day: 30).day == 30)
  }

  @Test("No day number traps, however far away")
  func extremes() {
    #expect(JalaliDate(dayNumber: 0).parts.month >= 1)
    #expect(JalaliDate(dayNumber: -1_000_000).parts.day >= 1)
    #expect(!JalaliDate(dayNumber: 1 << 40).isValid)
    #expect(JalaliDate(dayNumber: 1 << 40).parts.month <= 12)
  }

  @Test("Adding months keeps the day or takes the last of the shorter month")
  func months() throws {
    let last = try JalaliDate(year: 1403, month: 6, day: 31)
    #expect(last.adding(months: 1).description == "1403/07/30")
    #expect(last.adding(months: 6).description == "1403/12/30")
    #expect(last.adding(months: 18).description == "1404/12/29")
    #expect(last.adding(months: -6).description == "1402/12/29")
    #expect(try JalaliDate(year: 1403, month: 12, day: 30).adding(years: 1).day == 29)
    #expect(last.lastOfMonth == last && last.firstOfMonth.day == 1)
  }

  @Test("Ages and lengths of service are counted in whole years")
  func wholeYears() throws {
    let born = try JalaliDate(year: 1360, month: 5, day: 10)
    #expect(born.wholeYears(to: try JalaliDate(year: 1403, month: 5, day: 9)) == 42)
    #expect(born.wholeYears(to: try JalaliDate(year: 1403, month: 5, day: 10)) == 43)
  }

  @Test("Quarters have 93, 93, 90 and 89 or 90 days")
  func quarters() throws {
    for (year, winter) in [(1403, 90), (1404, 89)] {
      let lengths = try (1...4).map { number in
        let quarter = try #require(Quarter(year: year, number: number))
        #expect(quarter.firstDay.quarter == quarter && quarter.lastDay.quarter == quarter)
        return quarter.firstDay.days(to: quarter.lastDay) + 1
      }
      #expect(lengths == [93, 93, 90, winter])
    }
    #expect(Quarter(year: 1403, number: 5) == nil)
    #expect(Quarter(year: 1403, number: 4)?.next == Quarter(year: 1404, number: 1))
  }

  @Test("School and appraisal years run from 1 Mehr to 31 Shahrivar")
  func yearKinds() throws {
    let shahrivar = try JalaliDate(year: 1403, month: 6, day: 31)
    let mehr = shahrivar.adding(days: 1)
    #expect(shahrivar.schoolYear.start == 1402 && mehr.schoolYear.start == 1403)
    #expect(mehr.schoolYear.name == "۱۴۰۳-۱۴۰۴")
    #expect(mehr.appraisalYear.name == "۱۴۰۴")
    #expect(mehr.yearSpan(.calendar).name == "۱۴۰۳")
    #expect(mehr.schoolYear.firstDay == mehr && shahrivar.schoolYear.lastDay == shahrivar)
    #expect(mehr.schoolYear.contains(mehr) && !mehr.schoolYear.contains(shahrivar))
  }

  @Test("A day is printed as 1403/01/01, short and long")
  func printing() throws {
    let day = try JalaliDate(year: 1403, month: 1, day: 1)
    #expect(day.text() == "۱۴۰۳/۰۱/۰۱")
    #expect(day.text(.short) == "۰۳/۰۱/۰۱")
    #expect(day.text(.medium) == "۱ فروردین ۱۴۰۳")
    #expect(day.text(.long) == "چهارشنبه ۱ فروردین ۱۴۰۳")
    #expect(day.text(digits: .latin) == "1403/01/01")
    #expect(day.description == "1403/01/01")
  }

  @Test("In JSON a day is the text yyyy/mm/dd; anything else is refused")
  func codable() throws {
    let day = try JalaliDate(year: 1403, month: 12, day: 30)
    let data = try JSONEncoder().encode([day])
    #expect(String(decoding: data, as: UTF8.self).replacing("\\", with: "") == #"["1403/12/30"]"#)
    #expect(try JSONDecoder().decode([JalaliDate].self, from: data) == [day])
    for wrong in ["1404/12/30", "1403/1/1", "1403/01/+1", "", "1403-01-01"] {
      #expect(throws: DecodingError.self, "\(wrong)") {
        try JSONDecoder().decode([JalaliDate].self, from: JSONEncoder().encode([wrong]))
      }
    }
  }
}
