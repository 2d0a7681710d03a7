/// Clauses of objections, closing and certificates (S2-10).
extension Clause {
  public static let controlPeriod = Clause("S2-10.3a", .shortCourses, paragraph: 219)
  public static let objectionTime = Clause("S2-10.4a", .shortCourses, paragraph: 221)
  public static let objectionAnswer = Clause("S2-10.4b", .shortCourses, paragraph: 221)
  public static let closingResult = Clause("S2-10.5c", .shortCourses, paragraph: 223)
  public static let objectionLife = Clause("SM-9b", .shortCourses, paragraph: 221)
  public static let certificateLife = Clause("SM-12", .shortCourses, paragraph: 223)

  static let closing = [
    controlPeriod, objectionTime, objectionAnswer, closingResult, objectionLife,
    certificateLife,
  ]
}
