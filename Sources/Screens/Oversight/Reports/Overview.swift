import Persian
import Store
import TerminalKit
import Training
import UseCases

/// «نمای کلی مدیریت»: who is late, what waits, what was planned and spent, and how the last year was.
struct OverviewList: ListDescription {
  struct Line: Sendable {
    let place: Int
    let title: String
    let value: String
    let isUrgent: Bool
    let step: Step
  }

  static let name = "oversight-overview"
  let title = Phrases.Overview.title

  let columns: [Column<Line>] = [
    Column(
      Phrases.Overview.subject, width: 40, tone: { $0.isUrgent ? .warning : .body },
      text: { $0.isUrgent ? "! \($0.title)" : $0.title }),
    Column(Phrases.Overview.amount, text: { $0.value }),
  ]

  func identity(of row: Line) -> Int64 { Int64(row.place) }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [Line] {
    try context.require(.editAgencies)
    let reach = context.actor.oversightReach
    let year = context.today.year
    var filter = ReportFilter()
    filter.year = year
    let now = try records.figures(in: reach, filter)
    var last = ReportFilter()
    last.year = year - 1
    let before = try records.figures(in: reach, last)
    var lines: [Line] = []
    func add(_ title: String, _ value: String, isUrgent: Bool = false, _ step: Step) {
      lines.append(
        Line(place: lines.count, title: title, value: value, isUrgent: isUrgent, step: step))
    }
    for matter in OversightMatter.allCases where matter.owner == context.actor.role {
      let number = try matter.count(records, context)
      add(Phrases.Overview.name(of: matter), number.said, isUrgent: number > 0, matter.step)
    }
    let charts = ReportQuery(.grouped, filter)
    let money: Step = .open(
      ChartScreen(title) { records, context in
        try charts.charts(records, context).filter { $0.series.count > 1 }
      })
    add(Phrases.Overview.planned, Numbers.grouped(now.planned), money)
    add(Phrases.Overview.spent(now.spentShare), Numbers.grouped(now.spent), money)
    let comparison: Step = .open(
      ChartScreen(Phrases.OversightReports.compare) { records, context in
        try charts.comparison(records, context)
      })
    for measure in [ReportMeasure.courses, .persons, .personHours, .spent] {
      add(
        Phrases.Overview.compared(measure),
        Phrases.Overview.both(measure.value(in: now), measure.value(in: before)), comparison)
    }
    return lines
  }

  func open(_ row: Line) -> Step { row.step }
}

/// The quarters that are over and were not sent, the oldest first.
struct LateList: ListDescription {
  static let name = "oversight-late"
  let title = Phrases.Overview.lateTitle
  var emptyText: String? { Phrases.OversightNext.nobodyLate }

  struct Line: Sendable {
    let line: AgencyQuarterLine
    let due: JalaliDate
    let days: Int
  }

  let columns: [Column<Line>] = [
    Column(Phrases.Oversight.agency, text: { $0.line.agencyName }),
    Column(
      Phrases.Oversight.quarter, width: 18,
      text: { Phrases.OversightReports.quarter($0.line.quarter.quarter) }),
    Column(Phrases.Overview.due, width: 11, text: { $0.due.said }),
    Column(
      Phrases.Overview.daysLate, width: 10, alignment: .trailing,
      sortedBy: { .number($0.days) }, text: { $0.days.said }),
  ]

  func identity(of row: Line) -> Int64 { row.line.quarter.id.rawValue }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [Line] {
    try Self.lines(records, context)
  }

  /// Of this year and the one before: what is older is the archive's.
  static func lines(
    _ records: borrowing some Querying & ~Copyable, _ context: Context
  ) throws -> [Line] {
    try context.require(.viewOversight)
    let today = context.today
    let open = try records.openQuarters(
      in: context.actor.oversightReach, from: today.year - 1, until: today, limit: .max)
    return open.filter { $0.state(on: today, under: context.rules) == .overdue }.map { line in
      let due = line.quarter.due(under: context.rules)
      return Line(line: line, due: due, days: today.dayNumber - due.dayNumber)
    }
  }

  /// The quarter itself, where its time can be extended.
  func open(_ row: Line) -> Step { .open(RecordScreen(AgencyQuarterRecord(row.line))) }
}

/// The quarters for which agencies ask for a later day, the oldest first.
struct ExtensionsList: ListDescription {
  static let name = "oversight-extensions"
  let title = Phrases.Overview.extensions
  var emptyText: String? { Phrases.OversightNext.nobodyAsks }

  let columns: [Column<AgencyQuarterLine>] = [
    Column(Phrases.Oversight.agency, width: 24, text: { $0.agencyName }),
    Column(
      Phrases.Oversight.quarter, width: 18,
      text: { Phrases.OversightReports.quarter($0.quarter.quarter) }),
    Column(Phrases.Overview.because, text: { $0.quarter.asked }),
  ]

  func identity(of row: AgencyQuarterLine) -> Int64 { row.quarter.id.rawValue }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [AgencyQuarterLine] {
    try context.require(.editAgencies)
    return try records.askedQuarters(in: context.actor.oversightReach)
  }

  func open(_ row: AgencyQuarterLine) -> Step { .open(RecordScreen(AgencyQuarterRecord(row))) }
}

/// Agencies that have no base data of this year.
struct WithoutBaseList: ListDescription {
  static let name = "oversight-without-base"
  let title = Phrases.Overview.withoutBase
  var emptyText: String? { Phrases.OversightNext.allHaveBase }

  let columns: [Column<AgencyLine>] = [
    Column(
      Phrases.Oversight.agencyCode, width: 14, direction: .ltr,
      text: { Digits.persian($0.unit.code) }),
    Column(Phrases.Oversight.agency, text: { $0.unit.name }),
    Column(Phrases.Overview.phone, width: 26, text: { Say.list($0.liaisons) }),
  ]

  func identity(of row: AgencyLine) -> Int64 { row.unit.id.rawValue }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [AgencyLine] {
    try context.require(.viewOversight)
    return try records.agencies(
      withoutYear: context.today.year, in: context.actor.oversightReach)
  }
}
