public import Store
public import Training

/// Writes somebody into form 2: who attends without being registered (S2-7.6a).
public struct RegisterAttendant: UseCase {
  public static let name = "attendant.register"
  public private(set) var attendant: Attendant

  /// The id of the attendant is given here.
  public init(_ attendant: Attendant) { self.attendant = attendant }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    if attendant.id.rawValue == 0 { attendant.id = try records.newID() }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.requireClasswork(in: attendant.trainingClass, records)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws -> ID<Attendant> {
    try records.check(attendant, context)
    try records.insert(attendant)
    return attendant.id
  }
}

/// Corrects the details of an attendant.
public struct EditAttendant: UseCase {
  public static let name = "attendant.edit"
  public var before: Attendant
  public var after: Attendant

  /// Id and class stay as they were.
  public init(_ before: Attendant, to after: Attendant) {
    self.before = before
    self.after = after
    self.after.id = before.id
    self.after.trainingClass = before.trainingClass
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.requireClasswork(in: before.trainingClass, records)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    try records.check(after, context)
    try Failure.check(try records.update(before, to: after), on: before.name.inFull)
  }
}

/// Takes somebody out of forms 2 and 3, with the attendance.
public struct RemoveAttendant: UseCase {
  public static let name = "attendant.remove"
  public var attendant: ID<Attendant>

  public init(_ attendant: ID<Attendant>) { self.attendant = attendant }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    // Taken back when the attendant is gone: then the permission alone is asked.
    guard let found = try records.attendant(attendant) else {
      return try context.require(.manageClass)
    }
    try context.requireClasswork(in: found.trainingClass, records)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    guard let found = try records.attendant(attendant) else { throw Failure.forbidden }
    try context.trainingClass(found.trainingClass, records).requireOpen(context)
    try records.deleteAttendant(attendant)
  }

  /// Who comes back must belong to a class that the actor reaches.
  public func verifyTakenBack(_ records: borrowing Writing, _ context: Context) throws {
    guard let found = try records.attendant(attendant) else { return }
    try records.check(found, context)
  }
}

/// Says in which sessions attendants were present: form 3 (S2-7.6a).
public struct MarkAttendants: UseCase {
  public struct Mark: Hashable, Sendable, Codable {
    public var cell: AttendantCell
    public var isPresent: Bool
    /// Of the row, where it may have to be made.
    fileprivate var id: Int64?

    public init(_ attendant: ID<Attendant>, _ session: ID<Session>, present: Bool) {
      cell = AttendantCell(attendant, session)
      isPresent = present
    }
  }

  public static let name = "attendant.mark"
  public var trainingClass: ID<TrainingClass>
  public private(set) var marks: [Mark]

  public init(_ marks: [Mark], in trainingClass: ID<TrainingClass>) {
    self.trainingClass = trainingClass
    self.marks = marks
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    for index in marks.indices where marks[index].id == nil && marks[index].isPresent {
      marks[index].id = try records.newID(Mark.self).rawValue
    }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.requireClasswork(in: trainingClass, records)
  }

  /// - Returns: How many marks were changed.
  public func run(_ records: borrowing Writing, _ context: Context) throws -> Int {
    let line = try context.trainingClass(trainingClass, records)
    let attendants = Set(try records.attendants(of: trainingClass).map(\.id))
    var changed = 0
    for mark in marks {
      guard attendants.contains(mark.cell.attendant),
        let session = try records.session(mark.cell.session),
        session.trainingClass == trainingClass
      else { throw Failure.forbidden }
      try MarkingFacts.policies.findings(
        in: MarkingFacts(
          session: session.day, classState: line.state(on: context.today), day: context.today)
      ).orRefuse()
      let isNew = try records.mark(mark.cell, present: mark.isPresent, id: mark.id ?? 0)
      changed += isNew ? 1 : 0
    }
    return changed
  }
}

extension Context {
  fileprivate func requireClasswork(
    in it: ID<TrainingClass>, _ records: borrowing Writing
  ) throws {
    try require(.manageClass)
    _ = try trainingClass(it, records)
  }
}

extension Writing {
  /// Throws what the rules have against an attendant as it would become.
  fileprivate func check(_ attendant: Attendant, _ context: Context) throws {
    let line = try context.trainingClass(attendant.trainingClass, self)
    try line.requireOpen(context)
    let others = try attendants(of: attendant.trainingClass).filter { $0.id != attendant.id }
    let isEnrolled =
      try attendant.nationalCode.map { try self.isEnrolled($0, in: attendant.trainingClass) }
      ?? false
    let facts = AttendantFacts(attendant, others: others, isEnrolled: isEnrolled)
    try AttendantFacts.policies.findings(in: facts).orRefuse()
  }
}
