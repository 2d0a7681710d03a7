import Persian

/// A security code drawn in a box, to be retyped (S0-11): digits, which every keyboard layout has.
public struct SecurityCode: Equatable, Sendable {
  /// ASCII digits.
  public let digits: String

  init(length: Int, using random: inout some RandomNumberGenerator) {
    digits = String(
      (0..<length).map { _ in Character(String(Int.random(in: 0...9, using: &random))) })
  }

  init(length: Int) {
    var random = SystemRandomNumberGenerator()
    self.init(length: length, using: &random)
  }

  func matches(_ typed: String) -> Bool {
    Digits.latin(typed).filter { !$0.isWhitespace } == digits
  }

  /// As the box shows it: Persian digits set apart.
  var shown: String { Digits.persian(digits).map(String.init).joined(separator: " ") }
}
