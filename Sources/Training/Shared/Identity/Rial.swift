/// An amount of money in whole rials.
public struct Rial: Hashable, Comparable, Sendable, Codable {
  public let amount: Int

  public init(_ amount: Int) { self.amount = amount }

  /// Reads an amount typed in any digits, grouped or not.
  ///
  /// - Throws: `Complaint.empty`, `.notNumber`, or `.outOfRange` above 10¹⁵ rials.
  public init(validating text: String) throws(Complaint) {
    let separators: Set<Character> = [",", "،", "٬", "'", "."]
    let joined = String(text.filter { !separators.contains($0) })
    guard let digits = TypedText.digits(of: joined) else { throw .notNumber }
    guard !digits.isEmpty else { throw .empty }
    let limit = 1_000_000_000_000_000
    guard let amount = Int(digits), amount <= limit else { throw .outOfRange(0...limit) }
    self.amount = amount
  }

  public static func < (left: Self, right: Self) -> Bool { left.amount < right.amount }
  public static func + (left: Self, right: Self) -> Self { Self(left.amount + right.amount) }
  public static func - (left: Self, right: Self) -> Self { Self(left.amount - right.amount) }
}
