/// Where an instructor serves, seen from a course (S2-3.6c).
public enum InstructorPlace: String, CaseIterable, Hashable, Sendable, Codable {
  /// In the district of the course, or anywhere below the office that holds it.
  case local
  case sameProvince, elsewhere

  /// - Parameters:
  ///   - home: The path of the instructor's district.
  ///   - course: The path of the unit that holds the course.
  ///   - province: The path of the province of that unit; nil for a course of the ministry.
  public init(home: UnitPath, course: UnitPath, province: UnitPath?) {
    if course.contains(home) {
      self = .local
    } else if let province, province.contains(home) {
      self = .sameProvince
    } else {
      self = .elsewhere
    }
  }
}

/// The use of an instructor of another district in a course (S2-3.6).
public struct NonLocalPermit: Hashable, Sendable, Codable {
  public var id: ID<NonLocalPermit>
  public var application: ID<InstructorApplication>
  public var request: ID<CourseRequest>
  /// The district's official letter.
  public var letter: InstructorApplication.LetterMark
  public var state: NonLocalLife.State
  public var reason: String

  public init(
    id: ID<NonLocalPermit>, application: ID<InstructorApplication>, request: ID<CourseRequest>,
    letter: InstructorApplication.LetterMark, state: NonLocalLife.State = .awaitingProvince,
    reason: String = ""
  ) {
    self.id = id
    self.application = application
    self.request = request
    self.letter = letter
    self.state = state
    self.reason = reason
  }
}

/// SM-3b: the permission to use an instructor of another district or province.
public enum NonLocalLife: Lifecycle {
  public enum State: String, CaseIterable, Hashable, Sendable, Codable {
    case awaitingProvince, awaitingMinistry, permitted, rejected
  }

  public enum Action: String, CaseIterable, Hashable, Sendable, Codable {
    case request, approveProvince, refer, approveMinistry, reject
  }

  public struct Facts: Hashable, Sendable {
    public var permit: NonLocalPermit
    public var place: InstructorPlace
    public var instructor: String
    public var isInBank: Bool
    /// A permission for the same instructor and course that is not rejected.
    public var isAsked: Bool

    public init(
      permit: NonLocalPermit, place: InstructorPlace, instructor: String, isInBank: Bool,
      isAsked: Bool = false
    ) {
      self.permit = permit
      self.place = place
      self.instructor = instructor
      self.isInBank = isInBank
      self.isAsked = isAsked
    }
  }

  public static let name = "SM-3b"

  public static let table: [Transition<Self>] = [
    Transition([], .request, by: [.expert], to: .awaitingProvince, .undoable) { _ in
      [DistrictLetter(), NonLocalOnly(), BankedNonLocal(), AskedOnce()]
    },
    Transition(
      [.awaitingProvince], .approveProvince, by: [.provincialExpert], to: .permitted, .undoable
    ) { _ in [DistrictLetter(), OfProvince()] },
    Transition(
      [.awaitingProvince], .refer, by: [.provincialExpert], to: .awaitingMinistry, .undoable
    ) { _ in [OfElsewhere()] },
    Transition(
      [.awaitingMinistry], .approveMinistry, by: [.ministryExpert], to: .permitted, .undoable),
    Transition(
      [.awaitingProvince, .awaitingMinistry], .reject, by: [.provincialExpert, .ministryExpert],
      to: .rejected, [.undoable, .needsReason, .dangerous]),
  ]
}
