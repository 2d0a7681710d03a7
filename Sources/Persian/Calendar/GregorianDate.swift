/// A day of the Gregorian calendar, as spreadsheets and calendars of other programs hold it.
public struct GregorianDate: Hashable, Sendable {
  public let year: Int
  public let month: Int
  public let day: Int

  /// The first whole year within the Jalali years that are valid here.
  public static let firstYear = 1822

  /// A day, or nil when year 1–9999, month and day do not make one.
  public init?(year: Int, month: Int, day: Int) {
    guard 1...9999 ~= year, 1...12 ~= month, day >= 1,
      day <= Self.days(inMonth: month, of: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The Gregorian name of a Jalali day.
  public init(_ jalali: JalaliDate) {
    // Years counted from March, so that the leap day ends them.
    let days = jalali.dayNumber - Self.marchOfYearZero
    let era = days.floored(by: 146_097)
    let inEra = days - era * 146_097
    let yearOfEra = (inEra - inEra / 1460 + inEra / 36_524 - inEra / 146_096) / 365
    let dayOfYear = inEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// The same day in the Jalali calendar, perhaps outside its valid years.
  public var jalali: JalaliDate {
    let marchYear = month <= 2 ? year - 1 : year
    let era = marchYear.floored(by: 400)
    let yearOfEra = marchYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return JalaliDate(dayNumber: era * 146_097 + dayOfEra + Self.marchOfYearZero)
  }

  /// The number of days in a month, 28–31.
  public static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2:
      let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
      return isLeap ? 29 : 28
    case 4, 6, 9, 11: return 30
    default: return 31
    }
  }

  /// The Julian day number of 1 March of the year 0.
  private static let marchOfYearZero = 1_721_120
}

/// `yyyy-mm-dd`, as ISO 8601 has it.
extension GregorianDate: CustomStringConvertible {
  public var description: String {
    "\(Digits.padded(year, to: 4))-\(Digits.padded(month, to: 2))-\(Digits.padded(day, to: 2))"
  }
}
