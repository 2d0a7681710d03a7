public import Persian

/// Reasons about marks and absences; amounts are minutes, times are minutes of the day.
public enum AttendanceReason: Hashable, Sendable, Codable {
  case overLimit(absent: Int, allowed: Int)
  case nearLimit(absent: Int, allowed: Int)
  case reversed(from: Int, to: Int)
  case outsideSession(from: Int, to: Int, session: TimeSpan)
  /// An arrival or a departure that does not lie inside the session.
  case momentOutside(Int, session: TimeSpan)
  case overlap(TimeSpan, with: TimeSpan)
  /// The session is on a later day.
  case beforeSession(JalaliDate)
}
