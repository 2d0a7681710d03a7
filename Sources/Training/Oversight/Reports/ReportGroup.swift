public import Persian

/// What the lines of a grouped report stand for.
public enum ReportGroup: Hashable, Sendable {
  case agency(ID<Unit>, name: String)
  case year(Int)
  case quarter(Quarter)
  case group(CourseGroup)
  case mode(OversightMode)
  case organiser(Organiser)
  /// Nil for courses without one.
  case instructor(ID<OversightInstructor>?, name: String)
  case permitState(PermitLife.State)
  case courseState(CompletedCourseLife.State)

  /// The filter of its rows.
  public func narrowing(_ filter: ReportFilter) -> ReportFilter {
    var filter = filter
    switch self {
    case .agency(let id, _): filter.agencies = [id]
    case .year(let year): filter.year = year
    case .quarter(let quarter): filter.quarter = quarter
    case .group(let group): filter.group = group
    case .mode(let mode): filter.mode = mode
    case .organiser(let organiser): filter.organiser = organiser
    case .instructor(let id, _): filter.instructor = id ?? ID(rawValue: 0)
    case .permitState(let state): filter.permitState = state
    case .courseState(let state): filter.courseState = state
    }
    return filter
  }
}
