public import Store
public import Training

/// Defines a class of an approved request (S2-4.6): the first line of SM-9.
public struct DefineClass: UseCase {
  public static let name = "class.define"
  public var id: ID<TrainingClass>?
  /// Its id and state are replaced.
  public var trainingClass: TrainingClass

  public init(_ trainingClass: TrainingClass) {
    self.trainingClass = trainingClass
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    if id == nil { id = try records.newID() }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try ClassLife.require(.define, context)
    _ = try context.request(trainingClass.request, records)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws -> ID<TrainingClass> {
    guard let id else { throw StoreError.notFound }
    let request = try context.request(trainingClass.request, records)
    var it = trainingClass
    it.id = id
    it.reason = ""
    let facts = try records.facts(about: it, of: request, on: context.today)
    let choice = try ClassLife.open(.define, in: nil, facts, context)
    if let state = choice.to { it.state = state }
    try records.insert(it)
    return id
  }
}

/// Changes name, dates, capacity or place of a class.
public struct EditClass: UseCase {
  public static let name = "class.edit"
  /// As the form showed it.
  public var before: TrainingClass
  public var after: TrainingClass

  public init(before: TrainingClass, after: TrainingClass) {
    self.before = before
    self.after = after
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.require(.editClass)
    _ = try context.trainingClass(before.id, records)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    let line = try context.trainingClass(before.id, records)
    let request = try context.request(line.trainingClass.request, records)
    var after = after
    (after.id, after.request, after.state) = (before.id, before.request, before.state)
    var findings = ClassLife.definition(context.rules).findings(
      in: try records.facts(about: after, of: request, on: context.today))
    if line.state(on: context.today).isFinal {
      findings.append(
        Finding(
          .classClosed, .refusal, .enrolment(.classClosed), remedy: .ask(.provincialExpert)))
    }
    if after.capacity < line.enrolled {
      findings.append(
        Finding(
          .classSize, .refusal,
          .request(.belowEnrolled(capacity: after.capacity, enrolled: line.enrolled)),
          remedy: .raise(.classCapacity, to: .count(line.enrolled))))
    }
    let sessions = try records.sessions(of: before.id).map(\.session)
    findings += SessionsInClass().findings(
      in: Programme(trainingClass: after, courseMinutes: line.courseMinutes, sessions: sessions))
    try findings.orRefuse()
    try Failure.check(try records.update(before, to: after), on: before.name)
  }
}
