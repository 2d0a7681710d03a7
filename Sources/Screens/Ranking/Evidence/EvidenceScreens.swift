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

  init(_ rankingCase: ID<RankingCase>) { self.rankingCase = rankingCase }

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

  func perform(_ command: Command, on rows: [EvidenceLine]) -> Step {
    switch command {
    case .add: .open(FormScreen(EvidenceForm(rankingCase)))
    case .explain: .open(ListScreen(Self.explanation(of: rankingCase)))
    case .points: .open(ListScreen(CasePointsList(rankingCase)))
    }
  }

  /// The conditions and points of a case as they stand, or as they were kept when it was decided.
  static func explanation(of id: ID<RankingCase>) -> ExplainList {
    ExplainList(Phrases.RankRules.whyAny) { records, context in
      let reach = context.actor.rankingReach(on: context.today)
      guard let it = try records.rankingCase(id, in: reach)?.rankingCase else {
        throw Failure.forbidden
      }
      if it.course.decided != nil,
        let kept = try records.assessments(of: id).first(where: { $0.occasion != .submission })
      {
        return kept.assessment
      }
      let basis: RankingFacts.Basis = it.course.submitted == nil ? .declared : .verified
      guard
        let found = try records.assess(
          it, on: context.today, basis: basis, under: context.rules)
      else {
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
      facts: Self.facts(line, situation.facts.criterion),
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

/// What an applicant hands in, with its file.
struct EvidenceForm: FormDescription {
  struct Draft: Sendable {
    var path = ""
    var kind: String?
    var title = ""
    var day: JalaliDate?
    var authority = ""
    var isTaught: Bool?
    var isEducation: Bool?
    var isStudied: Bool?
    var printing = 1
    var isRevised: Bool?
    var speakers = 0
    var countries = 0
  }

  struct Lists: Sendable {
    var kinds: [CodeList.Item]
    var today: JalaliDate
  }

  static let name = "ranking-evidence-form"
  let rankingCase: ID<RankingCase>
  let before: RankingEvidence?
  var title: String {
    before == nil ? EvidenceLife.Action.upload.name : EvidenceLife.Action.edit.name
  }

  init(_ rankingCase: ID<RankingCase>) {
    self.rankingCase = rankingCase
    before = nil
  }

  init(_ before: RankingEvidence) {
    rankingCase = before.rankingCase
    self.before = before
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, Lists) {
    let reach = context.actor.rankingReach(on: context.today)
    guard try records.rankingCase(rankingCase, in: reach) != nil else { throw Failure.forbidden }
    var draft = Draft()
    if let it = before {
      let form = it.form
      draft = Draft(
        path: AttachedFile.mark(it.file), kind: form.kind.rawValue, title: form.title,
        day: form.day, authority: form.authority, isTaught: form.topics.contains(.taught),
        isEducation: form.topics.contains(.education),
        isStudied: form.topics.contains(.studied), printing: form.printing,
        isRevised: form.isRevised, speakers: form.foreignSpeakers,
        countries: form.foreignCountries)
    }
    return (
      draft,
      Lists(kinds: try records.items(of: "ranking-evidence"), today: context.today)
    )
  }

  func fields(_ lists: Lists) -> [Field<Draft>] {
    let answers = [(true, Phrases.yes), (false, Phrases.no)]
    return [
      .text(Phrases.Evidence.file, \.path, limit: 1_000, direction: .ltr)
        .hinted(Phrases.Applicants.fileHint),
      .pick(Phrases.Evidence.kind, \.kind, among: lists.kinds.map { ($0.code, $0.title) })
        .required(),
      .text(Phrases.Evidence.name, \.title, limit: 200).required(),
      .day(Phrases.Evidence.day, \.day, today: lists.today).required(),
      .text(Phrases.Evidence.authority, \.authority, limit: 120),
      .pick(WorkTopic.taught.name, \.isTaught, among: answers),
      .pick(WorkTopic.education.name, \.isEducation, among: answers),
      .pick(WorkTopic.studied.name, \.isStudied, among: answers),
      .number(Phrases.Evidence.printing, \.printing, in: 1...100),
      .pick(Phrases.Evidence.revised, \.isRevised, among: answers),
      .number(Phrases.Evidence.speakers, \.speakers, in: 0...1_000),
      .number(Phrases.Evidence.countries, \.countries, in: 0...200),
    ]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    guard let kind = draft.kind, let day = draft.day else {
      return .failure(.complaint(field: "day", .empty))
    }
    let topics: [(WorkTopic, Bool?)] = [
      (.taught, draft.isTaught), (.education, draft.isEducation), (.studied, draft.isStudied),
    ]
    let form = RankingEvidence.Form(
      kind: EvidenceKind(rawValue: kind), title: Normalizer.line(draft.title), day: day,
      authority: Normalizer.line(draft.authority), printing: draft.printing,
      isRevised: draft.isRevised ?? false,
      topics: Set(topics.filter { $0.1 == true }.map(\.0)), foreignSpeakers: draft.speakers,
      foreignCountries: draft.countries)
    return portal.read { [files = portal.files] _, context in
      try AttachedFile.named(
        draft.path, keeping: before?.file, .evidenceLife, under: context.rules,
        from: .reach(files))
    }.flatMap { file in
      guard let before else {
        return portal.perform(UploadEvidence(rankingCase, form, file: file))
          .map { _ in .notice(Phrases.saved, .good) }
      }
      return portal.perform(EditEvidence(before, form, criterion: before.criterion, file: file))
        .map { _ in .notice(Phrases.saved, .good) }
    }
  }
}

/// What groups and the research organisation say of a piece (S3-3b, S3-10b2, S4-4g).
struct EvidenceReviewForm: FormDescription {
  struct Draft: Sendable {
    var bookKind: RankingEvidence.Review.BookKind?
    var isRelated: Bool?
    var isRevisionConfirmed: Bool?
    var approved: JalaliDate?
    var authenticated: JalaliDate?
  }

  static let name = "ranking-evidence-review"
  let before: RankingEvidence
  let title = EvidenceLife.Action.review.name

  init(_ before: RankingEvidence) { self.before = before }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, JalaliDate) {
    guard try EvidenceLife.situation(of: before.id, records, context) != nil else {
      throw Failure.forbidden
    }
    let review = before.review
    return (
      Draft(
        bookKind: review.bookKind, isRelated: review.isRelated,
        isRevisionConfirmed: review.isRevisionConfirmed, approved: review.approved,
        authenticated: review.authenticated), context.today
    )
  }

  func fields(_ today: JalaliDate) -> [Field<Draft>] {
    let answers = [(true, Phrases.yes), (false, Phrases.no)]
    return [
      .pick(
        Phrases.Evidence.bookKind, \.bookKind,
        among: RankingEvidence.Review.BookKind.allCases.map { ($0, $0.name) }),
      .pick(Phrases.Evidence.related, \.isRelated, among: answers),
      .pick(Phrases.Evidence.revisionConfirmed, \.isRevisionConfirmed, among: answers),
      .day(Phrases.Evidence.approved, \.approved, today: today),
      .day(Phrases.Evidence.authenticated, \.authenticated, today: today),
    ]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    let review = RankingEvidence.Review(
      bookKind: draft.bookKind ?? .unknown, isRelated: draft.isRelated,
      isRevisionConfirmed: draft.isRevisionConfirmed ?? false, approved: draft.approved,
      authenticated: draft.authenticated)
    return portal.perform(ReviewEvidence(before, review)).map { _ in .notice(Phrases.saved, .good) }
  }
}

/// The points of a piece by importance, generality and quantity, under the ceiling of its row (S3-7b).
struct EvidenceScoreForm: FormDescription {
  struct Draft: Sendable {
    var importance: Fraction?
    var generality: Fraction?
    var quantity: Fraction?
  }

  static let name = "ranking-evidence-score"
  let before: RankingEvidence
  let criterion: ScoreCriterion?
  let title = EvidenceLife.Action.score.name

  init(_ before: RankingEvidence, _ criterion: ScoreCriterion?) {
    self.before = before
    self.criterion = criterion
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, Void) {
    guard try EvidenceLife.situation(of: before.id, records, context) != nil else {
      throw Failure.forbidden
    }
    let mark = before.mark
    return (
      Draft(
        importance: mark?.importance, generality: mark?.generality, quantity: mark?.quantity), ()
    )
  }

  func fields(_ lists: Void) -> [Field<Draft>] {
    [
      .points(Phrases.Evidence.importance, \.importance).required()
        .hinted(Phrases.Evidence.ceiling(criterion?.maximum)),
      .points(Phrases.Evidence.generality, \.generality),
      .points(Phrases.Evidence.quantity, \.quantity),
    ]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    guard let importance = draft.importance else {
      return .failure(.complaint(field: "importance", .empty))
    }
    let mark = RankingEvidence.Mark(
      importance: importance, generality: draft.generality ?? .zero,
      quantity: draft.quantity ?? .zero)
    return portal.perform(ScoreEvidence(before, mark)).map { _ in .notice(Phrases.saved, .good) }
  }
}
