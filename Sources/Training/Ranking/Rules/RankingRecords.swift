public import Persian

/// What is known of a person for ranking beside decrees and training: one record a person.
public struct RankingProfile: Hashable, Sendable, Codable {
  /// How the person came to the post (S3-10d, S3-10e); the raw value is stored.
  public enum Entry: String, CaseIterable, Hashable, Sendable, Codable {
    case regular
    /// New to teaching: the certificate's points stand for row 3.
    case newcomer
    /// Conversion of status or change of category: a share of the appraisal stands for row 3.
    case converted
  }

  /// Under which part of the law of the committed somebody graduated (S3-8a); the raw value is stored.
  public enum Commitment: String, CaseIterable, Hashable, Sendable, Codable {
    case none, lawArticles, teacherTraining, technicalCollege
  }

  public var id: ID<RankingProfile>
  public var person: ID<Person>
  public var entry: Entry
  /// The first day of employment where it lies before the first decree recorded.
  public var employed: JalaliDate?
  /// Teaching before the first decree recorded, in months.
  public var earlierTeaching: Int
  public var retired: JalaliDate?
  /// Whether the bill of 1358/09/17 on administrative cadre covers the person (S4-2b).
  public var isCadre: Bool
  /// Nil where nobody has said.
  public var isFullTime: Bool?
  /// The certificate of teachers' competency from elsewhere; its points, where it gives any.
  public var certificate: LetterMark
  /// Who issued it; empty where none is recorded.
  public var certificateSource: String
  public var certificatePoints: Fraction?
  /// The day on which the form of the educational indicator was filled in (S3-1a).
  public var formOne: JalaliDate?
  public var commitment: Commitment
  public var graduated: JalaliDate?
  /// The documents of special points (S4-4b); empty where there is none.
  public var veteranDocument: String
  public var eliteDocument: String
  /// Whether the last three-year evaluation kept the rank; nil where none is recorded.
  public var keptLastEvaluation: Bool?

  public init(id: ID<RankingProfile>, person: ID<Person>) {
    self.id = id
    self.person = person
    entry = .regular
    earlierTeaching = 0
    isCadre = false
    certificate = LetterMark()
    certificateSource = ""
    commitment = .none
    veteranDocument = ""
    eliteDocument = ""
  }

  /// Whether the certificate is recorded: by its number (S3-11a).
  public var hasCertificate: Bool { !certificate.number.isEmpty }
}

/// The last competency assessment that was decided for a person, where its outcome says that the
/// competency is held: it stands for the certificate (S1-7b).
public struct AttainedCompetency: Hashable, Sendable, Codable {
  /// What the request is asked about by.
  public var tracking: String
  public var day: JalaliDate
  /// A code of the list `assessment-outcome`.
  public var outcome: String

  /// Nil for an outcome that says otherwise.
  public init?(tracking: String, day: JalaliDate, outcome: String) {
    guard Self.attaining.contains(outcome) else { return nil }
    self.tracking = tracking
    self.day = day
    self.outcome = outcome
  }

  private static let attaining: Set<String> = ["gain", "promotion"]
}

/// A degree of a person.
public struct DegreeRecord: Hashable, Sendable, Codable {
  public var id: ID<DegreeRecord>
  public var person: ID<Person>
  /// A code of the list `degree`.
  public var degree: String
  public var field: String
  public var day: JalaliDate
  public var source: String

  public init(
    id: ID<DegreeRecord>, person: ID<Person>, degree: String, field: String, day: JalaliDate,
    source: String = ""
  ) {
    self.id = id
    self.person = person
    self.degree = degree
    self.field = field
    self.day = day
    self.source = source
  }

  /// From the lowest; codes of the list `degree`.
  private static let ascending = ["diploma", "associate", "bachelor", "master", "doctorate"]

  /// Where a degree stands among all; nil for a code that is no degree.
  public static func order(of code: String) -> Int? { ascending.firstIndex(of: code) }
}

/// What was measured of a person in a year: the annual appraisal out of 100, and the points of the
/// table in that year.
public struct RankingYear: Hashable, Sendable, Codable {
  public var id: ID<RankingYear>
  public var person: ID<Person>
  public var year: Int
  public var appraisal: Fraction?
  public var points: Fraction?
  public var source: String

  public init(
    id: ID<RankingYear>, person: ID<Person>, year: Int, appraisal: Fraction?,
    points: Fraction? = nil, source: String
  ) {
    self.id = id
    self.person = person
    self.year = year
    self.appraisal = appraisal
    self.points = points
    self.source = source
  }
}

/// A conviction of a person (S4-11b).
public struct Conviction: Hashable, Sendable, Codable {
  /// The raw value is stored.
  public enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
    case criminal, administrative
  }

  /// What the law names as no obstacle, and everything else; the raw value is stored.
  public enum Provision: String, CaseIterable, Hashable, Sendable, Codable {
    /// Degree 8 of article 20 of the penal law.
    case degreeEight
    /// Clauses a and b of article 9 of the law on administrative offences.
    case clauseA, clauseB
    case other
  }

  public var id: ID<Conviction>
  public var person: ID<Person>
  public var kind: Kind
  public var day: JalaliDate
  public var isFinal: Bool
  public var provision: Provision
  public var document: String

  public init(
    id: ID<Conviction>, person: ID<Person>, kind: Kind, day: JalaliDate, isFinal: Bool,
    provision: Provision, document: String
  ) {
    self.id = id
    self.person = person
    self.kind = kind
    self.day = day
    self.isFinal = isFinal
    self.provision = provision
    self.document = document
  }

  /// Whether it keeps the person from promotion: final, and under no clause that the bylaw excepts.
  public var isObstacle: Bool {
    guard isFinal else { return false }
    switch (kind, provision) {
    case (.criminal, .degreeEight), (.administrative, .clauseA), (.administrative, .clauseB):
      return false
    default: return true
    }
  }
}

/// A concession (erfagh) that shortens the years asked for (S4-11).
public struct RankConcession: Hashable, Sendable, Codable {
  public var id: ID<RankConcession>
  public var person: ID<Person>
  public var months: Int
  public var reason: String
  public var document: String

  public init(
    id: ID<RankConcession>, person: ID<Person>, months: Int, reason: String, document: String
  ) {
    self.id = id
    self.person = person
    self.months = months
    self.reason = reason
    self.document = document
  }
}
