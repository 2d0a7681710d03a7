import Store
import Training

/// The clocks of preparing courses.
extension DeadlineSource {
  /// A class does not start without a manager and an instructor (S2-3.1a, S2-4.4).
  static let classStaff = DeadlineSource(
    .classStaff, .instructorsInBank, owner: .expert, opens: .trainingClass
  ) { records, context, window in
    try records.unstaffedClassClocks(
      in: context.actor.courseReach, on: context.today, until: window.until, limit: window.limit)
  }

  /// The questions of a pre-test are there before the course starts (S2-4.8b).
  static let pretestQuestions = DeadlineSource(
    .pretestQuestions, .pretestInTime, owner: .instructor, opens: .request
  ) { records, context, window in
    try records.pretestClocks(
      in: context.actor.courseReach, on: context.today, until: window.until, limit: window.limit)
  }
}
