private import Glibc

/// Which files a person may name: the one way from a typed path to a file.
public enum FileReach: Hashable, Sendable {
  /// Whatever the program may use: at a machine of one's own.
  case anywhere
  /// What lies beneath the person's folder: on a server that many come to.
  case folder(PersonalFolder)

  /// A place to write to.
  public struct Target: Hashable, Sendable {
    public let path: String
    /// Whether it would take the place of another file, which is asked for first.
    public let isThere: Bool
  }

  /// The path of a file that is to be read; whether it can be, its reader finds.
  ///
  /// - Throws: `FileProblem.outside` for what is out of reach.
  public func source(_ typed: String) throws(FileProblem) -> String {
    switch self {
    case .anywhere: typed
    case .folder(let folder): try folder.place(of: typed)
    }
  }

  /// The place of a file that is to be written.
  ///
  /// - Throws: `badName` for what is no name of a file, `missing` where there is no such folder,
  ///   `notAFile` for folders, devices and pipes, `outside` for what is out of reach.
  public func target(_ typed: String) throws(FileProblem) -> Target {
    let path = try source(typed)
    let slash = path.lastIndex(of: "/")
    let name = String(path[(slash.map(path.index(after:)) ?? path.startIndex)...])
    guard FileName.isSane(name) else { throw .badName(name) }
    let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    guard folder.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F }) else {
      throw .badName(folder)
    }
    var facts = stat()
    guard stat(folder, &facts) == 0, facts.st_mode & S_IFMT == S_IFDIR else {
      throw .missing(path: folder)
    }
    guard lstat(path, &facts) == 0 else { return Target(path: path, isThere: false) }
    guard stat(path, &facts) != 0 || facts.st_mode & S_IFMT == S_IFREG else {
      throw .notAFile(path: path)
    }
    return Target(path: path, isThere: true)
  }
}
