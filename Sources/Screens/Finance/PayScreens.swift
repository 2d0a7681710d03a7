import Persian
import Store
import TerminalKit
import Training
import UseCases

/// The pay of every executive factor of a course; Enter shows how it comes about (S2-9.4).
struct PayList: ListDescription {
  enum Command: String, CommandSet {
    case edit, contract
    var help: String { self == .edit ? Phrases.Pay.edit : Phrases.Prints.contract }
  }

  struct Row: Sendable {
    let line: PayLine
    let duty: String
  }

  static let name = "pay"
  let request: ID<CourseRequest>
  let course: String
  var title: String { "\(Phrases.Pay.title): \(course)" }

  init(_ request: ID<CourseRequest>, _ course: String) {
    self.request = request
    self.course = course
  }

  let columns: [Column<Row>] = [
    Column(Phrases.Factors.duty, width: 9, text: { $0.duty }),
    Column(
      Phrases.Factors.fullName, tone: { $0.line.findings.allow ? .body : .warning },
      text: { ($0.line.findings.allow ? "" : "! ") + $0.line.factor.fullName }),
    Column(Phrases.Pay.basis, width: 12, text: { $0.line.basis.name }),
    Column(
      Phrases.Pay.hours, width: 7, direction: .ltr, text: { HourMinute.text($0.line.minutes) }),
    Column(
      Phrases.Pay.rate, width: 12, alignment: .trailing,
      sortedBy: { .number($0.line.rate.amount) }, text: { $0.line.rate.amount.said }),
    Column(
      Phrases.Pay.net, width: 14, alignment: .trailing,
      sortedBy: { .number($0.line.net.amount) }, text: { $0.line.net.amount.said }),
  ]

  func identity(of row: Row) -> Int64 { row.line.factor.id.rawValue }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [Row] {
    guard let situation = try FinancialLife.situation(of: request, records, context) else {
      throw Failure.forbidden
    }
    let titles = try records.items(of: "factor-role")
    return situation.facts.pay.map { Row(line: $0, duty: $0.factor.title(among: titles)) }
  }

  func open(_ row: Row) -> Step { .open(RecordScreen(PayRecord(row.line.factor, request))) }

  func perform(_ command: Command, on rows: [Row]) -> Step {
    if let reason = reasonClosed(command, on: rows) { return .notice(reason, .warning) }
    guard let row = rows.first else { return .none }
    return command == .edit
      ? .open(FormScreen(PayForm(row.line)))
      : .open(LetterScreen(ContractPaper(row.line.factor, request, row.line.pay.contract)))
  }

  func reasonClosed(_ command: Command, on rows: [Row]) -> String? {
    guard let row = rows.first else { return Phrases.chooseRowFirst }
    return command == .contract && row.line.basis != .agreed ? Phrases.Pay.noContract : nil
  }
}

/// The pay of one factor, figure by figure, each with the rows or the formula behind it (S2-9.4).
struct PayRecord: RecordDescription {
  static let name = "pay-record"
  let factor: ID<Factor>
  let request: ID<CourseRequest>
  let title: String

  init(_ factor: Factor, _ request: ID<CourseRequest>) {
    self.factor = factor.id
    self.request = request
    title = Phrases.Pay.heading(factor.fullName)
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> RecordPage {
    guard let situation = try FinancialLife.situation(of: request, records, context),
      let line = situation.facts.pay.first(where: { $0.factor.id == factor })
    else { throw Failure.forbidden }
    var links: [RecordPage.Item] = [
      .init(
        Phrases.Pay.sessions(line.worked.count),
        step: .open(ListScreen(WorkedSessionsList(line, request))))
    ]
    if line.basis == .agreed {
      links.append(
        .init(
          Phrases.Prints.contract,
          step: .open(LetterScreen(ContractPaper(line.factor, request, line.pay.contract))),
          findings: AgreedPay().findings(in: line)))
    }
    let closed = try FinancialLife.situation(of: request, records, context)?.choices(context)
      .first { $0.action == .edit }?.findings
    return RecordPage(
      facts: Self.facts(line, context.rules), links: links,
      actions: closed.map {
        [.init(Phrases.Pay.edit, step: .open(FormScreen(PayForm(line))), findings: $0)]
      } ?? [],
      history: try records.past(of: "factor_pay", factor.rawValue))
  }

  static func facts(_ line: PayLine, _ rules: Rules) -> [RecordPage.Fact] {
    let pay = line.pay
    var facts: [RecordPage.Fact] = [
      .init(Phrases.Pay.basis, line.basis.name, tone: .strong)
    ]
    if line.basis == .agreed {
      facts += [
        .init(Phrases.Pay.agreed, Phrases.Pay.rials(pay.agreed)),
        .init(Phrases.Pay.contract, Phrases.CourseFiles.said(pay.contract)),
      ]
    } else {
      facts += [
        .init(Phrases.Pay.job, Phrases.Pay.rials(pay.job)),
        .init(Phrases.Pay.incumbent, Phrases.Pay.rials(pay.incumbent)),
        .init(Phrases.Pay.management, Phrases.Pay.rials(pay.management)),
        .init(
          Phrases.Pay.professional,
          Phrases.Pay.professional(pay.professional, isInJob: pay.isProfessionalInJob)),
        .init(Phrases.Pay.slip, pay.hasSlip ? Phrases.yes : Phrases.no),
        .init(
          Phrases.Pay.rate,
          Phrases.Pay.formula(
            line.rate, base: pay.base,
            times: line.basis == .instructor ? rules.payInstructorFactor : Fraction(1),
            divisor: rules.payDivisor)),
      ]
    }
    facts += [
      .init(
        Phrases.Pay.hours,
        Phrases.Pay.hours(
          line.minutes, sessions: line.hasRecordedHours ? nil : line.worked.count)),
      .init(Phrases.Pay.gross, Phrases.Pay.gross(line.gross, line.minutes, line.rate)),
      .init(Phrases.Pay.tax, Phrases.Pay.deduction(line.tax, rules.payTax)),
      .init(Phrases.Pay.insurance, Phrases.Pay.deduction(line.insurance, rules.payInsurance)),
      .init(Phrases.Pay.net, Phrases.Pay.rials(line.net), tone: .strong),
      .init(Phrases.Pay.rounding, Phrases.Pay.roundingRule),
    ]
    return facts
      + line.findings.map {
        .init(
          Phrases.Plan.warning, $0.sentence, tone: $0.severity == .refusal ? .bad : .warning)
      }
  }
}

/// The sessions from which a factor's hours are counted, and those that are not counted.
struct WorkedSessionsList: ListDescription {
  struct Row: Sendable {
    let held: HeldSession
    let isCounted: Bool
    let isPast: Bool
  }

  static let name = "worked-sessions"
  let factor: ID<Factor>
  let request: ID<CourseRequest>
  let title: String

  init(_ line: PayLine, _ request: ID<CourseRequest>) {
    factor = line.factor.id
    self.request = request
    title = Phrases.Pay.sessionsOf(line.factor.fullName)
  }

  let columns: [Column<Row>] = [
    Column(
      Phrases.Programme.day, width: 10, direction: .ltr, text: { $0.held.session.day.said }),
    Column(Phrases.Programme.time, width: 15, text: { $0.held.session.span.said }),
    Column(Phrases.Classes.name, text: { $0.held.className }),
    Column(Phrases.Pay.present, width: 7, alignment: .centre, text: { $0.held.present.said }),
    Column(Phrases.Pay.absent, width: 7, alignment: .centre, text: { $0.held.absent.said }),
    Column(
      Phrases.Pay.counted, width: 16, tone: { $0.isCounted ? .body : .warning },
      text: { row in
        if row.isCounted { return HourMinute.text(row.held.session.span.minutes) }
        return row.isPast ? Phrases.Pay.notMarked : Phrases.Pay.notHeld
      }),
  ]

  func identity(of row: Row) -> Int64 { row.held.session.id.rawValue }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [Row] {
    guard let situation = try FinancialLife.situation(of: request, records, context),
      let line = situation.facts.pay.first(where: { $0.factor.id == factor })
    else { throw Failure.forbidden }
    return line.sessions.map { held in
      Row(
        held: held, isCounted: line.worked.contains(held),
        isPast: held.session.day <= context.today)
    }
  }

  func open(_ row: Row) -> Step {
    .open(
      AttendanceScreen(
        trainingClass: row.held.session.trainingClass, session: row.held.session.id))
  }
}

/// What decree and pay slip of a factor say, or what was agreed on.
struct PayForm: FormDescription {
  struct Draft: Sendable {
    var job, incumbent, management, professional, agreed: Int
    var isInJob: Bool?
    var hasSlip: Bool?
    var number: String
    var day: JalaliDate?
  }

  static let name = "pay-form"
  let line: PayLine
  var title: String { Phrases.Pay.heading(line.factor.fullName) }

  init(_ line: PayLine) { self.line = line }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, Context) {
    try context.require(.editCourseFile)
    let pay = line.pay
    let draft = Draft(
      job: pay.job.amount, incumbent: pay.incumbent.amount, management: pay.management.amount,
      professional: pay.professional.amount, agreed: pay.agreed.amount,
      isInJob: pay.isProfessionalInJob, hasSlip: pay.hasSlip, number: pay.contract.number,
      day: pay.contract.day)
    return (draft, context)
  }

  func fields(_ context: Context) -> [Field<Draft>] {
    let range = 0...1_000_000_000_000_000
    guard line.basis != .agreed else {
      return [
        .number(Phrases.Pay.agreed, \.agreed, in: range).wide(20).hinted(Phrases.Pay.agreedHint),
        .text(Phrases.Pay.contractNumber, \.number, limit: 30).wide(20),
        .day(Phrases.Pay.contractDay, \.day, today: context.today),
      ]
    }
    let answers = [(true, Phrases.yes), (false, Phrases.no)]
    return [
      .number(Phrases.Pay.job, \.job, in: range).wide(20),
      .number(Phrases.Pay.incumbent, \.incumbent, in: range).wide(20),
      .number(Phrases.Pay.management, \.management, in: range).wide(20),
      .number(Phrases.Pay.professional, \.professional, in: range).wide(20)
        .hinted(Phrases.Pay.professionalHint),
      .pick(Phrases.Pay.inJob, \.isInJob, among: answers),
      .pick(Phrases.Pay.slip, \.hasSlip, among: answers).hinted(Phrases.Pay.slipHint),
    ]
  }

  private func pay(_ draft: Draft) -> FactorPay {
    FactorPay(
      factor: line.factor.id, job: Rial(draft.job), incumbent: Rial(draft.incumbent),
      management: Rial(draft.management), professional: Rial(draft.professional),
      isProfessionalInJob: draft.isInJob ?? false, hasSlip: draft.hasSlip ?? false,
      agreed: Rial(draft.agreed),
      contract: LetterMark(number: Normalizer.line(draft.number), day: draft.day))
  }

  func remarks(
    _ draft: Draft, _ records: borrowing Reading, _ context: Context
  ) throws -> [FormRemark] {
    let now = line.with(pay(draft), on: context.today, under: context.rules)
    return [FormRemark(Phrases.Pay.result(now), tone: .body)]
      + now.findings.map(FormRemark.init)
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    portal.perform(PutFactorPay(before: line.pay, after: pay(draft)))
      .map { _ in .notice(Phrases.saved, .good) }
  }
}
