/// The name of a person as it is printed: surname first in lists, given name first in letters.
public struct PersonName: Hashable, Sendable, Codable {
  /// The longest given name or surname, in characters.
  public static let longest = 60

  public let first: String
  public let last: String

  /// Reads the two parts, with blanks at the ends and doubled blanks dropped.
  ///
  /// - Throws: `Complaint.empty` when a part is blank, `.tooLong` above 60 characters,
  ///   `.name` when a part contains digits or control characters.
  public init(first: String, last: String) throws(Complaint) {
    self.first = try Self.cleaned(first)
    self.last = try Self.cleaned(last)
  }

  /// As lists have it: surname, then given name.
  public var surnameFirst: String { "\(last) \(first)" }

  /// As letters have it: given name, then surname.
  public var inFull: String { "\(first) \(last)" }

  /// Anything typed into a part of a name, without blanks that carry no meaning.
  public static func cleaned(_ text: String) throws(Complaint) -> String {
    let words = text.split(whereSeparator: \.isWhitespace)
    guard !words.isEmpty else { throw .empty }
    let name = words.joined(separator: " ")
    guard name.count <= longest else { throw .tooLong(maximum: longest) }
    for scalar in name.unicodeScalars
    where scalar.properties.generalCategory == .control
      || scalar.properties.numericType == .decimal
    {
      throw .name(scalar)
    }
    return name
  }
}
