import Persian
public import Store
public import Training

extension Actor {
  /// Which agencies' records the account sees.
  public var oversightReach: OversightReach {
    Permission.viewOversight.isHeld(by: role) ? .agencies(scope) : .nothing
  }
}

extension Context {
  /// The actor's own agency, for those who fill in its records.
  func ownAgency(_ records: borrowing some Querying & ~Copyable) throws -> AgencyLine {
    guard let line = try records.agency(actor.unit, in: actor.oversightReach), line.unit.isActive
    else { throw Failure.forbidden }
    return line
  }
}

/// A record that keeps its state, and why the management moved it there.
private protocol Decided {
  associatedtype State
  var state: State { get set }
  var reason: String { get set }
}

extension Decided {
  /// The same in another state; nil leaves the state.
  func moved(to state: State?, because reason: String) -> Self {
    var moved = self
    if let state { moved.state = state }
    moved.reason = reason
    return moved
  }
}

extension AgencyYear: Decided {}
extension AgencyQuarter: Decided {}
extension Permit: Decided {}
extension CompletedCourse: Decided {}

extension AgencyYearLife: RecordedLife {
  public typealias Record = AgencyYear

  public static let withFields: Set<Action> = [.create, .edit]

  public static func situation(
    of id: ID<AgencyYear>, _ records: borrowing some Querying & ~Copyable, _ context: Context
  ) throws -> Situation<Self>? {
    guard let line = try records.agencyYear(id, in: context.actor.oversightReach) else {
      return nil
    }
    return Situation(
      subject: "\(line.agencyName) \(Digits.persian(line.year.form.year))", state: line.year.state,
      facts: Facts(year: line.year))
  }

  public static func save(
    _ state: State?, of id: ID<AgencyYear>, _ situation: Situation<Self>,
    _ records: borrowing Writing, _ context: Context
  ) throws {
    let before = situation.facts.year
    let after = before.moved(to: state, because: context.reason)
    try Failure.check(try records.update(before, to: after), on: situation.subject)
  }
}

extension AgencyQuarterLife: RecordedLife {
  public typealias Record = AgencyQuarter

  public static let withFields: Set<Action> = [.update, .ask, .extend, .decline]

  public static func situation(
    of id: ID<AgencyQuarter>, _ records: borrowing some Querying & ~Copyable, _ context: Context
  ) throws -> Situation<Self>? {
    guard let line = try records.agencyQuarter(id, in: context.actor.oversightReach) else {
      return nil
    }
    let state = line.state(on: context.today, under: context.rules)
    let facts = Facts(
      quarter: line.quarter, day: context.today, due: line.quarter.due(under: context.rules),
      isSent: state == .sent)
    return Situation(
      subject: "\(line.agencyName) \(line.quarter.quarter.said)",
      state: state, facts: facts)
  }

  public static func save(
    _ state: State?, of id: ID<AgencyQuarter>, _ situation: Situation<Self>,
    _ records: borrowing Writing, _ context: Context
  ) throws {
    let before = situation.facts.quarter
    // Why it was extended stays with it.
    let after = before.moved(to: state, because: before.reason)
    try Failure.check(try records.update(before, to: after), on: situation.subject)
  }
}

extension PermitLife: RecordedLife {
  public typealias Record = Permit

  public static let withFields: Set<Action> = [.create, .edit]

  public static func situation(
    of id: ID<Permit>, _ records: borrowing some Querying & ~Copyable, _ context: Context
  ) throws -> Situation<Self>? {
    guard let line = try records.permit(id, in: context.actor.oversightReach),
      line.permit.state != .removed
    else { return nil }
    return Situation(
      subject: line.permit.form.title, state: line.permit.state,
      facts: try facts(of: line.permit, before: line.permit, records, context))
  }

  /// What the rules look at; a course that has been retired since is kept where it stood before.
  static func facts(
    of permit: Permit, before: Permit?, _ records: borrowing some Querying & ~Copyable,
    _ context: Context
  ) throws -> Facts {
    let form = permit.form
    var course = try form.course.flatMap { try records.approvedCourse($0) }
    let isOpen = course?.state == .approved || (course != nil && form.course == before?.form.course)
    if form.group.isTyped || course?.group != form.group || !isOpen { course = nil }
    let instructor = try form.instructor.flatMap {
      try records.oversightInstructor($0, in: context.actor.oversightReach)?.instructor
    }
    return Facts(
      permit: permit, course: course, instructor: instructor,
      isUsed: try records.isUsed(permit.id))
  }

  public static func save(
    _ state: State?, of id: ID<Permit>, _ situation: Situation<Self>,
    _ records: borrowing Writing, _ context: Context
  ) throws {
    let before = situation.facts.permit
    let after = before.moved(to: state, because: context.reason)
    try Failure.check(try records.update(before, to: after), on: situation.subject)
  }
}

extension CompletedCourseLife: RecordedLife {
  public typealias Record = CompletedCourse

  public static let withFields: Set<Action> = [.create, .edit]

  public static func situation(
    of id: ID<CompletedCourse>, _ records: borrowing some Querying & ~Copyable,
    _ context: Context
  ) throws -> Situation<Self>? {
    guard let line = try records.completedCourse(id, in: context.actor.oversightReach),
      line.course.state != .removed
    else { return nil }
    return Situation(
      subject: line.course.form.title, state: line.course.state,
      facts: try facts(of: line.course, records, context))
  }

  /// What the rules look at of a completed course as it is or as it would become; for rows of
  /// workbooks too.
  public static func facts(
    of course: CompletedCourse, _ records: borrowing some Querying & ~Copyable,
    _ context: Context
  ) throws -> Facts {
    let form = course.form
    let permit = try form.permit.flatMap {
      try records.permit($0, in: context.actor.oversightReach)?.permit
    }
    let quarter = try records.agencyQuarter(of: course.agency, form.quarter)
    return Facts(
      course: course, permit: permit?.agency == course.agency ? permit : nil,
      isPermitUsed: try form.permit.map { try records.isUsed($0, except: course.id) } ?? false,
      figures: quarter?.filled == nil ? nil : quarter?.figures,
      due: form.quarter.due(months: context.rules.quarterMonths, extended: quarter?.extended),
      day: context.today)
  }

  public static func save(
    _ state: State?, of id: ID<CompletedCourse>, _ situation: Situation<Self>,
    _ records: borrowing Writing, _ context: Context
  ) throws {
    let before = situation.facts.course
    let after = before.moved(to: state, because: context.reason)
    try Failure.check(try records.update(before, to: after), on: situation.subject)
  }
}
