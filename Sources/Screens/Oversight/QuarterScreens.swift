import Persian
import Store
import TerminalKit
import Training
import UseCases

/// «اطلاعات سه‌ماهه»: the four quarters of a year with their deadlines (S5-2a, S5-2b).
struct AgencyQuartersList: ListDescription {
  struct Row: Sendable {
    let line: AgencyQuarterLine
    let state: AgencyQuarterLife.State
    let due: JalaliDate
    /// Days left; nil once it is sent.
    let left: Int?
  }

  static let name = "agency-quarters"
  let year: ID<AgencyYear>
  let title: String

  init(_ year: ID<AgencyYear>, _ heading: String) {
    self.year = year
    title = "\(Phrases.Oversight.quarters) — \(heading)"
  }

  let columns: [Column<Row>] = [
    Column(
      Phrases.Oversight.quarter, text: { Phrases.Oversight.name(of: $0.line.quarter.quarter) }),
    Column(
      Phrases.Oversight.deadline, width: 11, direction: .ltr,
      tone: { ($0.left ?? 0) < 0 ? .warning : .body }, text: { $0.due.said }),
    Column(
      Phrases.Oversight.left, width: 16, tone: { ($0.left ?? 0) < 0 ? .warning : .body },
      text: { $0.left.map { Phrases.Radar.left($0) } ?? Phrases.Oversight.noReport }),
    Column(
      Phrases.Oversight.spentShort, width: 16, direction: .ltr,
      text: {
        $0.line.quarter.filled == nil
          ? Phrases.Oversight.noReport : $0.line.quarter.figures.spent.amount.said
      }),
    Column(Phrases.Oversight.state, width: 12, text: { $0.state.name }),
  ]

  func identity(of row: Row) -> Int64 { row.line.quarter.id.rawValue }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [Row] {
    try context.require(.viewOversight)
    return try records.agencyQuarters(of: year, in: context.actor.oversightReach).map { line in
      let state = line.state(on: context.today, under: context.rules)
      let due = line.quarter.due(under: context.rules)
      return Row(
        line: line, state: state, due: due,
        left: state == .sent ? nil : context.today.days(to: due))
    }
  }

  func open(_ row: Row) -> Step {
    .open(RecordScreen(AgencyQuarterRecord(row.line)))
  }
}

/// A quarter: its figures, its deadline, and what SM-19 lets the role do.
struct AgencyQuarterRecord: RecordDescription {
  static let name = "agency-quarter-record"
  let id: ID<AgencyQuarter>
  let title: String

  init(_ line: AgencyQuarterLine) {
    id = line.quarter.id
    title = "\(Phrases.Oversight.quarterOf(line.quarter.quarter)) — \(line.agencyName)"
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> RecordPage {
    guard let situation = try AgencyQuarterLife.situation(of: id, records, context) else {
      throw Failure.forbidden
    }
    let quarter = situation.facts.quarter
    return RecordPage(
      facts: Self.facts(quarter, situation)
        + .next(
          Phrases.OversightNext.step(
            situation.state, isAsked: !quarter.asked.isEmpty, for: context.actor.role)),
      actions: AgencyQuarterLife.items(
        of: id, situation, context, name: { $0.name },
        fields: { action in
          switch action {
          case .update: .open(FormScreen(AgencyQuarterForm(quarter)))
          case .extend: .open(FormScreen(QuarterExtensionForm(quarter)))
          case .ask:
            Self.ask(action, situation) { portal, reason in
              portal.perform(AskExtension(quarter.id), reason: reason).map { _ in () }
            }
          case .decline:
            Self.ask(action, situation) { portal, reason in
              portal.perform(DeclineExtension(quarter.id), reason: reason).map { _ in () }
            }
          case .confirm: nil
          }
        }),
      history: try records.past(of: "agency_quarter", id.rawValue))
  }

  /// Asks for the reason that the other side reads.
  private static func ask(
    _ action: AgencyQuarterLife.Action, _ situation: Situation<AgencyQuarterLife>,
    _ work: @escaping @Sendable (Portal, _ reason: String) -> Result<Void, Failure>
  ) -> Step {
    .open(
      AskScreen(
        Phrases.Record.question(action.name, situation.subject), yes: action.name, asksReason: true
      ) { portal, reason in
        work(portal, Normalizer.line(reason))
          .map { .notice(Phrases.Record.done(action.name), .good) }
      })
  }

  private static func facts(
    _ quarter: AgencyQuarter, _ situation: Situation<AgencyQuarterLife>
  ) -> [RecordPage.Fact] {
    let (figures, isLate) = (quarter.figures, situation.state == .overdue)
    var facts: [RecordPage.Fact] = [
      .init(
        Phrases.Oversight.state, situation.state.name, tone: isLate ? .warning : .strong),
      .init(
        Phrases.Oversight.deadline, situation.facts.due.said, tone: isLate ? .warning : .body),
    ]
    if let extended = quarter.extended {
      facts.append(.init(Phrases.Oversight.extended, extended.said))
    }
    if !quarter.reason.isEmpty {
      facts.append(.init(Phrases.Oversight.extensionReason, quarter.reason))
    }
    if !quarter.asked.isEmpty {
      facts.append(.init(Phrases.Oversight.extensionAsked, quarter.asked, tone: .warning))
    }
    if !quarter.declined.isEmpty {
      facts.append(.init(Phrases.Oversight.extensionDeclined, quarter.declined, tone: .warning))
    }
    facts.append(
      .init(Phrases.Oversight.filled, quarter.filled?.said ?? Phrases.Oversight.notFilled))
    guard quarter.filled != nil else { return facts }
    return facts + [
      .init(Phrases.Oversight.spent, figures.spent.amount.said),
      .init(Phrases.Oversight.managers, Phrases.Oversight.group(figures.managers)),
      .init(Phrases.Oversight.staff, Phrases.Oversight.group(figures.staff)),
    ]
  }
}

/// «بروزرسانی»: the figures of a quarter (S5-2d).
struct AgencyQuarterForm: FormDescription {
  struct Draft: Sendable {
    var figures: QuarterFigures
  }

  static let name = "agency-quarter-form"
  let before: AgencyQuarter
  var title: String {
    "\(AgencyQuarterLife.Action.update.name) — \(Phrases.Oversight.quarterOf(before.quarter))"
  }

  init(_ before: AgencyQuarter) { self.before = before }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, Void) {
    try context.require(.viewOversight)
    return (Draft(figures: before.figures), ())
  }

  func fields(_ lists: Void) -> [Field<Draft>] {
    let people = 0...1_000_000
    let hours = 0...1_000_000_000
    return [
      .rials(Phrases.Oversight.spent, \.figures.spent),
      .number(Phrases.Oversight.managersCount, \.figures.managers.count, in: people),
      .number(Phrases.Oversight.managersTrained, \.figures.managers.trained, in: people),
      .number(Phrases.Oversight.managersHours, \.figures.managers.personHours, in: hours),
      .number(Phrases.Oversight.staffCount, \.figures.staff.count, in: people),
      .number(Phrases.Oversight.staffTrained, \.figures.staff.trained, in: people),
      .number(Phrases.Oversight.staffHours, \.figures.staff.personHours, in: hours),
    ]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    portal.perform(UpdateQuarter(before, draft.figures)).map { _ in
      draft.figures == QuarterFigures()
        ? .notice(Phrases.OversightNext.quarterAllZero, .warning)
        : .notice(Phrases.OversightNext.quarterSaved, .good)
    }
  }
}

/// «تمدید / بازگشایی»: a later day for a quarter, with the reason (S5-2c).
struct QuarterExtensionForm: FormDescription {
  struct Draft: Sendable {
    var until: JalaliDate?
    var reason = ""
  }

  static let name = "quarter-extension"
  let quarter: AgencyQuarter
  let title = AgencyQuarterLife.Action.extend.name

  init(_ quarter: AgencyQuarter) { self.quarter = quarter }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, JalaliDate) {
    try context.require(.editAgencies)
    return (Draft(until: context.today.adding(days: 10)), context.today)
  }

  func fields(_ today: JalaliDate) -> [Field<Draft>] {
    [
      .day(Phrases.Oversight.extendTo, \.until, today: today).required(),
      .text(Phrases.Oversight.extensionReason, \.reason, limit: 200).required(),
    ]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    guard let until = draft.until else { return .failure(.complaint(field: "until", .empty)) }
    return portal.perform(
      ExtendQuarter(quarter.id, until: until), reason: Normalizer.line(draft.reason)
    ).map { _ in .notice(Phrases.saved, .good) }
  }
}
