import CNcurses
import Glibc
import TerminalKit

/// The line to the terminal beside curses: bytes in, sequences out.
struct Line {
  /// The modes the line had before us.
  let modes: termios

  /// What curses writes to: the terminal, or `memory` once pictures are gathered.
  let curses: Int32
  private let memory: Int32

  init() {
    var modes = termios()
    tcgetattr(STDIN_FILENO, &modes)
    self.modes = modes
    curses = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3)
    memory = faragir_memory()
  }

  /// Lets curses write to memory: it writes at every move of the cursor, and every write wakes the
  /// terminal, five times for one key.
  ///
  /// To be called when the terminal has its modes, which curses sets through the same file.
  func holdBack() {
    if memory >= 0 { faragir_point(curses, memory) }
  }

  /// Lets curses reach the terminal itself.
  func letThrough() { faragir_point(curses, STDOUT_FILENO) }

  /// Sends all that curses writes meanwhile at once.
  func gather(_ drawing: () -> Void) {
    drawing()
    guard memory >= 0 else { return }
    let count = Int(lseek(memory, 0, SEEK_CUR))
    lseek(memory, 0, SEEK_SET)
    guard count > 0 else { return }
    withUnsafeTemporaryAllocation(byteCount: count, alignment: 1) { bytes in
      // Where it stands: `memory` is written from its beginning again.
      let found = pread(memory, bytes.baseAddress, count, 0)
      send(UnsafeRawBufferPointer(rebasing: bytes[..<max(found, 0)]))
    }
  }

  func restoreModes() {
    var modes = modes
    tcsetattr(STDIN_FILENO, TCSADRAIN, &modes)
  }

  /// Writes all of a text; gives up when the terminal has gone.
  func send(_ text: String) {
    var text = text
    text.withUTF8 { send(UnsafeRawBufferPointer($0)) }
  }

  private func send(_ bytes: UnsafeRawBufferPointer) {
    var sent = 0
    while sent < bytes.count {
      let rest = UnsafeRawBufferPointer(rebasing: bytes[sent...])
      let count = write(STDOUT_FILENO, rest.baseAddress, rest.count)
      if count > 0 {
        sent += count
      } else if errno == EAGAIN {
        var file = pollfd(fd: STDOUT_FILENO, events: Int16(POLLOUT), revents: 0)
        poll(&file, 1, 100)
      } else if errno != EINTR {
        return
      }
    }
  }

  /// What has been typed; nil when the terminal has gone.
  func read() -> ArraySlice<UInt8>? {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1024) { buffer in
      let count = Glibc.read(STDIN_FILENO, buffer.baseAddress, buffer.count)
      if count > 0 { return ArraySlice(buffer[..<count]) }
      return count < 0 && (errno == EAGAIN || errno == EINTR) ? [] : nil
    }
  }

  /// Waits until there is something to read from the terminal or from `other`.
  ///
  /// - Returns: Which of them has something; neither when the time is over.
  func wait(
    _ milliseconds: Int32, or other: Int32 = -1
  ) -> (terminal: Bool, other: Bool) {
    var files = (
      pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
      pollfd(fd: other, events: Int16(POLLIN), revents: 0)
    )
    let count = withUnsafeMutableBytes(of: &files) {
      poll($0.baseAddress?.assumingMemoryBound(to: pollfd.self), 2, milliseconds)
    }
    return count > 0 ? (files.0.revents != 0, files.1.revents != 0) : (false, false)
  }

  /// Reads and drops what comes until the answer to DA1 or the time is over.
  func drain(for milliseconds: Int32) {
    var decoder = KeyDecoder()
    while wait(milliseconds).terminal, let bytes = read() {
      decoder.feed(bytes)
      while let input = decoder.next() {
        if case .reply(.primary) = input { return }
      }
    }
  }

  var size: Size? {
    var size = winsize()
    guard faragir_window_size(STDOUT_FILENO, &size) == 0, size.ws_row > 0, size.ws_col > 0 else {
      return nil
    }
    return Size(rows: Int(size.ws_row), columns: Int(size.ws_col))
  }
}

/// The locale curses needs to count cells.
enum Locale {
  /// Uses the person's locale when it is UTF-8, else one every Debian has.
  ///
  /// - Throws: `TerminalError.noUTF8`.
  static func useUTF8() throws(TerminalError) {
    for name in ["", "C.UTF-8", "C.utf8", "en_US.UTF-8"] {
      guard setlocale(LC_ALL, name) != nil, let set = nl_langinfo(nl_item(CODESET)) else {
        continue
      }
      if strcasecmp(set, "UTF-8") == 0 || strcasecmp(set, "utf8") == 0 { return }
    }
    throw .noUTF8
  }
}
