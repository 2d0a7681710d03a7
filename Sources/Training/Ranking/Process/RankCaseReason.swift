public import Persian

/// Reasons about ranking cases, boards, appeals and ranks.
public enum RankCaseReason: Hashable, Sendable, Codable {
  case notOwn
  case roundClosed(from: JalaliDate?, to: JalaliDate?)
  case liveCase
  case noticeNotAccepted
  /// In promotion the next rank is asked for; nil where there is none above.
  case notNextRank(Rank?)
  case notHeldRank(Rank?)
  case rankHeldAlready
  case notDue(JalaliDate?)
  case evidenceMissing
  case evidenceUndecided(Int)
  case sourcesMissing(Int)
  case notApprovedAssessor
  case reportMissing
  case boardMissing
  case notReferred
  case noMajority(inFavour: Int, present: Int)
  case notConfirmed
  case minimaMissed
  case minimaReached
  case minimaUndefined
  case letterMissing
  case appealLate(JalaliDate)
  case rankMissing
  case notChair
  case notCentral
  case otherState
  case suspended
  case noQuorum(present: Int, needed: Int)
  case quorumThere
  case notInvitedByChair
  case agendaEmpty
  case membersMissing
  case votesMissing(Int)
  case dayPassed(JalaliDate)
  case dayAhead(JalaliDate)
  case textMissing
  case opinionMissing
  case noHigherBoard
  case wrongKind
  case notPresent
  case ownCase
  case notFirstDemotion
  case firstDemotion
  case retrainingOpen
  case retrainingNotPassed
  case answerMissing
  case outsideBoard
  case toolNotConfirmed
  case assessorThere
  case unitUnfit
  case boardThere
  case memberThere
  case chairThere
  case onAgenda
  case decreeMissing
  case votedOn
  case coefficientOutside(Fraction, least: Fraction, most: Fraction)
  case coefficientUnexplained
  case characteristicMissing(CaseCoefficient.Characteristic)
}
