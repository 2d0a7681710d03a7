public import Persian

/// A rank from before this system, as the personnel office enters it from its decree (S4-5c).
///
/// It is held like any other: years in the rank, evaluation and promotion go by it.
public struct EnteredRank: Hashable, Sendable, Codable {
  /// That of the held rank.
  public var id: ID<EnteredRank>
  public var person: ID<Person>
  public var kind: RankingKind
  public var rank: Rank
  public var from: JalaliDate
  /// The last day; nil while it is held.
  public var to: JalaliDate?
  /// The day of the last evaluation; nil for none since the rank began.
  public var evaluated: JalaliDate?
  /// How often the person was demoted until this one.
  public var demotions: Int
  public var decree: LetterMark

  public init(
    id: ID<EnteredRank>, person: ID<Person>, kind: RankingKind, rank: Rank, from: JalaliDate,
    to: JalaliDate? = nil, evaluated: JalaliDate? = nil, demotions: Int = 0, decree: LetterMark
  ) {
    self.id = id
    self.person = person
    self.kind = kind
    self.rank = rank
    self.from = from
    self.to = to
    self.evaluated = evaluated
    self.demotions = demotions
    self.decree = decree
  }

  /// One that was entered; nil where the rank was determined here.
  public init?(_ it: PersonRank) {
    guard it.enteredFrom.isRecorded, let rank = it.rank else { return nil }
    self.init(
      id: ID(rawValue: it.id.rawValue), person: it.person, kind: it.kind, rank: rank,
      from: it.from, to: it.to, evaluated: it.evaluated == it.from ? nil : it.evaluated,
      demotions: it.demotions, decree: it.enteredFrom)
  }

  /// Whether it was held on some day on which the other was.
  public func overlaps(_ other: PersonRank) -> Bool {
    kind == other.kind && other.to.map { from <= $0 } ?? true
      && (to.map { other.from <= $0 } ?? true)
  }
}
