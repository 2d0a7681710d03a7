/// A time of the day in minutes after midnight, 0–1440; 24:00 ends a day.
public struct ClockTime: Hashable, Comparable, Codable, Sendable {
  public let minutes: Int

  public static let range = 0...1440

  /// A time, or nil outside ``range``.
  public init?(minutes: Int) {
    guard Self.range.contains(minutes) else { return nil }
    self.minutes = minutes
  }

  /// A time, or nil when hour and minute are not on the clock.
  public init?(hour: Int, minute: Int = 0) {
    guard 0...24 ~= hour, 0...59 ~= minute else { return nil }
    self.init(minutes: hour * 60 + minute)
  }

  /// Reads «۸:۳۰», «08:30», «8.30», «0830», «830» and «8», in digits of any family.
  public init?(parsing text: String) {
    let plain = Normalizer.line(Digits.latin(text))
    guard let (hour, minute) = HourMinute.fields(plain, packed: true) else { return nil }
    self.init(hour: hour, minute: minute)
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let minutes = try container.decode(Int.self)
    guard let time = Self(minutes: minutes) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "not a minute of the day: \(minutes)")
    }
    self = time
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(minutes)
  }

  public var hour: Int { minutes / 60 }
  public var minute: Int { minutes % 60 }

  /// «۰۸:۳۰».
  public func text(digits: Digits.Family = .persian) -> String {
    Digits.text(Digits.padded(hour, to: 2) + ":" + Digits.padded(minute, to: 2), in: digits)
  }

  public static func < (left: Self, right: Self) -> Bool { left.minutes < right.minutes }
}

/// Lengths of time as hours and minutes.
public enum HourMinute {
  /// «۱۲:۳۰» for 750 minutes; hours may pass 24, a negative length has a sign.
  public static func text(_ minutes: Int, digits: Digits.Family = .persian) -> String {
    let (hours, rest) = minutes.magnitude.quotientAndRemainder(dividingBy: 60)
    let plain = (minutes < 0 ? "-" : "") + "\(hours):" + Digits.padded(Int(rest), to: 2)
    return Digits.text(plain, in: digits)
  }

  /// Reads «۲:۳۰» as 150 minutes and «۲» as two hours; nil for anything else.
  public static func minutes(parsing text: String) -> Int? {
    let plain = Normalizer.line(Digits.latin(text))
    return fields(plain, packed: false).map { $0.hour * 60 + $0.minute }
  }

  /// Hour and minute of a text with Latin digits; `packed` allows them without a sign between.
  static func fields(_ text: String, packed: Bool) -> (hour: Int, minute: Int)? {
    let fields = text.split(omittingEmptySubsequences: false) { ":.٫".contains($0) }
    guard fields.allSatisfy({ 1...4 ~= $0.utf8.count && $0.utf8.allSatisfy { 48...57 ~= $0 } })
    else { return nil }
    let numbers = fields.compactMap { Int($0) }
    switch (numbers.count, fields.first?.utf8.count ?? 0) {
    case (1, 3...) where packed: return valid(numbers[0] / 100, numbers[0] % 100)
    case (1, _): return valid(numbers[0], 0)
    case (2, _) where fields[1].utf8.count == 2: return valid(numbers[0], numbers[1])
    default: return nil
    }
  }

  private static func valid(_ hour: Int, _ minute: Int) -> (hour: Int, minute: Int)? {
    minute < 60 ? (hour, minute) : nil
  }
}
