public import Persian
public import Store
public import Training

extension MeetingLife: RecordedLife {
  public typealias Record = BoardMeeting

  public static let withFields: Set<Action> = [.invite, .plan, .attend, .cast, .confirm]

  public static func situation(
    of id: ID<BoardMeeting>, _ records: borrowing some Querying & ~Copyable, _ context: Context
  ) throws -> Situation<Self>? {
    guard context.actor.role == .boardSecretary || context.actor.role == .boardMember,
      let it = try records.boardMeeting(id), let board = try records.board(it.board),
      board.unit == context.actor.unit
    else { return nil }
    let membership = try context.ownMembership(records)
    guard context.actor.role == .boardSecretary || membership != nil else { return nil }
    return Situation(
      subject: board.title, state: it.state,
      facts: try facts(of: it, membership, records, context))
  }

  static func facts(
    of it: BoardMeeting, _ membership: BoardMember?,
    _ records: borrowing some Querying & ~Copyable, _ context: Context
  ) throws -> Facts {
    let agenda = try records.agenda(of: it.id)
    let present = try records.presentMembers(of: it.id)
    let missing = agenda.reduce(0) { count, line in
      count + present.count { $0.person != line.applicant && line.votes[$0.id] == nil }
    }
    return Facts(
      meeting: it, day: context.today,
      inviterPart: try it.inviter.flatMap { try records.boardMember($0)?.part },
      agenda: agenda.count, missingVotes: missing, part: membership?.part)
  }

  public static func save(
    _ state: State?, of id: ID<BoardMeeting>, _ situation: Situation<Self>,
    _ records: borrowing Writing, _ context: Context
  ) throws {
    var after = situation.facts.meeting
    if let state { after.state = state }
    try Failure.check(
      try records.update(situation.facts.meeting, to: after), on: situation.subject)
  }
}

/// «دعوت به جلسه»: a meeting called by the chair or vice-chair (S4-10f).
public struct InviteBoard: UseCase {
  public static let name = "meeting.invite"
  public var id: ID<BoardMeeting>?
  public var inviter: ID<BoardMember>?
  public var day: JalaliDate
  public var minute: Int
  public var place: String
  public var isOutsideHours: Bool

  public init(
    inviter: ID<BoardMember>?, day: JalaliDate, minute: Int = 9 * 60, place: String = "",
    isOutsideHours: Bool = false
  ) {
    self.inviter = inviter
    self.day = day
    self.minute = minute
    self.place = place
    self.isOutsideHours = isOutsideHours
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    if id == nil { id = try records.newID() }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try MeetingLife.require(.invite, context)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws -> ID<BoardMeeting> {
    guard let id else { throw StoreError.notFound }
    guard let board = try records.board(at: context.actor.unit) else { throw Failure.forbidden }
    let membership = try context.ownMembership(records)
    guard context.actor.role == .boardSecretary || membership != nil else {
      throw Failure.forbidden
    }
    let members = try records.boardMembers(of: board.id, on: day).map(\.member)
    var it = BoardMeeting(
      id: id, board: board.id, day: day, minute: minute, place: place, inviter: inviter,
      isOutsideHours: isOutsideHours, members: members.count)
    // Members call in their own name; the secretariat names who called.
    if let membership { it.inviter = membership.id }
    let part = members.first { $0.id == it.inviter }?.part
    let facts = MeetingLife.Facts(
      meeting: it, day: context.today, inviterPart: part, part: membership?.part)
    let choice = try MeetingLife.open(.invite, in: nil, facts, context)
    if let state = choice.to { it.state = state }
    try records.insert(it)
    return id
  }
}

/// Puts a referred case, or an appeal, on the agenda.
public struct PlanAgenda: UseCase {
  public static let name = "meeting.agenda"
  public var id: ID<AgendaItem>?
  public var meeting: ID<BoardMeeting>
  public var rankingCase: ID<RankingCase>
  public var appeal: ID<Appeal>?

  public init(
    _ meeting: ID<BoardMeeting>, _ rankingCase: ID<RankingCase>, appeal: ID<Appeal>? = nil
  ) {
    self.meeting = meeting
    self.rankingCase = rankingCase
    self.appeal = appeal
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    if id == nil { id = try records.newID() }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try MeetingLife.requireReach(.plan, of: meeting, records, context)
    _ = try context.rankingCase(rankingCase, records)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws -> ID<AgendaItem> {
    guard let id, let situation = try MeetingLife.situation(of: meeting, records, context) else {
      throw Failure.forbidden
    }
    _ = try MeetingLife.open(.plan, in: situation.state, situation.facts, context)
    let line = try context.rankingCase(rankingCase, records)
    let board = situation.facts.meeting.board
    if let appeal {
      guard let it = try records.appeal(appeal), it.rankingCase == rankingCase else {
        throw Failure.forbidden
      }
      guard it.board == board, it.state == .inBoard || it.state == .inHigherBoard else {
        throw Failure.refused([Finding(.boardPower, .refusal, .rankCase(.outsideBoard))])
      }
    } else {
      guard line.rankingCase.board == board else {
        throw Failure.refused([Finding(.boardPower, .refusal, .rankCase(.outsideBoard))])
      }
      try context.require(line.rankingCase, in: [.referred])
    }
    guard try !records.isOnAgenda(rankingCase, appeal) else {
      throw Failure.refused([Finding(.boardDecision, .refusal, .rankCase(.onAgenda))])
    }
    try records.insert(
      AgendaItem(id: id, meeting: meeting, rankingCase: rankingCase, appeal: appeal))
    return id
  }
}

/// «ثبت حاضران»: who came; with two thirds the meeting is official, with fewer it was not held.
public struct RecordPresence: UseCase {
  public static let name = "meeting.presence"
  public static let isUndoable = false
  public var meeting: ID<BoardMeeting>
  public var present: [ID<BoardMember>]
  private var rows: [ID<BoardMember>] = []

  public init(_ meeting: ID<BoardMeeting>, present: [ID<BoardMember>]) {
    self.meeting = meeting
    self.present = present
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    while rows.count < present.count { rows.append(try records.newID()) }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try MeetingLife.requireReach(.attend, of: meeting, records, context)
  }

  public func run(
    _ records: borrowing Writing, _ context: Context
  ) throws -> MeetingLife.State {
    guard let situation = try MeetingLife.situation(of: meeting, records, context) else {
      throw Failure.forbidden
    }
    let before = situation.facts.meeting
    let members = try records.boardMembers(of: before.board, on: before.day).map(\.member)
    guard Set(present).count == present.count,
      present.allSatisfy({ id in members.contains { $0.id == id } })
    else { throw Failure.forbidden }
    var facts = situation.facts
    facts.meeting.members = members.count
    facts.meeting.present = present.count
    let choice = try MeetingLife.open(.attend, in: situation.state, facts, context)
    var after = facts.meeting
    if let state = choice.to { after.state = state }
    try Failure.check(try records.update(before, to: after), on: situation.subject)
    for (row, member) in zip(rows, present) { try records.attend(meeting, member, as: row) }
    return after.state
  }
}

/// «ثبت رأی»: one vote of a member present on one item; never in the own case (S4-10g).
public struct CastVote: UseCase {
  public static let name = "meeting.vote"
  public static let isUndoable = false
  public var meeting: ID<BoardMeeting>
  public var item: ID<AgendaItem>
  public var member: ID<BoardMember>
  public var ballot: BoardBallot
  private var row: ID<BoardMember>?

  public init(
    _ ballot: BoardBallot, of member: ID<BoardMember>, on item: ID<AgendaItem>,
    in meeting: ID<BoardMeeting>
  ) {
    self.ballot = ballot
    self.member = member
    self.item = item
    self.meeting = meeting
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    if row == nil { row = try records.newID() }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try MeetingLife.requireReach(.cast, of: meeting, records, context)
    // Members vote for themselves; the secretariat writes down what was voted by hand.
    if context.actor.role == .boardMember {
      guard try context.ownMembership(records)?.id == member else { throw Failure.forbidden }
    }
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    guard let row, let situation = try MeetingLife.situation(of: meeting, records, context) else {
      throw Failure.forbidden
    }
    // A meeting without quorum never votes, and says so.
    if situation.state == .notHeld {
      try Quorum(of: context.rules.boardQuorum).findings(in: situation.facts).orRefuse()
    }
    _ = try MeetingLife.open(.cast, in: situation.state, situation.facts, context)
    guard let line = try records.agenda(of: meeting).first(where: { $0.item.id == item }) else {
      throw Failure.forbidden
    }
    guard let voter = try records.presentMembers(of: meeting).first(where: { $0.id == member })
    else { throw Failure.refused([Finding(.boardMajority, .refusal, .rankCase(.notPresent))]) }
    guard voter.person != line.applicant else {
      throw Failure.refused([Finding(.boardPower, .refusal, .rankCase(.ownCase))])
    }
    try records.cast(ballot, of: member, on: item, as: row)
  }
}
