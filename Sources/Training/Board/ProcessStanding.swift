public import Persian

/// How far a course has come in one of the eleven processes (S0-15).
public struct ProcessStanding: Hashable, Sendable {
  /// Where the process is; Phrases has the sentence.
  public enum Step: Hashable, Sendable {
    /// The records hold nothing of this process yet.
    case noData
    case notBegun
    case request(CourseRequestLife.State)
    /// The executive programme is a draft, or is final.
    case programme(isFinal: Bool)
    case instructorMissing
    /// Instructors of the course who are not in the bank.
    case outsideBank(Int)
    /// Permissions for instructors of other districts that somebody still has to decide on.
    case permitsWaiting(Int)
    case instructorsConfirmed
    case managerMissing
    /// Classes that are defined, of those requested.
    case classes(Int, of: Int)
    /// Classes without any session in their programme.
    case programmeMissing(Int)
    case announcementMissing
    case prepared
    /// People of non-governmental schools among the learners.
    case schoolStaff(Int)
    /// Certificates of elsewhere that wait to be taken for this course, and those recorded.
    case equivalents(waiting: Int, recorded: Int)
    /// Learners of the quota.
    case enrolled(Int, of: Int)
    /// Sessions that are over, of all.
    case sessions(Int, of: Int)
    case scoresMissing
    /// The written file of the course, and its financial document.
    case courseFile(CourseFileLife.State, FinancialLife.State)
    /// Classes whose learners check their scores, and those that are closed.
    case scoreControl(Int, closed: Int)
    /// Certificates that are valid.
    case certificates(Int)
    /// Levels of effectiveness that are summed up, of those measured.
    case levels(Int, of: Int)
    case closed
    case cancelled
  }

  public enum Progress: Hashable, Sendable { case noData, notBegun, underWay, done }

  public var process: PortalProcess
  public var step: Step
  public var progress: Progress
  /// The first day of it; nil before it has begun.
  public var from: JalaliDate?
  /// The day it was over; nil while it lasts.
  public var to: JalaliDate?

  public init(
    _ process: PortalProcess, _ step: Step, _ progress: Progress, from: JalaliDate? = nil,
    to: JalaliDate? = nil
  ) {
    self.process = process
    self.step = step
    self.progress = progress
    self.from = from
    self.to = to
  }

  /// Days it has taken up to a day, the first included; nil before it has begun.
  public func days(on today: JalaliDate) -> Int? {
    guard let from, from <= today else { return nil }
    return from.days(to: min(to ?? today, today)) + 1
  }
}
