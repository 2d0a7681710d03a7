public import Store
public import Training

/// Enrols a person in a class: by the expert, as a guest, or the learner's own (S2-5.2 … S2-5.6).
public struct EnrolLearner: UseCase {
  public static let name = "enrolment.enrol"
  public var id: ID<Enrolment>?
  public var trainingClass: ID<TrainingClass>
  public var person: ID<Person>
  /// One of `introduce` (by the expert), `introduceGuest` and `enrol` (by the learner).
  public let action: EnrolmentLife.Action

  public init(
    _ person: ID<Person>, in trainingClass: ID<TrainingClass>,
    as action: EnrolmentLife.Action = .introduce
  ) {
    self.person = person
    self.trainingClass = trainingClass
    self.action = action
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    if id == nil { id = try records.newID() }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    guard action == .enrol || action == .introduce || action == .introduceGuest else {
      throw Failure.forbidden
    }
    try EnrolmentLife.require(action, context)
    _ = try context.trainingClass(trainingClass, records)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws -> ID<Enrolment> {
    guard let id else { throw StoreError.notFound }
    let desk = try EnrolmentDesk(trainingClass, action, records, context)
    try desk.findings(for: person, records, context).orRefuse()
    try desk.enrol(person, id: id, records, context)
    return id
  }

  /// Everything the rules say about a person and a class, before anything is done (S2-5.7d).
  public static func findings(
    for person: ID<Person>, in trainingClass: ID<TrainingClass>, as action: EnrolmentLife.Action,
    _ records: borrowing some Querying & ~Copyable, _ context: Context
  ) throws -> [Finding] {
    try EnrolmentDesk(trainingClass, action, records, context)
      .findings(for: person, records, context)
  }

  /// Every condition for a person and a class, met or not; nil for somebody who is not known.
  public static func diagnosis(
    for person: ID<Person>, in trainingClass: ID<TrainingClass>, as action: EnrolmentLife.Action,
    _ records: borrowing some Querying & ~Copyable, _ context: Context
  ) throws -> EnrolmentDiagnosis? {
    let desk = try EnrolmentDesk(trainingClass, action, records, context)
    guard let person = try records.person(person),
      let facts = try desk.facts(of: person, records, context)
    else { return nil }
    return EnrolmentDiagnosis(action, facts, under: context.rules)
  }

  /// One who comes back may find the place taken.
  public func verifyTakenBack(_ records: borrowing Writing, _ context: Context) throws {
    try context.requireSeats(in: trainingClass, records)
  }
}

/// The class at which people are enrolled one after another: loaded once, places counted down.
struct EnrolmentDesk {
  let action: EnrolmentLife.Action
  let trainingClass: ID<TrainingClass>
  private(set) var place: EnrolmentLife.Facts.Place

  init(
    _ trainingClass: ID<TrainingClass>, _ action: EnrolmentLife.Action,
    _ records: borrowing some Querying & ~Copyable, _ context: Context
  ) throws {
    let line = try context.trainingClass(trainingClass, records)
    let request = try context.request(line.trainingClass.request, records)
    self.action = action
    self.trainingClass = trainingClass
    place = try records.place(of: line, request, on: context.today)
  }

  /// One more place is taken, really or in a rehearsal.
  mutating func takePlace() {
    if action == .introduceGuest { place.guests += 1 } else { place.enrolled += 1 }
  }

  func findings(
    for person: ID<Person>, _ records: borrowing some Querying & ~Copyable, _ context: Context
  ) throws -> [Finding] {
    guard let person = try records.person(person) else { return [Self.unknown] }
    return try findings(for: person, records, context)
  }

  func findings(
    for person: Person, _ records: borrowing some Querying & ~Copyable, _ context: Context
  ) throws -> [Finding] {
    guard let facts = try facts(of: person, records, context) else { return [Self.unknown] }
    let choice = EnrolmentLife.choice(
      of: action, in: nil, for: context.actor.role, facts: facts, under: context.rules)
    guard let choice else { throw Failure.forbidden }
    return choice.findings
  }

  /// Nil for somebody whom the office does not look after.
  func facts(
    of person: Person, _ records: borrowing some Querying & ~Copyable, _ context: Context
  ) throws -> EnrolmentLife.Facts? {
    // Experts introduce the people of their own units; a guest may come from anywhere.
    if action == .introduce, try !records.contains(context.actor.scope, unit: person.unit) {
      return nil
    }
    return EnrolmentLife.Facts(
      day: context.today, place: place,
      learner: try records.learner(person, for: place.request),
      isOwn: context.actor.person == person.id)
  }

  func enrol(
    _ person: ID<Person>, id: ID<Enrolment>, _ records: borrowing Writing, _ context: Context
  ) throws {
    let method: Enrolment.Method =
      switch action {
      case .introduceGuest: .guest
      case .enrol: .learner
      default: .expert
      }
    try records.insert(
      Enrolment(
        id: id, trainingClass: trainingClass, person: person, method: method, day: context.today))
  }

  /// A code or an id that names nobody whom the office looks after.
  static let unknown = Finding(
    .unknownLearner, .refusal, .enrolment(.learnerUnknown), remedy: .record(.person))
}

extension Context {
  /// Throws when more people are in a class than it has places, or nothing may change in it any more,
  /// after something was taken back.
  func requireSeats(
    in id: ID<TrainingClass>, _ records: borrowing some Querying & ~Copyable
  ) throws {
    let line = try trainingClass(id, records)
    try line.requireOpen(self)
    let request = try request(line.trainingClass.request, records).request
    var findings: [Finding] = []
    if line.enrolled > line.trainingClass.capacity {
      findings.append(
        Finding(
          .freeCapacity, .refusal, .enrolment(.full(capacity: line.trainingClass.capacity)),
          remedy: .chooseAnother(.trainingClass)))
    }
    if line.guests > request.guestCapacity {
      findings.append(
        Finding(
          .guestCapacity, .refusal, .enrolment(.guestsFull(capacity: request.guestCapacity)),
          remedy: .chooseAnother(.trainingClass)))
    }
    try findings.orRefuse()
  }
}
