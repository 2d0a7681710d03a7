public import Persian
public import Store
public import Training

extension PersonRankLife: RecordedLife {
  public typealias Record = PersonRank

  public static let withFields: Set<Action> = [
    .confirm, .demote, .startRetraining, .finishRetraining, .supersede,
  ]

  public static func situation(
    of id: ID<PersonRank>, _ records: borrowing some Querying & ~Copyable, _ context: Context
  ) throws -> Situation<Self>? {
    guard let line = try records.personRank(id, in: context.actor.rankHolders),
      // One's own rank is there as the learner's, and barred in every office.
      context.actor.role == .learner || context.actor.person != line.person.id
    else { return nil }
    let it = line.personRank
    return Situation(
      subject: line.person.name.inFull,
      state: state(it.state, Dates(it, under: context.rules), on: context.today),
      facts: Facts(
        personRank: it, day: context.today, retraining: try records.retraining(of: id)))
  }

  public static func save(
    _ state: State?, of id: ID<PersonRank>, _ situation: Situation<Self>,
    _ records: borrowing Writing, _ context: Context
  ) throws {
    let before = situation.facts.personRank
    var after = before
    if let state { after.state = state }
    // The only action without fields: the payment is stopped, with its reason.
    after.stopped = context.today
    after.stopReason = context.reason
    try Failure.check(try records.update(before, to: after), on: situation.subject)
  }
}

extension Actor {
  /// Whose ranks the account sees: the own one, or those of the people of its units.
  public var rankHolders: PersonReach {
    switch role {
    case .learner: person.map { .own($0) } ?? .nothing
    case .boardSecretary, .personnelOffice, .qualityCentre: .units(scope)
    default: .nothing
    }
  }
}

/// «بازآموزی»: its beginning, and its end with the result (S4-12c).
public struct RecordRetraining: UseCase {
  public static let name = "rank.retraining"
  public static let isUndoable = false
  public var id: ID<Retraining>?
  public var personRank: ID<PersonRank>
  public var university: String
  public var from: JalaliDate
  public var to: JalaliDate?
  public var isPassed: Bool?

  public init(
    _ personRank: ID<PersonRank>, university: String, from: JalaliDate, to: JalaliDate? = nil,
    isPassed: Bool? = nil
  ) {
    self.personRank = personRank
    self.university = university
    self.from = from
    self.to = to
    self.isPassed = isPassed
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    if id == nil { id = try records.newID() }
  }

  private var action: PersonRankLife.Action {
    isPassed == nil ? .startRetraining : .finishRetraining
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try PersonRankLife.requireReach(action, of: personRank, records, context)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    guard let id, let situation = try PersonRankLife.situation(of: personRank, records, context)
    else { throw Failure.forbidden }
    guard !university.isEmpty else { throw Failure.complaint(field: "university", .empty) }
    if let to, to < from {
      throw Failure.refused([
        Finding(.firstDemotion, .refusal, .portal(.endsBeforeStart(from: from, to: to)))
      ])
    }
    let open = situation.facts.retraining.flatMap { $0.isPassed == nil ? $0 : nil }
    let after = Retraining(
      id: open?.id ?? id, personRank: personRank, university: university, from: from, to: to,
      isPassed: isPassed)
    // A retraining that was not passed is kept; the next one begins anew.
    guard isPassed != false else {
      return try Failure.check(try records.put(open, after), on: situation.subject)
    }
    var facts = situation.facts
    if let isPassed {
      facts.retraining = after
      facts.isPassed = isPassed
    }
    let choice = try PersonRankLife.open(action, in: situation.state, facts, context)
    try Failure.check(try records.put(open, after), on: situation.subject)
    guard let state = choice.line.to else { return }
    var valid = facts.personRank
    valid.state = state
    try Failure.check(
      try records.update(facts.personRank, to: valid), on: situation.subject)
  }
}
