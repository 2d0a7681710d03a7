import Glibc

/// A file by its descriptor, closed when it is forgotten.
public struct OpenFile: ~Copyable {
  private let descriptor: CInt
  private let name: String

  /// Opens a file for its owner alone; `named` is what complaints call it.
  init(
    _ path: String, _ flags: CInt, named name: String? = nil
  ) throws(ExchangeProblem) {
    descriptor = open(path, flags | O_CLOEXEC | O_NOCTTY, 0o600)
    self.name = name ?? path
    guard descriptor >= 0 else { throw .file(name ?? path, .last) }
    var facts = stat()
    // A pipe or a device would be waited for, or never end.
    guard fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw .notABundle(name ?? path)
    }
  }

  /// Opens a file to read it from its beginning.
  public init(reading path: String) throws(ExchangeProblem) { try self.init(path, O_RDONLY) }

  /// Opens a file, made where there is none, to go on behind a byte.
  public static func appending(
    to path: String, after offset: Int
  ) throws(ExchangeProblem) -> OpenFile {
    let file = try OpenFile(path, O_WRONLY | O_CREAT)
    guard ftruncate(file.descriptor, off_t(offset)) == 0 else { throw .file(path, .last) }
    try file.seek(to: offset)
    return file
  }

  deinit { close(descriptor) }

  public borrowing func size() throws(ExchangeProblem) -> Int {
    var facts = stat()
    guard fstat(descriptor, &facts) == 0 else { throw .file(name, .last) }
    return Int(facts.st_size)
  }

  public borrowing func seek(to place: Int) throws(ExchangeProblem) {
    guard lseek(descriptor, off_t(place), SEEK_SET) == place else { throw .file(name, .last) }
  }

  /// The next bytes, fewer than `count` only at the end.
  public borrowing func read(_ count: Int) throws(ExchangeProblem) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var done = 0
    while done < count {
      let more = bytes[done...].withUnsafeMutableBytes {
        Glibc.read(descriptor, $0.baseAddress, $0.count)
      }
      if more < 0, errno == EINTR { continue }
      guard more >= 0 else { throw .file(name, .last) }
      if more == 0 { break }
      done += more
    }
    bytes.removeLast(count - done)
    return bytes
  }

  /// Hands over what is left of the file, piece by piece.
  borrowing func forEachPiece(
    _ body: ([UInt8]) throws(ExchangeProblem) -> Void
  ) throws(ExchangeProblem) {
    while true {
      let bytes = try read(1 << 18)
      if bytes.isEmpty { return }
      try body(bytes)
    }
  }

  public borrowing func write(_ bytes: [UInt8]) throws(ExchangeProblem) {
    var done = 0
    while done < bytes.count {
      let more = bytes[done...].withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if more < 0, errno == EINTR { continue }
      guard more > 0 else { throw .file(name, .last) }
      done += more
    }
  }

  public borrowing func flush() throws(ExchangeProblem) {
    guard fsync(descriptor) == 0 else { throw .file(name, .last) }
  }
}

/// The folder beside the records where bundles are made and taken apart; one process at a time.
public final class ExchangeFolder: Sendable {
  public let path: String
  private let lock: FileLock

  /// Makes the folder for its owner alone and takes its lock.
  ///
  /// - Throws: `busy` when another program exchanges on this file, and still does after a second.
  public init(besideRecords records: String, named name: String = "lock") throws(ExchangeProblem) {
    path = records + ".exchange"
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw .file(path, .last) }
    let found: FileLock?
    do throws(StoreError) {
      // A program that was just started from here has a copy of a lock until it is itself.
      found = try FileLock.acquire(path: "\(path)/\(name)", mode: 0o600, patience: .seconds(1))
    } catch {
      throw .file(path, .last)
    }
    guard let found else { throw .busy }
    lock = found
  }

  /// A name in the folder that nobody else uses.
  public func scratch(_ name: String) -> String {
    "\(path)/\(name)-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
  }

  public static func remove(_ path: String) { unlink(path) }

  // MARK: Files on their way

  /// How much of a file has come, and the digest of the whole; nil where none is on its way.
  public func half(_ path: String) throws(ExchangeProblem) -> (digest: String?, size: Int) {
    guard access(path, F_OK) == 0, access(path + ".digest", F_OK) == 0 else { return (nil, 0) }
    let note = try OpenFile(path + ".digest", O_RDONLY)
    let digest = String(decoding: try note.read(64), as: UTF8.self)
    let file = try OpenFile(path, O_RDONLY)
    return (digest, try file.size())
  }

  /// Notes the digest of a file that comes; what was there before goes unless it is gone on with.
  public func begin(
    _ path: String, digest: String, from offset: Int
  ) throws(ExchangeProblem) {
    if offset == 0 { unlink(path) }
    let note = try OpenFile(path + ".digest", O_WRONLY | O_CREAT | O_TRUNC)
    try note.write(Array(digest.utf8))
  }

  public func forget(_ path: String) {
    unlink(path + ".digest")
    unlink(path)
  }
}
