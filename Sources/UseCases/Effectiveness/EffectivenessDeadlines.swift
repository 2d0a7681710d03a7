import Persian
import Store
import Training

/// The clocks of the four levels, and where a course stands in process 8.
extension DeadlineSource {
  /// The survey is summed up before the course ends (S2-8.3a).
  static let survey = DeadlineSource(
    .survey, .surveyTime, owner: .courseManager, opens: .request
  ) { records, context, window in
    try records.surveyClocks(
      in: context.actor.courseReach, on: context.today, until: window.until, limit: window.limit)
  }

  /// Learners fill their forms in before the course ends (S2-8.3d).
  static let ownSurvey = DeadlineSource(
    .ownSurvey, .surveyAnswers, owner: .learner, opens: .enrolment
  ) { records, context, window in
    guard context.actor.role == .learner, let person = context.actor.person else { return [] }
    return try records.ownSurveyClocks(
      of: person, on: context.today, until: window.until, limit: window.limit)
  }

  /// Level 3 is summed up before its window ends; it runs from the first day of that (S2-8.1a).
  static let behaviour = selected(.behaviour, .behaviour)
  /// The same for level 4.
  static let results = selected(.results, .results)

  private static func selected(
    _ matter: DeadlineMatter, _ level: EffectivenessLevel
  ) -> DeadlineSource {
    DeadlineSource(matter, .effectivenessWindow, owner: .expert, opens: .request) {
      records, context, window in
      let lines = try records.selectedClocks(
        of: level, in: context.actor.courseReach, limit: window.limit)
      return lines.compactMap { line in
        let days = level.window(start: line.due, end: line.due, under: context.rules)
        guard days.lowerBound <= context.today, days.upperBound <= window.until else { return nil }
        return ClockLine(
          record: line.record, due: days.upperBound, subject: line.subject, unit: line.unit,
          unitName: line.unitName)
      }
    }
  }
}

extension ProcessProbe {
  /// 8 — from the first session to the summaries of every level that is measured.
  static let effectiveness = ProcessProbe(.effectiveness) { records, subject in
    guard let start = subject.progress.firstSession, start <= subject.today else {
      return ProcessStanding(.effectiveness, .notBegun, .notBegun)
    }
    let rows = try records.effectiveness(of: subject.line.request.id)
    let measured = EffectivenessLevel.allCases.filter { level in
      level.isCompulsory || rows.contains { $0.level == level }
    }
    let summaries = rows.compactMap(\.summarised)
    let isDone = summaries.count == measured.count
    return ProcessStanding(
      .effectiveness, .levels(summaries.count, of: measured.count), isDone ? .done : .underWay,
      from: start, to: isDone ? summaries.max() : nil)
  }
}
