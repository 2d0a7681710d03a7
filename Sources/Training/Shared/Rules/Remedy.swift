public import Persian

/// The shortest way to make a refused action possible.
public enum Remedy: Hashable, Sendable, Codable {
  case correct(Topic)
  case raise(Topic, to: Quantity)
  case lower(Topic, to: Quantity)
  /// It opens by itself on a day.
  case wait(until: JalaliDate)
  /// A day on this side of the limit must be chosen.
  case choose(Topic, from: JalaliDate, to: JalaliDate)
  case chooseAnother(Topic)
  /// Someone with this role can do it.
  case ask(Role)
  /// This must be recorded first.
  case record(Topic)
  /// The learner asks the office to bring the appointment up to date (S1-5a).
  case updateAppointment
  /// The agency asks the management for a later day of the quarter (S5-2c).
  case askExtension
  /// What would meet a condition of a rank.
  case rank(RankRemedy)

  /// What a remedy is about; Phrases names each.
  public enum Topic: String, CaseIterable, Hashable, Sendable, Codable {
    case course, executionInterval, classCount, classCapacity, quota, guestCapacity, enrolMethod
    case deliveryMode, conditions, costProvision
    case factor, manager, instructor
    case trainingClass, className, enrolmentInterval, classInterval, place, session, sessionTime
    case learner, jobData, removalLetter, enrolment, scores, objections, objectionPeriod
    case requester, learnerCount, meeting, memorandum, formOne, priority
    case evaluation, placeLetter
    case courseFile, content, reason, password, account, person
    case acceptance, assessmentCentre, assessmentWindow, assessmentOutcome
    case originals, applicantPapers, inquiryLetter, securityReply, councilDecision, districtLetter
    case nonLocalPermit
    case exam, examMode, questions
    case scan, review
    case calendarFile, syllabusFile, programmeFile
    case comparison, paySlip, agreedRate, payParts, financialParts, groupConfirmation, recipient
    case effectivenessData, answers, questionnaire, cost, courseFlags
    case evidence, sources, letter, opinion, agenda, entitlement
  }
}
