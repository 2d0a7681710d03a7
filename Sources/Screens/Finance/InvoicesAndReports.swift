import Persian
import Store
import TerminalKit
import Training
import UseCases

/// The bills of a course (S2-9.3).
struct InvoicesList: ListDescription {
  enum Command: String, CommandSet {
    case add, remove
    var help: String { self == .add ? Phrases.Invoices.add : Phrases.Invoices.remove }
  }

  static let name = "invoices"
  let request: ID<CourseRequest>
  let course: String
  var title: String { "\(Phrases.Invoices.title): \(course)" }

  init(_ request: ID<CourseRequest>, _ course: String) {
    self.request = request
    self.course = course
  }

  let columns: [Column<Invoice>] = [
    Column(Phrases.Invoices.number, width: 12, text: { $0.number }),
    Column(Phrases.Programme.day, width: 10, direction: .ltr, text: { $0.day.said }),
    Column(Phrases.Invoices.subject, text: { $0.title }),
    Column(
      Phrases.Invoices.amount, width: 16, alignment: .trailing,
      sortedBy: { .number($0.amount.amount) }, text: { $0.amount.amount.said }),
  ]

  func identity(of row: Invoice) -> Int64 { row.id.rawValue }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [Invoice] {
    guard try FinancialLife.situation(of: request, records, context) != nil else {
      throw Failure.forbidden
    }
    return try records.invoices(of: request)
  }

  func open(_ row: Invoice) -> Step { .open(FormScreen(InvoiceForm(request, row))) }

  func perform(_ command: Command, on rows: [Invoice]) -> Step {
    switch (command, rows.first) {
    case (.add, _): .open(FormScreen(InvoiceForm(request, nil)))
    case (.remove, let row?):
      .open(
        AskScreen(Phrases.Plan.removeQuestion(row.title), yes: Phrases.Invoices.remove) {
          portal, _ in
          portal.perform(RemoveInvoice(row.id)).map { _ in .notice(Phrases.saved, .good) }
        })
    case (.remove, nil): .notice(Phrases.chooseRowFirst, .warning)
    }
  }
}

/// A bill: number, day, what for, how much.
struct InvoiceForm: FormDescription {
  struct Draft: Sendable {
    var number = ""
    var day: JalaliDate?
    var title = ""
    var amount = 0
  }

  static let name = "invoice"
  let request: ID<CourseRequest>
  let before: Invoice?
  let title = Phrases.Invoices.add

  init(_ request: ID<CourseRequest>, _ before: Invoice?) {
    self.request = request
    self.before = before
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, JalaliDate) {
    try context.require(.editCourseFile)
    let draft = before.map {
      Draft(number: $0.number, day: $0.day, title: $0.title, amount: $0.amount.amount)
    }
    return (draft ?? Draft(day: context.today), context.today)
  }

  func fields(_ today: JalaliDate) -> [Field<Draft>] {
    [
      .text(Phrases.Invoices.number, \.number, limit: 30).required().wide(20),
      .day(Phrases.Programme.day, \.day, today: today).required(),
      .text(Phrases.Invoices.subject, \.title, limit: 120).required(),
      .number(Phrases.Invoices.amount, \.amount, in: 1...1_000_000_000_000_000).wide(20),
    ]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    guard let day = draft.day else { return .failure(.complaint(field: "day", .empty)) }
    let invoice = Invoice(
      id: ID(rawValue: 0), request: request, number: Normalizer.line(draft.number), day: day,
      title: Normalizer.line(draft.title), amount: Rial(draft.amount))
    return portal.perform(PutInvoice(invoice, before: before))
      .map { _ in .notice(Phrases.saved, .good) }
  }
}

/// A day of a course: its sessions, who was there, and what the manager wrote.
struct CourseDay: Sendable {
  let day: JalaliDate
  let sessions: [HeldSession]
  let report: DailyReport?

  var present: Int { sessions.reduce(0) { $0 + $1.present } }
  var absent: Int { sessions.reduce(0) { $0 + $1.absent } }

  /// Every day with a session or a report, in order.
  static func all(
    of request: ID<CourseRequest>, _ records: borrowing Reading
  ) throws -> [CourseDay] {
    let sessions = Dictionary(grouping: try records.heldSessions(of: request)) { $0.session.day }
    let reports = try records.dailyReports(of: request)
    let days = Set(sessions.keys).union(reports.map(\.day))
    return days.sorted().map { day in
      CourseDay(
        day: day, sessions: sessions[day] ?? [], report: reports.first { $0.day == day })
    }
  }
}

/// «گزارش روزانه»: the days of a course with their sessions and what was written about them
/// (S2-9.3).
struct DailyReportsList: ListDescription {
  enum Command: String, CommandSet {
    case print
    var help: String { Phrases.Prints.dailyReport }
  }

  static let name = "daily-reports"
  let request: ID<CourseRequest>
  let course: String
  var title: String { "\(Phrases.Reports.title): \(course)" }

  init(_ request: ID<CourseRequest>, _ course: String) {
    self.request = request
    self.course = course
  }

  let columns: [Column<CourseDay>] = [
    Column(Phrases.Programme.day, width: 10, direction: .ltr, text: { $0.day.said }),
    Column(Phrases.Programme.weekday, width: 9, text: { $0.day.weekday.name }),
    Column(
      Phrases.Reports.sessions, width: 6, alignment: .centre, text: { $0.sessions.count.said }),
    Column(Phrases.Pay.present, width: 6, alignment: .centre, text: { $0.present.said }),
    Column(Phrases.Pay.absent, width: 6, alignment: .centre, text: { $0.absent.said }),
    Column(
      Phrases.Reports.text, tone: { $0.report == nil ? .dimmed : .body },
      text: { $0.report?.text ?? Phrases.Reports.none }),
    Column(
      Phrases.Reports.cost, width: 14, alignment: .trailing,
      text: { $0.report.map { $0.cost.amount.said } ?? "" }),
  ]

  func identity(of row: CourseDay) -> Int64 { Int64(row.day.dayNumber) }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [CourseDay] {
    guard try FinancialLife.situation(of: request, records, context) != nil else {
      throw Failure.forbidden
    }
    return try CourseDay.all(of: request, records)
  }

  func open(_ row: CourseDay) -> Step { .open(FormScreen(DailyReportForm(request, row))) }

  func perform(_ command: Command, on rows: [CourseDay]) -> Step {
    .open(LetterScreen(DailyReportPaper(request)))
  }
}

/// What is written about a day of a course.
struct DailyReportForm: FormDescription {
  struct Draft: Sendable {
    var text: String
    var cost: Int
  }

  static let name = "daily-report"
  let request: ID<CourseRequest>
  let day: CourseDay
  var title: String { "\(Phrases.Reports.title) \(day.day.said)" }

  init(_ request: ID<CourseRequest>, _ day: CourseDay) {
    self.request = request
    self.day = day
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, Void) {
    try context.require(.editCourseFile)
    return (Draft(text: day.report?.text ?? "", cost: day.report?.cost.amount ?? 0), ())
  }

  func fields(_ lists: Void) -> [Field<Draft>] {
    [
      .text(Phrases.Reports.text, \.text, limit: 500).required().hinted(Phrases.Reports.hint),
      .number(Phrases.Reports.cost, \.cost, in: 0...1_000_000_000_000_000).wide(20),
    ]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    let report = DailyReport(
      id: ID(rawValue: 0), request: request, day: day.day, text: Normalizer.line(draft.text),
      cost: Rial(draft.cost))
    return portal.perform(PutDailyReport(report, before: day.report))
      .map { _ in .notice(Phrases.saved, .good) }
  }
}
