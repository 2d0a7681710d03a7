public import Persian

/// SM-11: an executive programme from its draft to the final one.
public enum ExecutivePlanLife: Lifecycle {
  public enum State: String, CaseIterable, Hashable, Sendable, Codable {
    case draft, final
  }

  public enum Action: String, CaseIterable, Hashable, Sendable, Codable {
    case compile, edit, finalise, revise
  }

  public struct Facts: Hashable, Sendable {
    /// As it is, or as it would become.
    public var plan: ExecutivePlan
    public var request: CourseRequest
    /// The state of the request on the day.
    public var requestState: CourseRequestLife.State
    public var course: Course
    public var slots: [PlanSlot]
    public var items: [PlanItem]
    /// What other courses have booked in the weeks of the plan.
    public var bookings: [Programme.Booking]
    /// Official holidays by day.
    public var holidays: [JalaliDate: String]
    /// Planned instructors who are not in the bank of instructors.
    public var outsideBank: [String]

    public init(
      plan: ExecutivePlan, request: CourseRequest, requestState: CourseRequestLife.State,
      course: Course, slots: [PlanSlot] = [], items: [PlanItem] = [],
      bookings: [Programme.Booking] = [], holidays: [JalaliDate: String] = [:],
      outsideBank: [String] = []
    ) {
      self.plan = plan
      self.request = request
      self.requestState = requestState
      self.course = course
      self.slots = slots
      self.items = items
      self.bookings = bookings
      self.holidays = holidays
      self.outsideBank = outsideBank
    }

    /// The planned sessions of the classes in the order of time.
    public var lessons: [PlanSlot] {
      slots.filter { $0.purpose == .lesson }
        .sorted { ($0.day, $0.span, $0.id.rawValue) < ($1.day, $1.span, $1.id.rawValue) }
    }

    /// Whether all or part is held outside the training centre (S2-2.8b).
    public var isOutside: Bool {
      slots.contains(where: \.isOutside) || items.contains(where: \.isOutside)
    }
  }

  public static let name = "SM-11"

  public static let table: [Transition<Self>] = [
    Transition(
      [], .compile, by: [.courseManager, .expert], to: .draft, guards: { _ in [PlanAllowed()] }),
    Transition([.draft], .edit, by: [.courseManager, .expert], to: nil, .undoable),
    Transition([.draft], .finalise, by: [.expert], to: .final, .undoable, guards: whole),
    Transition(
      [.final], .revise, by: [.expert], to: .draft, .undoable,
      guards: { _ in [CourseNotStarted()] }),
  ]

  /// What a final programme must keep, and what it should.
  public static let whole: @Sendable (Rules) -> [any Policy<Facts>] = {
    [
      PlanClassSize(rules: $0), PlanHoursPerDay(rules: $0), PlanPlacesFree(),
      PlanInstructorsFree(), PlanEvaluation(rules: $0), PlanWindows(rules: $0), PlanTotal(),
      PlanTopics(), PlanHolidays(), PlanInstructorsInBank(), PlanLetter(),
    ]
  }
}
