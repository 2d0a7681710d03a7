import Persian

/// What a number question accepts: a number with its tolerance, or everything between two numbers.
public struct AcceptedNumber: Hashable, Sendable {
  public let least: Double
  public let most: Double

  /// `3.14`, `3.14:0.01` (so much to either side) or `3.1..3.2`, digits of any family.
  ///
  /// Nil for anything else.
  public init?(_ text: String) {
    if let range = text.firstRange(of: "..") {
      guard let least = Self.number(text[..<range.lowerBound]),
        let most = Self.number(text[range.upperBound...]), least <= most
      else { return nil }
      self.least = least
      self.most = most
      return
    }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let middle = Self.number(parts[0]) else { return nil }
    guard parts.count == 2 else {
      least = middle
      most = middle
      return
    }
    guard let tolerance = Self.number(parts[1]), tolerance >= 0 else { return nil }
    least = middle - tolerance
    most = middle + tolerance
  }

  /// Whether what was written is a number that is accepted.
  public func accepts(_ response: String) -> Bool {
    guard let value = Self.number(response[...]) else { return false }
    // Sums of decimals are not exact: the ends belong to what is accepted.
    let margin = max(abs(least), abs(most)) * 1e-9
    return value >= least - margin && value <= most + margin
  }

  private static func number(_ text: Substring) -> Double? {
    var text = Normalizer.line(String(text))
    var isNegative = false
    if text.hasPrefix("-") || text.hasPrefix("−") {
      isNegative = true
      text.removeFirst()
    }
    guard let value = Numbers.decimal(parsing: text), value.isFinite else { return nil }
    return isNegative ? -value : value
  }
}
