public import Store
public import Training

/// What a source says about the applicant of a case, recorded by the secretariat (S4-6c).
public struct RecordCaseSource: UseCase {
  public static let name = "ranking.source"
  public var before: CaseSource?
  public var source: CaseSource
  private var isNumbered = false

  public init(_ source: CaseSource, before: CaseSource? = nil) {
    self.source = source
    self.before = before
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    try records.giveID(to: &source.id, before: before?.id, once: &isNumbered)
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.require(.recordSources)
    _ = try context.rankingCase(source.rankingCase, records)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    let line = try context.rankingCase(source.rankingCase, records)
    try context.require(line.rankingCase, in: [.registered, .collecting])
    guard !source.source.isEmpty else { throw Failure.complaint(field: "source", .empty) }
    guard !source.text.isEmpty || source.score != nil else {
      throw Failure.complaint(field: "text", .empty)
    }
    if let tool = source.tool {
      let found = try records.assessmentTools().first { $0.id == tool }
      guard found.map({ $0.isValid && $0.isReliable }) == true else {
        throw Failure.refused([
          Finding(.rankingAuthenticity, .refusal, .rankCase(.toolNotConfirmed))
        ])
      }
    }
    try Failure.check(
      try records.put(before, source), on: line.person.name.inFull)
  }
}

/// The centre's word on what a source said: «اصالت تأیید شد / رد شد» (S4-6d).
public struct VerifyCaseSource: UseCase {
  public static let name = "ranking.source.verify"
  public var before: CaseSource
  public var isVerified: Bool

  public init(_ before: CaseSource, isVerified: Bool) {
    self.before = before
    self.isVerified = isVerified
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.require(.editQuality)
    _ = try context.rankingCase(before.rankingCase, records)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    let line = try context.rankingCase(before.rankingCase, records)
    try context.require(line.rankingCase, in: [.collecting])
    var after = before
    after.isVerified = isVerified
    try Failure.check(try records.put(before, after), on: line.person.name.inFull)
  }
}

/// Enters an assessor, or what the centre approves of one (S4-6e).
public struct PutAssessor: UseCase {
  public static let name = "ranking.assessor"
  public var before: Assessor?
  public var assessor: Assessor
  private var isNumbered = false

  public init(_ assessor: Assessor, before: Assessor? = nil) {
    self.assessor = assessor
    self.before = before
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    try records.giveID(to: &assessor.id, before: before?.id, once: &isNumbered)
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.require(.editQuality)
    guard let person = try records.person(assessor.person) else { throw Failure.forbidden }
    try context.requireReach(unit: person.unit, records)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws -> ID<Assessor> {
    let known = try records.assessor(of: assessor.person)
    guard before != nil || known == nil else {
      throw Failure.refused([Finding(.rankingAssessor, .refusal, .rankCase(.assessorThere))])
    }
    try Failure.check(try records.put(before, assessor), on: "")
    return assessor.id
  }
}

/// Gives a case to an assessor whom the centre has approved; to nobody else (S4-6e).
public struct AssignAssessor: UseCase {
  public static let name = "ranking.assign"
  public var id: ID<AssessorReport>?
  public var rankingCase: ID<RankingCase>
  public var assessor: ID<Assessor>

  public init(_ assessor: ID<Assessor>, to rankingCase: ID<RankingCase>) {
    self.assessor = assessor
    self.rankingCase = rankingCase
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    if id == nil { id = try records.newID() }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.require(.assignAssessors)
    _ = try context.rankingCase(rankingCase, records)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    guard let id else { throw StoreError.notFound }
    let line = try context.rankingCase(rankingCase, records)
    try context.require(line.rankingCase, in: [.registered, .collecting, .verified])
    guard let it = try records.assessor(assessor) else { throw Failure.forbidden }
    guard it.isApproved else {
      throw Failure.refused([
        Finding(
          .rankingAssessor, .refusal, .rankCase(.notApprovedAssessor),
          remedy: .ask(.qualityCentre))
      ])
    }
    guard it.person != line.person.id else {
      throw Failure.refused([Finding(.rankingAssessor, .refusal, .rankCase(.ownCase))])
    }
    guard try !records.assessorReports(of: rankingCase).contains(where: { $0.person == it.person })
    else {
      throw Failure.refused([Finding(.rankingAssessor, .refusal, .rankCase(.assessorThere))])
    }
    try Failure.check(
      try records.put(
        nil,
        AssessorReport(id: id, rankingCase: rankingCase, assessor: assessor, given: context.today)),
      on: line.person.name.inFull)
  }
}

/// «گزارش ارزیاب حرفه‌ای»: what an assessor found, out of which the improvement report is made
/// (S4-6e, S4-6g).
public struct ReportOnCase: UseCase {
  public static let name = "ranking.report"
  public var rankingCase: ID<RankingCase>
  public var text: String
  public var strengths: String
  public var weaknesses: String

  public init(
    _ rankingCase: ID<RankingCase>, text: String, strengths: String, weaknesses: String
  ) {
    self.rankingCase = rankingCase
    self.text = text
    self.strengths = strengths
    self.weaknesses = weaknesses
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try RankingLife.require(.assess, context)
    _ = try context.rankingCase(rankingCase, records)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    guard let situation = try RankingLife.situation(of: rankingCase, records, context) else {
      throw Failure.forbidden
    }
    guard !text.isEmpty else { throw Failure.complaint(field: "text", .empty) }
    let own = try records.assessorReports(of: rankingCase)
      .first { $0.person == context.actor.person }
    try RankingLife.move(.assess, situation, records, context)
    guard let own else { throw Failure.forbidden }
    var report = own.report
    report.text = text
    report.strengths = strengths
    report.weaknesses = weaknesses
    report.day = context.today
    try Failure.check(try records.put(own.report, report), on: situation.subject)
  }
}

/// Enters an instrument, and what the centre found of its validity and reliability (S4-6d).
public struct PutAssessmentTool: UseCase {
  public static let name = "ranking.tool"
  public var before: AssessmentTool?
  public var tool: AssessmentTool
  private var isNumbered = false

  public init(_ tool: AssessmentTool, before: AssessmentTool? = nil) {
    self.tool = tool
    self.before = before
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    try records.giveID(to: &tool.id, before: before?.id, once: &isNumbered)
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.require(.editQuality)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws -> ID<AssessmentTool> {
    guard !tool.title.isEmpty else { throw Failure.complaint(field: "title", .empty) }
    try Failure.check(try records.put(before, tool), on: tool.title)
    return tool.id
  }
}

/// Enters an institute, or qualifies it (S4-6i).
public struct PutInstitution: UseCase {
  public static let name = "ranking.institution"
  public var before: QualifiedInstitution?
  public var institution: QualifiedInstitution
  private var isNumbered = false

  public init(_ institution: QualifiedInstitution, before: QualifiedInstitution? = nil) {
    self.institution = institution
    self.before = before
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    try records.giveID(to: &institution.id, before: before?.id, once: &isNumbered)
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.require(.editQuality)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    guard !institution.name.isEmpty else { throw Failure.complaint(field: "name", .empty) }
    try Failure.check(try records.put(before, institution), on: institution.name)
  }
}

/// Says whether a rank needs a source (S4-6c).
public struct PutRequiredSource: UseCase {
  public static let name = "ranking.required-source"
  public var before: RequiredSource?
  public var source: RequiredSource
  private var isNumbered = false

  public init(_ source: RequiredSource, before: RequiredSource? = nil) {
    self.source = source
    self.before = before
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    try records.giveID(to: &source.id, before: before?.id, once: &isNumbered)
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.require(.editRounds)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    guard !source.source.isEmpty else { throw Failure.complaint(field: "source", .empty) }
    try Failure.check(try records.put(before, source), on: source.source)
  }
}

extension Context {
  /// Throws unless a case is in one of some states on the day; a stopped case says so (S4-6k).
  func require(_ it: RankingCase, in states: Set<RankingLife.State>) throws(Failure) {
    let state = RankingLife.state(it.state, RankingLife.Dates(it, under: rules), on: today)
    guard state != .suspended else {
      throw .refused([Finding(.falseInformation, .refusal, .rankCase(.suspended))])
    }
    guard states.contains(state) else {
      throw .refused([
        Finding(
          .permission, .refusal,
          .portal(.stateMoved(life: RankingLife.name, state: state.rawValue)))
      ])
    }
  }
}
