public import Store
public import Training

/// Records a person of the office, with what is known of the employment.
public struct RegisterPerson: UseCase {
  public static let name = "person.register"
  public var id: ID<Person>?
  public var draft: PersonDraft

  public init(_ draft: PersonDraft) {
    self.draft = draft
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    if id == nil { id = try records.newID() }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.require(.editPeople)
    try context.requireReach(unit: draft.unit, records)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws -> ID<Person> {
    guard let id else { throw StoreError.notFound }
    if context.isReplay, let known = try draft.knownElsewhere(records) {
      try records.alias(id, for: known)
      return known
    }
    try draft.refuseTakenCodes(except: nil, records)
    try records.insert(draft.person(id))
    return id
  }
}

/// Corrects a person's record; only what differs from what the form showed is written.
public struct EditPerson: UseCase {
  public static let name = "person.edit"
  public var id: ID<Person>
  /// As the form showed it.
  public var before: PersonDraft
  public var after: PersonDraft

  public init(_ id: ID<Person>, before: PersonDraft, after: PersonDraft) {
    self.id = id
    self.before = before
    self.after = after
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.require(.editPeople)
    guard let person = try records.person(id) else { throw Failure.forbidden }
    try context.requireReach(unit: person.unit, records)
    try context.requireReach(unit: after.unit, records)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    guard let now = try records.person(id) else { throw StoreError.notFound }
    let conflicts = before.conflicts(with: PersonDraft(now), wanting: after)
    guard conflicts.isEmpty else { throw Failure.conflict(conflicts) }
    try after.refuseTakenCodes(except: id, records)
    try records.update(after.merged(onto: PersonDraft(now), since: before).person(id))
  }
}

/// Adds a decree (حکم) or an appointment (ابلاغ): what the personnel office issued.
public struct UpdateEmployment: UseCase {
  public static let name = "person.employment"
  public var decree: Decree?
  public var appointment: Appointment?
  private var isNumbered = false

  public init(decree: Decree? = nil, appointment: Appointment? = nil) {
    self.decree = decree
    self.appointment = appointment
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    guard !isNumbered else { return }
    if decree != nil { decree?.id = try records.newID() }
    if appointment != nil { appointment?.id = try records.newID() }
    isNumbered = true
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.require(.editEmployment)
    for person in [decree?.person, appointment?.person].compactMap({ $0 }) {
      guard let found = try records.person(person) else { throw Failure.forbidden }
      try context.requireReach(unit: found.unit, records)
    }
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    if let decree { try records.insert(decree) }
    if let appointment {
      try records.insert(appointment)
      try records.closeAppointmentTasks(of: appointment.person, context)
    }
  }
}
