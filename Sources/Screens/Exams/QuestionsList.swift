import Interchange
import Persian
import Store
import TerminalKit
import Training
import UseCases

/// «بانک سوالات»: the questions of a course in an office (S2-8.5c, S2-8.5d).
struct QuestionsList: ListDescription {
  enum Command: String, CommandSet {
    case add, retire
    case importFile = "import"
    case export
    var help: String {
      switch self {
      case .add: Phrases.Bank.add
      case .importFile: Phrases.Bank.importFile
      case .export: Phrases.Bank.exportFile
      case .retire: Phrases.Bank.retire
      }
    }
  }

  static let name = "questions"
  private let course: Course
  private let unit: ID<Training.Unit>
  private let role: Role
  var title: String { "\(Phrases.Bank.title): \(course.title)" }

  init(_ course: Course, of unit: ID<Training.Unit>, _ role: Role) {
    self.course = course
    self.unit = unit
    self.role = role
  }

  let columns: [Column<QuestionLine>] = [
    Column(
      Phrases.Bank.stem, tone: { $0.question.isRetired ? .dimmed : .body },
      text: { $0.question.stem }),
    Column(Phrases.Bank.kind, width: 12, text: { $0.question.kind.name }),
    Column(Phrases.Bank.topic, width: 12, text: { $0.question.topic }),
    Column(Phrases.Bank.difficulty, width: 8, text: { $0.question.difficulty.name }),
    Column(Phrases.Bank.asked, width: 6, alignment: .centre, text: { $0.exams.said }),
    Column(
      Phrases.Exams.state, width: 9,
      text: { $0.question.isRetired ? Phrases.Bank.retired : Phrases.Bank.live }),
  ]

  func identity(of row: QuestionLine) -> Int64 { row.question.id.rawValue }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [QuestionLine] {
    try context.require(.viewExams)
    guard try records.reaches(course.id, of: unit, in: context.actor.courseReach) else {
      throw Failure.forbidden
    }
    return try records.questions(
      of: course.id, in: unit, QuestionFilter(includesRetired: true))
  }

  func open(_ row: QuestionLine) -> Step {
    if let reason = reasonClosed(.retire, on: [row]) { return .notice(reason, .warning) }
    return .open(FormScreen(QuestionForm(course.id, unit, row.question)))
  }

  func perform(_ command: Command, on rows: [QuestionLine]) -> Step {
    if let reason = reasonClosed(command, on: rows) { return .notice(reason, .warning) }
    switch (command, rows.first?.question) {
    case (.add, _): return .open(FormScreen(QuestionForm(course.id, unit, nil)))
    case (.retire, let question?):
      var after = question
      after.isRetired.toggle()
      let work = PutQuestion(before: question, after)
      let yes = question.isRetired ? Phrases.Bank.revive : Phrases.Bank.retire
      return .open(
        AskScreen(Phrases.Record.question(yes, question.stem), yes: yes) { portal, _ in
          portal.perform(work).map { _ in .notice(Phrases.saved, .good) }
        })
    case (.retire, nil): return .none
    case (.importFile, _): return .open(QuestionImportScreen(course.id, of: unit))
    case (.export, _):
      return .open(
        FormScreen(
          SaveForm(Phrases.Bank.exportFile, file: Phrases.Bank.exportName(course.code)) {
            [course, unit] portal in
            portal.read { records, context in
              try context.require(.editQuestions)
              guard try records.reaches(course.id, of: unit, in: context.actor.courseReach) else {
                throw Failure.forbidden
              }
              let questions = try records.questions(of: course.id, in: unit).map(\.question)
              return Array(GIFTWriter.text(questions).utf8)
            }
          }))
    }
  }

  func reasonClosed(_ command: Command, on rows: [QuestionLine]) -> String? {
    guard Permission.editQuestions.isHeld(by: role) else { return Phrases.Bank.onlyAuthors }
    return command == .retire && rows.isEmpty ? Phrases.chooseRowFirst : nil
  }
}

/// «بانک سوالات»: the banks within reach, one a course and office.
struct BanksList: ListDescription {
  static let name = "question-banks"
  let title = Phrases.Bank.title
  let role: Role

  init(_ role: Role) { self.role = role }

  let columns: [Column<BankLine>] = [
    Column(
      Phrases.Catalogue.code, width: 10, direction: .ltr,
      text: { Digits.persian($0.course.code) }),
    Column(Phrases.Courses.course, text: { $0.course.title }),
    Column(Phrases.Courses.unit, width: 22, text: { $0.unitName }),
    Column(
      Phrases.Exams.questionCount, width: 11, alignment: .centre, text: { $0.questions.said }),
  ]

  func identity(of row: BankLine) -> Int64 { row.course.id.rawValue &* 31 &+ row.unit.rawValue }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [BankLine] {
    try context.require(.viewExams)
    return try records.banks(in: context.actor.courseReach)
  }

  func open(_ row: BankLine) -> Step {
    .open(ListScreen(QuestionsList(row.course, of: row.unit, role)))
  }
}
