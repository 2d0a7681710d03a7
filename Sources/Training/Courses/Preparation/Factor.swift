/// An executive factor of a course: manager, instructor, question author, helper.
public struct Factor: Hashable, Sendable, Codable {
  /// A code of the editable list `factor-role`.
  public struct Duty: RawRepresentable, Hashable, Sendable, Codable {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    public static let manager = Duty(rawValue: "manager")
    public static let instructor = Duty(rawValue: "instructor")
    public static let colleague = Duty(rawValue: "colleague")
    public static let questionAuthor = Duty(rawValue: "question-author")
    public static let servant = Duty(rawValue: "servant")
  }

  public var id: ID<Factor>
  public var request: ID<CourseRequest>
  public var duty: Duty
  /// Belongs to education; otherwise known by national code and typed name.
  public var isEducator: Bool
  public var person: ID<Person>?
  public var nationalCode: NationalCode?
  public var fullName: String
  /// Working time for the financial form.
  public var minutes: Int
  public var isActive: Bool

  public init(
    id: ID<Factor>, request: ID<CourseRequest>, duty: Duty, isEducator: Bool,
    person: ID<Person>? = nil, nationalCode: NationalCode? = nil, fullName: String,
    minutes: Int = 0, isActive: Bool = true
  ) {
    self.id = id
    self.request = request
    self.duty = duty
    self.isEducator = isEducator
    self.person = person
    self.nationalCode = nationalCode
    self.fullName = fullName
    self.minutes = minutes
    self.isActive = isActive
  }

  /// Whether both are the same human being, by record or by code.
  public func isSamePerson(as other: Factor) -> Bool {
    if let person, person == other.person { return true }
    if let nationalCode, nationalCode == other.nationalCode { return true }
    return false
  }
}
