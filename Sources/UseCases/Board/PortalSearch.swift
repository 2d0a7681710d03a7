public import Store
public import Training

/// Search over everything a person may see: each kind asks the reach and the permission of its own
/// lists, in SQL.
public enum PortalSearch {
  /// The kinds that a role finds, in the order shown.
  public static func kinds(of role: Role) -> [RecordLink.Kind] {
    let wanted: [(RecordLink.Kind, Permission)] = [
      (.person, .viewPeople), (.enrolment, .viewOwnCourses), (.request, .viewRequests),
      (.trainingClass, .viewClasses), (.course, .viewCatalogue), (.announcement, .viewNotices),
      (.unit, .viewUnits), (.account, .viewAccounts), (.permit, .viewOversight),
      (.completedCourse, .viewOversight),
    ]
    return wanted.filter { $0.1.isHeld(by: role) }.map(\.0)
  }

  /// A page of the records of a kind, after the one with an id.
  ///
  /// - Returns: At most `limit` hits; none for a kind that the role does not have.
  public static func hits(
    _ kind: RecordLink.Kind, _ text: String, after id: Int64 = 0, limit: Int,
    _ records: borrowing Reading, _ context: Context
  ) throws -> [SearchHit] {
    let actor = context.actor
    guard !actor.mustChangePassword, kinds(of: actor.role).contains(kind) else { return [] }
    switch kind {
    case .person:
      return try records.searchPeople(text, in: actor.scope, after: id, limit: limit)
    case .course: return try records.searchCourses(text, after: id, limit: limit)
    case .request:
      return try records.searchRequests(text, in: actor.courseReach, after: id, limit: limit)
    case .trainingClass:
      return try records.searchClasses(text, in: actor.courseReach, after: id, limit: limit)
    case .enrolment:
      guard let person = actor.person else { return [] }
      return try records.searchEnrolments(text, of: person, after: id, limit: limit)
    case .unit: return try records.searchUnits(text, in: actor.scope, after: id, limit: limit)
    case .announcement:
      return try records.searchAnnouncements(
        text, in: actor.announcementReach, on: context.today, after: id, limit: limit)
    case .account:
      return try records.searchAccounts(text, in: actor.scope, after: id, limit: limit)
    case .permit:
      return try records.searchPermits(
        text, in: actor.oversightReach, after: id, limit: limit)
    case .completedCourse:
      return try records.searchCompletedCourses(
        text, in: actor.oversightReach, after: id, limit: limit)
    default: return []
    }
  }
}
