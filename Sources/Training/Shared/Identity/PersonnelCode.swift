/// The personnel code of an employee (S0-13): digits, unique, without a check digit.
public struct PersonnelCode: Hashable, Comparable, Sendable {
  /// Why a text is no personnel code.
  public enum Problem: Hashable, Sendable, Codable {
    case notDigits
    case length(Int, required: Int)
    case allZeros
  }

  /// ASCII digits.
  public let digits: String

  /// Reads a code typed in any digits; up to two lost leading zeros are restored.
  ///
  /// - Parameters:
  ///   - text: As typed or as found in a file.
  ///   - length: The number of digits in force, `Rules.personnelCodeLength`.
  /// - Throws: `Complaint.empty`, or `Complaint.personnelCode` with the problem.
  public init(validating text: String, length: Int) throws(Complaint) {
    guard let typed = TypedText.digits(of: text) else { throw .personnelCode(.notDigits) }
    guard !typed.isEmpty else { throw .empty }
    guard typed.count <= length, typed.count >= max(length - 2, 1) else {
      throw .personnelCode(.length(typed.count, required: length))
    }
    guard typed.contains(where: { $0 != "0" }) else { throw .personnelCode(.allZeros) }
    digits = String(repeating: "0", count: length - typed.count) + typed
  }

  /// A code read back from the records, whose length may be that of an earlier rule.
  ///
  /// - Throws: `Complaint.empty`, or `Complaint.personnelCode` unless it is all digits.
  public init(recorded text: String) throws(Complaint) {
    guard let typed = TypedText.digits(of: text) else { throw .personnelCode(.notDigits) }
    guard !typed.isEmpty else { throw .empty }
    digits = typed
  }

  public static func < (left: Self, right: Self) -> Bool { left.digits < right.digits }
}
