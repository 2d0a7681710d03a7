import Persian
import Store
import Training

/// Competency development in the sample: a period with its centre, and requests in every state.
struct DemoCompetency {
  /// The words of the sample's file.
  struct Names: Decodable, Sendable {
    var period, centre, formerCentre, assessor, note, task: String
  }

  let names: Names
  let stage: DemoStage
  let cast: DemoCast
  let passwordHash: String

  /// How far the requests of the first district go, one a teacher; the second learner's is decided.
  private static let states: [CompetencyLife.State] = [
    .registered, .registered, .registered, .withdrawn, .inAssessment, .inAssessment, .assessed,
    .assessed, .decided, .decided,
  ]

  /// Where the teachers with requests begin, behind those of the classes that people look at first.
  private static let first = 30

  func perform() throws {
    let centre = try prepare()
    let expert = cast.experts[0]
    var actors: [(Actor, CompetencyLife.State)] = [(cast.learners[1], .decided)]
    stage.now(-32, 9 * 60)
    for (offset, state) in Self.states.enumerated() {
      actors.append((try account(of: cast.teachers[0][Self.first + offset], by: expert), state))
    }
    for (index, (actor, state)) in actors.enumerated() {
      try play(actor, to: state, number: index, centre)
    }
    guard let waiting = cast.learners.last else { return }
    stage.now(-2, 11 * 60)
    _ = try stage.perform(
      AskForAppointment(title: "\(names.task): \(waiting.name)", note: names.note), as: waiting)
  }

  private func prepare() throws -> ID<AssessmentCentre> {
    stage.now(-40, 9 * 60)
    let unit = cast.province.unit
    let from = stage.today.adding(days: -20)
    _ = try stage.perform(
      SetAssessmentPeriod(
        AssessmentPeriod(
          id: ID(rawValue: 0), unit: unit,
          title: "\(names.period) \(Digits.persian(String(from.year)))", year: from.year,
          from: from, to: stage.today.adding(days: 40))), as: cast.province)
    _ = try stage.perform(
      SetAssessmentCentre(
        AssessmentCentre(
          id: ID(rawValue: 0), unit: unit, name: names.formerCentre, isApproved: false)),
      as: cast.province)
    return try stage.perform(
      SetAssessmentCentre(
        AssessmentCentre(id: ID(rawValue: 0), unit: unit, name: names.centre)), as: cast.province)
  }

  private func account(of person: Person, by expert: Actor) throws -> Actor {
    let account = try stage.perform(
      CreateAccount(
        person: person.id, role: .learner, unit: person.unit,
        username: person.nationalCode?.digits ?? person.shownCode, passwordHash: passwordHash),
      as: expert)
    return Actor(
      account: account, person: person.id, role: .learner, unit: person.unit, scope: expert.scope,
      name: person.name.inFull, unitName: expert.unitName, mustChangePassword: false)
  }

  private func play(
    _ learner: Actor, to state: CompetencyLife.State, number: Int, _ centre: ID<AssessmentCentre>
  ) throws {
    stage.now(-30 + number, 9 * 60 + number)
    let tracking = try stage.perform(RegisterCompetency(isAccepted: true), as: learner)
    let found = try stage.portal.store.read { records in
      try records.competencyRequests(
        in: learner.personReach, CompetencyFilter(text: tracking), limit: 1)
    }
    guard let id = found.first?.request.id, state != .registered else { return }
    guard state != .withdrawn else {
      _ = try stage.perform(Advance<CompetencyLife>(id, .withdraw), as: learner)
      return
    }
    stage.now(-15, 9 * 60 + number)
    _ = try stage.perform(ReferToCentre([id], to: centre), as: cast.experts[0])
    guard state != .inAssessment else { return }
    stage.now(-10, 9 * 60 + number)
    let scores = AssessmentScores([
      .general: AssessmentScore(hundredths: 7_000 + number * 225),
      .specialised: AssessmentScore(hundredths: 6_550 + number * 310),
      .professional: AssessmentScore(hundredths: 8_100 + number * 150),
    ])
    _ = try stage.perform(
      RecordAssessment(scores, of: id, assessor: names.assessor), as: cast.province)
    guard state == .decided else { return }
    stage.now(-5, 9 * 60 + number)
    let outcomes = ["gain", "promotion", "stop"]
    _ = try stage.perform(
      DecideOutcome(outcomes[number % outcomes.count], for: id, note: ""), as: cast.province)
  }
}
