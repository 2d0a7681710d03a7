/// Reasons about the executive factors of a course.
public enum FactorReason: Hashable, Sendable, Codable {
  case personnelCodeUnknown
  case nationalCodeMissing
  case nameMissing
  case notInBank(name: String)
  case doubled(name: String)
  case managerExists(name: String)
  case managerOrInstructorMissing
}
