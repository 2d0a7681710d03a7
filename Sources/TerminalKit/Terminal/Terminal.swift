/// The smallest thing a program needs of a terminal; `MemoryTerminal` is its twin for tests.
public protocol Terminal: ~Copyable {
  var size: Size { get }
  /// How text must be sent; may change when the terminal has said what it is.
  var encoding: TerminalEncoding { get set }
  /// True when a key waits: what is on the screen is already out of date.
  var hasWaitingInput: Bool { mutating get }
  /// The next event, or nil when `timeout` passes first.
  mutating func nextEvent(within timeout: Duration) throws(TerminalError) -> TerminalEvent?
  /// Shows a picture; sends only what differs from the last one.
  mutating func present(_ raster: Raster) throws(TerminalError)
  /// Changes the colours from the next picture on.
  mutating func use(_ theme: Theme)
  /// Gives the terminal back to the shell until it is called to the foreground again.
  mutating func suspend()
}

/// Why there is no terminal to work with.
public enum TerminalError: Error, Equatable {
  /// Standard input or output is not a terminal.
  case notATerminal
  /// `TERM` is unset, `dumb` or unknown here.
  case unknownKind(String)
  /// No locale with UTF-8 is installed.
  case noUTF8
  /// The terminal has gone (end of input).
  case gone
}

/// What the terminal tells the loop.
public enum TerminalEvent: Equatable, Sendable {
  case key(Key)
  /// A bracketed paste, scalars as received; control characters included.
  case paste([UInt32])
  /// A press of the first mouse button, in screen columns from the left.
  case mouse(row: Int, column: Int)
  /// Turns of the wheel: rows down, negative for up.
  case wheel(Int)
  case resized
  /// SIGTERM or SIGHUP: leave in good order.
  case terminate
  /// Back from Ctrl-Z: everything must be drawn anew.
  case resumed
  /// The terminal has said what it is.
  case identified(TerminalVerdict)
}
