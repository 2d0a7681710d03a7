public import Persian

/// A request to hold a course in a district, decided by the province (S2-1.5).
public struct CourseRequest: Hashable, Sendable, Codable {
  public var id: ID<CourseRequest>
  public var course: ID<Course>
  /// The office that holds the course.
  public var unit: ID<Unit>
  public var year: Int
  public var from: JalaliDate
  public var to: JalaliDate
  public var classCount: Int
  public var costProvision: String
  public var method: EnrolMethod
  public var mode: DeliveryMode
  /// Places for learners in all classes together.
  public var quota: Int
  public var classCapacity: Int
  /// Guests in each class; 0 accepts none.
  public var guestCapacity: Int
  public var conditions: [CourseCondition]
  /// The stored state; lists show `CourseRequestLife.state(_:_:on:)`.
  public var state: CourseRequestLife.State
  public var reason: String
  public var decided: JalaliDate?
  /// The Form 1 it stands on; nil for one asked for without (S2-1.5g).
  public var form: ID<FormOne>?

  public init(
    id: ID<CourseRequest>, course: ID<Course>, unit: ID<Unit>, year: Int, from: JalaliDate,
    to: JalaliDate, classCount: Int, costProvision: String = "", method: EnrolMethod,
    mode: DeliveryMode, quota: Int, classCapacity: Int, guestCapacity: Int = 0,
    conditions: [CourseCondition] = [], state: CourseRequestLife.State = .awaitingProvince,
    reason: String = "", decided: JalaliDate? = nil, form: ID<FormOne>? = nil
  ) {
    self.id = id
    self.course = course
    self.unit = unit
    self.year = year
    self.from = from
    self.to = to
    self.classCount = classCount
    self.costProvision = costProvision
    self.method = method
    self.mode = mode
    self.quota = quota
    self.classCapacity = classCapacity
    self.guestCapacity = guestCapacity
    self.conditions = conditions
    self.state = state
    self.reason = reason
    self.decided = decided
    self.form = form
  }

  /// The places of all classes together; the quota where learners enrol themselves (S2-1.5c).
  public var seats: Int { classCount * classCapacity }

  /// The default end of execution: the last day of the year (S2-1.5e).
  public static func defaultEnd(of year: Int) -> JalaliDate? {
    // Nil only outside the years of the calendar.
    let last = JalaliDate.days(inMonth: 12, of: year)
    return try? JalaliDate(year: year, month: 12, day: last)
  }
}
