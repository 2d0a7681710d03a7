public import Persian
public import Training

/// The clocks of ranking, as the radar reads them.
extension Querying where Self: ~Copyable {
  private func rankClocks(
    _ due: String, _ conditions: String, _ arguments: [any Storable], _ reach: RankingReach,
    _ window: (until: JalaliDate, limit: Int), owner: String = "NULL"
  ) throws(StoreError) -> [ClockLine] {
    try all(
      """
      SELECT c.id, \(due) AS due, p.first_name || ' ' || p.last_name, '', u.id, u.name, \(owner), ''
      FROM ranking_case c JOIN person p ON p.id = c.person JOIN unit u ON u.id = p.unit
      WHERE \(conditions) AND \(due) <= ? AND \(reach.condition)
      ORDER BY due, c.id LIMIT ?
      """, arguments + [window.until] + reach.arguments + [window.limit], ClockLine.init(row:))
  }

  /// Referred cases by the last day on which their board is in time (S4-7b).
  public func decisionClocks(
    in reach: RankingReach, days: Int, until: JalaliDate, limit: Int
  ) throws(StoreError) -> [ClockLine] {
    try rankClocks(
      "c.referred_day + \(days)", "c.state = 'referred'", [], reach, (until, limit))
  }

  /// Notified cases by the last day of their appeal, while it has not passed (S4-8a).
  public func appealClocks(
    of person: ID<Person>, on day: JalaliDate, days: Int, until: JalaliDate, limit: Int
  ) throws(StoreError) -> [ClockLine] {
    try rankClocks(
      "c.notified_day + \(days)",
      "c.state IN ('notified', 'decreed') AND c.notified_day + \(days) >= ?", [day],
      .own(person), (until, limit), owner: "c.person")
  }

  /// Appeals by the last day on which the board that handles them is in time (S4-8b).
  public func handlingClocks(
    in reach: RankingReach, at unit: ID<Unit>, days: Int, until: JalaliDate, limit: Int
  ) throws(StoreError) -> [ClockLine] {
    try all(
      """
      SELECT c.id, a.handled_day + \(days) AS due, p.first_name || ' ' || p.last_name, '', u.id,
        u.name, NULL, ''
      FROM appeal a JOIN ranking_case c ON c.id = a.ranking_case JOIN board b ON b.id = a.board
        JOIN person p ON p.id = c.person JOIN unit u ON u.id = p.unit
      WHERE a.state IN ('inBoard', 'inHigherBoard') AND b.unit = ? AND \(reach.condition)
        AND a.handled_day + \(days) <= ?
      ORDER BY due, a.id LIMIT ?
      """, [unit] + reach.arguments + [until, limit], ClockLine.init(row:))
  }

  /// Ranks whose last evaluation was on or before a day (S4-12a); the day that a line has is that of
  /// the evaluation.
  public func evaluationClocks(
    in reach: PersonReach, evaluatedUntil day: JalaliDate, limit: Int
  ) throws(StoreError) -> [ClockLine] {
    try all(
      """
      SELECT k.id, k.evaluated_day, p.first_name || ' ' || p.last_name, '', u.id, u.name, p.id, ''
      FROM person_rank k JOIN person p ON p.id = k.person JOIN unit u ON u.id = p.unit
      WHERE k.state = 'valid' AND k.to_day IS NULL AND k.evaluated_day <= ? AND \(reach.condition)
      ORDER BY k.evaluated_day, k.id LIMIT ?
      """, [day] + reach.arguments + [limit], ClockLine.init(row:))
  }
}
