public import Persian

/// An objection to the handling, the points or the rank (S4-8).
public struct Appeal: Hashable, Sendable, Codable {
  /// The raw value is stored.
  public enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
    /// Against the way that a working group or an assessor evaluated.
    case process
    /// Against the calculation of points.
    case points
    /// Against the rank.
    case rank
  }

  public var id: ID<Appeal>
  public var rankingCase: ID<RankingCase>
  public var kind: Kind
  public var text: String
  public var filed: JalaliDate
  /// The opinion of the working group or assessor, or that of the board.
  public var opinion: String
  /// The day on which the handling board got it with the opinion; nil before.
  public var handled: JalaliDate?
  /// The board that decides it.
  public var board: ID<Board>
  public var decided: JalaliDate?
  /// The rank that is due after an upheld appeal, and since when (S4-8d).
  public var rank: Rank?
  public var entitled: JalaliDate?
  public var state: AppealLife.State

  public init(
    id: ID<Appeal>, rankingCase: ID<RankingCase>, kind: Kind, text: String, filed: JalaliDate,
    opinion: String = "", handled: JalaliDate? = nil, board: ID<Board>,
    decided: JalaliDate? = nil, rank: Rank? = nil, entitled: JalaliDate? = nil,
    state: AppealLife.State = .registered
  ) {
    self.id = id
    self.rankingCase = rankingCase
    self.kind = kind
    self.text = text
    self.filed = filed
    self.opinion = opinion
    self.handled = handled
    self.board = board
    self.decided = decided
    self.rank = rank
    self.entitled = entitled
    self.state = state
  }
}

/// SM-14: an appeal from its filing to the rank that is due.
public enum AppealLife: Lifecycle {
  public enum State: String, CaseIterable, Hashable, Sendable, Codable {
    case registered, inBoard, inHigherBoard, upheld, dismissed, amended, closed
  }

  public enum Action: String, CaseIterable, Hashable, Sendable, Codable {
    case register, takeOpinion, refer, accept, dismiss, determine, close
  }

  public struct Facts: Sendable {
    /// As it is, or as it would become.
    public var appeal: Appeal
    public var day: JalaliDate
    /// The day of notification; nil where there was none.
    public var notified: JalaliDate?
    public var isOwn: Bool
    /// The board above the one that decided; nil above the central one, and where none is formed.
    public var higher: Board?
    public var vote: RankingLife.Vote?
    /// The part of the actor in the board that handles it.
    public var part: BoardMember.Part?

    public init(
      appeal: Appeal, day: JalaliDate, notified: JalaliDate? = nil, isOwn: Bool = false,
      higher: Board? = nil, vote: RankingLife.Vote? = nil, part: BoardMember.Part? = nil
    ) {
      self.appeal = appeal
      self.day = day
      self.notified = notified
      self.isOwn = isOwn
      self.higher = higher
      self.vote = vote
      self.part = part
    }
  }

  public static let name = "SM-14"

  public static let table: [Transition<Self>] = [
    Transition([], .register, by: [.learner], to: .registered) { rules in
      [OwnAppeal(), FiledInTime(days: rules.rankAppealDays), AppealText(), SomebodyAbove()]
    },
    Transition([.registered], .takeOpinion, by: [.boardSecretary], to: .inBoard) { _ in
      [AboutHandling(), OpinionRecorded()]
    },
    Transition([.registered], .refer, by: [.boardSecretary], to: .inHigherBoard) { _ in
      [AboutRank(), OpinionRecorded(), SomebodyAbove()]
    },
    Transition(
      [.inBoard, .inHigherBoard], .accept, by: [.boardMember], to: .upheld, .automatic
    ) { _ in [AppealVoted(inFavour: true)] },
    Transition(
      [.inBoard, .inHigherBoard], .dismiss, by: [.boardMember], to: .dismissed, .automatic
    ) { _ in [AppealVoted(inFavour: false)] },
    Transition([.upheld], .determine, by: [.boardMember], to: .amended) { _ in
      [ChairOfAppeal(), DueRank()]
    },
    Transition([.dismissed], .close, by: [.boardMember], to: .closed, .automatic),
  ]
}

/// Applicants appeal in their own case (S0-9).
public struct OwnAppeal: Policy {
  public static let clause = Clause.permission
  public init() {}

  public func findings(in facts: AppealLife.Facts) -> [Finding] {
    facts.isOwn ? [] : [refusal(.rankCase(.notOwn))]
  }
}

/// The tenth day after the notification is the last (S4-8a).
public struct FiledInTime: Policy {
  public static let clause = Clause.appealTime
  let days: Int
  public init(days: Int) { self.days = days }

  public func findings(in facts: AppealLife.Facts) -> [Finding] {
    guard let notified = facts.notified else { return [refusal(.rankCase(.otherState))] }
    let last = notified.adding(days: days)
    return facts.appeal.filed <= last ? [] : [refusal(.rankCase(.appealLate(last)))]
  }
}

/// An appeal says what it is about (S4-8a).
public struct AppealText: Policy {
  public static let clause = Clause.appealTime
  public init() {}

  public func findings(in facts: AppealLife.Facts) -> [Finding] {
    facts.appeal.text.isEmpty
      ? [refusal(.rankCase(.textMissing), remedy: .record(.reason))] : []
  }
}

/// Above the board that decided there is another; what the central board decides is final.
public struct SomebodyAbove: Policy {
  public static let clause = Clause.appealOpinion
  public init() {}

  public func findings(in facts: AppealLife.Facts) -> [Finding] {
    facts.appeal.kind != .rank || facts.higher != nil
      ? [] : [refusal(.rankCase(.noHigherBoard))]
  }
}

/// The board itself examines how it was evaluated and counted (S4-8b).
public struct AboutHandling: Policy {
  public static let clause = Clause.appealProcess
  public init() {}

  public func findings(in facts: AppealLife.Facts) -> [Finding] {
    facts.appeal.kind != .rank ? [] : [refusal(.rankCase(.wrongKind))]
  }
}

/// What is said against the rank goes to the higher board (S4-8c).
public struct AboutRank: Policy {
  public static let clause = Clause.appealOpinion
  public init() {}

  public func findings(in facts: AppealLife.Facts) -> [Finding] {
    facts.appeal.kind == .rank ? [] : [refusal(.rankCase(.wrongKind))]
  }
}

/// The opinion of those who are objected to is on record (S4-8b, S4-8c).
public struct OpinionRecorded: Policy {
  public static let clause = Clause.appealOpinion
  public init() {}

  public func findings(in facts: AppealLife.Facts) -> [Finding] {
    facts.appeal.opinion.isEmpty
      ? [refusal(.rankCase(.opinionMissing), remedy: .record(.opinion))] : []
  }
}

/// The board that handles it has voted so, and its chair has confirmed it (S4-10g).
public struct AppealVoted: Policy {
  public static let clause = Clause.boardMajority
  let inFavour: Bool
  public init(inFavour: Bool) { self.inFavour = inFavour }

  public func findings(in facts: AppealLife.Facts) -> [Finding] {
    guard let vote = facts.vote, vote.isConfirmedByChair else {
      return [refusal(.rankCase(.notConfirmed))]
    }
    return vote.isMajority == inFavour
      ? []
      : [refusal(.rankCase(.noMajority(inFavour: vote.inFavour, present: vote.present)))]
  }
}

/// The chair of the board that handled the appeal issues what it decided (S4-8d).
public struct ChairOfAppeal: Policy {
  public static let clause = Clause.appealResult
  public init() {}

  public func findings(in facts: AppealLife.Facts) -> [Finding] {
    facts.part == .chair ? [] : [refusal(.rankCase(.notChair))]
  }
}

/// The rank that is due comes with the day since when it is due (S4-8d).
public struct DueRank: Policy {
  public static let clause = Clause.appealResult
  public init() {}

  public func findings(in facts: AppealLife.Facts) -> [Finding] {
    facts.appeal.rank != nil && facts.appeal.entitled != nil
      ? [] : [refusal(.rankCase(.rankMissing), remedy: .record(.entitlement))]
  }
}
