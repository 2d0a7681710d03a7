import Persian

/// The name of a person as it is printed: surname first in lists, given name first in letters.
public struct PersonName: Hashable, Sendable, Codable {
  /// The longest given name or surname, in characters.
  public static let longest = 60

  public let first: String
  public let last: String

  /// Reads the two parts in the one spelling that the records keep.
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

  /// A part of a name in the one spelling that the records keep.
  public static func cleaned(_ text: String) throws(Complaint) -> String {
    let name = Normalizer.line(text)
    guard !name.isEmpty else { throw .empty }
    guard name.count <= longest else { throw .tooLong(maximum: longest) }
    for scalar in name.unicodeScalars
    where scalar.properties.numericType == .decimal || scalar.properties.generalCategory == .control
    {
      throw .name(String(scalar))
    }
    return name
  }
}
