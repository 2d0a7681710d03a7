/// The national code of a person (S0-12): ten digits, the last of which checks the others.
///
/// The check catches 98 % of slips, so screens echo the name beside the code.
public struct NationalCode: Hashable, Comparable, Sendable {
  /// Why a text is no national code.
  public enum Problem: Hashable, Sendable, Codable {
    case notDigits
    /// The number of digits found; 8 and 9 are padded with zeros, 10 is right.
    case length(Int)
    case sameDigits
    case reservedPrefix
    case checkDigit(expected: Int)
  }

  /// ASCII digits: ten, or those of a number that was entered unchecked.
  public let digits: String

  /// Reads a code typed in any digits, lost leading zeros restored.
  ///
  /// - Throws: `Complaint.empty`, or `Complaint.nationalCode` with the problem.
  public init(validating text: String) throws(Complaint) {
    guard let typed = TypedText.digits(of: text) else { throw .nationalCode(.notDigits) }
    guard !typed.isEmpty else { throw .empty }
    guard (8...10).contains(typed.count) else { throw .nationalCode(.length(typed.count)) }
    digits = String(repeating: "0", count: 10 - typed.count) + typed
    if let problem = Self.problem(in: digits) { throw .nationalCode(problem) }
  }

  /// A number kept as it is: a foreign national's, or one read back from the records.
  ///
  /// Only for numbers entered unchecked on purpose; never pads.
  ///
  /// - Throws: `Complaint.empty`, or `Complaint.nationalCode` unless it is 5–16 digits.
  public init(unchecked text: String) throws(Complaint) {
    guard let typed = TypedText.digits(of: text) else { throw .nationalCode(.notDigits) }
    guard !typed.isEmpty else { throw .empty }
    guard (5...16).contains(typed.count) else { throw .nationalCode(.length(typed.count)) }
    digits = typed
  }

  /// Whether the number satisfies the rule of national codes.
  public var isChecked: Bool { digits.count == 10 && Self.problem(in: digits) == nil }

  public static func < (left: Self, right: Self) -> Bool { left.digits < right.digits }

  /// The first rule that ten digits break.
  private static func problem(in digits: String) -> Problem? {
    let values = digits.utf8.map { Int($0) - 0x30 }
    // 1111111111 satisfies the arithmetic, yet is never issued.
    if values.allSatisfy({ $0 == values[0] }) { return .sameDigits }
    if values.prefix(3).allSatisfy({ $0 == 0 }) { return .reservedPrefix }
    let sum = (0..<9).reduce(0) { $0 + values[$1] * (10 - $1) }
    let remainder = sum % 11
    let expected = remainder < 2 ? remainder : 11 - remainder
    return values[9] == expected ? nil : .checkDigit(expected: expected)
  }
}
