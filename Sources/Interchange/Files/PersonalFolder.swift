private import Glibc

/// The one folder in which somebody on a server has files: what lies elsewhere is not theirs to name.
///
/// Links are never followed, neither for the file nor on the way to it.
public struct PersonalFolder: Hashable, Sendable {
  /// A file of the folder.
  public struct Item: Hashable, Sendable {
    public let name: String
    public let bytes: Int
    /// Seconds since 1970.
    public let modified: Int
  }

  /// Bytes of one file, and of all of them.
  public struct Limits: Hashable, Sendable {
    public var file: Int
    public var folder: Int

    public init(file: Int = 32 << 20, folder: Int = 256 << 20) {
      self.file = file
      self.folder = folder
    }
  }

  public let path: String

  public init(_ path: String) { self.path = path }

  /// Makes the folder for its owner alone, where it is not there yet.
  ///
  /// - Throws: `FileProblem.notAFile` where something else, or a link, stands in its place.
  public func make() throws(FileProblem) {
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
      throw .system(path: path, code: errno)
    }
    close(try opened())
  }

  /// Where a typed path leads: a place beneath the folder that no link leads to.
  ///
  /// A path without a leading slash is one in the folder. The file itself need not be there.
  ///
  /// - Throws: `FileProblem.outside` for what lies elsewhere, is hidden or is reached through a
  ///   link; nothing is told of what is there.
  func place(of typed: String) throws(FileProblem) -> String {
    var rest = typed[...]
    if typed.hasPrefix("/") {
      guard typed.hasPrefix(path + "/") else { throw .outside(folder: path) }
      rest = typed.dropFirst(path.count + 1)
    }
    let parts = rest.split(separator: "/").filter { $0 != "." }
    guard !parts.isEmpty, parts.allSatisfy({ !$0.hasPrefix(".") }) else {
      throw .outside(folder: path)
    }
    var place = path
    for part in parts {
      place += "/" + part
      var facts = stat()
      guard lstat(place, &facts) == 0 else { continue }
      guard facts.st_mode & S_IFMT != S_IFLNK else { throw .outside(folder: path) }
    }
    return place
  }

  /// The files in their order; folders, links and hidden names left out.
  public func items() throws(FileProblem) -> [Item] {
    let descriptor = try opened()
    guard let stream = fdopendir(descriptor) else {
      close(descriptor)
      throw .system(path: path, code: errno)
    }
    defer { closedir(stream) }
    var items: [Item] = []
    while let name = FolderStream.next(stream) {
      var facts = stat()
      guard !name.hasPrefix("."),
        fstatat(dirfd(stream), name, &facts, AT_SYMLINK_NOFOLLOW) == 0,
        facts.st_mode & S_IFMT == S_IFREG
      else { continue }
      items.append(
        Item(name: name, bytes: Int(facts.st_size), modified: Int(facts.st_mtim.tv_sec)))
    }
    return items.sorted { $0.name < $1.name }
  }

  /// Hands over the bytes of a file in pieces.
  ///
  /// - Returns: How many there were.
  /// - Throws: `badName`, `missing`, `notAFile`, and what `take` throws.
  public func read(_ name: String, _ take: ([UInt8]) throws -> Void) throws -> Int {
    guard FileName.isSane(name) else { throw FileProblem.badName(name) }
    let folder = try opened()
    defer { close(folder) }
    let descriptor = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      switch errno {
      case ENOENT: throw FileProblem.missing(path: name)
      case ELOOP: throw FileProblem.notAFile(path: name)
      default: throw FileProblem.system(path: name, code: errno)
      }
    }
    defer { close(descriptor) }
    var facts = stat()
    guard fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else {
      throw FileProblem.notAFile(path: name)
    }
    var (piece, total) = ([UInt8](repeating: 0, count: 1 << 16), 0)
    while true {
      let count = piece.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw FileProblem.system(path: name, code: errno) }
      if count == 0 { return total }
      total += count
      try take(Array(piece[..<count]))
    }
  }

  /// Begins a file that is to come in.
  ///
  /// - Throws: `badName`; `exists` where one of that name is there; `folderFull`.
  public func begin(_ name: String, limits: Limits) throws(FileProblem) -> IncomingFile {
    guard FileName.isSane(name) else { throw .badName(name) }
    let used = try items().reduce(0) { $0 + $1.bytes }
    guard used < limits.folder else { throw .folderFull(bytes: used, limit: limits.folder) }
    return try IncomingFile(
      name, in: try opened(), limit: min(limits.file, limits.folder - used))
  }

  private func opened() throws(FileProblem) -> CInt {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw errno == ENOTDIR || errno == ELOOP
        ? .notAFile(path: path) : .system(path: path, code: errno)
    }
    return descriptor
  }
}

/// A file on its way into a folder: it has no name until it is whole, and never takes another's.
public final class IncomingFile {
  public private(set) var bytes = 0
  private let name: String
  private let hidden: String
  private let folder: CInt
  private let descriptor: CInt
  private let limit: Int

  /// Takes over the descriptor of the folder.
  fileprivate init(_ name: String, in folder: CInt, limit: Int) throws(FileProblem) {
    self.name = name
    self.folder = folder
    self.limit = limit
    hidden = ".incoming-\(getpid())-\(UInt32.random(in: .min ... .max))"
    var facts = stat()
    let isThere = fstatat(folder, name, &facts, AT_SYMLINK_NOFOLLOW) == 0
    descriptor =
      isThere
      ? -1 : openat(folder, hidden, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw isThere ? .exists(path: name) : failure() }
  }

  deinit {
    if descriptor >= 0 {
      close(descriptor)
      unlinkat(folder, hidden, 0)
    }
    close(folder)
  }

  /// Adds bytes.
  ///
  /// - Throws: `tooLarge` beyond the limit; the file is then gone with this value.
  public func write(_ piece: UnsafeRawBufferPointer) throws(FileProblem) {
    bytes += piece.count
    guard bytes <= limit else { throw .tooLarge(bytes: bytes, limit: limit) }
    guard WholeWrite.write(piece, to: descriptor) else { throw failure() }
  }

  /// Makes the file durable and gives it its name.
  ///
  /// - Throws: `exists` where one of that name came meanwhile.
  public func finish() throws(FileProblem) {
    guard fsync(descriptor) == 0 else { throw failure() }
    guard linkat(folder, hidden, folder, name, 0) == 0 else {
      throw errno == EEXIST ? .exists(path: name) : failure()
    }
    fsync(folder)
  }

  private func failure() -> FileProblem { .system(path: name, code: errno) }
}
