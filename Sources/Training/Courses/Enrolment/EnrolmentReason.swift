public import Persian

/// Reasons about enrolment, withdrawal, removal and transfer.
public enum EnrolmentReason: Hashable, Sendable, Codable {
  case requestNotApproved
  case classNotOpen(ClassLife.State)
  case notBegun(from: JalaliDate)
  case over(since: JalaliDate)
  case started(on: JalaliDate)
  case full(capacity: Int)
  case guestsNotAccepted
  case guestsFull(capacity: Int)
  case ownDistrict
  case jobData([ConditionCheck])
  /// Minutes with this course, and the year's ceiling.
  case overCeiling(total: Int, ceiling: Int)
  case alreadyInCourse
  case timeClash(course: String, JalaliDate, TimeSpan)
  case wrongMethod(required: EnrolMethod)
  case notOwn
  case notConfirmedByPrincipal
  case letterMissing
  case classClosed
  case transferNotNow(ClassLife.State)
  case targetFull(free: Int)
  case sameClass
  case noTarget
  case noExam
  case scoreMissing
  case scoreBelowPass(Fraction, required: Fraction)
  case passes
  case absenceWithinLimit
  /// The code of a list belongs to nobody whom this office looks after.
  case learnerUnknown
  /// The name in the list is not the one in the records, which is given.
  case nameDiffers(listed: String, recorded: String)
  /// The person stands in an earlier row of the list.
  case doubledRow(Int)
  /// The course has no such registration outside the portal.
  case stageNotNeeded
}
