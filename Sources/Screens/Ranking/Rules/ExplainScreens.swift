import Persian
import Store
import TerminalKit
import Training
import UseCases

/// What an explanation is about: a person, a rank, an edition.
struct RankQuestion: Sendable, Hashable {
  var person: Person
  var rank: Rank
  var set: ID<RankingRuleSet>
  var phase: RankingPhase
  /// What is supposed beside the records; nil for the records as they are.
  var supposed: RankWhatIf?

  /// The answer, within the reach of whoever asks.
  func answer(_ records: borrowing Reading, _ context: Context) throws -> RankAssessment {
    let (edition, facts) = try read(records, context)
    guard let supposed else {
      return edition.assess(facts, for: rank, phase: phase, under: context.rules)
    }
    return edition.simulate(facts, supposed, for: rank, phase: phase, under: context.rules)
  }

  func read(
    _ records: borrowing Reading, _ context: Context
  ) throws -> (RankingEdition, RankingFacts) {
    try context.require(.viewRankingFacts)
    guard let line = try records.personLine(person.id, in: context.actor.personReach),
      let edition = try records.rankingEdition(set)
    else { throw Failure.forbidden }
    let facts = try records.rankingFacts(of: line.person, edition.set.kind, on: context.today)
    return (edition, facts)
  }
}

/// «چرا این رتبه؟»: every condition with what it asks, what there is, and what would meet it
/// (S3-10a, S4-11a).
struct ExplainList: ListDescription {
  enum Command: String, CommandSet {
    case points, print
    var help: String { self == .points ? Phrases.RankRules.points : Phrases.RankRules.printTable }
  }

  static let name = "rank-explain"
  let title: String
  private let answer: @Sendable (borrowing Reading, Context) throws -> RankAssessment

  let columns: [Column<ConditionLine>] = [
    Column("", width: 2, tone: \.tone, text: { $0.mark }),
    Column(Phrases.RankRules.condition, text: { $0.name }),
    Column(Phrases.RankRules.required, width: 19, text: { $0.requiredSaid }),
    Column(Phrases.RankRules.actual, width: 17, tone: \.tone, text: { $0.actualSaid }),
    Column(Phrases.Rules.clause, width: 8, text: { Phrases.paragraph(of: $0.clause) }),
  ]

  init(_ question: RankQuestion) {
    title = Phrases.RankRules.why(question.rank, question.person)
    answer = { try question.answer($0, $1) }
  }

  /// A frozen one, which speaks for itself.
  init(
    _ title: String,
    _ load: @escaping @Sendable (borrowing Reading, Context) throws -> RankAssessment
  ) {
    self.title = title
    answer = load
  }

  func identity(of row: ConditionLine) -> Int64 {
    var hasher = Hasher()
    hasher.combine(row.key)
    hasher.combine(row.competency)
    return Int64(hasher.finalize())
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [ConditionLine] {
    try answer(records, context).conditions
  }

  func open(_ row: ConditionLine) -> Step { .open(WhyScreen(title: row.name, [row.panel])) }

  func perform(_ command: Command, on rows: [ConditionLine]) -> Step {
    switch command {
    case .points: .open(ListScreen(PointsExplained(title, answer)))
    case .print: .open(printed)
    }
  }

  /// The table for paper (R6).
  var printed: SheetLoader {
    SheetLoader(title) { [answer] records, context in
      let it = try answer(records, context)
      // Paper leaves the screen that says of whom it speaks.
      guard let person = try records.person(it.person) else { throw Failure.forbidden }
      return RankSheets.sheets(Phrases.RankRules.whyOnPaper(it, person), it)
    }
  }
}

/// The points of each row of the table with what earned them, and what does not and why.
struct PointsExplained: ListDescription {
  static let name = "rank-points"
  let title: String
  private let answer: @Sendable (borrowing Reading, Context) throws -> RankAssessment

  let columns: [Column<CriterionLine>] = [
    Column(
      Phrases.RankRules.competencyTitle, width: 18,
      text: { Phrases.RankRules.competency($0.competency) }),
    Column(Phrases.RankRules.indicator, text: { $0.indicator }),
    Column(Phrases.RankRules.amount, width: 8, text: { $0.amount.said }),
    Column(
      Phrases.RankRules.gained, width: 12, tone: { $0.isComplete ? .body : .warning },
      text: { $0.pointsSaid }),
    Column(Phrases.RankRules.maximum, width: 7, text: { $0.maximum?.said ?? "–" }),
  ]

  init(
    _ title: String,
    _ answer: @escaping @Sendable (borrowing Reading, Context) throws -> RankAssessment
  ) {
    self.title = "\(Phrases.RankRules.points) – \(title)"
    self.answer = answer
  }

  func identity(of row: CriterionLine) -> Int64 { row.criterion.rawValue }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [CriterionLine] {
    try answer(records, context).criteria
  }

  func open(_ row: CriterionLine) -> Step {
    .open(WhyScreen(title: row.indicator, row.panel))
  }
}

/// R6: the conditions of a rank as a table for paper, and the points behind it.
enum RankSheets {
  static func sheets(_ title: String, _ it: RankAssessment) -> [Sheet] {
    let conditions = Sheet(
      title: title, columns: Phrases.RankRules.sheetTitles.map { Sheet.Column($0) },
      rows: it.conditions.enumerated().map { index, line in
        Sheet.Row([
          .number(index + 1), .text(line.name), .text(line.requiredSaid), .text(line.actualSaid),
          .text(line.mark), .text(line.remedy?.sentence ?? ""),
          .text(Phrases.origin(line.source, clause: line.clause)),
        ])
      })
    let points = Sheet(
      title: "\(Phrases.RankRules.points) – \(title)",
      columns: Phrases.RankRules.pointTitles.map { Sheet.Column($0) },
      rows: it.criteria.map { line in
        Sheet.Row([
          .text(Phrases.RankRules.competency(line.competency)), .text(line.indicator),
          .text(line.amount.said), .text(line.pointsSaid), .text(line.maximum?.said ?? "–"),
        ])
      }
        + it.special.map {
          Sheet.Row([
            .text(Phrases.RankRules.special), .text($0.kind.name), .text($0.document),
            .text($0.points.said), .empty,
          ])
        }
        + it.coefficients.map {
          Sheet.Row([
            .text(Phrases.Coefficients.factor), .text("\($0.characteristic.name) – \($0.reason)"),
            .text($0.factor.said), .empty, .empty,
          ])
        } + [
          Sheet.Row([
            .text(Phrases.RankRules.competency("")), .empty, .empty, .text(it.points().said),
            .empty,
          ])
        ])
    return [conditions, points]
  }
}
