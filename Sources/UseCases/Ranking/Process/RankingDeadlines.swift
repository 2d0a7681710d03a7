import Persian
import Store
import Training

/// The clocks of ranking.
extension DeadlineSource {
  /// A board decides within ten days of the referral (S4-7b).
  static let rankDecision = DeadlineSource(
    .rankDecision, .boardDecision, owner: .boardSecretary, opens: .rankingCase
  ) { records, context, window in
    guard context.actor.role == .boardSecretary else { return [] }
    return try records.decisionClocks(
      in: context.rankingReach, days: context.rules.rankDecisionDays, until: window.until,
      limit: window.limit)
  }

  /// Whoever is notified may appeal for ten days (S4-8a).
  static let rankAppeal = DeadlineSource(
    .rankAppeal, .appealTime, owner: .learner, opens: .rankingCase
  ) { records, context, window in
    guard context.actor.role == .learner, let person = context.actor.person else { return [] }
    return try records.appealClocks(
      of: person, on: context.today, days: context.rules.rankAppealDays, until: window.until,
      limit: window.limit)
  }

  /// A board examines an appeal within ten days (S4-8b).
  static let appealHandling = DeadlineSource(
    .appealHandling, .appealProcess, owner: .boardSecretary, opens: .rankingCase
  ) { records, context, window in
    guard context.actor.role == .boardSecretary else { return [] }
    return try records.handlingClocks(
      in: context.rankingReach, at: context.actor.unit, days: context.rules.rankAppealHandling,
      until: window.until, limit: window.limit)
  }

  /// A rank is evaluated anew after three years (S4-12a).
  static let rankEvaluation = DeadlineSource(
    .rankEvaluation, owners: [.learner, .boardSecretary]
  ) { records, context, window in
    let years = context.rules.rankReassessmentYears
    let owner = context.actor.role
    guard owner == .learner || owner == .boardSecretary else { return [] }
    return try records.evaluationClocks(
      in: context.actor.rankHolders, evaluatedUntil: window.until.adding(years: -years),
      limit: window.limit
    ).map { line in
      let due = line.due.adding(years: years)
      let clock = ClockLine(
        record: line.record, due: due, subject: line.subject, unit: line.unit,
        unitName: line.unitName, person: owner == .learner ? line.person : nil)
      return DeadlineItem(
        .rankEvaluation, Deadline(.reassessmentTime, due: due, owner: owner), clock,
        opens: RecordLink(.personRank, line.record))
    }
  }

  /// The ministry evaluates what the bylaw has done two years after its start (S4-13a).
  static let bylawReview = DeadlineSource(
    .bylawReview, owners: [.ministryExpert]
  ) { records, context, window in
    let due = context.rules.rankBylawReview
    guard context.actor.role == .ministryExpert, due <= window.until else { return [] }
    let clock = ClockLine(
      record: RecordLink(.unit, context.actor.unit).record, due: due, subject: "",
      unit: context.actor.unit, unitName: context.actor.unitName)
    return [
      DeadlineItem(
        .bylawReview, Deadline(.bylawReview, due: due, owner: .ministryExpert), clock,
        opens: RecordLink(.unit, context.actor.unit))
    ]
  }
}
