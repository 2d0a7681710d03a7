import Persian

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

  /// The minute of the day written in any of the forms of a clock time.
  ///
  /// - Throws: `Complaint.empty`, or `.time` when it is no time of a day (24:00 is its end).
  public static func minute(validating text: String) throws(Complaint) -> Int {
    guard !text.allSatisfy(\.isWhitespace) else { throw .empty }
    guard let time = ClockTime(parsing: text) else { throw .time }
    return time.minutes
  }
}
