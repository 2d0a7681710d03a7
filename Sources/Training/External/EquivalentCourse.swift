public import Persian

/// A course or activity that a learner attended elsewhere and asks to have in the record (S2-11).
public struct EquivalentCourse: Hashable, Sendable, Codable {
  /// The raw value is stored.
  public enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
    case course, activity
  }

  /// The four conditions, in the order of the regulation (S2-11.1).
  public enum Condition: Int, CaseIterable, Hashable, Sendable, Codable {
    /// Among the titles that the planning organisation approves, and defined here.
    case approvedTitle
    /// Title, hours and content are those approved.
    case approvedContent
    /// The institute's competence was confirmed in the year of the course.
    case approvedInstitute
    /// Introduced by the own office, and allowed by the circulars.
    case introduced

    public var clause: Clause {
      switch self {
      case .approvedTitle: .approvedTitle
      case .approvedContent: .approvedContent
      case .approvedInstitute: .approvedInstitute
      case .introduced: .introducedThere
      }
    }
  }

  /// What the learner fills in.
  public struct Form: Hashable, Sendable, Codable {
    public var kind: Kind
    public var title: String
    /// The length on the certificate.
    public var minutes: Int
    public var institute: String
    public var year: Int
    public var from: JalaliDate
    public var to: JalaliDate
    public var certificate: LetterMark
    public var score: String
    /// The number of the letter with which the office sent the person there.
    public var introduction: String

    public init(
      kind: Kind = .course, title: String, minutes: Int, institute: String, year: Int,
      from: JalaliDate, to: JalaliDate, certificate: LetterMark = LetterMark(),
      score: String = "", introduction: String = ""
    ) {
      self.kind = kind
      self.title = title
      self.minutes = minutes
      self.institute = institute
      self.year = year
      self.from = from
      self.to = to
      self.certificate = certificate
      self.score = score
      self.introduction = introduction
    }
  }

  /// What the district's expert found.
  public struct Review: Hashable, Sendable, Codable {
    /// The day on which the expert held the original in hand (S2-11.3a).
    public var originalSeen: JalaliDate?
    /// By the order of the conditions; nil for one that nobody has answered.
    public var answers: [Bool?]
    /// The course of the catalogue that it is taken for (S2-11.4a).
    public var course: ID<Course>?

    public init(
      originalSeen: JalaliDate? = nil,
      answers: [Bool?] = Array(repeating: nil, count: Condition.allCases.count),
      course: ID<Course>? = nil
    ) {
      self.originalSeen = originalSeen
      self.answers = answers
      self.course = course
    }

    public subscript(_ condition: Condition) -> Bool? {
      get { answers.indices.contains(condition.rawValue) ? answers[condition.rawValue] : nil }
      set { answers[condition.rawValue] = newValue }
    }
  }

  public var id: ID<EquivalentCourse>
  public var person: ID<Person>
  public var form: Form
  public var scan: Attachment
  public var registered: JalaliDate
  public var review: Review
  /// The list with which it went to the province.
  public var batch: ID<EquivalentBatch>?
  public var state: EquivalentLife.State
  public var reason: String

  public init(
    id: ID<EquivalentCourse>, person: ID<Person>, form: Form, scan: Attachment,
    registered: JalaliDate, review: Review = Review(), batch: ID<EquivalentBatch>? = nil,
    state: EquivalentLife.State = .registered, reason: String = ""
  ) {
    self.id = id
    self.person = person
    self.form = form
    self.scan = scan
    self.registered = registered
    self.review = review
    self.batch = batch
    self.state = state
    self.reason = reason
  }
}

/// A list of confirmed courses that a district sends to the province (S2-11.5a).
public struct EquivalentBatch: Hashable, Sendable, Codable {
  public var id: ID<EquivalentBatch>
  public var unit: ID<Unit>
  public var number: String
  public var day: JalaliDate

  public init(id: ID<EquivalentBatch>, unit: ID<Unit>, number: String, day: JalaliDate) {
    self.id = id
    self.unit = unit
    self.number = number
    self.day = day
  }
}
