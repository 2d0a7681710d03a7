/// How text becomes cells.
public struct LayoutOptions: Hashable, Sendable {
  /// The digits shown, whatever the text holds.
  public enum Digits: Hashable, Sendable {
    case asTyped, persian, latin
  }

  public var base: BaseDirection
  /// Whether letters get their presentation forms; false for terminals that shape themselves.
  public var joins: Bool
  /// Whether lam-alef is one ligature in one cell; false gives two cells.
  public var ligatesLamAlef: Bool
  public var digits: Digits
  /// The cells between tab stops, counted from the start of the text; 1 shows a tab as one blank.
  public var tabStop: Int

  public init(
    base: BaseDirection = .auto, joins: Bool = true, ligatesLamAlef: Bool = true,
    digits: Digits = .asTyped, tabStop: Int = 1
  ) {
    self.base = base
    self.joins = joins
    self.ligatesLamAlef = ligatesLamAlef
    self.digits = digits
    self.tabStop = tabStop
  }

  /// A Persian line: right to left, whatever its first letter.
  public static let rtl = LayoutOptions(base: .rtl)
  /// A line read from the left.
  public static let ltr = LayoutOptions(base: .ltr)
}
