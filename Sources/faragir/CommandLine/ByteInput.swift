import Glibc

/// A descriptor read in pieces as they come, so that a filter answers before its input ends.
struct ByteInput: ~Copyable {
  private let descriptor: Int32
  private var room = [UInt8](repeating: 0, count: 1 << 16)

  init(descriptor: Int32 = STDIN_FILENO) { self.descriptor = descriptor }

  /// Hands over what has come; false at the end.
  mutating func next(
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Void
  ) throws -> Bool {
    var count = -1
    repeat {
      count = room.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
    } while count < 0 && errno == EINTR
    guard count >= 0 else { throw FileProblem(path: "-", error: errno) }
    try room.withUnsafeBufferPointer { try body(UnsafeBufferPointer(rebasing: $0[..<count])) }
    return count > 0
  }
}
