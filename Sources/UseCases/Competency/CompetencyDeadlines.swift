import Store
import Training

/// The clocks of competency development: the window of an assessment period (S1-1c).
extension DeadlineSource {
  /// An obliged person without a request registers while the period takes requests (S1-1g).
  static let competencyRequest = DeadlineSource(
    .competencyRequest, .compulsoryParticipation, owner: .learner, opens: .assessmentPeriod
  ) { records, context, window in
    guard context.actor.role == .learner, let id = context.actor.person,
      let person = try records.personLine(id, in: .own(id))
    else { return [] }
    let facts = try CompetencyLife.newRequest(of: person.person, records, context)
    guard let period = facts.period, let due = period.to, due <= window.until,
      facts.liveRequest == nil,
      Participation(facts.person, facts.employment, on: context.today) == .compulsory
    else { return [] }
    return [
      ClockLine(
        record: RecordLink(.assessmentPeriod, period.id).record, due: due, subject: period.title,
        unit: person.person.unit, unitName: person.unitName, person: id,
        personName: person.person.name.inFull)
    ]
  }

  /// The office refers who has registered before the window ends.
  static let assessmentReferral = DeadlineSource(
    .assessmentReferral, .assessmentWindow, owner: .expert, opens: .assessmentPeriod
  ) { records, context, window in
    guard context.actor.role != .learner else { return [] }
    return try records.assessmentClocks(
      .registered, in: context.actor.personReach, until: window.until, limit: window.limit)
  }

  /// The province records the results of those who were referred inside the window (S1-7a).
  static let assessmentResults = DeadlineSource(
    .assessmentResults, .assessmentWindow, owner: .provincialExpert, opens: .assessmentPeriod
  ) { records, context, window in
    guard context.actor.role != .learner else { return [] }
    return try records.assessmentClocks(
      .inAssessment, in: context.actor.personReach, until: window.until, limit: window.limit)
  }
}
