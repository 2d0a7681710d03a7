/// Clauses of competency development and assessment (S1); paragraphs are those of its guide.
extension Clause {
  public static let programmeStart = Clause("S1-1a", .competency, paragraph: 2)
  public static let assessmentWindow = Clause("S1-1c", .competency, paragraph: 5)
  public static let assessmentDimensions = Clause("S1-1d", .competency, paragraph: 5)
  public static let assessmentOutcome = Clause("S1-1e", .competency, paragraph: 5)
  public static let compulsoryParticipation = Clause("S1-1g", .competency, paragraph: 6)
  public static let exemptStaff = Clause("S1-1h", .competency, paragraph: 6)
  public static let competencyRequest = Clause("S1-4b", .competency, paragraph: 16)
  public static let currentAppointment = Clause("S1-4d", .competency, paragraph: 21)
  public static let oneCompetencyRequest = Clause("S1-4e", .competency, paragraph: 16)
  public static let appointmentUpdate = Clause("S1-5a", .competency, paragraph: 21)
  public static let competencyLife = Clause("SM-1", .competency, paragraph: 16)

  static let competency = [
    programmeStart, assessmentWindow, assessmentDimensions, assessmentOutcome,
    compulsoryParticipation, exemptStaff, competencyRequest, currentAppointment,
    oneCompetencyRequest, appointmentUpdate, competencyLife,
  ]
}
