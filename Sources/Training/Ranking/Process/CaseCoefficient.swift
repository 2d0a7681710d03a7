public import Persian

/// What the points of a case are multiplied by for something special about where and whom somebody
/// teaches (S4-6h); one, unless the chair of the board sets another number with a reason.
public struct CaseCoefficient: Hashable, Sendable, Codable {
  /// What is special, in the order of the bylaw; the raw value is stored.
  public enum Characteristic: String, CaseIterable, Hashable, Sendable, Codable {
    case region, stage, field, hours, school
    /// Conditions of the place («شرایط بوم و …»), which no field of the case holds.
    case place
  }

  public var id: ID<CaseCoefficient>
  public var rankingCase: ID<RankingCase>
  public var characteristic: Characteristic
  public var factor: Fraction
  public var reason: String
  /// Who set it.
  public var giver: String
  public var day: JalaliDate

  public init(
    id: ID<CaseCoefficient>, rankingCase: ID<RankingCase>, characteristic: Characteristic,
    factor: Fraction, reason: String, giver: String, day: JalaliDate
  ) {
    self.id = id
    self.rankingCase = rankingCase
    self.characteristic = characteristic
    self.factor = factor
    self.reason = reason
    self.giver = giver
    self.day = day
  }

  /// What it is while nobody has set it.
  public static let neutral = Fraction(1)
}

extension RankingCase.Form {
  /// What the case says of a characteristic: a code, minutes, or nothing.
  public func value(of characteristic: CaseCoefficient.Characteristic) -> String? {
    switch characteristic {
    case .region: region
    case .stage: stage
    case .field: field
    case .hours: weeklyMinutes == 0 ? "" : "\(weeklyMinutes)"
    case .school: schoolKind
    case .place: nil
    }
  }
}

extension [CaseCoefficient] {
  /// Those that change something.
  public var effective: [CaseCoefficient] { filter { $0.factor != CaseCoefficient.neutral } }

  /// What points of the table are multiplied by: all of them together.
  public var product: Fraction { reduce(CaseCoefficient.neutral) { $0 * $1.factor } }
}

/// The chair sets coefficients before the first vote on the case, within the bounds, for what the
/// case says, with a reason (S4-6h).
public struct CoefficientFits: Policy {
  public static let clause = Clause.rankingCoefficients
  let least: Fraction
  let most: Fraction

  public init(least: Fraction, most: Fraction) {
    self.least = least
    self.most = most
  }

  public func findings(in facts: RankingLife.Facts) -> [Finding] {
    var findings: [Finding] = []
    if facts.part != .chair { findings.append(refusal(.rankCase(.notChair))) }
    if facts.isVotedOn { findings.append(refusal(.rankCase(.votedOn))) }
    guard let it = facts.coefficient else { return findings }
    if it.factor < least || most < it.factor {
      findings.append(
        refusal(.rankCase(.coefficientOutside(it.factor, least: least, most: most))))
    }
    if it.reason.allSatisfy(\.isWhitespace) {
      findings.append(refusal(.rankCase(.coefficientUnexplained)))
    }
    if facts.rankingCase.form.value(of: it.characteristic)?.isEmpty == true {
      findings.append(refusal(.rankCase(.characteristicMissing(it.characteristic))))
    }
    return findings
  }
}
