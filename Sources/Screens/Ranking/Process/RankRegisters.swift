import Persian
import Store
import TerminalKit
import Training
import UseCases

/// «دوره‌های رتبه‌بندی»: when requests of a phase are taken (S4-7g).
struct RankingRoundsList: ListDescription {
  enum Command: String, CommandSet {
    case add
    var help: String { Phrases.Ranking.addRound }
  }

  static let name = "ranking-rounds"
  let role: Role
  let title = Phrases.Ranking.rounds

  init(_ role: Role) { self.role = role }

  let columns: [Column<RankingRound>] = [
    Column(Phrases.Ranking.round, text: { $0.title }),
    Column(Phrases.Ranking.whose, width: 14, text: { $0.kind.people }),
    Column(Phrases.Ranking.phase, width: 16, text: { $0.phase.name }),
    Column(Phrases.Ranking.from, width: 11, direction: .ltr, text: { $0.from.said }),
    Column(Phrases.Ranking.to, width: 11, direction: .ltr, text: { $0.to.said }),
  ]

  var emptyText: String? { Phrases.Ranking.Empty.rounds }
  func identity(of row: RankingRound) -> Int64 { row.id.rawValue }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [RankingRound] {
    guard
      context.actor.role == .learner || Permission.editRounds.isHeld(by: context.actor.role)
        || Permission.viewRankings.isHeld(by: context.actor.role)
    else { throw Failure.forbidden }
    return try records.rankingRounds()
  }

  func open(_ row: RankingRound) -> Step {
    Permission.editRounds.isHeld(by: role) ? .open(FormScreen(RankingRoundForm(row))) : .none
  }

  func perform(_ command: Command, on rows: [RankingRound]) -> Step {
    if let reason = reasonClosed(command, on: rows) { return .notice(reason, .warning) }
    return .open(FormScreen(RankingRoundForm(nil)))
  }

  func reasonClosed(_ command: Command, on rows: [RankingRound]) -> String? {
    Permission.editRounds.isHeld(by: role) ? nil : Phrases.Learners.notYours(command.help)
  }
}

/// A round: whose, which phase, from when to when.
struct RankingRoundForm: FormDescription {
  struct Draft: Sendable {
    var title = ""
    var kind: RankingKind? = .teachers
    var phase: RankingPhase? = .promotion
    var from: JalaliDate?
    var to: JalaliDate?
  }

  static let name = "ranking-round"
  let before: RankingRound?
  let title = Phrases.Ranking.addRound

  init(_ before: RankingRound?) { self.before = before }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, JalaliDate) {
    try context.require(.editRounds)
    guard let before else { return (Draft(from: context.today), context.today) }
    return (
      Draft(
        title: before.title, kind: before.kind, phase: before.phase, from: before.from,
        to: before.to), context.today
    )
  }

  func fields(_ today: JalaliDate) -> [Field<Draft>] {
    [
      .text(Phrases.Ranking.round, \.title, limit: 100).required(),
      .pick(
        Phrases.Ranking.whose, \.kind, among: RankingKind.allCases.map { ($0, $0.name) }
      ).required(),
      .pick(
        Phrases.Ranking.phase, \.phase, among: RankingPhase.allCases.map { ($0, $0.name) }
      ).required(),
      .day(Phrases.Ranking.from, \.from, today: today).required(),
      .day(Phrases.Ranking.to, \.to, today: today).required(),
    ]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    guard let from = draft.from, let to = draft.to else {
      return .failure(.complaint(field: "from", .empty))
    }
    let round = RankingRound(
      id: before?.id ?? ID(rawValue: 0), title: Normalizer.line(draft.title),
      kind: draft.kind ?? .teachers, phase: draft.phase ?? .promotion, from: from, to: to)
    return portal.perform(SetRankingRound(round, before: before))
      .map { _ in .notice(Phrases.saved, .good) }
  }
}

/// A small register that the centre or the ministry keeps: assessors, instruments, institutes,
/// required sources, allowances.
struct RankRegister: ListDescription {
  enum Command: String, CommandSet {
    case add
    var help: String { Phrases.Ranking.add }
  }

  enum Kind: CaseIterable, Sendable { case assessors, tools, institutions, required, allowances }

  struct Row: Sendable {
    let id: Int64
    let title: String
    let detail: String
    let state: String
    let isGood: Bool
    let form: RankRegisterForm.Entry
  }

  static let name = "rank-register"
  let kind: Kind
  var title: String { kind.title }

  init(_ kind: Kind) { self.kind = kind }

  let columns: [Column<Row>] = [
    Column(Phrases.Ranking.subject, text: { $0.title }),
    Column(Phrases.Ranking.detail, width: 24, text: { $0.detail }),
    Column(
      Phrases.Ranking.state, width: 22, tone: { $0.isGood ? .good : .warning },
      text: { $0.state }),
  ]

  func identity(of row: Row) -> Int64 { row.id }

  static func permission(_ kind: Kind) -> Permission {
    kind == .required || kind == .allowances ? .editRounds : .editQuality
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [Row] {
    try context.require(Self.permission(kind))
    switch kind {
    case .assessors:
      return try records.assessors().map {
        Row(
          id: $0.assessor.id.rawValue, title: $0.name.inFull, detail: Digits.persian($0.code),
          state: Phrases.Ranking.approval($0.assessor.isApproved, $0.assessor.day),
          isGood: $0.assessor.isApproved, form: .assessor($0))
      }
    case .tools:
      return try records.assessmentTools().map {
        Row(
          id: $0.id.rawValue, title: $0.title, detail: $0.kind,
          state: Phrases.Ranking.soundness($0), isGood: $0.isValid && $0.isReliable,
          form: .tool($0))
      }
    case .institutions:
      return try records.qualifiedInstitutions().map {
        Row(
          id: $0.id.rawValue, title: $0.name, detail: $0.kind,
          state: $0.qualified.map { Phrases.Ranking.approval(true, $0) }
            ?? Phrases.Ranking.notApproved,
          isGood: $0.qualified != nil, form: .institution($0))
      }
    case .required:
      let titles = try records.items(of: "ranking-source")
      return try records.requiredSources().map { it in
        Row(
          id: it.id.rawValue, title: titles.first { $0.code == it.source }?.title ?? it.source,
          detail: "\(it.rank.name) – \(it.kind.name)",
          state: it.isRequired ? Phrases.Ranking.required : Phrases.Ranking.optional,
          isGood: it.isRequired, form: .required(it))
      }
    case .allowances:
      return try records.rankAllowances().map {
        Row(
          id: $0.id.rawValue, title: $0.rank.name, detail: $0.source,
          state: Phrases.Ranking.percent($0.percent, since: $0.from), isGood: true,
          form: .allowance($0))
      }
    }
  }

  func open(_ row: Row) -> Step { .open(FormScreen(RankRegisterForm(kind, row.form))) }

  func perform(_ command: Command, on rows: [Row]) -> Step {
    .open(FormScreen(RankRegisterForm(kind, nil)))
  }
}

/// One line of such a register.
struct RankRegisterForm: FormDescription {
  enum Entry: Sendable {
    case assessor(AssessorLine)
    case tool(AssessmentTool)
    case institution(QualifiedInstitution)
    case required(RequiredSource)
    case allowance(RankAllowance)
  }

  struct Draft: Sendable {
    var title = ""
    var detail: String? = ""
    var kind: RankingKind? = .teachers
    var rank: Rank? = .trainer
    var first: Bool? = false
    var second: Bool? = false
    var percent = 0
    var monthly = 0
    var day: JalaliDate?
  }

  struct Lists: Sendable {
    var today: JalaliDate
    var sources: [(String, String)]
    var institutions: [(String, String)]
  }

  static let name = "rank-register-form"
  let kind: RankRegister.Kind
  let before: Entry?
  var title: String { kind.title }

  init(_ kind: RankRegister.Kind, _ before: Entry?) {
    self.kind = kind
    self.before = before
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, Lists) {
    try context.require(RankRegister.permission(kind))
    let lists = Lists(
      today: context.today,
      sources: try records.items(of: "ranking-source").map { ($0.code, $0.title) },
      institutions: try records.choices("ranking-institution"))
    return (draft(context.today), lists)
  }

  private func draft(_ today: JalaliDate) -> Draft {
    switch before {
    case .assessor(let it)?:
      Draft(title: it.code, first: it.assessor.isApproved, day: it.assessor.day)
    case .tool(let it)?:
      Draft(
        title: it.title, detail: it.kind, first: it.isValid, second: it.isReliable, day: it.day)
    case .institution(let it)?:
      Draft(title: it.name, detail: it.kind, first: it.qualified != nil, day: it.qualified)
    case .required(let it)?:
      Draft(detail: it.source, kind: it.kind, rank: it.rank, first: it.isRequired)
    case .allowance(let it)?:
      Draft(
        title: it.source, rank: it.rank, percent: it.percent / 100,
        monthly: Int(it.monthly.amount), day: it.from)
    case nil: Draft(day: today)
    }
  }

  func fields(_ lists: Lists) -> [Field<Draft>] {
    let answers = [(true, Phrases.yes), (false, Phrases.no)]
    let ranks: Field<Draft> = .pick(
      Phrases.Ranking.rank, \.rank, among: Rank.allCases.map { ($0, $0.name) }
    ).required()
    let day: Field<Draft> = .day(Phrases.Ranking.day, \.day, today: lists.today).required()
    switch kind {
    case .assessors:
      return [
        .text(Phrases.Ranking.code, \.title, limit: 20, direction: .ltr).required().wide(14),
        .pick(Phrases.Ranking.approved, \.first, among: answers), day,
      ]
    case .tools:
      return [
        .text(Phrases.Ranking.subject, \.title, limit: 200).required(),
        .pick(Phrases.Ranking.validity, \.first, among: answers),
        .pick(Phrases.Ranking.reliability, \.second, among: answers), day,
      ]
    case .institutions:
      return [
        .text(Phrases.Ranking.subject, \.title, limit: 200).required(),
        .pick(Phrases.Ranking.kind, \.detail, among: lists.institutions),
        .pick(Phrases.Ranking.qualified, \.first, among: answers), day,
      ]
    case .required:
      return [
        .pick(Phrases.Ranking.source, \.detail, among: lists.sources).required(),
        .pick(
          Phrases.Ranking.whose, \.kind, among: RankingKind.allCases.map { ($0, $0.name) }
        ).required(), ranks, .pick(Phrases.Ranking.required, \.first, among: answers),
      ]
    case .allowances:
      return [
        ranks, .number(Phrases.Ranking.percent, \.percent, in: 0...1_000),
        .number(Phrases.Ranking.monthly, \.monthly, in: 0...10_000_000_000),
        .text(Phrases.Ranking.reference, \.title, limit: 200).required(), day,
      ]
    }
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    save(draft, portal).map { .notice(Phrases.saved, .good) }
  }
}
