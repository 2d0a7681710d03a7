public import Store
public import Training

/// Hands in a form of the survey: a learner one's own, a manager those of paper (S2-8.3d).
public struct AnswerSurvey: UseCase {
  public static let name = "survey.answer"
  public private(set) var sheet: SurveySheet

  /// Id, day and origin of the form are given here.
  public init(_ sheet: SurveySheet) { self.sheet = sheet }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    if sheet.id.rawValue == 0 { sheet.id = try records.newID() }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try EffectivenessLife.require(.enter, context)
    _ = try records.ownOrManaged(sheet.enrolment, by: [.courseManager], context)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws -> ID<SurveySheet> {
    let request = try Self.course(of: sheet.enrolment, records, context)
    let instructors = try records.factors(of: request).filter { $0.duty == .instructor }.map(\.id)
    let facts = SurveyFacts(
      sheet, questions: try records.surveyQuestions(), instructors: instructors,
      isAnswered: try records.hasSurveySheet(sheet.enrolment, about: sheet.instructor))
    try SurveyFacts.policies.findings(in: facts).orRefuse()
    var sheet = sheet
    sheet.day = context.today
    sheet.origin = context.actor.role == .learner ? .learner : .paper
    try records.insert(sheet)
    return sheet.id
  }

  /// The course whose survey somebody in a class may hand in today.
  ///
  /// - Throws: `Failure.refused` with the days of the window outside of it, `forbidden` out of reach.
  public static func course(
    of enrolment: ID<Enrolment>, _ records: borrowing some Querying & ~Copyable, _ context: Context
  ) throws -> ID<CourseRequest> {
    let line = try records.ownOrManaged(enrolment, by: [.courseManager], context)
    let request = line.trainingClass.request
    guard let course = try records.effectivenessCourse(request, context) else {
      throw Failure.forbidden
    }
    try EffectivenessLife.requireEntry(.reaction, of: course, context)
    return request
  }
}

extension Querying where Self: ~Copyable {
  /// The class of an enrolment that is the actor's own, or in a class that one of some roles reaches.
  func ownOrManaged(
    _ id: ID<Enrolment>, by roles: Set<Role>, _ context: Context
  ) throws -> ClassLine {
    guard let enrolment = try enrolment(id), enrolment.state != .withdrawn,
      enrolment.state != .removed
    else { throw Failure.forbidden }
    let role = context.actor.role
    guard role == .learner ? enrolment.person == context.actor.person : roles.contains(role)
    else { throw Failure.forbidden }
    return try context.trainingClass(enrolment.trainingClass, self)
  }
}
