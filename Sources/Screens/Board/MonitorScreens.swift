import Persian
import Store
import TerminalKit
import Training
import UseCases

/// Which courses the monitor looks at.
struct MonitorFilter: Hashable, Sendable {
  var year: Int?
  var unit: ID<Unit>?
  var unitName = ""

  /// This year, the year before, all: F4 goes round.
  func turned(_ thisYear: Int) -> MonitorFilter {
    var next = self
    next.year = year == nil ? thisYear : year == thisYear ? thisYear - 1 : nil
    return next
  }

  var said: String {
    [year.map { Phrases.Monitor.year($0) } ?? Phrases.Monitor.allYears, unitName]
      .filter { !$0.isEmpty }.joined(separator: " — ")
  }
}

/// «پایش فرایندها»: the eleven processes, numbered, with how many courses are in each (S0-15, S2-0a).
struct ProcessesList: ListDescription {
  enum Command: String, CommandSet {
    case year, units
    var help: String { self == .year ? Phrases.Monitor.turnYear : Phrases.Monitor.units }
  }

  struct Row: Sendable {
    let process: PortalProcess
    var courses = 0
    var done = 0
    var overdue = 0
    var hasData = false
  }

  static let name = "processes"
  let thisYear: Int
  let filter: MonitorFilter
  var title: String { "\(Phrases.Monitor.title) — \(filter.said)" }

  init(_ thisYear: Int, _ filter: MonitorFilter? = nil) {
    self.thisYear = thisYear
    self.filter = filter ?? MonitorFilter(year: thisYear)
  }

  let columns: [Column<Row>] = [
    Column(Phrases.Monitor.number, width: 5, text: { $0.process.rawValue.said }),
    Column(Phrases.Monitor.process, text: { $0.process.name }),
    Column(
      Phrases.Monitor.underWay, width: 10,
      tone: { $0.hasData ? .body : .dimmed },
      text: { $0.hasData ? $0.courses.said : Phrases.Monitor.noDataShort }),
    Column(Phrases.Monitor.done, width: 8, text: { $0.hasData ? $0.done.said : "" }),
    Column(
      Phrases.Monitor.overdue, width: 10, tone: { $0.overdue > 0 ? .bad : .body },
      text: { $0.overdue > 0 ? "✗ \($0.overdue.said)" : $0.hasData ? "—" : "" }),
  ]

  func identity(of row: Row) -> Int64 { Int64(row.process.rawValue) }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [Row] {
    var rows = PortalProcess.allCases.map { Row(process: $0) }
    for course in try ProcessMonitor.courses(
      year: filter.year, unit: filter.unit, records, context)
    {
      for (index, standing) in course.standings.enumerated() {
        let late = course.overdue[standing.process]?.count ?? 0
        rows[index].courses += standing.progress == .underWay ? 1 : 0
        rows[index].done += standing.progress == .done ? 1 : 0
        rows[index].overdue += late
        if standing.progress != .noData || late > 0 { rows[index].hasData = true }
      }
    }
    return rows
  }

  func open(_ row: Row) -> Step {
    .open(ListScreen(MonitorList(thisYear, filter, row.process)))
  }

  func perform(_ command: Command, on rows: [Row]) -> Step {
    switch command {
    case .year: .replace(ListScreen(ProcessesList(thisYear, filter.turned(thisYear))))
    case .units: .open(ListScreen(MonitorUnitsList(thisYear, filter)))
    }
  }
}

/// The courses with where each stands; of one process, or of all.
struct MonitorList: ListDescription {
  enum Command: String, CommandSet {
    case year, units
    var help: String { self == .year ? Phrases.Monitor.turnYear : Phrases.Monitor.units }
  }

  struct Row: Sendable {
    let course: MonitoredCourse
    let standing: ProcessStanding
    let days: Int?
  }

  static let name = "monitor"
  let thisYear: Int
  let filter: MonitorFilter
  let process: PortalProcess?

  init(_ thisYear: Int, _ filter: MonitorFilter, _ process: PortalProcess? = nil) {
    self.thisYear = thisYear
    self.filter = filter
    self.process = process
  }

  var title: String {
    "\(process.map(Phrases.Monitor.numbered) ?? Phrases.Monitor.courses) — \(filter.said)"
  }

  let columns: [Column<Row>] = [
    Column(
      Phrases.Courses.course, sortedBy: { .text(Collation.key($0.course.line.course.title)) },
      text: { $0.course.line.course.title }),
    Column(
      Phrases.Courses.unit, width: 14, sortedBy: { .text(Collation.key($0.course.line.unitName)) },
      text: { $0.course.line.unitName }),
    Column(
      Phrases.Monitor.number, width: 5, sortedBy: { .number($0.standing.process.rawValue) },
      text: { $0.standing.process.rawValue.said }),
    Column(Phrases.Monitor.step, width: 24, text: { $0.standing.step.said }),
    Column(
      Phrases.Monitor.days, width: 6, sortedBy: { $0.days.map { .number($0) } ?? .nothing },
      text: { $0.days?.said ?? "—" }),
    Column(
      Phrases.Monitor.overdue, width: 8, sortedBy: { .number($0.course.overdueCount) },
      tone: { $0.course.overdueCount > 0 ? .bad : .body },
      text: { $0.course.overdueCount > 0 ? "✗ \($0.course.overdueCount.said)" : "—" }),
  ]

  func identity(of row: Row) -> Int64 { row.course.line.request.id.rawValue }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [Row] {
    try ProcessMonitor.courses(year: filter.year, unit: filter.unit, records, context)
      .compactMap { course in
        let standing = process.map { course.standings[$0.rawValue - 1] } ?? course.current
        // Of one process, those that are in it, and those with something late in it.
        let isLate = process.map { course.overdue[$0] != nil } ?? true
        guard process == nil || standing.progress == .underWay || isLate else { return nil }
        return Row(course: course, standing: standing, days: standing.days(on: context.today))
      }
  }

  func open(_ row: Row) -> Step { .open(ListScreen(CourseProcesses(row.course.line))) }

  func perform(_ command: Command, on rows: [Row]) -> Step {
    switch command {
    case .year: .replace(ListScreen(MonitorList(thisYear, filter.turned(thisYear), process)))
    case .units: .open(ListScreen(MonitorUnitsList(thisYear, filter)))
    }
  }
}

/// One course through the eleven processes: step, days, what is late; Enter opens the course.
struct CourseProcesses: ListDescription {
  struct Row: Sendable {
    let standing: ProcessStanding
    let days: Int?
    let late: [DeadlineItem]
    let role: Role
  }

  static let name = "course-processes"
  let title: String
  private let id: ID<CourseRequest>

  init(_ line: RequestLine) {
    id = line.request.id
    title = line.course.title
  }

  let columns: [Column<Row>] = [
    Column(Phrases.Monitor.number, width: 5, text: { $0.standing.process.rawValue.said }),
    Column(Phrases.Monitor.process, text: { $0.standing.process.name }),
    Column(
      Phrases.Monitor.step, width: 24,
      tone: { $0.standing.progress == .underWay ? .strong : .dimmed },
      text: { $0.standing.sign + $0.standing.step.said }),
    Column(
      Phrases.Monitor.from, width: 8, direction: .ltr,
      text: { $0.standing.from?.text(.short) ?? "" }),
    Column(Phrases.Monitor.days, width: 5, text: { $0.days?.said ?? "" }),
    Column(
      Phrases.Monitor.overdue, width: 9, tone: { $0.late.isEmpty ? .body : .bad },
      text: { $0.late.isEmpty ? "" : "✗ \($0.late.count.said)" }),
  ]

  func identity(of row: Row) -> Int64 { Int64(row.standing.process.rawValue) }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [Row] {
    guard let course = try ProcessMonitor.course(id, records, context) else {
      throw Failure.forbidden
    }
    return course.standings.map {
      Row(
        standing: $0, days: $0.days(on: context.today), late: course.overdue[$0.process] ?? [],
        role: context.actor.role)
    }
  }

  func open(_ row: Row) -> Step {
    guard let late = row.late.first else {
      return RecordDoor.step(to: RecordLink(.request, id), for: row.role)
    }
    return RecordDoor.step(to: late.link, for: row.role)
  }
}

/// The offices with how many courses each has and how much is late there; Enter looks at one.
struct MonitorUnitsList: ListDescription {
  struct Row: Sendable {
    let unit: ID<Unit>
    let name: String
    var courses = 0
    var overdue = 0
  }

  static let name = "monitor-units"
  let title = Phrases.Monitor.units
  let thisYear: Int
  let filter: MonitorFilter

  init(_ thisYear: Int, _ filter: MonitorFilter) {
    self.thisYear = thisYear
    self.filter = filter
  }

  let columns: [Column<Row>] = [
    Column(
      Phrases.Courses.unit, sortedBy: { .text(Collation.key($0.name)) }, text: { $0.name }),
    Column(
      Phrases.Monitor.courses, width: 10, sortedBy: { .number($0.courses) },
      text: { $0.courses.said }),
    Column(
      Phrases.Monitor.overdue, width: 10, sortedBy: { .number($0.overdue) },
      tone: { $0.overdue > 0 ? .bad : .body },
      text: { $0.overdue > 0 ? "✗ \($0.overdue.said)" : "—" }),
  ]

  func identity(of row: Row) -> Int64 { row.unit.rawValue }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [Row] {
    var rows: [Row] = []
    for course in try ProcessMonitor.courses(year: filter.year, limit: 3_000, records, context) {
      let unit = course.line.request.unit
      let place = rows.firstIndex { $0.unit == unit } ?? rows.count
      if place == rows.count { rows.append(Row(unit: unit, name: course.line.unitName)) }
      rows[place].courses += 1
      rows[place].overdue += course.overdueCount
    }
    return rows.sorted { ($1.overdue, $0.name) < ($0.overdue, $1.name) }
  }

  func open(_ row: Row) -> Step {
    let one = MonitorFilter(year: filter.year, unit: row.unit, unitName: row.name)
    return .open(ListScreen(MonitorList(thisYear, one)))
  }
}

extension ProcessStanding {
  /// Said beside the step, for terminals without colours.
  var sign: String {
    switch progress {
    case .done: "✓ "
    case .underWay: "▸ "
    case .noData, .notBegun: ""
    }
  }
}
