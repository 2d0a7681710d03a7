/// How right-to-left text must be sent so that a terminal shows it right.
public struct TerminalEncoding: Hashable, Sendable {
  /// Who puts the letters in order, the program or the terminal.
  public enum Order: String, CaseIterable, Hashable, Sendable {
    /// Cells in visual order with joined letters, for terminals that show cells as sent.
    case explicit
    /// Logical runs fenced with LRM, for terminals that order each row on a left-to-right base.
    case implicit
    /// Runs of Persian letters and digits reversed, for kitty without `force_ltr`: HarfBuzz turns
    /// each run of one font round, and takes these from another font than the signs around them.
    case kitty
    /// Words with Persian letters reversed whole, for kitty whose main font has these letters.
    case kittyWords = "kitty-words"
    /// Logical runs of joined letters fenced with blanks of class L, for PuTTY: it drops marks of
    /// direction, joins letters over a half-space, and gives lam-alef a second cell.
    case putty

    /// Whether letters are sent in the form they have beside their neighbours; other terminals join
    /// them.
    public var joinsLetters: Bool { self != .implicit }
  }

  public var order: Order
  /// False where marks over and under letters would take cells of their own.
  public var showsMarks: Bool
  /// False where the font has Latin digits only (most fonts of the Linux console).
  public var hasPersianDigits: Bool

  public init(_ order: Order, showsMarks: Bool = true, hasPersianDigits: Bool = true) {
    self.order = order
    self.showsMarks = showsMarks
    self.hasPersianDigits = hasPersianDigits
  }

  /// Whether lam and alef share a cell; a terminal that joins letters itself gives them two.
  public var joinsLamAlef: Bool { order.joinsLetters }
}
