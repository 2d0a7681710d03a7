import Persian
import Store
import TerminalKit
import Training
import UseCases

/// The conditions of an edition, rank by rank (S3-10a).
struct RankConditionsList: ListDescription {
  static let name = "rank-conditions"
  let set: RankingRuleSet
  let mayEdit: Bool
  var title: String { "\(Phrases.RankRules.conditions) – \(set.title)" }

  init(_ set: RankingRuleSet, _ mayEdit: Bool) {
    self.set = set
    self.mayEdit = mayEdit
  }

  let columns: [Column<RankCondition>] = [
    Column(
      Phrases.RankRules.rank, width: 14, text: { $0.rank?.name ?? Phrases.RankRules.everyRank }),
    Column(Phrases.RankRules.condition, text: { $0.key.name }),
    Column(Phrases.Rules.value, width: 16, text: { $0.valueSaid }),
    Column(Phrases.Rules.clause, width: 9, text: { Phrases.paragraph(of: $0.origin.clause) }),
    Column(Phrases.RankRules.remark, width: 20, text: { $0.remark }),
  ]

  func identity(of row: RankCondition) -> Int64 { row.id.rawValue }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [RankCondition] {
    try context.require(.viewRankingRules)
    return try records.rankingEdition(set.id)?.conditions ?? []
  }

  func open(_ row: RankCondition) -> Step {
    mayEdit
      ? .open(FormScreen(RankConditionForm(row))) : .notice(row.origin.source, .body)
  }
}

/// The value of a condition, with its source.
struct RankConditionForm: FormDescription {
  struct Draft: Sendable {
    var comparison: RankCondition.Comparison?
    var value: String
    var remark: String
    var allowsConcession: Bool?
    var source: String
  }

  static let name = "rank-condition"
  let row: RankCondition
  var title: String { row.key.name }

  init(_ row: RankCondition) { self.row = row }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, Void) {
    try context.require(.editRankingRules)
    return (
      Draft(
        comparison: row.comparison, value: row.value, remark: row.remark,
        allowsConcession: row.allowsConcession, source: row.origin.source), ()
    )
  }

  func fields(_ lists: Void) -> [Field<Draft>] {
    let isDegree = row.key == .degree || row.key == .degreeOrException
    return [
      .pick(
        Phrases.RankRules.comparison, \.comparison,
        among: RankCondition.Comparison.allCases.map { ($0, $0.name) }
      ).required(),
      .text(Phrases.Rules.value, \.value, limit: 20, direction: .ltr).wide(14)
        .hinted(isDegree ? Phrases.RankRules.degreeHint : Phrases.RankRules.valueHint),
      .text(Phrases.RankRules.remark, \.remark, limit: 200),
      .pick(
        Phrases.RankRules.concession, \.allowsConcession,
        among: [(true, Phrases.yes), (false, Phrases.no)]),
      .text(Phrases.Rules.source, \.source, limit: 200).required(),
    ]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    var after = row
    after.comparison = draft.comparison ?? row.comparison
    after.value = Phrases.RankRules.plainValue(draft.value)
    after.remark = Normalizer.line(draft.remark)
    after.allowsConcession = draft.allowsConcession ?? false
    after.origin.source = Normalizer.line(draft.source)
    return portal.perform(SetRankCondition(row, after)).map { _ in .notice(Phrases.saved, .good) }
  }
}

/// The point table of an edition: what is not entered yet is shown so (S3-0b, S4-4e).
struct CriteriaList: ListDescription {
  enum Command: String, CommandSet {
    case add
    var help: String { Phrases.RankRules.addCriterion }
  }

  static let name = "rank-criteria"
  let set: RankingRuleSet
  let mayEdit: Bool
  var title: String { "\(Phrases.RankRules.criteria) – \(set.title)" }

  init(_ set: RankingRuleSet, _ mayEdit: Bool) {
    self.set = set
    self.mayEdit = mayEdit
  }

  let columns: [Column<ScoreCriterion>] = [
    Column(
      Phrases.RankRules.competencyTitle, width: 18,
      text: { Phrases.RankRules.competency($0.competency) }),
    Column(Phrases.RankRules.indicator, text: { $0.shownIndicator }),
    Column(Phrases.RankRules.unit, width: 9, text: { $0.unit }),
    Column(
      Phrases.RankRules.each, width: 14, tone: { $0.pointsPerUnit == nil ? .warning : .body },
      text: { $0.pointsPerUnit?.said ?? Phrases.RankRules.undefinedShort }),
    Column(
      Phrases.RankRules.maximum, width: 8, text: { $0.maximum?.said ?? "–" }),
  ]

  func identity(of row: ScoreCriterion) -> Int64 { row.id.rawValue }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [ScoreCriterion] {
    try context.require(.viewRankingRules)
    return try records.rankingEdition(set.id)?.criteria ?? []
  }

  func open(_ row: ScoreCriterion) -> Step {
    mayEdit ? .open(FormScreen(CriterionForm(row))) : .notice(row.origin.source, .body)
  }

  func perform(_ command: Command, on rows: [ScoreCriterion]) -> Step {
    if let reason = reasonClosed(command, on: rows) { return .notice(reason, .warning) }
    return .open(FormScreen(CriterionForm(copying: rows[0])))
  }

  func reasonClosed(_ command: Command, on rows: [ScoreCriterion]) -> String? {
    guard mayEdit else { return Failure.forbidden.sentence }
    return rows.isEmpty ? Phrases.chooseRowFirst : nil
  }
}

/// A row of the point table.
struct CriterionForm: FormDescription {
  struct Draft: Sendable {
    var indicator: String
    var unit: String
    var points: Fraction?
    var maximum: Fraction?
    var priority: Int
    var jobTitle: String
    var isActive: Bool?
    var isSample: Bool?
    var source: String
  }

  static let name = "rank-criterion"
  let row: ScoreCriterion
  /// Nil where the row is new, a copy of another in the same component.
  let before: ScoreCriterion?
  var title: String { row.component }

  init(_ row: ScoreCriterion) {
    self.row = row
    before = row
  }

  init(copying row: ScoreCriterion) {
    self.row = row
    before = nil
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, Void) {
    try context.require(.editRankingRules)
    return (
      Draft(
        indicator: row.indicator, unit: row.unit, points: row.pointsPerUnit, maximum: row.maximum,
        priority: row.priority, jobTitle: row.jobTitle, isActive: row.isActive,
        isSample: row.origin.isSample, source: before == nil ? "" : row.origin.source), ()
    )
  }

  func fields(_ lists: Void) -> [Field<Draft>] {
    let answers = [(true, Phrases.yes), (false, Phrases.no)]
    return [
      .text(Phrases.RankRules.indicator, \.indicator, limit: 200).required(),
      .text(Phrases.RankRules.unit, \.unit, limit: 40).wide(20),
      .points(Phrases.RankRules.each, \.points).hinted(Phrases.RankRules.emptyHint),
      .points(Phrases.RankRules.maximum, \.maximum).hinted(Phrases.RankRules.ceilingHint),
      .number(Phrases.RankRules.priority, \.priority, in: 0...1_000),
      .text(Phrases.RankRules.jobTitle, \.jobTitle, limit: 80).hinted(Phrases.RankRules.jobHint),
      .pick(Phrases.RankRules.active, \.isActive, among: answers),
      .pick(Phrases.RankRules.sample, \.isSample, among: answers),
      .text(Phrases.Rules.source, \.source, limit: 200).required(),
    ]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    var after = row
    after.indicator = Normalizer.line(draft.indicator)
    after.unit = Normalizer.line(draft.unit)
    after.pointsPerUnit = draft.points
    after.maximum = draft.maximum
    after.priority = draft.priority
    after.jobTitle = Normalizer.line(draft.jobTitle)
    after.isActive = draft.isActive ?? true
    after.origin.isSample = draft.isSample ?? false
    after.origin.source = Normalizer.line(draft.source)
    return portal.perform(SetCriterion(before, after)).map { _ in .notice(Phrases.saved, .good) }
  }
}

/// The fewest points of each rank; what nobody has entered decides nothing (S4-4c, S4-4f).
struct MinimaList: ListDescription {
  static let name = "rank-minima"
  let set: RankingRuleSet
  let mayEdit: Bool
  var title: String { "\(Phrases.RankRules.minima) – \(set.title)" }

  init(_ set: RankingRuleSet, _ mayEdit: Bool) {
    self.set = set
    self.mayEdit = mayEdit
  }

  let columns: [Column<RankMinimum>] = [
    Column(Phrases.RankRules.rank, width: 16, text: { $0.rank.name }),
    Column(
      Phrases.RankRules.competencyTitle, width: 18,
      text: { Phrases.RankRules.competency($0.competency) }),
    Column(
      Phrases.RankRules.minimum, width: 14, tone: { $0.points == nil ? .warning : .body },
      text: { $0.shown }),
    Column(Phrases.Rules.source, text: { $0.origin.source }),
  ]

  func identity(of row: RankMinimum) -> Int64 { row.id.rawValue }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [RankMinimum] {
    try context.require(.viewRankingRules)
    return try records.rankingEdition(set.id)?.minima ?? []
  }

  func open(_ row: RankMinimum) -> Step {
    mayEdit ? .open(FormScreen(MinimumForm(row))) : .notice(row.origin.source, .body)
  }
}

/// The fewest points of a rank, in all or in one competency.
struct MinimumForm: FormDescription {
  struct Draft: Sendable {
    var points: Fraction?
    var isSample: Bool?
    var source: String
  }

  static let name = "rank-minimum"
  let row: RankMinimum
  var title: String { "\(row.rank.name) – \(Phrases.RankRules.competency(row.competency))" }

  init(_ row: RankMinimum) { self.row = row }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, Void) {
    try context.require(.editRankingRules)
    return (
      Draft(points: row.points, isSample: row.origin.isSample, source: row.origin.source), ()
    )
  }

  func fields(_ lists: Void) -> [Field<Draft>] {
    [
      .points(Phrases.RankRules.minimum, \.points).hinted(Phrases.RankRules.emptyHint),
      .pick(
        Phrases.RankRules.sample, \.isSample, among: [(true, Phrases.yes), (false, Phrases.no)]),
      .text(Phrases.Rules.source, \.source, limit: 200).required(),
    ]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    var after = row
    after.points = draft.points
    after.origin.isSample = draft.isSample ?? false
    after.origin.source = Normalizer.line(draft.source)
    return portal.perform(SetMinimum(row, after)).map { _ in .notice(Phrases.saved, .good) }
  }
}

extension Field {
  /// Points, with two places at most; blank is not known.
  static func points(
    _ label: String, _ path: any WritableKeyPath<Draft, Fraction?> & Sendable
  ) -> Field {
    optional(label, path, limit: 12, show: { $0.said }) { text throws(Training.Complaint) in
      try Fraction.points(text)
    }.wide(10)
  }
}

extension Fraction {
  /// Points as they are typed: digits of any family, two places at most, never below zero.
  static func points(_ text: String) throws(Training.Complaint) -> Fraction {
    let score = try AssessmentScore(text)
    guard (0...100_000_000).contains(score.hundredths) else { throw .notNumber }
    return Fraction(score.hundredths, 100).reduced
  }
}
