public import Store
public import Training

/// Opens the oversight of a province: its management as a root of its own, with a first account.
public struct OpenOversight: UseCase {
  public static let name = "oversight.open"
  public static let isUndoable = false
  public var unit: ID<Unit>?
  public var account: ID<Account>?
  public var code: String
  public var title: String
  public var username: String
  /// Of a password that must be changed at the first login.
  public var passwordHash: String

  public init(code: String, title: String, username: String, passwordHash: String) {
    self.code = code
    self.title = title
    self.username = username
    self.passwordHash = passwordHash
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    if unit == nil { unit = try records.newID() }
    if account == nil { account = try records.newID() }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.require(.editUnits)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws -> ID<Unit> {
    guard let unit, let account else { throw StoreError.notFound }
    try OversightText.check(["code": code, "title": title, "username": username])
    if let taken = try records.unit(.oversight, code: code) {
      throw Failure.refused([
        Finding(.permission, .refusal, .portal(.codeTaken(code, taken.name)))
      ])
    }
    guard try records.accounts(named: username, roles: [.oversight]).isEmpty else {
      throw Failure.refused([Finding(.login, .refusal, .portal(.usernameTaken))])
    }
    try records.insert(Unit(id: unit, kind: .oversight, code: code, name: title))
    try records.insert(
      Account(
        id: account, person: nil, role: .oversight, unit: unit, username: username,
        state: .initial),
      passwordHash: passwordHash)
    return unit
  }
}

/// What a form says of an agency.
public struct AgencyDraft: Hashable, Sendable, Codable {
  public var kind: Agency.Kind
  public var code: String
  public var name: String
  public var isActive: Bool

  public init(kind: Agency.Kind = .agency, code: String, name: String, isActive: Bool = true) {
    self.kind = kind
    self.code = code
    self.name = name
    self.isActive = isActive
  }

  public init(_ line: AgencyLine) {
    self.init(
      kind: line.agency.kind, code: line.unit.code, name: line.unit.name,
      isActive: line.unit.isActive)
  }
}

/// Adds an agency below the management (S5-0b).
public struct RegisterAgency: UseCase {
  public static let name = "agency.register"
  public var id: ID<Unit>?
  public var draft: AgencyDraft

  public init(_ draft: AgencyDraft) { self.draft = draft }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    if id == nil { id = try records.newID() }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.require(.editAgencies)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws -> ID<Unit> {
    guard let id, let management = try records.unit(context.actor.unit) else {
      throw StoreError.notFound
    }
    try OversightText.check(["code": draft.code, "name": draft.name])
    if try records.unit(.agency, code: draft.code) != nil {
      throw Failure.refused([
        Finding(.supervised, .refusal, .oversight(.codeTaken(draft.code)))
      ])
    }
    try records.insert(
      Unit(
        id: id, kind: .agency, code: draft.code, name: draft.name, parent: management,
        isActive: draft.isActive))
    try records.insert(Agency(id: id, kind: draft.kind))
    return id
  }
}

/// Renames an agency, or takes it out of use.
public struct EditAgency: UseCase {
  public static let name = "agency.edit"
  public let id: ID<Unit>
  /// As the form showed it.
  public var before: AgencyDraft
  /// Its code stays as it was.
  public var after: AgencyDraft

  public init(_ id: ID<Unit>, before: AgencyDraft, after: AgencyDraft) {
    self.id = id
    self.before = before
    self.after = after
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.require(.editAgencies)
    guard try records.agency(id, in: context.actor.oversightReach) != nil else {
      throw Failure.forbidden
    }
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    guard let line = try records.agency(id, in: context.actor.oversightReach) else {
      throw Failure.forbidden
    }
    try OversightText.check(["name": after.name])
    var (unitBefore, agencyBefore) = (line.unit, line.agency)
    (unitBefore.name, unitBefore.isActive) = (before.name, before.isActive)
    agencyBefore.kind = before.kind
    var (unit, agency) = (unitBefore, agencyBefore)
    (unit.name, unit.isActive) = (after.name, after.isActive)
    agency.kind = after.kind
    try Failure.check(try records.update(unitBefore, to: unit), on: line.unit.name)
    try Failure.check(try records.update(agencyBefore, to: agency), on: line.unit.name)
  }
}

/// Registers somebody beforehand as liaison or manager of an agency, with a password for one login
/// (S5-Lb, S5-Ld).
public struct RegisterLiaison: UseCase {
  public static let name = "agency.liaison"
  public var person: ID<Person>?
  public var account: ID<Account>?
  /// Liaison, or the agency's manager.
  public var role: Role
  public var agency: ID<Unit>
  public var nationalCode: NationalCode
  public var personName: PersonName
  public var mobile: Mobile?
  /// Of a password that must be changed at the first login.
  public var passwordHash: String

  public init(
    _ role: Role, of agency: ID<Unit>, nationalCode: NationalCode, name: PersonName,
    mobile: Mobile? = nil, passwordHash: String
  ) {
    self.role = role
    self.agency = agency
    self.nationalCode = nationalCode
    personName = name
    self.mobile = mobile
    self.passwordHash = passwordHash
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    if person == nil { person = try records.newID() }
    if account == nil { account = try records.newID() }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.require(.editAgencies)
    guard Role.ofAgencies.contains(role),
      try records.agency(agency, in: context.actor.oversightReach) != nil
    else { throw Failure.forbidden }
  }

  /// - Returns: The account.
  public func run(_ records: borrowing Writing, _ context: Context) throws -> ID<Account> {
    guard let person, let account else { throw StoreError.notFound }
    if let there = try records.accounts(named: nationalCode.digits, roles: [role]).first {
      let reason: Finding.Reason =
        there.unit == agency ? .portal(.usernameTaken) : .oversight(.liaisonElsewhere)
      throw Failure.refused([Finding(.oneAgency, .refusal, reason)])
    }
    // Somebody whom the records know already keeps the record that is there.
    let known = try records.person(nationalCode)?.id
    if known == nil {
      try records.insert(
        Person(
          id: person, nationalCode: nationalCode, personnelCode: nil, name: personName,
          mobile: mobile, kind: .administrative, unit: agency))
    }
    let facts = AccountLife.Facts()
    guard
      let state = AccountLife.choice(
        of: .create, in: nil, for: context.actor.role, facts: facts, under: context.rules)?.to
    else { throw Failure.forbidden }
    try records.insert(
      Account(
        id: account, person: known ?? person, role: role, unit: agency,
        username: nationalCode.digits, state: state),
      passwordHash: passwordHash)
    return account
  }
}

/// Texts that people of agencies type.
enum OversightText {
  static let longest = 200

  /// Throws for a text that is empty, too long, or holds characters that steer terminals.
  static func check(_ texts: KeyValuePairs<String, String>) throws(Failure) {
    for (field, text) in texts {
      guard !text.allSatisfy(\.isWhitespace) else { throw .complaint(field: field, .empty) }
      try PublicText.check(text, field, longest: longest)
    }
  }
}
