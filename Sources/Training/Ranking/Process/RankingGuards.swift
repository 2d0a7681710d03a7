import Persian

/// Applicants act on their own case, and nobody else's (S0-9).
public struct OwnRankingCase: Policy {
  public static let clause = Clause.permission
  public init() {}

  public func findings(in facts: RankingLife.Facts) -> [Finding] {
    facts.isOwn ? [] : [refusal(.rankCase(.notOwn))]
  }
}

/// Whoever is not covered makes no case (S4-2d).
public struct CoveredByRanking: Policy {
  public static let clause = Clause.rankingRequest
  public init() {}

  public func findings(in facts: RankingLife.Facts) -> [Finding] { facts.coverage }
}

/// Requests are taken inside an announced round of the phase only (S4-7g).
public struct OpenRound: Policy {
  public static let clause = Clause.rankingRound
  public init() {}

  public func findings(in facts: RankingLife.Facts) -> [Finding] {
    let it = facts.rankingCase
    guard let round = facts.round, round.isOpen(on: facts.day), round.phase == it.phase,
      round.kind == it.kind
    else {
      let reason = RankCaseReason.roundClosed(from: facts.round?.from, to: facts.round?.to)
      let remedy = facts.round.flatMap { $0.from > facts.day ? Remedy.wait(until: $0.from) : nil }
      return [refusal(.rankCase(reason), remedy: remedy)]
    }
    return []
  }
}

/// One case of a person at a time (SM-13).
public struct NoLiveCase: Policy {
  public static let clause = Clause.rankingRequest
  public init() {}

  public func findings(in facts: RankingLife.Facts) -> [Finding] {
    facts.hasLiveCase ? [refusal(.rankCase(.liveCase))] : []
  }
}

/// The applicant has accepted that taking part creates no right (S4-7e).
public struct NoticeAccepted: Policy {
  public static let clause = Clause.rankingNotice
  public init() {}

  public func findings(in facts: RankingLife.Facts) -> [Finding] {
    facts.rankingCase.form.acceptsNotice
      ? [] : [refusal(.rankCase(.noticeNotAccepted), remedy: .record(.acceptance))]
  }
}

/// The rank asked for fits the phase: the first placement of somebody without a rank, the next rank
/// in promotion, the held and due one in reassessment (S4-11c, S4-12a).
public struct RankAsked: Policy {
  public static let clause = Clause.rankingRequest
  public init() {}

  public func findings(in facts: RankingLife.Facts) -> [Finding] {
    let target = facts.rankingCase.form.target
    let held = facts.held?.rank
    switch facts.rankingCase.phase {
    case .establishment:
      return held == nil ? [] : [refusal(.rankCase(.rankHeldAlready))]
    case .promotion:
      let next = held.map(\.next) ?? .trainer
      return next == target ? [] : [refusal(.rankCase(.notNextRank(next)))]
    case .reassessment:
      guard let held, held == target else { return [refusal(.rankCase(.notHeldRank(held)))] }
      return facts.heldState == .due
        ? [] : [refusal(.rankCase(.notDue(facts.held?.evaluated)))]
    }
  }
}

/// A request comes with at least one piece of evidence (S4-6a).
public struct EvidenceThere: Policy {
  public static let clause = Clause.rankingRequest
  public init() {}

  public func findings(in facts: RankingLife.Facts) -> [Finding] {
    facts.evidence > 0
      ? [] : [refusal(.rankCase(.evidenceMissing), remedy: .record(.evidence))]
  }
}

/// The conditions of the rank that need nobody's judgement are met (S3-10, S4-11a).
public struct AutomaticConditions: Policy {
  public static let clause = Clause.rankingRequest
  public init() {}

  public func findings(in facts: RankingLife.Facts) -> [Finding] { facts.conditions }
}

/// The centre has confirmed or rejected every piece of evidence (S4-6d).
public struct EvidenceDecided: Policy {
  public static let clause = Clause.rankingAuthenticity
  public init() {}

  public func findings(in facts: RankingLife.Facts) -> [Finding] {
    facts.undecidedEvidence == 0
      ? []
      : [
        refusal(
          .rankCase(.evidenceUndecided(facts.undecidedEvidence)), remedy: .record(.review))
      ]
  }
}

/// Every source that the rank needs has said something (S4-6c).
public struct SourcesGathered: Policy {
  public static let clause = Clause.rankingSources
  public init() {}

  public func findings(in facts: RankingLife.Facts) -> [Finding] {
    facts.missingSources.isEmpty
      ? []
      : [
        refusal(
          .rankCase(.sourcesMissing(facts.missingSources.count)), remedy: .record(.sources))
      ]
  }
}

/// Only assessors whom the centre has approved report, on cases they were given (S4-6e).
public struct ApprovedAssessor: Policy {
  public static let clause = Clause.rankingAssessor
  public init() {}

  public func findings(in facts: RankingLife.Facts) -> [Finding] {
    facts.isApprovedAssessor
      ? [] : [refusal(.rankCase(.notApprovedAssessor), remedy: .ask(.qualityCentre))]
  }
}

/// Nothing goes to a board without an assessor's report (S4-6e).
public struct ReportThere: Policy {
  public static let clause = Clause.rankingAssessor
  public init() {}

  public func findings(in facts: RankingLife.Facts) -> [Finding] {
    facts.reports > 0
      ? [] : [refusal(.rankCase(.reportMissing), remedy: .ask(.assessor))]
  }
}

/// The board that has the power is formed (S4-10a).
public struct BoardFormed: Policy {
  public static let clause = Clause.boardPower
  public init() {}

  public func findings(in facts: RankingLife.Facts) -> [Finding] {
    facts.competent != nil ? [] : [refusal(.rankCase(.boardMissing))]
  }
}

/// What the board's chair has not confirmed counts for nothing (S4-10g).
public struct BoardConfirmed: Policy {
  public static let clause = Clause.boardMajority
  public init() {}

  public func findings(in facts: RankingLife.Facts) -> [Finding] {
    facts.vote?.isConfirmedByChair == true ? [] : [refusal(.rankCase(.notConfirmed))]
  }
}

/// More than half of the members present are in favour, and the chair has confirmed it (S4-10g).
public struct BoardVoted: Policy {
  public static let clause = Clause.boardMajority
  public init() {}

  public func findings(in facts: RankingLife.Facts) -> [Finding] {
    guard let vote = facts.vote, vote.isConfirmedByChair else {
      return [refusal(.rankCase(.notConfirmed))]
    }
    return vote.isMajority
      ? []
      : [refusal(.rankCase(.noMajority(inFavour: vote.inFavour, present: vote.present)))]
  }
}

/// The least points of the rank are reached; where nobody has entered them, nothing is decided.
public struct MinimaReached: Policy {
  public static let clause = Clause.minimumPoints
  public init() {}

  public func findings(in facts: RankingLife.Facts) -> [Finding] {
    switch facts.minima {
    case .reached: []
    case .missed: [refusal(.rankCase(.minimaMissed))]
    case .undefined: [refusal(.rankCase(.minimaUndefined), remedy: .ask(.administrator))]
    }
  }
}

/// A rank is denied where its points are missing, or where the board is not for it.
public struct RankNotDue: Policy {
  public static let clause = Clause.minimumPoints
  public init() {}

  public func findings(in facts: RankingLife.Facts) -> [Finding] {
    switch facts.minima {
    case .missed: []
    case .undefined: [refusal(.rankCase(.minimaUndefined), remedy: .ask(.administrator))]
    case .reached:
      facts.vote?.isMajority == true ? [refusal(.rankCase(.minimaReached))] : []
    }
  }
}

/// A letter with number and date goes with it (S4-7c, S4-6k).
public struct LetterOfCase: Policy {
  public static let clause = Clause.rankingNotification
  public init() {}

  public func findings(in facts: RankingLife.Facts) -> [Finding] {
    facts.letter.isRecorded
      ? [] : [refusal(.rankCase(.letterMissing), remedy: .record(.letter))]
  }
}

/// Ten days from the notification, the tenth included (S4-8a).
public struct AppealInTime: Policy {
  public static let clause = Clause.appealTime
  let days: Int
  public init(days: Int) { self.days = days }

  public func findings(in facts: RankingLife.Facts) -> [Finding] {
    guard let notified = facts.rankingCase.course.notified else {
      return [refusal(.rankCase(.otherState))]
    }
    let last = notified.adding(days: days)
    return facts.day <= last ? [] : [refusal(.rankCase(.appealLate(last)))]
  }
}

/// A decree is issued for a rank, and for nothing else.
public struct RankThere: Policy {
  public static let clause = Clause.rankingDecree
  public init() {}

  public func findings(in facts: RankingLife.Facts) -> [Finding] {
    facts.rankingCase.course.rank != nil ? [] : [refusal(.rankCase(.rankMissing))]
  }
}

/// The chair of the board speaks for it (S4-10g).
public struct ChairOfBoard: Policy {
  public static let clause = Clause.falseInformation
  public init() {}

  public func findings(in facts: RankingLife.Facts) -> [Finding] {
    facts.part == .chair ? [] : [refusal(.rankCase(.notChair))]
  }
}

/// Confirming and cancelling ranks that others gave is the central board's (S4-10c).
public struct CentralChair: Policy {
  public static let clause = Clause.centralReview
  public init() {}

  public func findings(in facts: RankingLife.Facts) -> [Finding] {
    guard facts.isCentral else { return [refusal(.rankCase(.notCentral))] }
    return facts.part == .chair ? [] : [refusal(.rankCase(.notChair))]
  }
}

/// A suspended case goes back to where it was, and nowhere else (S4-6k).
public struct WasBefore: Policy {
  public static let clause = Clause.falseInformation
  let state: RankingLife.State
  public init(_ state: RankingLife.State) { self.state = state }

  public func findings(in facts: RankingLife.Facts) -> [Finding] {
    facts.rankingCase.suspendedFrom == state ? [] : [refusal(.rankCase(.otherState))]
  }
}
