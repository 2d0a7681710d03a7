public import Persian
public import Training

/// The clocks of competency development, within the reach of an account, the earliest due first.
extension Querying where Self: ~Copyable {
  /// The periods in whose windows requests of an office wait in a state, due on their last days.
  public func assessmentClocks(
    _ state: CompetencyLife.State, in reach: PersonReach, until day: JalaliDate, limit: Int
  ) throws(StoreError) -> [ClockLine] {
    try all(
      """
      SELECT a.id, a.to_day, a.title, '', u.id, u.name, NULL, ''
      FROM competency_request r JOIN person p ON p.id = r.person JOIN unit u ON u.id = p.unit
        JOIN assessment_period a ON a.id = r.period
      WHERE r.state = ? AND a.to_day <= ? AND \(reach.condition)
      GROUP BY a.id, u.id ORDER BY a.to_day, a.id, u.id LIMIT ?
      """, [state, day] + reach.arguments + [limit], ClockLine.init(row:))
  }
}
