public import Persian

/// Reasons about the definition and the life of a class.
public enum ClassReason: Hashable, Sendable, Codable {
  case nameMissing
  case nameTaken(String)
  case enrolmentReversed(from: JalaliDate, to: JalaliDate)
  case enrolmentAfterStart(enrolTo: JalaliDate, start: JalaliDate)
  case classReversed(from: JalaliDate, to: JalaliDate)
  case outsideInterval(from: JalaliDate, to: JalaliDate)
  case capacityMissing
  case capacityOverMaximum(Int, maximum: Int, mode: DeliveryMode)
  case tooManyClasses(Int, allowed: Int)
  case seatsOverQuota(Int, quota: Int)
  case previousNotFull(name: String, free: Int)
  case belowMinimum(Int, minimum: Int)
  case fewSigned(Int, minimum: Int)
  case unregistered(Int)
  case noSession
  case attendantEnrolled(String)
  case attendantTwice(String)
  case scoresMissing(Int)
  /// No exam that counts, and no project.
  case examMissing
  case fileNotDelivered
  case noPeriod
  case periodRunning(until: JalaliDate)
  case objectionsOpen(Int)
  case scoresDiffer(Int)
  case liveEnrolments(Int)
}
