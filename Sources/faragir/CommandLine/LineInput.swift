import Glibc

/// Standard input by lines, in memory bounded by the longest line.
struct LineInput: ~Copyable {
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var start = 0
  /// How far `buffer` has been searched for a line end.
  private var searched = 0
  private var isAtEnd = false
  private static let chunk = 1 << 16

  init(descriptor: Int32 = STDIN_FILENO) { self.descriptor = descriptor }

  /// True when the next line is not here yet, so that what was written should be flushed first.
  var mustWait: Bool { !isAtEnd && !buffer[searched...].contains(Self.lineFeed) }

  private static let lineFeed: UInt8 = 0x0A

  /// The next line without its LF, and whether it had one; nil at the end.
  mutating func next() throws(FileProblem) -> (bytes: ArraySlice<UInt8>, hasEnd: Bool)? {
    while true {
      if let end = buffer[searched...].firstIndex(of: Self.lineFeed) {
        defer {
          start = end + 1
          searched = start
        }
        return (buffer[start..<end], true)
      }
      searched = buffer.count
      if isAtEnd {
        guard start < buffer.count else { return nil }
        defer { start = buffer.count }
        return (buffer[start...], false)
      }
      try fill()
    }
  }

  private mutating func fill() throws(FileProblem) {
    if start > 0 {
      buffer.removeFirst(start)
      searched -= start
      start = 0
    }
    let old = buffer.count
    buffer.append(contentsOf: repeatElement(0, count: Self.chunk))
    var count = -1
    repeat {
      count = buffer[old...].withUnsafeMutableBytes { room in
        read(descriptor, room.baseAddress, room.count)
      }
    } while count < 0 && errno == EINTR
    buffer.removeLast(Self.chunk - max(0, count))
    if count < 0 { throw FileProblem(path: "-", error: errno) }
    isAtEnd = count == 0
  }
}
