public import Persian
public import Store
public import Training

extension Actor {
  /// Which ranking cases the account sees on a day.
  public func rankingReach(on day: JalaliDate) -> RankingReach {
    switch role {
    case .learner: person.map { .own($0) } ?? .nothing
    case .boardSecretary: .secretariat(unit, not: person)
    case .boardMember: person.map { .member(unit, $0, day) } ?? .nothing
    case .assessor: person.map { .assigned($0) } ?? .nothing
    case .qualityCentre: .centre(scope, not: person)
    case .personnelOffice: .personnel(scope, not: person)
    default: .nothing
    }
  }
}

extension Context {
  var rankingReach: RankingReach { actor.rankingReach(on: today) }

  /// The case, which is not there when the actor does not reach it.
  func rankingCase(
    _ id: ID<RankingCase>, _ records: borrowing some Querying & ~Copyable
  ) throws -> RankingCaseLine {
    guard let line = try records.rankingCase(id, in: rankingReach) else {
      throw Failure.forbidden
    }
    return line
  }

  /// As whom the actor belongs to the board of the own office; nil for strangers.
  func ownMembership(
    _ records: borrowing some Querying & ~Copyable
  ) throws -> BoardMember? {
    guard actor.role == .boardMember, let person = actor.person else { return nil }
    return try records.boardMember(person, at: actor.unit, on: today)
  }
}

extension RankingLife: RecordedLife {
  public typealias Record = RankingCase

  public static let withFields: Set<Action> = [
    .create, .edit, .submit, .assess, .award, .deny, .notify, .appeal, .resolve, .decree, .suspend,
    .clear, .convict, .adjust,
  ]

  public static func situation(
    of id: ID<RankingCase>, _ records: borrowing some Querying & ~Copyable, _ context: Context
  ) throws -> Situation<Self>? {
    guard let line = try records.rankingCase(id, in: context.rankingReach) else { return nil }
    let it = line.rankingCase
    let state = state(it.state, Dates(it, under: context.rules), on: context.today)
    return Situation(
      subject: line.person.name.inFull, state: state,
      facts: try facts(of: it, line.person, records, context))
  }

  /// A case with everything that its guards look at.
  static func facts(
    of it: RankingCase, _ person: Person, _ records: borrowing some Querying & ~Copyable,
    _ context: Context
  ) throws -> Facts {
    let today = context.today
    let membership = try context.ownMembership(records)
    let held = try records.heldRank(of: it.person)
    let standing = try records.rankStanding(of: it, on: today, under: context.rules)
    let level = BoardLevel.competent(
      for: it.form.target, it.kind, at: try records.unit(person.unit)?.kind ?? .district,
      membership: try records.boardLevel(of: it.person, on: today))
    let reports = try records.assessorReports(of: it.id)
    var isAssessor = false
    if let own = context.actor.person, reports.contains(where: { $0.person == own }) {
      isAssessor = try records.assessor(of: own)?.isApproved ?? false
    }
    return Facts(
      rankingCase: it, day: today, round: try records.rankingRound(it.round),
      isOwn: context.actor.person == it.person,
      hasLiveCase: try records.rankingCases(of: it.person).contains {
        $0.id != it.id && state($0.state, Dates($0, under: context.rules), on: today).isLive
      },
      held: held,
      heldState: held.map {
        PersonRankLife.state(
          $0.state, PersonRankLife.Dates($0, under: context.rules), on: today)
      },
      coverage: standing.coverage, conditions: standing.conditions,
      evidence: standing.evidence, undecidedEvidence: standing.undecided,
      missingSources: try records.missingSources(of: it.id, it.kind, it.form.target),
      reports: reports.count { $0.report.day != nil },
      isApprovedAssessor: isAssessor,
      competent: try records.board(level, above: person.unit), minima: standing.minima,
      part: membership?.part,
      isCentral: try records.board(at: context.actor.unit)?.level == .central,
      isVotedOn: try records.isVotedOn(it.id))
  }

  public static func save(
    _ state: State?, of id: ID<RankingCase>, _ situation: Situation<Self>,
    _ records: borrowing Writing, _ context: Context
  ) throws {
    let before = situation.facts.rankingCase
    var after = before
    if let state { after.state = state }
    switch state {
    case .referred:
      after.course.referred = context.today
      after.board = situation.facts.competent?.id
    case .cancelled:
      try records.endRank(of: before, on: context.today)
    default: break
    }
    after.reason = context.reason
    try Failure.check(try records.update(before, to: after), on: situation.subject)
  }

  /// Moves a case by an action with fields of its own.
  static func move(
    _ action: Action, _ situation: Situation<Self>, _ records: borrowing Writing,
    _ context: Context, facts: Facts? = nil, _ change: (inout RankingCase) -> Void = { _ in }
  ) throws {
    let facts = facts ?? situation.facts
    let choice = try open(action, in: situation.state, facts, context)
    let before = situation.facts.rankingCase
    var after = before
    if let state = choice.line.to { after.state = state }
    change(&after)
    after.reason = context.reason
    try Failure.check(try records.update(before, to: after), on: situation.subject)
  }
}

extension Writing {
  /// Ends the rank that a case gave, when it is cancelled; the one before holds again (S4-10c).
  func endRank(of it: RankingCase, on day: JalaliDate) throws {
    let ranks = try personRanks(of: it.person)
    guard let own = ranks.first(where: { $0.source == it.id && $0.state != .ended }) else { return }
    var ended = own
    ended.state = .ended
    ended.to = max(own.from, day)
    try Failure.check(try update(own, to: ended), on: "")
    if let previous = ranks.first(where: {
      $0.id != own.id && $0.state == .ended && $0.to == own.from.adding(days: -1)
    }) {
      var again = previous
      again.state = .valid
      again.to = nil
      try Failure.check(try update(previous, to: again), on: "")
    }
  }
}
