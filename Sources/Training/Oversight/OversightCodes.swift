/// The six groups of courses; the raw value is the code of the regulation (S5-5d).
public enum CourseGroup: Int, CaseIterable, Hashable, Sendable, Codable {
  case general = 1
  case specialised, induction, cultural, management
  /// Conferences, seminars and the like.
  case other

  /// Whether titles and durations are typed; those of the other groups are chosen from the list of
  /// approved courses (S5-3b, S5-3c).
  public var isTyped: Bool { self == .specialised || self == .other }

  /// Whether a permit comes with the syllabus (S5-3d).
  public var needsSyllabus: Bool { self == .specialised }
}

/// How a course of an agency is delivered; the raw value is the code of the regulation (S5-5e).
public enum OversightMode: Int, CaseIterable, Hashable, Sendable, Codable {
  case inPerson = 1
  case online, offline
}

/// Who holds a course; the raw value is the code of the regulation (S5-5f).
public enum Organiser: Int, CaseIterable, Hashable, Sendable, Codable {
  case managementCentre = 1
  case oversightOffice, pouya, jihad, headquarters, agency
  /// Somebody whose name is written.
  case other

  public var isNamed: Bool { self == .other }
}

/// What a course is held by, with the name where the code does not say it.
public struct OrganiserMark: Hashable, Sendable, Codable {
  public var code: Organiser
  /// Empty unless the code is `other`.
  public var name: String

  public init(_ code: Organiser, name: String = "") {
    self.code = code
    self.name = code.isNamed ? name : ""
  }
}
