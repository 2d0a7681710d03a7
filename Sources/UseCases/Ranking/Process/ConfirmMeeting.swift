public import Store
public import Training

/// «تأیید رئیس هیأت»: what a meeting voted takes effect, case by case (S4-10g).
public struct ConfirmMeeting: UseCase {
  public static let name = "meeting.confirm"
  public static let isUndoable = false
  public var meeting: ID<BoardMeeting>
  /// Ids for the ranks that reassessments may change, one for each item.
  private var ranks: [ID<PersonRank>] = []
  /// Ids for what the rules said of each case, which is kept with the decision.
  private var assessments: [ID<StoredAssessment>] = []

  public init(_ meeting: ID<BoardMeeting>) { self.meeting = meeting }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    let count = try records.agenda(of: meeting).count
    while ranks.count < count { ranks.append(try records.newID()) }
    while assessments.count < count { assessments.append(try records.newID()) }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try MeetingLife.requireReach(.confirm, of: meeting, records, context)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    guard let situation = try MeetingLife.situation(of: meeting, records, context) else {
      throw Failure.forbidden
    }
    let choice = try MeetingLife.open(.confirm, in: situation.state, situation.facts, context)
    let before = situation.facts.meeting
    var after = before
    if let state = choice.to { after.state = state }
    after.confirmed = context.today
    try Failure.check(try records.update(before, to: after), on: situation.subject)
    let present = try records.presentMembers(of: meeting)
    for (index, line) in try records.agenda(of: meeting).enumerated() {
      guard ranks.indices.contains(index) else { throw Failure.forbidden }
      let voters = present.filter { $0.person != line.applicant }
      let vote = RankingLife.Vote(
        present: voters.count,
        inFavour: voters.count { line.votes[$0.id] == .inFavour }, isConfirmedByChair: true)
      var item = line.item
      item.result = vote.isMajority ? .approved : .notApproved
      try Failure.check(try records.update(line.item, to: item), on: situation.subject)
      if let appeal = line.item.appeal {
        try records.decide(appeal, by: vote, context)
      } else {
        let id = line.item.rankingCase
        if let it = try records.rankingCase(id), it.phase != .reassessment || vote.isMajority,
          let assessment = try records.assessment(
            of: it, on: context.today, under: context.rules)
        {
          try records.keep(
            assessment, of: id, at: it.phase == .reassessment ? .reassessment : .vote,
            as: assessments[index])
        }
        try records.decide(id, by: vote, rank: ranks[index], context)
      }
    }
  }
}

extension Writing {
  /// What a board's vote does to a case: a rank, or none (S4-7b, S4-10g).
  fileprivate func decide(
    _ id: ID<RankingCase>, by vote: RankingLife.Vote, rank: ID<PersonRank>, _ context: Context
  ) throws {
    guard let it = try rankingCase(id), let person = try person(it.person) else {
      throw Failure.forbidden
    }
    var facts = try RankingLife.facts(of: it, person, self, context)
    facts.vote = vote
    let situation = Situation<RankingLife>(
      subject: person.name.inFull, state: it.state, facts: facts)
    if it.phase == .reassessment {
      // Whoever is not voted on stays before the board: points alone decide, but it decides them.
      guard vote.isMajority else { return }
      return try reassess(situation, rank: rank, context)
    }
    let award = RankingLife.choice(
      of: .award, in: it.state, for: context.actor.role, facts: facts, under: context.rules)
    let isAwarded = award?.isOpen == true
    let entitled =
      it.phase == .establishment ? context.rules.rankBylawStart : context.today
    try RankingLife.move(isAwarded ? .award : .deny, situation, self, context) {
      $0.course.decided = context.today
      $0.course.rank = isAwarded ? it.form.target : nil
      $0.course.entitled = isAwarded ? entitled : nil
    }
  }

  /// The rank is kept, or falls to the one that the points reach; the second fall leads out of the
  /// category (S4-12b … S4-12d).
  private func reassess(
    _ situation: Situation<RankingLife>, rank id: ID<PersonRank>, _ context: Context
  ) throws {
    let it = situation.facts.rankingCase
    guard let held = situation.facts.held, let current = held.rank else {
      throw Failure.forbidden
    }
    guard situation.facts.minima != .undefined else {
      try MinimaReached().findings(in: situation.facts).orRefuse()
      return
    }
    let isKept = situation.facts.minima == .reached
    let earned =
      isKept
      ? current
      : try earnedRank(of: it, on: context.today, under: context.rules).map { min($0, current) }
    try RankingLife.move(isKept ? .award : .deny, situation, self, context) {
      $0.course.decided = context.today
      $0.course.rank = earned
      $0.course.entitled = context.today
    }
    let state = PersonRankLife.state(
      held.state, PersonRankLife.Dates(held, under: context.rules), on: context.today)
    let facts = PersonRankLife.Facts(personRank: held, day: context.today)
    let choice = try PersonRankLife.open(isKept ? .confirm : .demote, in: state, facts, context)
    guard let next = choice.to else { return }
    if isKept {
      var confirmed = held
      confirmed.evaluated = context.today
      confirmed.state = next
      confirmed.stopped = nil
      confirmed.stopReason = ""
      try Failure.check(try update(held, to: confirmed), on: situation.subject)
      return
    }
    let below = earned == current ? current.previous : earned
    try hold(
      PersonRank(
        id: id, person: it.person, kind: it.kind, rank: next == .left ? nil : below,
        from: context.today, source: it.id, demotions: held.demotions + 1,
        stopped: next == .left ? context.today : nil, state: next))
  }

  /// What a board's vote does to an appeal; a dismissed one ends the case (S4-8b, S4-8c).
  fileprivate func decide(
    _ id: ID<Appeal>, by vote: RankingLife.Vote, _ context: Context
  ) throws {
    guard let it = try appeal(id) else { throw Failure.forbidden }
    var facts = AppealLife.Facts(appeal: it, day: context.today)
    facts.vote = vote
    let decided = try AppealLife.open(
      vote.isMajority ? .accept : .dismiss, in: it.state, facts, context)
    var after = it
    after.decided = context.today
    if let state = decided.to { after.state = state }
    if after.state == .dismissed,
      let closed = try AppealLife.open(.close, in: after.state, facts, context).to
    {
      after.state = closed
    }
    try Failure.check(try update(it, to: after), on: "")
    if after.state == .closed { try resolve(it.rankingCase, context) }
  }

  /// An appeal is settled: the case is final, with another rank where one is due.
  func resolve(
    _ id: ID<RankingCase>, _ context: Context,
    _ change: (inout RankingCase) -> Void = { _ in }
  ) throws {
    guard let it = try rankingCase(id), let person = try person(it.person) else {
      throw Failure.forbidden
    }
    let situation = Situation<RankingLife>(
      subject: person.name.inFull, state: it.state,
      facts: try RankingLife.facts(of: it, person, self, context))
    try RankingLife.move(.resolve, situation, self, context, change)
  }
}
