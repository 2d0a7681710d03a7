public import Persian

/// A rank that a person holds, from a day to a day; earlier ones are kept (S4-5c, S4-9a).
public struct PersonRank: Hashable, Sendable, Codable {
  public var id: ID<PersonRank>
  public var person: ID<Person>
  public var kind: RankingKind
  /// Nil for somebody who fell below the lowest.
  public var rank: Rank?
  public var from: JalaliDate
  /// The last day; nil while it is held.
  public var to: JalaliDate?
  /// The case it was determined by; nil for one from before this system.
  public var source: ID<RankingCase>?
  /// The day from which the three years of the next evaluation count.
  public var evaluated: JalaliDate
  /// How often the person was demoted until this one, itself included.
  public var demotions: Int
  /// The day on which payment was stopped for good or until further notice; nil while it is paid.
  public var stopped: JalaliDate?
  public var stopReason: String
  public var state: PersonRankLife.State
  /// The decree of a rank from before this system, as the personnel office entered it; empty for one
  /// that was determined here.
  public var enteredFrom: LetterMark

  public init(
    id: ID<PersonRank>, person: ID<Person>, kind: RankingKind = .teachers, rank: Rank?,
    from: JalaliDate, to: JalaliDate? = nil, source: ID<RankingCase>? = nil,
    evaluated: JalaliDate? = nil, demotions: Int = 0, stopped: JalaliDate? = nil,
    stopReason: String = "", state: PersonRankLife.State = .valid,
    enteredFrom: LetterMark = LetterMark()
  ) {
    self.id = id
    self.person = person
    self.kind = kind
    self.rank = rank
    self.from = from
    self.to = to
    self.source = source
    self.evaluated = evaluated ?? from
    self.demotions = demotions
    self.stopped = stopped
    self.stopReason = stopReason
    self.state = state
    self.enteredFrom = enteredFrom
  }

  /// The first day after the period of payment: from then on it must be confirmed anew (S4-9a).
  public func due(afterYears years: Int) -> JalaliDate { evaluated.adding(months: 12 * years) }
}

/// A period of retraining after a first demotion (S4-12c).
public struct Retraining: Hashable, Sendable, Codable {
  public var id: ID<Retraining>
  public var personRank: ID<PersonRank>
  public var university: String
  public var from: JalaliDate
  /// The last day; nil while it lasts.
  public var to: JalaliDate?
  /// Whether it was passed; nil while it lasts.
  public var isPassed: Bool?

  public init(
    id: ID<Retraining>, personRank: ID<PersonRank>, university: String, from: JalaliDate,
    to: JalaliDate? = nil, isPassed: Bool? = nil
  ) {
    self.id = id
    self.personRank = personRank
    self.university = university
    self.from = from
    self.to = to
    self.isPassed = isPassed
  }
}
