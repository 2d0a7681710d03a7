public import Persian

/// Reasons about needs, Form 1 and what follows from it.
public enum PlanningReason: Hashable, Sendable, Codable {
  case needCourseMissing
  case priorityNotPositive(Int)
  /// A course that the office has a line for in that year already.
  case needDoubled(course: String, year: Int)
  case wishDoubled(year: Int)
  case requesterMissing
  case wantedCourseMissing
  /// Conditions, number, mode or funding of Form 1 that are not there.
  case formFieldsMissing([Remedy.Topic])
  case formIntervalReversed(from: JalaliDate, to: JalaliDate)
  case meetingMissing
  case courseUnknown(code: String)
  case courseWithoutPermit(title: String)
  case partiesMissing
  case dutiesMissing
  case memorandumNumberMissing
  /// A request that no Form 1 stands behind.
  case requestWithoutForm
  /// Another course than the committee agreed to.
  case requestOfAnotherCourse(agreed: String)
  /// What a request has otherwise than the committee agreed to on its Form 1.
  case requestUnlikeForm([Remedy.Topic])
  /// More learners than Form 1 has.
  case requestBeyondForm(quota: Int, learners: Int)
  case formTimeMissing
  case formPlaceMissing
}
