/// What an account sees: its own unit and everything below it (S0-9).
///
/// Records outside are invisible, not merely closed.
public struct Scope: Hashable, Sendable {
  /// The office's own unit.
  public let root: UnitPath

  /// Every unit in the file, for the owner of the file and for nobody's account.
  public static let everything = Scope(.top)

  public init(_ root: UnitPath) { self.root = root }

  public func contains(_ path: UnitPath) -> Bool { root.contains(path) }
}
