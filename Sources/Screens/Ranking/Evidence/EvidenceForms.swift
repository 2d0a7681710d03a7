import Persian
import Store
import TerminalKit
import Training
import UseCases

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

  /// What earns nothing is told before it is handed in.
  func remarks(
    _ draft: Draft, _ records: borrowing Reading, _ context: Context
  ) throws -> [FormRemark] {
    guard let form = Self.form(draft),
      let outlook = try records.evidenceOutlook(of: form, in: rankingCase, context)
    else { return [] }
    return [FormRemark(outlook.sentence, tone: .warning)]
  }

  /// Nil until kind and day are there.
  private static func form(_ draft: Draft) -> RankingEvidence.Form? {
    guard let kind = draft.kind, let day = draft.day else { return nil }
    let topics: [(WorkTopic, Bool?)] = [
      (.taught, draft.isTaught), (.education, draft.isEducation), (.studied, draft.isStudied),
    ]
    return RankingEvidence.Form(
      kind: EvidenceKind(rawValue: kind), title: Normalizer.line(draft.title), day: day,
      authority: Normalizer.line(draft.authority), printing: draft.printing,
      isRevised: draft.isRevised ?? false,
      topics: Set(topics.filter { $0.1 == true }.map(\.0)), foreignSpeakers: draft.speakers,
      foreignCountries: draft.countries)
  }

  /// Said when it was kept: that it is, and what it will not earn.
  private func kept(_ form: RankingEvidence.Form, _ portal: Portal) -> Step {
    let found = portal.read { try $0.evidenceOutlook(of: form, in: rankingCase, $1) }
    guard let outlook = (try? found.get()) ?? nil else { return .notice(Phrases.saved, .good) }
    return .notice("\(Phrases.saved) \(outlook.sentence)", .warning)
  }

  func fields(_ lists: Lists) -> [Field<Draft>] {
    let answers = [(true, Phrases.yes), (false, Phrases.no)]
    return [
      .text(Phrases.Evidence.file, \.path, limit: 1_000, direction: .ltr)
        .required().hinted(Phrases.Files.required),
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
    guard let form = Self.form(draft) else {
      return .failure(.complaint(field: "day", .empty))
    }
    return portal.read { [files = portal.files] _, context in
      try AttachedFile.named(
        draft.path, keeping: before?.file, .evidenceLife, under: context.rules,
        from: .reach(files))
    }.flatMap { file in
      guard let before else {
        return portal.perform(UploadEvidence(rankingCase, form, file: file))
          .map { _ in kept(form, portal) }
      }
      return portal.perform(EditEvidence(before, form, criterion: before.criterion, file: file))
        .map { _ in kept(form, portal) }
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
