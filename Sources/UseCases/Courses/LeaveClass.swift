public import Store
public import Training

/// Removes a learner on a written request (S2-5.10).
public struct RemoveEnrolment: UseCase {
  public static let name = "enrolment.remove"
  public var enrolment: ID<Enrolment>
  /// Number and date of the learner's written request.
  public var letter: String

  public init(_ enrolment: ID<Enrolment>, letter: String) {
    self.enrolment = enrolment
    self.letter = letter
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try EnrolmentLife.requireReach(.remove, of: enrolment, records, context)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    guard let before = try records.enrolment(enrolment),
      let situation = try EnrolmentLife.situation(of: enrolment, records, context)
    else { throw Failure.forbidden }
    var facts = situation.facts
    facts.letter = letter
    let choice = try EnrolmentLife.open(.remove, in: situation.state, facts, context)
    var after = before
    if let state = choice.line.to { after.state = state }
    after.letter = letter
    after.reason = context.reason
    try Failure.check(try records.update(before, to: after), on: situation.subject)
  }

  /// The place may have been given to somebody else.
  public func verifyTakenBack(_ records: borrowing Writing, _ context: Context) throws {
    guard let enrolment = try records.enrolment(enrolment) else { return }
    try context.requireSeats(in: enrolment.trainingClass, records)
  }
}

/// Moves learners to another class of the course, after enrolment and before the start (S2-7.3).
public struct MoveLearners: UseCase {
  public static let name = "enrolment.move"
  public var enrolments: [ID<Enrolment>]
  public var source: ID<TrainingClass>
  public var target: ID<TrainingClass>

  public init(
    _ enrolments: [ID<Enrolment>], from source: ID<TrainingClass>, to target: ID<TrainingClass>
  ) {
    self.enrolments = enrolments
    self.source = source
    self.target = target
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try EnrolmentLife.require(.transfer, context)
    let from = try context.trainingClass(source, records).trainingClass
    let to = try context.trainingClass(target, records).trainingClass
    guard from.request == to.request else { throw Failure.forbidden }
  }

  /// - Returns: How many were moved; all or none.
  public func run(_ records: borrowing Writing, _ context: Context) throws -> Int {
    let to = try context.trainingClass(target, records)
    try to.requireOpen(context)
    let request = try context.request(to.trainingClass.request, records).request
    var free = (learners: to.free, guests: max(request.guestCapacity - to.guests, 0))
    var findings: [Finding] = []
    for id in enrolments {
      guard let before = try records.enrolment(id),
        let situation = try EnrolmentLife.situation(of: id, records, context)
      else { throw Failure.forbidden }
      guard before.trainingClass == source else {
        throw Failure.conflict([
          Failure.Conflict(
            subject: situation.subject, field: "class", mine: "", theirs: "")
        ])
      }
      var facts = situation.facts
      let isGuest = before.method == .guest
      facts.target = EnrolmentLife.Facts.Target(
        trainingClass: target, free: max(0, isGuest ? free.guests : free.learners))
      let choice = EnrolmentLife.choice(
        of: .transfer, in: situation.state, for: context.actor.role, facts: facts,
        under: context.rules)
      findings += choice?.findings ?? []
      if isGuest { free.guests -= 1 } else { free.learners -= 1 }
      var after = before
      after.trainingClass = target
      try Failure.check(try records.update(before, to: after), on: situation.subject)
    }
    // The same reason once, however many it holds up.
    var seen: Set<Finding> = []
    try findings.filter { seen.insert($0).inserted }.orRefuse()
    return enrolments.count
  }

  /// The places they left may have been taken.
  public func verifyTakenBack(_ records: borrowing Writing, _ context: Context) throws {
    try context.requireSeats(in: source, records)
    try context.requireSeats(in: target, records)
  }
}
