/// A field of study that instructors are listed with; whoever misses one adds it (S5-3f).
public struct StudyField: Hashable, Sendable, Codable {
  public var id: ID<StudyField>
  public var title: String
  /// Who added it.
  public var unit: ID<Unit>

  public init(id: ID<StudyField>, title: String, unit: ID<Unit>) {
    self.id = id
    self.title = title
    self.unit = unit
  }
}

/// An instructor of agencies' courses, chosen from a list or added to it (S5-3e).
public struct OversightInstructor: Hashable, Sendable, Codable {
  public var id: ID<OversightInstructor>
  public var firstName: String
  public var lastName: String
  /// A code of the list `degree`; empty where nobody has said it.
  public var degree: String
  public var field: ID<StudyField>?
  /// Holds the certificate of competence for courses of government employees.
  public var isCertified: Bool
  /// Who added the instructor: agencies see their own and the management's.
  public var unit: ID<Unit>

  public init(
    id: ID<OversightInstructor>, firstName: String, lastName: String, degree: String,
    field: ID<StudyField>?, isCertified: Bool = false, unit: ID<Unit>
  ) {
    self.id = id
    self.firstName = firstName
    self.lastName = lastName
    self.degree = degree
    self.field = field
    self.isCertified = isCertified
    self.unit = unit
  }

  public var fullName: String { "\(firstName) \(lastName)" }
}

/// A title with its duration that permits of four groups choose from (S5-3b, S5-3g).
public struct ApprovedCourse: Hashable, Sendable, Codable {
  /// The raw value is stored.
  public enum State: String, CaseIterable, Hashable, Sendable, Codable {
    /// An agency would like to have it; only the agency and the management see it.
    case proposed
    case approved
    /// No longer chosen; what was chosen before stays.
    case retired
  }

  public var id: ID<ApprovedCourse>
  public var group: CourseGroup
  public var title: String
  public var hours: Int
  /// Who proposed or added it.
  public var unit: ID<Unit>
  public var state: State

  public init(
    id: ID<ApprovedCourse>, group: CourseGroup, title: String, hours: Int, unit: ID<Unit>,
    state: State
  ) {
    self.id = id
    self.group = group
    self.title = title
    self.hours = hours
    self.unit = unit
    self.state = state
  }
}
