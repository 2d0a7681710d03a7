/// Clauses of exams and projects (S2-8.4 … S2-8.6).
extension Clause {
  public static let pretestTime = Clause("S2-8.4a", .shortCourses, paragraph: 184)
  public static let examAuthor = Clause("S2-8.5a", .shortCourses, paragraph: 186)
  public static let examMinimum = Clause("S2-8.5b", .shortCourses, paragraph: 186)
  public static let examQuestions = Clause("S2-8.5c", .shortCourses, paragraph: 186)
  public static let questionFields = Clause("S2-8.5d", .shortCourses, paragraph: 186)
  public static let examWindow = Clause("S2-8.5e", .shortCourses, paragraph: 186)
  public static let examHolding = Clause("S2-8.6a", .shortCourses, paragraph: 188)
  public static let examSitting = Clause("S2-8.6c", .shortCourses, paragraph: 188)
  public static let examLife = Clause("SM-6", .shortCourses, paragraph: 186)

  static let exams = [
    pretestTime, examAuthor, examMinimum, examQuestions, questionFields, examWindow, examHolding,
    examSitting, examLife,
  ]
}
