/// The direction of a paragraph (UAX #9, HL1, P2, P3).
public enum BaseDirection: Hashable, Sendable {
  case ltr
  case rtl
  /// Of the first strong letter; the default where there is none.
  case auto(default: Fallback)

  /// The direction of a paragraph without a strong letter.
  public enum Fallback: Hashable, Sendable {
    case ltr, rtl
  }

  /// Of the first strong letter, right to left where there is none, as in a Persian form.
  public static let auto = BaseDirection.auto(default: .rtl)
}
