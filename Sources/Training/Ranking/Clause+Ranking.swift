/// Clauses of ranking (S3, S4) that rules and conditions refer to; paragraphs are lines of their
/// documents.
extension Clause {
  public static let rankingRules = Clause("S3-0a", .staffRanking, paragraph: 1)
  public static let pointTable = Clause("S3-0b", .staffRanking, paragraph: 1)
  public static let rankConditions = Clause("S3-10a", .staffRanking, paragraph: 47)
  public static let postCriteria = Clause("S4-4h", .teacherRanking, paragraph: 93)
  public static let minimumPoints = Clause("S4-4f", .teacherRanking, paragraph: 88)
  public static let evidenceInStay = Clause("S4-4d", .teacherRanking, paragraph: 51)
  public static let promotionConditions = Clause("S4-11a", .teacherRanking, paragraph: 187)
  public static let convictionRecord = Clause("S4-11b", .teacherRanking, paragraph: 195)
  public static let bookReview = Clause("S3-3b", .staffRanking, paragraph: 13)
  public static let reprintShare = Clause("S3-3c", .staffRanking, paragraph: 15)
  public static let conferenceSpeakers = Clause("S3-6b", .staffRanking, paragraph: 27)
  public static let boardMark = Clause("S3-7b", .staffRanking, paragraph: 29)
  public static let researchCheck = Clause("S4-4g", .teacherRanking, paragraph: 91)
  public static let rankHistory = Clause("S4-5c", .teacherRanking, paragraph: 101)
  public static let evidenceLife = Clause("SM-17", .teacherRanking, paragraph: 106)

  static let rankingRuleClauses = [
    rankingRules, pointTable, rankConditions, postCriteria, minimumPoints, evidenceInStay,
    promotionConditions, convictionRecord, bookReview, reprintShare, conferenceSpeakers,
    boardMark, researchCheck, rankHistory, evidenceLife,
  ]

  /// The clause of a row by its id: rows that an office adds may name one that no rule here has.
  static func ranking(_ id: String) -> Clause {
    if let known = all.first(where: { $0.id == id }) { return known }
    return Clause(
      id.isEmpty ? rankConditions.id : id, id.hasPrefix("S4") ? .teacherRanking : .staffRanking)
  }
}
