public import Persian
public import Training

/// How much waits for somebody of the oversight: counted along indexes, never read row by row.
extension Querying where Self: ~Copyable {
  private func count(
    _ rows: String, _ arguments: [any Storable], in reach: OversightReach
  ) throws(StoreError) -> Int {
    try value(
      "SELECT count(*) FROM \(rows) AND \(reach.condition)", arguments + reach.arguments)
  }

  /// How many permits within reach are in a state.
  public func permitCount(
    _ state: PermitLife.State, in reach: OversightReach
  ) throws(StoreError) -> Int {
    try count("permit q JOIN unit o ON o.id = q.agency WHERE q.state = ?", [state], in: reach)
  }

  /// How many completed courses within reach are in a state; where asked for, only those that the
  /// management gave back.
  public func completedCount(
    _ state: CompletedCourseLife.State, isReturned: Bool = false, in reach: OversightReach
  ) throws(StoreError) -> Int {
    try count(
      """
      completed_course q JOIN unit o ON o.id = q.agency
      WHERE q.state = ? AND (q.reason <> '' OR ? = 0)
      """, [state, isReturned], in: reach)
  }

  /// How many titles agencies within reach have proposed.
  public func proposedCourseCount(in reach: OversightReach) throws(StoreError) -> Int {
    try count(
      "approved_course c JOIN unit o ON o.id = c.unit WHERE c.state = 'proposed'", [], in: reach)
  }

  /// How many base data within reach the management has opened again.
  public func reopenedYearCount(in reach: OversightReach) throws(StoreError) -> Int {
    try count(
      """
      agency_year y JOIN unit o ON o.id = y.agency
      WHERE y.state = 'registered' AND y.reason <> ''
      """, [], in: reach)
  }

  /// How many agencies in use within reach have no base data of a year.
  public func agencyCount(
    withoutYear year: Int, in reach: OversightReach
  ) throws(StoreError) -> Int {
    try count(
      """
      agency a JOIN unit o ON o.id = a.id WHERE o.active = 1
        AND NOT EXISTS (SELECT 1 FROM agency_year y WHERE y.agency = a.id AND y.year = ?)
      """, [year], in: reach)
  }

  /// For how many quarters within reach a later day is asked for.
  public func askedQuarterCount(in reach: OversightReach) throws(StoreError) -> Int {
    try count(
      """
      agency_quarter t JOIN agency_year y ON y.id = t.agency_year JOIN unit o ON o.id = y.agency
      WHERE t.asked <> ''
      """, [], in: reach)
  }

  /// How many quarters within reach are not sent although their time is over, of the years from one
  /// on: `last` is the latest whose own deadline is before the day, which extended ones are held to.
  public func lateQuarterCount(
    in reach: OversightReach, from year: Int, through last: Quarter, on day: JalaliDate
  ) throws(StoreError) -> Int {
    try count(
      """
      agency_quarter t JOIN agency_year y ON y.id = t.agency_year JOIN unit o ON o.id = y.agency
      WHERE t.state <> 'sent' AND y.year >= ? AND (y.year, t.quarter) <= (?, ?)
        AND (t.extended_day IS NULL OR t.extended_day < ?)
      """, [year, last.year, last.number, day], in: reach)
  }
}
