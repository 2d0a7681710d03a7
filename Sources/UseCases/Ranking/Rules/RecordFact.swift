public import Store
public import Training

/// A record that one use case writes, whether it is new or corrected.
public protocol WrittenRow {
  /// - Returns: What another has changed meanwhile; nil once it is written.
  static func put(
    _ old: Self?, _ new: Self, into records: borrowing Writing
  ) throws(StoreError) -> Conflict?
}

/// A fact about a person that offices write into the records.
public protocol RecordedFact: RankingFact, WrittenRow {
  /// The name of the use case in the journal.
  static var useCase: String { get }
  /// Who may write it.
  static var permission: Permission { get }
  /// What the other records of the person refuse.
  func findings(in records: borrowing Writing) throws -> [Finding]
}

extension RecordedFact {
  public static var permission: Permission { .editRankingFacts }
  public func findings(in records: borrowing Writing) throws -> [Finding] { [] }
}

/// Writes what the personnel office knows of a person for ranking, or corrects it.
public struct RecordFact<Fact: RecordedFact>: UseCase {
  public static var name: String { Fact.useCase }
  /// As the form showed it; nil for something new.
  public var before: Fact?
  public var fact: Fact
  private var isNumbered = false

  public init(_ before: Fact?, _ fact: Fact) {
    self.before = before
    self.fact = fact
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    try records.giveID(to: &fact.id, before: before?.id, once: &isNumbered)
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.require(Fact.permission)
    guard let person = try records.person(fact.person),
      before.map({ $0.person == fact.person }) ?? true,
      // Nobody writes down what their own rank depends on.
      context.actor.person != person.id
    else { throw Failure.forbidden }
    try context.requireReach(unit: person.unit, records)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    try (fact.findings(on: context.today) + fact.findings(in: records)).orRefuse()
    try Failure.check(try Fact.put(before, fact, into: records), on: Fact.useCase)
  }
}

extension RankingProfile: RecordedFact {
  public static let useCase = "rank.profile"
  public static func put(
    _ old: Self?, _ new: Self, into records: borrowing Writing
  ) throws(StoreError) -> Conflict? { try records.put(old, new) }

  /// One a person: whoever opened the form before another saved it sees that one first.
  public func findings(in records: borrowing Writing) throws -> [Finding] {
    guard let there = try records.rankingProfile(of: person), there.id != id else { return [] }
    throw Failure.conflict([
      Failure.Conflict(
        subject: "", field: "certificate", mine: certificate.number,
        theirs: there.certificate.number)
    ])
  }
}

extension DegreeRecord: RecordedFact {
  public static let useCase = "rank.degree"
  public static func put(
    _ old: Self?, _ new: Self, into records: borrowing Writing
  ) throws(StoreError) -> Conflict? { try records.put(old, new) }
}

extension RankingYear: RecordedFact {
  public static let useCase = "rank.year"
  public static func put(
    _ old: Self?, _ new: Self, into records: borrowing Writing
  ) throws(StoreError) -> Conflict? { try records.put(old, new) }

  public func findings(in records: borrowing Writing) throws -> [Finding] {
    let isThere = try records.rankingYears(of: person).contains { $0.year == year && $0.id != id }
    return isThere ? [Finding(.rankConditions, .refusal, .rankRule(.yearDoubled(year)))] : []
  }
}

extension Conviction: RecordedFact {
  public static let useCase = "rank.conviction"
  public static func put(
    _ old: Self?, _ new: Self, into records: borrowing Writing
  ) throws(StoreError) -> Conflict? { try records.put(old, new) }
}

extension EnteredRank: RecordedFact {
  public static let useCase = "rank.enter"
  public static let permission = Permission.enterRanks
  public static func put(
    _ old: Self?, _ new: Self, into records: borrowing Writing
  ) throws(StoreError) -> Conflict? { try records.put(old, new) }

  /// Nobody holds two ranks at once, and what was determined here is no matter of typing.
  public func findings(in records: borrowing Writing) throws -> [Finding] {
    let own: ID<PersonRank> = ID(rawValue: id.rawValue)
    let all = try records.personRanks(of: person)
    if let there = all.first(where: { $0.id == own }), EnteredRank(there) == nil {
      throw Failure.forbidden
    }
    return all.filter { $0.id != own && overlaps($0) }.map {
      Finding(.rankHistory, .refusal, .rankRule(.rankOverlaps($0.rank, from: $0.from)))
    }
  }
}

extension RankConcession: RecordedFact {
  public static let useCase = "rank.concession"
  public static func put(
    _ old: Self?, _ new: Self, into records: borrowing Writing
  ) throws(StoreError) -> Conflict? { try records.put(old, new) }
}
