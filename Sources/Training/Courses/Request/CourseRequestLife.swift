public import Persian

/// SM-2: a course request from the district's request to the end of its last class.
///
/// The facts about instructors in the bank and about classes come with their records; a caller that
/// has no bank yet leaves `instructorsOutsideBank` empty. Announcing and finishing are guarded here
/// in full.
public enum CourseRequestLife: Lifecycle {
  public enum State: String, CaseIterable, Hashable, Sendable, Codable {
    case awaitingProvince, returned, rejected, approved, announced, running, finished, cancelled

    /// Whether classes, factors and enrolments may be made (S2-1.6a).
    public var isLive: Bool { self == .approved || self == .announced || self == .running }
  }

  public enum Action: String, CaseIterable, Hashable, Sendable, Codable {
    case request, edit, approve, sendBack, reject, resubmit, amend, announce, finish, cancel
  }

  public struct Facts: Hashable, Sendable {
    /// As it is, or as it would become.
    public var request: CourseRequest
    public var course: Course
    public var day: JalaliDate
    /// Learners of the fullest class, guests not counted, and guests of the class with most.
    public var fullestClass: Int
    public var mostGuests: Int
    public var liveEnrolments: Int
    /// Classes that are not cancelled, and those of them that are not closed either.
    public var classes: Int
    public var openClasses: Int
    public var instructorsOutsideBank: [String]
    /// The Form 1 that the request stands on.
    public var form: FormOne?
    /// Whether the checklist of content says so; virtual courses need it (S2-4.1b).
    public var isContentApproved: Bool

    public init(
      request: CourseRequest, course: Course, day: JalaliDate, fullestClass: Int = 0,
      mostGuests: Int = 0, liveEnrolments: Int = 0, classes: Int = 0, openClasses: Int = 0,
      instructorsOutsideBank: [String] = [], form: FormOne? = nil, isContentApproved: Bool = true
    ) {
      self.request = request
      self.course = course
      self.day = day
      self.fullestClass = fullestClass
      self.mostGuests = mostGuests
      self.liveEnrolments = liveEnrolments
      self.classes = classes
      self.openClasses = openClasses
      self.instructorsOutsideBank = instructorsOutsideBank
      self.form = form
      self.isContentApproved = isContentApproved
    }
  }

  public struct Dates: Hashable, Sendable {
    /// The first session of any class that is not cancelled; nil before a programme exists.
    public var firstSession: JalaliDate?
    public init(firstSession: JalaliDate?) { self.firstSession = firstSession }
  }

  public static let name = "SM-2"

  public static let clocks: [Clock<Self>] = [
    Clock([.approved, .announced], to: .running) { $0.firstSession }
  ]

  public static let table: [Transition<Self>] = [
    Transition(
      [], .request, by: [.expert], to: .awaitingProvince,
      guards: { fields($0) + [RequestFitsForm()] }),
    Transition(
      [.awaitingProvince], .edit, by: [.expert], to: nil, .undoable,
      guards: { fields($0) + [RequestFitsForm()] }),
    Transition(
      [.awaitingProvince], .approve, by: [.provincialExpert], to: .approved, .undoable,
      prints: [.coursePermit]),
    Transition(
      [.awaitingProvince], .sendBack, by: [.provincialExpert], to: .returned,
      [.undoable, .needsReason]),
    Transition(
      [.awaitingProvince], .reject, by: [.provincialExpert], to: .rejected,
      [.undoable, .needsReason, .dangerous]),
    Transition(
      [.returned], .resubmit, by: [.expert], to: .awaitingProvince, .undoable,
      guards: { fields($0) + [RequestFitsForm()] }),
    Transition(
      [.approved, .announced, .running], .amend, by: [.provincialExpert], to: nil, .undoable,
      guards: { fields($0) + [AmendedCapacity()] }),
    Transition(
      [.approved], .announce, by: [.expert], to: .announced, .undoable, prints: [.announcement],
      guards: { _ in
        [InstructorsInBank(), ClassDefined(), FormOneScheduled(), ContentApproved()]
      }),
    Transition(
      [.running], .finish, by: [.expert], to: .finished, .dangerous,
      guards: { _ in [ClassesClosed()] }),
    Transition(
      [.awaitingProvince, .returned, .approved, .announced], .cancel,
      by: [.expert, .provincialExpert], to: .cancelled, [.dangerous, .needsReason, .undoable],
      guards: { _ in [NoLiveEnrolment()] }),
  ]

  /// The rules on the fields of a request (S2-1.5).
  private static let fields: @Sendable (Rules) -> [any Policy<Facts>] = {
    [
      PermittedCourse(), CourseWithinCeiling(rules: $0), ExecutionInterval(),
      CapacityOfMode(rules: $0), QuotaOfMethod(), RequestOfForm(),
    ]
  }
}
