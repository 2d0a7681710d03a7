import Glibc

/// The reader of our standard output has gone; nothing is left to say.
struct OutputClosed: Error {}

/// Standard output with a buffer of its own: logical text, never reordered.
struct Output: ~Copyable {
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private static let limit = 1 << 16

  init(descriptor: Int32 = STDOUT_FILENO) { self.descriptor = descriptor }

  mutating func write(_ text: String) throws(OutputClosed) {
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= Self.limit { try flush() }
  }

  mutating func write(bytes: some Collection<UInt8>) throws(OutputClosed) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.limit { try flush() }
  }

  mutating func flush() throws(OutputClosed) {
    let isWhole = Self.write(buffer, to: descriptor)
    buffer.removeAll(keepingCapacity: true)
    if !isWhole { throw OutputClosed() }
  }

  /// Writes every byte, whatever signals come between; false when the other end has gone.
  static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var done = 0
    while done < bytes.count {
      let count = bytes[done...].withUnsafeBytes { rest in
        Glibc.write(descriptor, rest.baseAddress, rest.count)
      }
      if count > 0 {
        done += count
      } else if errno != EINTR {
        return false
      }
    }
    return true
  }
}

/// Standard error, unbuffered.
///
/// That it is closed changes nothing: the exit code still speaks.
enum ErrorOutput {
  static func write(_ text: String) {
    _ = Output.write(Array(text.utf8), to: STDERR_FILENO)
  }
}
