public import Training

/// Who acts: one account of one person, with its role and the units it sees.
public struct Actor: Equatable, Sendable {
  public let account: ID<Account>
  public let person: ID<Person>?
  public let role: Role
  public let unit: ID<Unit>
  public let scope: Scope
  /// The person's name, or the user name where the account has no person.
  public let name: String
  public let unitName: String
  /// True until the given password is changed; nothing else is open before that.
  public let mustChangePassword: Bool

  public init(
    account: ID<Account>, person: ID<Person>?, role: Role, unit: ID<Unit>, scope: Scope,
    name: String, unitName: String, mustChangePassword: Bool
  ) {
    self.account = account
    self.person = person
    self.role = role
    self.unit = unit
    self.scope = scope
    self.name = name
    self.unitName = unitName
    self.mustChangePassword = mustChangePassword
  }
}
