public import Store
public import Training

/// Writes a question of level 3 for a course, or changes one (S2-8.9a).
public struct PutBehaviourQuestion: UseCase {
  public static let name = "behaviour.question"
  public var before: BehaviourQuestion?
  public var after: BehaviourQuestion
  private var isNumbered = false

  /// The id of a new question is replaced.
  public init(before: BehaviourQuestion?, after: BehaviourQuestion) {
    self.before = before
    self.after = after
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    try records.giveID(to: &after.id, before: before?.id, once: &isNumbered)
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.require(.editQuestionnaire)
    _ = try context.request(after.request, records)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    let line = try context.request(after.request, records)
    try records.requireUnanswered(after.request)
    if after.text.allSatisfy(\.isWhitespace) { throw Failure.complaint(field: "text", .empty) }
    try Failure.check(try records.put(after, from: before), on: line.course.title)
  }
}

/// Takes a question out of the questionnaire of a course.
public struct RemoveBehaviourQuestion: UseCase {
  public static let name = "behaviour.question.remove"
  public var request: ID<CourseRequest>
  public var question: ID<BehaviourQuestion>

  public init(_ question: BehaviourQuestion) {
    request = question.request
    self.question = question.id
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.require(.editQuestionnaire)
    _ = try context.request(request, records)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    guard try records.behaviourQuestions(of: request).contains(where: { $0.id == question }) else {
      throw Failure.forbidden
    }
    try records.requireUnanswered(request)
    try records.deleteQuestion(question)
  }
}

/// Hands in a questionnaire of level 3: learners about themselves, the offices what the immediate
/// managers wrote on paper (S2-8.9a).
public struct AnswerBehaviour: UseCase {
  public static let name = "behaviour.answer"
  public private(set) var sheet: BehaviourSheet

  /// Id and day are given here.
  public init(_ sheet: BehaviourSheet) { self.sheet = sheet }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    if sheet.id.rawValue == 0 { sheet.id = try records.newID() }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try EffectivenessLife.require(.enter, context)
    _ = try records.ownOrManaged(sheet.enrolment, by: [.courseManager, .expert], context)
    if context.actor.role == .learner, sheet.respondent != .oneself { throw Failure.forbidden }
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws -> ID<BehaviourSheet> {
    let line = try records.ownOrManaged(
      sheet.enrolment, by: [.courseManager, .expert], context)
    let request = line.trainingClass.request
    guard let course = try records.effectivenessCourse(request, context) else {
      throw Failure.forbidden
    }
    try EffectivenessLife.requireEntry(.behaviour, of: course, context)
    if sheet.respondent == .manager, sheet.manager.allSatisfy(\.isWhitespace) {
      throw Failure.complaint(field: "manager", .empty)
    }
    let facts = BehaviourFacts(
      sheet, questions: try records.behaviourQuestions(of: request),
      isAnswered: try records.hasBehaviourSheet(sheet.enrolment, by: sheet.respondent))
    try BehaviourFacts.policies.findings(in: facts).orRefuse()
    var sheet = sheet
    sheet.day = context.today
    try records.insert(sheet)
    return sheet.id
  }
}

extension Querying where Self: ~Copyable {
  /// Questions that somebody has answered stay as they are.
  fileprivate func requireUnanswered(_ request: ID<CourseRequest>) throws {
    let answered = try behaviourSheets(of: request).count
    guard answered > 0 else { return }
    throw Failure.refused([
      Finding(.behaviourQuestionnaire, .refusal, .effectiveness(.questionnaireInUse(answered)))
    ])
  }
}
