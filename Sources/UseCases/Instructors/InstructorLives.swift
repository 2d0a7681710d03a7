public import Store
public import Training

extension InstructorLife: RecordedLife {
  public typealias Record = InstructorApplication

  /// A form, a letter or the council's decision goes with each of these.
  public static let withFields: Set<Action> = [
    .register, .edit, .sendInquiry, .positiveReply, .negativeReply, .recordCourses,
  ]

  public static func situation(
    of id: ID<InstructorApplication>, _ records: borrowing some Querying & ~Copyable,
    _ context: Context
  ) throws -> Situation<Self>? {
    guard Permission.viewApplicants.isHeld(by: context.actor.role),
      let line = try records.application(id, in: context.actor.scope)
    else { return nil }
    let it = line.application
    return Situation(
      subject: it.form.name.inFull, state: it.state,
      facts: Facts(
        application: it, papers: try records.papers(of: id), day: context.today,
        runningCourses: try records.runningCourses(of: it, on: context.today)))
  }

  public static func save(
    _ state: State?, of id: ID<InstructorApplication>, _ situation: Situation<Self>,
    _ records: borrowing Writing, _ context: Context
  ) throws {
    let before = situation.facts.application
    var after = before
    if let state { after.state = state } else { after.originalsSeen = context.today }
    after.reason = context.reason
    try Failure.check(try records.update(before, to: after), on: situation.subject)
  }
}

extension NonLocalLife: RecordedLife {
  public typealias Record = NonLocalPermit

  /// The letter goes with it.
  public static let withFields: Set<Action> = [.request]

  public static func situation(
    of id: ID<NonLocalPermit>, _ records: borrowing some Querying & ~Copyable, _ context: Context
  ) throws -> Situation<Self>? {
    guard Permission.viewApplicants.isHeld(by: context.actor.role),
      let line = try records.permit(id, in: context.actor.scope)
    else { return nil }
    return Situation(
      subject: line.instructor.form.name.inFull, state: line.permit.state,
      facts: Facts(
        permit: line.permit,
        place: try records.place(of: line.instructor.form.unit, from: line.holder),
        instructor: line.instructor.form.name.inFull,
        isInBank: line.instructor.state == .inBank))
  }

  public static func save(
    _ state: State?, of id: ID<NonLocalPermit>, _ situation: Situation<Self>,
    _ records: borrowing Writing, _ context: Context
  ) throws {
    let before = situation.facts.permit
    var after = before
    if let state { after.state = state }
    after.reason = context.reason
    try Failure.check(try records.update(before, to: after), on: situation.subject)
  }
}
