/// An Iranian mobile number, kept as eleven digits beginning with 09.
public struct Mobile: Hashable, Sendable {
  /// ASCII digits, 09xxxxxxxxx.
  public let digits: String

  /// Reads a number typed in any digits, with or without +98, 0098, 98 or the leading zero.
  ///
  /// - Throws: `Complaint.empty`, or `.mobile` when it is no mobile number.
  public init(validating text: String) throws(Complaint) {
    var shown = Substring(text)
    while let first = shown.unicodeScalars.first, first == "+" || first == " " {
      shown = Substring(shown.unicodeScalars.dropFirst())
    }
    guard var number = TypedText.digits(of: String(shown)) else { throw .mobile }
    guard !number.isEmpty else { throw .empty }
    for prefix in ["0098", "98"] where number.hasPrefix(prefix) && number.count > 10 {
      number = String(number.dropFirst(prefix.count))
      break
    }
    if number.hasPrefix("9") { number = "0" + number }
    guard number.count == 11, number.hasPrefix("09") else { throw .mobile }
    digits = number
  }
}
