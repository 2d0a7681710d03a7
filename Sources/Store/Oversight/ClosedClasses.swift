public import Persian
public import Training

/// An education office whose closed classes an agency takes over instead of typing them.
public struct AgencyOffice: Hashable, Sendable, Codable {
  public var id: ID<AgencyOffice>
  public var agency: ID<Unit>
  public var office: ID<Unit>

  public init(id: ID<AgencyOffice>, agency: ID<Unit>, office: ID<Unit>) {
    self.id = id
    self.agency = agency
    self.office = office
  }
}

/// A closed class of such an office, as far as a completed course needs to know it.
public struct ClosedClassLine: Hashable, Sendable {
  public let trainingClass: ID<TrainingClass>
  public let name: String
  public let courseTitle: String
  /// The length of the course in minutes.
  public let minutes: Int
  public let mode: DeliveryMode
  public let officeName: String
  public let start: JalaliDate
  public let end: JalaliDate
  /// Learners who stayed to the end, whether they passed or not.
  public let learners: Int
  /// The completed course that was made of it; nil where there is none.
  public let completed: ID<CompletedCourse>?
}

/// The link from short courses of education offices to completed courses of an agency.
extension Querying where Self: ~Copyable {
  /// The education offices of an agency within reach, with their units.
  public func agencyOffices(
    of agency: ID<Unit>, in reach: OversightReach
  ) throws(StoreError) -> [(link: AgencyOffice, unit: Unit)] {
    let links = try all(
      """
      SELECT g.id, g.agency, g.office FROM agency_office g JOIN unit o ON o.id = g.agency
      WHERE g.agency = ? AND \(reach.condition) ORDER BY g.id
      """, [agency] + reach.arguments
    ) { row in AgencyOffice(id: try row[0], agency: try row[1], office: try row[2]) }
    var found: [(link: AgencyOffice, unit: Unit)] = []
    for link in links {
      if let unit = try unit(link.office) { found.append((link, unit)) }
    }
    return found
  }

  /// The closed classes of an agency's education offices that ended on a day or later, the latest
  /// first.
  public func closedClasses(
    of agency: ID<Unit>, in reach: OversightReach, from day: JalaliDate
  ) throws(StoreError) -> [ClosedClassLine] {
    var lines: [ClosedClassLine] = []
    for (_, unit) in try agencyOffices(of: agency, in: reach) {
      let range = Scope(unit.path).range
      lines += try all(
        "\(Self.closedClasses) AND u.path >= ? AND u.path < ? AND k.class_to >= ?",
        [agency, range.lower, range.upper, day], ClosedClassLine.init(row:))
    }
    // An office and one above it may both be named.
    var seen: Set<ID<TrainingClass>> = []
    return lines.filter { seen.insert($0.trainingClass).inserted }
      .sorted { ($0.end, $0.trainingClass.rawValue) > ($1.end, $1.trainingClass.rawValue) }
  }

  /// One of them; nil where it is none of the agency's.
  public func closedClass(
    _ id: ID<TrainingClass>, of agency: ID<Unit>, in reach: OversightReach
  ) throws(StoreError) -> ClosedClassLine? {
    for (_, unit) in try agencyOffices(of: agency, in: reach) {
      let range = Scope(unit.path).range
      let line = try first(
        "\(Self.closedClasses) AND u.path >= ? AND u.path < ? AND k.id = ?",
        [agency, range.lower, range.upper, id], ClosedClassLine.init(row:))
      if let line { return line }
    }
    return nil
  }

  private static var closedClasses: String {
    """
    SELECT k.id, k.name, c.title, c.minutes, r.delivery_mode, u.name,
      ifnull((SELECT min(s.day) FROM session s WHERE s.class = k.id), k.class_from),
      ifnull((SELECT max(s.day) FROM session s WHERE s.class = k.id), k.class_to),
      (SELECT count(*) FROM enrolment e
        WHERE e.class = k.id AND e.state NOT IN ('withdrawn', 'removed')),
      (SELECT d.id FROM completed_class t JOIN completed_course d ON d.id = t.id
        WHERE t.class = k.id AND d.agency = ? AND d.state <> 'removed')
    FROM unit u JOIN course_request r ON r.unit = u.id JOIN training_class k ON k.request = r.id
      JOIN course c ON c.id = r.course
    WHERE k.state = 'closed'
    """
  }
}

extension Writing {
  public func insert(_ link: AgencyOffice) throws(StoreError) {
    try insert("agency_office", link.id, [("agency", link.agency), ("office", link.office)])
  }

  public func remove(_ link: AgencyOffice) throws(StoreError) {
    try run("DELETE FROM agency_office WHERE id = ?", [link.id])
  }

  /// Notes of which class a completed course was made.
  public func note(
    _ course: ID<CompletedCourse>, madeOf trainingClass: ID<TrainingClass>
  ) throws(StoreError) {
    try insert("completed_class", course, [("class", trainingClass)])
  }
}

extension ClosedClassLine {
  fileprivate init(row: borrowing Row) throws {
    trainingClass = try row[0]
    name = try row[1]
    courseTitle = try row[2]
    minutes = try row[3]
    mode = try row[4]
    officeName = try row[5]
    start = try row[6]
    end = try row[7]
    learners = try row[8]
    completed = try row[9]
  }
}
