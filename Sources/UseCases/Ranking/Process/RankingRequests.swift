import Persian
public import Store
public import Training

/// Announces when requests of a phase are taken (S4-7g), or changes it.
public struct SetRankingRound: UseCase {
  public static let name = "ranking.round"
  public var before: RankingRound?
  public var round: RankingRound
  private var isNumbered = false

  public init(_ round: RankingRound, before: RankingRound? = nil) {
    self.round = round
    self.before = before
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    try records.giveID(to: &round.id, before: before?.id, once: &isNumbered)
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.require(.editRounds)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws -> ID<RankingRound> {
    guard !round.title.isEmpty else { throw Failure.complaint(field: "title", .empty) }
    guard round.from <= round.to else {
      throw Failure.refused([
        Finding(
          .rankingRound, .refusal, .portal(.endsBeforeStart(from: round.from, to: round.to)))
      ])
    }
    if let before {
      try Failure.check(try records.update(before, to: round), on: round.title)
    } else {
      try records.insert(round)
    }
    return round.id
  }
}

/// «ایجاد درخواست»: begins a case inside an open round, the notice accepted (S4-6a, S4-7e).
public struct CreateRankingCase: UseCase {
  public static let name = "ranking.create"
  public var id: ID<RankingCase>?
  public var round: ID<RankingRound>
  public var form: RankingCase.Form

  public init(_ form: RankingCase.Form, in round: ID<RankingRound>) {
    self.form = form
    self.round = round
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    if id == nil { id = try records.newID() }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try RankingLife.require(.create, context)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws -> ID<RankingCase> {
    guard let id else { throw StoreError.notFound }
    guard let own = context.actor.person, let person = try records.person(own),
      let round = try records.rankingRound(round)
    else { throw Failure.forbidden }
    try form.check()
    var it = RankingCase(
      id: id, person: own, kind: round.kind, phase: round.phase, round: round.id,
      current: try records.heldRank(of: own)?.rank, form: form, made: context.today)
    let facts = try RankingLife.facts(of: it, person, records, context)
    let choice = try RankingLife.open(.create, in: nil, facts, context)
    if let state = choice.to { it.state = state }
    try records.insert(it)
    return id
  }
}

/// Changes what the applicant filled in, while the case is a draft.
public struct EditRankingCase: UseCase {
  public static let name = "ranking.edit"
  public var before: RankingCase
  public var form: RankingCase.Form

  public init(_ before: RankingCase, _ form: RankingCase.Form) {
    self.before = before
    self.form = form
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try RankingLife.require(.edit, context)
    _ = try context.rankingCase(before.id, records)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    guard let situation = try RankingLife.situation(of: before.id, records, context) else {
      throw Failure.forbidden
    }
    try form.check()
    var facts = situation.facts
    facts.rankingCase.form = form
    _ = try RankingLife.open(.edit, in: situation.state, facts, context)
    var after = before
    after.form = form
    try Failure.check(try records.update(before, to: after), on: situation.subject)
  }
}

/// «ثبت درخواست»: hands the case in; what the rules said of it that day is kept (S4-6a).
public struct SubmitRankingCase: UseCase {
  public static let name = "ranking.submit"
  public static let isUndoable = false
  public var rankingCase: ID<RankingCase>
  private var id: ID<StoredAssessment>?

  public init(_ rankingCase: ID<RankingCase>) { self.rankingCase = rankingCase }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    if id == nil { id = try records.newID() }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try RankingLife.require(.submit, context)
    _ = try context.rankingCase(rankingCase, records)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    guard let id, let situation = try RankingLife.situation(of: rankingCase, records, context)
    else { throw Failure.forbidden }
    let facts = situation.facts
    let assessment = try records.assessment(
      of: facts.rankingCase, on: context.today, under: context.rules)
    try RankingLife.move(.submit, situation, records, context) {
      $0.course.submitted = context.today
      $0.current = facts.held?.rank
      $0.board = facts.competent?.id
    }
    if let assessment {
      try records.keep(assessment, of: rankingCase, at: .submission, as: id)
    }
  }
}

extension RankingCase.Form {
  fileprivate func check() throws(Failure) {
    guard selfPoints >= 0 else { throw .complaint(field: "selfPoints", .outOfRange(0...100_000)) }
    guard weeklyMinutes >= 0 else {
      throw .complaint(field: "weeklyMinutes", .outOfRange(0...10_000))
    }
  }
}

/// «ابلاغ»: tells the teacher, the school and the office of decrees what was decided (S4-7c).
public struct NotifyRank: UseCase {
  public static let name = "ranking.notify"
  public static let isUndoable = false
  public var rankingCase: ID<RankingCase>
  public var letter: LetterMark
  private var ids: [ID<RankNotice>] = []
  private var task: ID<WorkTask>?

  public init(_ rankingCase: ID<RankingCase>, letter: LetterMark) {
    self.rankingCase = rankingCase
    self.letter = letter
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    while ids.count < RankNotice.Recipient.allCases.count { ids.append(try records.newID()) }
    if task == nil { task = try records.newID() }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try RankingLife.require(.notify, context)
    _ = try context.rankingCase(rankingCase, records)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    guard let situation = try RankingLife.situation(of: rankingCase, records, context),
      let task
    else { throw Failure.forbidden }
    var facts = situation.facts
    facts.letter = letter
    try RankingLife.move(.notify, situation, records, context, facts: facts) {
      $0.course.notified = context.today
      $0.course.letter = letter.number
    }
    for (id, recipient) in zip(ids, RankNotice.Recipient.allCases) {
      try records.insert(
        RankNotice(id: id, rankingCase: rankingCase, recipient: recipient, letter: letter))
    }
    guard facts.rankingCase.course.rank != nil,
      let person = try records.person(facts.rankingCase.person)
    else { return }
    try records.insert(
      WorkTask(
        id: task, kind: .rankDecree, title: situation.subject,
        link: RecordLink(.rankingCase, rankingCase), role: .personnelOffice, unit: person.unit,
        made: context.today, author: context.actor.account))
  }
}

/// «صدور حکم کارگزینی»: the decree of the rank, or the amended one after an appeal (S4-7d, S4-8d).
public struct IssueRankDecree: UseCase {
  public static let name = "ranking.decree"
  public static let isUndoable = false
  public var rankingCase: ID<RankingCase>
  public var letter: LetterMark
  private var id: ID<RankDecree>?
  private var rank: ID<PersonRank>?

  public init(_ rankingCase: ID<RankingCase>, letter: LetterMark) {
    self.rankingCase = rankingCase
    self.letter = letter
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    if id == nil { id = try records.newID() }
    if rank == nil { rank = try records.newID() }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try RankingLife.require(.decree, context)
    _ = try context.rankingCase(rankingCase, records)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    guard let situation = try RankingLife.situation(of: rankingCase, records, context),
      let id, let rank
    else { throw Failure.forbidden }
    var facts = situation.facts
    facts.letter = letter
    try RankingLife.move(.decree, situation, records, context, facts: facts)
    let it = facts.rankingCase
    guard let awarded = it.course.rank, let from = it.course.entitled else {
      throw Failure.forbidden
    }
    let earlier = try records.rankDecrees(of: it.id)
    try records.insert(
      RankDecree(
        id: id, rankingCase: it.id, letter: letter, rank: awarded, effective: from,
        percent: try records.rankAllowance(awarded, on: from)?.percent,
        isAmended: !earlier.isEmpty))
    // A reassessment has changed the rank when the board decided.
    guard it.phase != .reassessment else { return }
    try records.hold(
      PersonRank(
        id: rank, person: it.person, kind: it.kind, rank: awarded, from: from, source: it.id))
  }
}

extension Writing {
  /// Puts a rank in the place of the one that is held; history stays (S4-5c).
  func hold(_ new: PersonRank) throws {
    var new = new
    if let old = try heldRank(of: new.person) {
      new.demotions = max(new.demotions, old.demotions)
      var ended = old
      ended.state = .ended
      ended.to = max(old.from, new.from.adding(days: -1))
      try Failure.check(try update(old, to: ended), on: "")
    }
    try insert(new)
  }
}

/// «احراز اطلاعات خلاف واقع»: stops the case until the disciplinary board has decided (S4-6k).
public struct SuspendRankingCase: UseCase {
  public static let name = "ranking.suspend"
  public static let isUndoable = false
  public var rankingCase: ID<RankingCase>
  /// The letter to the disciplinary board of the province.
  public var letter: LetterMark

  public init(_ rankingCase: ID<RankingCase>, letter: LetterMark) {
    self.rankingCase = rankingCase
    self.letter = letter
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try RankingLife.require(.suspend, context)
    _ = try context.rankingCase(rankingCase, records)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    guard let situation = try RankingLife.situation(of: rankingCase, records, context) else {
      throw Failure.forbidden
    }
    var facts = situation.facts
    facts.letter = letter
    try RankingLife.move(.suspend, situation, records, context, facts: facts) {
      $0.suspendedFrom = situation.state
      $0.suspension = letter
    }
  }
}

/// What the disciplinary board decided: back to where the case was, or the end of it (S4-6k).
public struct RecordOffenceResult: UseCase {
  public static let name = "ranking.offence"
  public static let isUndoable = false
  public var rankingCase: ID<RankingCase>
  public var isConvicted: Bool
  public var letter: LetterMark

  public init(_ rankingCase: ID<RankingCase>, isConvicted: Bool, letter: LetterMark) {
    self.rankingCase = rankingCase
    self.isConvicted = isConvicted
    self.letter = letter
  }

  private var action: RankingLife.Action { isConvicted ? .convict : .clear }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try RankingLife.require(action, context)
    _ = try context.rankingCase(rankingCase, records)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    guard let situation = try RankingLife.situation(of: rankingCase, records, context) else {
      throw Failure.forbidden
    }
    var facts = situation.facts
    facts.letter = letter
    // Asked first: there is a way back to each state, and each of the others would say that it is
    // not the one.
    try LetterOfCase().findings(in: facts).orRefuse()
    try RankingLife.move(action, situation, records, context, facts: facts) {
      $0.suspendedFrom = nil
    }
  }
}
