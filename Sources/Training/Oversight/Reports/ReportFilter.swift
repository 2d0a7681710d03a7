public import Persian

/// What the reports of the oversight group their figures by (S5-6d2).
public enum ReportIndicator: String, CaseIterable, Hashable, Sendable, Codable {
  case agency, year, quarter, group, mode, organiser, instructor, state
}

/// The filter row of the reports; what is not chosen means everything (S5-6c).
public struct ReportFilter: Hashable, Sendable {
  /// A calendar year.
  public var year: Int?
  /// Agencies; empty for all.
  public var agencies: [ID<Unit>] = []
  public var permitState: PermitLife.State?
  public var courseState: CompletedCourseLife.State?
  public var group: CourseGroup?
  public var mode: OversightMode?
  public var organiser: Organiser?
  public var instructor: ID<OversightInstructor>?
  /// A quarter with its year.
  public var quarter: Quarter?
  /// Days of the request of a permit, and of the end of a completed course.
  public var from: JalaliDate?
  public var to: JalaliDate?
  /// Completed courses of which this is true, when one goes from a figure to its rows.
  public var trait: CourseTrait?

  public init() {}

  /// The days that year, quarter and interval leave; nil where they are open on that side.
  public var days: (from: JalaliDate?, to: JalaliDate?) {
    var (first, last) = (from, to)
    func narrow(_ start: JalaliDate, _ end: JalaliDate) {
      first = first.map { max($0, start) } ?? start
      last = last.map { min($0, end) } ?? end
    }
    if let year {
      let span = YearSpan(.calendar, start: year)
      narrow(span.firstDay, span.lastDay)
    }
    if let quarter { narrow(quarter.firstDay, quarter.lastDay) }
    return (first, last)
  }

  /// The same for one agency and, where given, one year.
  public func narrowed(to agency: ID<Unit>, year: Int? = nil) -> ReportFilter {
    var filter = self
    filter.agencies = [agency]
    filter.year = year ?? self.year
    return filter
  }
}

/// What reports count of completed courses beside their number.
public enum CourseTrait: String, CaseIterable, Hashable, Sendable {
  case evaluated, instructorCertified, inCalendar
}

/// Figures of the reports: of an agency in a year, or of whatever they are grouped by (O5).
public struct OversightFigures: Hashable, Sendable {
  public var permits = 0
  /// Permits that the management has approved.
  public var approvedPermits = 0
  public var courses = 0
  public var managers = 0
  public var staff = 0
  public var personHours = 0
  public var evaluated = 0
  public var certified = 0
  public var inCalendar = 0
  /// Rials that the budget of the base data has.
  public var planned = 0
  /// Rials that the quarters have spent.
  public var spent = 0

  public init() {}

  public var persons: Int { managers + staff }

  /// How many of a hundred completed courses, rounded half up; nil where there are none.
  public func share(of count: Int) -> Int? {
    courses == 0 ? nil : (count * 200 + courses) / (2 * courses)
  }

  /// How much of a hundred planned rials is spent, rounded half up; nil where nothing is planned.
  public var spentShare: Int? {
    planned == 0 ? nil : Int((Double(spent) / Double(planned) * 100).rounded())
  }

  public static func + (left: Self, right: Self) -> Self {
    var sum = left
    sum.permits += right.permits
    sum.approvedPermits += right.approvedPermits
    sum.courses += right.courses
    sum.managers += right.managers
    sum.staff += right.staff
    sum.personHours += right.personHours
    sum.evaluated += right.evaluated
    sum.certified += right.certified
    sum.inCalendar += right.inCalendar
    sum.planned += right.planned
    sum.spent += right.spent
    return sum
  }
}

/// What is measured, in the order of the columns of the comprehensive report (O5).
public enum ReportMeasure: String, CaseIterable, Hashable, Sendable {
  case permits, approvedPermits, courses, persons, managers, staff, personHours, planned, spent
  case evaluated, certified, inCalendar

  /// The amount; for the last three, how many completed courses.
  public func value(in figures: OversightFigures) -> Int {
    switch self {
    case .permits: figures.permits
    case .approvedPermits: figures.approvedPermits
    case .courses: figures.courses
    case .persons: figures.persons
    case .managers: figures.managers
    case .staff: figures.staff
    case .personHours: figures.personHours
    case .planned: figures.planned
    case .spent: figures.spent
    case .evaluated: figures.evaluated
    case .certified: figures.certified
    case .inCalendar: figures.inCalendar
    }
  }

  /// The trait that the last three count.
  public var trait: CourseTrait? {
    switch self {
    case .evaluated: .evaluated
    case .certified: .instructorCertified
    case .inCalendar: .inCalendar
    default: nil
    }
  }

  public var isMoney: Bool { self == .planned || self == .spent }

  /// Whether an indicator can part it: money is told by agency, year and quarter only, and nobody
  /// plans a budget by the quarter.
  public func isTold(by indicator: ReportIndicator) -> Bool {
    switch self {
    case .planned: indicator == .agency || indicator == .year
    case .spent: indicator == .agency || indicator == .year || indicator == .quarter
    default: true
    }
  }
}

/// Requests of permits of an agency in a year by quarters (O1).
public struct PermitCounts: Hashable, Sendable {
  /// «مجموعی» and «انتخاب»: all requests, and those in the chosen state.
  public struct Pair: Hashable, Sendable {
    public var all = 0
    public var chosen = 0

    public init(all: Int = 0, chosen: Int = 0) {
      self.all = all
      self.chosen = chosen
    }
  }

  /// The four quarters in their order.
  public var quarters: [Pair]
  /// Completed courses of the year.
  public var courses = 0

  public init() { quarters = Array(repeating: Pair(), count: 4) }

  public var sum: Pair {
    quarters.reduce(into: Pair()) { sum, pair in
      sum.all += pair.all
      sum.chosen += pair.chosen
    }
  }
}
