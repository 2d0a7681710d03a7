/// Reasons about marks and absences; amounts are minutes.
public enum AttendanceReason: Hashable, Sendable {
  case overLimit(absent: Int, allowed: Int)
  case nearLimit(absent: Int, allowed: Int)
  case outsideSession(TimeSpan, session: TimeSpan)
  case overlap(TimeSpan, with: TimeSpan)
  /// The session has not begun yet.
  case beforeSession
}
