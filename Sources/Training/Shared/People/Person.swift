public import Persian

/// A person of any system: one record for teacher, staff, instructor and guest (S0-2).
public struct Person: Hashable, Sendable, Codable {
  /// The raw value is stored; empty when not known.
  public enum Gender: String, CaseIterable, Hashable, Sendable, Codable {
    case unknown = ""
    case female, male
  }

  /// What the person does for education; the raw value is stored.
  public enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
    case teacher, administrative, service
    /// Staff of a non-governmental school, without a personnel code (S2-6.1).
    case nonGovernmental
    case outsider
  }

  public var id: ID<Person>
  /// Nil only where a personnel code is known.
  public var nationalCode: NationalCode?
  public var personnelCode: PersonnelCode?
  public var name: PersonName
  public var fatherName: String
  public var birthDay: JalaliDate?
  public var gender: Gender
  public var mobile: Mobile?
  public var kind: Kind
  /// The office whose expert looks after the person.
  public var unit: ID<Unit>
  public var school: ID<Unit>?
  public var isActive: Bool

  public init(
    id: ID<Person>, nationalCode: NationalCode?, personnelCode: PersonnelCode?, name: PersonName,
    fatherName: String = "", birthDay: JalaliDate? = nil, gender: Gender = .unknown,
    mobile: Mobile? = nil, kind: Kind = .teacher, unit: ID<Unit>, school: ID<Unit>? = nil,
    isActive: Bool = true
  ) {
    self.id = id
    self.nationalCode = nationalCode
    self.personnelCode = personnelCode
    self.name = name
    self.fatherName = fatherName
    self.birthDay = birthDay
    self.gender = gender
    self.mobile = mobile
    self.kind = kind
    self.unit = unit
    self.school = school
    self.isActive = isActive
  }

  /// Whether the person belongs to education; others are factors by national code alone.
  public var isEducator: Bool { kind != .outsider }

  /// The code that lists show: the personnel code where there is one.
  public var shownCode: String { personnelCode?.digits ?? nationalCode?.digits ?? "" }
}
