import Persian
import Store
import TestKit
import Testing
import Training
import UseCases

/// A class with sessions on days 10 and 11, enough learners for an exam, and a bank of questions.
struct ExamOffice {
  let it: CourseOffice
  let trainingClass: ID<TrainingClass>
  let learners: [ID<Enrolment>]

  init(path: String = ":memory:", learners count: Int = 15) throws {
    it = try CourseOffice(path: path)
    let running = try it.running(count)
    trainingClass = running.id
    learners = running.learners
  }

  var lastSession: JalaliDate { CourseOffice.today.adding(days: 11) }

  /// A final exam ten days after the last session, at nine for an hour, with two questions.
  func draft(
    _ kind: Exam.Kind = .final, _ mode: Exam.Mode = .electronic, day: Int = 21
  ) -> Exam {
    Exam(
      trainingClass: trainingClass, kind: kind, mode: mode, title: "آزمون \(kind.rawValue)",
      day: CourseOffice.today.adding(days: day), minute: 540,
      questionCount: kind == .project ? 0 : 2, duration: kind == .project ? 0 : 60,
      effect: kind.counts ? 100 : 0)
  }

  func define(_ exam: Exam) throws -> ID<Exam> { try it.perform(DefineExam(exam), it.manager) }

  /// A question with four choices of which the second is right.
  func question(_ stem: String = "کدام درست است؟") -> Question {
    Question(
      course: it.course, unit: it.office.district, stem: stem,
      options: ["یک", "دو", "سه", "چهار"].enumerated().map { index, text in
        Question.Option(text, weight: index == 1 ? Question.Option.whole : 0)
      })
  }

  @discardableResult
  func bank(_ question: Question) throws -> ID<Question> {
    try it.perform(PutQuestion(question), it.instructor)
  }

  /// An electronic exam whose two questions are registered and fixed.
  func ready(_ kind: Exam.Kind = .final, day: Int = 21) throws -> ID<Exam> {
    let id = try define(draft(kind, day: day))
    let questions = try (1...2).map { try bank(question("سوال \($0)")) }
    try it.perform(ChooseQuestions(questions, for: id), it.manager)
    try it.perform(Advance<ExamLife>(id, .prepare), it.manager)
    return id
  }

  func exam(_ id: ID<Exam>) throws -> Exam {
    try #require(try it.portal.store.read { try $0.exam(id) })
  }

  func state(_ id: ID<Exam>) throws -> ExamLife.State {
    let exam = try exam(id)
    return ExamLife.state(exam.state, exam.dates, on: it.portal.today)
  }
}

enum ExamFixture: LifeFixture {
  typealias Life = ExamLife

  static func record(in it: CourseOffice) throws -> ID<Exam> {
    let running = try it.running(15)
    return try it.perform(
      DefineExam(
        Exam(
          trainingClass: running.id, kind: .final, mode: .electronic, title: "آزمون پایانی",
          day: CourseOffice.today.adding(days: 21))), it.manager)
  }

  static func work(
    _ action: ExamLife.Action, on record: ID<Exam>, in it: CourseOffice
  ) throws -> (any UseCase)? {
    guard let exam = try it.portal.store.read({ try $0.exam(record) }) else { return nil }
    switch action {
    case .edit: return EditExam(before: exam, after: exam)
    case .remove: return RemoveExam(record)
    case .grade: return GradeExam(record)
    default: return nil
    }
  }
}
