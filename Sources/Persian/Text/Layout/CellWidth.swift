/// Cells that text takes on a terminal.
public enum CellWidth {
  /// The cells of a text on one line.
  public static func of(_ text: String) -> Int { TextLayout(text).width }

  /// The cells of a scalar that stands alone: 0 for marks and format characters, else 1 or 2.
  ///
  /// What is shown as a substitute (controls, unassigned) takes the substitute's one cell.
  public static func of(_ scalar: Unicode.Scalar) -> Int {
    Int(CharacterTables.shared.traits(of: scalar.value).width)
  }
}
