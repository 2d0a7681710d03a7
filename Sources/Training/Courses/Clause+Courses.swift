/// Clauses of the short courses (S2); paragraphs are those of document 96045.
extension Clause {
  public static let annualCeiling = Clause("S2-1.1b", .shortCourses, paragraph: 43)
  public static let executionPermit = Clause("S2-1.5a", .shortCourses, paragraph: 57)
  public static let expertQuota = Clause("S2-1.5b", .shortCourses, paragraph: 57)
  public static let learnerQuota = Clause("S2-1.5c", .shortCourses, paragraph: 57)
  public static let capacityOfMode = Clause("S2-1.5d", .shortCourses, paragraph: 57)
  public static let executionInterval = Clause("S2-1.5f", .shortCourses, paragraph: 57)
  public static let provincialApproval = Clause("S2-1.6a", .shortCourses, paragraph: 59)
  public static let requestAmendment = Clause("S2-1.6b", .shortCourses, paragraph: 59)
  public static let returnWithReason = Clause("S2-1.6c", .shortCourses, paragraph: 59)
  public static let requestLife = Clause("SM-2", .shortCourses, paragraph: 57)
  public static let classSize = Clause("S2-2.2a", .shortCourses, paragraph: 65)
  public static let hoursPerDay = Clause("S2-2.3b", .shortCourses, paragraph: 67)
  public static let programmeTotal = Clause("S2-2.3c", .shortCourses, paragraph: 67)
  public static let placeClash = Clause("S2-2.4b", .shortCourses, paragraph: 69)
  public static let instructorClash = Clause("S2-2.4c", .shortCourses, paragraph: 69)
  public static let instructorsInBank = Clause("S2-3.1a", .shortCourses, paragraph: 85)
  public static let oneManager = Clause("S2-4.4b", .shortCourses, paragraph: 107)
  public static let bankOfInstructors = Clause("S2-4.5b", .shortCourses, paragraph: 109)
  public static let factorIdentity = Clause("S2-4.5c", .shortCourses, paragraph: 109)
  public static let factorOnce = Clause("S2-4.5d", .shortCourses, paragraph: 109)
  public static let classFields = Clause("S2-4.6", .shortCourses, paragraph: 111)
  public static let classesInOrder = Clause("S2-4.6a", .shortCourses, paragraph: 111)
  public static let classCount = Clause("S2-4.6b", .shortCourses, paragraph: 111)
  public static let seatsOfQuota = Clause("S2-4.6c", .shortCourses, paragraph: 111)
  public static let classInInterval = Clause("S2-4.6d", .shortCourses, paragraph: 111)
  public static let sessionInClass = Clause("S2-4.7", .shortCourses, paragraph: 113)
  public static let sessionOverlap = Clause("S2-4.7b", .shortCourses, paragraph: 113)
  public static let enrolmentTime = Clause("S2-5.1a", .shortCourses, paragraph: 121)
  public static let freeCapacity = Clause("S2-5.2b", .shortCourses, paragraph: 123)
  public static let enrolmentMethod = Clause("S2-5.3a", .shortCourses, paragraph: 125)
  public static let introductionList = Clause("S2-5.3b", .shortCourses, paragraph: 125)
  public static let unknownLearner = Clause("S2-5.3c", .shortCourses, paragraph: 125)
  public static let learnerCeiling = Clause("S2-5.4b", .shortCourses, paragraph: 127)
  public static let guestsAccepted = Clause("S2-5.6a", .shortCourses, paragraph: 131)
  public static let guestCapacity = Clause("S2-5.6b", .shortCourses, paragraph: 131)
  public static let guestOfElsewhere = Clause("S2-5.6c", .shortCourses, paragraph: 131)
  public static let jobDataMatch = Clause("S2-5.7a", .shortCourses, paragraph: 133)
  public static let onceInCourse = Clause("S2-5.1/5a", .shortCourses, paragraph: 121)
  public static let noTimeClash = Clause("S2-5.1/5b", .shortCourses, paragraph: 121)
  public static let withdrawal = Clause("S2-5.9a", .shortCourses, paragraph: 137)
  public static let writtenRemoval = Clause("S2-5.10a", .shortCourses, paragraph: 139)
  public static let removalMethod = Clause("S2-5.10b", .shortCourses, paragraph: 139)
  public static let classClosed = Clause("S2-5.10c", .shortCourses, paragraph: 139)
  public static let confirmedByPrincipal = Clause("S2-6.3a", .shortCourses, paragraph: 147)
  public static let permitFactors = Clause("S2-7.2b", .shortCourses, paragraph: 155)
  public static let transferTime = Clause("S2-7.3a", .shortCourses, paragraph: 157)
  public static let transferCapacity = Clause("S2-7.3c", .shortCourses, paragraph: 157)
  public static let belowMinimum = Clause("S2-7.7b", .shortCourses, paragraph: 165)
  public static let absenceEntry = Clause("S2-7.9a", .shortCourses, paragraph: 169)
  public static let absenceLimit = Clause("S2-7.9b", .shortCourses, paragraph: 169)
  public static let absenceInSession = Clause("S2-7.9c", .shortCourses, paragraph: 169)
  public static let scoreEntry = Clause("S2-8.7", .shortCourses, paragraph: 190)
  public static let certificateConditions = Clause("S2-10.1a", .shortCourses, paragraph: 215)
  public static let fileDelivery = Clause("S2-10.2a", .shortCourses, paragraph: 217)
  public static let objectionPeriod = Clause("S2-10.5a", .shortCourses, paragraph: 223)
  public static let closingConditions = Clause("S2-10.5b", .shortCourses, paragraph: 223)
  public static let classLife = Clause("SM-9", .shortCourses, paragraph: 223)

  static let courses = [
    annualCeiling, executionPermit, expertQuota, learnerQuota, capacityOfMode, executionInterval,
    provincialApproval, requestAmendment, returnWithReason, requestLife, classSize, hoursPerDay,
    programmeTotal, placeClash, instructorClash, instructorsInBank, oneManager, bankOfInstructors,
    factorIdentity, factorOnce, classFields, classesInOrder, classCount, seatsOfQuota,
    classInInterval, sessionInClass, sessionOverlap, enrolmentTime, freeCapacity, enrolmentMethod,
    learnerCeiling, guestsAccepted, guestCapacity, guestOfElsewhere, jobDataMatch, onceInCourse,
    noTimeClash, withdrawal, writtenRemoval, removalMethod, classClosed, confirmedByPrincipal,
    permitFactors, transferTime, transferCapacity, belowMinimum, absenceEntry, absenceLimit,
    absenceInSession,
    scoreEntry, certificateConditions, fileDelivery, objectionPeriod, closingConditions, classLife,
  ]
}
