public import Training

/// Which people's records an account sees.
///
/// Asked for in SQL with every read: what lies outside is not there, rather than refused.
public enum PersonReach: Hashable, Sendable {
  /// Offices see the people of their units.
  case units(Scope)
  /// Everybody sees the own records.
  case own(ID<Person>)
  case nothing

  /// The condition on `p`, a row of `person`.
  var condition: String {
    switch self {
    case .units: "p.unit IN (SELECT id FROM unit WHERE path >= ? AND path < ?)"
    case .own: "p.id = ?"
    case .nothing: "0"
    }
  }

  var arguments: [any Storable] {
    switch self {
    case .units(let scope): [scope.range.lower, scope.range.upper]
    case .own(let person): [person]
    case .nothing: []
    }
  }
}

extension Querying where Self: ~Copyable {
  /// A person with the names of the units, within reach; nil where there is none.
  public func personLine(
    _ id: ID<Person>, in reach: PersonReach
  ) throws(StoreError) -> PersonLine? {
    try first(
      "\(Self.lines) JOIN unit u ON u.id = p.unit WHERE p.id = ? AND \(reach.condition)",
      [id] + reach.arguments, PersonLine.init(row:))
  }
}
