public import Persian

/// A piece of evidence (madrak) of a person for ranking: what it is, what was found of it, and the
/// points it got (SM-17).
public struct RankingEvidence: Hashable, Sendable, Codable {
  /// What the applicant fills in.
  public struct Form: Hashable, Sendable, Codable {
    public var kind: EvidenceKind
    public var title: String
    public var day: JalaliDate
    /// Who printed it, held it or confirmed it.
    public var authority: String
    /// Which printing of a book; 1 for the first and for everything else.
    public var printing: Int
    /// Whether the imprint page or the preface of a later printing says that it was revised.
    public var isRevised: Bool
    public var topics: Set<WorkTopic>
    public var foreignSpeakers: Int
    public var foreignCountries: Int

    public init(
      kind: EvidenceKind, title: String, day: JalaliDate, authority: String = "",
      printing: Int = 1, isRevised: Bool = false, topics: Set<WorkTopic> = [],
      foreignSpeakers: Int = 0, foreignCountries: Int = 0
    ) {
      self.kind = kind
      self.title = title
      self.day = day
      self.authority = authority
      self.printing = printing
      self.isRevised = isRevised
      self.topics = topics
      self.foreignSpeakers = foreignSpeakers
      self.foreignCountries = foreignCountries
    }
  }

  /// What the educational group, the working group and the research organisation found.
  public struct Review: Hashable, Sendable, Codable {
    /// What the educational group takes a book for (S3-3b); the raw value is stored.
    public enum BookKind: String, CaseIterable, Hashable, Sendable, Codable {
      case unknown = ""
      case authored, compiled, translated
    }

    public var bookKind: BookKind
    /// Whether a book belongs to the applicant's field of activity; nil before the group said so.
    public var isRelated: Bool?
    /// Whether the specialised groups confirmed the revision of a later printing (S3-3c).
    public var isRevisionConfirmed: Bool
    /// The day on which the specialised working group approved a book (S3-10b2).
    public var approved: JalaliDate?
    /// The day on which research was authenticated (S4-4g).
    public var authenticated: JalaliDate?

    public init(
      bookKind: BookKind = .unknown, isRelated: Bool? = nil, isRevisionConfirmed: Bool = false,
      approved: JalaliDate? = nil, authenticated: JalaliDate? = nil
    ) {
      self.bookKind = bookKind
      self.isRelated = isRelated
      self.isRevisionConfirmed = isRevisionConfirmed
      self.approved = approved
      self.authenticated = authenticated
    }
  }

  /// The points of one piece, where a person sets them: by importance, generality and quantity
  /// (S3-7b).
  public struct Mark: Hashable, Sendable, Codable {
    public var importance: Fraction
    public var generality: Fraction
    public var quantity: Fraction

    public init(importance: Fraction, generality: Fraction = .zero, quantity: Fraction = .zero) {
      self.importance = importance
      self.generality = generality
      self.quantity = quantity
    }

    public var points: Fraction { importance + generality + quantity }
  }

  public var id: ID<RankingEvidence>
  public var rankingCase: ID<RankingCase>
  public var person: ID<Person>
  /// The row of the point table that it is handed in for; nil where only conditions look at it.
  public var criterion: ID<ScoreCriterion>?
  public var form: Form
  public var file: Attachment
  public var review: Review
  public var mark: Mark?
  public var state: EvidenceLife.State
  /// Why it was rejected.
  public var reason: String

  public init(
    id: ID<RankingEvidence>, rankingCase: ID<RankingCase>, person: ID<Person>,
    criterion: ID<ScoreCriterion>? = nil, form: Form, file: Attachment,
    review: Review = Review(), mark: Mark? = nil, state: EvidenceLife.State = .uploaded,
    reason: String = ""
  ) {
    self.id = id
    self.rankingCase = rankingCase
    self.person = person
    self.criterion = criterion
    self.form = form
    self.file = file
    self.review = review
    self.mark = mark
    self.state = state
    self.reason = reason
  }
}
