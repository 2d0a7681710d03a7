/// Level 4: what a course cost and what it brought, with the two formulas of S2-8.9b.
///
/// The seed names the formulas without writing them out: cost to benefit is the quotient of both,
/// and the return on investment is what is gained over the cost, in percent of the cost.
public struct ResultsFigures: Hashable, Sendable, Codable {
  public var cost: Rial
  public var benefit: Rial

  public init(cost: Rial, benefit: Rial) {
    self.cost = cost
    self.benefit = benefit
  }

  /// «نسبت هزینه به فایده» to two places; nil without any benefit.
  public var costToBenefit: Double? {
    benefit.amount > 0 ? (Double(cost.amount) / Double(benefit.amount)).inHundredths : nil
  }

  /// The same the other way round; nil without any cost.
  public var benefitToCost: Double? {
    cost.amount > 0 ? (Double(benefit.amount) / Double(cost.amount)).inHundredths : nil
  }

  /// «بازگشت سرمایه» in percent to two places; nil without any cost.
  public var returnOnInvestment: Double? {
    guard cost.amount > 0 else { return nil }
    return (Double((benefit - cost).amount) / Double(cost.amount) * 100).inHundredths
  }
}

/// Without a cost neither formula says anything (S2-8.9b).
public struct CostKnown: Policy {
  public static let clause = Clause.resultsFormulas
  public init() {}

  public func findings(in facts: ResultsFigures) -> [Finding] {
    facts.cost.amount > 0
      ? [] : [refusal(.effectiveness(.noCost), remedy: .correct(.cost))]
  }
}
