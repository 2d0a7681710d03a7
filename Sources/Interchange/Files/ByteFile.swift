private import Glibc

/// A file open for reading at any place.
final class ByteFile {
  let path: String
  let size: Int
  private let descriptor: Int32

  init(path: String, limit: Int) throws(FileProblem) {
    // Without waiting, or a pipe would be waited for until somebody writes into it.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      throw errno == ENOENT ? .missing(path: path) : .system(path: path, code: errno)
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      let code = errno
      close(descriptor)
      throw .system(path: path, code: code)
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw .notAFile(path: path)
    }
    self.path = path
    self.descriptor = descriptor
    size = Int(status.st_size)
    guard size > 0 else { throw .empty }
    guard size <= limit else { throw .tooLarge(bytes: size, limit: limit) }
  }

  deinit {
    close(descriptor)
  }

  /// Where the open file lies, links resolved.
  var openedPath: String? {
    guard let found = realpath("/proc/self/fd/\(descriptor)", nil) else { return nil }
    defer { free(found) }
    return String(cString: found)
  }

  /// Fills `buffer` from an offset, up to the end of the file; returns the bytes read.
  func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(FileProblem) -> Int {
    var done = 0
    while done < buffer.count {
      let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[done...])
      let count = pread(descriptor, rest.baseAddress, rest.count, off_t(offset + done))
      if count < 0 {
        if errno == EINTR { continue }
        throw .system(path: path, code: errno)
      }
      if count == 0 { break }
      done += count
    }
    return done
  }

  /// The bytes at an offset, fewer at the end of the file.
  func bytes(at offset: Int, count: Int) throws(FileProblem) -> [UInt8] {
    guard 0...size ~= offset else { return [] }
    var bytes = [UInt8](repeating: 0, count: max(0, min(count, size - offset)))
    var problem: FileProblem?
    let read = bytes.withUnsafeMutableBytes { buffer in
      do throws(FileProblem) {
        return try self.read(at: offset, into: buffer)
      } catch {
        problem = error
        return 0
      }
    }
    if let problem { throw problem }
    bytes.removeSubrange(read...)
    return bytes
  }
}

/// A file being written; it takes its name only when it is whole.
final class FileSink {
  let path: String
  private let temporary: String
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private(set) var offset = 0
  private var isFinished = false

  init(path: String) throws(FileProblem) {
    self.path = path
    temporary = path + ".part-\(getpid())-\(UInt32.random(in: .min ... .max))"
    descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .system(path: path, code: errno) }
    buffer.reserveCapacity(1 << 16)
  }

  deinit {
    close(descriptor)
    if !isFinished { unlink(temporary) }
  }

  func write(_ bytes: some Collection<UInt8>) throws(FileProblem) {
    buffer += bytes
    offset += bytes.count
    if buffer.count >= 1 << 16 { try flush() }
  }

  /// Writes over bytes that were written before.
  func patch(_ bytes: [UInt8], at place: Int) throws(FileProblem) {
    try flush()
    try put(bytes, at: place)
  }

  /// Makes the file durable and gives it its name, over an older file.
  func finish() throws(FileProblem) {
    try flush()
    guard fsync(descriptor) == 0, rename(temporary, path) == 0 else {
      throw .system(path: path, code: errno)
    }
    isFinished = true
  }

  private func flush() throws(FileProblem) {
    try put(buffer, at: offset - buffer.count)
    buffer.removeAll(keepingCapacity: true)
  }

  private func put(_ bytes: [UInt8], at place: Int) throws(FileProblem) {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { raw in
        pwrite(
          descriptor, raw.baseAddress?.advanced(by: done), raw.count - done, off_t(place + done))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw .system(path: path, code: errno) }
      done += count
    }
  }
}
