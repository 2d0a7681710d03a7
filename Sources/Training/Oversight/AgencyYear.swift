public import Persian

/// The base data of an agency in a year, kept once (S5-1).
public struct AgencyYear: Hashable, Sendable, Codable {
  /// What the liaison fills in.
  public struct Form: Hashable, Sendable, Codable {
    /// A calendar year.
    public var year: Int
    /// What the budget has for training.
    public var budget: Rial
    /// How many courses stand in the approved training calendar.
    public var courseCount: Int

    public init(year: Int, budget: Rial, courseCount: Int) {
      self.year = year
      self.budget = budget
      self.courseCount = courseCount
    }
  }

  public var id: ID<AgencyYear>
  public var agency: ID<Unit>
  public var form: Form
  /// The approved training calendar.
  public var calendar: Attachment
  public var created: JalaliDate
  public var state: AgencyYearLife.State
  /// Why it was opened again; empty otherwise.
  public var reason: String

  public init(
    id: ID<AgencyYear>, agency: ID<Unit>, form: Form, calendar: Attachment, created: JalaliDate,
    state: AgencyYearLife.State = .registered, reason: String = ""
  ) {
    self.id = id
    self.agency = agency
    self.form = form
    self.calendar = calendar
    self.created = created
    self.state = state
    self.reason = reason
  }
}

/// What an agency tells of three months: money, and how many were trained for how long (S5-2).
public struct QuarterFigures: Hashable, Sendable, Codable {
  /// One kind of employees.
  public struct Group: Hashable, Sendable, Codable {
    public var count: Int
    public var trained: Int
    /// Person-hours of training.
    public var personHours: Int

    public init(count: Int = 0, trained: Int = 0, personHours: Int = 0) {
      self.count = count
      self.trained = trained
      self.personHours = personHours
    }
  }

  public var spent: Rial
  public var managers: Group
  public var staff: Group

  public init(spent: Rial = Rial(0), managers: Group = Group(), staff: Group = Group()) {
    self.spent = spent
    self.managers = managers
    self.staff = staff
  }
}

/// A quarter of an agency's year; the four come with the base data (S5-2a).
public struct AgencyQuarter: Hashable, Sendable, Codable {
  public var id: ID<AgencyQuarter>
  public var year: ID<AgencyYear>
  public var quarter: Quarter
  public var figures: QuarterFigures
  /// When the figures were last written; nil before the first time.
  public var filled: JalaliDate?
  /// The last day that the management has granted; nil where it granted none.
  public var extended: JalaliDate?
  public var state: AgencyQuarterLife.State
  /// Why it was extended or opened again; empty otherwise.
  public var reason: String
  /// Why the agency asks for a later day; empty unless it waits for the answer.
  public var asked = ""
  /// Why the management did not grant what was asked for last; empty otherwise.
  public var declined = ""

  public init(
    id: ID<AgencyQuarter>, year: ID<AgencyYear>, quarter: Quarter,
    figures: QuarterFigures = QuarterFigures(), filled: JalaliDate? = nil,
    extended: JalaliDate? = nil, state: AgencyQuarterLife.State = .empty, reason: String = ""
  ) {
    self.id = id
    self.year = year
    self.quarter = quarter
    self.figures = figures
    self.filled = filled
    self.extended = extended
    self.state = state
    self.reason = reason
  }

  /// Whether nothing but zeros is told of it.
  public var isAllZero: Bool { figures == QuarterFigures() }

  /// The last day on which it is still taken.
  public func due(under rules: Rules) -> JalaliDate {
    quarter.due(months: rules.quarterMonths, extended: extended)
  }
}

extension Quarter {
  /// The last day for what is told of a quarter: the end of the month, or of so many months, after
  /// it; a later day where the management has granted one (S5-2b).
  public func due(months: Int, extended: JalaliDate? = nil) -> JalaliDate {
    let due = lastDay.adding(days: 1).adding(months: months - 1).lastOfMonth
    return max(due, extended ?? due)
  }
}

extension Rules {
  /// Months after a quarter within which it is reported (S5-2b).
  public var quarterMonths: Int { value(of: .quarterMonths).value.share(of: 1) }

  /// The most days of a programme that are written as rows; a longer one comes as a file (S5-3d).
  public var programmeRows: Int { value(of: .programmeRows).value.share(of: 1) }

  /// The first year that the oversight keeps (S5-0b).
  public var oversightStart: Int {
    guard let day = value(of: .oversightStart).date else {
      preconditionFailure("RuleBook accepts no start that is not a day")
    }
    return day.year
  }
}
