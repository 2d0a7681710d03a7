public import Store
public import Training

/// «ثبت اطلاعات»: the learner asks for competency development (S1-4): the first line of SM-1.
public struct RegisterCompetency: UseCase {
  public static let name = "competency.register"
  // The line has no way back but the learner's own withdrawal.
  public static let isUndoable = false
  public var id: ID<CompetencyRequest>?
  /// The tick under the form.
  public var isAccepted: Bool
  private var tracking = ""

  public init(isAccepted: Bool) {
    self.isAccepted = isAccepted
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    guard id == nil else { return }
    let id: ID<CompetencyRequest> = try records.newID()
    self.id = id
    var attempt: UInt64 = 0
    repeat {
      tracking = CompetencyRequest.tracking(of: id, attempt: attempt)
      attempt += 1
    } while try records.hasTracking(tracking)
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try CompetencyLife.require(.register, context)
    guard context.actor.person != nil else { throw Failure.forbidden }
  }

  /// - Returns: The tracking number.
  public func run(_ records: borrowing Writing, _ context: Context) throws -> String {
    guard let id, let own = context.actor.person, let person = try records.person(own) else {
      throw Failure.forbidden
    }
    var facts = try CompetencyLife.newRequest(of: person, records, context)
    facts.isAccepted = isAccepted
    let choice = try CompetencyLife.open(.register, in: nil, facts, context)
    // Both are there: the line is open only with them.
    guard let state = choice.to, let period = facts.period,
      let appointment = facts.employment.appointments(on: context.today).last
    else { throw Failure.forbidden }
    try records.insert(
      CompetencyRequest(
        id: id, person: person.id, period: period.id, appointment: appointment.id,
        tracking: tracking, registered: context.today, state: state))
    return tracking
  }
}

/// «معرفی به کانون ارزیابی»: the expert sends people to a centre, all or none.
public struct ReferToCentre: UseCase {
  public static let name = "competency.refer"
  public var requests: [ID<CompetencyRequest>]
  public var centre: ID<AssessmentCentre>

  public init(_ requests: [ID<CompetencyRequest>], to centre: ID<AssessmentCentre>) {
    self.requests = requests
    self.centre = centre
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try CompetencyLife.require(.refer, context)
    for id in requests {
      let line = try records.competencyRequest(id, in: context.actor.personReach)
      guard line != nil else { throw Failure.forbidden }
    }
  }

  /// - Returns: How many were referred.
  public func run(_ records: borrowing Writing, _ context: Context) throws -> Int {
    let centre = try records.centres(for: context.actor.scope).first { $0.id == self.centre }
    for id in requests {
      guard var situation = try CompetencyLife.situation(of: id, records, context) else {
        throw Failure.forbidden
      }
      situation.facts.centre = centre
      let choice = try CompetencyLife.open(.refer, in: situation.state, situation.facts, context)
      try CompetencyLife.save(id, records, context) { request in
        if let state = choice.line.to { request.state = state }
        request.centre = self.centre
        request.reason = context.reason
      }
    }
    return requests.count
  }
}

/// Records what a centre found in the three dimensions (S1-7a).
public struct RecordAssessment: UseCase {
  public static let name = "competency.results"
  public var request: ID<CompetencyRequest>
  public var scores: AssessmentScores
  /// Who assessed, as the centre names them.
  public var assessor: String
  private var ids: [ID<AssessmentScore>] = []

  public init(_ scores: AssessmentScores, of request: ID<CompetencyRequest>, assessor: String) {
    self.request = request
    self.scores = scores
    self.assessor = assessor
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    guard ids.isEmpty else { return }
    for _ in AssessmentDimension.allCases { ids.append(try records.newID()) }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try CompetencyLife.require(.recordResults, context)
    let line = try records.competencyRequest(request, in: context.actor.personReach)
    guard line != nil else { throw Failure.forbidden }
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    guard var situation = try CompetencyLife.situation(of: request, records, context) else {
      throw Failure.forbidden
    }
    situation.facts.scores = scores
    let choice = try CompetencyLife.open(
      .recordResults, in: situation.state, situation.facts, context)
    for (dimension, id) in zip(AssessmentDimension.allCases, ids) {
      guard let score = scores[dimension] else { continue }
      try records.insert(
        score, of: dimension, for: request, on: context.today, assessor: assessor, id: id)
    }
    try CompetencyLife.save(choice.line.to, of: request, situation, records, context)
  }
}

/// «تعیین نتیجه»: one of the outcomes of the list, which ranking takes as evidence (S1-7b).
public struct DecideOutcome: UseCase {
  public static let name = "competency.decide"
  public var request: ID<CompetencyRequest>
  /// A code of the list `assessment-outcome`.
  public var outcome: String
  public var note: String

  public init(_ outcome: String, for request: ID<CompetencyRequest>, note: String) {
    self.outcome = outcome
    self.request = request
    self.note = note
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try CompetencyLife.require(.decide, context)
    let line = try records.competencyRequest(request, in: context.actor.personReach)
    guard line != nil else { throw Failure.forbidden }
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    guard var situation = try CompetencyLife.situation(of: request, records, context) else {
      throw Failure.forbidden
    }
    let known = try records.items(of: "assessment-outcome").contains { $0.code == outcome }
    situation.facts.outcome = known ? outcome : nil
    let choice = try CompetencyLife.open(.decide, in: situation.state, situation.facts, context)
    try CompetencyLife.save(request, records, context) { request in
      if let state = choice.line.to { request.state = state }
      request.outcome = outcome
      request.decided = context.today
      request.note = note
      request.reason = context.reason
    }
  }
}
