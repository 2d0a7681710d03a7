public import Persian

/// Reasons about executive programmes.
public enum PlanReason: Hashable, Sendable, Codable {
  /// One of two bookings that cannot both be.
  public struct Side: Hashable, Sendable, Codable {
    public var course: String
    public var day: JalaliDate
    public var span: TimeSpan

    public init(course: String, day: JalaliDate, span: TimeSpan) {
      self.course = course
      self.day = day
      self.span = span
    }
  }

  /// A time at which place and instructor are free.
  public struct Free: Hashable, Sendable, Codable {
    public var day: JalaliDate
    public var span: TimeSpan

    public init(_ day: JalaliDate, _ span: TimeSpan) {
      self.day = day
      self.span = span
    }
  }

  case notAllowed(CourseRequestLife.State)
  case courseStarted
  case classTooLarge(Int, maximum: Int)
  case classTooSmall(Int, minimum: Int)
  case dayTooLong(JalaliDate, minutes: Int, maximum: Int)
  case placeTaken(String, mine: Side, theirs: Side, free: [Free])
  case instructorTaken(String, mine: Side, theirs: Side, free: [Free])
  case noLesson(classNumber: Int)
  case evaluationMissing
  case evaluationOutside(JalaliDate, from: JalaliDate, to: JalaliDate)
  case windowMissing
  case windowReversed
  case noticeShort(days: Int, minimum: Int)
  case enrolmentShort(days: Int, minimum: Int)
  case enrolmentAfterStart(JalaliDate, start: JalaliDate)
  case totalDiffers(classNumber: Int, planned: Int, course: Int)
  case topicsDiffer(planned: Int, course: Int)
  case holiday(JalaliDate, title: String)
  case outsideBank([String])
  case letterMissing
}
