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

  /// Whether it is made of Latin letters, digits, the signs `-`, `.` and `_`, and `more` alone, as
  /// names of users, machines and kinds of terminals are; not empty.
  public static func isPlain(_ name: String, besides more: String = "") -> Bool {
    let signs = Array("-._\(more)".utf8)
    return !name.isEmpty
      && name.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"):
          true
        default: signs.contains(byte)
        }
      }
  }

  /// Words of a stranger as they may be shown and kept: signs that would not be seen by their number,
  /// what is beyond `limit` characters cut.
  public static func visible(_ text: String, limit: Int) -> String {
    var shown = ""
    for scalar in text.unicodeScalars.prefix(limit) {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse:
        shown += "\\u{\(String(scalar.value, radix: 16))}"
      default: shown.unicodeScalars.append(scalar)
      }
    }
    return String(shown.prefix(limit))
  }
}
