/// A day of the week; the week begins on Saturday.
public enum Weekday: Int, CaseIterable, Hashable, Codable, Sendable {
  case saturday, sunday, monday, tuesday, wednesday, thursday, friday

  /// The name in Persian.
  public var name: String {
    switch self {
    case .saturday: "شنبه"
    case .sunday: "یکشنبه"
    case .monday: "دوشنبه"
    case .tuesday: "سه‌شنبه"
    case .wednesday: "چهارشنبه"
    case .thursday: "پنجشنبه"
    case .friday: "جمعه"
    }
  }

  /// The first letter, for narrow columns.
  public var initial: String { String(name.prefix(1)) }
}
