/// Clauses of planning: needs, Form 1, the committee, the memorandum, the executive programme.
extension Clause {
  public static let needs = Clause("S2-1.1a", .shortCourses, paragraph: 43)
  public static let formOneFields = Clause("S2-1.2c", .shortCourses, paragraph: 47)
  public static let formOneTimeAndPlace = Clause("S2-1.2b", .shortCourses, paragraph: 49)
  public static let committeeDecision = Clause("S2-1.3c", .shortCourses, paragraph: 53)
  public static let committeePermit = Clause("S2-1.3b", .shortCourses, paragraph: 53)
  public static let memorandum = Clause("S2-1.4a", .shortCourses, paragraph: 55)
  public static let requestOfFormOne = Clause("S2-1.5g", .shortCourses, paragraph: 57)
  public static let executivePlan = Clause("S2-2.1a", .shortCourses, paragraph: 63)
  public static let topicSplit = Clause("S2-2.2b", .shortCourses, paragraph: 65)
  public static let plannedInstructors = Clause("S2-2.6b", .shortCourses, paragraph: 73)
  public static let noticeAndEnrolment = Clause("S2-2.7a", .shortCourses, paragraph: 75)
  public static let placeLetter = Clause("S2-2.8b", .shortCourses, paragraph: 77)
  public static let evaluationWindow = Clause("S2-2.10b", .shortCourses, paragraph: 81)

  static let planning = [
    executivePlan, topicSplit, plannedInstructors, noticeAndEnrolment, placeLetter,
    evaluationWindow,
    needs, formOneFields, formOneTimeAndPlace, committeeDecision, committeePermit, memorandum,
    requestOfFormOne,
  ]
}
