public import Store
public import Training

extension CourseRequestLife: RecordedLife {
  public typealias Record = CourseRequest

  /// A form goes with these: `RequestCourse`, `EditRequest` and `AnnounceCourse`.
  public static let withFields: Set<Action> = [.request, .edit, .amend, .resubmit, .announce]

  public static func situation(
    of id: ID<CourseRequest>, _ records: borrowing some Querying & ~Copyable, _ context: Context
  ) throws -> Situation<Self>? {
    guard let line = try records.request(id, in: context.actor.courseReach) else { return nil }
    return Situation(
      subject: line.course.title, state: line.state(on: context.today),
      facts: try records.facts(about: line.request, of: line.course, on: context.today))
  }

  public static func save(
    _ state: State?, of id: ID<CourseRequest>, _ situation: Situation<Self>,
    _ records: borrowing Writing, _ context: Context
  ) throws {
    let before = situation.facts.request
    var after = before
    if let state { after.state = state }
    after.reason = context.reason
    switch state {
    case .approved, .returned, .rejected: after.decided = context.today
    case .awaitingProvince, .announced, .running, .finished, .cancelled, nil: break
    }
    try Failure.check(try records.update(before, to: after), on: situation.subject)
  }
}

extension ClassLife: RecordedLife {
  public typealias Record = TrainingClass

  /// `DefineClass`, `AnnounceControl`, `CloseClass` and `ReopenClass`.
  public static let withFields: Set<Action> = [.define, .announceControl, .close, .reopen]

  public static func situation(
    of id: ID<TrainingClass>, _ records: borrowing some Querying & ~Copyable, _ context: Context
  ) throws -> Situation<Self>? {
    let (reach, today) = (context.actor.courseReach, context.today)
    guard let line = try records.trainingClass(id, in: reach, on: today),
      let request = try records.request(line.trainingClass.request, in: reach)
    else { return nil }
    return Situation(
      subject: "\(line.trainingClass.name) – \(line.courseTitle)", state: line.state(on: today),
      facts: try records.facts(about: line.trainingClass, of: request, on: today))
  }

  public static func save(
    _ state: State?, of id: ID<TrainingClass>, _ situation: Situation<Self>,
    _ records: borrowing Writing, _ context: Context
  ) throws {
    let before = situation.facts.trainingClass
    var after = before
    if let state { after.state = state }
    after.reason = context.reason
    try Failure.check(try records.update(before, to: after), on: situation.subject)
    if state == .closed { try records.lockExams(of: id, true) }
    if situation.state == .closed { try records.lockExams(of: id, false) }
  }
}

extension EnrolmentLife: RecordedLife {
  public typealias Record = Enrolment

  /// A person, a letter, a class or a mark goes with each of these.
  public static let withFields: Set<Action> = [
    .enrol, .introduce, .introduceGuest, .remove, .transfer, .markAbsence, .enterScore,
  ]

  public static func situation(
    of id: ID<Enrolment>, _ records: borrowing some Querying & ~Copyable, _ context: Context
  ) throws -> Situation<Self>? {
    let (reach, today) = (context.actor.courseReach, context.today)
    guard let enrolment = try records.enrolment(id),
      let line = try records.trainingClass(enrolment.trainingClass, in: reach, on: today),
      let request = try records.request(line.trainingClass.request, in: reach),
      let person = try records.person(enrolment.person)
    else { return nil }
    let isOwn = context.actor.person == person.id
    // A learner sees the classes of others, never the others.
    guard isOwn || context.actor.role != .learner else { return nil }
    var facts = Facts(
      day: today, place: try records.place(of: line, request, on: today),
      learner: try records.learner(person, for: request.request, besides: id), isOwn: isOwn)
    facts.outcome = try records.outcome(of: enrolment)
    return Situation(subject: person.name.inFull, state: enrolment.state, facts: facts)
  }

  public static func save(
    _ state: State?, of id: ID<Enrolment>, _ situation: Situation<Self>,
    _ records: borrowing Writing, _ context: Context
  ) throws {
    guard let before = try records.enrolment(id) else { throw StoreError.notFound }
    var after = before
    if let state { after.state = state }
    after.reason = context.reason
    try Failure.check(try records.update(before, to: after), on: situation.subject)
  }
}
