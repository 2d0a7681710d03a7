public import Persian
public import Training

extension RankCondition.Key: Storable {}
extension RankCondition.Comparison: Storable {}
extension ScoreCriterion.Measure: Storable {}

/// Rule sets of ranking and their tables.
extension Querying where Self: ~Copyable {
  /// Every rule set, the latest first.
  public func rankRuleSets() throws(StoreError) -> [RankingRuleSet] {
    try all(
      "\(RankingRuleSet.selection) ORDER BY kind, from_day DESC, id DESC", [],
      RankingRuleSet.init(row:))
  }

  public func rankRuleSet(_ id: ID<RankingRuleSet>) throws(StoreError) -> RankingRuleSet? {
    try first("\(RankingRuleSet.selection) WHERE id = ?", [id], RankingRuleSet.init(row:))
  }

  /// A rule set with its tables; nil when there is none.
  public func rankingEdition(_ id: ID<RankingRuleSet>) throws(StoreError) -> RankingEdition? {
    guard let set = try rankRuleSet(id) else { return nil }
    return RankingEdition(
      set: set,
      conditions: try all(
        """
        SELECT id, rule_set, rank, key, comparison, value, remark, concession, clause, source, sample
        FROM rank_condition WHERE rule_set = ? ORDER BY rank, id
        """, [id], RankCondition.init(row:)),
      criteria: try all(
        """
        SELECT id, rule_set, competency, row_number, component, indicator, unit, points, maximum,
          priority, job_title, measure, evidence, research, board_scored, form_one, active, clause,
          source, sample
        FROM score_criterion WHERE rule_set = ? ORDER BY priority, id
        """, [id], ScoreCriterion.init(row:)),
      minima: try all(
        """
        SELECT id, rule_set, rank, competency, points, clause, source, sample
        FROM rank_minimum WHERE rule_set = ? ORDER BY rank, id
        """, [id], RankMinimum.init(row:)))
  }

  /// The edition in force on a day: of those for the phase, the one that began last; before all of
  /// them, the first.
  public func rankingEdition(
    _ kind: RankingKind, _ phase: RankingPhase, on day: JalaliDate
  ) throws(StoreError) -> RankingEdition? {
    // What is asked of whoever keeps a rank is what was asked of whoever got it by promotion.
    let wanted: RankingPhase = phase == .reassessment ? .promotion : phase
    let sets = try rankRuleSets().filter {
      $0.kind == kind && ($0.phase == nil || $0.phase == wanted)
    }
    guard let set = sets.first(where: { $0.from <= day }) ?? sets.last else { return nil }
    return try rankingEdition(set.id)
  }
}

extension Writing {
  public func put(_ old: RankingRuleSet?, _ new: RankingRuleSet) throws(StoreError) -> Conflict? {
    try put("rank_rule_set", new.id, from: old?.cells, to: new.cells)
  }

  public func put(_ old: RankCondition?, _ new: RankCondition) throws(StoreError) -> Conflict? {
    try put("rank_condition", new.id, from: old?.cells, to: new.cells)
  }

  public func put(_ old: ScoreCriterion?, _ new: ScoreCriterion) throws(StoreError) -> Conflict? {
    try put("score_criterion", new.id, from: old?.cells, to: new.cells)
  }

  public func put(_ old: RankMinimum?, _ new: RankMinimum) throws(StoreError) -> Conflict? {
    try put("rank_minimum", new.id, from: old?.cells, to: new.cells)
  }

  /// A rule set with all its rows, none of which is there yet.
  public func insert(_ edition: RankingEdition) throws(StoreError) {
    try insert("rank_rule_set", edition.set.id, edition.set.cells)
    for row in edition.conditions { try insert("rank_condition", row.id, row.cells) }
    for row in edition.criteria { try insert("score_criterion", row.id, row.cells) }
    for row in edition.minima { try insert("rank_minimum", row.id, row.cells) }
  }
}

extension RowOrigin {
  fileprivate static func stored(in row: borrowing Row, from start: Int) throws -> RowOrigin {
    RowOrigin(clause: try row[start], source: try row[start + 1], isSample: try row[start + 2])
  }

  fileprivate var cells: Cells { [("clause", clause), ("source", source), ("sample", isSample)] }
}

extension RankingRuleSet {
  fileprivate static let selection = """
    SELECT id, kind, phase, title, from_day, source, note, strict_blocks, retired_after
    FROM rank_rule_set
    """

  fileprivate init(row: borrowing Row) throws {
    let phase: String = try row[2]
    self.init(
      id: try row[0], kind: try row[1], phase: RankingPhase(rawValue: phase), title: try row[3],
      from: try row[4], source: try row[5], note: try row[6], hasStrictBlocks: try row[7],
      retiredAfter: try row[8])
  }

  fileprivate var cells: Cells {
    [
      ("kind", kind), ("phase", phase?.rawValue ?? ""), ("title", title), ("from_day", from),
      ("source", source), ("note", note), ("strict_blocks", hasStrictBlocks),
      ("retired_after", retiredAfter),
    ]
  }
}

extension RankCondition {
  fileprivate init(row: borrowing Row) throws {
    let rank: Int = try row[2]
    self.init(
      id: try row[0], ruleSet: try row[1], rank: Rank(rawValue: rank), key: try row[3],
      comparison: try row[4], value: try row[5], remark: try row[6], allowsConcession: try row[7],
      origin: try .stored(in: row, from: 8))
  }

  fileprivate var cells: Cells {
    let own: Cells = [
      ("rule_set", ruleSet), ("rank", rank?.rawValue ?? 0), ("key", key),
      ("comparison", comparison), ("value", value), ("remark", remark),
      ("concession", allowsConcession),
    ]
    return own + origin.cells
  }
}

extension ScoreCriterion {
  fileprivate init(row: borrowing Row) throws {
    let kinds: String = try row[12]
    self.init(
      id: try row[0], ruleSet: try row[1], competency: try row[2], row: try row[3],
      component: try row[4], indicator: try row[5], unit: try row[6], pointsPerUnit: try row[7],
      maximum: try row[8], priority: try row[9], jobTitle: try row[10], measure: try row[11],
      evidenceKinds: kinds.split(separator: "\n").map(String.init),
      needsResearchCheck: try row[13], isBoardScored: try row[14], needsFormOne: try row[15],
      isActive: try row[16], origin: try .stored(in: row, from: 17))
  }

  fileprivate var cells: Cells {
    let own: Cells = [
      ("rule_set", ruleSet), ("competency", competency), ("row_number", row),
      ("component", component), ("indicator", indicator), ("unit", unit),
      ("points", pointsPerUnit), ("maximum", maximum), ("priority", priority),
      ("job_title", jobTitle), ("measure", measure),
    ]
    let flags: Cells = [
      ("evidence", evidenceKinds.joined(separator: "\n")), ("research", needsResearchCheck),
      ("board_scored", isBoardScored), ("form_one", needsFormOne), ("active", isActive),
    ]
    return own + flags + origin.cells
  }
}

extension RankMinimum {
  fileprivate init(row: borrowing Row) throws {
    self.init(
      id: try row[0], ruleSet: try row[1], rank: try row[2], competency: try row[3],
      points: try row[4], origin: try .stored(in: row, from: 5))
  }

  fileprivate var cells: Cells {
    let own: Cells = [
      ("rule_set", ruleSet), ("rank", rank), ("competency", competency), ("points", points),
    ]
    return own + origin.cells
  }
}
