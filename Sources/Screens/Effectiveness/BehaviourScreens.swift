import Persian
import Store
import TerminalKit
import Training
import UseCases

/// The questions of level 3, made from the content of the course (S2-8.9a).
struct BehaviourQuestionsList: ListDescription {
  enum Command: String, CommandSet {
    case add, remove, samples
    var help: String {
      switch self {
      case .add: Phrases.Survey.addQuestion
      case .remove: Phrases.Survey.removeQuestion
      case .samples: Phrases.Survey.samples
      }
    }
  }

  static let name = "behaviour-questions"
  private let request: ID<CourseRequest>
  private let course: String
  private let role: Role
  var title: String { "\(Phrases.Survey.questions): \(course)" }

  init(_ line: RequestLine, _ role: Role) {
    request = line.request.id
    course = line.course.title
    self.role = role
  }

  let columns: [Column<BehaviourQuestion>] = [Column(Phrases.Survey.question, text: { $0.text })]

  func identity(of row: BehaviourQuestion) -> Int64 { row.id.rawValue }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [BehaviourQuestion] {
    try context.require(.viewEffectiveness)
    guard try records.request(request, in: context.actor.courseReach) != nil else {
      throw Failure.forbidden
    }
    return try records.behaviourQuestions(of: request)
  }

  func open(_ row: BehaviourQuestion) -> Step {
    .open(FormScreen(BehaviourQuestionForm(request, row)))
  }

  func perform(_ command: Command, on rows: [BehaviourQuestion]) -> Step {
    if let reason = reasonClosed(command, on: rows) { return .notice(reason, .warning) }
    switch (command, rows.first) {
    case (.add, _): return .open(FormScreen(BehaviourQuestionForm(request, nil)))
    case (.samples, _): return takeSamples
    case (.remove, let row?):
      return .open(
        AskScreen(Phrases.Survey.removeQuestion(row.text), yes: Phrases.Survey.removeQuestion) {
          portal, _ in
          portal.perform(RemoveBehaviourQuestion(row)).map { _ in .notice(Phrases.saved, .good) }
        })
    case (.remove, nil): return .none
    }
  }

  /// Adds those of the editable list of samples that are not there.
  private var takeSamples: Step {
    .open(
      OpenScreen { [request] portal in
        portal.read { records, _ in
          let own = Set(try records.behaviourQuestions(of: request).map(\.text))
          return try records.items(of: "behaviour-question").map(\.title)
            .filter { !own.contains($0) }
        }.flatMap { texts in
          portal.performAll(
            texts.map {
              PutBehaviourQuestion(
                before: nil,
                after: BehaviourQuestion(id: ID(rawValue: 0), request: request, text: $0))
            })
        }.map { _ in .notice(Phrases.Survey.samplesAdded, .good) }
      })
  }

  func reasonClosed(_ command: Command, on rows: [BehaviourQuestion]) -> String? {
    guard Permission.editQuestionnaire.isHeld(by: role) else {
      return Phrases.Learners.notYours(command.help)
    }
    return command == .remove && rows.isEmpty ? Phrases.chooseRowFirst : nil
  }
}

/// A question of level 3.
struct BehaviourQuestionForm: FormDescription {
  struct Draft: Sendable { var text = "" }

  static let name = "behaviour-question"
  private let request: ID<CourseRequest>
  private let before: BehaviourQuestion?
  var title: String {
    before == nil ? Phrases.Survey.addQuestion : Phrases.Survey.editQuestion
  }

  init(_ request: ID<CourseRequest>, _ before: BehaviourQuestion?) {
    self.request = request
    self.before = before
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, Void) {
    try context.require(.editQuestionnaire)
    return (Draft(text: before?.text ?? ""), ())
  }

  func fields(_ lists: Void) -> [Field<Draft>] {
    [.text(Phrases.Survey.question, \.text, limit: 200).required()]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    let after = BehaviourQuestion(
      id: ID(rawValue: 0), request: request, text: Normalizer.line(draft.text))
    return portal.perform(PutBehaviourQuestion(before: before, after: after))
      .map { _ in .notice(Phrases.saved, .good) }
  }
}

/// The learners of a course with who has answered about them (S2-8.9a).
struct BehaviourList: ListDescription {
  enum Command: String, CommandSet {
    case manager, comparison
    var help: String {
      switch self {
      case .manager: Phrases.Survey.enterManager
      case .comparison: Phrases.Survey.comparison
      }
    }
  }

  static let name = "behaviour"
  private let line: RequestLine
  private let role: Role
  private var request: ID<CourseRequest> { line.request.id }
  var title: String { "\(Phrases.Survey.answers): \(line.course.title)" }

  init(_ line: RequestLine, _ role: Role) {
    self.line = line
    self.role = role
  }

  let columns: [Column<BehaviourLine>] = [
    Column(Phrases.Survey.learner, text: { $0.learner.person.name.surnameFirst }),
    Column(Phrases.Classes.name, width: 10, text: { $0.className }),
    Column(
      Phrases.Survey.oneself, width: 11, alignment: .centre, tone: { _ in .good },
      text: { $0.answered.contains(.oneself) ? Phrases.Survey.isAnswered : "" }),
    Column(
      Phrases.Survey.manager, width: 11, alignment: .centre, tone: { _ in .good },
      text: { $0.answered.contains(.manager) ? Phrases.Survey.isAnswered : "" }),
  ]

  func identity(of row: BehaviourLine) -> Int64 { row.learner.enrolment.id.rawValue }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [BehaviourLine] {
    try context.require(.viewEffectiveness)
    return try records.behaviourLines(
      of: request, in: context.actor.courseReach, on: context.today)
  }

  func open(_ row: BehaviourLine) -> Step { form(row, by: .oneself) }

  private func form(_ row: BehaviourLine, by respondent: BehaviourSheet.Respondent) -> Step {
    guard role == .courseManager || role == .expert else {
      return .notice(Phrases.Learners.notYours(Phrases.Survey.questionnaire), .warning)
    }
    guard !row.answered.contains(respondent) else {
      return .notice(EffectivenessReason.answeredAlready.sentence, .warning)
    }
    let who = respondent == .oneself ? Phrases.Survey.oneself : Phrases.Survey.manager
    return .open(
      FormScreen(
        BehaviourForm(
          row.learner.enrolment.id, of: request, by: respondent,
          title: Phrases.Survey.about(who, row.learner.person.name.inFull))))
  }

  func perform(_ command: Command, on rows: [BehaviourLine]) -> Step {
    if let reason = reasonClosed(command, on: rows) { return .notice(reason, .warning) }
    switch (command, rows.first) {
    case (.manager, let row?): return form(row, by: .manager)
    case (.comparison, _): return comparison
    case (.manager, nil): return .none
    }
  }

  func reasonClosed(_ command: Command, on rows: [BehaviourLine]) -> String? {
    command == .manager && rows.isEmpty ? Phrases.chooseRowFirst : nil
  }

  /// The means of both, question by question, as a list to print.
  private var comparison: Step {
    .open(
      SheetLoader(Phrases.Survey.comparison) { [line, request] records, context in
        try context.require(.viewEffectiveness)
        guard try records.request(request, in: context.actor.courseReach) != nil else {
          throw Failure.forbidden
        }
        let summary = BehaviourSummary(
          try records.behaviourSheets(of: request),
          questions: try records.behaviourQuestions(of: request))
        return [summary.sheet(titled: "\(Phrases.Survey.comparison): \(line.course.title)")]
      })
  }
}

extension BehaviourSummary {
  /// The means as a list, with those over all questions below.
  func sheet(titled title: String) -> Sheet {
    func cell(_ mean: Double?) -> Sheet.Cell { mean.map { .decimal($0) } ?? .empty }
    func difference(_ left: Double?, _ right: Double?) -> Sheet.Cell {
      guard let left, let right else { return .empty }
      return .decimal(((left - right) * 100).rounded() / 100)
    }
    var sheet = Sheet(
      title: title,
      columns: [
        Sheet.Column(Phrases.Survey.question),
        Sheet.Column(Phrases.Survey.oneself, alignment: .centre),
        Sheet.Column(Phrases.Survey.manager, alignment: .centre),
        Sheet.Column(Phrases.Survey.difference, alignment: .centre),
      ])
    sheet.rows = lines.map { line in
      Sheet.Row([
        .text(line.question.text), cell(line.oneself), cell(line.manager),
        difference(line.oneself, line.manager),
      ])
    }
    sheet.rows.append(
      Sheet.Row([
        .text(Phrases.Survey.mean), cell(oneself), cell(manager), difference(oneself, manager),
      ]))
    return sheet
  }
}

/// A questionnaire of level 3, of the learner or of the immediate manager.
struct BehaviourForm: FormDescription {
  struct Draft: Sendable {
    var manager = ""
    var ratings: [Int?]
    var questions: [BehaviourQuestion]
  }

  static let name = "behaviour-form"
  private let enrolment: ID<Enrolment>
  private let request: ID<CourseRequest>
  private let respondent: BehaviourSheet.Respondent
  let title: String

  init(
    _ enrolment: ID<Enrolment>, of request: ID<CourseRequest>,
    by respondent: BehaviourSheet.Respondent, title: String
  ) {
    self.enrolment = enrolment
    self.request = request
    self.respondent = respondent
    self.title = title
  }

  func load(
    _ records: borrowing Reading, _ context: Context
  ) throws -> (Draft, [BehaviourQuestion]) {
    guard try records.request(request, in: context.actor.courseReach) != nil else {
      throw Failure.forbidden
    }
    let questions = try records.behaviourQuestions(of: request)
    return (
      Draft(ratings: Array(repeating: nil, count: questions.count), questions: questions),
      questions
    )
  }

  func fields(_ questions: [BehaviourQuestion]) -> [Field<Draft>] {
    let name: [Field<Draft>] =
      respondent == .manager
      ? [.text(Phrases.Survey.managerName, \.manager, limit: 60).required()] : []
    return name
      + questions.enumerated().map { index, question in
        .rating(question.text, \.ratings[index]).required()
      }
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    var ratings = Ratings()
    for (question, value) in zip(draft.questions, draft.ratings) { ratings[question.key] = value }
    return portal.perform(
      AnswerBehaviour(
        BehaviourSheet(
          enrolment: enrolment, respondent: respondent, manager: Normalizer.line(draft.manager),
          day: portal.today, ratings: ratings))
    ).map { _ in .notice(Phrases.saved, .good) }
  }
}
