/// Clauses of the provincial oversight of government employees' training (S5).
extension Clause {
  public static let oversightBasis = Clause("S5-0a", .oversight, paragraph: 22)
  public static let supervised = Clause("S5-0b", .oversight, paragraph: 22)
  public static let publishedPassword = Clause("S5-La", .oversight, paragraph: 26)
  public static let preRegistered = Clause("S5-Lb", .oversight, paragraph: 24)
  public static let oneAgency = Clause("S5-Ld", .oversight, paragraph: 24)
  public static let yearData = Clause("S5-1a", .oversight, paragraph: 47)
  public static let oncePerYear = Clause("S5-1b", .oversight, paragraph: 48)
  public static let yearLocked = Clause("S5-1c", .oversight, paragraph: 50)
  public static let quarterData = Clause("S5-2a", .oversight, paragraph: 51)
  public static let quarterDeadline = Clause("S5-2b", .oversight, paragraph: 51)
  public static let quarterOver = Clause("S5-2c", .oversight, paragraph: 51)
  public static let quarterLocked = Clause("S5-2d", .oversight, paragraph: 51)
  public static let permitMandatory = Clause("S5-3a", .oversight, paragraph: 69)
  public static let catalogueTitle = Clause("S5-3b", .oversight, paragraph: 74)
  public static let typedTitle = Clause("S5-3c", .oversight, paragraph: 76)
  public static let permitFiles = Clause("S5-3d", .oversight, paragraph: 98)
  public static let instructorData = Clause("S5-3e", .oversight, paragraph: 94)
  public static let studyFields = Clause("S5-3f", .oversight, paragraph: 94)
  public static let proposedTitle = Clause("S5-3g", .oversight, paragraph: 78)
  public static let permitSent = Clause("S5-3h", .oversight, paragraph: 96)
  public static let programmeRows = Clause("S5-3h2", .oversight, paragraph: 98)
  public static let permitReadOnly = Clause("S5-3i", .oversight, paragraph: 96)
  public static let completedInTime = Clause("S5-4a", .oversight, paragraph: 102)
  public static let permitOfCourse = Clause("S5-4b", .oversight, paragraph: 104)
  public static let computedTotals = Clause("S5-4c", .oversight, paragraph: 136)
  public static let participants = Clause("S5-4d", .oversight, paragraph: 138)
  public static let courseOfPermit = Clause("S5-4d2", .oversight, paragraph: 130)
  public static let tickedRows = Clause("S5-4e", .oversight, paragraph: 140)
  public static let completedApproved = Clause("S5-4f", .oversight, paragraph: 140)

  static let oversight = [
    oversightBasis, supervised, publishedPassword, preRegistered, oneAgency, yearData,
    oncePerYear, yearLocked, quarterData, quarterDeadline, quarterOver, quarterLocked,
    permitMandatory, catalogueTitle, typedTitle, permitFiles, instructorData, studyFields,
    proposedTitle, permitSent, programmeRows, permitReadOnly, completedInTime, permitOfCourse,
    computedTotals, participants, courseOfPermit, tickedRows, completedApproved,
  ]
}
