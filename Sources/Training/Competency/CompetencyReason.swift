public import Persian

/// Reasons about requests for competency development.
public enum CompetencyReason: Hashable, Sendable, Codable {
  case beforeProgramme(start: JalaliDate)
  /// Administrative and service staff.
  case notCompulsory
  /// Not an employee of education.
  case notEmployee
  /// The seed's «خطای عدم ابلاغ».
  case noAppointment
  case noPeriod
  case alreadyRequested(tracking: String)
  case notAccepted
  case notOwn
  case windowUndefined(period: String)
  case windowReversed(from: JalaliDate, to: JalaliDate)
  case windowOver(since: JalaliDate)
  case outsideWindow(from: JalaliDate, to: JalaliDate)
  case centreMissing
  case centreNotApproved(String)
  case resultsMissing([AssessmentDimension])
  case scoreOutOfScale(AssessmentDimension, AssessmentScore, maximum: Int)
  case outcomeMissing
  /// The same person has asked for it already and nobody has answered.
  case appointmentAsked(on: JalaliDate)
}
