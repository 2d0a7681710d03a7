import Persian
public import Store
public import Training

/// «اتمام عملیات کلاس»: closes a class and issues the certificates (S2-10.5).
public struct CloseClass: UseCase {
  public static let name = "class.close"
  public static let isUndoable = false

  /// The certificate that an enrolment gets, if its conditions are met.
  private struct Issue: Hashable, Sendable, Codable {
    var enrolment: ID<Enrolment>
    var certificate: ID<Certificate>
  }

  /// What came of it.
  public struct Outcome: Hashable, Sendable, Codable {
    public var certificates = 0
    /// Learners without one.
    public var failed = 0
  }

  public var trainingClass: ID<TrainingClass>
  private var issues: [Issue] = []
  /// The first number given; 0 before it is known.
  private var serial = 0

  public init(_ trainingClass: ID<TrainingClass>) { self.trainingClass = trainingClass }

  /// Numbers are given once: what is printed in a district stays when the province takes it in.
  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    guard serial == 0 else { return }
    guard
      let line = try records.trainingClass(
        trainingClass, in: .units(.everything), on: today(records))
    else { throw .notFound }
    serial = try records.lastSerial(of: line.unit, in: today(records).year) + 1
    for it in try records.enrolments(of: trainingClass) {
      issues.append(Issue(enrolment: it.enrolment.id, certificate: try records.newID()))
    }
  }

  private func today(_ records: borrowing Writing) -> JalaliDate { Moment.day(of: records.moment) }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try ClassLife.require(.close, context)
    _ = try context.trainingClass(trainingClass, records)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws -> Outcome {
    guard let situation = try ClassLife.situation(of: trainingClass, records, context) else {
      throw Failure.forbidden
    }
    let choice = try ClassLife.open(.close, in: situation.state, situation.facts, context)
    let levels = try records.compulsoryLevels(
      of: situation.facts.request.id, reason: context.reason)
    try EffectivenessObligation().findings(in: levels).orRefuse()
    let desk = try CertificateDesk(trainingClass, records, context)
    var outcome = Outcome()
    for learner in try records.enrolments(of: trainingClass)
    where learner.enrolment.state == .enrolled {
      let facts = try desk.facts(of: learner.enrolment, learner.person, records)
      let line = try EnrolmentLife.open(.close, in: .enrolled, facts, context)
      var after = learner.enrolment
      if let state = line.to { after.state = state }
      try Failure.check(
        try records.update(learner.enrolment, to: after), on: learner.person.name.inFull)
      guard line.to == .passed else {
        outcome.failed += 1
        continue
      }
      guard let issue = issues.first(where: { $0.enrolment == learner.enrolment.id }) else {
        throw StoreError.notFound
      }
      try desk.issue(
        issue.certificate, serial: serial + outcome.certificates, facts, learner.enrolment, records,
        context)
      outcome.certificates += 1
    }
    try ClassLife.save(choice.line.to, of: trainingClass, situation, records, context)
    return outcome
  }
}

/// «بازگشایی»: the province opens a closed class again; its certificates are revoked (SM-9, SM-12).
public struct ReopenClass: UseCase {
  public static let name = "class.reopen"
  public static let isUndoable = false
  public var trainingClass: ID<TrainingClass>

  public init(_ trainingClass: ID<TrainingClass>) { self.trainingClass = trainingClass }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try ClassLife.require(.reopen, context)
    _ = try context.trainingClass(trainingClass, records)
  }

  /// - Returns: How many certificates were revoked.
  public func run(_ records: borrowing Writing, _ context: Context) throws -> Int {
    guard let situation = try ClassLife.situation(of: trainingClass, records, context) else {
      throw Failure.forbidden
    }
    let choice = try ClassLife.open(.reopen, in: situation.state, situation.facts, context)
    var revoked = 0
    for it in try records.certificates(of: trainingClass) where it.state == .issued {
      guard let certificate = try CertificateLife.situation(of: it.id, records, context) else {
        throw Failure.forbidden
      }
      let line = try CertificateLife.open(
        .reopenClass, in: certificate.state, certificate.facts, context)
      try CertificateLife.save(line.to, of: it.id, certificate, records, context)
      revoked += 1
    }
    for learner in try records.enrolments(of: trainingClass) {
      guard let facts = try EnrolmentLife.situation(of: learner.enrolment.id, records, context)
      else { throw Failure.forbidden }
      let line = try EnrolmentLife.open(.reopen, in: facts.state, facts.facts, context)
      try EnrolmentLife.save(line.to, of: learner.enrolment.id, facts, records, context)
    }
    try ClassLife.save(choice.line.to, of: trainingClass, situation, records, context)
    return revoked
  }
}

/// Issues a certificate anew in a closed class, where the former one was revoked (SM-12).
public struct ReissueCertificate: UseCase {
  public static let name = "certificate.reissue"
  public static let isUndoable = false
  public var enrolment: ID<Enrolment>
  private var id: ID<Certificate>?
  private var serial = 0

  public init(_ enrolment: ID<Enrolment>) { self.enrolment = enrolment }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    guard id == nil else { return }
    let today = Moment.day(of: records.moment)
    guard let found = try records.enrolment(enrolment),
      let line = try records.trainingClass(
        found.trainingClass, in: .units(.everything), on: today)
    else { throw .notFound }
    id = try records.newID()
    serial = try records.lastSerial(of: line.unit, in: today.year) + 1
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try CertificateLife.require(.issue, context)
    guard try EnrolmentLife.situation(of: enrolment, records, context) != nil else {
      throw Failure.forbidden
    }
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws -> ID<Certificate> {
    guard let id, let it = try records.enrolment(enrolment),
      let person = try records.person(it.person)
    else { throw Failure.forbidden }
    let desk = try CertificateDesk(it.trainingClass, records, context)
    let facts = try desk.facts(of: it, person, records)
    var findings: [Finding] = []
    let state = facts.place.classState
    if state != .closed {
      findings.append(
        Finding(.closingResult, .refusal, .closing(.classNotClosed(state)), remedy: .ask(.expert)))
    } else if it.state != .passed {
      findings.append(
        Finding(
          .certificateConditions, .refusal, .closing(.enrolmentNotPassed(it.state)),
          remedy: .ask(.provincialExpert)))
    }
    if let live = try records.certificate(of: enrolment) {
      findings.append(
        Finding(
          .certificateLife, .refusal, .closing(.certificateExists(number: live.facts.number)),
          remedy: .ask(.provincialExpert)))
    }
    try findings.orRefuse()
    _ = try CertificateLife.open(.issue, in: nil, facts, context)
    try desk.issue(id, serial: serial, facts, it, records, context)
    return id
  }
}
