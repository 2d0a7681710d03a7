public import Persian

/// A decree of employment (hokm).
public struct Decree: Hashable, Sendable, Codable {
  public var id: ID<Decree>
  public var person: ID<Person>
  public var number: String
  public var day: JalaliDate
  public var jobTitle: String
  /// A code of the list `job-field`.
  public var jobField: String
  /// A code of the list `employment-kind`.
  public var employmentKind: String
  /// A code of the list `post-kind`.
  public var postKind: String
  public var jobPay: Rial
  public var incumbentPay: Rial
  public var managementPay: Rial
  public var from: JalaliDate
  /// The last day; nil while it holds.
  public var to: JalaliDate?

  public init(
    id: ID<Decree>, person: ID<Person>, number: String, day: JalaliDate, jobTitle: String = "",
    jobField: String = "", employmentKind: String = "", postKind: String = "",
    jobPay: Rial = Rial(0), incumbentPay: Rial = Rial(0), managementPay: Rial = Rial(0),
    from: JalaliDate, to: JalaliDate? = nil
  ) {
    self.id = id
    self.person = person
    self.number = number
    self.day = day
    self.jobTitle = jobTitle
    self.jobField = jobField
    self.employmentKind = employmentKind
    self.postKind = postKind
    self.jobPay = jobPay
    self.incumbentPay = incumbentPay
    self.managementPay = managementPay
    self.from = from
    self.to = to
  }
}

/// A teaching appointment (eblagh) for a school year.
public struct Appointment: Hashable, Sendable, Codable {
  public var id: ID<Appointment>
  public var person: ID<Person>
  public var number: String
  public var school: ID<Unit>?
  /// The Jalali year in which the school year begins.
  public var year: Int
  public var subject: String
  /// A code of the list `teaching-field`.
  public var teachingField: String
  /// A code of the list `stage`.
  public var stage: String
  public var weeklyMinutes: Int
  /// A code of the list `appointment-kind`.
  public var kind: String
  public var from: JalaliDate
  /// The last day; nil while it holds.
  public var to: JalaliDate?

  public init(
    id: ID<Appointment>, person: ID<Person>, number: String, school: ID<Unit>? = nil, year: Int,
    subject: String = "", teachingField: String = "", stage: String = "", weeklyMinutes: Int = 0,
    kind: String = "", from: JalaliDate, to: JalaliDate? = nil
  ) {
    self.id = id
    self.person = person
    self.number = number
    self.school = school
    self.year = year
    self.subject = subject
    self.teachingField = teachingField
    self.stage = stage
    self.weeklyMinutes = weeklyMinutes
    self.kind = kind
    self.from = from
    self.to = to
  }
}

/// The decrees and appointments of one person, which course conditions are compared with.
public struct Employment: Hashable, Sendable {
  public var decrees: [Decree]
  public var appointments: [Appointment]

  public init(decrees: [Decree] = [], appointments: [Appointment] = []) {
    self.decrees = decrees
    self.appointments = appointments
  }

  /// The decree that holds on a day; of several, the one that began last.
  public func decree(on day: JalaliDate) -> Decree? {
    decrees.filter { $0.from <= day && ($0.to.map { day <= $0 } ?? true) }
      .max { ($0.from, $0.id.rawValue) < ($1.from, $1.id.rawValue) }
  }

  /// The appointments that hold on a day: a teacher may have several.
  public func appointments(on day: JalaliDate) -> [Appointment] {
    appointments.filter { $0.from <= day && ($0.to.map { day <= $0 } ?? true) }
  }
}
