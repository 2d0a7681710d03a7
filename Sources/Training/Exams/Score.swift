import Persian

/// A score in hundredths of a point: 17.25 is 1725.
public struct Score: Hashable, Comparable, Sendable, Codable {
  /// Not below 0.
  public var hundredths: Int

  public init(hundredths: Int) { self.hundredths = hundredths }

  /// Whole points.
  public init(_ points: Int) { hundredths = points * 100 }

  /// A score as people write it, with «٫», a point or a slash before the fraction.
  ///
  /// - Throws: `Complaint.empty`, `.notNumber`, or `.outOfRange` below 0 and beyond a thousand.
  public init(validating text: String) throws(Complaint) {
    guard !text.allSatisfy(\.isWhitespace) else { throw .empty }
    guard let value = Numbers.decimal(parsing: text) else { throw .notNumber }
    guard value >= 0, value <= 1000 else { throw .outOfRange(0...1000) }
    hundredths = Int((value * 100).rounded())
  }

  /// «۱۷٫۲۵», without zeros at the end.
  public var text: String { Numbers.decimal(Double(hundredths) / 100, places: 2) }

  public static func < (left: Self, right: Self) -> Bool { left.hundredths < right.hundredths }
}
