import Glibc
import Interchange

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
    let isWhole = WholeWrite.write(buffer, to: descriptor)
    buffer.removeAll(keepingCapacity: true)
    if !isWhole { throw OutputClosed() }
  }
}

/// Standard error, unbuffered.
///
/// That it is closed changes nothing: the exit code still speaks.
enum ErrorOutput {
  static func write(_ text: String) {
    _ = WholeWrite.write(Array(text.utf8), to: STDERR_FILENO)
  }
}
