import Persian
import Store
import TerminalKit
import Training
import UseCases

/// «ایجاد درخواست»: round, rank and what is special about the place, with the notice (S4-6a, S4-7e).
struct RankingCaseForm: FormDescription {
  struct Draft: Sendable {
    var round: ID<RankingRound>?
    var target: Rank?
    var region: String? = ""
    var stage: String? = ""
    var field: String? = ""
    var weeklyHours = 0
    var school: String? = ""
    var points = 0
    var accepts: Bool?
  }

  struct Lists: Sendable {
    var rounds: [(ID<RankingRound>, String)]
    var regions: [(String, String)]
    var stages: [(String, String)]
    var fields: [(String, String)]
    var schools: [(String, String)]
  }

  static let name = "ranking-request"
  let before: RankingCase?
  var title: String {
    before == nil ? RankingLife.Action.create.name : RankingLife.Action.edit.name
  }

  init(_ before: RankingCase?) { self.before = before }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, Lists) {
    try context.require(.viewOwnRanking)
    let rounds = try records.rankingRounds()
      .filter { $0.id == before?.round || $0.isOpen(on: context.today) }
    let lists = Lists(
      rounds: rounds.map { ($0.id, "\($0.title) – \($0.phase.name)") },
      regions: try records.choices("ranking-region"), stages: try records.choices("stage"),
      fields: try records.choices("teaching-field"),
      schools: try records.choices("ranking-school"))
    guard let before else {
      let held = try context.actor.person.flatMap { try records.heldRank(of: $0) }
      let target =
        rounds.first?.phase == .reassessment ? held?.rank : held?.rank?.next ?? .trainer
      return (Draft(round: rounds.first?.id, target: target), lists)
    }
    let form = before.form
    return (
      Draft(
        round: before.round, target: form.target, region: form.region, stage: form.stage,
        field: form.field, weeklyHours: form.weeklyMinutes / 60, school: form.schoolKind,
        points: form.selfPoints / 100, accepts: form.acceptsNotice), lists
    )
  }

  func fields(_ lists: Lists) -> [Field<Draft>] {
    let first: [Field<Draft>] =
      before == nil
      ? [.pick(Phrases.Ranking.round, \.round, among: lists.rounds).required()] : []
    return first + [
      .pick(
        Phrases.Ranking.target, \.target, among: Rank.allCases.map { ($0, $0.name) }
      ).required(),
      .pick(Phrases.Ranking.region, \.region, among: lists.regions),
      .pick(Phrases.Ranking.stage, \.stage, among: lists.stages),
      .pick(Phrases.Ranking.field, \.field, among: lists.fields),
      .number(Phrases.Ranking.weekly, \.weeklyHours, in: 0...60),
      .pick(Phrases.Ranking.school, \.school, among: lists.schools),
      .number(Phrases.Ranking.selfPoints, \.points, in: 0...1_000),
      .pick(
        Phrases.Ranking.acceptance, \.accepts, among: [(true, Phrases.yes), (false, Phrases.no)]
      ),
    ]
  }

  /// What is accepted stands whole under the form.
  func remarks(
    _ draft: Draft, _ records: borrowing Reading, _ context: Context
  ) throws -> [FormRemark] {
    [FormRemark(Phrases.Ranking.noticeRemark, tone: .warning)]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    guard let target = draft.target else {
      return .failure(.complaint(field: "target", .empty))
    }
    let form = RankingCase.Form(
      target: target, region: draft.region ?? "", stage: draft.stage ?? "",
      field: draft.field ?? "", weeklyMinutes: draft.weeklyHours * 60,
      schoolKind: draft.school ?? "", selfPoints: draft.points * 100,
      acceptsNotice: draft.accepts ?? false)
    if let before {
      return portal.perform(EditRankingCase(before, form))
        .map { _ in .notice(Phrases.saved, .good) }
    }
    // Without an open round the rules say so, rather than the field.
    let round = draft.round ?? ID(rawValue: 0)
    return portal.perform(CreateRankingCase(form, in: round))
      .map { _ in .notice(Phrases.Ranking.created, .good) }
  }
}

extension Querying where Self: ~Copyable {
  /// The active items of a code list, with nothing at the beginning.
  func choices(_ list: String) throws(StoreError) -> [(String, String)] {
    [("", Phrases.Ranking.none)]
      + (try items(of: list).map { ($0.code, $0.title) })
  }
}

/// Number and date of the letter that an action of a case goes with.
struct RankLetterForm: FormDescription {
  struct Draft: Sendable {
    var number = ""
    var day: JalaliDate?
  }

  static let name = "ranking-letter"
  let action: RankingLife.Action
  let id: ID<RankingCase>
  var title: String { action.name }

  init(_ action: RankingLife.Action, _ id: ID<RankingCase>) {
    self.action = action
    self.id = id
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, JalaliDate) {
    try context.require(.viewRankings)
    return (Draft(day: context.today), context.today)
  }

  func fields(_ today: JalaliDate) -> [Field<Draft>] {
    [
      .text(Phrases.Ranking.letterNumber, \.number, limit: 40).required().wide(20),
      .day(Phrases.Ranking.letterDay, \.day, today: today).required(),
    ]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    let letter = LetterMark(number: Normalizer.line(draft.number), day: draft.day)
    let done = Step.notice(Phrases.Record.done(title), .good)
    switch action {
    case .notify: return portal.perform(NotifyRank(id, letter: letter)).map { _ in done }
    case .decree: return portal.perform(IssueRankDecree(id, letter: letter)).map { _ in done }
    case .suspend:
      return portal.perform(SuspendRankingCase(id, letter: letter), reason: letter.number)
        .map { _ in done }
    default:
      return portal.perform(
        RecordOffenceResult(id, isConvicted: action == .convict, letter: letter)
      ).map { _ in done }
    }
  }
}

/// «گزارش ارزیاب حرفه‌ای» (S4-6e).
struct AssessorReportForm: FormDescription {
  struct Draft: Sendable {
    var text = ""
    var strengths = ""
    var weaknesses = ""
  }

  static let name = "assessor-report"
  let id: ID<RankingCase>
  let title = RankingLife.Action.assess.name

  init(_ id: ID<RankingCase>) { self.id = id }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, Void) {
    try context.require(.viewRankings)
    return (Draft(), ())
  }

  func fields(_ lists: Void) -> [Field<Draft>] {
    [
      .text(Phrases.Ranking.report, \.text, limit: 2_000).required(),
      .text(Phrases.Ranking.strengths, \.strengths, limit: 1_000),
      .text(Phrases.Ranking.weaknesses, \.weaknesses, limit: 1_000),
    ]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    portal.perform(
      ReportOnCase(
        id, text: Normalizer.line(draft.text), strengths: Normalizer.line(draft.strengths),
        weaknesses: Normalizer.line(draft.weaknesses))
    ).map { _ in .notice(Phrases.Record.done(title), .good) }
  }
}

/// An approved assessor for a case (S4-6e).
struct AssignForm: FormDescription {
  struct Draft: Sendable { var assessor: ID<Assessor>? }

  static let name = "ranking-assign"
  let id: ID<RankingCase>
  let title = Phrases.Ranking.assign

  init(_ id: ID<RankingCase>) { self.id = id }

  func load(
    _ records: borrowing Reading, _ context: Context
  ) throws -> (Draft, [(ID<Assessor>, String)]) {
    try context.require(.assignAssessors)
    return (
      Draft(),
      try records.assessors().map {
        (
          $0.assessor.id,
          $0.assessor.isApproved
            ? $0.name.inFull : "\($0.name.inFull) – \(Phrases.Ranking.notApproved)"
        )
      }
    )
  }

  func fields(_ assessors: [(ID<Assessor>, String)]) -> [Field<Draft>] {
    [.pick(Phrases.Ranking.assessor, \.assessor, among: assessors).required()]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    guard let assessor = draft.assessor else {
      return .failure(.complaint(field: "assessor", .empty))
    }
    return portal.perform(AssignAssessor(assessor, to: id))
      .map { _ in .notice(Phrases.Record.done(title), .good) }
  }
}

/// «ثبت اعتراض» (S4-8a).
struct AppealForm: FormDescription {
  struct Draft: Sendable {
    var kind: Appeal.Kind? = .rank
    var text = ""
  }

  static let name = "ranking-appeal"
  let id: ID<RankingCase>
  let title = AppealLife.Action.register.name

  init(_ id: ID<RankingCase>) { self.id = id }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, Void) {
    try context.require(.viewOwnRanking)
    return (Draft(), ())
  }

  func fields(_ lists: Void) -> [Field<Draft>] {
    [
      .pick(
        Phrases.Ranking.appealKind, \.kind, among: Appeal.Kind.allCases.map { ($0, $0.name) }
      ).required(),
      .text(Phrases.Ranking.text, \.text, limit: 2_000).required(),
    ]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    portal.perform(
      FileAppeal(id, draft.kind ?? .rank, text: Normalizer.line(draft.text))
    ).map { _ in .notice(Phrases.Record.done(title), .good) }
  }
}
