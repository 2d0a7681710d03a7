import Persian
public import Training

/// Where a line of an agency and a year stands in the reports: by code of the agency, then by year.
public struct AgencyYearPlace: Hashable, Sendable {
  public let code: String
  public let agency: ID<Unit>
  public let year: Int

  public init(code: String, agency: ID<Unit>, year: Int) {
    self.code = code
    self.agency = agency
    self.year = year
  }
}

/// An agency as the reports name it.
struct ReportedAgency {
  let id: ID<Unit>
  let code: String
  let name: String
}

/// Lines of agencies and years, read agency by agency until a page is full: a page costs the same in
/// records of any length.
extension Querying where Self: ~Copyable {
  /// A page of such lines within reach.
  ///
  /// - Parameters:
  ///   - reach: Which agencies the account sees.
  ///   - agencies: Narrows them; empty for all.
  ///   - page: Beside which line.
  ///   - limit: The most lines.
  ///   - place: The place of a line.
  ///   - read: The lines of an agency in the order of years.
  /// - Returns: The lines in their order.
  /// - Throws: What `read` throws.
  func agencyLines<Line>(
    in reach: OversightReach, among agencies: [ID<Unit>], page: ListPage<AgencyYearPlace>,
    limit: Int, place: (Line) -> AgencyYearPlace,
    read: (ReportedAgency) throws(StoreError) -> [Line]
  ) throws(StoreError) -> [Line] {
    let isBackward: Bool
    var found: [Line] = []
    var edge: AgencyYearPlace?
    switch page {
    case .first: isBackward = false
    case .last: isBackward = true
    case .after(let at), .from(let at):
      isBackward = false
      edge = at
      let isOpen = if case .from = page { at.year - 1 } else { at.year }
      if let own = try reportedAgency(at.agency, in: reach) {
        found = try read(own).filter { place($0).year > isOpen }
      }
    case .before(let at):
      isBackward = true
      edge = at
      if let own = try reportedAgency(at.agency, in: reach) {
        found = try read(own).filter { place($0).year < at.year }
      }
    }
    while found.count < limit {
      let next = try reportedAgencies(
        in: reach, among: agencies, beside: edge, isBackward: isBackward, limit: 32)
      guard let last = next.last else { break }
      for agency in next {
        let lines = try read(agency)
        found = isBackward ? lines + found : found + lines
        if found.count >= limit { break }
      }
      edge = AgencyYearPlace(code: last.code, agency: last.id, year: 0)
    }
    return isBackward ? Array(found.suffix(limit)) : Array(found.prefix(limit))
  }

  private func reportedAgency(
    _ id: ID<Unit>, in reach: OversightReach
  ) throws(StoreError) -> ReportedAgency? {
    try first(
      "SELECT o.id, o.code, o.name FROM unit o WHERE o.id = ? AND \(reach.condition)",
      [id] + reach.arguments, ReportedAgency.init(row:))
  }

  private func reportedAgencies(
    in reach: OversightReach, among agencies: [ID<Unit>], beside edge: AgencyYearPlace?,
    isBackward: Bool, limit: Int
  ) throws(StoreError) -> [ReportedAgency] {
    var conditions: [(String, [any Storable])] = [(reach.condition, reach.arguments)]
    if !agencies.isEmpty {
      let marks = agencies.map { _ in "?" }.joined(separator: ", ")
      conditions.append(("o.id IN (\(marks))", agencies.map { $0 as any Storable }))
    }
    // The code of an agency is its own, so that it alone makes the order.
    if let edge {
      conditions.append(("o.code \(isBackward ? "<" : ">") ?", [edge.code]))
    }
    return try all(
      """
      SELECT o.id, o.code, o.name FROM unit o WHERE o.kind = 'agency' AND \(conditions.sql)
      ORDER BY o.code \(isBackward ? "DESC" : "ASC") LIMIT ?
      """, conditions.arguments + [limit], ReportedAgency.init(row:))
  }

  /// How many agencies a report goes through.
  public func reportedAgencyCount(
    in reach: OversightReach, among agencies: [ID<Unit>]
  ) throws(StoreError) -> Int {
    guard agencies.isEmpty else { return agencies.count }
    return try value(
      "SELECT count(*) FROM unit o WHERE o.kind = 'agency' AND \(reach.condition)",
      reach.arguments)
  }
}

extension ReportedAgency {
  fileprivate init(row: borrowing Row) throws {
    id = try row[0]
    code = try row[1]
    name = try row[2]
  }
}
