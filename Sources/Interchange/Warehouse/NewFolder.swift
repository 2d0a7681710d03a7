private import Glibc

/// A folder that is filled with files from nothing; what was written goes again where the work fails.
public final class NewFolder {
  public let path: String
  private var made: [String] = []
  private var isKept = false

  /// Makes the folder for its owner alone; one that is there must be empty.
  public init(_ path: String) throws(FileProblem) {
    self.path = path
    if mkdir(path, 0o700) == 0 {
      made.append(path)
    } else if errno != EEXIST {
      throw .system(path: path, code: errno)
    } else if try !Self.isEmpty(path) {
      throw .exists(path: path)
    }
  }

  deinit {
    guard !isKept else { return }
    for place in made.reversed() { remove(place) }
  }

  /// Makes a folder in it.
  public func folder(_ name: String) throws(FileProblem) {
    let place = "\(path)/\(name)"
    guard mkdir(place, 0o700) == 0 else { throw .system(path: place, code: errno) }
    made.append(place)
  }

  /// The place of a file that is about to be written.
  public func file(_ name: String) -> String {
    let place = "\(path)/\(name)"
    made.append(place)
    return place
  }

  /// Everything is there and stays.
  public func keep() { isKept = true }

  private static func isEmpty(_ path: String) throws(FileProblem) -> Bool {
    guard let stream = opendir(path) else { throw .system(path: path, code: errno) }
    defer { closedir(stream) }
    return FolderStream.next(stream) == nil
  }
}
