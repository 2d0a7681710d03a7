public import Persian

/// A row of the point table with what a person has of it.
public struct CriterionLine: Hashable, Sendable, Codable {
  /// One thing that was looked at.
  public struct Item: Hashable, Sendable, Codable {
    public var title: String
    public var day: JalaliDate?
    public var points: Fraction
    /// Why it earns nothing; nil where it does.
    public var exclusion: Exclusion?

    public init(
      title: String, day: JalaliDate? = nil, points: Fraction = .zero, exclusion: Exclusion? = nil
    ) {
      self.title = title
      self.day = day
      self.points = points
      self.exclusion = exclusion
    }
  }

  /// Why something earns nothing.
  public enum Exclusion: Hashable, Sendable, Codable {
    /// Before the current rank («خارج از بازه رتبه فعلی»).
    case outsideStay(from: JalaliDate)
    /// A course without the day on which it ended.
    case undated
    case courseKindUnknown
    case formOneMissing
    case degreeMissing
    case degreeMismatch(field: String)
    /// Nobody has entered the fields of study that the post asks for.
    case fieldsUndefined
    case notAuthenticated
    case bookKindMissing
    case notRelated
    /// A later printing without a revision that the groups confirm (S3-3c).
    case reprint
    /// The board has not set its points.
    case notScored
    case notConfirmed
    case notCommitted
    /// Graduated after employment (S3-8b).
    case continuedEducation
    /// Graduated from a technical college after the separation of that year.
    case afterSeparation(Int)
    /// Others stand in for row 3 (S3-10d, S3-10e).
    case replaced
  }

  public var criterion: ID<ScoreCriterion>
  public var competency: String
  public var row: Int
  public var component: String
  public var indicator: String
  public var unit: String
  public var pointsPerUnit: Fraction?
  public var maximum: Fraction?
  public var isSample: Bool
  public var clause: String
  public var source: String
  /// How many units there are.
  public var amount: Fraction
  /// What is known to be earned, never above the ceiling.
  public var points: Fraction
  /// Whether that is all: the table has its number and everything was marked.
  public var isComplete: Bool
  /// Whether the assessor or the board set the points.
  public var isGiven: Bool
  public var items: [Item]

  init(
    _ it: ScoreCriterion, amount: Fraction = .zero, points: Fraction = .zero,
    isComplete: Bool = true, isGiven: Bool = false, items: [Item] = []
  ) {
    criterion = it.id
    competency = it.competency
    row = it.row
    component = it.component
    indicator = it.indicator
    unit = it.unit
    pointsPerUnit = it.pointsPerUnit
    maximum = it.maximum
    isSample = it.origin.isSample
    clause = it.origin.clause
    source = it.origin.source
    self.amount = amount
    self.points = it.maximum.map { min($0, points) } ?? points
    self.isComplete = isComplete
    self.isGiven = isGiven
    self.items = items
  }
}
