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

extension Actor {
  /// Somebody at a public form of the start screen, without an account: may hand the form in and
  /// nothing else; journaled under account -1, also where the entry is performed again elsewhere.
  ///
  /// No list is read in this name. What a form offers to choose from is asked of the portal directly.
  public static let visitor = Actor(
    account: ID(rawValue: -1), person: nil, role: .visitor, unit: ID(rawValue: 0),
    scope: .everything, name: "", unitName: "", mustChangePassword: false)

  /// The actors that have no account, by the number under which they are journaled.
  static func withoutAccount(_ account: ID<Account>) -> Actor? {
    [owner, visitor].first { $0.account == account }
  }
}
