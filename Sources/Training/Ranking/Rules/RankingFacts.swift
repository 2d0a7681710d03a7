public import Persian

/// A rank that somebody holds or held; `to` is the last day.
public struct HeldRank: Hashable, Sendable, Codable {
  public var rank: Rank
  public var from: JalaliDate
  public var to: JalaliDate?
  /// The day of the last evaluation that kept it; nil for none since it began (S4-12a).
  public var evaluated: JalaliDate?

  public init(
    _ rank: Rank, from: JalaliDate, to: JalaliDate? = nil, evaluated: JalaliDate? = nil
  ) {
    self.rank = rank
    self.from = from
    self.to = to
    self.evaluated = evaluated
  }
}

/// A course that somebody passed here, or one from elsewhere that is in the record (S3-4b).
public struct TrainingHours: Hashable, Sendable, Codable {
  public var title: String
  public var minutes: Int
  /// The last day of the class or course; nil where the list named none.
  public var end: JalaliDate?
  /// A code of the list `course-kind`; nil where the catalogue does not know the course.
  public var kind: String?

  public init(title: String, minutes: Int, end: JalaliDate?, kind: String?) {
    self.title = title
    self.minutes = minutes
    self.end = end
    self.kind = kind
  }

  public static let specialised = "specialised"
  public static let general = "general"
}

/// Everything that ranking looks at for one person, as the records stand on a day.
public struct RankingFacts: Hashable, Sendable {
  /// Which evidence counts.
  public enum Basis: Hashable, Sendable {
    /// All that is not rejected: when a case is handed in.
    case declared
    /// Only what was found authentic: when the board decides.
    case verified
  }

  public var day: JalaliDate
  public var person: Person
  public var employment: Employment
  public var profile: RankingProfile
  /// The oldest first.
  public var ranks: [HeldRank]
  public var degrees: [DegreeRecord]
  public var years: [RankingYear]
  public var convictions: [Conviction]
  public var concessions: [RankConcession]
  public var training: [TrainingHours]
  /// The results of the last competency assessment decided (S1-7).
  public var results: AssessmentScores
  /// The same where it says that the competency is held; nil otherwise.
  public var attained: AttainedCompetency?
  public var evidence: [RankingEvidence]
  public var basis: Basis
  /// The titles of the posts that the bylaw covers (S4-2a), of managers and of deputies (S3-9).
  public var coveredTitles: [String]
  /// The codes of the job fields that have one of these titles.
  public var coveredFields: Set<String>
  public var managerTitles: [String]
  public var deputyTitles: [String]
  /// The fields of study that a post asks for, by the code of its job field (S3-2a).
  public var fieldsOfJob: [String: [String]]
  /// What the board says of the general competence (S4-11 ز); nil before it has.
  public var isGenerallyCompetent: Bool?
  /// The points that the assessor or the board gave, by criterion.
  public var given: [ID<ScoreCriterion>: Fraction]
  /// What the chair of the board set for what is special about the place (S4-6h).
  public var coefficients: [CaseCoefficient]

  public init(
    day: JalaliDate, person: Person, employment: Employment, profile: RankingProfile,
    ranks: [HeldRank] = [], degrees: [DegreeRecord] = [], years: [RankingYear] = [],
    convictions: [Conviction] = [], concessions: [RankConcession] = [],
    training: [TrainingHours] = [], results: AssessmentScores = AssessmentScores(),
    attained: AttainedCompetency? = nil, evidence: [RankingEvidence] = [], basis: Basis = .declared,
    coveredTitles: [String] = [],
    coveredFields: Set<String> = [],
    managerTitles: [String] = [], deputyTitles: [String] = [],
    fieldsOfJob: [String: [String]] = [:], isGenerallyCompetent: Bool? = nil,
    given: [ID<ScoreCriterion>: Fraction] = [:], coefficients: [CaseCoefficient] = []
  ) {
    self.day = day
    self.person = person
    self.employment = employment
    self.profile = profile
    self.ranks = ranks
    self.degrees = degrees
    self.years = years
    self.convictions = convictions
    self.concessions = concessions
    self.training = training
    self.results = results
    self.attained = attained
    self.evidence = evidence
    self.basis = basis
    self.coveredTitles = coveredTitles
    self.coveredFields = coveredFields
    self.managerTitles = managerTitles
    self.deputyTitles = deputyTitles
    self.fieldsOfJob = fieldsOfJob
    self.isGenerallyCompetent = isGenerallyCompetent
    self.given = given
    self.coefficients = coefficients
  }
}

/// What follows from the dated records.
extension RankingFacts {
  /// The rank held on the day, with the day it began.
  public var current: HeldRank? {
    ranks.last { $0.from <= day && ($0.to.map { day <= $0 } ?? true) }
  }

  /// The title of the post in the decree that holds on the day; empty without one.
  public var jobTitle: String { employment.decree(on: day)?.jobTitle ?? "" }

  /// Whether teachers' competency is attested: by a certificate from elsewhere, or by the assessment
  /// decided here (S3-11a, S4-7f, S1-7b).
  public var hasCertificate: Bool {
    profile.hasCertificate || attained.map { $0.day <= day } ?? false
  }

  /// The highest degree obtained by the day.
  public var degree: DegreeRecord? {
    degrees.filter { $0.day <= day }.max {
      (DegreeRecord.order(of: $0.degree) ?? -1, $0.day)
        < (DegreeRecord.order(of: $1.degree) ?? -1, $1.day)
    }
  }

  /// The evidence that counts on its basis, whenever it was made.
  public var counted: [RankingEvidence] {
    evidence.filter { piece in
      guard piece.form.day <= day else { return false }
      return switch piece.state {
      case .uploaded: basis == .declared
      case .confirmed, .scored: true
      case .rejected, .removed: false
      }
    }
  }

  public func appraisal(of year: Int) -> Fraction? {
    years.first { $0.year == year }?.appraisal
  }

  public func yearlyPoints(of year: Int) -> Fraction? {
    years.first { $0.year == year }?.points
  }

  /// The so many years that lead to the day: the current one where it was appraised already.
  public func lastYears(_ count: Int) -> [Int] {
    let last = appraisal(of: day.year) != nil ? day.year : day.year - 1
    return Array((last - count + 1)...last)
  }

  /// The months by which years asked for are shortened.
  public var concessionMonths: Int { concessions.reduce(0) { $0 + $1.months } }
}

/// Lengths of time by dated employment, in full years by date.
extension RankingFacts {
  /// The day since which service would have run without a gap; nil without any.
  public var serviceStart: JalaliDate? {
    var spans = employment.decrees.map { Span(from: $0.from, to: $0.to) }
    if let employed = profile.employed {
      let first = employment.decrees.map(\.from).min()
      if first.map({ employed < $0 }) ?? true {
        spans.append(Span(from: employed, to: first?.adding(days: -1)))
      }
    }
    return Span.start(of: spans, until: lastDayOfService)
  }

  /// The same for teaching: posts of the kind, and every post the bylaw covers (S4-2c).
  public var teachingStart: JalaliDate? {
    let spans = employment.decrees.filter { isTeaching($0) }.map { Span(from: $0.from, to: $0.to) }
    let start = Span.start(of: spans, until: lastDayOfService)
    guard profile.earlierTeaching > 0 else { return start }
    return (start ?? day).adding(months: -profile.earlierTeaching)
  }

  /// The same for a rank: its spans in office together.
  public func start(of rank: Rank) -> JalaliDate? {
    Span.start(
      of: ranks.filter { $0.rank == rank }.map { Span(from: $0.from, to: $0.to) },
      until: lastDayOfService)
  }

  /// The same for posts with one of some titles.
  func start(ofPosts titles: [String]) -> JalaliDate? {
    let keys = Set(titles.map { SearchKey.joined($0) })
    return Span.start(
      of: employment.decrees.filter { keys.contains(SearchKey.joined($0.jobTitle)) }
        .map { Span(from: $0.from, to: $0.to) }, until: lastDayOfService)
  }

  /// Days after it count for nothing.
  private var lastDayOfService: JalaliDate { profile.retired.map { min($0, day) } ?? day }

  private func isTeaching(_ decree: Decree) -> Bool {
    decree.postKind == "teaching" || isCovered(decree)
  }

  /// An interval of days, both included; without an end it goes on.
  private struct Span {
    let from: JalaliDate
    let to: JalaliDate?

    /// The day from which the days of all spans, laid end to end, would lead up to the last.
    static func start(of spans: [Span], until last: JalaliDate) -> JalaliDate? {
      let bounded = spans.compactMap { span -> (JalaliDate, JalaliDate)? in
        let end = span.to.map { min($0, last) } ?? last
        return span.from <= end ? (span.from, end) : nil
      }.sorted { $0.0 < $1.0 }
      guard let first = bounded.first else { return nil }
      var (gaps, reached) = (0, first.1)
      for (from, to) in bounded.dropFirst() {
        gaps += max(0, reached.days(to: from) - 1)
        reached = max(reached, to)
      }
      // An interval that is over was served to its end; one that goes on, to this morning.
      gaps += max(0, reached.days(to: last) - 1)
      return first.0.adding(days: gaps)
    }
  }
}

/// Whom the bylaw covers (S4-2).
extension RankingFacts {
  /// By the title of the job, which decrees name as the post («آموزگار») or as the job field of a post
  /// with a longer name («آموزگار پایهٔ پنجم»).
  func isCovered(_ decree: Decree) -> Bool {
    guard !coveredFields.contains(decree.jobField) else { return true }
    let key = SearchKey.joined(decree.jobTitle)
    return !key.isEmpty && coveredTitles.contains { SearchKey.joined($0) == key }
  }

  /// The day since which the person is covered without a break; nil for whoever is not (S4-2c).
  public var coveredSince: JalaliDate? {
    if profile.isCadre {
      return employment.decrees.map(\.from).min() ?? profile.employed ?? day
    }
    guard var decree = employment.decree(on: day), isCovered(decree) else {
      return nil
    }
    // Decrees follow each other; a post that is not covered ends the stretch.
    while let before = employment.decree(on: decree.from.adding(days: -1)),
      isCovered(before), before.from < decree.from
    {
      decree = before
    }
    return decree.from
  }

  /// The first day in a post that is not covered, for whoever was covered before: from then on the
  /// allowance is not paid (S4-2c).
  public var coverageEnded: JalaliDate? {
    guard coveredSince == nil else { return nil }
    let last = employment.decrees.filter { $0.from <= day && isCovered($0) }
      .max { $0.from < $1.from }
    guard let last else { return nil }
    let next = employment.decrees.filter { $0.from > last.from && $0.from <= day }.map(\.from).min()
    return next ?? last.to?.adding(days: 1)
  }
}
