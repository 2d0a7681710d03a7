public import Persian

/// A row of a permit's programme: one stretch of a day (S5-3h2).
public struct PermitDay: Hashable, Comparable, Sendable, Codable {
  public var day: JalaliDate
  /// Minutes after midnight.
  public var start: Int
  /// Minutes after midnight; after `start`, which a rule sees to so that a form can say it.
  public var end: Int

  public init(_ day: JalaliDate, from start: Int, to end: Int) {
    self.day = day
    self.start = start
    self.end = end
  }

  public static func < (left: Self, right: Self) -> Bool {
    (left.day, left.start, left.end) < (right.day, right.start, right.end)
  }
}

/// A permit to hold a course or to send employees to one (S5-3).
public struct Permit: Hashable, Sendable, Codable {
  /// What it permits; the raw value is stored.
  public enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
    case holding, attending
  }

  /// What the liaison fills in.
  public struct Form: Hashable, Sendable, Codable {
    public var kind: Kind
    public var group: CourseGroup
    /// The approved course; nil for groups whose titles are typed.
    public var course: ID<ApprovedCourse>?
    public var title: String
    public var hours: Int
    /// The distinct days of the programme.
    public var dayCount: Int
    /// The programme in the order of days; of a longer one, only what the first day has.
    public var days: [PermitDay]
    public var mode: OversightMode
    public var organiser: OrganiserMark
    public var instructor: ID<OversightInstructor>?
    /// Whether the agency's training calendar of the year has it.
    public var isInCalendar: Bool

    public init(
      kind: Kind, group: CourseGroup, course: ID<ApprovedCourse>? = nil, title: String = "",
      hours: Int = 0, dayCount: Int, days: [PermitDay], mode: OversightMode = .inPerson,
      organiser: OrganiserMark, instructor: ID<OversightInstructor>? = nil,
      isInCalendar: Bool = true
    ) {
      self.kind = kind
      self.group = group
      self.course = course
      self.title = title
      self.hours = hours
      self.dayCount = dayCount
      self.days = days
      self.mode = mode
      self.organiser = organiser
      self.instructor = instructor
      self.isInCalendar = isInCalendar
    }
  }

  public var id: ID<Permit>
  public var agency: ID<Unit>
  public var form: Form
  public var syllabus: Attachment?
  public var programme: Attachment?
  public var requested: JalaliDate
  public var state: PermitLife.State
  /// Why it was given back or rejected; empty otherwise.
  public var reason: String

  public init(
    id: ID<Permit>, agency: ID<Unit>, form: Form, syllabus: Attachment? = nil,
    programme: Attachment? = nil, requested: JalaliDate, state: PermitLife.State = .draft,
    reason: String = ""
  ) {
    self.id = id
    self.agency = agency
    self.form = form
    self.syllabus = syllabus
    self.programme = programme
    self.requested = requested
    self.state = state
    self.reason = reason
  }

  /// The calendar year in which it was asked for.
  public var year: Int { requested.year }
}
