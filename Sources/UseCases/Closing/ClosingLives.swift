public import Store
public import Training

extension ObjectionLife: RecordedLife {
  public typealias Record = ScoreObjection

  /// What the learner writes, and the corrected value, go with these.
  public static let withFields: Set<Action> = [.register, .accept]

  public static func situation(
    of id: ID<ScoreObjection>, _ records: borrowing some Querying & ~Copyable, _ context: Context
  ) throws -> Situation<Self>? {
    guard let line = try records.objection(id, in: context.actor.courseReach),
      let enrolment = try records.enrolment(line.objection.enrolment)
    else { return nil }
    let isOwn = context.actor.person == enrolment.person
    // A learner sees the objections of nobody else.
    guard isOwn || context.actor.role != .learner else { return nil }
    return Situation(
      subject: line.person.name.inFull, state: line.objection.state,
      facts: try records.facts(about: line.objection, of: enrolment, context))
  }

  public static func save(
    _ state: State?, of id: ID<ScoreObjection>, _ situation: Situation<Self>,
    _ records: borrowing Writing, _ context: Context
  ) throws {
    let before = situation.facts.objection
    var after = before
    if let state { after.state = state }
    after.answered = context.today
    after.answer = context.reason
    try Failure.check(try records.update(before, to: after), on: situation.subject)
  }
}

extension Querying where Self: ~Copyable {
  /// What the rules of objections look at, for an objection as it would become.
  func facts(
    about objection: ScoreObjection, of enrolment: Enrolment, _ context: Context
  ) throws -> ObjectionLife.Facts {
    let line = try context.trainingClass(enrolment.trainingClass, self)
    let others = try objections(
      in: context.actor.courseReach, enrolment: enrolment.id
    ).map(\.objection).filter {
      $0.id != objection.id && $0.state == .registered && $0.kind == objection.kind
        && $0.session == objection.session
    }
    return ObjectionLife.Facts(
      objection: objection, period: try controlPeriod(of: enrolment.trainingClass),
      classState: line.state(on: context.today), day: context.today,
      isOwn: context.actor.person == enrolment.person && enrolment.state == .enrolled,
      hasWaiting: !others.isEmpty)
  }
}

extension CertificateLife: RecordedLife {
  public typealias Record = Certificate

  /// Closing issues certificates and opening a class again revokes them; printing records nothing.
  public static let withFields: Set<Action> = [.issue, .print, .reopenClass]

  public static func situation(
    of id: ID<Certificate>, _ records: borrowing some Querying & ~Copyable, _ context: Context
  ) throws -> Situation<Self>? {
    guard let it = try records.certificate(id, in: context.actor.courseReach),
      let enrolment = try EnrolmentLife.situation(of: it.enrolment, records, context)
    else { return nil }
    return Situation(subject: it.facts.holder, state: it.state, facts: enrolment.facts)
  }

  public static func save(
    _ state: State?, of id: ID<Certificate>, _ situation: Situation<Self>,
    _ records: borrowing Writing, _ context: Context
  ) throws {
    guard let state, let before = try records.certificate(id, in: context.actor.courseReach)
    else { throw Failure.forbidden }
    var after = before
    after.state = state
    after.revoked = context.today
    after.reason = context.reason
    try Failure.check(try records.update(before, to: after), on: situation.subject)
  }
}
