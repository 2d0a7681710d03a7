public import Persian

/// An edition of ranking rules (S3-0a): whose they are, from which day, and where they come from.
public struct RankingRuleSet: Hashable, Sendable, Codable {
  public var id: ID<RankingRuleSet>
  public var kind: RankingKind
  /// The phase that it decides; nil for every phase.
  public var phase: RankingPhase?
  public var title: String
  /// The first day on which it is in force.
  public var from: JalaliDate
  /// The document it follows, or who set it; never empty.
  public var source: String
  public var note: String
  /// Whether in-service hours count in whole blocks of both kinds; otherwise the general hours only
  /// fill up to their share.
  public var hasStrictBlocks: Bool
  /// People who retired after this day may apply too (S4-4i); nil where nobody retired may.
  public var retiredAfter: JalaliDate?

  public init(
    id: ID<RankingRuleSet>, kind: RankingKind, phase: RankingPhase? = nil, title: String,
    from: JalaliDate, source: String, note: String = "", hasStrictBlocks: Bool = true,
    retiredAfter: JalaliDate? = nil
  ) {
    self.id = id
    self.kind = kind
    self.phase = phase
    self.title = title
    self.from = from
    self.source = source
    self.note = note
    self.hasStrictBlocks = hasStrictBlocks
    self.retiredAfter = retiredAfter
  }
}

/// Where a row of a rule set comes from; a row without a source is not accepted.
public struct RowOrigin: Hashable, Sendable, Codable {
  /// The id of the clause; empty for rows that a ministry added.
  public var clause: String
  public var source: String
  /// A row that shows the form of a table and is no regulation («نمونه»).
  public var isSample: Bool

  public init(clause: String = "", source: String, isSample: Bool = false) {
    self.clause = clause
    self.source = source
    self.isSample = isSample
  }
}

/// A condition of a rank as data: what is looked at, how it is compared, and with what (S3-10a).
public struct RankCondition: Hashable, Sendable, Codable {
  /// What a condition looks at; the raw value is stored and stands in the table of the regulations.
  public enum Key: String, CaseIterable, Hashable, Sendable, Codable {
    case covered
    case nextRank = "next_rank"
    case competencyCertificate = "competency_certificate"
    case degreeOrException = "degree_or_exception"
    case fullTime = "full_time"
    case serviceYears = "service_years"
    case teachingYears = "teaching_years"
    case yearsInRank = "years_in_rank"
    case degree
    case totalPoints = "total_points"
    case yearlyPoints = "yearly_points"
    case minimumTotal = "minimum_total"
    case minimumEach = "minimum_each"
    case appraisalAverage = "appraisal_avg_5y"
    case appraisalFloor = "appraisal_min_each_year"
    case appraisalWorked = "appraisal_avg_worked"
    case papersTaughtOrEducation = "papers_taught_or_edu"
    case papersFieldOfStudy = "papers_field_of_study"
    case papersTaughtAfterRank = "papers_taught_after_rank"
    case papersEducation = "papers_education"
    case booksApproved = "books_taught_approved"
    case newEvidence = "new_evidence"
    case lastAssessmentKept = "last_assessment_kept"
    case noConviction = "no_final_conviction"
    case generalCompetence = "general_competence_ok"
  }

  /// How the value is compared; the raw value is stored.
  public enum Comparison: String, CaseIterable, Hashable, Sendable, Codable {
    case atLeast = ">="
    case below = "<"
    case equal = "="
    /// The regulation says something, yet not what: shown as a warning, never a refusal.
    case unknown = "?"
  }

  public var id: ID<RankCondition>
  public var ruleSet: ID<RankingRuleSet>
  /// Nil for everybody who enters or is promoted.
  public var rank: Rank?
  public var key: Key
  public var comparison: Comparison
  /// A number, or a code of the list `degree`; empty where the regulation's value is not known.
  public var value: String
  public var remark: String
  /// Whether concessions of the person shorten it (S4-11).
  public var allowsConcession: Bool
  public var origin: RowOrigin

  public init(
    id: ID<RankCondition>, ruleSet: ID<RankingRuleSet>, rank: Rank?, key: Key,
    comparison: Comparison, value: String, remark: String = "", allowsConcession: Bool = false,
    origin: RowOrigin
  ) {
    self.id = id
    self.ruleSet = ruleSet
    self.rank = rank
    self.key = key
    self.comparison = comparison
    self.value = value
    self.remark = remark
    self.allowsConcession = allowsConcession
    self.origin = origin
  }

  /// The value as a number; nil where it is none.
  public var number: Fraction? { Fraction(value) }

  /// Whether a text is a value that the key can be compared with; empty is the unknown value.
  public static func accepts(_ value: String, for key: Key) -> Bool {
    switch key {
    case .degree, .degreeOrException: value.isEmpty || DegreeRecord.order(of: value) != nil
    default: value.isEmpty || Fraction(value).map { $0 >= .zero } ?? false
    }
  }
}

/// The fewest points of a rank: in all, or in one competency (S4-4c, S4-4f).
public struct RankMinimum: Hashable, Sendable, Codable {
  public var id: ID<RankMinimum>
  public var ruleSet: ID<RankingRuleSet>
  public var rank: Rank
  /// A code of the list `criterion`; empty for the sum of all.
  public var competency: String
  /// Nil while nobody has entered it: then nothing is decided by it.
  public var points: Fraction?
  public var origin: RowOrigin

  public init(
    id: ID<RankMinimum>, ruleSet: ID<RankingRuleSet>, rank: Rank, competency: String,
    points: Fraction?, origin: RowOrigin
  ) {
    self.id = id
    self.ruleSet = ruleSet
    self.rank = rank
    self.competency = competency
    self.points = points
    self.origin = origin
  }
}

/// A rule set with its tables: what an assessment is made by.
public struct RankingEdition: Hashable, Sendable {
  public var set: RankingRuleSet
  public var conditions: [RankCondition]
  public var criteria: [ScoreCriterion]
  public var minima: [RankMinimum]

  public init(
    set: RankingRuleSet, conditions: [RankCondition] = [], criteria: [ScoreCriterion] = [],
    minima: [RankMinimum] = []
  ) {
    self.set = set
    self.conditions = conditions
    self.criteria = criteria
    self.minima = minima
  }

  /// The conditions of a rank, those of everybody first, in the order of the table.
  public func conditions(of rank: Rank) -> [RankCondition] {
    conditions.filter { $0.rank == nil } + conditions.filter { $0.rank == rank }
  }

  public func minimum(of rank: Rank, in competency: String = "") -> RankMinimum? {
    minima.first { $0.rank == rank && $0.competency == competency }
  }

  /// The criteria for a post: those that were made for it take the place of the common ones of the
  /// same component (S4-4h); in order of priority (S4-4j).
  public func criteria(forJob title: String) -> [ScoreCriterion] {
    let own = criteria.filter { !$0.jobTitle.isEmpty && $0.isFor(job: title) && $0.isActive }
    let replaced = Set(own.map(\.place))
    let common = criteria.filter {
      $0.jobTitle.isEmpty && $0.isActive && !replaced.contains($0.place)
    }
    return (own + common).sorted { ($0.priority, $0.row) < ($1.priority, $1.row) }
  }
}
