import Persian
import Store
import TerminalKit
import Training
import UseCases

/// «اطلاعات پایه دستگاه»: the years of the agencies within reach (S5-1).
struct AgencyYearsList: PagedListDescription {
  enum Command: String, CommandSet {
    case add
    var help: String { AgencyYearLife.Action.create.name }
  }

  static let name = "agency-years"
  let role: Role
  let title = Phrases.Oversight.years
  var emptyText: String? {
    role == .liaison ? Phrases.OversightNext.yearsEmpty : Phrases.OversightNext.nothingYet
  }

  init(_ role: Role) { self.role = role }

  let columns: [Column<AgencyYearLine>] = [
    Column(
      Phrases.Oversight.year, width: 9, direction: .ltr,
      text: { Digits.persian($0.year.form.year) }),
    Column(Phrases.Oversight.agency, text: { $0.agencyName }),
    Column(
      Phrases.Oversight.budgetShort, width: 17, direction: .ltr,
      text: { $0.year.form.budget.amount.said }),
    Column(
      Phrases.Oversight.courseCountShort, width: 11, alignment: .centre,
      text: { $0.year.form.courseCount.said }),
    Column(Phrases.Oversight.state, width: 20, text: { $0.year.state.name }),
  ]

  func identity(of row: AgencyYearLine) -> Int64 { row.year.id.rawValue }

  func page(
    _ request: TableRequest<AgencyYearLine>, of query: TableQuery,
    _ records: borrowing Reading, _ context: Context
  ) throws -> [AgencyYearLine] {
    try context.require(.viewOversight)
    return try records.agencyYears(
      in: context.actor.oversightReach, matching: query.filter, page: request.page(\.year),
      limit: request.count)
  }

  func open(_ row: AgencyYearLine) -> Step {
    .open(RecordScreen(AgencyYearRecord(row.year.id, Phrases.Oversight.heading(row))))
  }

  func perform(_ command: Command, on rows: [AgencyYearLine]) -> Step {
    if let reason = reasonClosed(command, on: rows) { return .notice(reason, .warning) }
    return .open(FormScreen(AgencyYearForm(nil)))
  }

  func reasonClosed(_ command: Command, on rows: [AgencyYearLine]) -> String? {
    role == .liaison ? nil : Phrases.Learners.notYours(command.help)
  }
}

/// The base data of a year; «اطلاعات سه‌ماهه» stands beside them once they are there (S5-2a).
struct AgencyYearRecord: RecordDescription {
  static let name = "agency-year-record"
  let id: ID<AgencyYear>
  let title: String

  init(_ id: ID<AgencyYear>, _ title: String) {
    self.id = id
    self.title = title
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> RecordPage {
    guard let situation = try AgencyYearLife.situation(of: id, records, context),
      let line = try records.agencyYear(id, in: context.actor.oversightReach)
    else { throw Failure.forbidden }
    let year = line.year
    var facts: [RecordPage.Fact] = [
      .init(Phrases.Oversight.state, year.state.name, tone: .strong),
      .init(Phrases.Oversight.agency, line.agencyName),
      .init(Phrases.Oversight.year, Digits.persian(year.form.year)),
      .init(Phrases.Oversight.budget, year.form.budget.amount.said),
      .init(Phrases.Oversight.courseCount, year.form.courseCount.said),
      .init(Phrases.Oversight.calendar, year.calendar.name),
      .init(Phrases.Oversight.created, year.created.said),
    ]
    if !year.reason.isEmpty {
      facts.append(.init(Phrases.Oversight.reason, year.reason, tone: .warning))
    }
    facts += .next(Phrases.OversightNext.step(year.state, for: context.actor.role))
    return RecordPage(
      facts: facts,
      links: [
        .init(
          Phrases.Oversight.quarters, step: .open(ListScreen(AgencyQuartersList(id, title)))),
        .init(
          Phrases.Oversight.saveCalendar,
          step: OversightFiles.save(Phrases.Oversight.saveCalendar, year.calendar) {
            [id] records, context in
            try records.agencyYear(id, in: context.actor.oversightReach)?.year.calendar
          }),
      ],
      actions: AgencyYearLife.items(
        of: id, situation, context, name: { $0.name },
        fields: { $0 == .edit ? .open(FormScreen(AgencyYearForm(year))) : nil }),
      history: try records.past(of: "agency_year", id.rawValue))
  }
}

/// The form of «ایجاد»: year, budget, number of courses, the approved calendar (S5-1).
struct AgencyYearForm: FormDescription {
  struct Draft: Sendable {
    var year: Int
    var budget = Rial(0)
    var courseCount = 0
    var path = ""
  }

  static let name = "agency-year-form"
  let before: AgencyYear?
  var title: String {
    (before == nil ? AgencyYearLife.Action.create : AgencyYearLife.Action.edit).name
  }

  init(_ before: AgencyYear?) { self.before = before }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, Void) {
    try context.require(.viewOversight)
    guard let before else { return (Draft(year: context.today.year), ()) }
    return (
      Draft(
        year: before.form.year, budget: before.form.budget,
        courseCount: before.form.courseCount, path: AttachedFile.mark(before.calendar)), ()
    )
  }

  func fields(_ lists: Void) -> [Field<Draft>] {
    let year: Field<Draft> =
      before == nil
      ? .year(Phrases.Oversight.year, \.year)
      : .fixed(Phrases.Oversight.year) { Digits.persian($0.year) }
    return [
      year,
      .rials(Phrases.Oversight.budget, \.budget),
      .number(Phrases.Oversight.courseCount, \.courseCount, in: 0...100_000),
      .text(Phrases.Oversight.calendar, \.path, limit: 1_000, direction: .ltr)
        .hinted(Phrases.Oversight.calendarHint).expected(),
    ]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    let form = AgencyYear.Form(
      year: draft.year, budget: draft.budget, courseCount: draft.courseCount)
    return portal.read { [files = portal.files] _, context in
      try AttachedFile.named(
        draft.path, keeping: before?.calendar, .yearData, under: context.rules,
        from: .reach(files))
    }.flatMap { calendar in
      guard let before else {
        return portal.perform(CreateAgencyYear(form, calendar: calendar)).map { done in
          .open(
            RecordScreen(
              AgencyYearRecord(done.outcome, Phrases.Oversight.heading(draft.year))))
        }
      }
      return portal.perform(EditAgencyYear(before, form, calendar: calendar))
        .map { _ in .notice(Phrases.saved, .good) }
    }
  }
}

/// Files of the section, saved by whoever reaches their records.
enum OversightFiles {
  /// Asks where a file goes; it is read again when it is saved, within the reach of then.
  static func save(
    _ title: String, _ file: Attachment,
    from now:
      @escaping @Sendable (borrowing Reading, Context) throws -> Attachment?
  ) -> Step {
    .open(
      FormScreen(
        SaveForm(title, file: file.offeredName) { portal in
          portal.read { records, context in
            guard let file = try now(records, context),
              let digest = BlobDigest(hexadecimal: file.digest),
              let bytes = try records.blob(digest)
            else { throw Failure.forbidden }
            return bytes
          }
        }))
  }
}

extension Field {
  /// An amount of money, in digits of any family, grouped or not.
  static func rials(
    _ label: String, _ path: any WritableKeyPath<Draft, Rial> & Sendable
  ) -> Field {
    checked(label, path, limit: 24, direction: .ltr, show: { $0.amount.said }) {
      text throws(Training.Complaint) in try Rial(validating: text)
    }.wide(24)
  }
}
