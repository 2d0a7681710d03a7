import Persian
import Store
import TerminalKit
import Training
import UseCases

/// «وضعیت درخواست»: the learner's own requests, the newest first (S1-4f).
struct OwnCompetencyList: ListDescription {
  static let name = "own-competency"
  let title = Phrases.Competency.ownRequests

  let columns: [Column<CompetencyLine>] = [
    Column(
      Phrases.Competency.tracking, width: 16, direction: .ltr,
      text: { Phrases.Competency.grouped($0.request.tracking) }),
    Column(Phrases.Competency.period, text: { $0.periodTitle }),
    Column(
      Phrases.Competency.registeredDay, width: 10, direction: .ltr,
      text: { $0.request.registered.said }),
    Column(
      Phrases.Competency.state, width: 15, tone: { $0.request.state.tone },
      text: { $0.request.state.name }),
  ]

  func identity(of row: CompetencyLine) -> Int64 { row.request.id.rawValue }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [CompetencyLine] {
    try context.require(.viewOwnData)
    guard let person = context.actor.person else { return [] }
    return try records.competencyRequests(in: .own(person))
  }

  func open(_ row: CompetencyLine) -> Step { .open(RecordScreen(CompetencyRecord(row))) }
}

/// «نتایج سنجش»: what the assessments of the learner gave in each dimension (S1-4f, S1-7a).
struct OwnResultsList: ListDescription {
  struct Row: Sendable {
    let line: CompetencyLine
    let dimension: AssessmentDimension
    let score: AssessmentScore
    let maximum: Int
    let outcome: String
  }

  static let name = "own-results"
  let title = Phrases.Competency.ownResults

  let columns: [Column<Row>] = [
    Column(Phrases.Competency.period, text: { $0.line.periodTitle }),
    Column(Phrases.Competency.dimension, width: 10, text: { $0.dimension.name }),
    Column(
      Phrases.Competency.score, width: 14,
      text: { Phrases.Competency.of($0.score.said, $0.maximum) }),
    Column(Phrases.Competency.outcome, width: 16, text: { $0.outcome }),
  ]

  func identity(of row: Row) -> Int64 {
    let place = AssessmentDimension.allCases.firstIndex(of: row.dimension) ?? 0
    // Ids fill all bits: any mixing that tells three rows of one request apart will do.
    return row.line.request.id.rawValue &* 3 &+ Int64(place)
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [Row] {
    try context.require(.viewOwnData)
    guard let person = context.actor.person else { return [] }
    return try records.competencyRequests(in: .own(person)).flatMap { line in
      let outcome = try records.outcomeTitle(line.request.outcome)
      return AssessmentDimension.allCases.compactMap { dimension in
        line.scores[dimension].map {
          Row(
            line: line, dimension: dimension, score: $0,
            maximum: context.rules.competencyScoreMaximum, outcome: outcome)
        }
      }
    }
  }
}

extension Querying where Self: ~Copyable {
  /// The title of an outcome; empty before the decision.
  func outcomeTitle(_ code: String) throws -> String {
    guard !code.isEmpty else { return "" }
    return try items(of: "assessment-outcome").first { $0.code == code }?.title ?? code
  }
}

extension CompetencyLife.State {
  var tone: Tone {
    switch self {
    case .registered: .strong
    case .inAssessment, .assessed: .body
    case .decided: .good
    case .withdrawn: .dimmed
    }
  }
}

/// One request: who, when, its results and outcome, and what SM-1 lets the role do.
struct CompetencyRecord: RecordDescription {
  static let name = "competency-record"
  let id: ID<CompetencyRequest>
  let title: String

  init(_ line: CompetencyLine) {
    id = line.request.id
    title = "\(Phrases.Competency.request) — \(line.person.name.inFull)"
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> RecordPage {
    guard let line = try records.competencyRequest(id, in: context.actor.personReach),
      let situation = try CompetencyLife.situation(of: id, records, context)
    else { throw Failure.forbidden }
    // Who is to be referred has no centre yet: it is asked for in the form.
    var open = situation
    open.facts.centre = try records.centres(for: context.actor.scope).first(where: \.isApproved)
    let isReferral = situation.state == .registered
    open.facts.outcome = "any"
    for dimension in AssessmentDimension.allCases where situation.state == .inAssessment {
      open.facts.scores[dimension] = AssessmentScore(hundredths: 0)
    }
    if !isReferral { open.facts.centre = situation.facts.centre }
    return RecordPage(
      facts: try facts(line, situation.facts, records, context),
      links: [
        .init(
          Phrases.Competency.file, step: .open(RecordScreen(PersonnelFile(line.person))))
      ],
      actions: CompetencyLife.items(
        of: id, open, context, name: { $0.name },
        fields: { action in
          switch action {
          case .refer: .open(FormScreen(ReferralForm(.one(line))))
          case .recordResults: .open(FormScreen(ResultsForm(line)))
          case .decide: .open(FormScreen(OutcomeForm(line)))
          case .register, .withdraw: nil
          }
        }),
      history: context.actor.role == .learner
        ? nil : try records.past(of: "competency_request", id.rawValue))
  }

  private func facts(
    _ line: CompetencyLine, _ facts: CompetencyLife.Facts,
    _ records: borrowing some Querying & ~Copyable, _ context: Context
  ) throws -> [RecordPage.Fact] {
    let request = line.request
    var shown: [RecordPage.Fact] = [
      .init(Phrases.Competency.state, request.state.name, tone: .strong),
      .init(Phrases.Competency.tracking, Phrases.Competency.grouped(request.tracking)),
      .init(Phrases.Competency.registeredDay, request.registered.said),
      .init(Phrases.Competency.nationalCode, line.person.nationalCode?.shown ?? "—"),
      .init(
        Phrases.Competency.place,
        Phrases.Competency.place(line.unitName, line.schoolName)),
      .init(Phrases.Competency.period, line.periodTitle),
      .init(Phrases.Competency.window, Phrases.Competency.window(facts.period)),
    ]
    if !line.centreName.isEmpty {
      shown.append(.init(Phrases.Competency.centre, line.centreName))
    }
    for dimension in AssessmentDimension.allCases {
      guard let score = line.scores[dimension] else { continue }
      shown.append(
        .init(
          Phrases.Competency.dimension(dimension),
          Phrases.Competency.of(score.said, context.rules.competencyScoreMaximum)))
    }
    if !request.outcome.isEmpty {
      shown += [
        .init(
          Phrases.Competency.outcome, try records.outcomeTitle(request.outcome), tone: .good),
        .init(Phrases.Competency.decided, request.decided?.said ?? "—"),
        .init(Phrases.Competency.benefit, Phrases.Competency.benefitNote),
      ]
    }
    if !request.note.isEmpty { shown.append(.init(Phrases.Competency.note, request.note)) }
    if !request.reason.isEmpty {
      shown.append(.init(Phrases.Competency.reason, request.reason, tone: .warning))
    }
    return shown
  }
}
