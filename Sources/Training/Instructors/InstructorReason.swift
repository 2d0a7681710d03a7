/// Reasons about applicants, the bank of instructors and who may teach where.
public enum InstructorReason: Hashable, Sendable, Codable {
  /// A field of the application that must be filled in.
  public enum Field: String, CaseIterable, Hashable, Sendable, Codable {
    case fatherName, certificateNumber, birthDay, personnelCode, workplace, phone, degree, field
    case university, graduated
  }

  case termsNotAccepted
  case dataMissing([Field])
  case applied(name: String)
  case wrongTrackingCode
  case originalsNotSeen
  case originalsSeenAlready
  case outsiderPapersMissing
  case inquiryLetterMissing
  case replyNumberMissing
  case councilMissing
  case courseRecorded(code: String)
  case coursesRunning([String])
  case fileTooLarge(name: String, limit: Int)
  case fileKind(name: String)
  case fileUnreadable(name: String)
  case fileNotPlain(name: String)
  /// The folder out of which files are taken; nil where none are.
  case fileOutside(name: String, folder: String?)
  case filesMany(limit: Int)
  /// Seconds until the public forms are open again.
  case formsBusy(seconds: Int)
  case districtLetterMissing
  case notOfProvince
  case ofProvince
  case permitAsked
  case isLocal
  case notInBank(name: String)
  /// Nobody recorded that the council lets the instructor teach the course.
  case notQualified(name: String, course: String)
  case nonLocalNeedsPermit(InstructorPlace)
}
