public import Training

/// Which course requests, and so which classes and learners, an account sees.
///
/// Asked for in SQL with every read: what lies outside is not there, rather than refused.
public enum CourseReach: Hashable, Sendable {
  /// Offices see the requests of their units.
  case units(Scope)
  /// Managers and instructors see the courses whose active factor they are.
  case factor(ID<Person>, Factor.Duty)
  /// Learners see courses they are in, and those of their offices in which learners enrol themselves.
  case learner(ID<Person>)
  /// Every course of a person's offices, however one comes into it: for saying why one is not shown.
  case home(ID<Person>)
  case nothing
}

extension CourseReach {
  /// The office of a person and those above it.
  private static let officesOfPerson = """
    WITH RECURSIVE office (id, parent) AS (
      SELECT h.id, h.parent FROM person p JOIN unit h ON h.id = p.unit WHERE p.id = ?
      UNION ALL SELECT a.id, a.parent FROM office JOIN unit a ON a.id = office.parent)
    SELECT office.id FROM office
    """

  /// The condition on `r`, a row of `course_request`.
  var condition: String {
    switch self {
    case .units:
      "r.unit IN (SELECT id FROM unit WHERE path >= ? AND path < ?)"
    case .factor:
      "r.id IN (SELECT request FROM factor WHERE person = ? AND role = ? AND active = 1)"
    case .learner:
      """
      (r.id IN (
        SELECT k.request FROM enrolment e JOIN training_class k ON k.id = e.class
        WHERE e.person = ?)
      OR (r.enrol_method = 'learner' AND r.state IN ('approved', 'announced', 'running')
        AND r.unit IN (\(Self.officesOfPerson))))
      """
    case .home:
      """
      (r.state IN ('awaitingProvince', 'approved', 'announced', 'running')
        AND r.unit IN (\(Self.officesOfPerson)))
      """
    case .nothing: "0"
    }
  }

  var arguments: [any Storable] {
    switch self {
    case .units(let scope): [scope.range.lower, scope.range.upper]
    case .factor(let person, let duty): [person, duty]
    case .learner(let person): [person, person]
    case .home(let person): [person]
    case .nothing: []
    }
  }
}
