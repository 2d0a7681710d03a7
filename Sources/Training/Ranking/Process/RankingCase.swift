public import Persian

/// A schedule that the ministry announces in advance: when requests of a phase are taken (S4-7g).
public struct RankingRound: Hashable, Sendable, Codable {
  public var id: ID<RankingRound>
  public var title: String
  public var kind: RankingKind
  public var phase: RankingPhase
  public var from: JalaliDate
  /// The last day.
  public var to: JalaliDate

  public init(
    id: ID<RankingRound>, title: String, kind: RankingKind, phase: RankingPhase,
    from: JalaliDate, to: JalaliDate
  ) {
    self.id = id
    self.title = title
    self.kind = kind
    self.phase = phase
    self.from = from
    self.to = to
  }

  /// Whether requests are taken on a day, the last included.
  public func isOpen(on day: JalaliDate) -> Bool { from <= day && day <= to }
}

/// The case of a person whose rank is to be determined (S4-6a).
public struct RankingCase: Hashable, Sendable, Codable {
  /// What the applicant fills in: the request, and what is special about the place (S4-6h).
  public struct Form: Hashable, Sendable, Codable {
    public var target: Rank
    /// A code of the list `ranking-region`; empty where nothing is special.
    public var region: String
    /// A code of the list `stage`.
    public var stage: String
    /// A code of the list `teaching-field`.
    public var field: String
    public var weeklyMinutes: Int
    /// A code of the list `ranking-school`.
    public var schoolKind: String
    /// In hundredths of a point, as the applicant declares them.
    public var selfPoints: Int
    /// That taking part creates no right (S4-7e).
    public var acceptsNotice: Bool

    public init(
      target: Rank, region: String = "", stage: String = "", field: String = "",
      weeklyMinutes: Int = 0, schoolKind: String = "", selfPoints: Int = 0,
      acceptsNotice: Bool = false
    ) {
      self.target = target
      self.region = region
      self.stage = stage
      self.field = field
      self.weeklyMinutes = weeklyMinutes
      self.schoolKind = schoolKind
      self.selfPoints = selfPoints
      self.acceptsNotice = acceptsNotice
    }
  }

  /// What became of it, step by step.
  public struct Course: Hashable, Sendable, Codable {
    public var submitted: JalaliDate?
    /// The day on which the secretariat of the board got it (S4-7a).
    public var referred: JalaliDate?
    public var decided: JalaliDate?
    public var notified: JalaliDate?
    /// The number of the letter of notification.
    public var letter: String
    /// Nil before the decision, and where no rank was reached.
    public var rank: Rank?
    /// From which day the rank counts (S4-8d).
    public var entitled: JalaliDate?

    public init(
      submitted: JalaliDate? = nil, referred: JalaliDate? = nil, decided: JalaliDate? = nil,
      notified: JalaliDate? = nil, letter: String = "", rank: Rank? = nil,
      entitled: JalaliDate? = nil
    ) {
      self.submitted = submitted
      self.referred = referred
      self.decided = decided
      self.notified = notified
      self.letter = letter
      self.rank = rank
      self.entitled = entitled
    }
  }

  public var id: ID<RankingCase>
  public var person: ID<Person>
  public var kind: RankingKind
  public var phase: RankingPhase
  public var round: ID<RankingRound>
  /// Nil for somebody without one.
  public var current: Rank?
  public var form: Form
  public var made: JalaliDate
  public var course: Course
  /// The board that has the power to decide it (S4-10a).
  public var board: ID<Board>?
  public var state: RankingLife.State
  /// The state it goes back to when a suspension ends; nil while it is not suspended.
  public var suspendedFrom: RankingLife.State?
  /// The letter to the disciplinary board (S4-6k).
  public var suspension: LetterMark
  public var reason: String

  public init(
    id: ID<RankingCase>, person: ID<Person>, kind: RankingKind, phase: RankingPhase,
    round: ID<RankingRound>, current: Rank? = nil, form: Form, made: JalaliDate,
    course: Course = Course(), board: ID<Board>? = nil, state: RankingLife.State = .draft,
    suspendedFrom: RankingLife.State? = nil, suspension: LetterMark = LetterMark(),
    reason: String = ""
  ) {
    self.id = id
    self.person = person
    self.kind = kind
    self.phase = phase
    self.round = round
    self.current = current
    self.form = form
    self.made = made
    self.course = course
    self.board = board
    self.state = state
    self.suspendedFrom = suspendedFrom
    self.suspension = suspension
    self.reason = reason
  }
}
