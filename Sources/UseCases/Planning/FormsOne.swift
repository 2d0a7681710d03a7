public import Store
public import Training

extension FormOneLife: RecordedLife {
  public typealias Record = FormOne

  /// All but the request in LTMS, which `RequestCourse` performs.
  public static let withFields: Set<Action> = [
    .register, .edit, .agree, .disagree, .conclude, .schedule,
  ]

  public static func situation(
    of id: ID<FormOne>, _ records: borrowing some Querying & ~Copyable, _ context: Context
  ) throws -> Situation<Self>? {
    guard Permission.viewForms.isHeld(by: context.actor.role),
      let line = try records.formOne(id, in: context.actor.scope)
    else { return nil }
    return Situation(
      subject: line.form.title, state: line.form.state,
      facts: Facts(form: line.form, courseCode: line.course?.code ?? "", course: line.course))
  }

  public static func save(
    _ state: State?, of id: ID<FormOne>, _ situation: Situation<Self>,
    _ records: borrowing Writing, _ context: Context
  ) throws {
    var after = situation.facts.form
    if let state { after.state = state }
    try Failure.check(
      try records.update(situation.facts.form, to: after), on: situation.subject)
  }
}

/// Registers the Form 1 of a requesting unit (S2-1.2): the first line of SM-2a.
public struct RegisterFormOne: UseCase {
  public static let name = "form-one.register"
  public var id: ID<FormOne>?
  /// Its id, day, state and everything decided later are replaced.
  public var form: FormOne

  public init(_ form: FormOne) {
    self.form = form
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    if id == nil { id = try records.newID() }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try FormOneLife.require(.register, context)
    try context.requireReach(unit: form.unit, records)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws -> ID<FormOne> {
    guard let id else { throw StoreError.notFound }
    var form = form
    (form.id, form.registered, form.course, form.reason) = (id, context.today, nil, "")
    (form.decision, form.memorandum) = (FormOne.Decision(), FormOne.Memorandum())
    let choice = try FormOneLife.open(
      .register, in: nil, FormOneLife.Facts(form: form), context)
    if let state = choice.to { form.state = state }
    try records.insert(form)
    return id
  }
}

/// Carries a Form 1 on: its fields, the committee's decision, the memorandum, time and place.
public struct CarryFormOne: UseCase {
  public static let name = "form-one.carry"
  /// One of `edit`, `agree`, `disagree`, `conclude` and `schedule`.
  public let action: FormOneLife.Action
  /// As the screen showed it.
  public var before: FormOne
  /// Only what belongs to the action is taken from it.
  public var after: FormOne
  /// The code of the course that the committee agreed to (S2-1.3a).
  public var courseCode: String

  public init(
    _ action: FormOneLife.Action, before: FormOne, after: FormOne, courseCode: String = ""
  ) {
    self.action = action
    self.before = before
    self.after = after
    self.courseCode = courseCode
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    guard FormOneLife.withFields.contains(action), action != .register else {
      throw Failure.forbidden
    }
    try FormOneLife.requireReach(action, of: before.id, records, context)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    guard let situation = try FormOneLife.situation(of: before.id, records, context) else {
      throw Failure.forbidden
    }
    let course = action == .agree ? try records.course(code: courseCode) : nil
    var form = taken(course)
    let choice = try FormOneLife.open(
      action, in: situation.state,
      FormOneLife.Facts(form: form, courseCode: courseCode, course: course), context)
    if let state = choice.line.to { form.state = state }
    if !context.reason.isEmpty { form.reason = context.reason }
    try Failure.check(try records.update(before, to: form), on: situation.subject)
  }

  /// The form with what belongs to the action, and nothing else, changed.
  private func taken(_ course: Course?) -> FormOne {
    var form = before
    switch action {
    case .edit:
      form = after
      (form.id, form.unit, form.registered) = (before.id, before.unit, before.registered)
      (form.course, form.decision) = (before.course, before.decision)
      (form.memorandum, form.state, form.reason) = (
        before.memorandum, before.state, before.reason
      )
    case .agree:
      form.decision = after.decision
      form.course = course?.id
    case .disagree: form.decision = after.decision
    case .conclude: form.memorandum = after.memorandum
    case .schedule: (form.from, form.to, form.place) = (after.from, after.to, after.place)
    case .register, .request: break
    }
    return form
  }
}

extension RequestCourse {
  /// The Form 1 behind the request goes on to its last state; refused when it is not that far.
  func carryForm(_ records: borrowing Writing, _ context: Context) throws {
    guard let id = request.form else { return }
    guard let situation = try FormOneLife.situation(of: id, records, context) else {
      throw Failure.forbidden
    }
    let choice = try FormOneLife.open(.request, in: situation.state, situation.facts, context)
    try FormOneLife.save(choice.line.to, of: id, situation, records, context)
  }
}
