import Persian
import Store
import TerminalKit
import Training
import UseCases

/// «درخواست‌های توسعه شایستگی» of an office: found by name, code or tracking number.
struct CompetencyList: PagedListDescription {
  enum Command: String, CommandSet {
    case refer, report
    var help: String {
      switch self {
      case .refer: Phrases.Competency.referAll
      case .report: Phrases.Competency.reports
      }
    }
  }

  static let name = "competency-requests"
  let title = Phrases.Competency.requests
  let role: Role

  let columns: [Column<CompetencyLine>] = [
    Column(Phrases.Competency.person, text: { $0.person.name.surnameFirst }),
    Column(
      Phrases.Competency.place, text: { $0.schoolName.isEmpty ? $0.unitName : $0.schoolName }),
    Column(
      Phrases.Competency.tracking, width: 14, direction: .ltr,
      text: { Phrases.Competency.grouped($0.request.tracking) }),
    Column(
      Phrases.Competency.registeredDay, width: 10, direction: .ltr,
      text: { $0.request.registered.said }),
    Column(
      Phrases.Competency.state, width: 14, tone: { $0.request.state.tone },
      text: { $0.request.state.name }),
  ]

  func identity(of row: CompetencyLine) -> Int64 { row.request.id.rawValue }

  func page(
    _ request: TableRequest<CompetencyLine>, of query: TableQuery, _ records: borrowing Reading,
    _ context: Context
  ) throws -> [CompetencyLine] {
    try context.require(.viewCompetency)
    return try records.competencyRequests(
      in: context.actor.personReach, CompetencyFilter(text: query.filter),
      page: request.page(\.request), limit: request.count)
  }

  func open(_ row: CompetencyLine) -> Step { .open(RecordScreen(CompetencyRecord(row))) }

  func perform(_ command: Command, on rows: [CompetencyLine]) -> Step {
    if let reason = reasonClosed(command, on: rows) { return .notice(reason, .warning) }
    switch command {
    case .refer: return .open(FormScreen(ReferralForm(.everybody)))
    case .report: return .open(FormScreen(CompetencyReportForm()))
    }
  }

  func reasonClosed(_ command: Command, on rows: [CompetencyLine]) -> String? {
    command == .refer && !CompetencyLife.roles(for: .refer).contains(role)
      ? Failure.forbidden.sentence : nil
  }
}

/// «معرفی به کانون ارزیابی», of one person or of everybody who waits for it.
struct ReferralForm: FormDescription {
  enum Purpose: Sendable {
    case one(CompetencyLine)
    case everybody
  }

  struct Draft: Sendable {
    var centre: ID<AssessmentCentre>?
    var requests: [CompetencyLine]
  }

  static let name = "referral"
  let title = CompetencyLife.Action.refer.name
  let purpose: Purpose

  init(_ purpose: Purpose) { self.purpose = purpose }

  func load(
    _ records: borrowing Reading, _ context: Context
  ) throws -> (Draft, [AssessmentCentre]) {
    let centres = try records.centres(for: context.actor.scope).filter(\.isApproved)
    let requests: [CompetencyLine] =
      switch purpose {
      case .one(let line): [line]
      case .everybody:
        try records.competencyRequests(
          in: context.actor.personReach, CompetencyFilter(states: [.registered]))
      }
    return (Draft(centre: centres.first?.id, requests: requests), centres)
  }

  func fields(_ centres: [AssessmentCentre]) -> [Field<Draft>] {
    [
      .fixed(Phrases.Competency.person) { draft in
        switch draft.requests.count {
        case 0: Phrases.Competency.nobodyToRefer
        case 1: draft.requests[0].person.name.inFull
        default: Phrases.Competency.referring(draft.requests.count)
        }
      },
      .pick(Phrases.Competency.centre, \.centre, among: centres.map { ($0.id, $0.name) })
        .required(),
      .button(CompetencyLife.Action.refer.name),
    ]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    guard let centre = draft.centre else {
      return .failure(.complaint(field: "centre", .empty))
    }
    guard !draft.requests.isEmpty else {
      return .success(.notice(Phrases.Competency.nobodyToRefer, .warning))
    }
    return portal.perform(ReferToCentre(draft.requests.map(\.request.id), to: centre)).map {
      .notice(Phrases.Competency.referred($0.outcome), .good)
    }
  }
}

/// «ثبت نتایج سه صلاحیت»: the scores that the centre reported (S1-7a).
struct ResultsForm: FormDescription {
  struct Draft: Sendable {
    var general: AssessmentScore?
    var specialised: AssessmentScore?
    var professional: AssessmentScore?
    var assessor = ""
  }

  static let name = "assessment-results"
  let line: CompetencyLine
  var title: String { "\(CompetencyLife.Action.recordResults.name) — \(line.person.name.inFull)" }

  init(_ line: CompetencyLine) { self.line = line }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, Int) {
    (Draft(), context.rules.competencyScoreMaximum)
  }

  func fields(_ maximum: Int) -> [Field<Draft>] {
    func score(
      _ dimension: AssessmentDimension,
      _ path: any WritableKeyPath<Draft, AssessmentScore?> & Sendable
    ) -> Field<Draft> {
      .optional(
        Phrases.Competency.dimension(dimension), path, limit: 8, show: { $0.said },
        parse: { text throws(Training.Complaint) in try AssessmentScore(text) }
      ).wide(10).hinted(Phrases.Competency.scale(maximum))
    }
    return [
      .fixed(Phrases.Competency.centre) { [line] _ in line.centreName },
      score(.general, \.general), score(.specialised, \.specialised),
      score(.professional, \.professional),
      .text(Phrases.Competency.assessor, \.assessor, limit: 60),
      .button(CompetencyLife.Action.recordResults.name),
    ]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    var scores = AssessmentScores()
    scores[.general] = draft.general
    scores[.specialised] = draft.specialised
    scores[.professional] = draft.professional
    return portal.perform(
      RecordAssessment(scores, of: line.request.id, assessor: Normalizer.line(draft.assessor))
    ).map { _ in .notice(Phrases.Record.done(CompetencyLife.Action.recordResults.name), .good) }
  }
}

/// «تعیین نتیجه»: one of the five outcomes (S1-7b).
struct OutcomeForm: FormDescription {
  struct Draft: Sendable {
    var outcome: String?
    var note = ""
  }

  static let name = "assessment-outcome"
  let line: CompetencyLine
  var title: String { "\(CompetencyLife.Action.decide.name) — \(line.person.name.inFull)" }

  init(_ line: CompetencyLine) { self.line = line }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, [CodeList.Item]) {
    (Draft(), try records.items(of: "assessment-outcome"))
  }

  func fields(_ outcomes: [CodeList.Item]) -> [Field<Draft>] {
    AssessmentDimension.allCases.map { dimension in
      .fixed(Phrases.Competency.dimension(dimension)) { [line] _ in
        line.scores[dimension]?.said ?? Phrases.Competency.none
      }
    } + [
      .pick(
        Phrases.Competency.outcome, \.outcome, among: outcomes.map { ($0.code, $0.title) }
      ).required(),
      .text(Phrases.Competency.note, \.note, limit: 200),
      .button(CompetencyLife.Action.decide.name),
    ]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    portal.perform(
      DecideOutcome(
        draft.outcome ?? "", for: line.request.id, note: Normalizer.line(draft.note))
    ).map { _ in .notice(Phrases.Record.done(CompetencyLife.Action.decide.name), .good) }
  }
}
