private import Glibc

/// The folder out of which forms filled in without an account, and by learners, take files.
///
/// Whatever else the program could read is not theirs to name.
public struct IntakeFolder: Hashable, Sendable {
  public let path: String

  public init(_ path: String) { self.path = path }

  /// The bytes of a file of the folder; a name without a leading slash is one in the folder.
  ///
  /// - Parameters:
  ///   - typed: The name as it was typed.
  ///   - limit: The most bytes.
  /// - Returns: The whole file.
  /// - Throws: `FileProblem.outside` for what lies elsewhere, is reached through a link that leads
  ///   elsewhere, or has a hidden name, whether or not it is there; `notAFile` for folders, devices
  ///   and pipes; `missing`, `empty`, `tooLarge` or `system`.
  public func read(_ typed: String, limit: Int) throws(FileProblem) -> [UInt8] {
    guard path.hasPrefix("/"), let root = Self.real(path) else { throw .outside(folder: path) }
    let absolute = typed.hasPrefix("/") ? typed : "\(path)/\(typed)"
    // Looked at as text first: about what lies elsewhere nothing is told, not even that it is missing.
    guard let name = Self.name(of: absolute, in: path) ?? Self.name(of: absolute, in: root) else {
      throw .outside(folder: path)
    }
    guard let real = Self.real("\(root)/\(name)") else { throw .missing(path: typed) }
    guard Self.name(of: real, in: root) != nil else { throw .outside(folder: path) }
    let file = try ByteFile(path: real, limit: limit)
    // The file that was opened, should a folder have become a link meanwhile.
    guard let opened = file.openedPath, Self.name(of: opened, in: root) != nil else {
      throw .outside(folder: path)
    }
    return try file.bytes(at: 0, count: file.size)
  }

  /// The path below a folder, its dots resolved; nil for what lies elsewhere or is hidden.
  private static func name(of path: String, in folder: String) -> String? {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part != ".." {
        parts.append(part)
      } else if parts.popLast() == nil {
        return nil
      }
    }
    let above = folder.split(separator: "/").filter { $0 != "." }
    guard parts.count > above.count, parts.starts(with: above) else { return nil }
    let below = parts.dropFirst(above.count)
    return below.contains { $0.hasPrefix(".") } ? nil : below.joined(separator: "/")
  }

  /// The path with every link resolved; nil where there is nothing.
  private static func real(_ path: String) -> String? {
    guard let found = realpath(path, nil) else { return nil }
    defer { free(found) }
    return String(cString: found)
  }
}
