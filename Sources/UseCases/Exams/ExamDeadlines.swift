import Store
import Training

/// The clocks of exams and projects.
extension DeadlineSource {
  /// A final exam or project is defined while its window lasts (S2-8.5e).
  static let examDefinition = DeadlineSource(
    .examDefinition, .examWindow, owner: .courseManager, opens: .trainingClass
  ) { records, context, window in
    try records.examClocks(
      in: context.actor.courseReach, on: context.today, days: context.rules.examWindow.upperBound,
      until: window.until, limit: window.limit)
  }

  /// The questions of an exam at the terminal are there before its day (S2-8.5c).
  static let examQuestions = DeadlineSource(
    .examQuestions, .examQuestions, owner: .courseManager, opens: .trainingClass
  ) { records, context, window in
    try records.examQuestionClocks(
      in: context.actor.courseReach, until: window.until, limit: window.limit)
  }

  /// A learner sits the exam on its day (S2-8.6a).
  static let examSitting = DeadlineSource(
    .examSitting, .examHolding, owner: .learner, opens: .enrolment
  ) { records, context, window in
    guard context.actor.role == .learner, let person = context.actor.person else { return [] }
    return try records.sittingClocks(
      of: person, on: context.today, until: window.until, limit: window.limit)
  }
}
