/// What rows of rule sets must be: every number with its source, every value one that can be
/// compared (S3-0a).
extension RowOrigin {
  public func findings(_ clause: Clause) -> [Finding] {
    source.allSatisfy(\.isWhitespace)
      ? [Finding(clause, .refusal, .rankRule(.sourceMissing))] : []
  }
}

extension RankingRuleSet {
  public var findings: [Finding] {
    (title.isEmpty ? [Finding(.rankingRules, .refusal, .rankRule(.titleMissing))] : [])
      + RowOrigin(source: source).findings(.rankingRules)
  }
}

extension RankCondition {
  public var findings: [Finding] {
    origin.findings(.rankConditions)
      + (Self.accepts(value, for: key)
        ? [] : [Finding(.rankConditions, .refusal, .rankRule(.valueUnfit(key, value)))])
  }
}

extension RankingEdition {
  /// A row of the point table among the others: rows for a post stay under the ceiling that the
  /// common rows of their component have together (S4-4h).
  public func findings(of row: ScoreCriterion) -> [Finding] {
    var findings = row.origin.findings(.pointTable)
    if row.indicator.isEmpty {
      findings.append(Finding(.pointTable, .refusal, .rankRule(.titleMissing)))
    }
    guard !row.jobTitle.isEmpty else { return findings }
    let common = criteria.filter { $0.place == row.place && $0.jobTitle.isEmpty && $0.isActive }
    let own = criteria.filter {
      $0.place == row.place && $0.isFor(job: row.jobTitle) && $0.isActive
    }
    let ceilings = common.compactMap(\.maximum)
    guard ceilings.count == common.count, !common.isEmpty else { return findings }
    let ceiling = ceilings.reduce(.zero, +)
    let sum = own.compactMap(\.maximum).reduce(.zero, +)
    if sum > ceiling || own.contains(where: { $0.maximum == nil }) {
      findings.append(
        Finding(.postCriteria, .refusal, .rankRule(.overComponent(sum: sum, ceiling: ceiling))))
    }
    return findings
  }
}
