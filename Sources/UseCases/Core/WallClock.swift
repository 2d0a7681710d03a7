public import Persian

/// Where moments come from; tests and `play --now` bring their own (S0-19).
public struct WallClock: Sendable {
  /// Milliseconds since 1970-01-01 UTC.
  public let now: @Sendable () -> Int64

  public init(now: @escaping @Sendable () -> Int64) {
    self.now = now
  }

  /// A clock that always shows the same minute of a Jalali day, Tehran time.
  public static func fixed(_ day: JalaliDate, minute: Int = 10 * 60) -> WallClock {
    let moment = Moment.milliseconds(of: day, minute: minute)
    return WallClock { moment }
  }

  public var today: JalaliDate { Moment.day(of: now()) }
  public var minuteOfDay: Int { Moment.minute(of: now()) }
}

/// Moments as days and minutes of Tehran.
///
/// Tehran is UTC+03:30 all year since 1401; the summer time of earlier years is not applied,
/// because a moment is only ever recorded now.
public enum Moment {
  private static let offset: Int64 = 12_600_000
  private static let dayLength: Int64 = 86_400_000
  /// The Julian day number of 1970-01-01.
  private static let epoch: Int64 = 2_440_588

  public static func day(of moment: Int64) -> JalaliDate {
    let days = (moment + offset).quotientRoundedDown(by: dayLength)
    return JalaliDate(dayNumber: Int(days + epoch))
  }

  /// Minutes since midnight, 0...1439.
  public static func minute(of moment: Int64) -> Int {
    let days = (moment + offset).quotientRoundedDown(by: dayLength)
    return Int((moment + offset - days * dayLength) / 60_000)
  }

  public static func milliseconds(of day: JalaliDate, minute: Int = 0) -> Int64 {
    (Int64(day.dayNumber) - epoch) * dayLength - offset + Int64(minute) * 60_000
  }
}

extension Int64 {
  fileprivate func quotientRoundedDown(by divisor: Int64) -> Int64 {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
