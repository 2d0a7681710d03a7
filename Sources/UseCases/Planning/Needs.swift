public import Store
public import Training

/// Puts a line into the needs assessment of an office, or changes it (S2-1.1).
public struct PutNeed: UseCase {
  public static let name = "need.put"
  public var id: ID<TrainingNeed>?
  /// As the form showed it; nil for a new line.
  public var before: TrainingNeed?
  /// The id of a new line is replaced.
  public var need: TrainingNeed

  public init(_ need: TrainingNeed) {
    self.need = need
  }

  public init(before: TrainingNeed, after: TrainingNeed) {
    id = before.id
    self.before = before
    need = after
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    if id == nil { id = try records.newID() }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.require(.editNeeds)
    try context.requireReach(unit: need.unit, records)
    if let before { _ = try context.need(before.id, records) }
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws -> ID<TrainingNeed> {
    guard let id else { throw StoreError.notFound }
    var need = need
    need.id = id
    try Self.findings(need, records, context).orRefuse()
    if let before {
      need.unit = before.unit
      try Failure.check(try records.update(before, to: need), on: need.title)
    } else {
      try records.insert(need)
    }
    return id
  }

  /// What the rules say of a line, warnings too.
  public static func findings(
    _ need: TrainingNeed, _ records: borrowing some Querying & ~Copyable, _ context: Context
  ) throws -> [Finding] {
    var course: Course?
    if let id = need.course { course = try records.course(id) }
    let facts = NeedFacts(
      need: need, course: course, isDoubled: try records.hasNeed(besides: need))
    return NeedFacts.policies(under: context.rules).findings(in: facts)
  }
}

/// Takes a line out of the needs assessment.
public struct RemoveNeed: UseCase {
  public static let name = "need.remove"
  public var need: ID<TrainingNeed>

  public init(_ need: ID<TrainingNeed>) {
    self.need = need
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.require(.editNeeds)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    try records.delete(try context.need(need, records).id)
  }
}

/// A learner wishes for a course of the catalogue in a year (S2-1.1a).
public struct RegisterWish: UseCase {
  public static let name = "wish.register"
  public var id: ID<CourseWish>?
  public var course: ID<Course>
  public var year: Int

  public init(_ course: ID<Course>, year: Int) {
    self.course = course
    self.year = year
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    if id == nil { id = try records.newID() }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.require(.registerWish)
    guard context.actor.person != nil else { throw Failure.forbidden }
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws -> ID<CourseWish> {
    guard let id, let person = context.actor.person else { throw StoreError.notFound }
    guard let wanted = try records.course(course), wanted.isActive, wanted.hasPermit else {
      throw Failure.refused([
        Finding(.executionPermit, .refusal, .request(.noPermit), remedy: .chooseAnother(.course))
      ])
    }
    guard try records.wish(of: person, for: course, year: year) == nil else {
      throw Failure.refused([
        Finding(
          .needs, .refusal, .planning(.wishDoubled(year: year)), remedy: .chooseAnother(.course))
      ])
    }
    try records.insert(CourseWish(id: id, person: person, course: course, year: year))
    return id
  }
}

/// A learner takes a wish back.
public struct WithdrawWish: UseCase {
  public static let name = "wish.withdraw"
  public var wish: ID<CourseWish>

  public init(_ wish: ID<CourseWish>) {
    self.wish = wish
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.require(.registerWish)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    guard let found = try records.wish(wish), found.person == context.actor.person else {
      throw Failure.forbidden
    }
    try records.delete(wish)
  }
}

extension Context {
  /// The need, which is not there outside the actor's scope.
  fileprivate func need(
    _ id: ID<TrainingNeed>, _ records: borrowing some Querying & ~Copyable
  ) throws -> TrainingNeed {
    guard let need = try records.need(id, in: actor.scope) else { throw Failure.forbidden }
    return need
  }
}
