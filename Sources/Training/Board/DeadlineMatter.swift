/// What falls due, for each source of the deadline radar; Phrases has the sentence (S0-16).
///
/// The raw value is also part of the identity of an event in exported calendars: it stays.
public enum DeadlineMatter: String, CaseIterable, Hashable, Sendable, Codable {
  /// The province decides before the execution interval begins.
  case requestDecision
  /// The district sends a returned request again before the execution interval begins.
  case requestReturned
  /// Learners are introduced while enrolment is open and places are free.
  case introduction
  /// The list of a session is marked on its day.
  case sessionMarks
  /// Scores are entered once the exam's window is over.
  case scores
  /// A learner may withdraw until this day.
  case withdrawal
  /// An obliged person registers for an assessment period while it takes requests.
  case competencyRequest
  /// Who has registered is referred to a centre before the window ends.
  case assessmentReferral
  /// Results of those who were referred are recorded before the window ends.
  case assessmentResults
  /// An instructor is reminded of the first session of a class.
  case classStart
  /// Whatever somebody asked for.
  case task
  /// A class has its manager and an instructor before it starts.
  case classStaff
  /// The questions of a pre-test are registered before the course starts.
  case pretestQuestions
  /// The file of a course goes from its manager to the expert.
  case courseFile
  /// The financial document of a course goes to the paying unit.
  case financialDocument
  /// A class whose sessions are over has a final exam or project within its window.
  case examDefinition
  /// The questions of an exam at the terminal are complete before its day.
  case examQuestions
  /// A learner sits an exam on its day.
  case examSitting
  /// A learner may check the own score and absence until this day.
  case scoreControl
  /// An objection waits for its answer, which closes the class.
  case objectionAnswer
  /// The survey of a course is summed up before its end.
  case survey
  /// A learner fills in a form about an instructor before the end of the course.
  case ownSurvey
  /// The questionnaires of level 3 are summed up within their window.
  case behaviour
  /// Cost and benefit of a course are examined within the window of level 4.
  case results
  /// An agency reports a quarter to the oversight.
  case quarterReport

  /// A board decides on a referred ranking case.
  case rankDecision
  /// Whoever was notified of a rank may appeal until this day.
  case rankAppeal
  /// A board examines an appeal.
  case appealHandling
  /// A rank is evaluated anew, or its pay ends.
  case rankEvaluation
  /// The ministry evaluates the effects of the ranking bylaw.
  case bylawReview

  /// The process whose step is late when this is; nil for what belongs to none.
  public var process: PortalProcess? {
    switch self {
    case .requestDecision, .requestReturned: .request
    case .classStaff, .pretestQuestions: .resources
    case .introduction, .withdrawal: .enrolment
    case .sessionMarks, .classStart: .classes
    case .scores, .survey, .ownSurvey, .behaviour, .results: .effectiveness
    case .courseFile, .financialDocument: .courseFile
    case .examDefinition, .examQuestions, .examSitting: .effectiveness
    case .scoreControl, .objectionAnswer: .certificate
    case .competencyRequest, .assessmentReferral, .assessmentResults, .task, .rankDecision,
      .rankAppeal, .appealHandling,
      .rankEvaluation, .bylawReview,
      .quarterReport:
      nil
    }
  }
}
