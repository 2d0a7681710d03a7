/// Clauses of the course file and the financial document (S2, process 9).
extension Clause {
  public static let folderA = Clause("S2-9.1a", .shortCourses, paragraph: 198)
  public static let folderB = Clause("S2-9.2a", .shortCourses, paragraph: 200)
  public static let folderDestruction = Clause("S2-9.2b", .shortCourses, paragraph: 200)
  public static let financialDocument = Clause("S2-9.3a", .shortCourses, paragraph: 202)
  public static let instructorPay = Clause("S2-9.4a", .shortCourses, paragraph: 206)
  public static let factorPay = Clause("S2-9.4b", .shortCourses, paragraph: 207)
  public static let paySlip = Clause("S2-9.4c", .shortCourses, paragraph: 208)
  public static let agreedPay = Clause("S2-9.4d", .shortCourses, paragraph: 209)
  public static let payment = Clause("S2-9.4e", .shortCourses, paragraph: 204)
  public static let finalControl = Clause("S2-9.5a", .shortCourses, paragraph: 211)
  public static let paperComparison = Clause("S2-9.5b", .shortCourses, paragraph: 211)

  static let finance = [
    folderA, folderB, folderDestruction, financialDocument, instructorPay, factorPay, paySlip,
    agreedPay, payment, finalControl, paperComparison,
  ]
}
