import Persian
import Store
import TerminalKit
import Training
import UseCases

/// Which rank under which edition is explained.
struct ExplainForm: FormDescription {
  struct Draft: Sendable {
    var rank: Rank?
    var set: ID<RankingRuleSet>?
  }

  static let name = "rank-question"
  let person: Person
  let title = Phrases.RankRules.whyAny

  init(_ person: Person) { self.person = person }

  func load(
    _ records: borrowing Reading, _ context: Context
  ) throws -> (Draft, [RankingRuleSet]) {
    try context.require(.viewRankingFacts)
    let (kind, held) = try records.rankingKind(of: person, context)
    let edition = try records.rankingEdition(kind, .promotion, on: context.today)
    return (
      Draft(rank: held.map { $0.next ?? $0 } ?? .trainer, set: edition?.set.id),
      try records.rankRuleSets()
    )
  }

  func fields(_ sets: [RankingRuleSet]) -> [Field<Draft>] {
    [
      .pick(Phrases.RankRules.rank, \.rank, among: Rank.allCases.map { ($0, $0.name) }).required(),
      .pick(
        Phrases.RankRules.edition, \.set,
        among: sets.map { ($0.id, Phrases.RankRules.long($0)) }
      ).required(),
    ]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    guard let rank = draft.rank, let set = draft.set else {
      return .failure(.complaint(field: "rank", .empty))
    }
    return portal.read { records, _ in
      guard let found = try records.rankRuleSet(set) else { throw Failure.forbidden }
      return .open(
        ListScreen(
          ExplainList(
            RankQuestion(
              person: person, rank: rank, set: set, phase: found.phase ?? .promotion))))
    }
  }
}

/// «اگر … »: what further work would bring; the answer stands under the form while it is filled in.
struct WhatIfForm: FormDescription {
  struct Draft: Sendable {
    var rank: Rank?
    var set: ID<RankingRuleSet>?
    var change: RankWhatIf
    var degree: String?
    var day: JalaliDate?
    var hasCertificate: Bool?
    var specialised = 0
    var general = 0
    var appraisal: Fraction?
    var yearly: Fraction?
    var points: Fraction?
  }

  struct Lists: Sendable {
    var sets: [RankingRuleSet]
    var degrees: [CodeList.Item]
    var today: JalaliDate
  }

  static let name = "rank-what-if"
  let person: Person
  let title = Phrases.RankRules.whatIf

  init(_ person: Person) { self.person = person }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, Lists) {
    try context.require(.viewRankingFacts)
    let (kind, held) = try records.rankingKind(of: person, context)
    let edition = try records.rankingEdition(kind, .promotion, on: context.today)
    return (
      Draft(
        rank: held.map { $0.next ?? $0 } ?? .trainer, set: edition?.set.id,
        change: RankWhatIf(day: context.today), day: context.today),
      Lists(
        sets: try records.rankRuleSets(), degrees: try records.items(of: "degree"),
        today: context.today)
    )
  }

  func fields(_ lists: Lists) -> [Field<Draft>] {
    let count = 0...100
    return [
      .pick(Phrases.RankRules.rank, \.rank, among: Rank.allCases.map { ($0, $0.name) }).required(),
      .pick(
        Phrases.RankRules.edition, \.set,
        among: lists.sets.map { ($0.id, Phrases.RankRules.long($0)) }
      ).required(),
      .day(Phrases.RankRules.onDay, \.day, today: lists.today).required(),
      .number(Phrases.RankRules.specialisedHours, \.specialised, in: 0...10_000),
      .number(Phrases.RankRules.generalHours, \.general, in: 0...10_000),
      .number(Phrases.RankRules.papersTaught, \.change.taughtPapers, in: count),
      .number(Phrases.RankRules.papersEducation, \.change.educationPapers, in: count),
      .number(Phrases.RankRules.papersField, \.change.fieldPapers, in: count),
      .number(Phrases.RankRules.books, \.change.books, in: count),
      .pick(
        Phrases.RankFacts.degree, \.degree, among: lists.degrees.map { ($0.code, $0.title) }),
      .pick(
        Phrases.RankFacts.certificate, \.hasCertificate,
        among: [(true, Phrases.RankRules.supposed)]),
      .points(Phrases.RankRules.appraisalSupposed, \.appraisal),
      .points(Phrases.RankRules.yearlySupposed, \.yearly),
      .points(Phrases.RankRules.morePoints, \.points),
    ]
  }

  func remarks(
    _ draft: Draft, _ records: borrowing Reading, _ context: Context
  ) throws -> [FormRemark] {
    guard let question = question(draft, try draft.set.flatMap { try records.rankRuleSet($0) })
    else { return [] }
    let answer = try question.answer(records, context)
    let open = answer.conditions.filter { [.notMet, .undefined].contains($0.verdict) }
    guard !open.isEmpty else { return [FormRemark(answer.outcome.name, tone: .good)] }
    return open.map { line in
      let way = line.remedy.map { " \($0.sentence)" } ?? ""
      return FormRemark(line.sentence + way, tone: line.verdict == .notMet ? .bad : .warning)
    }
  }

  private func question(_ draft: Draft, _ set: RankingRuleSet?) -> RankQuestion? {
    guard let rank = draft.rank, let set, let day = draft.day else { return nil }
    var change = draft.change
    change.day = day
    change.specialised = draft.specialised * 60
    change.general = draft.general * 60
    change.degree = draft.degree ?? ""
    change.hasCertificate = draft.hasCertificate ?? false
    change.appraisal = draft.appraisal
    change.yearlyPoints = draft.yearly
    change.points = draft.points ?? .zero
    return RankQuestion(
      person: person, rank: rank, set: set.id, phase: set.phase ?? .promotion, supposed: change)
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    portal.read { records, _ in
      guard let question = question(draft, try draft.set.flatMap { try records.rankRuleSet($0) })
      else { throw Failure.complaint(field: "rank", .empty) }
      return .open(ListScreen(ExplainList(question)))
    }
  }
}

/// The first day on which each rank can be had, when nothing but time changes.
struct EarliestList: ListDescription {
  struct Row: Sendable {
    let rank: Rank
    let set: RankingRuleSet
    let earliest: EarliestRank
    let isOpen: Bool
  }

  static let name = "rank-earliest"
  let person: Person
  let title: String

  init(_ person: Person) {
    self.person = person
    title = Phrases.RankRules.earliestOf(person)
  }

  let columns: [Column<Row>] = [
    Column(Phrases.RankRules.rank, width: 14, text: { $0.rank.name }),
    Column(Phrases.RankRules.edition, width: 22, text: { $0.set.title }),
    Column(
      Phrases.RankRules.earliest, tone: { $0.isOpen ? .good : .body },
      text: { Phrases.RankRules.said($0.earliest) }),
  ]

  func identity(of row: Row) -> Int64 { row.set.id.rawValue &* 10 &+ Int64(row.rank.rawValue) }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [Row] {
    var rows: [Row] = []
    for kind in [RankingKind.teachers, .staff] {
      guard let edition = try records.rankingEdition(kind, .promotion, on: context.today) else {
        continue
      }
      let question = RankQuestion(
        person: person, rank: .trainer, set: edition.set.id, phase: .promotion)
      let (_, facts) = try question.read(records, context)
      for rank in Rank.allCases {
        let earliest = edition.earliest(
          facts, for: rank, phase: .promotion, under: context.rules)
        rows.append(
          Row(
            rank: rank, set: edition.set, earliest: earliest,
            isOpen: earliest == .on(context.today)))
      }
    }
    return rows
  }

  func open(_ row: Row) -> Step {
    .open(
      ListScreen(
        ExplainList(
          RankQuestion(
            person: person, rank: row.rank, set: row.set.id, phase: .promotion))))
  }
}

/// The rank of staff that somebody is entitled to: every rank, and the highest that fits; where none
/// does, it says so (S3-10g).
struct PlacementList: ListDescription {
  struct Row: Sendable {
    let assessment: RankAssessment
    let isPlace: Bool
  }

  enum Command: String, CommandSet {
    case print
    var help: String { Phrases.RankRules.printTable }
  }

  static let name = "rank-placement"
  let person: Person
  let set: ID<RankingRuleSet>
  let title: String

  init(_ person: Person, _ set: ID<RankingRuleSet>) {
    self.person = person
    self.set = set
    title = Phrases.RankRules.placementOf(person)
  }

  let columns: [Column<Row>] = [
    Column(Phrases.RankRules.rank, width: 16, text: { $0.assessment.rank.name }),
    Column(
      Phrases.RankRules.result, width: 30, tone: { $0.isPlace ? .good : .body },
      text: { Phrases.RankRules.placed($0.assessment.outcome, $0.isPlace) }),
    Column(
      Phrases.RankRules.firstMissing,
      text: { $0.assessment.firstMissing?.sentence ?? "" }),
  ]

  func identity(of row: Row) -> Int64 { Int64(row.assessment.rank.rawValue) }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [Row] {
    let question = RankQuestion(person: person, rank: .trainer, set: set, phase: .promotion)
    let (edition, facts) = try question.read(records, context)
    let placed = edition.placement(facts, phase: .promotion, under: context.rules)
    return placed.all.map { Row(assessment: $0, isPlace: $0.rank == placed.rank) }
  }

  func open(_ row: Row) -> Step {
    .open(
      ListScreen(
        ExplainList(
          RankQuestion(
            person: person, rank: row.assessment.rank, set: set, phase: .promotion))))
  }

  func perform(_ command: Command, on rows: [Row]) -> Step {
    let list = self
    return .open(
      SheetLoader(title) { records, context in
        [Self.sheet(list.title, try list.load(records, context))]
      })
  }

  private static func sheet(_ title: String, _ rows: [Row]) -> Sheet {
    let place = rows.first(where: \.isPlace)?.assessment.rank
    return Sheet(
      title: "\(title): \(place?.name ?? Phrases.RankRules.noRank)",
      columns: Phrases.RankRules.placementTitles.map { Sheet.Column($0) },
      rows: rows.map { row in
        Sheet.Row([
          .text(row.assessment.rank.name),
          .text(Phrases.RankRules.placed(row.assessment.outcome, row.isPlace)),
          .text(row.assessment.firstMissing?.sentence ?? ""),
        ])
      })
  }
}

extension Querying where Self: ~Copyable {
  /// Under whose rules a person falls on the day, and the rank held there.
  func rankingKind(of person: Person, _ context: Context) throws -> (RankingKind, Rank?) {
    let teacher = try rankingFacts(of: person, .teachers, on: context.today)
    if teacher.coveredSince != nil { return (.teachers, teacher.current?.rank) }
    return (.staff, try rankingFacts(of: person, .staff, on: context.today).current?.rank)
  }
}
