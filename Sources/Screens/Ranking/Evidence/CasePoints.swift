import Persian
import Store
import TerminalKit
import Training
import UseCases

/// «امتیاز معیارها»: the rows of the table in a case, with what was claimed and given.
struct CasePointsList: ListDescription {
  struct Row: Sendable {
    let criterion: CriterionLine
    let score: CaseScore?
  }

  static let name = "ranking-case-points"
  let title: String
  let rankingCase: ID<RankingCase>

  /// `decided` is the day of the decision, whose numbers are shown; nil before.
  init(_ rankingCase: ID<RankingCase>, decided: JalaliDate? = nil) {
    self.rankingCase = rankingCase
    title = Phrases.RankRules.frozen(Phrases.Evidence.casePoints, decided)
  }

  let columns: [Column<Row>] = [
    Column(Phrases.RankRules.indicator, text: { $0.criterion.indicator }),
    Column(
      Phrases.Evidence.claimed, width: 12, text: { $0.score?.selfPoints?.said ?? "–" }),
    Column(Phrases.RankRules.gained, width: 12, text: { $0.criterion.pointsSaid }),
    Column(
      Phrases.RankRules.maximum, width: 8, text: { $0.criterion.maximum?.said ?? "–" }),
    Column(Phrases.Evidence.giver, width: 18, text: { $0.score?.source ?? "" }),
  ]

  func identity(of row: Row) -> Int64 { row.criterion.criterion.rawValue }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [Row] {
    let reach = context.actor.rankingReach(on: context.today)
    guard let it = try records.rankingCase(rankingCase, in: reach)?.rankingCase else {
      throw Failure.forbidden
    }
    let scores = try records.caseScores(of: rankingCase)
    let found = try records.explained(it, context)
    return (found?.criteria ?? []).map { line in
      Row(criterion: line, score: scores.first { $0.criterion == line.criterion })
    }
  }

  func open(_ row: Row) -> Step { .open(FormScreen(CasePointsForm(rankingCase, row.criterion))) }
}

/// The points of one row in a case.
struct CasePointsForm: FormDescription {
  struct Draft: Sendable { var points: Fraction? }

  static let name = "ranking-case-points-form"
  let rankingCase: ID<RankingCase>
  let line: CriterionLine
  var title: String { line.indicator }

  init(_ rankingCase: ID<RankingCase>, _ line: CriterionLine) {
    self.rankingCase = rankingCase
    self.line = line
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, Void) {
    (Draft(points: line.isGiven ? line.points : nil), ())
  }

  func fields(_ lists: Void) -> [Field<Draft>] {
    [
      .points(Phrases.RankRules.gained, \.points).required()
        .hinted(Phrases.Evidence.ceiling(line.maximum))
    ]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    guard let points = draft.points else {
      return .failure(.complaint(field: "points", .empty))
    }
    return portal.perform(GiveCriterionPoints(points, for: line.criterion, in: rankingCase))
      .map { _ in .notice(Phrases.saved, .good) }
  }
}
