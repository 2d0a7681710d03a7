/// A stretch of one day in minutes after midnight, the end not included.
public struct TimeSpan: Hashable, Comparable, Sendable, Codable {
  /// The minute it begins, 0…1439.
  public let start: Int
  /// The minute it is over, 1…1440, after `start`.
  public let end: Int

  /// Nil unless 0 ≤ start < end ≤ 1440.
  public init?(_ start: Int, _ end: Int) {
    guard start >= 0, start < end, end <= 1440 else { return nil }
    self.start = start
    self.end = end
  }

  /// Its length in minutes.
  public var minutes: Int { end - start }

  public func overlaps(_ other: Self) -> Bool { start < other.end && other.start < end }

  public func contains(_ other: Self) -> Bool { start <= other.start && other.end <= end }

  public static func < (left: Self, right: Self) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }

  /// The minute of the day written as 8:30, ۸:۳۰, 830 or 8.
  ///
  /// - Throws: `Complaint.empty`, or `.time` when it is no time of a day (24:00 is its end).
  public static func minute(validating text: String) throws(Complaint) -> Int {
    let separators: Set<Character> = [":", ".", "٫", "/", "："]
    let parts = text.split(omittingEmptySubsequences: false) { separators.contains($0) }
    var numbers: [Int] = []
    for part in parts {
      guard let digits = TypedText.digits(of: String(part)), digits.count <= 4 else { throw .time }
      if digits.isEmpty {
        if parts.count == 1 { throw .empty }
        throw .time
      }
      guard let number = Int(digits) else { throw .time }
      numbers.append(number)
    }
    let minute: Int
    switch numbers.count {
    case 1 where numbers[0] <= 24: minute = numbers[0] * 60
    case 1 where numbers[0] >= 100 && numbers[0] % 100 < 60:
      minute = numbers[0] / 100 * 60 + numbers[0] % 100
    case 2 where numbers[1] < 60: minute = numbers[0] * 60 + numbers[1]
    default: throw .time
    }
    guard minute <= 1440 else { throw .time }
    return minute
  }
}
