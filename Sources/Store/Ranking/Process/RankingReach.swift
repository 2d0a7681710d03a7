public import Persian
public import Training

/// Which ranking cases an account sees.
///
/// Asked for in SQL with every read. Nobody but the applicant sees the own case: whoever belongs to a
/// board or a secretariat is barred from it there (S4-10a).
public enum RankingReach: Hashable, Sendable {
  /// Applicants see their own.
  case own(ID<Person>)
  /// A secretariat sees the cases and appeals of the board at its office.
  case secretariat(ID<Unit>, not: ID<Person>?)
  /// Members see the same, while they belong to the board; those of the central one also every rank
  /// that was given (S4-10c).
  case member(ID<Unit>, ID<Person>, JalaliDate)
  /// Assessors see the cases they were given.
  case assigned(ID<Person>)
  /// The centre sees what was submitted in its units.
  case centre(Scope, not: ID<Person>?)
  /// The office that issues decrees sees what was notified to it.
  case personnel(Scope, not: ID<Person>?)
  case nothing

  private static let ofBoard = """
    (c.board IN (SELECT id FROM board WHERE unit = ?)
      OR c.id IN (SELECT a.ranking_case FROM appeal a JOIN board b ON b.id = a.board
        WHERE b.unit = ?))
    """

  private static let isSubmitted = "c.submitted_day IS NOT NULL"
  private static let inScope = "p.unit IN (SELECT id FROM unit WHERE path >= ? AND path < ?)"

  /// The condition on `c`, a row of `ranking_case`, and `p`, its person.
  var condition: String {
    switch self {
    case .own: "c.person = ?"
    case .secretariat: "(\(Self.ofBoard) AND \(Self.isSubmitted) AND c.person IS NOT ?)"
    case .member:
      """
      ((\(Self.ofBoard) OR (c.final_rank IS NOT NULL
          AND c.state IN ('notified', 'final', 'decreed', 'cancelled')
          AND EXISTS (SELECT 1 FROM board WHERE unit = ? AND level = 'central')))
        AND \(Self.isSubmitted) AND c.person <> ?
        AND EXISTS (SELECT 1 FROM board_member m JOIN board b ON b.id = m.board
          WHERE b.unit = ? AND m.person = ? AND m.from_day <= ?
            AND (m.to_day IS NULL OR m.to_day >= ?)))
      """
    case .assigned:
      """
      (c.person <> ? AND c.id IN (SELECT r.ranking_case FROM assessor_report r
        JOIN assessor s ON s.id = r.assessor WHERE s.person = ?))
      """
    case .centre: "(\(Self.isSubmitted) AND \(Self.inScope) AND c.person IS NOT ?)"
    case .personnel: "(c.notified_day IS NOT NULL AND \(Self.inScope) AND c.person IS NOT ?)"
    case .nothing: "0"
    }
  }

  var arguments: [any Storable] {
    switch self {
    case .own(let person): [person]
    case .secretariat(let unit, let person): [unit, unit, person]
    case .member(let unit, let person, let day):
      [unit, unit, unit, person, unit, person, day, day]
    case .assigned(let person): [person, person]
    case .centre(let scope, let person), .personnel(let scope, let person):
      [scope.range.lower, scope.range.upper, person]
    case .nothing: []
    }
  }
}
