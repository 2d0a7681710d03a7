public import Persian

/// A meeting of a board (S4-10f).
public struct BoardMeeting: Hashable, Sendable, Codable {
  public var id: ID<BoardMeeting>
  public var board: ID<Board>
  public var day: JalaliDate
  /// The minute of the day.
  public var minute: Int
  public var place: String
  /// The chair or vice-chair who called it.
  public var inviter: ID<BoardMember>?
  /// Whether it lies outside duty hours, and so is paid for (S4-10h).
  public var isOutsideHours: Bool
  /// Members of the board on the day, by which the quorum goes.
  public var members: Int
  public var present: Int
  /// The day of the chair's confirmation.
  public var confirmed: JalaliDate?
  public var state: MeetingLife.State

  public init(
    id: ID<BoardMeeting>, board: ID<Board>, day: JalaliDate, minute: Int = 9 * 60,
    place: String = "", inviter: ID<BoardMember>? = nil, isOutsideHours: Bool = false,
    members: Int = 0, present: Int = 0, confirmed: JalaliDate? = nil,
    state: MeetingLife.State = .invited
  ) {
    self.id = id
    self.board = board
    self.day = day
    self.minute = minute
    self.place = place
    self.inviter = inviter
    self.isOutsideHours = isOutsideHours
    self.members = members
    self.present = present
    self.confirmed = confirmed
    self.state = state
  }
}

/// What a meeting votes on, and what came of it.
public struct AgendaItem: Hashable, Sendable, Codable {
  /// The raw value is stored.
  public enum Result: String, CaseIterable, Hashable, Sendable, Codable {
    case open, approved, notApproved
  }

  public var id: ID<AgendaItem>
  public var meeting: ID<BoardMeeting>
  public var rankingCase: ID<RankingCase>
  /// Nil where the rank itself is on the agenda.
  public var appeal: ID<Appeal>?
  public var result: Result

  public init(
    id: ID<AgendaItem>, meeting: ID<BoardMeeting>, rankingCase: ID<RankingCase>,
    appeal: ID<Appeal>? = nil, result: Result = .open
  ) {
    self.id = id
    self.meeting = meeting
    self.rankingCase = rankingCase
    self.appeal = appeal
    self.result = result
  }
}

/// How a member votes; the raw value is stored.
public enum BoardBallot: String, CaseIterable, Hashable, Sendable, Codable {
  case inFavour, against, abstained
}

/// SM-16: a meeting from the invitation to the chair's confirmation.
public enum MeetingLife: Lifecycle {
  public enum State: String, CaseIterable, Hashable, Sendable, Codable {
    case invited, official, notHeld, voted, confirmed
  }

  public enum Action: String, CaseIterable, Hashable, Sendable, Codable {
    case invite, plan, attend, cast, vote, confirm
  }

  public struct Facts: Sendable {
    /// As it is, or as it would become.
    public var meeting: BoardMeeting
    public var day: JalaliDate
    /// The part of whoever called it; nil for nobody of the board.
    public var inviterPart: BoardMember.Part?
    public var agenda: Int
    /// Votes that members present have not cast yet.
    public var missingVotes: Int
    /// The part of the actor in the board; nil for others.
    public var part: BoardMember.Part?

    public init(
      meeting: BoardMeeting, day: JalaliDate, inviterPart: BoardMember.Part? = nil,
      agenda: Int = 0, missingVotes: Int = 0, part: BoardMember.Part? = nil
    ) {
      self.meeting = meeting
      self.day = day
      self.inviterPart = inviterPart
      self.agenda = agenda
      self.missingVotes = missingVotes
      self.part = part
    }
  }

  public static let name = "SM-16"

  public static let table: [Transition<Self>] = [
    Transition([], .invite, by: [.boardMember, .boardSecretary], to: .invited) { _ in
      [InvitedByChair(), ComposedBoard(), InvitedAhead()]
    },
    Transition([.invited], .plan, by: [.boardSecretary], to: nil, .undoable),
    Transition([.invited], .attend, by: [.boardSecretary], to: .official) { rules in
      [MeetingDayCome(), AgendaThere(), Quorum(of: rules.boardQuorum)]
    },
    Transition([.invited], .attend, by: [.boardSecretary], to: .notHeld) { rules in
      [MeetingDayCome(), AgendaThere(), NoQuorum(of: rules.boardQuorum)]
    },
    Transition([.official], .cast, by: [.boardMember, .boardSecretary], to: nil),
    Transition([.official], .vote, by: [.boardMember, .boardSecretary], to: .voted) { _ in
      [EverybodyVoted()]
    },
    Transition([.voted], .confirm, by: [.boardMember], to: .confirmed, .dangerous) { _ in
      [ChairOfMeeting()]
    },
  ]

  /// How many members must be present: the share of all, rounded up (S4-10f).
  public static func quorum(of members: Int, share: Fraction) -> Int {
    (members * share.numerator + share.denominator - 1) / share.denominator
  }
}

/// The chair or the vice-chair calls meetings (S4-10f).
public struct InvitedByChair: Policy {
  public static let clause = Clause.boardQuorum
  public init() {}

  public func findings(in facts: MeetingLife.Facts) -> [Finding] {
    facts.inviterPart?.mayInvite == true ? [] : [refusal(.rankCase(.notInvitedByChair))]
  }
}

/// A board without members decides nothing (S4-10j).
public struct ComposedBoard: Policy {
  public static let clause = Clause.boardComposition
  public init() {}

  public func findings(in facts: MeetingLife.Facts) -> [Finding] {
    facts.meeting.members > 0 ? [] : [refusal(.rankCase(.membersMissing))]
  }
}

/// Nobody is invited to a day that is over.
public struct InvitedAhead: Policy {
  public static let clause = Clause.boardQuorum
  public init() {}

  public func findings(in facts: MeetingLife.Facts) -> [Finding] {
    facts.meeting.day >= facts.day ? [] : [refusal(.rankCase(.dayPassed(facts.meeting.day)))]
  }
}

/// Nobody is present at a meeting whose day has not come (S4-10f).
public struct MeetingDayCome: Policy {
  public static let clause = Clause.boardQuorum
  public init() {}

  public func findings(in facts: MeetingLife.Facts) -> [Finding] {
    let day = facts.meeting.day
    return facts.day >= day
      ? [] : [refusal(.rankCase(.dayAhead(day)), remedy: .wait(until: day))]
  }
}

/// A meeting has something to decide.
public struct AgendaThere: Policy {
  public static let clause = Clause.boardQuorum
  public init() {}

  public func findings(in facts: MeetingLife.Facts) -> [Finding] {
    facts.agenda > 0 ? [] : [refusal(.rankCase(.agendaEmpty), remedy: .record(.agenda))]
  }
}

/// A meeting is official with two thirds of the members (S4-10f).
public struct Quorum: Policy {
  public static let clause = Clause.boardQuorum
  let share: Fraction
  public init(of share: Fraction) { self.share = share }

  public func findings(in facts: MeetingLife.Facts) -> [Finding] {
    let needed = MeetingLife.quorum(of: facts.meeting.members, share: share)
    let present = facts.meeting.present
    return present >= needed
      ? [] : [refusal(.rankCase(.noQuorum(present: present, needed: needed)))]
  }
}

/// With fewer it was not held.
public struct NoQuorum: Policy {
  public static let clause = Clause.boardQuorum
  let share: Fraction
  public init(of share: Fraction) { self.share = share }

  public func findings(in facts: MeetingLife.Facts) -> [Finding] {
    Quorum(of: share).findings(in: facts).isEmpty ? [refusal(.rankCase(.quorumThere))] : []
  }
}

/// Every member present has voted on everything, abstaining included (S4-10g).
public struct EverybodyVoted: Policy {
  public static let clause = Clause.boardMajority
  public init() {}

  public func findings(in facts: MeetingLife.Facts) -> [Finding] {
    facts.missingVotes == 0 ? [] : [refusal(.rankCase(.votesMissing(facts.missingVotes)))]
  }
}

/// What a meeting decided is carried out after the chair's confirmation (S4-10g).
public struct ChairOfMeeting: Policy {
  public static let clause = Clause.boardMajority
  public init() {}

  public func findings(in facts: MeetingLife.Facts) -> [Finding] {
    facts.part == .chair ? [] : [refusal(.rankCase(.notChair))]
  }
}
