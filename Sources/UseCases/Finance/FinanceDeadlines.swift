import Store
import Training

/// The clocks of course files and financial documents.
extension DeadlineSource {
  /// The manager hands the file of a course to the expert within a month of its end (S2-10.2a).
  static let courseFile = DeadlineSource(
    .courseFile, .fileDelivery, owner: .courseManager, opens: .courseFile
  ) { records, context, window in
    guard Permission.viewCourseFile.isHeld(by: context.actor.role) else { return [] }
    return try records.fileClocks(
      in: context.actor.courseReach, on: context.today,
      months: context.rules.fileDeliveryMonths, until: window.until, limit: window.limit)
  }

  /// The financial document goes to the paying unit in due time (S2-9.3a).
  static let financialDocument = DeadlineSource(
    .financialDocument, .financialDocument, owner: .courseManager, opens: .courseFile
  ) { records, context, window in
    guard Permission.viewCourseFile.isHeld(by: context.actor.role) else { return [] }
    return try records.financialClocks(
      in: context.actor.courseReach, until: window.until, limit: window.limit)
  }
}
