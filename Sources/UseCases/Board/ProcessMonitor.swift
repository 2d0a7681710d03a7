public import Persian
public import Store
public import Training

/// How one process reads its standing from the records of a course.
public struct ProcessProbe: Sendable {
  /// What a probe looks at.
  public struct Subject: Sendable {
    public let line: RequestLine
    public let progress: CourseProgress
    /// The day on which the request entered each state it has been in, from the journal.
    public let past: [CourseRequestLife.State: JalaliDate]
    public let today: JalaliDate

    public var state: CourseRequestLife.State { line.state(on: today) }
  }

  public let process: PortalProcess
  let read: @Sendable (borrowing Reading, Subject) throws -> ProcessStanding

  public init(
    _ process: PortalProcess,
    read: @escaping @Sendable (borrowing Reading, Subject) throws -> ProcessStanding
  ) {
    self.process = process
    self.read = read
  }
}

/// A course with its standing in each of the eleven processes (S0-15, S2-0a).
public struct MonitoredCourse: Sendable {
  public let line: RequestLine
  public let state: CourseRequestLife.State
  /// One for each process, in their order.
  public let standings: [ProcessStanding]
  /// What is late, by process.
  public let overdue: [PortalProcess: [DeadlineItem]]

  /// The first process that is under way, else the last that is done.
  public var current: ProcessStanding {
    standings.first { $0.progress == .underWay } ?? standings.last { $0.progress == .done }
      ?? standings[0]
  }

  public var overdueCount: Int { overdue.values.reduce(0) { $0 + $1.count } }
}

/// «پایش فرایندها»: where every course stands, derived from states, dates and the journal.
public enum ProcessMonitor {
  /// A process with records of its own adds a line here; the others say that there is nothing yet.
  public static let probes: [ProcessProbe] = [
    .request,
    .programme,
    .instructors,
    .resources,
    .enrolment,
    .schoolStaff,
    .classes,
    .effectiveness,
    .courseFile,
    .certificate,
    .equivalents,
  ]

  /// The courses within reach, the latest execution first.
  ///
  /// - Parameters:
  ///   - year: Only requests of this year; nil for all.
  ///   - unit: Only those of this office; nil for all.
  ///   - limit: The most courses.
  ///   - records: The records.
  ///   - context: Who looks, and when.
  /// - Returns: Each with its standing in every process.
  /// - Throws: `Failure.forbidden` for roles without courses.
  public static func courses(
    year: Int? = nil, unit: ID<Unit>? = nil, limit: Int = 300, _ records: borrowing Reading,
    _ context: Context
  ) throws -> [MonitoredCourse] {
    try context.require(.viewRequests)
    let late = try overdue(records, context)
    return try records.requests(
      in: context.actor.courseReach, RequestFilter(year: year, unit: unit), on: context.today,
      limit: limit
    ).map { try course($0, late[$0.request.id] ?? [:], records, context) }
  }

  /// One course; nil when it is out of reach.
  public static func course(
    _ id: ID<CourseRequest>, _ records: borrowing Reading, _ context: Context
  ) throws -> MonitoredCourse? {
    try context.require(.viewRequests)
    guard let line = try records.request(id, in: context.actor.courseReach) else { return nil }
    let late = try overdue(records, context)[id] ?? [:]
    return try course(line, late, records, context)
  }

  private static func course(
    _ line: RequestLine, _ late: [PortalProcess: [DeadlineItem]], _ records: borrowing Reading,
    _ context: Context
  ) throws -> MonitoredCourse {
    let subject = ProcessProbe.Subject(
      line: line, progress: try records.progress(of: line.request.id, on: context.today),
      past: try records.past(of: line.request.id), today: context.today)
    var standings: [ProcessStanding] = []
    for process in PortalProcess.allCases {
      let probe = probes.first { $0.process == process }
      standings.append(
        try probe?.read(records, subject) ?? ProcessStanding(process, .noData, .noData))
    }
    return MonitoredCourse(
      line: line, state: subject.state, standings: standings, overdue: late)
  }

  /// What is late within reach, by course and process.
  private static func overdue(
    _ records: borrowing Reading, _ context: Context
  ) throws -> [ID<CourseRequest>: [PortalProcess: [DeadlineItem]]] {
    var late: [ID<CourseRequest>: [PortalProcess: [DeadlineItem]]] = [:]
    let window = RadarWindow(until: context.today.adding(days: -1))
    for item in try DeadlineRadar.items(within: window, records, context)
    where item.deadline.daysLeft(on: context.today) < 0 {
      guard let process = item.matter.process, let id = try records.request(of: item.link)
      else { continue }
      late[id, default: [:]][process, default: []].append(item)
    }
    return late
  }
}

extension Querying where Self: ~Copyable {
  /// The day on which a request entered each state, the last time it did, from the journal.
  fileprivate func past(
    of request: ID<CourseRequest>
  ) throws -> [CourseRequestLife.State: JalaliDate] {
    var past: [CourseRequestLife.State: JalaliDate] = [:]
    for (name, day) in try statePast(of: "course_request", request.rawValue) {
      if let state = CourseRequestLife.State(rawValue: name) { past[state] = day }
    }
    return past
  }

  /// The day on which a record entered each state, the last time it did, by the state's stored name.
  func statePast(of table: String, _ key: Int64) throws -> [String: JalaliDate] {
    guard let column = try columns(of: table).firstIndex(of: "state") else { return [:] }
    var past: [String: JalaliDate] = [:]
    for line in try history(of: table, key, column: "state") {
      guard let cell = line.change.cells.first(where: { $0.column == column }),
        case .text(let name)? = cell.new
      else { continue }
      past[name] = Moment.day(of: line.entry.moment)
    }
    return past
  }
}
