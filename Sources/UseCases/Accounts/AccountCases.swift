public import Store
public import Training

/// Makes an account with a given password, which must be changed at the first login (SM-0).
public struct CreateAccount: UseCase {
  public static let name = "account.create"
  public var id: ID<Account>?
  public var person: ID<Person>?
  public var role: Role
  public var unit: ID<Unit>
  public var username: String
  /// The hash of the given password; the password itself is never journaled.
  public var passwordHash: String

  public init(
    person: ID<Person>?, role: Role, unit: ID<Unit>, username: String, passwordHash: String
  ) {
    self.person = person
    self.role = role
    self.unit = unit
    self.username = username
    self.passwordHash = passwordHash
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    if id == nil { id = try records.newID() }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.require(.editAccounts)
    try context.requireReach(unit: unit, records)
    let mayGive = Self.roles(given: context.actor.role, toPerson: person != nil).contains(role)
    guard mayGive else { throw Failure.forbidden }
  }

  /// The roles that an actor may give: nobody hands out more than they hold.
  ///
  /// Offices make accounts of the people they look after; offices themselves are the
  /// administrator's.
  public static func roles(given actor: Role, toPerson: Bool) -> [Role] {
    let personal: [Role] = [
      .learner, .courseManager, .instructor, .principal, .assessor, .boardMember,
    ]
    if actor == .administrator {
      // Those of agencies come from the oversight, which registers them beforehand (S5-Lb).
      let all = Role.withAccounts.filter { !Role.ofAgencies.contains($0) }
      return toPerson ? all : all.filter { !personal.contains($0) }
    }
    return toPerson ? personal : []
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws -> ID<Account> {
    guard let id else { throw StoreError.notFound }
    let facts = AccountLife.Facts(
      isInScope: try records.contains(context.actor.scope, unit: unit),
      personExists: try person.map { try records.person($0) != nil } ?? true,
      usernameIsFree: try records.accounts(named: username, roles: [role]).isEmpty)
    let choice = AccountLife.choice(
      of: .create, in: nil, for: context.actor.role, facts: facts, under: context.rules)
    guard let choice, let state = choice.to else { throw Failure.forbidden }
    try choice.findings.orRefuse()
    try records.insert(
      Account(id: id, person: person, role: role, unit: unit, username: username, state: state),
      passwordHash: passwordHash)
    return id
  }
}

/// Replaces one's own password.
///
/// Passwords are compared outside the transaction, since a hash takes as long as a hundred
/// commits; the old hash goes along, so that a password changed meanwhile is a conflict.
public struct ChangePassword: UseCase {
  public static let name = "account.password"
  public static let isUndoable = false
  let account: ID<Account>
  let oldHash: String
  let newHash: String

  init(account: ID<Account>, oldHash: String, newHash: String) {
    self.account = account
    self.oldHash = oldHash
    self.newHash = newHash
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    // Open to an account that must change its password, unlike everything else.
    guard account == context.actor.account else { throw Failure.forbidden }
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    guard try records.passwordHash(of: account) == oldHash else {
      throw Failure.refused([Finding(.login, .refusal, .portal(.wrongCredentials))])
    }
    try records.setPassword(of: account, hash: newHash, state: .active)
  }
}

/// Gives an account a new password, for someone who forgot it (SM-0, S0-9).
public struct ResetPassword: UseCase {
  public static let name = "account.reset"
  public static let isUndoable = false
  public var account: ID<Account>
  public var passwordHash: String

  public init(account: ID<Account>, passwordHash: String) {
    self.account = account
    self.passwordHash = passwordHash
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.requireAccount(account, records)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    let state = try context.advance(account, .reset, records)
    try records.setPassword(of: account, hash: passwordHash, state: state)
    guard let found = try records.account(account) else { throw StoreError.notFound }
    try records.forgetFailures(role: found.role, username: found.username)
  }
}

/// Ends an account; its history stays.
public struct DeactivateAccount: UseCase {
  public static let name = "account.deactivate"
  public var account: ID<Account>

  public init(account: ID<Account>) {
    self.account = account
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.requireAccount(account, records)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    try records.setState(try context.advance(account, .deactivate, records), of: account)
  }
}

extension Context {
  /// Throws unless the account belongs to a unit in scope; others do not exist for this actor, nor do
  /// those of agencies for anybody but the management that registered them.
  fileprivate func requireAccount(
    _ id: ID<Account>, _ records: borrowing Writing
  ) throws {
    guard let account = try records.account(id) else { throw Failure.forbidden }
    try require(Role.ofAgencies.contains(account.role) ? .editAgencies : .editAccounts)
    try requireReach(unit: account.unit, records)
  }

  /// The state an account goes into by an action, when nothing refuses.
  func advance(
    _ id: ID<Account>, _ action: AccountLife.Action, _ records: borrowing Writing
  ) throws -> AccountLife.State {
    guard let account = try records.account(id) else { throw Failure.forbidden }
    let choice = AccountLife.choice(
      of: action, in: account.state, for: actor.role,
      facts: AccountLife.Facts(isOwn: account.id == actor.account), under: rules)
    guard let choice, let state = choice.to else { throw Failure.forbidden }
    try choice.findings.orRefuse()
    if choice.line.traits.contains(.needsReason) && reason.isEmpty {
      throw Failure.refused([
        Finding(.dangerousAction, .refusal, .portal(.reasonMissing), remedy: .record(.reason))
      ])
    }
    return state
  }
}

extension Role {
  /// Whether officials of this role sit in such a unit; people's own roles go with any.
  public func works(at unit: Unit) -> Bool {
    switch self {
    case .expert: unit.kind == .district
    case .provincialExpert: unit.kind == .province
    case .ministryExpert, .administrator: unit.kind == .ministry
    default: true
    }
  }
}
