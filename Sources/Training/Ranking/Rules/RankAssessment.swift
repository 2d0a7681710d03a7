public import Persian

/// A person against one rank under one edition on one day: every condition and every criterion with
/// its numbers (S3-10a, S4-11a).
///
/// It carries what it was made by, so that it explains itself after the edition has changed.
public struct RankAssessment: Hashable, Sendable, Codable {
  public var person: ID<Person>
  public var rank: Rank
  public var kind: RankingKind
  public var phase: RankingPhase
  public var ruleSet: ID<RankingRuleSet>
  public var title: String
  /// The first day of the edition.
  public var edition: JalaliDate
  public var source: String
  public var day: JalaliDate
  /// The first day of the stay whose evidence counts; nil where all of it does.
  public var window: JalaliDate?
  public var conditions: [ConditionLine]
  public var criteria: [CriterionLine]
  public var special: [SpecialPoints]
  /// What the points of the table were multiplied by (S4-6h).
  public var coefficients: [CaseCoefficient]

  /// Whether the conditions hold.
  public enum Outcome: String, Hashable, Sendable, Codable {
    case qualified, notQualified
    /// A number of the regulations is missing, so that nothing is decided automatically.
    case undecided
    /// Only what the board says is open.
    case awaitsBoard

    /// What conditions come to together, all of them or those of one kind.
    public init(of conditions: [ConditionLine]) {
      let verdicts = conditions.map(\.verdict)
      self =
        verdicts.contains(.notMet)
        ? .notQualified
        : verdicts.contains(.undefined)
          ? .undecided : verdicts.contains(.pending) ? .awaitsBoard : .qualified
    }
  }

  public var outcome: Outcome { Outcome(of: conditions) }

  /// The first condition in the way; those that fail come before those that are not known.
  public var firstMissing: ConditionLine? {
    conditions.first { $0.verdict == .notMet } ?? conditions.first { $0.verdict == .undefined }
      ?? conditions.first { $0.verdict == .pending }
  }

  /// The points of a competency, or of all with the special ones where it is empty.
  public func points(in competency: String = "") -> PointTotal {
    PointTotal(criteria, special, coefficients, in: competency)
  }

  /// What keeps somebody from making a case at all: coverage, and the entry conditions of staff
  /// (S3-11, S4-2d).
  public var findingsAtEntry: [Finding] {
    conditions.filter { line in
      switch line.key {
      case .covered, .degreeOrException: true
      case .competencyCertificate: kind == .staff
      default: false
      }
    }.compactMap(\.finding)
  }

  /// What keeps a case from being handed in; what assessors and boards say comes later (S4-11a).
  public var findingsAtSubmission: [Finding] {
    conditions.filter(\.isAutomatic).compactMap(\.finding)
  }
}

/// Points with whether all of them are known.
public struct PointTotal: Hashable, Sendable, Codable {
  public var points: Fraction
  /// Whether nothing is missing: neither a number of the table nor somebody's mark.
  public var isComplete: Bool

  public init(points: Fraction, isComplete: Bool) {
    self.points = points
    self.isComplete = isComplete
  }

  /// The rows of the table together, times the coefficients; special points stand beside them.
  init(
    _ lines: [CriterionLine], _ special: [SpecialPoints], _ coefficients: [CaseCoefficient],
    in competency: String
  ) {
    let own = lines.filter { competency.isEmpty || $0.competency == competency }
    points = own.reduce(.zero) { $0 + $1.points } * coefficients.product
    isComplete = !own.isEmpty && own.allSatisfy(\.isComplete)
    if competency.isEmpty { points = special.reduce(points) { $0 + $1.points } }
  }
}

/// Special points of a person with the document that gives them (S4-4b).
public struct SpecialPoints: Hashable, Sendable, Codable {
  public enum Kind: String, CaseIterable, Hashable, Sendable, Codable { case veteran, elite }

  public var kind: Kind
  public var points: Fraction
  public var document: String

  public init(kind: Kind, points: Fraction, document: String) {
    self.kind = kind
    self.points = points
    self.document = document
  }
}

/// A value of a condition, with its dimension.
public enum ConditionValue: Hashable, Sendable, Codable {
  /// Neither the regulation nor the records say it.
  case unknown
  case flag(Bool)
  case count(Int)
  case points(Fraction)
  case span(years: Int, months: Int)
  /// A code of the list `degree`; empty for none.
  case degree(String)
  /// Nil for nobody's rank.
  case rank(Rank?)
}

/// One condition with what it asks, what there is, and what would meet it.
public struct ConditionLine: Hashable, Sendable, Codable {
  public enum Verdict: String, Hashable, Sendable, Codable {
    case met, notMet
    /// The regulation's number is missing, or points are.
    case undefined
    /// Waits for the board.
    case pending
    /// Does not concern this person.
    case notRequired
    case warning
  }

  /// What else is to be said about the actual value.
  public enum Detail: Hashable, Sendable, Codable {
    case plain
    /// Years without an appraisal («سوابق ارزشیابی ناقص»), or without points.
    case missingYears([Int])
    /// The year with the lowest value.
    case lowestYear(Int)
    /// The actual points are the fewest there may be: some are not known yet.
    case atLeast
    /// What was asked for is shortened by so many months.
    case concession(Int)
    case minimumUndefined
    case days([JalaliDate])
  }

  public var key: RankCondition.Key
  public var comparison: RankCondition.Comparison
  /// The competency of a minimum; empty otherwise.
  public var competency: String
  public var required: ConditionValue
  public var actual: ConditionValue
  public var verdict: Verdict
  public var detail: Detail
  public var remedy: RankRemedy?
  public var remark: String
  /// The id of the clause and the document.
  public var clause: String
  public var source: String

  init(
    _ condition: RankCondition, competency: String = "", required: ConditionValue,
    actual: ConditionValue, _ verdict: Verdict, detail: Detail = .plain,
    remedy: RankRemedy? = nil
  ) {
    key = condition.key
    comparison = condition.comparison
    self.competency = competency
    self.required = required
    self.actual = actual
    self.verdict = verdict
    self.detail = detail
    self.remedy = verdict == .met || verdict == .notRequired ? nil : remedy
    remark = condition.remark
    clause = condition.origin.clause
    source = condition.origin.source
  }

  /// Whether the records decide it when a case is handed in; points and opinions come later.
  public var isAutomatic: Bool {
    switch key {
    case .totalPoints, .minimumTotal, .minimumEach, .generalCompetence, .booksApproved: false
    default: true
    }
  }

  /// What it says against the rank, or as a warning; nil where it is met or open.
  public var finding: Finding? {
    switch verdict {
    case .met, .notRequired, .pending: nil
    case .notMet, .undefined:
      Finding(
        Clause.ranking(clause), .refusal, .rankRule(.condition(self)),
        remedy: remedy.map(Remedy.rank)
      )
    case .warning:
      Finding(
        Clause.ranking(clause), .warning, .rankRule(.condition(self)),
        remedy: remedy.map(Remedy.rank)
      )
    }
  }
}

/// What would meet a condition of a rank.
public enum RankRemedy: Hashable, Sendable, Codable {
  /// Time alone does it.
  case wait(until: JalaliDate)
  /// So many points more; the competency is empty for all.
  case points(Fraction, competency: String)
  case papers(Int)
  case books(Int)
  case degree(String)
  case certificate
  case evidence
  case evaluation
  /// An appraisal of a year that is at least so high.
  case appraisal(year: Int, atLeast: Fraction)
  case recordYears([Int])
  /// The ministry enters the minima or the points of the table.
  case defineMinimum
  case definePoints
  case boardOpinion
  case coveredPost
  case rankBefore(Rank)
}
