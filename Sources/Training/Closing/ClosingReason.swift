public import Persian

/// Reasons about the control of scores, objections and certificates.
public enum ClosingReason: Hashable, Sendable, Codable {
  case periodReversed(from: JalaliDate, to: JalaliDate)
  /// It would begin on a day that is over.
  case periodPast(from: JalaliDate, today: JalaliDate)
  case periodNotAnnounced
  case periodNotBegun(from: JalaliDate)
  case periodEnded(on: JalaliDate)
  case notOwnObjection
  /// An objection of the same kind waits for its answer.
  case objectionWaiting
  case objectionTextMissing
  /// An objection to an absence that does not say in which session.
  case sessionMissing
  /// What was to be corrected is as it was.
  case correctionMissing
  /// The learner has left the class, or never was in it.
  case notEnrolled
  case examMissed
  case certificateExists(number: String)
  case enrolmentNotPassed(EnrolmentLife.State)
  case classNotClosed(ClassLife.State)
  case certificateRevoked(on: JalaliDate)
  /// Nobody of the class has a valid certificate.
  case noCertificate
  /// A step before it is not done.
  case stepOpen(ClosingRoad.Item)
}
