public import Persian

/// Reasons about the session programme of a class.
public enum ProgrammeReason: Hashable, Sendable, Codable {
  case outsideClass(JalaliDate, from: JalaliDate, to: JalaliDate)
  case overlap(JalaliDate, TimeSpan, with: TimeSpan)
  case dayTooLong(JalaliDate, minutes: Int, maximum: Int)
  /// The name of the course that holds the place.
  case placeTaken(String, course: String, JalaliDate, TimeSpan)
  case instructorTaken(String, course: String, JalaliDate, TimeSpan)
  /// So many learners have a mark in the session.
  case marked(Int)
  case totalDiffers(programmed: Int, course: Int)
}
