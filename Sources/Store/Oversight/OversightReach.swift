import Persian
public import Training

extension Agency.Kind: Storable {}
extension AgencyYearLife.State: Storable {}
extension AgencyQuarterLife.State: Storable {}
extension PermitLife.State: Storable {}
extension CompletedCourseLife.State: Storable {}
extension ApprovedCourse.State: Storable {}
extension Permit.Kind: Storable {}
extension CompletedCourse.Source: Storable {}
extension CourseGroup: Storable {}
extension OversightMode: Storable {}
extension Organiser: Storable {}

/// Which agencies' records an account sees.
///
/// Asked for in SQL with every read: what lies outside is not there, rather than refused.
public enum OversightReach: Hashable, Sendable {
  /// The management sees every agency below it, an agency itself.
  case agencies(Scope)
  case nothing

  /// The condition on `o`, the unit of an agency.
  var condition: String {
    switch self {
    case .agencies: "o.path >= ? AND o.path < ?"
    case .nothing: "0"
    }
  }

  var arguments: [any Storable] {
    switch self {
    case .agencies(let scope): [scope.range.lower, scope.range.upper]
    case .nothing: []
    }
  }

  /// The units on the way to the own one: what they keep is for everybody below.
  var line: [ID<Unit>] {
    switch self {
    case .agencies(let scope): scope.root.units
    case .nothing: []
    }
  }
}

/// What a list of permits or of completed courses is narrowed to.
public struct OversightFilter<State: Hashable & Sendable>: Hashable, Sendable {
  /// Nil for all but those that were taken out.
  public var state: State?
  public var agency: ID<Unit>?
  /// A calendar year; nil for all.
  public var year: Int?
  /// Only what the management gave back with a reason.
  public var isReturned: Bool
  /// The beginnings of words of a title or of an agency's name.
  public var text: String

  public init(
    state: State? = nil, agency: ID<Unit>? = nil, year: Int? = nil, isReturned: Bool = false,
    text: String = ""
  ) {
    self.state = state
    self.isReturned = isReturned
    self.agency = agency
    self.year = year
    self.text = text
  }
}

extension OversightFilter where State: Storable {
  /// The conditions on rows `q` of a table with columns state, agency and year.
  func conditions(of table: String) -> [(String, [any Storable])] {
    var conditions: [(String, [any Storable])] =
      state.map { [("q.state = ?", [$0])] } ?? [("q.state <> 'removed'", [])]
    if let agency { conditions.append(("q.agency = ?", [agency])) }
    if let year { conditions.append(("q.year = ?", [year])) }
    if isReturned { conditions.append(("q.reason <> ''", [])) }
    if !text.isEmpty {
      let query = SearchKey.query(text) ?? "\"\""
      conditions.append(
        (
          """
          (q.id IN (SELECT rowid FROM search_\(table) WHERE search_\(table) MATCH ?)
            OR q.agency IN (SELECT rowid FROM search_unit WHERE search_unit MATCH ?))
          """, [query, query]
        ))
    }
    return conditions
  }
}
