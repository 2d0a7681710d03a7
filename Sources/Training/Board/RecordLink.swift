/// A record that something points at, whatever kind it is: what a task is about, what a line of the
/// deadline radar or of the search opens.
public struct RecordLink: Hashable, Sendable, Codable {
  /// The kinds that have a screen; the raw value is stored.
  public enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
    case request, trainingClass, session, enrolment, course
    case person, account, unit
    case task, announcement, assessmentPeriod
    case courseFile
    case objection
    case agency, agencyYear, agencyQuarter, permit, completedCourse
    case rankingCase
    case personRank
  }

  public let kind: Kind
  /// The id of the record, of whatever type `kind` says.
  public let record: ID<RecordLink>

  public init<Entity>(_ kind: Kind, _ id: ID<Entity>) {
    self.kind = kind
    record = ID(rawValue: id.rawValue)
  }

  /// The id as that of the kind's own type.
  public func id<Entity>(of type: Entity.Type = Entity.self) -> ID<Entity> {
    ID(rawValue: record.rawValue)
  }
}
