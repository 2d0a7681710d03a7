public import Persian

/// SM-21: a completed course, until the management has approved it.
public enum CompletedCourseLife: Lifecycle {
  public enum State: String, CaseIterable, Hashable, Sendable, Codable {
    case registered, removed, waiting, completed
  }

  public enum Action: String, CaseIterable, Hashable, Sendable, Codable {
    case create, edit, remove, send, approve, giveBack
  }

  public struct Facts: Hashable, Sendable {
    /// As it is, or as it would become.
    public var course: CompletedCourse
    /// The permit, when it is the agency's own.
    public var permit: Permit?
    /// Whether another completed course stands on the permit.
    public var isPermitUsed: Bool
    /// What the agency told of the quarter; nil before it has.
    public var figures: QuarterFigures?
    /// The last day for courses of the quarter.
    public var due: JalaliDate
    public var day: JalaliDate

    public init(
      course: CompletedCourse, permit: Permit?, isPermitUsed: Bool = false,
      figures: QuarterFigures? = nil, due: JalaliDate, day: JalaliDate
    ) {
      self.course = course
      self.permit = permit
      self.isPermitUsed = isPermitUsed
      self.figures = figures
      self.due = due
      self.day = day
    }
  }

  public static let name = "SM-21"

  private static let data: @Sendable (Rules) -> [any Policy<Facts>] = { _ in
    [
      ApprovedPermit(), CompletedInTime(), CompletedDates(), CourseOfPermit(),
      CompletedOrganiser(), Participants(),
    ]
  }

  public static let table: [Transition<Self>] = [
    Transition([], .create, by: [.liaison], to: .registered, .undoable, guards: data),
    Transition([.registered], .edit, by: [.liaison], to: .registered, .undoable, guards: data),
    Transition(
      [.waiting, .completed], .edit, by: [.liaison], to: nil,
      guards: { _ in [CompletedNotSent()] }),
    Transition([.registered], .remove, by: [.liaison], to: .removed, [.undoable, .dangerous]),
    Transition([.registered], .send, by: [.liaison], to: .waiting),
    Transition([.waiting], .approve, by: [.oversight], to: .completed),
    Transition([.waiting], .giveBack, by: [.oversight], to: .registered, .needsReason),
    Transition(
      [.completed], .giveBack, by: [.oversight], to: .registered, [.needsReason, .dangerous]),
  ]
}
