import Store
import Training

/// The clocks of objections.
extension DeadlineSource {
  /// Learners check score and absence until a day (S2-10.3a).
  static let scoreControl = DeadlineSource(
    .scoreControl, .controlPeriod, owner: .learner, opens: .enrolment
  ) { records, context, window in
    guard context.actor.role == .learner, let person = context.actor.person else { return [] }
    return try records.controlClocks(
      of: person, on: context.today, until: window.until, limit: window.limit)
  }

  /// Objections are answered before the class is closed (S2-10.5b).
  static let objectionAnswer = DeadlineSource(
    .objectionAnswer, .closingConditions, owner: .expert, opens: .objection
  ) { records, context, window in
    guard context.actor.role != .learner else { return [] }
    return try records.objectionClocks(
      in: context.actor.courseReach, until: window.until, limit: window.limit)
  }
}

/// 10 — from the announcement of the control to the last certificate.
extension ProcessProbe {
  static let certificate = ProcessProbe(.certificate) { records, subject in
    let closing = try records.closingProgress(of: subject.line.request.id)
    let progress = subject.progress
    guard let from = closing.firstAnnounced else {
      return ProcessStanding(.certificate, .notBegun, .notBegun)
    }
    guard progress.classes > 0, progress.closedClasses == progress.classes else {
      return ProcessStanding(
        .certificate, .scoreControl(closing.inPeriod, closed: progress.closedClasses), .underWay,
        from: from)
    }
    return ProcessStanding(
      .certificate, .certificates(closing.certificates), .done, from: from, to: closing.lastIssued)
  }
}
