import Persian
import Store
import TerminalKit
import Training
import UseCases

/// «آزمون‌ها، پروژه‌ها» of a class, and «تعریف آزمون» (S2-8.5).
struct ClassExams: RecordDescription {
  static let name = "class-exams"
  let title: String
  private let id: ID<TrainingClass>

  init(_ line: ClassLine) {
    id = line.trainingClass.id
    title = "\(Phrases.Exams.title): \(Phrases.Classes.heading(line))"
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> RecordPage {
    try context.require(.viewExams)
    guard
      let line = try records.trainingClass(
        id, in: context.actor.courseReach, on: context.today)
    else { throw Failure.forbidden }
    let exams = try records.examLines(of: line)
    let last = line.lastSession ?? line.trainingClass.to
    let window = context.rules.examWindow
    var facts: [RecordPage.Fact] = [
      .init(Phrases.Courses.course, line.courseTitle),
      .init(Phrases.Classes.state, line.state(on: context.today).name, tone: .strong),
      .init(Phrases.Learners.title, (line.enrolled + line.guests).said),
      .init(
        Phrases.Exams.window,
        Phrases.Courses.interval(
          last.adding(days: window.lowerBound), last.adding(days: window.upperBound))),
    ]
    facts += exams.map { exam in
      .init(
        exam.exam.title,
        "\(Phrases.Exams.clock(exam.exam)) — \(exam.state(on: context.today).name)")
    }
    let links = exams.map {
      RecordPage.Item(
        "\($0.exam.kind.name): \($0.exam.title)", step: .open(RecordScreen(ExamRecord($0))))
    }
    return RecordPage(
      facts: facts, links: links, actions: try define(records, context), history: nil)
  }

  /// Dimmed with its reasons while the class lacks what an exam needs (S2-8.5a, S2-8.5b).
  private func define(
    _ records: borrowing Reading, _ context: Context
  ) throws -> [RecordPage.Item] {
    guard ExamLife.roles(for: .define).contains(context.actor.role) else { return [] }
    return [
      RecordPage.Item(
        Phrases.Exams.define, step: .open(FormScreen(ExamForm(.define(id)))),
        findings: try DefineExam.entry(id, records, context))
    ]
  }
}
