/// A day of the Jalali calendar, valid in the years 1200–1633.
///
/// A year is leap by the 33-year rule, which equals the astronomical calendar in the whole valid
/// range and first differs in 1634/1635. Days are stored as day numbers, never as instants:
/// until 1401 some days in Tehran had no midnight.
public struct JalaliDate: Hashable, Comparable, Sendable {
  /// The Julian day number of the day (its noon), the form in which days are stored.
  public let dayNumber: Int

  /// The years for which the rule of leap years is proven.
  public static let years = 1200...1633

  /// Why numbers or a text are not a day.
  public enum Problem: Error, Hashable, Sendable {
    /// The year lies outside ``JalaliDate/years``.
    case year(Int)
    /// The month is not 1–12.
    case month(Int)
    /// The month has fewer days; `last` is its last day.
    case day(Int, last: Int)
    /// The text has none of the known forms.
    case unreadable
  }

  /// The day with a Julian day number, unchecked; see ``isValid``.
  public init(dayNumber: Int) {
    self.dayNumber = dayNumber
  }

  /// The day of a year, month and day of the month.
  ///
  /// Nothing is rolled over: 30 Esfand of a common year is refused.
  public init(year: Int, month: Int, day: Int) throws(Problem) {
    guard Self.years.contains(year) else { throw .year(year) }
    guard 1...12 ~= month else { throw .month(month) }
    let last = Self.days(inMonth: month, of: year)
    guard 1...last ~= day else { throw .day(day, last: last) }
    self.init(unchecked: year, month, day)
  }

  /// The day of a year, month and day that are known to be right.
  init(unchecked year: Int, _ month: Int, _ day: Int) {
    dayNumber = Self.newYear(year) + Self.daysBefore(month: month) + day - 1
  }

  /// Whether the day lies in ``years``.
  public var isValid: Bool {
    Self.newYear(Self.years.lowerBound)..<Self.newYear(Self.years.upperBound + 1) ~= dayNumber
  }

  public static func < (left: Self, right: Self) -> Bool { left.dayNumber < right.dayNumber }
}

/// The parts of a day.
extension JalaliDate {
  /// The year, month (1–12) and day of the month (1–31).
  public var parts: (year: Int, month: Int, day: Int) {
    // Whole cycles first, so that no day number can overflow.
    let cycleDays = 12_053
    let since = dayNumber - Self.newYear(1)
    let cycle = since.floored(by: cycleDays)
    let inCycle = since - cycle * cycleDays
    var year = 1 + cycle * 33 + inCycle / 366
    while Self.newYear(year + 1) <= dayNumber { year += 1 }
    let dayOfYear = dayNumber - Self.newYear(year)
    let month = dayOfYear < 186 ? dayOfYear / 31 + 1 : (dayOfYear - 186) / 30 + 7
    return (year, month, dayOfYear - Self.daysBefore(month: month) + 1)
  }

  public var year: Int { parts.year }

  /// 1 is Farvardin, 12 is Esfand.
  public var month: Int { parts.month }

  /// The day of the month, 1–31.
  public var day: Int { parts.day }

  public var weekday: Weekday {
    // Day number 5 was a Saturday.
    let index = dayNumber + 2
    return Weekday.allCases[index - index.floored(by: 7) * 7]
  }

  /// Whether a year has 366 days.
  public static func isLeap(_ year: Int) -> Bool { newYear(year + 1) - newYear(year) == 366 }

  /// The number of days in a month, 29–31.
  public static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case ...6: 31
    case ...11: 30
    default: isLeap(year) ? 30 : 29
    }
  }

  /// The day number of 1 Farvardin.
  private static func newYear(_ year: Int) -> Int {
    // (8·y + 21) / 33 leap years lie before year y: those with (25·y + 11) mod 33 < 8.
    1_948_320 + 365 * (year - 1) + (8 * year + 21).floored(by: 33)
  }

  private static func daysBefore(month: Int) -> Int {
    month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30
  }
}

/// Reckoning.
extension JalaliDate {
  /// The day `days` later, or earlier when negative.
  public func adding(days: Int) -> Self { Self(dayNumber: dayNumber + days) }

  /// The same day of the month `months` later, or the last day of that month where it is shorter.
  public func adding(months: Int) -> Self {
    let (year, month, day) = parts
    let index = year * 12 + month - 1 + months
    let newYear = index.floored(by: 12)
    let newMonth = index - newYear * 12 + 1
    return Self(
      unchecked: newYear, newMonth, min(day, Self.days(inMonth: newMonth, of: newYear)))
  }

  /// The same day `years` later; 30 Esfand becomes 29 in a common year.
  public func adding(years: Int) -> Self { adding(months: years * 12) }

  /// The number of days from this day to a later one; negative when that one is earlier.
  public func days(to other: Self) -> Int { other.dayNumber - dayNumber }

  public var firstOfMonth: Self { adding(days: 1 - day) }

  public var lastOfMonth: Self {
    let (year, month, day) = parts
    return adding(days: Self.days(inMonth: month, of: year) - day)
  }

  /// The Saturday on or before this day.
  public var firstOfWeek: Self { adding(days: -weekday.rawValue) }

  /// Whole years from this day to another, as ages and lengths of service are counted.
  public func wholeYears(to other: Self) -> Int {
    let (from, to) = (parts, other.parts)
    let notYet = (to.month, to.day) < (from.month, from.day)
    return to.year - from.year - (notYet ? 1 : 0)
  }
}

/// Text `yyyy/mm/dd` with Latin digits in JSON, so that a person can read the file.
extension JalaliDate: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let date = Self(plain: text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "not a Jalali day yyyy/mm/dd: \(text)")
    }
    self = date
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }

  /// Reads exactly what ``description`` writes.
  public init?(plain text: String) {
    let fields = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard fields.map(\.count) == [4, 2, 2] else { return nil }
    let numbers = fields.compactMap { field in
      field.allSatisfy { 48...57 ~= $0 } ? Int(String(Substring(field))) : nil
    }
    guard numbers.count == 3 else { return nil }
    // A refusal is nil here: the caller knows the text and reports it whole.
    guard let date = try? Self(year: numbers[0], month: numbers[1], day: numbers[2]) else {
      return nil
    }
    self = date
  }
}

extension Int {
  /// The quotient rounded down, also for negative numbers.
  func floored(by divisor: Int) -> Int {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }
}
