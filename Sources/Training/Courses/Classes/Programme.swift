public import Persian

/// The session programme of a class as it would become, with what others have booked (S2-4.7).
public struct Programme: Hashable, Sendable {
  /// A session of another class that is under way or planned.
  public struct Booking: Hashable, Sendable {
    /// The title of the course, which the refusal names.
    public var course: String
    public var day: JalaliDate
    public var span: TimeSpan
    /// Empty for an electronic place, which never clashes.
    public var place: String
    public var instructor: Factor?

    public init(
      course: String, day: JalaliDate, span: TimeSpan, place: String = "",
      instructor: Factor? = nil
    ) {
      self.course = course
      self.day = day
      self.span = span
      self.place = place
      self.instructor = instructor
    }
  }

  public var trainingClass: TrainingClass
  /// The length of the course by the catalogue, in minutes.
  public var courseMinutes: Int
  public var sessions: [Session]
  /// The instructors of the course.
  public var instructors: [Factor]
  public var bookings: [Booking]

  public init(
    trainingClass: TrainingClass, courseMinutes: Int, sessions: [Session],
    instructors: [Factor] = [], bookings: [Booking] = []
  ) {
    self.trainingClass = trainingClass
    self.courseMinutes = courseMinutes
    self.sessions = sessions
    self.instructors = instructors
    self.bookings = bookings
  }

  /// The rules on a programme, for adding, moving and removing sessions.
  public static func policies(under rules: Rules) -> [any Policy<Programme>] {
    [
      SessionsInClass(), SessionsApart(), HoursPerDay(rules: rules), PlaceFree(), InstructorFree(),
      ProgrammeTotal(),
    ]
  }

  /// The fewest days that the course takes (S2-2.3c).
  public static func fewestDays(courseMinutes: Int, under rules: Rules) -> Int {
    let perDay = rules.minutesPerDay
    return (max(courseMinutes, 0) + perDay - 1) / perDay
  }

  /// Where a session is held: its own place or the class's.
  func place(of session: Session) -> String {
    SearchKey.joined(session.place.isEmpty ? trainingClass.place : session.place)
  }

  /// The sessions in the order of time.
  var ordered: [Session] {
    sessions.sorted { ($0.day, $0.span, $0.id.rawValue) < ($1.day, $1.span, $1.id.rawValue) }
  }
}
