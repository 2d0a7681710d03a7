import Store
import Training

/// The clocks of short courses up to the end of their classes, and of tasks.
extension DeadlineSource {
  /// The province decides before the interval in which the course is held begins (S2-1.6a).
  static let requestDecision = DeadlineSource(
    .requestDecision, .provincialApproval, owner: .provincialExpert, opens: .request
  ) { records, context, window in
    try records.requestClocks(
      .awaitingProvince, in: context.actor.courseReach, until: window.until, limit: window.limit)
  }

  /// A returned request goes to the province again before that interval begins (S2-1.6c).
  static let requestReturned = DeadlineSource(
    .requestReturned, .returnWithReason, owner: .expert, opens: .request
  ) { records, context, window in
    try records.requestClocks(
      .returned, in: context.actor.courseReach, until: window.until, limit: window.limit)
  }

  /// The office fills its classes while enrolment is open (S2-5.1a).
  static let introduction = DeadlineSource(
    .introduction, .enrolmentTime, owner: .expert, opens: .trainingClass
  ) { records, context, window in
    try records.introductionClocks(
      in: context.actor.courseReach, on: context.today, until: window.until, limit: window.limit)
  }

  /// Absences are entered on the day of the session (S2-7.9a).
  static let sessionMarks = DeadlineSource(
    .sessionMarks, .absenceEntry, owner: .courseManager, opens: .session
  ) { records, context, window in
    try records.sessionClocks(
      in: context.actor.courseReach, on: context.today, limit: window.limit)
  }

  /// Scores are complete a week after their exam; before one is defined, after the last day on which
  /// it may be (S2-8.7a).
  static let scores = DeadlineSource(
    .scores, .scoreEntry, owner: .courseManager, opens: .trainingClass
  ) { records, context, window in
    let (reach, days) = (context.actor.courseReach, context.rules.scoreEntryDays)
    return try records.scoreClocks(
      in: reach, on: context.today, days: context.rules.examWindow.upperBound + days,
      until: window.until, limit: window.limit)
      + records.examScoreClocks(
        in: reach, on: context.today, days: days, until: window.until, limit: window.limit)
  }

  /// Learners may leave a class until enrolment ends (S2-5.9a).
  static let withdrawal = DeadlineSource(
    .withdrawal, .withdrawal, owner: .learner, opens: .enrolment
  ) { records, context, window in
    guard context.actor.role == .learner, let person = context.actor.person else { return [] }
    return try records.withdrawalClocks(
      of: person, on: context.today, until: window.until, limit: window.limit)
  }

  /// Instructors are reminded of the day on which their class starts (S2-7.1b).
  static let classStart = DeadlineSource(
    .classStart, .classReminder, owner: .instructor, opens: .trainingClass
  ) { records, context, window in
    try records.classStarts(
      in: context.actor.courseReach, on: context.today, until: window.until, limit: window.limit)
  }

  /// Whatever people and offices were asked to do by a day.
  static let task = DeadlineSource(.task, owners: Set(Role.allCases)) { records, context, window in
    try records.tasks(
      in: context.actor.taskReach, dueUntil: window.until, limit: window.limit
    ).compactMap { line in
      guard let due = line.task.due else { return nil }
      let clock = ClockLine(
        record: RecordLink(.task, line.task.id).record, due: due, subject: line.task.title,
        unit: line.task.unit, unitName: line.unitName, person: line.task.person,
        personName: line.personName)
      return DeadlineItem(
        .task, Deadline(.deadlines, due: due, owner: line.task.role), clock,
        opens: RecordLink(.task, line.task.id))
    }
  }
}
