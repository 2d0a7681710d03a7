import Persian
import Store
import TerminalKit
import Training
import UseCases

/// «مستندات و مدارک پرونده»: what was handed in with a case, and what was found of it (SM-17).
struct EvidenceList: ListDescription {
  enum Command: String, CommandSet {
    case add, explain, points
    var help: String {
      switch self {
      case .add: EvidenceLife.Action.upload.name
      case .explain: Phrases.RankRules.whyAny
      case .points: Phrases.Evidence.casePoints
      }
    }
  }

  static let name = "ranking-evidence"
  let title = Phrases.Evidence.title
  let rankingCase: ID<RankingCase>
  let role: Role
  /// The day of the decision, whose numbers explain the case; nil before.
  let decided: JalaliDate?

  init(_ rankingCase: ID<RankingCase>, _ role: Role, decided: JalaliDate? = nil) {
    self.rankingCase = rankingCase
    self.role = role
    self.decided = decided
  }

  let columns: [Column<EvidenceLine>] = [
    Column(Phrases.Evidence.kind, width: 20, text: { $0.kindTitle }),
    Column(Phrases.Evidence.name, text: { $0.evidence.form.title }),
    Column(
      Phrases.Evidence.day, width: 11, direction: .ltr, text: { $0.evidence.form.day.said }),
    Column(Phrases.Evidence.state, width: 14, text: { $0.evidence.state.name }),
    Column(
      Phrases.RankRules.gained, width: 8, text: { $0.evidence.mark?.points.said ?? "–" }),
  ]

  var emptyText: String? { Phrases.Ranking.Empty.evidence }
  func identity(of row: EvidenceLine) -> Int64 { row.evidence.id.rawValue }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [EvidenceLine] {
    try records.evidence(of: rankingCase, in: context.actor.rankingReach(on: context.today))
  }

  func open(_ row: EvidenceLine) -> Step { .open(RecordScreen(EvidenceRecord(row.evidence))) }

  func reasonClosed(_ command: Command, on rows: [EvidenceLine]) -> String? {
    command == .add && role != .learner ? Phrases.Learners.notYours(command.help) : nil
  }

  func perform(_ command: Command, on rows: [EvidenceLine]) -> Step {
    if let reason = reasonClosed(command, on: rows) { return .notice(reason, .warning) }
    return switch command {
    case .add: .open(FormScreen(EvidenceForm(rankingCase)))
    case .explain: .open(ListScreen(Self.explanation(of: rankingCase, decided: decided)))
    case .points: .open(ListScreen(CasePointsList(rankingCase, decided: decided)))
    }
  }

  /// The conditions and points of a case as they stand, or as they were kept when it was decided.
  static func explanation(of id: ID<RankingCase>, decided: JalaliDate? = nil) -> ExplainList {
    ExplainList(Phrases.RankRules.frozen(Phrases.RankRules.whyAny, decided)) { records, context in
      let reach = context.actor.rankingReach(on: context.today)
      guard let it = try records.rankingCase(id, in: reach)?.rankingCase else {
        throw Failure.forbidden
      }
      guard let found = try records.explained(it, context) else {
        throw Failure.refused([
          Finding(.pointTable, .refusal, .rankRule(.noCriterion), remedy: .rank(.defineMinimum))
        ])
      }
      return found
    }
  }
}

/// A piece of evidence: what it says, what was found, the rules of its kind, and what SM-17 allows.
struct EvidenceRecord: RecordDescription {
  static let name = "ranking-evidence-record"
  let id: ID<RankingEvidence>
  let title: String

  init(_ it: RankingEvidence) {
    id = it.id
    title = it.form.title
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> RecordPage {
    guard let situation = try EvidenceLife.situation(of: id, records, context),
      let line = try records.evidence(id, in: context.actor.rankingReach(on: context.today))
    else { throw Failure.forbidden }
    let it = line.evidence
    return RecordPage(
      facts: Self.facts(line, situation.facts.criterion)
        + (try Self.outlook(of: it, records, context)),
      links: [.init(Phrases.Evidence.saveFile, step: Self.save(it))],
      actions: EvidenceLife.items(
        of: id, situation, context, name: { $0.name },
        fields: { action in
          switch action {
          case .edit: .open(FormScreen(EvidenceForm(it)))
          case .review: .open(FormScreen(EvidenceReviewForm(it)))
          case .score: .open(FormScreen(EvidenceScoreForm(it, situation.facts.criterion)))
          default: nil
          }
        }),
      history: try records.past(of: "ranking_evidence", id.rawValue))
  }

  private static func facts(
    _ line: EvidenceLine, _ criterion: ScoreCriterion?
  ) -> [RecordPage.Fact] {
    let (it, form, review) = (line.evidence, line.evidence.form, line.evidence.review)
    var facts: [RecordPage.Fact] = [
      .init(Phrases.Evidence.state, it.state.name, tone: .strong),
      .init(Phrases.Learners.name, line.person.name.inFull),
      .init(Phrases.Evidence.kind, line.kindTitle),
      .init(Phrases.Evidence.day, form.day.said),
      .init(Phrases.Evidence.authority, form.authority),
      .init(
        Phrases.RankRules.indicator, criterion?.indicator ?? Phrases.Evidence.noRow,
        tone: criterion == nil ? .warning : .body),
      .init(Phrases.Evidence.topics, Say.list(form.topics.map(\.name).sorted())),
      .init(Phrases.Evidence.file, it.file.name),
    ]
    if form.kind.isBook {
      facts += [
        .init(Phrases.Evidence.printing, form.printing.said),
        .init(Phrases.Evidence.bookKind, review.bookKind.name),
        .init(Phrases.Evidence.related, Phrases.Evidence.answer(review.isRelated)),
        .init(Phrases.Evidence.approved, review.approved?.said ?? "–"),
      ]
    }
    if form.kind.isResearch || criterion?.needsResearchCheck == true {
      facts.append(
        .init(
          Phrases.Evidence.authenticated, review.authenticated?.said ?? "–",
          tone: review.authenticated == nil ? .warning : .good))
    }
    if let mark = it.mark {
      facts.append(.init(Phrases.RankRules.gained, Phrases.Evidence.said(mark), tone: .good))
    }
    if !it.reason.isEmpty {
      facts.append(.init(Phrases.Requests.reason, it.reason, tone: .warning))
    }
    return facts.filter { !$0.value.isEmpty }
  }

  /// Why it will earn nothing, while nobody has said what it earns.
  private static func outlook(
    of it: RankingEvidence, _ records: borrowing Reading, _ context: Context
  ) throws -> [RecordPage.Fact] {
    guard it.mark == nil, ![.rejected, .removed].contains(it.state),
      let outlook = try records.evidenceOutlook(of: it.form, in: it.rankingCase, context)
    else { return [] }
    return [.init(Phrases.RankRules.gained, outlook.sentence, tone: .warning)]
  }

  /// Asks where the file goes.
  private static func save(_ it: RankingEvidence) -> Step {
    .open(
      FormScreen(
        SaveForm(Phrases.Evidence.saveFile, file: it.file.offeredName) { portal in
          portal.read { records, context in
            let now = try EvidenceLife.situation(of: it.id, records, context)
            guard let file = now?.facts.evidence.file,
              let digest = BlobDigest(hexadecimal: file.digest),
              let bytes = try records.blob(digest)
            else { throw Failure.forbidden }
            return bytes
          }
        }))
  }
}
