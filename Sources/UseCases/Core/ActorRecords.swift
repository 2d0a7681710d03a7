public import Store
public import Training

extension Querying where Self: ~Copyable {
  /// Who an account is when it acts; nil when its unit is gone.
  public func actor(of account: Account) throws -> Actor? {
    guard let unit = try unit(account.unit) else { return nil }
    var person: Person?
    if let id = account.person { person = try self.person(id) }
    return Actor(
      account: account.id, person: account.person, role: account.role, unit: account.unit,
      scope: Scope(unit.path), name: person?.name.inFull ?? account.username, unitName: unit.name,
      mustChangePassword: account.state == .initial)
  }

  /// Who an account is when its entry is performed again.
  public func actor(_ account: ID<Account>) throws -> Actor? {
    guard let account = try self.account(account) else { return nil }
    return try actor(of: account)
  }
}
