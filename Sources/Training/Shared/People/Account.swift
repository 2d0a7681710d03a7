/// A login: one role of a person, at one unit.
///
/// The password's hash stays in the records.
public struct Account: Hashable, Sendable, Codable {
  public var id: ID<Account>
  public var person: ID<Person>?
  public var role: Role
  public var unit: ID<Unit>
  /// Unique within the role.
  public var username: String
  public var state: AccountLife.State

  public init(
    id: ID<Account>, person: ID<Person>?, role: Role, unit: ID<Unit>, username: String,
    state: AccountLife.State
  ) {
    self.id = id
    self.person = person
    self.role = role
    self.unit = unit
    self.username = username
    self.state = state
  }
}
