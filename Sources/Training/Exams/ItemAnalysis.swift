/// What the answers to an exam say of its questions and of the exam (S2-8.6c).
///
/// - Facility p of a question is the mean share of its points: Σ credit ÷ n.
/// - Discrimination D is the difference of the facility in the best and the worst 27 % of the learners
///   by their whole score: D = p(upper) − p(lower) (Kelley, "The selection of upper and lower groups for
///   the validation of test items", 1939).
/// - Reliability is Cronbach's α = k ÷ (k − 1) × (1 − Σ σᵢ² ÷ σ²) over k questions (Cronbach, "Coefficient
///   alpha and the internal structure of tests", 1951). Where every credit is 0 or 1 it is KR-20 (Kuder
///   and Richardson, 1937), because σᵢ² is then p × (1 − p). Variances are those of the whole group.
public struct ItemAnalysis: Hashable, Sendable {
  public struct Item: Hashable, Sendable {
    /// 0…1.
    public var facility: Double
    /// −1…1; nil with fewer than two learners in a group.
    public var discrimination: Double?
  }

  public let learners: Int
  /// In the order of the questions.
  public let items: [Item]
  /// Nil with fewer than two questions or learners, and where all have the same score.
  public let alpha: Double?
  /// Whether every credit is all or nothing: then α is KR-20.
  public let isDichotomous: Bool
  /// The learners of the upper group, and as many of the lower.
  public let group: Int

  /// - Parameter credits: For each learner the share of the points of each question, 0…1; as many for
  ///   everybody.
  public init(_ credits: [[Double]]) {
    learners = credits.count
    let count = credits.first?.count ?? 0
    let totals = credits.map { $0.reduce(0, +) }
    // Twenty-seven percent, rounded; learners with the same score keep their order.
    group = min((credits.count * 27 + 50) / 100, credits.count / 2)
    let ranked = totals.indices.sorted { (totals[$1], $0) < (totals[$0], $1) }
    let (upper, lower) = (ranked.prefix(group), ranked.suffix(group))
    let groupSize = group
    items = (0..<count).map { item in
      let all = credits.map { $0[item] }
      let difference =
        groupSize < 2
        ? nil
        : Self.mean(upper.map { credits[$0][item] }) - Self.mean(lower.map { credits[$0][item] })
      return Item(facility: Self.mean(all), discrimination: difference)
    }
    isDichotomous = credits.allSatisfy { $0.allSatisfy { $0 == 0 || $0 == 1 } }
    let variance = Self.variance(totals)
    guard count > 1, credits.count > 1, variance > 0 else {
      alpha = nil
      return
    }
    let parts = (0..<count).reduce(0.0) { sum, item in
      sum + Self.variance(credits.map { $0[item] })
    }
    alpha = Double(count) / Double(count - 1) * (1 - parts / variance)
  }

  private static func mean(_ values: [Double]) -> Double {
    values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
  }

  private static func variance(_ values: [Double]) -> Double {
    let mean = mean(values)
    return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(1, values.count))
  }
}
