public import Persian
public import Store
public import Training

extension AppealLife: RecordedLife {
  public typealias Record = Appeal

  public static let withFields: Set<Action> = [
    .register, .takeOpinion, .refer, .accept, .dismiss, .determine, .close,
  ]

  public static func situation(
    of id: ID<Appeal>, _ records: borrowing some Querying & ~Copyable, _ context: Context
  ) throws -> Situation<Self>? {
    guard let it = try records.appeal(id),
      let line = try records.rankingCase(it.rankingCase, in: context.rankingReach)
    else { return nil }
    return Situation(
      subject: line.person.name.inFull, state: it.state,
      facts: try facts(of: it, line.rankingCase, line.person, records, context))
  }

  static func facts(
    of it: Appeal, _ rankingCase: RankingCase, _ person: Person,
    _ records: borrowing some Querying & ~Copyable, _ context: Context
  ) throws -> Facts {
    let decided = try rankingCase.board.flatMap { try records.board($0) }
    let membership = try context.ownMembership(records)
    return Facts(
      appeal: it, day: context.today, notified: rankingCase.course.notified,
      isOwn: context.actor.person == rankingCase.person,
      higher: try decided?.level.above.flatMap { try records.board($0, above: person.unit) },
      part: membership?.board == it.board ? membership?.part : nil)
  }

  public static func save(
    _ state: State?, of id: ID<Appeal>, _ situation: Situation<Self>,
    _ records: borrowing Writing, _ context: Context
  ) throws {
    var after = situation.facts.appeal
    if let state { after.state = state }
    try Failure.check(
      try records.update(situation.facts.appeal, to: after), on: situation.subject)
  }
}

/// «ثبت اعتراض»: against the handling, the points or the rank, up to the tenth day (S4-8a).
public struct FileAppeal: UseCase {
  public static let name = "appeal.file"
  public static let isUndoable = false
  public var id: ID<Appeal>?
  public var rankingCase: ID<RankingCase>
  public var kind: Appeal.Kind
  public var text: String

  public init(_ rankingCase: ID<RankingCase>, _ kind: Appeal.Kind, text: String) {
    self.rankingCase = rankingCase
    self.kind = kind
    self.text = text
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    if id == nil { id = try records.newID() }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try AppealLife.require(.register, context)
    _ = try context.rankingCase(rankingCase, records)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws -> ID<Appeal> {
    guard let id, let situation = try RankingLife.situation(of: rankingCase, records, context)
    else { throw Failure.forbidden }
    let line = try context.rankingCase(rankingCase, records)
    guard let board = line.rankingCase.board else { throw Failure.forbidden }
    var it = Appeal(
      id: id, rankingCase: rankingCase, kind: kind, text: text, filed: context.today,
      board: board)
    let facts = try AppealLife.facts(of: it, line.rankingCase, line.person, records, context)
    // Late is late, although the case is called final by then.
    try FiledInTime(days: context.rules.rankAppealDays).findings(in: facts).orRefuse()
    let choice = try AppealLife.open(.register, in: nil, facts, context)
    if let state = choice.to { it.state = state }
    try RankingLife.move(.appeal, situation, records, context)
    try records.insert(it)
    return id
  }
}

/// The opinion of the working group or assessor, or that of the board, with which the appeal goes
/// where it is decided (S4-8b, S4-8c).
public struct RecordAppealOpinion: UseCase {
  public static let name = "appeal.opinion"
  public static let isUndoable = false
  public var appeal: ID<Appeal>
  public var opinion: String

  public init(_ appeal: ID<Appeal>, opinion: String) {
    self.appeal = appeal
    self.opinion = opinion
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try AppealLife.require(.takeOpinion, context)
    guard let it = try AppealLife.situation(of: appeal, records, context),
      try records.board(at: context.actor.unit)?.id == it.facts.appeal.board
    else { throw Failure.forbidden }
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    guard let situation = try AppealLife.situation(of: appeal, records, context) else {
      throw Failure.forbidden
    }
    var facts = situation.facts
    facts.appeal.opinion = opinion
    let action: AppealLife.Action = facts.appeal.kind == .rank ? .refer : .takeOpinion
    let choice = try AppealLife.open(action, in: situation.state, facts, context)
    var after = facts.appeal
    after.handled = context.today
    if let state = choice.to { after.state = state }
    if after.state == .inHigherBoard, let higher = facts.higher { after.board = higher.id }
    try Failure.check(
      try records.update(situation.facts.appeal, to: after), on: situation.subject)
  }
}

/// «تعیین رتبه استحقاقی»: the rank that is due after an upheld appeal, and since when (S4-8d).
public struct DetermineRank: UseCase {
  public static let name = "appeal.determine"
  public static let isUndoable = false
  public var appeal: ID<Appeal>
  public var rank: Rank?
  public var entitled: JalaliDate?
  private var id: ID<PersonRank>?

  public init(_ appeal: ID<Appeal>, rank: Rank?, entitled: JalaliDate?) {
    self.appeal = appeal
    self.rank = rank
    self.entitled = entitled
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    if id == nil { id = try records.newID() }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try AppealLife.requireReach(.determine, of: appeal, records, context)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    guard let situation = try AppealLife.situation(of: appeal, records, context) else {
      throw Failure.forbidden
    }
    var facts = situation.facts
    facts.appeal.rank = rank
    facts.appeal.entitled = entitled
    let choice = try AppealLife.open(.determine, in: situation.state, facts, context)
    var after = facts.appeal
    if let state = choice.to { after.state = state }
    try Failure.check(
      try records.update(situation.facts.appeal, to: after), on: situation.subject)
    try records.resolve(facts.appeal.rankingCase, context) {
      $0.course.rank = rank
      $0.course.entitled = entitled
    }
    guard let id, let rank, let entitled,
      let it = try records.rankingCase(facts.appeal.rankingCase), it.phase == .reassessment
    else { return }
    try records.mendDemotion(by: it, to: rank, since: entitled, as: id, context)
  }
}

extension Writing {
  /// A demotion that an appeal has set aside: the rank before it holds again as if it had been kept,
  /// or falls to the one that is due (S4-8d, S4-12e).
  fileprivate func mendDemotion(
    by it: RankingCase, to rank: Rank, since day: JalaliDate, as id: ID<PersonRank>,
    _ context: Context
  ) throws {
    try endRank(of: it, on: context.today)
    guard let before = try heldRank(of: it.person) else { throw Failure.forbidden }
    guard before.rank != rank else {
      var kept = before
      kept.evaluated = day
      return try Failure.check(try update(before, to: kept), on: "")
    }
    try hold(
      PersonRank(
        id: id, person: it.person, kind: it.kind, rank: rank, from: day, source: it.id,
        demotions: before.demotions + 1, state: .demoted))
  }
}
