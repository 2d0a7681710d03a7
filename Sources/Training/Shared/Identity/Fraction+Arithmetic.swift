/// Sums and products of exact numbers, always in lowest terms; for points and averages.
extension Fraction: Comparable {
  public static let zero = Fraction(0)

  /// The same number in lowest terms; equality of values is that of lowest terms.
  public var reduced: Fraction {
    var (divisor, rest) = (abs(numerator), denominator)
    while rest != 0 { (divisor, rest) = (rest, divisor % rest) }
    return divisor == 0 ? self : Fraction(numerator / divisor, denominator / divisor)
  }

  public static func < (left: Self, right: Self) -> Bool {
    left.numerator * right.denominator < right.numerator * left.denominator
  }

  public static func + (left: Self, right: Self) -> Self {
    Fraction(
      left.numerator * right.denominator + right.numerator * left.denominator,
      left.denominator * right.denominator
    ).reduced
  }

  public static func - (left: Self, right: Self) -> Self {
    left + Fraction(-right.numerator, right.denominator)
  }

  public static func * (left: Self, right: Self) -> Self {
    Fraction(left.numerator * right.numerator, left.denominator * right.denominator).reduced
  }

  /// The mean of some numbers; nil of none.
  public static func mean(_ numbers: [Fraction]) -> Fraction? {
    guard !numbers.isEmpty else { return nil }
    return numbers.reduce(.zero, +) * Fraction(1, numbers.count)
  }
}

extension Fraction: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let value = Fraction(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "neither a number nor a fraction")
    }
    self = value
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
