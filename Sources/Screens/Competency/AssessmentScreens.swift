import Persian
import Store
import TerminalKit
import Training
import UseCases

/// «دوره‌های سنجش»: the years of assessment with their windows (S1-1c).
struct PeriodsList: ListDescription {
  enum Command: String, CommandSet {
    case add
    var help: String { Phrases.Competency.addPeriod }
  }

  struct Row: Sendable {
    let period: AssessmentPeriod
    let unitName: String
  }

  static let name = "assessment-periods"
  let title = Phrases.Competency.periods

  let columns: [Column<Row>] = [
    Column(Phrases.Competency.titleOfPeriod, text: { $0.period.title }),
    Column(
      Phrases.Competency.year, width: 8, direction: .ltr,
      text: { Digits.persian(String($0.period.year)) }),
    Column(
      Phrases.Competency.window, width: 24, tone: { $0.period.window == nil ? .warning : .body },
      text: { Phrases.Competency.window($0.period) }),
    Column(Phrases.Competency.unit, width: 20, text: { $0.unitName }),
  ]

  func identity(of row: Row) -> Int64 { row.period.id.rawValue }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [Row] {
    try context.require(.editAssessments)
    return try records.periods(for: context.actor.scope).map {
      Row(period: $0, unitName: try records.unit($0.unit)?.name ?? "")
    }
  }

  func open(_ row: Row) -> Step { .open(FormScreen(PeriodForm(before: row.period))) }

  func perform(_ command: Command, on rows: [Row]) -> Step {
    .open(FormScreen(PeriodForm(before: nil)))
  }
}

/// A period of assessment: new, or changed.
struct PeriodForm: FormDescription {
  struct Draft: Sendable {
    var title: String
    var year: Int
    var from: JalaliDate?
    var to: JalaliDate?
    var unit: ID<Unit>
  }

  static let name = "assessment-period"
  let before: AssessmentPeriod?
  var title: String { before?.title ?? Phrases.Competency.addPeriod }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, JalaliDate) {
    try context.require(.editAssessments)
    let year = context.today.year
    return (
      Draft(
        title: before?.title ?? Phrases.Competency.title(ofYear: year), year: before?.year ?? year,
        from: before?.from, to: before?.to, unit: before?.unit ?? context.actor.unit),
      context.today
    )
  }

  func fields(_ today: JalaliDate) -> [Field<Draft>] {
    [
      .text(Phrases.Competency.titleOfPeriod, \.title, limit: 80).required(),
      .number(Phrases.Competency.year, \.year, in: 1400...1500),
      .day(Phrases.Competency.from, \.from, today: today).hinted(Phrases.Competency.windowHint),
      .day(Phrases.Competency.to, \.to, today: today).hinted(Phrases.Competency.windowHint),
    ]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    let period = AssessmentPeriod(
      id: before?.id ?? ID(rawValue: 0), unit: draft.unit, title: Normalizer.line(draft.title),
      year: draft.year, from: draft.from, to: draft.to)
    return portal.perform(SetAssessmentPeriod(period, before: before))
      .map { _ in .notice(Phrases.saved, .good) }
  }
}

/// «کانون‌های ارزیابی» that assess for the office (S1-1c).
struct CentresList: ListDescription {
  enum Command: String, CommandSet {
    case add
    var help: String { Phrases.Competency.addCentre }
  }

  struct Row: Sendable {
    let centre: AssessmentCentre
    let unitName: String
  }

  static let name = "assessment-centres"
  let title = Phrases.Competency.centres

  let columns: [Column<Row>] = [
    Column(Phrases.Competency.centre, text: { $0.centre.name }),
    Column(
      Phrases.Competency.approved, width: 12, tone: { $0.centre.isApproved ? .good : .warning },
      text: { $0.centre.isApproved ? Phrases.yes : Phrases.no }),
    Column(Phrases.Competency.unit, width: 24, text: { $0.unitName }),
  ]

  func identity(of row: Row) -> Int64 { row.centre.id.rawValue }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [Row] {
    try context.require(.editAssessments)
    return try records.centres(for: context.actor.scope).map {
      Row(centre: $0, unitName: try records.unit($0.unit)?.name ?? "")
    }
  }

  func open(_ row: Row) -> Step { .open(FormScreen(CentreForm(before: row.centre))) }

  func perform(_ command: Command, on rows: [Row]) -> Step {
    .open(FormScreen(CentreForm(before: nil)))
  }
}

/// An assessment centre: new, or changed.
struct CentreForm: FormDescription {
  struct Draft: Sendable {
    var name: String
    var isApproved: Bool?
    var unit: ID<Unit>
  }

  static let name = "assessment-centre"
  let before: AssessmentCentre?
  var title: String { before?.name ?? Phrases.Competency.addCentre }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, Void) {
    try context.require(.editAssessments)
    return (
      Draft(
        name: before?.name ?? "", isApproved: before?.isApproved ?? true,
        unit: before?.unit ?? context.actor.unit), ()
    )
  }

  func fields(_ lists: Void) -> [Field<Draft>] {
    [
      .text(Phrases.Competency.centre, \.name, limit: 80).required(),
      .pick(
        Phrases.Competency.approved, \.isApproved,
        among: [(true, Phrases.yes), (false, Phrases.no)]),
    ]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    let centre = AssessmentCentre(
      id: before?.id ?? ID(rawValue: 0), unit: draft.unit, name: Normalizer.line(draft.name),
      isApproved: draft.isApproved ?? true)
    return portal.perform(SetAssessmentCentre(centre, before: before))
      .map { _ in .notice(Phrases.saved, .good) }
  }
}
