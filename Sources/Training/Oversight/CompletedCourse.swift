public import Persian

/// A course that employees of an agency have completed (S5-4).
public struct CompletedCourse: Hashable, Sendable, Codable {
  /// How it came into the records; the raw value is stored.
  public enum Source: String, CaseIterable, Hashable, Sendable, Codable {
    case form, workbook
    /// Filled in from closed courses of the education offices.
    case shortCourses
  }

  /// What the liaison fills in.
  public struct Form: Hashable, Sendable, Codable {
    public var start: JalaliDate
    public var end: JalaliDate
    public var permit: ID<Permit>?
    public var group: CourseGroup
    public var title: String
    public var hours: Int
    public var mode: OversightMode
    public var organiser: OrganiserMark
    public var instructor: ID<OversightInstructor>?
    public var isInCalendar: Bool
    public var isEvaluated: Bool
    /// The instructor holds the certificate of competence.
    public var isInstructorCertified: Bool
    public var managers: Int
    public var staff: Int

    public init(
      start: JalaliDate, end: JalaliDate, permit: ID<Permit>?, group: CourseGroup, title: String,
      hours: Int, mode: OversightMode, organiser: OrganiserMark,
      instructor: ID<OversightInstructor>?, isInCalendar: Bool, isEvaluated: Bool,
      isInstructorCertified: Bool, managers: Int, staff: Int
    ) {
      self.start = start
      self.end = end
      self.permit = permit
      self.group = group
      self.title = title
      self.hours = hours
      self.mode = mode
      self.organiser = organiser
      self.instructor = instructor
      self.isInCalendar = isInCalendar
      self.isEvaluated = isEvaluated
      self.isInstructorCertified = isInstructorCertified
      self.managers = managers
      self.staff = staff
    }

    /// A form filled in from a permit, whose days are those of its programme (S5-4d2).
    public init(of permit: Permit, on day: JalaliDate) {
      let form = permit.form
      self.init(
        start: form.days.first?.day ?? day, end: form.days.last?.day ?? day, permit: permit.id,
        group: form.group, title: form.title, hours: form.hours, mode: form.mode,
        organiser: form.organiser, instructor: form.instructor, isInCalendar: form.isInCalendar,
        isEvaluated: false, isInstructorCertified: false, managers: 0, staff: 0)
    }

    /// All who took part (S5-4c).
    public var total: Int { managers + staff }

    /// Person-hours of training (S5-4c).
    public var personHours: Int { total * hours }

    /// The quarter that it counts in: that of its last day (S5-4d2).
    public var quarter: Quarter { end.quarter }
  }

  public var id: ID<CompletedCourse>
  public var agency: ID<Unit>
  public var form: Form
  public var source: Source
  public var registered: JalaliDate
  public var state: CompletedCourseLife.State
  /// Why it was given back; empty otherwise.
  public var reason: String

  public init(
    id: ID<CompletedCourse>, agency: ID<Unit>, form: Form, source: Source = .form,
    registered: JalaliDate, state: CompletedCourseLife.State = .registered, reason: String = ""
  ) {
    self.id = id
    self.agency = agency
    self.form = form
    self.source = source
    self.registered = registered
    self.state = state
    self.reason = reason
  }
}
