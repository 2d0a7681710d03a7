import Persian
public import Training

/// Assessment periods and centres: those of an office hold for every unit below it.
extension Querying where Self: ~Copyable {
  /// Nil where the period is neither of the unit nor of one above or below it.
  public func period(
    _ id: ID<AssessmentPeriod>, for scope: Scope
  ) throws(StoreError) -> AssessmentPeriod? {
    try periods(for: scope).first { $0.id == id }
  }

  /// The periods that hold in a scope or in a part of it, the latest first.
  public func periods(for scope: Scope) throws(StoreError) -> [AssessmentPeriod] {
    try all(
      """
      SELECT a.id, a.unit, a.title, a.year, a.from_day, a.to_day
      FROM assessment_period a JOIN unit u ON u.id = a.unit WHERE \(Self.around)
      ORDER BY a.year DESC, a.id DESC
      """, Self.arguments(scope), AssessmentPeriod.init(row:))
  }

  /// The centres that assess for a scope or for a part of it, in the alphabet's order.
  public func centres(for scope: Scope) throws(StoreError) -> [AssessmentCentre] {
    let found = try all(
      """
      SELECT a.id, a.unit, a.name, a.approved
      FROM assessment_centre a JOIN unit u ON u.id = a.unit WHERE \(Self.around)
      """, Self.arguments(scope), AssessmentCentre.init(row:))
    return found.sorted {
      (Collation.key($0.name), $0.id.rawValue) < (Collation.key($1.name), $1.id.rawValue)
    }
  }

  /// `u` is the unit, or one above it, or one below it.
  private static var around: String {
    "((u.path >= ? AND u.path < ?) OR substr(?, 1, length(u.path)) = u.path)"
  }

  private static func arguments(_ scope: Scope) -> [any Storable] {
    [scope.range.lower, scope.range.upper, scope.root]
  }
}

extension Writing {
  public func insert(_ period: AssessmentPeriod) throws(StoreError) {
    try run(
      """
      INSERT INTO assessment_period (id, unit, title, year, from_day, to_day)
      VALUES (?, ?, ?, ?, ?, ?)
      """, [period.id, period.unit, period.title, period.year, period.from, period.to])
  }

  /// Changes what differs between two forms of a period, if the first is still there.
  public func update(
    _ old: AssessmentPeriod, to new: AssessmentPeriod
  ) throws(StoreError) -> Conflict? {
    try update(
      "assessment_period", old.id.rawValue,
      [
        Edit("title", from: old.title, to: new.title), Edit("year", from: old.year, to: new.year),
        Edit("from_day", from: old.from, to: new.from), Edit("to_day", from: old.to, to: new.to),
      ])
  }

  public func insert(_ centre: AssessmentCentre) throws(StoreError) {
    try run(
      "INSERT INTO assessment_centre (id, unit, name, approved) VALUES (?, ?, ?, ?)",
      [centre.id, centre.unit, centre.name, centre.isApproved])
  }

  /// Changes what differs between two forms of a centre, if the first is still there.
  public func update(
    _ old: AssessmentCentre, to new: AssessmentCentre
  ) throws(StoreError) -> Conflict? {
    try update(
      "assessment_centre", old.id.rawValue,
      [
        Edit("name", from: old.name, to: new.name),
        Edit("approved", from: old.isApproved, to: new.isApproved),
      ])
  }
}

extension AssessmentPeriod {
  init(row: borrowing Row) throws {
    self.init(
      id: try row[0], unit: try row[1], title: try row[2], year: try row[3], from: try row[4],
      to: try row[5])
  }
}

extension AssessmentCentre {
  init(row: borrowing Row) throws {
    self.init(
      id: try row[0], unit: try row[1], name: try row[2], isApproved: try row[3])
  }
}
