import Persian
import Store
import TerminalKit
import Training
import UseCases

/// «ضوابط رتبه‌بندی»: every edition of the rules, whose they are and from which day (S3-0a).
struct RuleSetsList: ListDescription {
  enum Command: String, CommandSet {
    case add, compare
    var help: String { self == .add ? Phrases.RankRules.newEdition : Phrases.RankRules.compare }
  }

  static let name = "rank-rule-sets"
  let title = Phrases.RankRules.title
  let mayEdit: Bool
  var allowsMarks: Bool { true }

  let columns: [Column<RankingRuleSet>] = [
    Column(Phrases.RankRules.edition, text: { $0.title }),
    Column(Phrases.RankRules.kind, width: 14, text: { $0.kind.people }),
    Column(Phrases.RankRules.phase, width: 16, text: { $0.phase?.name ?? Phrases.RankRules.every }),
    Column(Phrases.Rules.from, width: 10, direction: .ltr, text: { $0.from.said }),
  ]

  init(_ role: Role) { mayEdit = Permission.editRankingRules.isHeld(by: role) }

  func identity(of row: RankingRuleSet) -> Int64 { row.id.rawValue }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [RankingRuleSet] {
    try context.require(.viewRankingRules)
    return try records.rankRuleSets()
  }

  func open(_ row: RankingRuleSet) -> Step { .open(RecordScreen(RuleSetRecord(row, mayEdit))) }

  func perform(_ command: Command, on rows: [RankingRuleSet]) -> Step {
    if let reason = reasonClosed(command, on: rows) { return .notice(reason, .warning) }
    switch command {
    case .add: return .open(FormScreen(RuleSetForm(rows[0], isNew: true)))
    case .compare: return .open(ListScreen(EditionComparison(rows[0], rows[1])))
    }
  }

  func reasonClosed(_ command: Command, on rows: [RankingRuleSet]) -> String? {
    switch command {
    case .add:
      guard mayEdit else { return Failure.forbidden.sentence }
      return rows.isEmpty ? Phrases.chooseRowFirst : nil
    case .compare: return rows.count == 2 ? nil : Phrases.RankRules.chooseTwo
    }
  }
}

/// An edition: what it is, and its tables.
struct RuleSetRecord: RecordDescription {
  static let name = "rank-rule-set"
  let set: RankingRuleSet
  let mayEdit: Bool
  var title: String { self.set.title }

  init(_ set: RankingRuleSet, _ mayEdit: Bool) {
    self.set = set
    self.mayEdit = mayEdit
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> RecordPage {
    try context.require(.viewRankingRules)
    guard let edition = try records.rankingEdition(set.id) else { throw Failure.forbidden }
    let set = edition.set
    let open = edition.criteria.count { $0.pointsPerUnit == nil && $0.measure != .assessor }
    let missing = edition.minima.count { $0.points == nil }
    var facts: [RecordPage.Fact] = [
      .init(Phrases.RankRules.kind, set.kind.name),
      .init(Phrases.RankRules.phase, set.phase?.name ?? Phrases.RankRules.every),
      .init(Phrases.Rules.from, set.from.said),
      .init(Phrases.Rules.source, set.source),
      .init(
        Phrases.RankRules.blocks,
        set.hasStrictBlocks ? Phrases.RankRules.strictBlocks : Phrases.RankRules.looseBlocks),
    ]
    if let day = set.retiredAfter {
      facts.append(.init(Phrases.RankRules.retiredAfter, day.said))
    }
    if !set.note.isEmpty { facts.append(.init(Phrases.Rules.note, set.note, tone: .warning)) }
    if open > 0 {
      facts.append(.init(Phrases.RankRules.openRows, open.said, tone: .warning))
    }
    if missing > 0 {
      facts.append(.init(Phrases.RankRules.openMinima, missing.said, tone: .warning))
    }
    let edits = [
      RecordPage.Item(
        Phrases.RankRules.editEdition, step: .open(FormScreen(RuleSetForm(set, isNew: false)))),
      RecordPage.Item(
        Phrases.RankRules.newEdition, step: .open(FormScreen(RuleSetForm(set, isNew: true)))),
    ]
    return RecordPage(
      facts: facts,
      links: [
        .init(
          Phrases.RankRules.conditions, step: .open(ListScreen(RankConditionsList(set, mayEdit)))),
        .init(Phrases.RankRules.criteria, step: .open(ListScreen(CriteriaList(set, mayEdit)))),
        .init(Phrases.RankRules.minima, step: .open(ListScreen(MinimaList(set, mayEdit)))),
      ], actions: Permission.editRankingRules.isHeld(by: context.actor.role) ? edits : [],
      history: try records.past(of: "rank_rule_set", set.id.rawValue))
  }
}

/// Title, day, source and settings of an edition; a new one takes all rows along.
struct RuleSetForm: FormDescription {
  struct Draft: Sendable {
    var title: String
    var from: JalaliDate?
    var source: String
    var note: String
    var isStrict: Bool?
    var retiredAfter: JalaliDate?
  }

  static let name = "rank-rule-set-form"
  let set: RankingRuleSet
  let isNew: Bool
  var title: String { isNew ? Phrases.RankRules.newEdition : Phrases.RankRules.editEdition }

  init(_ set: RankingRuleSet, isNew: Bool) {
    self.set = set
    self.isNew = isNew
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, JalaliDate) {
    try context.require(.editRankingRules)
    return (
      Draft(
        title: set.title, from: isNew ? context.today : set.from, source: isNew ? "" : set.source,
        note: set.note, isStrict: set.hasStrictBlocks, retiredAfter: set.retiredAfter),
      context.today
    )
  }

  func fields(_ today: JalaliDate) -> [Field<Draft>] {
    [
      .text(Phrases.RankRules.edition, \.title, limit: 120).required(),
      .day(Phrases.Rules.from, \.from, today: today).required(),
      .text(Phrases.Rules.source, \.source, limit: 200).required(),
      .text(Phrases.Rules.note, \.note, limit: 300),
      .pick(
        Phrases.RankRules.blocks, \.isStrict,
        among: [(true, Phrases.RankRules.strictBlocks), (false, Phrases.RankRules.looseBlocks)]),
      .day(Phrases.RankRules.retiredAfter, \.retiredAfter, today: today),
    ]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    guard let from = draft.from else { return .failure(.complaint(field: "from", .empty)) }
    var after = set
    after.title = Normalizer.line(draft.title)
    after.from = from
    after.source = Normalizer.line(draft.source)
    after.note = Normalizer.line(draft.note)
    after.hasStrictBlocks = draft.isStrict ?? true
    after.retiredAfter = draft.retiredAfter
    guard isNew else {
      return portal.perform(EditRuleSet(set, to: after)).map { _ in .notice(Phrases.saved, .good) }
    }
    return portal.perform(CopyRuleSet(set.id, as: after)).map { _ in .notice(Phrases.saved, .good) }
  }
}

/// Two editions side by side: every condition of every rank with both values.
struct EditionComparison: ListDescription {
  struct Row: Sendable {
    let number: Int
    let rank: Rank?
    let key: RankCondition.Key
    let left: String
    let right: String
  }

  static let name = "rank-editions"
  let left: RankingRuleSet
  let right: RankingRuleSet
  var title: String { Phrases.RankRules.sideBySide(left, right) }

  init(_ left: RankingRuleSet, _ right: RankingRuleSet) {
    self.left = left
    self.right = right
  }

  var columns: [Column<Row>] {
    [
      Column(
        Phrases.RankRules.rank, width: 14, text: { $0.rank?.name ?? Phrases.RankRules.everyRank }),
      Column(Phrases.RankRules.condition, text: { $0.key.name }),
      Column(Phrases.RankRules.short(left), width: 16, text: { $0.left }),
      Column(
        Phrases.RankRules.short(right), width: 16,
        tone: { $0.left == $0.right ? .body : .warning }, text: { $0.right }),
    ]
  }

  func identity(of row: Row) -> Int64 { Int64(row.number) }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [Row] {
    try context.require(.viewRankingRules)
    guard let first = try records.rankingEdition(left.id),
      let second = try records.rankingEdition(right.id)
    else { throw Failure.forbidden }
    let ranks: [Rank?] = [nil] + Rank.allCases
    var rows: [Row] = []
    for rank in ranks {
      for key in RankCondition.Key.allCases {
        let (one, other) = (first.said(key, of: rank), second.said(key, of: rank))
        guard one != "–" || other != "–" else { continue }
        rows.append(Row(number: rows.count, rank: rank, key: key, left: one, right: other))
      }
    }
    return rows
  }
}

extension RankingEdition {
  fileprivate func said(_ key: RankCondition.Key, of rank: Rank?) -> String {
    guard let row = conditions.first(where: { $0.rank == rank && $0.key == key }) else {
      return "–"
    }
    return row.valueSaid
  }
}
