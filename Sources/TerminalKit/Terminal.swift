/// What the terminal tells the loop.
public enum TerminalEvent: Equatable, Sendable {
  case key(Key)
  /// A bracketed paste, scalars as received; control characters included.
  case paste([UInt32])
  /// A press of the first mouse button, in screen columns from the left.
  case mouse(row: Int, column: Int)
  case wheel(Int)
  case resized
  /// SIGTERM or SIGHUP: leave in good order.
  case terminate
  /// Back from Ctrl-Z: everything must be drawn anew.
  case resumed
}
