/// Clauses of courses and activities held elsewhere (S2, process 11).
extension Clause {
  public static let approvedTitle = Clause("S2-11.1a", .shortCourses, paragraph: 229)
  public static let approvedContent = Clause("S2-11.1b", .shortCourses, paragraph: 230)
  public static let approvedInstitute = Clause("S2-11.1c", .shortCourses, paragraph: 231)
  public static let introducedThere = Clause("S2-11.1d", .shortCourses, paragraph: 232)
  public static let equivalentScan = Clause("S2-11.2a", .shortCourses, paragraph: 234)
  public static let originalCertificate = Clause("S2-11.3a", .shortCourses, paragraph: 236)
  public static let districtReview = Clause("S2-11.4a", .shortCourses, paragraph: 238)
  public static let matchingCourse = Clause("S2-11.4b", .shortCourses, paragraph: 238)
  public static let groupList = Clause("S2-11.5a", .shortCourses, paragraph: 240)
  public static let insertedInRecord = Clause("S2-11.5b", .shortCourses, paragraph: 240)

  static let external = [
    approvedTitle, approvedContent, approvedInstitute, introducedThere, equivalentScan,
    originalCertificate, districtReview, matchingCourse, groupList, insertedInRecord,
  ]
}
