/// Three months of a calendar year: 93, 93, 90 and 89 or 90 days.
public struct Quarter: Hashable, Comparable, Codable, Sendable {
  public let year: Int
  /// 1 is spring, 4 is winter.
  public let number: Int

  /// A quarter, or nil when the number is not 1–4 or the year is outside the calendar.
  public init?(year: Int, number: Int) {
    guard JalaliDate.years.contains(year), 1...4 ~= number else { return nil }
    self.init(unchecked: year, number)
  }

  init(unchecked year: Int, _ number: Int) {
    self.year = year
    self.number = number
  }

  public var firstDay: JalaliDate { JalaliDate(unchecked: year, number * 3 - 2, 1) }
  public var lastDay: JalaliDate { firstDay.adding(months: 3).adding(days: -1) }
  public var next: Quarter { lastDay.adding(days: 1).quarter }

  public static func < (left: Self, right: Self) -> Bool {
    (left.year, left.number) < (right.year, right.number)
  }
}

/// The three years in-service training reckons with; every yearly ceiling names one.
public enum YearKind: String, CaseIterable, Codable, Hashable, Sendable {
  /// 1 Farvardin to the end of Esfand: calendar, budget, oversight.
  case calendar
  /// 1 Mehr to 31 Shahrivar of the next year.
  case school
  /// 1 Mehr to 31 Shahrivar of the next year, named by the year in which it ends.
  case appraisal
}

/// One year of a kind.
public struct YearSpan: Hashable, Comparable, Codable, Sendable {
  public let kind: YearKind
  /// The calendar year in which it begins.
  public let start: Int

  public init(_ kind: YearKind, start: Int) {
    self.kind = kind
    self.start = start
  }

  public var firstDay: JalaliDate { JalaliDate(unchecked: start, kind == .calendar ? 1 : 7, 1) }
  public var lastDay: JalaliDate { firstDay.adding(months: 12).adding(days: -1) }
  public var previous: Self { Self(kind, start: start - 1) }
  public var next: Self { Self(kind, start: start + 1) }

  /// The name in Persian digits: «۱۴۰۳», «۱۴۰۳-۱۴۰۴»; an appraisal year by its end, «۱۴۰۴».
  public var name: String {
    switch kind {
    case .calendar: Digits.persian(start)
    case .school: Digits.persian("\(start)-\(start + 1)")
    case .appraisal: Digits.persian(start + 1)
    }
  }

  public func contains(_ day: JalaliDate) -> Bool { day >= firstDay && day <= lastDay }

  public static func < (left: Self, right: Self) -> Bool {
    (left.firstDay, left.kind.rawValue) < (right.firstDay, right.kind.rawValue)
  }
}

extension JalaliDate {
  public var quarter: Quarter {
    let (year, month, _) = parts
    return Quarter(unchecked: year, (month + 2) / 3)
  }

  /// The year of a kind in which the day lies.
  public func yearSpan(_ kind: YearKind) -> YearSpan {
    let (year, month, _) = parts
    return YearSpan(kind, start: kind == .calendar || month >= 7 ? year : year - 1)
  }

  public var schoolYear: YearSpan { yearSpan(.school) }
  public var appraisalYear: YearSpan { yearSpan(.appraisal) }
}
