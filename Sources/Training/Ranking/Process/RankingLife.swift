public import Persian

/// SM-13: a ranking case, from the request to the decree.
public enum RankingLife: Lifecycle {
  public enum State: String, CaseIterable, Hashable, Sendable, Codable {
    case draft, registered, collecting, verified, assessed, referred, rankSet, notReached
    case notified, appealed, final, decreed, suspended, closed, cancelled

    /// Whether another request of the person must wait for this one.
    public var isLive: Bool {
      ![.final, .decreed, .closed, .cancelled].contains(self)
    }

    /// Those before the decision is final, which false information can stop (S4-6k).
    static let beforeFinal: [Self] = [
      .draft, .registered, .collecting, .verified, .assessed, .referred, .rankSet, .notReached,
      .notified, .appealed,
    ]
  }

  public enum Action: String, CaseIterable, Hashable, Sendable, Codable {
    case create, edit, submit, collect, verify, sendBack, assess, refer
    case award, deny, notify, appeal, resolve, decree
    case suspend, clear, convict, cancel, uphold, adjust
  }

  /// The days that move it by itself.
  public struct Dates: Hashable, Sendable {
    /// The first day on which nobody may appeal any more; nil before the notification.
    public var final: JalaliDate?

    public init(final: JalaliDate?) { self.final = final }

    public init(_ it: RankingCase, under rules: Rules) {
      final = it.course.notified?.adding(days: rules.rankAppealDays + 1)
    }
  }

  /// How a board voted on something.
  public struct Vote: Hashable, Sendable {
    /// Members present who may vote on this.
    public var present: Int
    public var inFavour: Int
    public var isConfirmedByChair: Bool

    public init(present: Int, inFavour: Int, isConfirmedByChair: Bool) {
      self.present = present
      self.inFavour = inFavour
      self.isConfirmedByChair = isConfirmedByChair
    }

    /// More than half of those present; a tie is not enough (S4-10g).
    public var isMajority: Bool { 2 * inFavour > present }
  }

  /// What the points say about the rank that the case is about.
  public enum Minima: Hashable, Sendable {
    case reached, missed
    /// Somebody has to enter the table of least points first.
    case undefined
  }

  public struct Facts: Sendable {
    /// As it is, or as it would become.
    public var rankingCase: RankingCase
    public var day: JalaliDate
    public var round: RankingRound?
    public var isOwn: Bool
    public var hasLiveCase: Bool
    /// The rank of the person that holds, with its state on the day.
    public var held: PersonRank?
    public var heldState: PersonRankLife.State?
    /// What refuses the person as such: coverage, entry conditions.
    public var coverage: [Finding]
    /// The automatic conditions of the rank (S3-10, S4-11).
    public var conditions: [Finding]
    public var evidence: Int
    /// Pieces of evidence whose authenticity nobody has decided on.
    public var undecidedEvidence: Int
    /// Codes of sources that the rank needs and that have said nothing.
    public var missingSources: [String]
    public var reports: Int
    /// Whether the actor is an assessor approved by the centre and given this case.
    public var isApprovedAssessor: Bool
    /// The board that has the power, found on the day; nil where none is formed.
    public var competent: Board?
    public var minima: Minima
    public var vote: Vote?
    /// The part of the actor in the board that handles it; nil for others.
    public var part: BoardMember.Part?
    public var isCentral: Bool
    /// The letter that an action brings along.
    public var letter: LetterMark
    /// The coefficient that an action brings along (S4-6h).
    public var coefficient: CaseCoefficient?
    /// Whether a member of the board has voted on the case in a meeting that is not over.
    public var isVotedOn: Bool

    public init(
      rankingCase: RankingCase, day: JalaliDate, round: RankingRound? = nil, isOwn: Bool = false,
      hasLiveCase: Bool = false, held: PersonRank? = nil, heldState: PersonRankLife.State? = nil,
      coverage: [Finding] = [], conditions: [Finding] = [], evidence: Int = 0,
      undecidedEvidence: Int = 0, missingSources: [String] = [], reports: Int = 0,
      isApprovedAssessor: Bool = false, competent: Board? = nil, minima: Minima = .undefined,
      vote: Vote? = nil, part: BoardMember.Part? = nil, isCentral: Bool = false,
      letter: LetterMark = LetterMark(), coefficient: CaseCoefficient? = nil,
      isVotedOn: Bool = false
    ) {
      self.rankingCase = rankingCase
      self.day = day
      self.round = round
      self.isOwn = isOwn
      self.hasLiveCase = hasLiveCase
      self.held = held
      self.heldState = heldState
      self.coverage = coverage
      self.conditions = conditions
      self.evidence = evidence
      self.undecidedEvidence = undecidedEvidence
      self.missingSources = missingSources
      self.reports = reports
      self.isApprovedAssessor = isApprovedAssessor
      self.competent = competent
      self.minima = minima
      self.vote = vote
      self.part = part
      self.isCentral = isCentral
      self.letter = letter
      self.coefficient = coefficient
      self.isVotedOn = isVotedOn
    }
  }

  public static let name = "SM-13"

  public static let table: [Transition<Self>] = request + collection + decision + ends + stops

  /// What the applicant does.
  private static let request: [Transition<Self>] = [
    Transition([], .create, by: [.learner], to: .draft) { _ in
      [
        OwnRankingCase(), CoveredByRanking(), OpenRound(), NoLiveCase(), NoticeAccepted(),
        RankAsked(),
      ]
    },
    Transition([.draft], .edit, by: [.learner], to: nil, .undoable) { _ in
      [OwnRankingCase(), NoticeAccepted(), RankAsked()]
    },
    Transition([.draft], .submit, by: [.learner], to: .registered) { _ in
      [
        OwnRankingCase(), OpenRound(), NoticeAccepted(), RankAsked(), EvidenceThere(),
        AutomaticConditions(),
      ]
    },
  ]

  /// What is gathered and examined before a board sees it.
  private static let collection: [Transition<Self>] = [
    Transition([.registered], .collect, by: [.boardSecretary], to: .collecting, .undoable),
    Transition([.collecting], .verify, by: [.qualityCentre], to: .verified, .undoable) { _ in
      [EvidenceDecided(), SourcesGathered()]
    },
    Transition(
      [.registered, .collecting], .sendBack, by: [.qualityCentre, .boardSecretary], to: .draft,
      .needsReason),
    Transition([.verified], .assess, by: [.assessor], to: .assessed) { _ in
      [ApprovedAssessor()]
    },
    Transition([.assessed], .refer, by: [.boardSecretary], to: .referred) { _ in
      [ReportThere(), BoardFormed()]
    },
  ]

  /// What the board decides, and what follows.
  private static let decision: [Transition<Self>] = [
    Transition([.referred], .adjust, by: [.boardMember], to: nil) { rules in
      [CoefficientFits(least: rules.rankCoefficientLeast, most: rules.rankCoefficientMost)]
    },
    Transition([.referred], .award, by: [.boardMember], to: .rankSet, .automatic) { _ in
      [BoardVoted(), MinimaReached()]
    },
    Transition([.referred], .deny, by: [.boardMember], to: .notReached, .automatic) { _ in
      [BoardConfirmed(), RankNotDue()]
    },
    Transition([.rankSet, .notReached], .notify, by: [.boardSecretary], to: .notified) { _ in
      [LetterOfCase()]
    },
    Transition([.notified], .appeal, by: [.learner], to: .appealed) { rules in
      [OwnRankingCase(), AppealInTime(days: rules.rankAppealDays)]
    },
    // The decree does not cut the ten days short.
    Transition([.decreed], .appeal, by: [.learner], to: .appealed) { rules in
      [OwnRankingCase(), AppealInTime(days: rules.rankAppealDays)]
    },
    Transition([.appealed], .resolve, by: [.boardMember], to: .final, .automatic),
    Transition([.notified, .final], .decree, by: [.personnelOffice], to: .decreed) { _ in
      [RankThere(), LetterOfCase()]
    },
  ]

  public static let clocks: [Clock<Self>] = [
    Clock([.notified], to: .final, on: { $0.final })
  ]

  private static let ends: [Transition<Self>] = [
    Transition(
      [.final, .decreed], .cancel, by: [.boardMember], to: .cancelled, [.needsReason, .dangerous]
    ) { _ in [CentralChair(), RankThere()] },
    Transition(
      [.final, .decreed], .uphold, by: [.boardMember], to: nil, .needsReason
    ) { _ in [CentralChair(), RankThere()] },
  ]

  /// False information stops everything; the result leads back to where it was.
  private static let stops: [Transition<Self>] =
    [
      Transition(
        State.beforeFinal, .suspend, by: [.boardMember], to: .suspended,
        [.needsReason, .dangerous]
      ) { _ in [ChairOfBoard(), LetterOfCase()] }
    ]
    + State.beforeFinal.map { state in
      Transition([.suspended], .clear, by: [.boardSecretary], to: state) { _ in
        [WasBefore(state), LetterOfCase()]
      }
    } + [
      Transition([.suspended], .convict, by: [.boardSecretary], to: .closed, .dangerous) { _ in
        [LetterOfCase()]
      }
    ]
}
