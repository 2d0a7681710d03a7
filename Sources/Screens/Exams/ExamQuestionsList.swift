import Store
import TerminalKit
import Training
import UseCases

/// «سوالات آزمون»: the questions of one exam, created here or chosen from the bank (S2-8.5c).
struct ExamQuestionsList: ListDescription {
  enum Command: String, CommandSet {
    case add, choose, remove
    var help: String {
      switch self {
      case .add: Phrases.Bank.add
      case .choose: Phrases.Bank.choose
      case .remove: Phrases.Bank.drop
      }
    }
  }

  static let name = "exam-questions"
  private let line: ExamLine
  private let role: Role
  var title: String { "\(Phrases.Exams.questions): \(line.exam.title)" }

  init(_ line: ExamLine, _ role: Role) {
    self.line = line
    self.role = role
  }

  let columns: [Column<ExamQuestionLine>] = [
    Column(Phrases.Bank.place, width: 5, alignment: .centre, text: { $0.asked.place.said }),
    Column(Phrases.Bank.stem, text: { $0.question.stem }),
    Column(Phrases.Bank.kind, width: 12, text: { $0.question.kind.name }),
    Column(Phrases.Bank.topic, width: 14, text: { $0.question.topic }),
  ]

  let allowsMarks = true

  func identity(of row: ExamQuestionLine) -> Int64 { row.asked.id.rawValue }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [ExamQuestionLine] {
    try context.require(.viewExams)
    guard
      try records.exam(line.exam.id, in: context.actor.courseReach, on: context.today) != nil
    else { throw Failure.forbidden }
    return try records.questions(of: line.exam.id)
  }

  func open(_ row: ExamQuestionLine) -> Step {
    guard Permission.editQuestions.isHeld(by: role) else {
      return .notice(Phrases.Bank.onlyAuthors, .warning)
    }
    return .open(
      FormScreen(QuestionForm(row.question.course, row.question.unit, row.question)))
  }

  func perform(_ command: Command, on rows: [ExamQuestionLine]) -> Step {
    if let reason = reasonClosed(command, on: rows) { return .notice(reason, .warning) }
    switch command {
    case .add: return withBank { .open(FormScreen(QuestionForm($0, $1, nil, into: $2))) }
    case .choose: return withBank { .open(ListScreen(QuestionChoice($0, $1, for: $2))) }
    case .remove:
      let work = DropQuestions(rows.map(\.asked.id), of: line.exam.id)
      return .open(
        AskScreen(Phrases.Bank.dropQuestion(rows.count), yes: Phrases.Bank.drop) { portal, _ in
          portal.perform(work).map { _ in .notice(Phrases.saved, .good) }
        })
    }
  }

  func reasonClosed(_ command: Command, on rows: [ExamQuestionLine]) -> String? {
    guard Permission.editQuestions.isHeld(by: role) else { return Phrases.Bank.onlyAuthors }
    return command == .remove && rows.isEmpty ? Phrases.chooseRowFirst : nil
  }

  /// Where the questions of the exam come from: the course of its class, in the office that holds it.
  private func withBank(
    _ step: @escaping @Sendable (ID<Course>, ID<Training.Unit>, ID<Exam>) -> Step
  ) -> Step {
    let (exam, request) = (line.exam.id, line.line.trainingClass.request)
    return .open(
      OpenScreen { portal in
        portal.read { records, context in
          guard let found = try records.request(request, in: context.actor.courseReach) else {
            throw Failure.forbidden
          }
          return step(found.course.id, found.request.unit, exam)
        }
      })
  }
}

/// «انتخاب سوال از بانک سوالات»: questions that the exam does not have yet.
struct QuestionChoice: ListDescription {
  enum Command: String, CommandSet {
    case choose
    var help: String { Phrases.Bank.choose }
  }

  static let name = "question-choice"
  let title = Phrases.Bank.choose
  private let course: ID<Course>
  private let unit: ID<Training.Unit>
  private let exam: ID<Exam>

  init(_ course: ID<Course>, _ unit: ID<Training.Unit>, for exam: ID<Exam>) {
    self.course = course
    self.unit = unit
    self.exam = exam
  }

  let columns: [Column<QuestionLine>] = [
    Column(Phrases.Bank.stem, text: { $0.question.stem }),
    Column(Phrases.Bank.kind, width: 12, text: { $0.question.kind.name }),
    Column(Phrases.Bank.topic, width: 12, text: { $0.question.topic }),
    Column(Phrases.Bank.difficulty, width: 8, text: { $0.question.difficulty.name }),
    Column(Phrases.Bank.asked, width: 6, alignment: .centre, text: { $0.exams.said }),
  ]

  let allowsMarks = true

  func identity(of row: QuestionLine) -> Int64 { row.question.id.rawValue }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [QuestionLine] {
    try context.require(.editQuestions)
    guard try records.reaches(course, of: unit, in: context.actor.courseReach) else {
      throw Failure.forbidden
    }
    return try records.questions(of: course, in: unit, QuestionFilter(besides: exam))
  }

  func open(_ row: QuestionLine) -> Step { perform(.choose, on: [row]) }

  func perform(_ command: Command, on rows: [QuestionLine]) -> Step {
    if let reason = reasonClosed(command, on: rows) { return .notice(reason, .warning) }
    let work = ChooseQuestions(rows.map(\.question.id), for: exam)
    return .open(
      OpenScreen { portal in
        portal.perform(work).map { _ in .notice(Phrases.Bank.chosen(rows.count), .good) }
      })
  }

  func reasonClosed(_ command: Command, on rows: [QuestionLine]) -> String? {
    rows.isEmpty ? Phrases.chooseRowFirst : nil
  }
}
