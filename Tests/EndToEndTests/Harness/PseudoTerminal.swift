import Glibc

/// The built program on a pseudo-terminal, seen as bytes.
///
/// It answers the one question every terminal answers (DA1), as a plain xterm would, so the
/// program need not wait for its time-out.
final class PseudoTerminal {
  let child: Child
  private let controller: Int32
  /// Kept open, so that what the child wrote last can be read after its end.
  private let device: Int32
  /// Everything the program has written so far.
  private(set) var bytes: [UInt8] = []
  /// What a VT220 shows of them; meant for `TERM=vt220`.
  private(set) var screen: ScreenModel
  private var answered = 0

  convenience init(
    _ words: [String], rows: Int = 24, columns: Int = 80, environment: [String: String],
    through tool: [String] = []
  ) throws {
    try self.init(
      running: tool + [Product.executable] + words, rows: rows, columns: columns,
      environment: environment)
  }

  /// Any program, such as the client that leads to ours.
  init(
    running command: [String], rows: Int = 24, columns: Int = 80, environment: [String: String]
  ) throws {
    var controller: Int32 = -1
    var device: Int32 = -1
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    var name = [CChar](repeating: 0, count: 128)
    guard openpty(&controller, &device, &name, nil, &size) == 0 else {
      throw HarnessError("openpty: errno \(errno)")
    }
    for descriptor in [controller, device] { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    _ = fcntl(controller, F_SETFL, O_NONBLOCK)
    self.controller = controller
    screen = ScreenModel(rows: rows, columns: columns)
    self.device = device
    let terminal = String(
      decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    child = try Child(command, environment: environment, terminal: terminal)
  }

  deinit {
    close(controller)
    close(device)
  }

  func type(_ text: String) throws { try send(Array(text.utf8)) }

  func send(_ bytes: [UInt8]) throws {
    // What the program writes meanwhile is taken, or both sides could wait for each other.
    for start in stride(from: 0, to: bytes.count, by: 512) {
      drain()
      try Descriptor.writeAll(Array(bytes[start..<min(start + 512, bytes.count)]), to: controller)
    }
  }

  func resize(rows: Int, columns: Int) {
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(controller, UInt(TIOCSWINSZ), &size)
  }

  /// Takes what the program has written and answers its questions.
  func drain() {
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(controller, &chunk, chunk.count)
      guard count > 0 else { break }
      bytes += chunk[..<count]
      screen.take(chunk[..<count])
    }
    let question: [UInt8] = [0x1B, 0x5B, 0x63]
    while let place = bytes[answered...].firstRange(of: question) {
      answered = place.upperBound
      try? Descriptor.writeAll(Array("\u{1B}[?62;22c".utf8), to: controller)
    }
  }

  /// Waits until the program has written some bytes after a place; gives the place behind them.
  @discardableResult
  func wait(for text: String, from start: Int = 0, within limit: Duration = .seconds(90)) throws
    -> Int
  {
    let wanted = Array(text.utf8)
    var found = 0
    try Deadline.wait(limit, for: "the bytes of \(text)") {
      drain()
      guard let place = bytes[min(start, bytes.count)...].firstRange(of: wanted) else {
        if !child.isRunning { throw HarnessError("the program ended with \(child.status ?? -1)") }
        return false
      }
      found = place.upperBound
      return true
    }
    return found
  }

  /// Waits until the screen shows a text, given as it is read.
  func waitForScreen(_ text: String, within limit: Duration = .seconds(90)) throws {
    let wanted = TmuxTerminal.shown(text)
    do {
      try Deadline.wait(limit, for: text) {
        drain()
        if !child.isRunning { throw HarnessError("the program ended with \(child.status ?? -1)") }
        return shows(wanted) || shows(text)
      }
    } catch {
      throw HarnessError("\(error): no «\(text)» in:\n\(screen.rows.joined(separator: "\n"))")
    }
  }

  func shows(_ text: String) -> Bool { screen.rows.contains { $0.contains(text) } }

  /// The exit code, reading on until the end.
  func waitForEnd(within limit: Duration = .seconds(90)) throws -> Int32 {
    try Deadline.wait(limit, for: "the end of the program") {
      drain()
      return !child.isRunning
    }
    drain()
    return child.status ?? -1
  }

  /// The line settings, to see whether the terminal was given back as it was.
  var settings: [UInt32] {
    var found = termios()
    tcgetattr(device, &found)
    return [found.c_iflag, found.c_oflag, found.c_cflag, found.c_lflag]
  }
}
