/// A day of the Jalali calendar, valid in the years 1200–1633.
public struct JalaliDate: Hashable, Comparable, Sendable {
  /// The Julian day number of the day (its noon), the form in which days are stored.
  public let dayNumber: Int

  public init(dayNumber: Int) {
    self.dayNumber = dayNumber
  }

  public static func < (left: Self, right: Self) -> Bool { left.dayNumber < right.dayNumber }
}
