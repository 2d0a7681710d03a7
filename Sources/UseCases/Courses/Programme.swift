public import Store
public import Training

/// Puts a session into the programme of a class, or moves it (S2-4.7).
public struct PutSession: UseCase {
  public static let name = "session.put"
  public var id: ID<Session>?
  /// As the form showed it; nil for a new session.
  public var before: Session?
  /// The id of a new session is replaced.
  public var session: Session

  public init(_ session: Session) {
    self.session = session
  }

  public init(before: Session, after: Session) {
    id = before.id
    self.before = before
    session = after
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    if id == nil { id = try records.newID() }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.requireProgramme(of: session.trainingClass, records)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws -> ID<Session> {
    guard let id else { throw StoreError.notFound }
    var session = session
    session.id = id
    if let before { session.trainingClass = before.trainingClass }
    let line = try context.trainingClass(session.trainingClass, records)
    try line.requireOpen(context)
    try findings(session, line, records, context).orRefuse()
    if let before {
      try Failure.check(try records.update(before, to: session), on: line.trainingClass.name)
      if before.span != session.span { try records.reckonAgain(session) }
    } else {
      try records.insert(session)
    }
    return id
  }

  /// What the rules say of the programme with a session in it, warnings too.
  public static func findings(
    _ session: Session, in line: ClassLine, _ records: borrowing some Querying & ~Copyable,
    _ context: Context
  ) throws -> [Finding] {
    let it = line.trainingClass
    let others = try records.sessions(of: it.id).map(\.session).filter { $0.id != session.id }
    let instructors = try records.factors(of: it.request).filter { $0.duty == .instructor }
    let programme = Programme(
      trainingClass: it, courseMinutes: line.courseMinutes, sessions: others + [session],
      instructors: instructors, bookings: try records.bookings(on: session.day, besides: it.id))
    return Programme.policies(under: context.rules).findings(in: programme)
  }

  private func findings(
    _ session: Session, _ line: ClassLine, _ records: borrowing Writing, _ context: Context
  ) throws -> [Finding] {
    if let instructor = session.instructor, instructor != before?.instructor {
      let factor = try records.factor(instructor)
      guard let factor, factor.request == line.trainingClass.request, factor.isActive,
        factor.duty == .instructor
      else { throw Failure.complaint(field: "instructor", .unknownChoice("")) }
      // Nothing starts with an instructor who is not approved (S2-3.1a).
      if try !records.isInBank(instructor) {
        try InstructorsInBank.findings(of: [factor.fullName]).orRefuse()
      }
    }
    return try Self.findings(session, in: line, records, context)
  }
}

/// Takes a session out of the programme; one with marks stays.
public struct RemoveSession: UseCase {
  public static let name = "session.remove"
  public var session: ID<Session>

  public init(_ session: ID<Session>) {
    self.session = session
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    // Taken back when the session is gone: then the permission alone is asked.
    guard let found = try records.session(session) else {
      return try context.require(.editProgramme)
    }
    try context.requireProgramme(of: found.trainingClass, records)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    guard let found = try records.session(session) else { throw Failure.forbidden }
    try context.trainingClass(found.trainingClass, records).requireOpen(context)
    let marks = try records.marks(in: session)
    guard marks == 0 else {
      throw Failure.refused([
        Finding(
          .sessionInClass, .refusal, .programme(.marked(marks)), remedy: .chooseAnother(.session))
      ])
    }
    try records.deleteSession(session)
  }

  /// A session that comes back must lie in a class that the actor reaches, and clash with nothing.
  public func verifyTakenBack(_ records: borrowing Writing, _ context: Context) throws {
    guard let found = try records.session(session) else { return }
    let line = try context.trainingClass(found.trainingClass, records)
    try PutSession.findings(found, in: line, records, context).orRefuse()
  }
}

extension Context {
  fileprivate func requireProgramme(
    of it: ID<TrainingClass>, _ records: borrowing Writing
  ) throws {
    try require(.editProgramme)
    _ = try trainingClass(it, records)
  }
}

extension ClassLine {
  /// Throws when nothing changes in the class any more.
  func requireOpen(_ context: Context) throws(Failure) {
    guard state(on: context.today).isFinal else { return }
    throw .refused([
      Finding(.classClosed, .refusal, .enrolment(.classClosed), remedy: .ask(.provincialExpert))
    ])
  }
}
