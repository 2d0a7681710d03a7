import Persian
import Store
import TerminalKit
import Training
import UseCases

/// The appeals of a case, or those a board has to do with (S4-8).
struct AppealsList: ListDescription {
  typealias Command = NoCommands
  struct Row: Sendable {
    let appeal: Appeal
    let name: PersonName
  }

  static let name = "ranking-appeals"
  /// Nil for the appeals before the own board.
  let rankingCase: ID<RankingCase>?
  /// What those shown wait for; nil for all.
  let matter: RankingMatter?
  var title: String { matter?.name ?? Phrases.Ranking.appeals }

  init(_ rankingCase: ID<RankingCase>?) {
    self.rankingCase = rankingCase
    matter = nil
  }

  /// Those before the own board that wait for something.
  init(waiting matter: RankingMatter) {
    rankingCase = nil
    self.matter = matter
  }

  let columns: [Column<Row>] = [
    Column(Phrases.Learners.name, text: { $0.name.surnameFirst }),
    Column(Phrases.Ranking.appealKind, text: { $0.appeal.kind.name }),
    Column(Phrases.Ranking.filed, width: 11, direction: .ltr, text: { $0.appeal.filed.said }),
    Column(Phrases.Ranking.state, width: 23, text: { $0.appeal.state.name }),
  ]

  var emptyText: String? { Phrases.Ranking.Empty.appeals }
  func identity(of row: Row) -> Int64 { row.appeal.id.rawValue }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [Row] {
    let reach = context.actor.rankingReach(on: context.today)
    guard let rankingCase else {
      try context.require(.viewRankings)
      guard let board = try records.board(at: context.actor.unit) else { return [] }
      let appeals =
        try matter.map { try $0.appeals(records, context) } ?? records.appeals(before: board.id)
      return try appeals.compactMap { appeal in
        try records.rankingCase(appeal.rankingCase, in: reach)
          .map { Row(appeal: appeal, name: $0.person.name) }
      }
    }
    guard let line = try records.rankingCase(rankingCase, in: reach) else {
      throw Failure.forbidden
    }
    return try records.appeals(of: rankingCase).map { Row(appeal: $0, name: line.person.name) }
  }

  func open(_ row: Row) -> Step { .open(RecordScreen(AppealRecord(row.appeal))) }
}

/// An appeal: its text, the opinion, and what SM-14 lets the role do.
struct AppealRecord: RecordDescription {
  static let name = "ranking-appeal-record"
  let id: ID<Appeal>
  let title: String

  init(_ it: Appeal) {
    id = it.id
    title = "\(Phrases.Ranking.appeal): \(it.kind.name)"
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> RecordPage {
    guard let situation = try AppealLife.situation(of: id, records, context) else {
      throw Failure.forbidden
    }
    let it = situation.facts.appeal
    var facts: [RecordPage.Fact] = [
      .init(Phrases.Ranking.state, it.state.name, tone: .strong),
      .init(Phrases.Learners.name, situation.subject),
      .init(Phrases.Ranking.appealKind, it.kind.name),
      .init(Phrases.Ranking.filed, it.filed.said),
      .init(Phrases.Ranking.text, it.text),
      .init(Phrases.Ranking.opinion, it.opinion),
      .init(Phrases.Ranking.board, try records.board(it.board)?.title ?? ""),
    ]
    if let handled = it.handled, it.decided == nil {
      let due = handled.adding(days: context.rules.rankAppealHandling)
      facts.append(
        .init(
          Phrases.Ranking.decisionDue, Phrases.Ranking.due(due, on: context.today),
          tone: context.today > due ? .bad : .body))
    }
    facts += [
      .init(Phrases.Ranking.decided, it.decided?.said ?? ""),
      .init(Phrases.Ranking.rank, it.rank?.name ?? "", tone: .good),
      .init(Phrases.Ranking.entitled, it.entitled?.said ?? ""),
    ]
    // The forms ask for the opinion and for the rank that is due; without them they refuse.
    var offered = situation
    offered.facts.appeal.opinion = Phrases.Ranking.none
    offered.facts.appeal.rank = .trainer
    offered.facts.appeal.entitled = context.today
    return RecordPage(
      facts: facts.filter { !$0.value.isEmpty },
      actions: AppealLife.items(
        of: id, offered, context, name: { $0.name },
        fields: { action in
          switch action {
          case .takeOpinion where it.kind != .rank, .refer where it.kind == .rank:
            .open(FormScreen(OpinionForm(it)))
          case .determine: .open(FormScreen(DetermineForm(it)))
          default: nil
          }
        }),
      history: try records.past(of: "appeal", id.rawValue))
  }
}

/// «اظهارنظر کارشناسی», with which an appeal goes on (S4-8b, S4-8c).
struct OpinionForm: FormDescription {
  struct Draft: Sendable { var text = "" }

  static let name = "appeal-opinion"
  let it: Appeal
  var title: String {
    it.kind == .rank ? AppealLife.Action.refer.name : AppealLife.Action.takeOpinion.name
  }

  init(_ it: Appeal) { self.it = it }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, Void) {
    try context.require(.keepBoard)
    return (Draft(), ())
  }

  func fields(_ lists: Void) -> [Field<Draft>] {
    [.text(Phrases.Ranking.opinion, \.text, limit: 2_000)]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    portal.perform(RecordAppealOpinion(it.id, opinion: Normalizer.line(draft.text)))
      .map { _ in .notice(Phrases.Record.done(title), .good) }
  }
}

/// «تعیین رتبه استحقاقی»: the rank that is due and since when (S4-8d).
struct DetermineForm: FormDescription {
  struct Draft: Sendable {
    var rank: Rank?
    var day: JalaliDate?
  }

  static let name = "appeal-determine"
  let it: Appeal
  let title = AppealLife.Action.determine.name

  init(_ it: Appeal) { self.it = it }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, JalaliDate) {
    try context.require(.viewRankings)
    let line = try records.rankingCase(
      it.rankingCase, in: context.actor.rankingReach(on: context.today))
    guard let asked = line?.rankingCase else { throw Failure.forbidden }
    return (
      Draft(rank: asked.form.target, day: asked.course.entitled ?? asked.course.decided),
      context.today
    )
  }

  func fields(_ today: JalaliDate) -> [Field<Draft>] {
    [
      .pick(Phrases.Ranking.rank, \.rank, among: Rank.allCases.map { ($0, $0.name) })
        .required(),
      .day(Phrases.Ranking.entitled, \.day, today: today).required(),
    ]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    portal.perform(DetermineRank(it.id, rank: draft.rank, entitled: draft.day))
      .map { _ in .notice(Phrases.Record.done(title), .good) }
  }
}
