import Persian
import Store
import TerminalKit
import Training
import UseCases

/// «رتبه‌های پیش از سامانه»: what decrees from before gave, as the personnel office enters it (S4-5c).
struct EnteredRanksList: FactList {
  typealias Form = EnteredRankForm
  typealias Command = FactCommand
  static let name = "entered-ranks"
  static let heading = Phrases.RankFacts.entered
  let person: Person
  init(_ person: Person) { self.person = person }

  let columns: [Column<EnteredRank>] = [
    Column(Phrases.Ranking.rank, width: 15, text: { $0.rank.name }),
    Column(Phrases.Ranking.whose, text: { $0.kind.people }),
    Column(Phrases.Ranking.from, width: 11, direction: .ltr, text: { $0.from.said }),
    Column(
      Phrases.Ranking.to, width: 11, direction: .ltr,
      text: { $0.to?.said ?? Phrases.RankFacts.held }),
    Column(Phrases.RankFacts.decreeNumber, width: 20, text: { $0.decree.number }),
  ]

  func facts(_ records: borrowing Reading) throws -> [EnteredRank] {
    try records.personRanks(of: person.id).compactMap { EnteredRank($0) }
  }
}

struct EnteredRankForm: FactForm {
  struct Draft: Sendable {
    var kind: RankingKind?
    var rank: Rank?
    var from: JalaliDate?
    var to: JalaliDate?
    var evaluated: JalaliDate?
    var demotions = 0
    var decree = LetterMark()
  }

  static let name = "entered-rank"
  let title = Phrases.RankFacts.entered
  let person: Person
  let before: EnteredRank?

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, JalaliDate) {
    try context.require(.enterRanks)
    guard let before else {
      return (Draft(kind: try records.rankingKind(of: person, context).0), context.today)
    }
    return (
      Draft(
        kind: before.kind, rank: before.rank, from: before.from, to: before.to,
        evaluated: before.evaluated, demotions: before.demotions, decree: before.decree),
      context.today
    )
  }

  func fields(_ today: JalaliDate) -> [Field<Draft>] {
    [
      .pick(
        Phrases.Ranking.whose, \.kind, among: RankingKind.allCases.map { ($0, $0.name) }
      ).required(),
      .pick(Phrases.Ranking.rank, \.rank, among: Rank.allCases.map { ($0, $0.name) }).required(),
      .day(Phrases.RankFacts.rankFrom, \.from, today: today).required(),
      .day(Phrases.RankFacts.rankTo, \.to, today: today).hinted(Phrases.RankFacts.stillHeld),
      .day(Phrases.RankFacts.evaluated, \.evaluated, today: today)
        .hinted(Phrases.RankFacts.notEvaluated),
      .number(Phrases.RankFacts.demotedBefore, \.demotions, in: 0...1),
      .text(Phrases.RankFacts.decreeNumber, \.decree.number, limit: 40).required().wide(20),
      .day(Phrases.RankFacts.decreeDay, \.decree.day, today: today).required(),
    ]
  }

  func fact(_ draft: Draft, _ id: ID<EnteredRank>) -> EnteredRank? {
    guard let kind = draft.kind, let rank = draft.rank, let from = draft.from else { return nil }
    var decree = draft.decree
    decree.number = Normalizer.line(decree.number)
    return EnteredRank(
      id: id, person: person.id, kind: kind, rank: rank, from: from,
      to: draft.to, evaluated: draft.evaluated, demotions: draft.demotions, decree: decree)
  }
}
