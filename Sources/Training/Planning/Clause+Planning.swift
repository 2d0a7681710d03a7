/// Clauses of planning: needs, Form 1, the committee, the memorandum, the executive programme.
extension Clause {
  public static let needs = Clause("S2-1.1a", .shortCourses, paragraph: 43)
  public static let formOneFields = Clause("S2-1.2c", .shortCourses, paragraph: 47)
  public static let formOneTimeAndPlace = Clause("S2-1.2b", .shortCourses, paragraph: 49)
  public static let committeeDecision = Clause("S2-1.3c", .shortCourses, paragraph: 53)
  public static let committeePermit = Clause("S2-1.3b", .shortCourses, paragraph: 53)
  public static let memorandum = Clause("S2-1.4a", .shortCourses, paragraph: 55)
  public static let requestOfFormOne = Clause("S2-1.5g", .shortCourses, paragraph: 57)

  static let planning = [
    needs, formOneFields, formOneTimeAndPlace, committeeDecision, committeePermit, memorandum,
    requestOfFormOne,
  ]
}
