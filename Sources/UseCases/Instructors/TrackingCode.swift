import Persian

/// The code under which an applicant comes back to an application: sixteen random digits.
///
/// The first six find the application, so that experts can search by the code; the other ten are known
/// to nobody but the applicant. What is stored is a hash of the whole.
public struct TrackingCode: Hashable, Sendable {
  /// ASCII digits.
  public let digits: String

  static let length = 16
  static let locatorLength = 6

  /// Draws a new code from the system's generator.
  init() {
    var random = SystemRandomNumberGenerator()
    digits = (0..<Self.length).map { _ in String(Int.random(in: 0...9, using: &random)) }.joined()
  }

  /// Reads a code typed in any digits, in groups or not; nil for anything else.
  public init?(_ typed: String) {
    let digits = Digits.latin(typed).filter { !$0.isWhitespace && $0 != "-" }
    guard digits.utf8.count == Self.length,
      digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return nil }
    self.digits = digits
  }

  public var locator: String { String(digits.prefix(Self.locatorLength)) }

  /// As it is printed: four groups of four.
  public var groups: String {
    stride(from: 0, to: Self.length, by: 4).map { start in
      String(digits.dropFirst(start).prefix(4))
    }.joined(separator: "-")
  }
}
