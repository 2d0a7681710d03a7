import Persian

/// An amount of money in whole rials.
public struct Rial: Hashable, Comparable, Sendable, Codable {
  public let amount: Int

  public init(_ amount: Int) { self.amount = amount }

  /// Reads an amount typed in any digits, grouped or not.
  ///
  /// - Throws: `Complaint.empty`, `.notNumber`, or `.outOfRange` above 10¹⁵ rials.
  public init(validating text: String) throws(Complaint) {
    guard !text.allSatisfy(\.isWhitespace) else { throw .empty }
    guard let amount = Numbers.integer(text) else { throw .notNumber }
    let limit = 1_000_000_000_000_000
    guard (0...limit).contains(amount) else { throw .outOfRange(0...limit) }
    self.amount = amount
  }

  public static func < (left: Self, right: Self) -> Bool { left.amount < right.amount }
  public static func + (left: Self, right: Self) -> Self { Self(left.amount + right.amount) }
  public static func - (left: Self, right: Self) -> Self { Self(left.amount - right.amount) }
}
