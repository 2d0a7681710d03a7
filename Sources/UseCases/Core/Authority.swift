public import Store
public import Training

/// What an actor may reach: permission by role, then the record's place in the actor's scope (S0-9).
extension Context {
  /// Throws unless the actor's role holds a permission.
  public func require(_ permission: Permission) throws(Failure) {
    guard permission.isHeld(by: actor.role), !actor.mustChangePassword else { throw .forbidden }
  }

  /// Throws unless a unit lies in the actor's scope.
  public func requireReach(
    unit: ID<Unit>, _ records: borrowing some Querying & ~Copyable
  ) throws {
    guard try records.contains(actor.scope, unit: unit) else { throw Failure.forbidden }
  }
}
