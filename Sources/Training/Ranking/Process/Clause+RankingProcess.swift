/// Clauses of the way of a ranking case, its boards and its appeals (S4-5 … S4-14).
extension Clause {
  public static let rankingSystem = Clause("S4-5a", .teacherRanking, paragraph: 101)
  public static let rankingRequest = Clause("S4-6a", .teacherRanking, paragraph: 106)
  public static let rankingSources = Clause("S4-6c", .teacherRanking, paragraph: 110)
  public static let rankingAuthenticity = Clause("S4-6d", .teacherRanking, paragraph: 112)
  public static let rankingAssessor = Clause("S4-6e", .teacherRanking, paragraph: 115)
  public static let rankingCoefficients = Clause("S4-6h", .teacherRanking, paragraph: 118)
  public static let falseInformation = Clause("S4-6k", .teacherRanking, paragraph: 121)
  public static let rankingReferral = Clause("S4-7a", .teacherRanking, paragraph: 125)
  public static let boardDecision = Clause("S4-7b", .teacherRanking, paragraph: 126)
  public static let rankingNotification = Clause("S4-7c", .teacherRanking, paragraph: 127)
  public static let rankingDecree = Clause("S4-7d", .teacherRanking, paragraph: 128)
  public static let rankingNotice = Clause("S4-7e", .teacherRanking, paragraph: 129)
  public static let rankingRound = Clause("S4-7g", .teacherRanking, paragraph: 131)
  public static let appealTime = Clause("S4-8a", .teacherRanking, paragraph: 135)
  public static let appealProcess = Clause("S4-8b", .teacherRanking, paragraph: 136)
  public static let appealOpinion = Clause("S4-8c", .teacherRanking, paragraph: 137)
  public static let appealResult = Clause("S4-8d", .teacherRanking, paragraph: 138)
  public static let rankAllowance = Clause("S4-9a", .teacherRanking, paragraph: 142)
  public static let boardPower = Clause("S4-10a", .teacherRanking, paragraph: 155)
  public static let centralReview = Clause("S4-10c", .teacherRanking, paragraph: 153)
  public static let boardRegisters = Clause("S4-10e2", .teacherRanking, paragraph: 156)
  public static let boardQuorum = Clause("S4-10f", .teacherRanking, paragraph: 180)
  public static let boardMajority = Clause("S4-10g", .teacherRanking, paragraph: 180)
  public static let boardFees = Clause("S4-10h", .teacherRanking, paragraph: 182)
  public static let boardComposition = Clause("S4-10j", .teacherRanking, paragraph: 180)
  public static let reassessmentTime = Clause("S4-12a", .teacherRanking, paragraph: 200)
  public static let firstDemotion = Clause("S4-12c", .teacherRanking, paragraph: 202)
  public static let secondDemotion = Clause("S4-12d", .teacherRanking, paragraph: 202)
  public static let bylawReview = Clause("S4-13a", .teacherRanking, paragraph: 206)

  static let rankingProcess = [
    rankingSystem, rankingRequest, rankingSources, rankingAuthenticity, rankingAssessor,
    falseInformation, rankingReferral, boardDecision, rankingNotification, rankingDecree,
    rankingNotice, rankingRound, appealTime, appealProcess, appealOpinion, appealResult,
    rankAllowance, boardPower, centralReview, boardRegisters, boardQuorum, boardMajority,
    boardFees, boardComposition, reassessmentTime, firstDemotion, secondDemotion,
    bylawReview, rankingCoefficients,
  ]
}
