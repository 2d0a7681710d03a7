import FoundationEssentials
import Persian

/// A rule set as Assets ships it: rows with clause and source, without ids.
public struct RankingEditionFile: Hashable, Sendable, Codable {
  public struct Condition: Hashable, Sendable, Codable {
    /// 0 for everybody who enters or is promoted.
    var rank: Int
    var key: RankCondition.Key
    var op: RankCondition.Comparison
    var value: String
    var remark: String?
    var concession: Bool?
    var clause: String
    var source: String
  }

  public struct Criterion: Hashable, Sendable, Codable {
    var competency: String
    var row: Int
    var component: String
    var indicator: String
    var unit: String
    var measure: ScoreCriterion.Measure
    var evidence: [String]?
    var research: Bool?
    var board: Bool?
    var formOne: Bool?
    var clause: String
    var source: String
  }

  var kind: RankingKind
  var phase: RankingPhase?
  var title: String
  var from: JalaliDate
  var source: String
  var note: String?
  var retiredAfter: JalaliDate?
  var conditions: [Condition]
  var criteria: [Criterion]
  /// Competencies whose minima are wanted for every rank, empty for the total; all without a number.
  var minima: [String]
  var minimumClause: String?

  /// The files of Assets, in the order in which a new office takes them.
  public static let names = [
    "Ranking/staff.json", "Ranking/establishment.json", "Ranking/promotion.json",
  ]

  /// - Throws: `RuleBook.Problem.unreadable`.
  public init(decoding bytes: [UInt8]) throws(RuleBook.Problem) {
    do {
      self = try JSONDecoder().decode(Self.self, from: Data(bytes))
    } catch {
      throw .unreadable("\(error)")
    }
  }

  /// How many ids `edition(ids:)` takes.
  public var count: Int {
    1 + conditions.count + criteria.count + minima.count * Rank.allCases.count
  }

  /// The edition with an id for the set and for every row.
  public func edition<E: Error>(ids next: () throws(E) -> Int64) throws(E) -> RankingEdition {
    let set = RankingRuleSet(
      id: ID(rawValue: try next()), kind: kind, phase: phase, title: title, from: from,
      source: source, note: note ?? "", retiredAfter: retiredAfter)
    var edition = RankingEdition(set: set)
    for row in conditions {
      edition.conditions.append(
        RankCondition(
          id: ID(rawValue: try next()), ruleSet: set.id, rank: Rank(rawValue: row.rank),
          key: row.key, comparison: row.op, value: row.value, remark: row.remark ?? "",
          allowsConcession: row.concession ?? false,
          origin: RowOrigin(clause: row.clause, source: row.source)))
    }
    for (index, row) in criteria.enumerated() {
      edition.criteria.append(
        ScoreCriterion(
          id: ID(rawValue: try next()), ruleSet: set.id, competency: row.competency, row: row.row,
          component: row.component, indicator: row.indicator, unit: row.unit,
          priority: index + 1, measure: row.measure, evidenceKinds: row.evidence ?? [],
          needsResearchCheck: row.research ?? false, isBoardScored: row.board ?? false,
          needsFormOne: row.formOne ?? false,
          origin: RowOrigin(clause: row.clause, source: row.source)))
    }
    for rank in Rank.allCases {
      for competency in minima {
        edition.minima.append(
          RankMinimum(
            id: ID(rawValue: try next()), ruleSet: set.id, rank: rank, competency: competency,
            points: nil, origin: RowOrigin(clause: minimumClause ?? "", source: source)))
      }
    }
    return edition
  }
}
