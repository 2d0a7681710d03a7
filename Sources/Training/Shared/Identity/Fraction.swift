/// An exact share such as one tenth: limits of the regulations are compared without rounding.
public struct Fraction: Hashable, Sendable, CustomStringConvertible {
  public let numerator: Int
  /// Greater than zero.
  public let denominator: Int

  /// - Precondition: `denominator` is greater than zero.
  public init(_ numerator: Int, _ denominator: Int = 1) {
    precondition(denominator > 0, "a fraction needs a positive denominator")
    self.numerator = numerator
    self.denominator = denominator
  }

  /// Reads `6`, `0.5` or `1/10`, in ASCII digits as rule editions write them.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    if parts.count == 2, let over = Int(parts[0]), let under = Int(parts[1]), under > 0 {
      self.init(over, under)
      return
    }
    let decimal = text.split(separator: ".", omittingEmptySubsequences: false)
    if decimal.count == 2, decimal[1].count <= 9, decimal[1].allSatisfy(\.isASCII),
      let whole = Int(decimal[0]), let part = UInt(decimal[1])
    {
      let scale = (0..<decimal[1].count).reduce(1) { product, _ in product * 10 }
      self.init(whole * scale + (decimal[0].hasPrefix("-") ? -Int(part) : Int(part)), scale)
      return
    }
    guard parts.count == 1, let whole = Int(text) else { return nil }
    self.init(whole)
  }

  public var description: String {
    denominator == 1 ? "\(numerator)" : "\(numerator)/\(denominator)"
  }

  /// The whole part of this share of `amount`, never rounded up.
  public func share(of amount: Int) -> Int { amount * numerator / denominator }

  /// This share of an amount that is not negative, to the nearest whole; a half goes up.
  public func rounded(of amount: Int) -> Int {
    (2 * amount * numerator + denominator) / (2 * denominator)
  }

  /// Whether `part` is strictly more than this share of `whole`.
  public func isExceeded(by part: Int, of whole: Int) -> Bool {
    part * denominator > whole * numerator
  }
}
