/// Something a program does that nobody asked for with a key.
public enum Duty<Environment: Sendable>: Sendable {
  /// A sentence in the status line.
  case notice(String)
  /// A screen over all others, unless one covers them already.
  case cover(any Screen<Environment>)
  /// The end, as when the terminal goes: what is half filled is kept.
  case end
}
