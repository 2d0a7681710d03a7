public import Persian

/// Reasons about courses and activities held elsewhere.
public enum EquivalentReason: Hashable, Sendable, Codable {
  case titleMissing
  case instituteMissing
  case hoursMissing
  case intervalReversed(from: JalaliDate, to: JalaliDate)
  case endsInFuture(JalaliDate)
  case scanMissing
  case notOwn
  case originalNotSeen
  /// One of the four conditions: nobody has answered it, or the answer is no.
  case unanswered(EquivalentCourse.Condition)
  case notMet(EquivalentCourse.Condition)
  case courseUnknown
  case hoursDiffer(certificate: Int, course: Int)
  case titleDiffers(certificate: String, course: String)
  case recordedAlready
  case batchIncomplete
  case nothingChosen
}
