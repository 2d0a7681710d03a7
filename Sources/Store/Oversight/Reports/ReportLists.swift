import Persian
public import Training

/// The rows behind the figures: permits and completed courses by the filter row of the reports.
extension Querying where Self: ~Copyable {
  /// A page of the permits of a report, the latest first (O4).
  public func permits(
    in reach: OversightReach, _ filter: ReportFilter, page: ListPage<Permit> = .first,
    limit: Int = .max
  ) throws(StoreError) -> [AgencyPermitLine] {
    guard let scope = try reportScope(reach, filter) else { return [] }
    let bound = page.bound(Permit.order)
    let ids = try pageIDs(
      of: Permit.rows, in: scope, where: filter.permitConditions(), bound, limit: limit)
    return bound.turned(
      try all(
        "\(Self.oversightPermitLines) WHERE q.id IN (\(ids.sql)) ORDER BY \(bound.sorting)",
        ids.arguments, AgencyPermitLine.init(row:)))
  }

  /// A page of the completed courses of a report, those that ended last first (O3).
  public func completedCourses(
    in reach: OversightReach, _ filter: ReportFilter, page: ListPage<CompletedCourse> = .first,
    limit: Int = .max
  ) throws(StoreError) -> [CompletedLine] {
    guard let scope = try reportScope(reach, filter) else { return [] }
    let bound = page.bound(CompletedCourse.order)
    let ids = try pageIDs(
      of: CompletedCourse.rows, in: scope, where: filter.courseConditions(), bound, limit: limit)
    return bound.turned(
      try all(
        "\(Self.completedLines) WHERE q.id IN (\(ids.sql)) ORDER BY \(bound.sorting)",
        ids.arguments, CompletedLine.init(row:)))
  }

  /// How many permits such a report has.
  public func permitCount(
    in reach: OversightReach, _ filter: ReportFilter
  ) throws(StoreError) -> Int {
    try count("permit", in: reach, filter.permitConditions(summing: true))
  }

  /// How many completed courses such a report has.
  public func completedCount(
    in reach: OversightReach, _ filter: ReportFilter
  ) throws(StoreError) -> Int {
    try count("completed_course", in: reach, filter.courseConditions(summing: true))
  }

  private func count(
    _ table: String, in reach: OversightReach, _ conditions: [(String, [any Storable])]
  ) throws(StoreError) -> Int {
    try value(
      """
      SELECT count(*) FROM \(table) q
      WHERE q.agency IN (SELECT o.id FROM unit o WHERE o.kind = 'agency' AND \(reach.condition))
        AND \(conditions.sql)
      """, reach.arguments + conditions.arguments)
  }

  /// The units whose rows a report reads: one agency alone is read along its own index.
  private func reportScope(
    _ reach: OversightReach, _ filter: ReportFilter
  ) throws(StoreError) -> Scope? {
    guard case .agencies(let scope) = reach else { return nil }
    guard filter.agencies.count == 1, let agency = filter.agencies.first else { return scope }
    guard let unit = try unit(agency), scope.contains(unit.path) else { return nil }
    return Scope(unit.path)
  }
}
