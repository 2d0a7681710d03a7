public import Store
public import Training

/// «ثبت اعتراض»: a learner objects to the own score or to an absence (S2-10.4a).
public struct RegisterObjection: UseCase {
  public static let name = "objection.register"
  public static let isUndoable = false
  public var enrolment: ID<Enrolment>
  public var kind: ScoreObjection.Kind
  public var session: ID<Session>?
  public var text: String
  private var id: ID<ScoreObjection>?

  public init(
    _ enrolment: ID<Enrolment>, _ kind: ScoreObjection.Kind, session: ID<Session>? = nil,
    text: String
  ) {
    self.enrolment = enrolment
    self.kind = kind
    self.session = session
    self.text = text
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    if id == nil { id = try records.newID() }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try ObjectionLife.require(.register, context)
    guard let found = try records.enrolment(enrolment), found.person == context.actor.person
    else { throw Failure.forbidden }
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws -> ID<ScoreObjection> {
    guard let id, let found = try records.enrolment(enrolment) else { throw Failure.forbidden }
    if let session {
      guard kind == .absence, try records.session(session)?.trainingClass == found.trainingClass
      else { throw Failure.forbidden }
    }
    let it = ScoreObjection(
      id: id, enrolment: enrolment, kind: kind, session: session, text: text,
      registered: context.today)
    let facts = try records.facts(about: it, of: found, context)
    _ = try ObjectionLife.open(.register, in: nil, facts, context)
    try records.insert(it)
    return id
  }
}

extension Context {
  /// What would refuse an objection of a learner now; empty where one may be written (S2-10.4a).
  public func objectionFindings(
    of enrolment: Enrolment, _ records: borrowing some Querying & ~Copyable
  ) throws -> [Finding] {
    // The text is still to be written, so only what does not depend on it counts.
    let draft = ScoreObjection(enrolment: enrolment.id, kind: .score, text: "-", registered: today)
    var facts = try records.facts(about: draft, of: enrolment, self)
    facts.hasWaiting = false
    return ObjectionLife.choice(
      of: .register, in: nil, for: actor.role, facts: facts, under: rules)?.findings ?? []
  }
}
