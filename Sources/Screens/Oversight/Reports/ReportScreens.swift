import Persian
import Store
import TerminalKit
import Training
import UseCases

/// «گزارش‌ها»: the four named reports, the one of requests, and figures by any indicator (S5-6b).
struct OversightReportsList: ListDescription {
  static let name = "oversight-reports"
  let title = Phrases.OversightReports.title

  let columns: [Column<OversightReport>] = [
    Column(Phrases.OversightReports.subject, text: { $0.name })
  ]

  func identity(of row: OversightReport) -> Int64 {
    Int64(OversightReport.allCases.firstIndex(of: row) ?? 0)
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [OversightReport] {
    try context.require(.viewOversight)
    return OversightReport.allCases
  }

  func open(_ row: OversightReport) -> Step { .open(FormScreen(OversightReportForm(row))) }
}

/// The filter row of a report; what is left empty means everything (S5-6c).
struct OversightReportForm: FormDescription {
  struct Draft: Sendable {
    var year: Int?
    var agency: ID<Training.Unit>?
    var permitState: PermitLife.State?
    var courseState: CompletedCourseLife.State?
    var group: CourseGroup?
    var mode: OversightMode?
    var organiser: Organiser?
    var instructor: ID<OversightInstructor>?
    var quarter: Int?
    var from: JalaliDate?
    var to: JalaliDate?
    var indicator: ReportIndicator? = .agency
  }

  struct Lists: Sendable {
    var today: JalaliDate
    var years: [Int]
    var agencies: [(id: ID<Training.Unit>, name: String)]
    var instructors: [OversightInstructorLine]
  }

  static let name = "oversight-report-form"
  let submission: String? = Phrases.Submission.show
  let report: OversightReport
  var title: String { report.name }

  init(_ report: OversightReport) { self.report = report }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, Lists) {
    try context.require(.viewOversight)
    let reach = context.actor.oversightReach
    let years = context.rules.oversightStart...max(context.rules.oversightStart, context.today.year)
    return (
      Draft(),
      Lists(
        today: context.today, years: years.reversed(),
        agencies: try records.agencies(in: reach).map { ($0.unit.id, $0.unit.name) },
        instructors: try records.oversightInstructors(in: reach))
    )
  }

  private var isOfPermits: Bool { report == .permits || report == .requests }

  func fields(_ lists: Lists) -> [Field<Draft>] {
    typealias Words = Phrases.Oversight
    var fields: [Field<Draft>] = [
      .pick(Words.year, \.year, among: lists.years.map { ($0, Digits.persian($0)) })
        .hinted(Phrases.OversightReports.emptyIsAll),
      .pick(
        Phrases.OversightReports.agencies, \.agency, among: lists.agencies.map { ($0.id, $0.name) }
      )
      .hinted(Phrases.OversightReports.emptyIsAll),
    ]
    if report != .base {
      if report != .completed {
        fields.append(
          .pick(
            Words.requestState, \.permitState,
            among: PermitLife.State.allCases.filter { $0 != .removed }.map { ($0, $0.name) }
          ).hinted(Phrases.OversightReports.emptyIsAll))
      }
      if !isOfPermits {
        fields.append(
          .pick(
            Words.courseState, \.courseState,
            among: CompletedCourseLife.State.allCases.filter { $0 != .removed }
              .map { ($0, $0.name) }
          ).hinted(Phrases.OversightReports.emptyIsAll))
      }
      fields += courseFields(lists)
    }
    if report == .grouped {
      fields.append(
        .pick(
          Phrases.OversightReports.by, \.indicator,
          among: ReportIndicator.allCases.map { ($0, $0.name) }
        ).required())
    }
    return fields + [.button(Phrases.OversightReports.search)]
  }

  private func courseFields(_ lists: Lists) -> [Field<Draft>] {
    typealias Words = Phrases.Oversight
    let (from, to) =
      isOfPermits
      ? (Phrases.OversightReports.requestedFrom, Phrases.OversightReports.requestedTo)
      : (Phrases.OversightReports.endFrom, Phrases.OversightReports.endTo)
    return [
      .pick(Words.group, \.group, among: CourseGroup.allCases.map { ($0, $0.name) })
        .hinted(Phrases.OversightReports.emptyIsAll),
      .pick(
        Phrases.OversightReports.mode, \.mode, among: OversightMode.allCases.map { ($0, $0.name) }
      )
      .hinted(Phrases.OversightReports.emptyIsAll),
      .pick(Words.organiser, \.organiser, among: Organiser.allCases.map { ($0, $0.name) })
        .hinted(Phrases.OversightReports.emptyIsAll),
      .pick(
        Words.instructor, \.instructor,
        among: lists.instructors.map { ($0.instructor.id, $0.instructor.fullName) }
      ).hinted(Phrases.OversightReports.emptyIsAll),
      .pick(
        Words.quarter, \.quarter,
        among: Quarter.all(in: lists.today.year).map { ($0.number, Words.name(of: $0)) }
      ).hinted(Phrases.OversightReports.emptyIsAll),
      .day(from, \.from, today: lists.today),
      .day(to, \.to, today: lists.today),
    ]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    var filter = ReportFilter()
    filter.year = draft.year
    filter.agencies = draft.agency.map { [$0] } ?? []
    (filter.permitState, filter.courseState) = (draft.permitState, draft.courseState)
    (filter.group, filter.mode, filter.organiser) = (draft.group, draft.mode, draft.organiser)
    (filter.instructor, filter.from, filter.to) = (draft.instructor, draft.from, draft.to)
    if let number = draft.quarter {
      filter.quarter = Quarter(year: draft.year ?? portal.today.year, number: number)
    }
    let query = ReportQuery(report, filter, by: draft.indicator ?? .agency)
    return .success(.open(ListScreen(OversightReportList(query))))
  }
}

extension Quarter {
  /// The four quarters of a year.
  static func all(in year: Int) -> [Quarter] {
    (1...4).compactMap { Quarter(year: year, number: $0) }
  }
}

/// A report on the screen: page by page, with charts, files and the rows behind each figure.
struct OversightReportList: PagedListDescription {
  enum Command: String, CommandSet {
    case chart
    case compare
    case saveWorkbook = "save-workbook"
    case savePDF = "save-pdf"

    var help: String {
      switch self {
      case .chart: Phrases.OversightReports.chart
      case .compare: Phrases.OversightReports.compare
      case .saveWorkbook: Phrases.OversightReports.saveWorkbook
      case .savePDF: Phrases.OversightReports.savePDF
      }
    }
  }

  static let name = "oversight-report"
  var title: String { query.report.name }
  var emptyText: String? { Phrases.OversightNext.reportEmpty }
  let query: ReportQuery
  let columns: [Column<ReportLine>]

  init(_ query: ReportQuery) {
    self.query = query
    columns = query.columns.enumerated().map { index, column in
      Column(
        column.title, width: max(column.width, min(column.title.cellWidth, 24)),
        alignment: column.alignment == .trailing ? .trailing : .leading
      ) { $0.cells[index].printed }
    }
  }

  func identity(of row: ReportLine) -> Int64 { row.identity }

  func page(
    _ request: TableRequest<ReportLine>, of table: TableQuery, _ records: borrowing Reading,
    _ context: Context
  ) throws -> [ReportLine] {
    try query.lines(
      request.page { $0.place }, limit: min(request.count, 1_000), records, context)
  }

  /// What a filter line of the table would mean is the filter row's: it is not offered here.
  func open(_ row: ReportLine) -> Step {
    .open(ListScreen(ReportFiguresList(query, row)))
  }

  func perform(_ command: Command, on rows: [ReportLine]) -> Step {
    switch command {
    case .chart:
      .open(ChartScreen(title) { [query] records, context in try query.charts(records, context) })
    case .compare:
      .open(
        ChartScreen(Phrases.OversightReports.compare) { [query] records, context in
          try query.comparison(records, context)
        })
    case .saveWorkbook: .open(saver(.workbook))
    case .savePDF: .open(saver(.pdf(SheetPaper(isAcross: true, repeating: 2))))
    }
  }

  private func saver(_ format: SheetFormat) -> ExportScreen {
    ExportScreen(
      title, file: SheetFormat.fileName(title, ending: format.ending)
    ) { [query] portal, path, progress in
      try ReportExport.write(query, as: format, to: path, portal, progress)
    }
  }
}

/// One line of a report, figure by figure; Enter goes to the rows behind a figure.
struct ReportFiguresList: ListDescription {
  struct Figure: Sendable {
    let place: Int
    let title: String
    let value: String
    let target: ReportQuery?
  }

  static let name = "oversight-figures"
  let title: String
  private let figures: [Figure]

  init(_ query: ReportQuery, _ line: ReportLine) {
    let columns = query.columns
    title = line.cells.first?.printed ?? query.report.name
    figures = line.cells.indices.map { index in
      Figure(
        place: index, title: columns[index].title, value: line.cells[index].printed,
        target: line.targets[index])
    }
  }

  let columns: [Column<Figure>] = [
    Column(Phrases.OversightReports.figure, width: 34, text: { $0.title }),
    Column(
      Phrases.OversightReports.value, text: { $0.target == nil ? $0.value : "\($0.value)  ←" }),
  ]

  func identity(of row: Figure) -> Int64 { Int64(row.place) }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [Figure] {
    try context.require(.viewOversight)
    return figures
  }

  func open(_ row: Figure) -> Step {
    row.target.map { .open(ListScreen(OversightReportList($0))) } ?? .none
  }
}
