import Persian
import Store
import TerminalKit
import Training
import UseCases

/// What the sources said of an applicant, with the centre's word on each (S4-6c, S4-6d).
struct CaseSourcesList: ListDescription {
  enum Command: String, CommandSet {
    case add, accept, refuse
    var help: String {
      switch self {
      case .add: Phrases.Ranking.addSource
      case .accept: Phrases.Ranking.authentic
      case .refuse: Phrases.Ranking.notAuthentic
      }
    }
  }

  struct Row: Sendable {
    let source: CaseSource
    let title: String
  }

  static let name = "case-sources"
  let rankingCase: ID<RankingCase>
  let role: Role
  let title = Phrases.Ranking.sources

  init(_ rankingCase: ID<RankingCase>, _ role: Role) {
    self.rankingCase = rankingCase
    self.role = role
  }

  let columns: [Column<Row>] = [
    Column(Phrases.Ranking.source, width: 22, text: { $0.title }),
    Column(Phrases.Ranking.text, text: { $0.source.text }),
    Column(
      Phrases.Ranking.score, width: 8, direction: .ltr,
      text: { $0.source.score.map { ($0 / 100).said } ?? "" }),
    Column(
      Phrases.Ranking.verified, width: 16,
      tone: { $0.source.isVerified == false ? .bad : .body },
      text: { Phrases.Ranking.authenticity($0.source.isVerified) }),
  ]

  var emptyText: String? { Phrases.Ranking.Empty.sources }
  func identity(of row: Row) -> Int64 { row.source.id.rawValue }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [Row] {
    let reach = context.actor.rankingReach(on: context.today)
    guard try records.rankingCase(rankingCase, in: reach) != nil else {
      throw Failure.forbidden
    }
    let titles = try records.items(of: "ranking-source")
    return try records.caseSources(of: rankingCase).map { source in
      Row(
        source: source,
        title: titles.first { $0.code == source.source }?.title ?? source.source)
    }
  }

  func perform(_ command: Command, on rows: [Row]) -> Step {
    if let reason = reasonClosed(command, on: rows) { return .notice(reason, .warning) }
    guard command != .add else { return .open(FormScreen(CaseSourceForm(rankingCase))) }
    guard let row = rows.first else { return .none }
    return .open(
      OpenScreen { portal in
        portal.perform(VerifyCaseSource(row.source, isVerified: command == .accept))
          .map { _ in .notice(Phrases.Record.done(command.help), .good) }
      })
  }

  func reasonClosed(_ command: Command, on rows: [Row]) -> String? {
    guard role == (command == .add ? .boardSecretary : .qualityCentre) else {
      return Phrases.Learners.notYours(command.help)
    }
    return command != .add && rows.isEmpty ? Phrases.chooseRowFirst : nil
  }
}

/// What a source says.
struct CaseSourceForm: FormDescription {
  struct Draft: Sendable {
    var source: String?
    var text = ""
    var score = 0
    var day: JalaliDate?
    var tool: ID<AssessmentTool>?
  }

  struct Lists: Sendable {
    var sources: [(String, String)]
    var tools: [(ID<AssessmentTool>, String)]
    var today: JalaliDate
  }

  static let name = "case-source"
  let rankingCase: ID<RankingCase>
  let title = Phrases.Ranking.addSource

  init(_ rankingCase: ID<RankingCase>) { self.rankingCase = rankingCase }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, Lists) {
    try context.require(.recordSources)
    return (
      Draft(day: context.today),
      Lists(
        sources: try records.items(of: "ranking-source").map { ($0.code, $0.title) },
        tools: try records.assessmentTools().map { ($0.id, $0.title) }, today: context.today)
    )
  }

  func fields(_ lists: Lists) -> [Field<Draft>] {
    [
      .pick(Phrases.Ranking.source, \.source, among: lists.sources).required(),
      .text(Phrases.Ranking.text, \.text, limit: 1_000).required(),
      .number(Phrases.Ranking.score, \.score, in: 0...1_000),
      .pick(Phrases.Ranking.tool, \.tool, among: lists.tools),
      .day(Phrases.Ranking.day, \.day, today: lists.today).required(),
    ]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    guard let source = draft.source, let day = draft.day else {
      return .failure(.complaint(field: "source", .empty))
    }
    return portal.perform(
      RecordCaseSource(
        CaseSource(
          id: ID(rawValue: 0), rankingCase: rankingCase, source: source,
          text: Normalizer.line(draft.text), score: draft.score * 100, day: day,
          tool: draft.tool))
    ).map { _ in .notice(Phrases.saved, .good) }
  }
}
