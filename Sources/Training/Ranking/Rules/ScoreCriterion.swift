import Persian

/// A row of a point table: what earns points, how many, and up to which ceiling (S3-0b, S4-4e).
public struct ScoreCriterion: Hashable, Sendable, Codable {
  /// What is counted; the raw value is stored.
  public enum Measure: String, CaseIterable, Hashable, Sendable, Codable {
    /// Evidence of the kinds named, each one unit.
    case evidence
    /// Blocks of in-service training in the stay (S3-4a).
    case trainingBlocks
    case serviceYears
    /// Years as a manager, or as a deputy (S3-9).
    case managerYears, deputyYears
    /// The points of the certificate of teachers' competency; others stand in for it where S3-10d
    /// and S3-10e say so.
    case certificate
    /// The mean of the appraisals of the stay.
    case appraisal
    /// The results of competency assessment (S1-7).
    case generalResult, specialisedResult, professionalResult
    /// One unit for graduates under the law of the committed (S3-8).
    case committedGraduate
    /// One unit where the degree's field is one of the post (S3-2a).
    case matchingDegree
    /// Only what the assessor or the board gives.
    case assessor
  }

  /// Competency and component, which one ceiling belongs to.
  public struct Place: Hashable, Sendable {
    public let competency: String
    public let component: String
  }

  public var id: ID<ScoreCriterion>
  public var ruleSet: ID<RankingRuleSet>
  /// A code of the list `criterion`, or of `ranking-indicator` in the rules for staff.
  public var competency: String
  public var row: Int
  public var component: String
  public var indicator: String
  public var unit: String
  /// Nil while nobody has entered it.
  public var pointsPerUnit: Fraction?
  /// The ceiling; nil while nobody has entered it.
  public var maximum: Fraction?
  /// The order in which criteria are applied, the least first (S4-4j).
  public var priority: Int
  /// The post it was made for (S4-4h); empty for all.
  public var jobTitle: String
  public var measure: Measure
  /// Codes of the list `ranking-evidence`.
  public var evidenceKinds: [String]
  /// Whether its evidence has to be authenticated first (S4-4g).
  public var needsResearchCheck: Bool
  /// Whether the board sets the points of each piece (S3-7b).
  public var isBoardScored: Bool
  /// Whether nothing is earned before the form of the indicator is filled in (S3-1a).
  public var needsFormOne: Bool
  public var isActive: Bool
  public var origin: RowOrigin

  public init(
    id: ID<ScoreCriterion>, ruleSet: ID<RankingRuleSet>, competency: String, row: Int = 0,
    component: String, indicator: String, unit: String = "", pointsPerUnit: Fraction? = nil,
    maximum: Fraction? = nil, priority: Int = 0, jobTitle: String = "",
    measure: Measure = .evidence, evidenceKinds: [String] = [], needsResearchCheck: Bool = false,
    isBoardScored: Bool = false, needsFormOne: Bool = false, isActive: Bool = true,
    origin: RowOrigin
  ) {
    self.id = id
    self.ruleSet = ruleSet
    self.competency = competency
    self.row = row
    self.component = component
    self.indicator = indicator
    self.unit = unit
    self.pointsPerUnit = pointsPerUnit
    self.maximum = maximum
    self.priority = priority
    self.jobTitle = jobTitle
    self.measure = measure
    self.evidenceKinds = evidenceKinds
    self.needsResearchCheck = needsResearchCheck
    self.isBoardScored = isBoardScored
    self.needsFormOne = needsFormOne
    self.isActive = isActive
    self.origin = origin
  }

  public var place: Place { Place(competency: competency, component: component) }

  public func isFor(job title: String) -> Bool {
    SearchKey.joined(jobTitle) == SearchKey.joined(title)
  }
}
