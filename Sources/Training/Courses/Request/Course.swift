/// A course of the catalogue.
public struct Course: Hashable, Sendable, Codable {
  public var id: ID<Course>
  /// Unique in the catalogue.
  public var code: String
  public var title: String
  /// The length of the course in minutes; the catalogue gives hours.
  public var minutes: Int
  /// A code of the list `course-kind`: specialised or general.
  public var kind: String
  public var feature: String
  /// Whether it may be held at all (execution permit).
  public var hasPermit: Bool
  /// The subject whose teachers must attend; empty for none (S2-5.8).
  public var mandatorySubject: String
  public var isActive: Bool

  public init(
    id: ID<Course>, code: String, title: String, minutes: Int, kind: String = "specialised",
    feature: String = "", hasPermit: Bool = true, mandatorySubject: String = "",
    isActive: Bool = true
  ) {
    self.id = id
    self.code = code
    self.title = title
    self.minutes = minutes
    self.kind = kind
    self.feature = feature
    self.hasPermit = hasPermit
    self.mandatorySubject = mandatorySubject
    self.isActive = isActive
  }
}

/// How a course is held: a code of the editable list `delivery-mode`.
public struct DeliveryMode: RawRepresentable, Hashable, Sendable, Codable {
  public let rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }

  public static let inPerson = DeliveryMode(rawValue: "in-person")
  public static let online = DeliveryMode(rawValue: "online")
  public static let offline = DeliveryMode(rawValue: "offline")
}

/// Who enrols the learners; the raw value is stored.
public enum EnrolMethod: String, CaseIterable, Hashable, Sendable, Codable {
  case learner, expert
}
