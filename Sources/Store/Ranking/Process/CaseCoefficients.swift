public import Training

extension CaseCoefficient.Characteristic: Storable {}

/// What the points of cases are multiplied by.
extension Querying where Self: ~Copyable {
  public func caseCoefficients(of it: ID<RankingCase>) throws(StoreError) -> [CaseCoefficient] {
    try all(
      """
      SELECT id, ranking_case, characteristic, factor, reason, giver, day FROM case_coefficient
      WHERE ranking_case = ? ORDER BY id
      """, [it]
    ) { row in
      CaseCoefficient(
        id: try row[0], rankingCase: try row[1], characteristic: try row[2], factor: try row[3],
        reason: try row[4], giver: try row[5], day: try row[6])
    }
  }
}

extension Writing {
  public func put(_ old: CaseCoefficient?, _ new: CaseCoefficient) throws(StoreError) -> Conflict? {
    try put("case_coefficient", new.id, from: old?.cells, to: new.cells)
  }
}

extension CaseCoefficient {
  fileprivate var cells: Cells {
    [
      ("ranking_case", rankingCase), ("characteristic", characteristic), ("factor", factor),
      ("reason", reason), ("giver", giver), ("day", day),
    ]
  }
}
