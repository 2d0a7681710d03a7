public import Store
public import Training

/// Registers an executive factor: the manager by the expert, others by the manager (S2-4.4, S2-4.5).
///
/// Instructors come out of the bank, for courses that they may teach (S2-4.5b, S2-3.6c, S2-3.7b).
public struct AddFactor: UseCase {
  /// Who it is: an educator by personnel code, anybody else by national code and typed name.
  public enum Identity: Hashable, Sendable, Codable {
    case educator(PersonnelCode)
    case person(ID<Person>)
    case outsider(NationalCode?, name: String)
  }

  public static let name = "factor.add"
  public var id: ID<Factor>?
  public var request: ID<CourseRequest>
  public var duty: Factor.Duty
  public var identity: Identity
  /// Working time for the financial form.
  public var minutes: Int

  public init(
    _ duty: Factor.Duty, of request: ID<CourseRequest>, _ identity: Identity, minutes: Int = 0
  ) {
    self.request = request
    self.duty = duty
    self.identity = identity
    self.minutes = minutes
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    if id == nil { id = try records.newID() }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.requireFactor(duty)
    _ = try context.request(request, records)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws -> ID<Factor> {
    guard let id else { throw StoreError.notFound }
    let line = try context.request(request, records)
    try line.requireLive(context)
    let factor = try factor(id, records)
    let facts = try records.facts(
      about: factor, in: line, others: try records.factors(of: request))
    try FactorFacts.policies.findings(in: facts).orRefuse()
    try records.insert(factor)
    return id
  }

  private func factor(
    _ id: ID<Factor>, _ records: borrowing Writing
  ) throws -> Factor {
    let person: Person?
    switch identity {
    case .educator(let code): person = try records.person(code)
    case .person(let id): person = try records.person(id)
    case .outsider(let code, let name):
      return Factor(
        id: id, request: request, duty: duty, isEducator: false,
        person: try code.flatMap { try records.person($0)?.id }, nationalCode: code,
        fullName: name, minutes: minutes)
    }
    guard let person else {
      throw Failure.refused([
        Finding(
          .factorIdentity, .refusal, .factor(.personnelCodeUnknown), remedy: .record(.person))
      ])
    }
    return Factor(
      id: id, request: request, duty: duty, isEducator: true, person: person.id,
      nationalCode: person.nationalCode, fullName: person.name.inFull, minutes: minutes)
  }
}

/// Ends the duty of a factor; the record stays, since sessions and letters name it (S2-4.4b).
public struct DismissFactor: UseCase {
  public static let name = "factor.dismiss"
  public var factor: ID<Factor>

  public init(_ factor: ID<Factor>) {
    self.factor = factor
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    guard let found = try records.factor(factor) else { throw Failure.forbidden }
    try context.requireFactor(found.duty)
    _ = try context.request(found.request, records)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    guard let before = try records.factor(factor) else { throw StoreError.notFound }
    var after = before
    after.isActive = false
    try Failure.check(try records.update(before, to: after), on: before.fullName)
  }

  /// A manager who comes back must still be the only one.
  public func verifyTakenBack(_ records: borrowing Writing, _ context: Context) throws {
    guard let factor = try records.factor(factor), factor.isActive else { return }
    let others = try records.factors(of: factor.request).filter { $0.id != factor.id }
    let line = try context.request(factor.request, records)
    let facts = try records.facts(about: factor, in: line, others: others)
    try FactorFacts.policies.findings(in: facts).orRefuse()
  }
}

extension Context {
  fileprivate func requireFactor(_ duty: Factor.Duty) throws(Failure) {
    try require(duty == .manager ? .registerManager : .registerFactors)
  }
}

extension RequestLine {
  /// Throws before the province has approved, and after the course is over (S2-1.6a).
  func requireLive(_ context: Context) throws(Failure) {
    let state = state(on: context.today)
    guard !state.isLive else { return }
    throw .refused([
      Finding(
        .provincialApproval, .refusal, .request(.notApproved(state)),
        remedy: .ask(.provincialExpert))
    ])
  }
}

extension Context {
  /// - Throws: `Failure.refused` with the state of a request that is not approved, so that a form can
  ///   say so before it is filled in; `.forbidden` for one out of reach.
  public func requireLive(
    _ request: ID<CourseRequest>, _ records: borrowing some Querying & ~Copyable
  ) throws {
    guard let line = try records.request(request, in: actor.courseReach) else {
      throw Failure.forbidden
    }
    try line.requireLive(self)
  }
}
