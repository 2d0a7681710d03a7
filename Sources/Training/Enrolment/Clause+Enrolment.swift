/// Clauses of preparing courses and of enrolling beyond the common guards (S2, processes 4 and 5).
extension Clause {
  public static let contentItems = Clause("S2-4.1a", .shortCourses, paragraph: 101)
  public static let contentApproved = Clause("S2-4.1b", .shortCourses, paragraph: 101)
  public static let facilityItems = Clause("S2-4.2a", .shortCourses, paragraph: 103)
  public static let pretestTask = Clause("S2-4.8a", .shortCourses, paragraph: 115)
  public static let pretestInTime = Clause("S2-4.8b", .shortCourses, paragraph: 115)
  public static let announcement = Clause("S2-4.9b", .shortCourses, paragraph: 117)
  public static let secondStage = Clause("S2-5.4a", .shortCourses, paragraph: 127)
  public static let compulsoryCourse = Clause("S2-5.8a", .shortCourses, paragraph: 135)
  public static let outsideSystem = Clause("S2-5.8b", .shortCourses, paragraph: 135)

  static let enrolment = [
    contentItems, contentApproved, facilityItems, pretestTask, pretestInTime, announcement,
    secondStage, compulsoryCourse, outsideSystem,
  ]
}
