public import Persian

/// SM-1: a request for competency development, from «ثبت اطلاعات» to the outcome.
///
/// Centres have no accounts: they report to the provincial office that approved them, whose expert
/// records the results and the outcome. So nobody who referred a person also judges them.
public enum CompetencyLife: Lifecycle {
  public enum State: String, CaseIterable, Hashable, Sendable, Codable {
    case registered, withdrawn, inAssessment, assessed, decided
  }

  public enum Action: String, CaseIterable, Hashable, Sendable, Codable {
    case register, withdraw, refer, recordResults, decide
  }

  public struct Facts: Hashable, Sendable {
    public var day: JalaliDate
    public var person: Person
    public var employment: Employment
    /// Whether it is the actor's own request.
    public var isOwn: Bool
    /// The period of the request, or the one a new request would be for; nil where none is open.
    public var period: AssessmentPeriod?
    /// The tracking number of another live request for the same period.
    public var liveRequest: String?
    /// The tick under the form of the request.
    public var isAccepted: Bool
    public var centre: AssessmentCentre?
    public var scores: AssessmentScores
    /// A code of `assessment-outcome` that is in use; nil while none is chosen.
    public var outcome: String?

    public init(
      day: JalaliDate, person: Person, employment: Employment, isOwn: Bool = false,
      period: AssessmentPeriod? = nil, liveRequest: String? = nil, isAccepted: Bool = true,
      centre: AssessmentCentre? = nil, scores: AssessmentScores = AssessmentScores(),
      outcome: String? = nil
    ) {
      self.day = day
      self.person = person
      self.employment = employment
      self.isOwn = isOwn
      self.period = period
      self.liveRequest = liveRequest
      self.isAccepted = isAccepted
      self.centre = centre
      self.scores = scores
      self.outcome = outcome
    }
  }

  public static let name = "SM-1"

  public static let table: [Transition<Self>] = [
    Transition(
      [], .register, by: [.learner], to: .registered,
      guards: {
        [
          OwnCompetencyRequest(), ProgrammeInForce(rules: $0), CompulsoryParticipation(),
          CurrentAppointment(), OpenPeriod(), OneCompetencyRequest(), AcceptedTerms(),
        ]
      }),
    Transition(
      [.registered], .withdraw, by: [.learner], to: .withdrawn, .dangerous,
      guards: { _ in [OwnCompetencyRequest()] }),
    Transition(
      [.registered], .refer, by: [.expert], to: .inAssessment, .undoable,
      guards: { _ in [DefinedWindow(), ChosenCentre()] }),
    Transition(
      [.inAssessment], .recordResults, by: [.provincialExpert], to: .assessed, .undoable,
      guards: { [InsideWindow(), AllResults(), ScoresOnScale(rules: $0)] }),
    Transition(
      [.assessed], .decide, by: [.provincialExpert], to: .decided, .undoable,
      guards: { _ in [ChosenOutcome()] }),
  ]
}

extension CompetencyLife.State {
  /// Whether the person cannot register another request for the same period (S1-4e).
  public var isLive: Bool { self != .withdrawn }
}
