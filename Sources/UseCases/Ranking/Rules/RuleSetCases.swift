import Persian
public import Store
public import Training

/// Makes a new edition of a rule set with all its rows, in force from a day on (S3-0a); the earlier
/// one stays as it is.
public struct CopyRuleSet: UseCase {
  public static let name = "rank.edition"
  public var original: ID<RankingRuleSet>
  /// The new one; its id is given here.
  public var set: RankingRuleSet
  private var ids: [Int64] = []

  public init(_ original: ID<RankingRuleSet>, as set: RankingRuleSet) {
    self.original = original
    self.set = set
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    guard ids.isEmpty, let edition = try records.rankingEdition(original) else { return }
    let count = edition.conditions.count + edition.criteria.count + edition.minima.count
    set.id = try records.newID()
    for _ in 0..<count { ids.append(try records.newID(RankingRuleSet.self).rawValue) }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.require(.editRankingRules)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws -> ID<RankingRuleSet> {
    guard var edition = try records.rankingEdition(original) else { throw Failure.forbidden }
    try set.findings.orRefuse()
    let taken = try records.rankRuleSets().contains {
      ($0.kind, $0.phase, $0.from) == (set.kind, set.phase, set.from)
    }
    if taken {
      throw Failure.refused([
        Finding(.rankingRules, .refusal, .rankRule(.alreadyInForce(since: set.from)))
      ])
    }
    guard edition.set.kind == set.kind else { throw Failure.forbidden }
    var next = ids.makeIterator()
    func id<Entity>(_: Entity.Type = Entity.self) throws -> ID<Entity> {
      guard let id = next.next() else { throw StoreError.damaged("ids of an edition") }
      return ID(rawValue: id)
    }
    edition.set = set
    for index in edition.conditions.indices {
      edition.conditions[index].id = try id()
      edition.conditions[index].ruleSet = set.id
    }
    for index in edition.criteria.indices {
      edition.criteria[index].id = try id()
      edition.criteria[index].ruleSet = set.id
    }
    for index in edition.minima.indices {
      edition.minima[index].id = try id()
      edition.minima[index].ruleSet = set.id
    }
    try records.insert(edition)
    return set.id
  }
}

/// Title, source, note and settings of a rule set.
public struct EditRuleSet: UseCase {
  public static let name = "rank.rule-set"
  /// As the form showed it.
  public var before: RankingRuleSet
  public var after: RankingRuleSet

  public init(_ before: RankingRuleSet, to after: RankingRuleSet) {
    self.before = before
    self.after = after
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.require(.editRankingRules)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    try after.findings.orRefuse()
    var after = after
    (after.id, after.kind) = (before.id, before.kind)
    try Failure.check(try records.put(before, after), on: after.title)
  }
}

/// A row of a rule set, which those who look after the rules write: its place in the set stays.
public protocol RuleSetRow: WrittenRow, Hashable, Sendable, Codable {
  /// The name of the use case in the journal.
  static var useCase: String { get }
  var id: ID<Self> { get set }
  var ruleSet: ID<RankingRuleSet> { get }
  /// What a conflict is about.
  var subject: String { get }
  /// What is wrong with it among the other rows of its edition.
  func findings(in edition: RankingEdition) -> [Finding]
}

/// Writes a row of a rule set, or corrects it.
public struct SetRuleRow<Row: RuleSetRow>: UseCase {
  public static var name: String { Row.useCase }
  /// As the form showed it; nil for a new row.
  public var before: Row?
  public var row: Row
  private var isNumbered = false

  public init(_ before: Row?, _ row: Row) {
    self.before = before
    self.row = row
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    try records.giveID(to: &row.id, before: before?.id, once: &isNumbered)
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.require(.editRankingRules)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    guard let edition = try records.rankingEdition(row.ruleSet),
      before.map({ $0.ruleSet == row.ruleSet }) ?? true
    else { throw Failure.forbidden }
    try row.findings(in: edition).orRefuse()
    try Failure.check(try Row.put(before, row, into: records), on: row.subject)
  }
}

/// Writes a condition of a rank; only the value, its comparison and its source are open to change.
public typealias SetRankCondition = SetRuleRow<RankCondition>

extension RankCondition: RuleSetRow {
  public static let useCase = "rank.condition"
  public var subject: String { key.rawValue }
  public func findings(in edition: RankingEdition) -> [Finding] { findings }
  public static func put(
    _ old: Self?, _ new: Self, into records: borrowing Writing
  ) throws(StoreError) -> Conflict? { try records.put(old, new) }
}

/// Writes a row of the point table (S3-0b, S4-4e, S4-4h).
public typealias SetCriterion = SetRuleRow<ScoreCriterion>

extension ScoreCriterion: RuleSetRow {
  public static let useCase = "rank.criterion"
  public var subject: String { indicator }

  public func findings(in edition: RankingEdition) -> [Finding] {
    var edition = edition
    edition.criteria.removeAll { $0.id == id }
    edition.criteria.append(self)
    return edition.findings(of: self)
  }

  public static func put(
    _ old: Self?, _ new: Self, into records: borrowing Writing
  ) throws(StoreError) -> Conflict? { try records.put(old, new) }
}

/// Writes the fewest points of a rank, in all or in a competency (S4-4c, S4-4f).
public typealias SetMinimum = SetRuleRow<RankMinimum>

extension RankMinimum: RuleSetRow {
  public static let useCase = "rank.minimum"
  public var subject: String { competency }
  public func findings(in edition: RankingEdition) -> [Finding] {
    origin.findings(.minimumPoints)
  }
  public static func put(
    _ old: Self?, _ new: Self, into records: borrowing Writing
  ) throws(StoreError) -> Conflict? { try records.put(old, new) }
}
