/// One step of the schema; its text never changes once released.
public struct Migration: Sendable {
  /// Steps are numbered from 0 without gaps; the file's `user_version` is the number of steps done.
  public let version: Int
  public let name: String
  /// The statements of the step, in one transaction with those of the others that are due.
  public let script: String

  package init(version: Int, name: String, script: String) {
    self.version = version
    self.name = name
    self.script = script
  }

  /// The digest of the text in hexadecimal, by which a test sees that a released step was changed.
  public var checksum: String { Hexadecimal.text(SHA256.digest(of: Array(script.utf8))) }
}
