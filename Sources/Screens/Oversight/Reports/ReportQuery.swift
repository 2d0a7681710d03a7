import Persian
import Store
public import Training
import UseCases

/// The reports of the oversight (S5-6b, §7.3 O1–O5).
public enum OversightReport: String, CaseIterable, Hashable, Sendable {
  /// «گزارش جامع» (O5).
  case comprehensive
  /// «گزارش اطلاعات پایه دستگاه» (O2).
  case base
  /// «گزارش دوره‌های گذرانده شده» (O3).
  case completed
  /// «گزارش درخواست مجوز یا شرکت کارکنان در دوره آموزشی» (O4).
  case permits
  /// «گزارش درخواست مجوز دوره دستگاه‌های اجرایی» with its quarters (O1).
  case requests
  /// Figures by any indicator (S5-6d2).
  case grouped
}

/// A report with its filter: what a screen shows, a file holds, and a figure leads to.
public struct ReportQuery: Sendable {
  public var report: OversightReport
  public var filter: ReportFilter
  /// For the report that is grouped.
  public var indicator: ReportIndicator

  public init(
    _ report: OversightReport, _ filter: ReportFilter = ReportFilter(),
    by indicator: ReportIndicator = .agency
  ) {
    self.report = report
    self.filter = filter
    self.indicator = indicator
  }
}

/// One line of a report.
public struct ReportLine: Sendable {
  /// Where it stands, for the page beside it.
  enum Place: Sendable {
    case agencyYear(AgencyYearPlace)
    case permit(Permit)
    case course(CompletedCourse)
    case group(Int)
  }

  let place: Place
  public let cells: [Sheet.Cell]
  /// What each cell leads to; nil where it is no figure.
  let targets: [ReportQuery?]

  var identity: Int64 {
    switch place {
    // Years have eleven bits, and no replica needs the highest.
    case .agencyYear(let it): it.agency.rawValue ^ (Int64(it.year) << 51)
    case .permit(let it): it.id.rawValue
    case .course(let it): it.id.rawValue
    case .group(let number): Int64(number)
    }
  }
}

/// A column of a report over lines of one kind.
struct ReportColumn<Line> {
  let column: Sheet.Column
  let cell: (Line) -> Sheet.Cell
  let target: (Line) -> ReportQuery?

  init(
    _ title: String, width: Int = 10, isNumber: Bool = false,
    target: @escaping (Line) -> ReportQuery? = { _ in nil },
    cell: @escaping (Line) -> Sheet.Cell
  ) {
    column = Sheet.Column(title, width: width, alignment: isNumber ? .trailing : .leading)
    self.cell = cell
    self.target = target
  }
}

extension ReportQuery {
  private func line<Line>(
    _ line: Line, at place: ReportLine.Place, _ columns: [ReportColumn<Line>]
  ) -> ReportLine {
    let cells = columns.map { $0.cell(line) }
    return ReportLine(
      place: place, cells: cells,
      targets: zip(columns, cells).map { $1.isNothing ? nil : $0.target(line) })
  }

  var columns: [Sheet.Column] {
    switch report {
    case .comprehensive: comprehensiveColumns.map(\.column)
    case .base: baseColumns.map(\.column)
    case .completed: completedColumns.map(\.column)
    case .permits: permitColumns.map(\.column)
    case .requests: requestColumns.map(\.column)
    case .grouped: groupedColumns.map(\.column)
    }
  }

  /// A page of the report within the reach of whoever asks.
  ///
  /// - Throws: `Failure.forbidden` without the right to see reports.
  func lines(
    _ page: ListPage<ReportLine.Place>, limit: Int,
    _ records: borrowing some Querying & ~Copyable, _ context: Context
  ) throws -> [ReportLine] {
    try context.require(.viewOversight)
    let reach = context.actor.oversightReach
    switch report {
    case .comprehensive:
      let columns = comprehensiveColumns
      return try records.figureLines(in: reach, filter, page: page.agencyYear, limit: limit)
        .map { line($0, at: .agencyYear($0.place), columns) }
    case .base:
      let columns = baseColumns
      return try records.baseDataLines(in: reach, filter, page: page.agencyYear, limit: limit)
        .map { line($0, at: .agencyYear($0.place), columns) }
    case .requests:
      let columns = requestColumns
      return try records.permitCountLines(in: reach, filter, page: page.agencyYear, limit: limit)
        .map { line($0, at: .agencyYear($0.place), columns) }
    case .completed:
      let columns = completedColumns
      return try records.completedCourses(in: reach, filter, page: page.course, limit: limit)
        .map { line($0, at: .course($0.course), columns) }
    case .permits:
      let columns = permitColumns
      return try records.permits(in: reach, filter, page: page.permit, limit: limit)
        .map { line($0, at: .permit($0.permit), columns) }
    case .grouped:
      // The groups are few: all come with the first page.
      guard case .first = page else { return [] }
      let columns = groupedColumns
      return try records.figures(by: indicator, in: reach, filter).enumerated()
        .map { line($1, at: .group($0), columns) }
    }
  }

  /// The line under all others; nil where nothing is summed.
  func total(
    _ records: borrowing some Querying & ~Copyable, _ context: Context
  ) throws -> [Sheet.Cell]? {
    guard report == .comprehensive || report == .grouped || report == .completed else { return nil }
    let figures = try records.figures(in: context.actor.oversightReach, filter)
    let label = Sheet.Cell.text(Phrases.OversightReports.total)
    switch report {
    case .comprehensive:
      return [label, .empty] + ReportMeasure.allCases.map { $0.cell(of: figures) }
    case .grouped:
      return [label] + measures.map { $0.cell(of: figures) }
    default:
      var cells = Array(repeating: Sheet.Cell.empty, count: columns.count)
      cells[0] = label
      for (index, column) in completedColumns.enumerated() {
        switch column.column.title {
        case Phrases.Oversight.managersCount: cells[index] = .number(figures.managers)
        case Phrases.Oversight.staffCount: cells[index] = .number(figures.staff)
        case Phrases.Oversight.total: cells[index] = .number(figures.persons)
        case Phrases.Oversight.personHours: cells[index] = .number(figures.personHours)
        default: break
        }
      }
      return cells
    }
  }

  /// How much a file of the report has to go through, in the unit that `each` tells.
  func extent(
    _ records: borrowing some Querying & ~Copyable, _ context: Context
  ) throws -> Int {
    let reach = context.actor.oversightReach
    switch report {
    case .comprehensive, .base, .requests:
      return try records.reportedAgencyCount(in: reach, among: filter.agencies)
    case .completed: return try records.completedCount(in: reach, filter)
    case .permits: return try records.permitCount(in: reach, filter)
    case .grouped: return 1
    }
  }

  /// Every line of the report, page by page, and how far it is after each page.
  func each(
    _ records: borrowing some Querying & ~Copyable, _ context: Context,
    _ body: ([ReportLine], _ done: Int) throws -> Void
  ) throws {
    var page = ListPage<ReportLine.Place>.first
    var (done, last): (Int, ID<Unit>?) = (0, nil)
    while true {
      let lines = try lines(page, limit: 500, records, context)
      guard let edge = lines.last else { return }
      for line in lines {
        // Reports by agency and year are told by agencies, the others by lines.
        if case .agencyYear(let place) = line.place {
          if place.agency != last { done += 1 }
          last = place.agency
        } else {
          done += 1
        }
      }
      try body(lines, report == .grouped ? 1 : done)
      guard report != .grouped else { return }
      page = .after(edge.place)
    }
  }
}

extension Sheet.Cell {
  /// A figure behind which there are no rows.
  fileprivate var isNothing: Bool {
    switch self {
    case .empty, .number(0), .rials(0): true
    default: false
    }
  }
}

extension ListPage<ReportLine.Place> {
  private func mapped<Other>(_ place: (ReportLine.Place) -> Other?) -> ListPage<Other> {
    switch self {
    case .first: .first
    case .last: .last
    case .after(let it): place(it).map { .after($0) } ?? .first
    case .before(let it): place(it).map { .before($0) } ?? .first
    case .from(let it): place(it).map { .from($0) } ?? .first
    }
  }

  fileprivate var agencyYear: ListPage<AgencyYearPlace> {
    mapped { if case .agencyYear(let place) = $0 { place } else { nil } }
  }

  fileprivate var permit: ListPage<Permit> {
    mapped { if case .permit(let it) = $0 { it } else { nil } }
  }

  fileprivate var course: ListPage<CompletedCourse> {
    mapped { if case .course(let it) = $0 { it } else { nil } }
  }
}
