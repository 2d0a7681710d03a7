/// How a day is printed.
extension JalaliDate {
  public enum Style: Hashable, Sendable {
    /// «۱۴۰۳/۰۱/۰۱».
    case numeric
    /// «۰۳/۰۱/۰۱», for narrow columns.
    case short
    /// «۱ فروردین ۱۴۰۳».
    case medium
    /// «چهارشنبه ۱ فروردین ۱۴۰۳».
    case long
  }

  /// The names of the months, Farvardin first.
  public static let monthNames = [
    "فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن",
    "اسفند",
  ]

  public var monthName: String { Self.monthNames[month - 1] }

  /// The day as a Persian reader expects it.
  public func text(_ style: Style = .numeric, digits: Digits.Family = .persian) -> String {
    let (year, month, day) = parts
    let plain =
      switch style {
      case .numeric: description
      case .short: String(description.dropFirst(2))
      case .medium: "\(day) \(Self.monthNames[month - 1]) \(year)"
      case .long: "\(weekday.name) \(day) \(Self.monthNames[month - 1]) \(year)"
      }
    return Digits.text(plain, in: digits)
  }
}

/// `yyyy/mm/dd` with Latin digits: the form of files, sorting as text in order of time.
extension JalaliDate: CustomStringConvertible {
  public var description: String {
    let (year, month, day) = parts
    return "\(year)/\(Digits.padded(month, to: 2))/\(Digits.padded(day, to: 2))"
  }
}
