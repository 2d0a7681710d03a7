public import Persian

/// Reasons about course files, their comparison with the records, and financial documents.
public enum CourseFileReason: Hashable, Sendable, Codable {
  case courseRunning
  /// Parts of folder A that nobody has put in.
  case folderIncomplete([FolderItem.Code])
  case deliveryLate(due: JalaliDate)
  /// A class whose paper nobody has counted.
  case notCompared(className: String)
  /// A class whose counts on paper are others than those of the records, without a reason.
  case differs(className: String, [PaperComparison.Difference])
  case explained(className: String, reason: String)
  case classesOpen(Int)
  case retention(until: JalaliDate, years: Int)
  case groupConfirmationMissing(years: Int)
  /// Parts of the financial document that are not there.
  case financialPartsMissing([FolderItem.Code])
  case recipientMissing
  case dueMissing
  case sentLate(due: JalaliDate)
  case sentInFuture
  case paySlipMissing(name: String)
  case payPartsMissing(name: String)
  /// The professional part is said to be in the pay of the post and is more than that.
  case professionalOverJob(name: String)
  case agreedRateMissing(name: String)
  case contractMissing(name: String)
  /// Sessions that are over and in which nobody is marked: their hours are not counted.
  case sessionsUnmarked(name: String, Int)
  case paymentMissing
}
