public import Persian

/// Reasons about course requests.
public enum RequestReason: Hashable, Sendable, Codable {
  case noPermit
  /// Minutes of the course and of the year's ceiling.
  case courseOverCeiling(minutes: Int, ceiling: Int)
  case intervalReversed(from: JalaliDate, to: JalaliDate)
  case classCountMissing
  case capacityMissing
  case capacityOverMaximum(Int, maximum: Int, mode: DeliveryMode)
  case quotaMissing
  case quotaOverSeats(Int, seats: Int)
  case quotaNotSeats(Int, seats: Int)
  case guestCapacityNegative
  case notApproved(CourseRequestLife.State)
  case belowEnrolled(capacity: Int, enrolled: Int)
  case instructorsOutsideBank([String])
  case noClass
  case classesOpen(Int)
  case liveEnrolments(Int)
  case contentNotApproved
  /// Questions come after the day on which the course starts.
  case pretestAfterStart(JalaliDate)
}
