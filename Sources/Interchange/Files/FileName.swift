/// What may be the name of a file that somebody types.
public enum FileName {
  /// The most bytes that Linux's file systems take.
  private static let longest = 255

  /// Whether it is one name, visible as it stands, with a letter or digit in it.
  ///
  /// Hidden names, signs that steer terminals or turn the direction, and what shells and folders
  /// stumble over are none.
  public static func isSane(_ name: String) -> Bool {
    guard !name.isEmpty, name.utf8.count <= longest - 40, !name.hasPrefix("."),
      !name.hasPrefix("-"), name.first != " ", name.last != " "
    else { return false }
    var hasLetter = false
    for scalar in name.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse, .surrogate:
        return false
      // Half-spaces are letters' business; every other invisible sign is somebody's trick.
      case .format where scalar != "\u{200C}": return false
      default: break
      }
      if scalar == "/" || scalar == "\\" || scalar == "\u{FFFD}" { return false }
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        hasLetter = true
      }
    }
    return hasLetter
  }
}
