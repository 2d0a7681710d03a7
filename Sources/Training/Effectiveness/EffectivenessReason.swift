public import Persian

/// Reasons about measuring what a course achieved.
public enum EffectivenessReason: Hashable, Sendable, Codable {
  case windowNotOpen(EffectivenessLevel, from: JalaliDate)
  case windowPassed(EffectivenessLevel, until: JalaliDate)
  case noAnswers(EffectivenessLevel)
  /// The summary of this level is another role's.
  case summaryOf(EffectivenessLevel, by: Role)
  /// This learner's form about this instructor, or these answers, are there already.
  case answeredAlready
  case noInstructor
  case notInstructor
  /// Questions without a number from one to five.
  case answersMissing(Int)
  case noQuestions
  case questionnaireInUse(Int)
  case notEligible
  /// Courses that are selected, and the most that may be, of so many eligible ones.
  case selectionFull(limit: Int, of: Int)
  case selectionInUse
  case noCost
  /// No summary of the survey, or no pairs of a pre-test and a final exam.
  case compulsoryMissing(survey: Bool, tests: Bool)
}
