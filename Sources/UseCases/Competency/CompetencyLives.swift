import Persian
public import Store
public import Training

extension Actor {
  /// Whose personal records the account sees.
  public var personReach: PersonReach {
    switch role {
    case .learner: person.map { .own($0) } ?? .nothing
    case .personnelOffice: .units(scope)
    default: Permission.viewPeople.isHeld(by: role) ? .units(scope) : .nothing
    }
  }
}

extension CompetencyLife: RecordedLife {
  public typealias Record = CompetencyRequest

  /// The tick, the centre, the scores and the outcome go with these.
  public static let withFields: Set<Action> = [.register, .refer, .recordResults, .decide]

  public static func situation(
    of id: ID<CompetencyRequest>, _ records: borrowing some Querying & ~Copyable,
    _ context: Context
  ) throws -> Situation<Self>? {
    guard let line = try records.competencyRequest(id, in: context.actor.personReach) else {
      return nil
    }
    let facts = try facts(of: line, records, context)
    return Situation(
      subject: line.person.name.inFull, state: line.request.state, facts: facts)
  }

  static func facts(
    of line: CompetencyLine, _ records: borrowing some Querying & ~Copyable, _ context: Context
  ) throws -> Facts {
    let (request, person) = (line.request, line.person)
    var facts = Facts(
      day: context.today, person: person, employment: try records.employment(of: person.id),
      isOwn: context.actor.person == person.id)
    if let unit = try records.unit(person.unit) {
      let scope = Scope(unit.path)
      facts.period = try records.period(request.period, for: scope)
      facts.centre = try request.centre.flatMap { id in
        try records.centres(for: scope).first { $0.id == id }
      }
    }
    facts.scores = line.scores
    facts.outcome = request.outcome.isEmpty ? nil : request.outcome
    return facts
  }

  /// What the rules of a new request look at: the person, and the earliest period still open.
  public static func newRequest(
    of person: Person, _ records: borrowing some Querying & ~Copyable, _ context: Context
  ) throws -> Facts {
    var facts = Facts(
      day: context.today, person: person, employment: try records.employment(of: person.id),
      isOwn: context.actor.person == person.id)
    if let unit = try records.unit(person.unit) {
      // Only periods of the own office and of those above it: not of an office below.
      facts.period = try records.periods(for: Scope(unit.path)).last {
        unit.path.units.contains($0.unit) && $0.isOpen(on: context.today)
      }
    }
    if let period = facts.period {
      facts.liveRequest = try records.liveTracking(of: person.id, period.id)
    }
    return facts
  }

  public static func save(
    _ state: State?, of id: ID<CompetencyRequest>, _ situation: Situation<Self>,
    _ records: borrowing Writing, _ context: Context
  ) throws {
    try save(id, records, context) { request in
      if let state { request.state = state }
      request.reason = context.reason
    }
  }

  static func save(
    _ id: ID<CompetencyRequest>, _ records: borrowing Writing, _ context: Context,
    _ change: (inout CompetencyRequest) -> Void
  ) throws {
    guard let line = try records.competencyRequest(id, in: context.actor.personReach) else {
      throw Failure.forbidden
    }
    var after = line.request
    change(&after)
    try Failure.check(
      try records.update(line.request, to: after), on: line.person.name.inFull)
  }
}
