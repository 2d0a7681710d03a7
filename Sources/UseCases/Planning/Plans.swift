import Persian
public import Store
public import Training

extension ExecutivePlanLife: RecordedLife {
  public typealias Record = ExecutivePlan

  public static let withFields: Set<Action> = [.compile, .edit]

  public static func situation(
    of id: ID<ExecutivePlan>, _ records: borrowing some Querying & ~Copyable, _ context: Context
  ) throws -> Situation<Self>? {
    guard Permission.viewRequests.isHeld(by: context.actor.role),
      let plan = try records.plan(id),
      let line = try records.request(plan.request, in: context.actor.courseReach)
    else { return nil }
    return Situation(
      subject: line.course.title, state: plan.state,
      facts: try facts(of: plan, line, records, context))
  }

  /// What the rules look at: the plan with its times and lists, and what stands around it.
  static func facts(
    of plan: ExecutivePlan, _ line: RequestLine, _ records: borrowing some Querying & ~Copyable,
    _ context: Context
  ) throws -> Facts {
    let slots = try records.slots(of: plan.id)
    var facts = Facts(
      plan: plan, request: line.request, requestState: line.state(on: context.today),
      course: line.course, slots: slots, items: try records.items(of: plan.id))
    if let first = slots.first?.day, let last = slots.last?.day {
      // Two weeks more, in which free times are looked for.
      let end = last.adding(days: 14)
      facts.bookings = try records.bookings(from: first, to: end, besides: line.request.id)
      facts.holidays = try records.holidays(from: first, to: end)
    }
    var names: [String] = []
    for slot in slots where !slot.instructor.isEmpty && !names.contains(slot.instructor) {
      if try !records.isBanked(slot.person) { names.append(slot.instructor) }
    }
    facts.outsideBank = names
    return facts
  }

  public static func save(
    _ state: State?, of id: ID<ExecutivePlan>, _ situation: Situation<Self>,
    _ records: borrowing Writing, _ context: Context
  ) throws {
    var after = situation.facts.plan
    if let state { after.state = state }
    try Failure.check(
      try records.update(situation.facts.plan, to: after), on: situation.subject)
  }
}

/// Compiles the executive programme of a course, from its request or as a copy of its Form 1
/// (S2-2.1a): the first line of SM-11.
public struct CompilePlan: UseCase {
  public static let name = "plan.compile"
  public var id: ID<ExecutivePlan>?
  public var request: ID<CourseRequest>

  public init(_ request: ID<CourseRequest>) {
    self.request = request
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    if id == nil { id = try records.newID() }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try ExecutivePlanLife.require(.compile, context)
    _ = try context.request(request, records)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws -> ID<ExecutivePlan> {
    guard let id else { throw StoreError.notFound }
    let line = try context.request(request, records)
    if let existing = try records.plan(of: request) {
      throw Failure.refused([
        Finding(
          .executivePlan, .refusal,
          .portal(.stateMoved(life: ExecutivePlanLife.name, state: existing.state.rawValue)))
      ])
    }
    // Form 1 may serve as the programme: what it says is copied.
    var learners = line.request.quota
    if let form = line.request.form, let it = try records.formOne(form) {
      learners = it.learnerCount
    }
    var plan = ExecutivePlan(
      id: id, request: request, learnerCount: learners, classCount: line.request.classCount)
    let facts = try ExecutivePlanLife.facts(of: plan, line, records, context)
    let choice = try ExecutivePlanLife.open(.compile, in: nil, facts, context)
    if let state = choice.to { plan.state = state }
    try records.insert(plan)
    return id
  }
}

/// Changes counts, stay, windows, evaluation and letter of a draft.
public struct EditPlan: UseCase {
  public static let name = "plan.edit"
  public var before: ExecutivePlan
  public var after: ExecutivePlan

  public init(before: ExecutivePlan, after: ExecutivePlan) {
    self.before = before
    self.after = after
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.requireDraft(before.id, records)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    let situation = try context.openDraft(before.id, records)
    var after = after
    (after.id, after.request, after.state) = (before.id, before.request, before.state)
    guard after.learnerCount > 0, after.classCount > 0, after.instructorCount > 0 else {
      throw Failure.complaint(field: "count", .outOfRange(1...1_000_000))
    }
    try Failure.check(try records.update(before, to: after), on: situation.subject)
  }
}

/// Puts a time and place into a draft, or moves it (S2-2.3, S2-2.4).
public struct PutSlot: UseCase {
  public static let name = "plan.slot"
  public var id: ID<PlanSlot>?
  /// As the form showed it; nil for a new one.
  public var before: PlanSlot?
  public var slot: PlanSlot

  public init(_ slot: PlanSlot) {
    self.slot = slot
  }

  public init(before: PlanSlot, after: PlanSlot) {
    id = before.id
    self.before = before
    slot = after
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    if id == nil { id = try records.newID() }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.requireDraft(before?.plan ?? slot.plan, records)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws -> ID<PlanSlot> {
    guard let id else { throw StoreError.notFound }
    var slot = slot
    slot.id = id
    if let before { slot.plan = before.plan }
    let situation = try context.openDraft(slot.plan, records)
    // A name that is a person's of the records is that person, in clashes too.
    try Self.findings(slot, situation.facts, records, context).orRefuse()
    if let before {
      try Failure.check(try records.update(before, to: slot), on: situation.subject)
    } else {
      try records.insert(slot)
    }
    return id
  }

  /// What the rules say of the plan with this time in it: hours of the day, clashes, holidays.
  public static func findings(
    _ slot: PlanSlot, _ facts: ExecutivePlanLife.Facts,
    _ records: borrowing some Querying & ~Copyable, _ context: Context
  ) throws -> [Finding] {
    var facts = facts
    let end = slot.day.adding(days: 14)
    facts.slots = facts.slots.filter { $0.id != slot.id } + [slot]
    facts.bookings = try records.bookings(
      from: slot.day, to: end, besides: facts.request.id)
    facts.holidays = try records.holidays(from: slot.day, to: end)
    let policies: [any Policy<ExecutivePlanLife.Facts>] = [
      PlanHoursPerDay(rules: context.rules), PlanPlacesFree(), PlanInstructorsFree(),
      PlanHolidays(),
    ]
    return policies.findings(in: facts)
  }
}

/// Takes a time out of a draft.
public struct RemoveSlot: UseCase {
  public static let name = "plan.slot.remove"
  public var slot: ID<PlanSlot>

  public init(_ slot: ID<PlanSlot>) {
    self.slot = slot
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try ExecutivePlanLife.require(.edit, context)
    guard let found = try records.slot(slot) else { return }
    try context.requireDraft(found.plan, records)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    guard let found = try records.slot(slot) else { throw Failure.forbidden }
    _ = try context.openDraft(found.plan, records)
    try records.delete(slot)
  }
}

/// Puts a line into one of a draft's lists: topics, factors, side programmes, catering, equipment,
/// materials.
public struct PutPlanItem: UseCase {
  public static let name = "plan.item"
  public var id: ID<PlanItem>?
  public var item: PlanItem

  public init(_ item: PlanItem) {
    self.item = item
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    if id == nil { id = try records.newID() }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.requireDraft(item.plan, records)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws -> ID<PlanItem> {
    guard let id else { throw StoreError.notFound }
    _ = try context.openDraft(item.plan, records)
    var item = item
    item.id = id
    guard !item.title.allSatisfy(\.isWhitespace) else {
      throw Failure.complaint(field: "title", .empty)
    }
    try records.insert(item)
    return id
  }
}

/// Takes a line out of a draft's list.
public struct RemovePlanItem: UseCase {
  public static let name = "plan.item.remove"
  public var item: ID<PlanItem>

  public init(_ item: ID<PlanItem>) {
    self.item = item
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try ExecutivePlanLife.require(.edit, context)
    guard let found = try records.item(item) else { return }
    try context.requireDraft(found.plan, records)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    guard let found = try records.item(item) else { throw Failure.forbidden }
    _ = try context.openDraft(found.plan, records)
    try records.delete(item)
  }
}

/// Names a day on which offices are closed.
public struct AddHoliday: UseCase {
  public static let name = "holiday.add"
  public var id: ID<Holiday>?
  public var holiday: Holiday

  public init(_ holiday: Holiday) {
    self.holiday = holiday
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    if id == nil { id = try records.newID() }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.require(.editHolidays)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws -> ID<Holiday> {
    guard let id else { throw StoreError.notFound }
    guard !holiday.title.allSatisfy(\.isWhitespace) else {
      throw Failure.complaint(field: "title", .empty)
    }
    try records.insert(Holiday(id: id, day: holiday.day, title: holiday.title))
    return id
  }
}

/// Takes a holiday back.
public struct RemoveHoliday: UseCase {
  public static let name = "holiday.remove"
  public var holiday: ID<Holiday>

  public init(_ holiday: ID<Holiday>) {
    self.holiday = holiday
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.require(.editHolidays)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    guard try records.holiday(holiday) != nil else { throw Failure.forbidden }
    try records.delete(holiday)
  }
}

extension Context {
  /// Throws unless the actor may edit plans and reaches this one.
  fileprivate func requireDraft(
    _ id: ID<ExecutivePlan>, _ records: borrowing some Querying & ~Copyable
  ) throws {
    try ExecutivePlanLife.require(.edit, self)
    guard try ExecutivePlanLife.situation(of: id, records, self) != nil else {
      throw Failure.forbidden
    }
  }

  /// The plan, refused when it is no draft any more.
  fileprivate func openDraft(
    _ id: ID<ExecutivePlan>, _ records: borrowing some Querying & ~Copyable
  ) throws -> Situation<ExecutivePlanLife> {
    guard let situation = try ExecutivePlanLife.situation(of: id, records, self) else {
      throw Failure.forbidden
    }
    _ = try ExecutivePlanLife.open(.edit, in: situation.state, situation.facts, self)
    return situation
  }
}
