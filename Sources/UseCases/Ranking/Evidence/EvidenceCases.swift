import Persian
public import Store
public import Training

extension EvidenceLife: RecordedLife {
  public typealias Record = RankingEvidence

  public static let withFields: Set<Action> = [.upload, .edit, .review, .score]

  public static func situation(
    of id: ID<RankingEvidence>, _ records: borrowing some Querying & ~Copyable,
    _ context: Context
  ) throws -> Situation<Self>? {
    guard let line = try records.evidence(id, in: context.rankingReach) else { return nil }
    return Situation(
      subject: line.evidence.form.title, state: line.evidence.state,
      facts: try facts(of: line.evidence, records, context))
  }

  /// A piece with the state of its case and the row it falls under.
  static func facts(
    of it: RankingEvidence, _ records: borrowing some Querying & ~Copyable, _ context: Context
  ) throws -> Facts {
    let line = try context.rankingCase(it.rankingCase, records)
    let its = line.rankingCase
    let state = RankingLife.state(
      its.state, RankingLife.Dates(its, under: context.rules), on: context.today)
    let edition = try records.rankingEdition(
      its.kind, its.phase, on: its.course.submitted ?? context.today)
    let job = try records.employment(of: it.person).decree(on: context.today)?.jobTitle ?? ""
    let rows = edition?.criteria(forJob: job) ?? []
    let fits = rows.filter { $0.evidenceKinds.contains(it.form.kind.rawValue) }
    return Facts(
      evidence: it, day: context.today, caseState: state,
      isOwn: context.actor.person == it.person,
      criterion: fits.first { $0.id == it.criterion } ?? fits.first)
  }

  public static func save(
    _ state: State?, of id: ID<RankingEvidence>, _ situation: Situation<Self>,
    _ records: borrowing Writing, _ context: Context
  ) throws {
    let before = situation.facts.evidence
    var after = before
    if let state { after.state = state }
    after.reason = context.reason
    try Failure.check(try records.put(before, after), on: situation.subject)
  }

  /// Performs an action that brings a changed piece along.
  static func change(
    _ action: Action, _ before: RankingEvidence, _ records: borrowing Writing, _ context: Context,
    hasFile: Bool = true, _ edit: (inout RankingEvidence) -> Void
  ) throws {
    guard let situation = try situation(of: before.id, records, context) else {
      throw Failure.forbidden
    }
    var after = before
    edit(&after)
    var facts = situation.facts
    facts.evidence = after
    facts.hasFile = hasFile
    let choice = try open(action, in: situation.state, facts, context)
    if let state = choice.line.to { after.state = state }
    try Failure.check(try records.put(before, after), on: situation.subject)
  }
}

/// Hands a piece of evidence in with its file (S4-6a, SM-17).
public struct UploadEvidence: UseCase {
  public static let name = "evidence.upload"
  public var id: ID<RankingEvidence>?
  public var rankingCase: ID<RankingCase>
  public var form: RankingEvidence.Form
  public var criterion: ID<ScoreCriterion>?
  /// Nil where no file was named, which is refused.
  public var file: AttachedFile?

  public init(
    _ rankingCase: ID<RankingCase>, _ form: RankingEvidence.Form,
    criterion: ID<ScoreCriterion>? = nil, file: AttachedFile?
  ) {
    self.rankingCase = rankingCase
    self.form = form
    self.criterion = criterion
    self.file = file
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    if id == nil { id = try records.newID() }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try EvidenceLife.require(.upload, context)
    _ = try context.rankingCase(rankingCase, records)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws -> ID<RankingEvidence> {
    guard let id else { throw StoreError.notFound }
    let line = try context.rankingCase(rankingCase, records)
    try form.check()
    let named = file?.file ?? Attachment(name: "", kind: .pdf, size: 0, digest: "")
    var it = RankingEvidence(
      id: id, rankingCase: rankingCase, person: line.person.id, criterion: criterion, form: form,
      file: named)
    var facts = try EvidenceLife.facts(of: it, records, context)
    facts.hasFile = file != nil
    let choice = try EvidenceLife.open(.upload, in: nil, facts, context)
    if let state = choice.to { it.state = state }
    try file?.take(records, context, keeping: nil)
    try Failure.check(try records.put(nil, it), on: form.title)
    return id
  }
}

/// Changes a piece that is not handed in for good yet.
public struct EditEvidence: UseCase {
  public static let name = "evidence.edit"
  /// As the form showed it.
  public var before: RankingEvidence
  public var form: RankingEvidence.Form
  public var criterion: ID<ScoreCriterion>?
  public var file: AttachedFile?

  public init(
    _ before: RankingEvidence, _ form: RankingEvidence.Form,
    criterion: ID<ScoreCriterion>? = nil, file: AttachedFile?
  ) {
    self.before = before
    self.form = form
    self.criterion = criterion
    self.file = file
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try EvidenceLife.requireReach(.edit, of: before.id, records, context)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    try form.check()
    let there = try EvidenceLife.situation(of: before.id, records, context)?.facts.evidence.file
    try file?.take(records, context, keeping: there)
    try EvidenceLife.change(.edit, before, records, context, hasFile: file != nil) { after in
      after.form = form
      after.criterion = criterion
      if let file { after.file = file.file }
      // What was found of the old paper says nothing of the new.
      after.review = RankingEvidence.Review()
    }
  }
}

/// Writes down what the educational group, the working group and the research organisation found
/// (S3-3b, S3-10b2, S4-4g).
public struct ReviewEvidence: UseCase {
  public static let name = "evidence.review"
  /// As the form showed it.
  public var before: RankingEvidence
  public var review: RankingEvidence.Review

  public init(_ before: RankingEvidence, _ review: RankingEvidence.Review) {
    self.before = before
    self.review = review
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try EvidenceLife.requireReach(.review, of: before.id, records, context)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    for day in [review.approved, review.authenticated].compactMap({ $0 }) where day > context.today
    {
      throw Failure.refused([Finding(.evidenceLife, .refusal, .rankRule(.inFuture(day)))])
    }
    try EvidenceLife.change(.review, before, records, context) { $0.review = review }
  }
}

/// Gives a piece its points, by importance, generality and quantity (S3-7b).
public struct ScoreEvidence: UseCase {
  public static let name = "evidence.score"
  /// As the form showed it.
  public var before: RankingEvidence
  public var mark: RankingEvidence.Mark

  public init(_ before: RankingEvidence, _ mark: RankingEvidence.Mark) {
    self.before = before
    self.mark = mark
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try EvidenceLife.requireReach(.score, of: before.id, records, context)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    for part in [mark.importance, mark.generality, mark.quantity] where part < .zero {
      throw Failure.complaint(field: "points", .notNumber)
    }
    try EvidenceLife.change(.score, before, records, context) { $0.mark = mark }
  }
}

/// Gives the points of a criterion in a case: what the assessor found, or the board decided; for the
/// applicant, what they claim.
public struct GiveCriterionPoints: UseCase {
  public static let name = "evidence.criterion"
  public var id: ID<CaseScore>?
  public var rankingCase: ID<RankingCase>
  public var criterion: ID<ScoreCriterion>
  public var points: Fraction

  public init(
    _ points: Fraction, for criterion: ID<ScoreCriterion>, in rankingCase: ID<RankingCase>
  ) {
    self.rankingCase = rankingCase
    self.criterion = criterion
    self.points = points
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    if id == nil { id = try records.newID() }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    guard [.learner, .assessor, .boardMember].contains(context.actor.role) else {
      throw Failure.forbidden
    }
    try context.require(.changeOwnPassword)
    _ = try context.rankingCase(rankingCase, records)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    guard let id else { throw StoreError.notFound }
    let its = try context.rankingCase(rankingCase, records).rankingCase
    let isClaim = context.actor.role == .learner
    let state = RankingLife.state(
      its.state, RankingLife.Dates(its, under: context.rules), on: context.today)
    let open: Set<RankingLife.State> = isClaim ? [.draft] : [.verified, .assessed, .referred]
    guard open.contains(state) else {
      throw Failure.refused([
        Finding(.evidenceLife, .refusal, .rankRule(.caseElsewhere(state)))
      ])
    }
    let edition = try records.rankingEdition(
      its.kind, its.phase, on: its.course.submitted ?? context.today)
    guard let row = edition?.criteria.first(where: { $0.id == criterion }) else {
      throw Failure.refused([Finding(.pointTable, .refusal, .rankRule(.noCriterion))])
    }
    if points < .zero { throw Failure.complaint(field: "points", .notNumber) }
    if let ceiling = row.maximum, points > ceiling {
      throw Failure.refused([
        Finding(
          .boardMark, .refusal, .rankRule(.overCeiling(points: points, ceiling: ceiling)))
      ])
    }
    let before = try records.caseScores(of: rankingCase).first { $0.criterion == criterion }
    var after = before ?? CaseScore(id: id, rankingCase: rankingCase, criterion: criterion)
    if isClaim {
      after.selfPoints = points
    } else {
      after.points = points
      after.source = context.actor.name
    }
    try Failure.check(try records.put(before, after), on: row.indicator)
  }
}

extension RankingEvidence.Form {
  /// Throws for texts that are too long or hold characters that steer terminals, and for numbers
  /// that make no sense.
  fileprivate func check() throws(Failure) {
    for (field, text) in [("title", title), ("authority", authority), ("kind", kind.rawValue)] {
      try PublicText.check(text, field, longest: 300)
    }
    guard !kind.rawValue.isEmpty else { throw .complaint(field: "kind", .empty) }
    guard (1...100).contains(printing) else {
      throw .complaint(field: "printing", .outOfRange(1...100))
    }
    guard (0...1_000).contains(foreignSpeakers), (0...200).contains(foreignCountries) else {
      throw .complaint(field: "speakers", .outOfRange(0...1_000))
    }
  }
}

extension AttachedFile {
  /// Keeps the file of a piece of evidence, or throws what is wrong with it.
  ///
  /// To know the digest of somebody's file is not to have it.
  fileprivate func take(
    _ records: borrowing Writing, _ context: Context, keeping kept: Attachment?
  ) throws {
    guard bytes != nil || context.isReplay || file == kept else { throw Failure.forbidden }
    try [finding(.evidenceLife, context)].compactMap { $0 }.orRefuse()
    try keep(records, context)
  }
}
