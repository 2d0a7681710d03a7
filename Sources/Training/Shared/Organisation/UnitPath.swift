/// The ids from the root of the organisation down to a unit, stored as `/1/5/9/`.
///
/// A scope is then a range of paths: everything that begins with the office's own.
public struct UnitPath: Hashable, Sendable {
  public let text: String

  /// The path of a unit below `parent`, or of a root.
  public init(_ parent: UnitPath? = nil, _ unit: ID<Unit>) {
    text = (parent?.text ?? "/") + "\(unit.rawValue)/"
  }

  /// What stands above every root.
  static let top = UnitPath(top: "/")

  private init(top text: String) { self.text = text }

  /// Nil unless `text` has the stored form.
  public init?(_ text: String) {
    guard text.utf8.count >= 3, text.hasPrefix("/"), text.hasSuffix("/") else { return nil }
    let ids = text.dropFirst().dropLast().split(separator: "/", omittingEmptySubsequences: false)
    guard ids.allSatisfy({ Int64($0) != nil }) else { return nil }
    self.text = text
  }

  /// The units on the way, the root first.
  public var units: [ID<Unit>] {
    text.split(separator: "/").compactMap { Int64($0).map(ID.init(rawValue:)) }
  }

  /// Whether `other` is this unit or below it.
  public func contains(_ other: UnitPath) -> Bool { other.text.hasPrefix(text) }
}
