/// An organisation unit: ministry › province › district › school, or an agency under oversight.
public struct Unit: Hashable, Sendable {
  /// What the unit is; the raw value is stored.
  public enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
    case ministry, province, district, school
    /// A human-resources training centre.
    case centre
    /// The provincial management and planning organisation (S5).
    case oversight
    /// An executive agency (S5).
    case agency

    /// The level whose officials look after the unit; nil outside education.
    public var level: Level? {
      switch self {
      case .ministry: .ministry
      case .province: .province
      case .district, .centre: .district
      case .school: .school
      case .oversight, .agency: nil
      }
    }

    /// The kinds that may stand directly above this one; empty for a root.
    public var parents: Set<Kind> {
      switch self {
      case .ministry, .oversight: []
      case .province: [.ministry]
      case .district: [.province]
      case .school: [.district]
      case .centre: [.ministry, .province, .district]
      case .agency: [.oversight]
      }
    }
  }

  public var id: ID<Unit>
  public var kind: Kind
  /// Unique within its kind.
  public var code: String
  public var name: String
  public var parent: ID<Unit>?
  /// The units from the root down to this one, itself included.
  public var path: UnitPath
  public var isGovernmental: Bool
  public var isActive: Bool

  public init(
    id: ID<Unit>, kind: Kind, code: String, name: String, parent: Unit? = nil,
    isGovernmental: Bool = true, isActive: Bool = true
  ) {
    self.init(
      id: id, kind: kind, code: code, name: name, parent: parent?.id,
      path: UnitPath(parent?.path, id), isGovernmental: isGovernmental, isActive: isActive)
  }

  /// A unit read back from the records.
  public init(
    id: ID<Unit>, kind: Kind, code: String, name: String, parent: ID<Unit>?, path: UnitPath,
    isGovernmental: Bool, isActive: Bool
  ) {
    self.id = id
    self.kind = kind
    self.code = code
    self.name = name
    self.parent = parent
    self.path = path
    self.isGovernmental = isGovernmental
    self.isActive = isActive
  }
}
