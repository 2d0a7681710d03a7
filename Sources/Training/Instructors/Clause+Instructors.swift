/// Clauses of applicants and instructors (S2, process 3) and of non-governmental schools (process 6).
extension Clause {
  public static let applicantTerms = Clause("S2-3.2a", .shortCourses, paragraph: 87)
  public static let applicantData = Clause("S2-3.2b", .shortCourses, paragraph: 87)
  public static let trackingCode = Clause("S2-3.2e", .shortCourses, paragraph: 87)
  public static let originals = Clause("S2-3.3a", .shortCourses, paragraph: 89)
  public static let documentsConfirmed = Clause("S2-3.4b", .shortCourses, paragraph: 91)
  public static let outsiderPapers = Clause("S2-3.4c", .shortCourses, paragraph: 91)
  public static let securityReply = Clause("S2-3.5a", .shortCourses, paragraph: 93)
  public static let nonLocalProvince = Clause("S2-3.6a", .shortCourses, paragraph: 95)
  public static let nonLocalMinistry = Clause("S2-3.6b", .shortCourses, paragraph: 95)
  public static let nonLocalUse = Clause("S2-3.6c", .shortCourses, paragraph: 95)
  public static let councilDecision = Clause("S2-3.7a", .shortCourses, paragraph: 97)
  public static let taughtCourse = Clause("S2-3.7b", .shortCourses, paragraph: 97)
  public static let instructorLife = Clause("SM-3", .shortCourses, paragraph: 87)
  public static let staffRegistration = Clause("S2-6.2a", .shortCourses, paragraph: 145)
  public static let staffData = Clause("S2-6.3", .shortCourses, paragraph: 147)
  public static let staffConfirmation = Clause("S2-6.4b", .shortCourses, paragraph: 149)

  static let instructors = [
    applicantTerms, applicantData, trackingCode, originals, documentsConfirmed, outsiderPapers,
    securityReply, nonLocalProvince, nonLocalMinistry, nonLocalUse, councilDecision, taughtCourse,
    instructorLife, staffRegistration, staffData, staffConfirmation,
  ]
}
