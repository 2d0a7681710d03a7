/// Clauses of measuring what a course achieved (S2-8).
extension Clause {
  public static let effectivenessWindow = Clause("S2-8.1a", .shortCourses, paragraph: 173)
  public static let learningGain = Clause("S2-8.1b", .shortCourses, paragraph: 176)
  public static let compulsoryLevels = Clause("S2-8.2a", .shortCourses, paragraph: 180)
  public static let selectedCourses = Clause("S2-8.2b", .shortCourses, paragraph: 180)
  public static let surveyTime = Clause("S2-8.3a", .shortCourses, paragraph: 182)
  public static let surveyForms = Clause("S2-8.3c", .shortCourses, paragraph: 182)
  public static let surveyAnswers = Clause("S2-8.3d", .shortCourses, paragraph: 182)
  public static let behaviourQuestionnaire = Clause("S2-8.9a", .shortCourses, paragraph: 194)
  public static let resultsFormulas = Clause("S2-8.9b", .shortCourses, paragraph: 194)

  static let effectiveness = [
    effectivenessWindow, learningGain, compulsoryLevels, selectedCourses, surveyTime, surveyForms,
    surveyAnswers, behaviourQuestionnaire, resultsFormulas,
  ]
}
