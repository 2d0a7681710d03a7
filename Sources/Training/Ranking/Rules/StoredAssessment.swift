public import Persian

/// What was looked at when a case was handed in, or when its board decided, as it stood that day.
public struct StoredAssessment: Hashable, Sendable, Codable {
  /// The raw value is stored.
  public enum Occasion: String, CaseIterable, Hashable, Sendable, Codable {
    case submission, vote, reassessment
  }

  public var id: ID<StoredAssessment>
  public var rankingCase: ID<RankingCase>
  public var occasion: Occasion
  public var day: JalaliDate
  public var assessment: RankAssessment

  public init(
    id: ID<StoredAssessment>, rankingCase: ID<RankingCase>, occasion: Occasion, day: JalaliDate,
    assessment: RankAssessment
  ) {
    self.id = id
    self.rankingCase = rankingCase
    self.occasion = occasion
    self.day = day
    self.assessment = assessment
  }
}

/// The points of a criterion in a case: what the applicant claims, and what the assessor or the
/// board gave.
public struct CaseScore: Hashable, Sendable, Codable {
  public var id: ID<CaseScore>
  public var rankingCase: ID<RankingCase>
  public var criterion: ID<ScoreCriterion>
  public var selfPoints: Fraction?
  /// Nil before somebody gave them.
  public var points: Fraction?
  /// Whose points they are.
  public var source: String

  public init(
    id: ID<CaseScore>, rankingCase: ID<RankingCase>, criterion: ID<ScoreCriterion>,
    selfPoints: Fraction? = nil, points: Fraction? = nil, source: String = ""
  ) {
    self.id = id
    self.rankingCase = rankingCase
    self.criterion = criterion
    self.selfPoints = selfPoints
    self.points = points
    self.source = source
  }
}
