extension String {
  /// The text as an isolate: what surrounds it neither reorders it nor is reordered by it.
  ///
  /// Dates, phones, paths, codes and names inside a sentence keep their own order this way (UAX #9,
  /// FSI…PDI). Format characters of the text itself that would reach beyond it are dropped. The
  /// direction is that of the first strong letter if nil.
  public func isolated(_ direction: BaseDirection? = nil) -> String {
    let initiator: Unicode.Scalar =
      switch direction {
      case .ltr: "\u{2066}"
      case .rtl: "\u{2067}"
      case .auto, nil: "\u{2068}"
      }
    var isolated = String.UnicodeScalarView()
    isolated.append(initiator)
    for scalar in unicodeScalars where !Self.reaches(scalar) { isolated.append(scalar) }
    isolated.append("\u{2069}")
    return String(isolated)
  }

  /// Embeddings, overrides, isolates and paragraph separators.
  private static func reaches(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x202A...0x202E, 0x2066...0x2069, 0x0A, 0x0D, 0x1C...0x1E, 0x85, 0x2029: true
    default: false
    }
  }
}

extension DefaultStringInterpolation {
  /// Puts a value into a sentence as an isolate: `"\(isolated: date)"`.
  public mutating func appendInterpolation(
    isolated text: some StringProtocol, _ direction: BaseDirection? = nil
  ) {
    appendLiteral(String(text).isolated(direction))
  }
}
