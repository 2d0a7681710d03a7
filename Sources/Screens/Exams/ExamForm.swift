import Persian
import Store
import TerminalKit
import Training
import UseCases

/// «ثبت آزمون»: an exam or a project, defined or changed (S2-8.5).
struct ExamForm: FormDescription {
  enum Purpose: Sendable {
    case define(ID<TrainingClass>)
    case edit(ID<Exam>)
  }

  struct Draft: Sendable {
    var exam: Exam
    /// As it was when the form opened; nil for a new one.
    var before: Exam?
    var kind: Exam.Kind?
    var mode: Exam.Mode?
    var day: JalaliDate?
  }

  static let name = "exam"
  let purpose: Purpose

  init(_ purpose: Purpose) { self.purpose = purpose }

  var title: String {
    switch purpose {
    case .define: ExamLife.Action.define.name
    case .edit: ExamLife.Action.edit.name
    }
  }

  func load(
    _ records: borrowing Reading, _ context: Context
  ) throws -> (Draft, JalaliDate) {
    switch purpose {
    case .edit(let id):
      guard
        let line = try records.exam(id, in: context.actor.courseReach, on: context.today)
      else { throw Failure.forbidden }
      return (Draft(line.exam, before: line.exam), context.today)
    case .define(let id):
      guard
        let line = try records.trainingClass(
          id, in: context.actor.courseReach, on: context.today)
      else { throw Failure.forbidden }
      return (Draft(try proposal(line, records, context), before: nil), context.today)
    }
  }

  /// A final exam on the first day that is allowed, with what is left of the final score.
  private func proposal(
    _ line: ClassLine, _ records: borrowing Reading, _ context: Context
  ) throws -> Exam {
    let last = line.lastSession ?? line.trainingClass.to
    let others = try records.exams(of: line.trainingClass.id)
    let used = others.filter(\.kind.counts).reduce(0) { $0 + $1.effect }
    let maximum = Score(20)
    let kind = Exam.Kind.allCases.first { kind in
      kind.counts && !others.contains { $0.kind == kind }
    }
    return Exam(
      trainingClass: line.trainingClass.id, kind: kind ?? .final,
      title: "\((kind ?? .final).name) \(line.courseTitle)",
      day: last.adding(days: context.rules.examWindow.lowerBound),
      effect: max(0, 100 - used), maximum: maximum,
      passing: Score(hundredths: context.rules.passMark.share(of: maximum.hundredths)))
  }

  func fields(_ today: JalaliDate) -> [Field<Draft>] {
    [
      .pick(
        Phrases.Exams.kind, \.kind, among: Exam.Kind.allCases.map { ($0, $0.name) }
      ).required(),
      .pick(
        Phrases.Exams.mode, \.mode, among: Exam.Mode.allCases.map { ($0, $0.name) }
      ).required(),
      .text(Phrases.Exams.name, \.exam.title, limit: 120).required(),
      .day(Phrases.Exams.day, \.day, today: today).required(),
      .time(Phrases.Exams.minute, \.exam.minute),
      .number(Phrases.Exams.questionCount, \.exam.questionCount, in: 0...500),
      .number(Phrases.Exams.duration, \.exam.duration, in: 0...10_080),
      .number(Phrases.Exams.effect, \.exam.effect, in: 0...100)
        .hinted(Phrases.Exams.effectHint),
      .score(Phrases.Exams.maximum, \.exam.maximum),
      .score(Phrases.Exams.passing, \.exam.passing),
    ]
  }

  func remarks(
    _ draft: Draft, _ records: borrowing Reading, _ context: Context
  ) throws -> [FormRemark] {
    guard let exam = draft.exam(titled: draft.exam.title) else { return [] }
    return try DefineExam.findings(exam, records, context).map(FormRemark.init)
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    guard let exam = draft.exam(titled: Normalizer.line(draft.exam.title)) else {
      return .failure(.complaint(field: "day", .date))
    }
    if let before = draft.before {
      return portal.perform(EditExam(before: before, after: exam))
        .map { _ in .notice(Phrases.Exams.saved, .good) }
    }
    return portal.perform(DefineExam(exam)).map { _ in .notice(Phrases.Exams.saved, .good) }
  }
}

extension ExamForm.Draft {
  fileprivate init(_ exam: Exam, before: Exam?) {
    self.init(exam: exam, before: before, kind: exam.kind, mode: exam.mode, day: exam.day)
  }

  /// Nil while a day or a kind is missing.
  fileprivate func exam(titled title: String) -> Exam? {
    guard let kind, let mode, let day else { return nil }
    var exam = exam
    (exam.kind, exam.mode, exam.day, exam.title) = (kind, mode, day, title)
    // A pre-test has no share in the final score, and a project has no questions.
    if !kind.counts { exam.effect = 0 }
    if kind == .project { (exam.questionCount, exam.duration) = (0, 0) }
    return exam
  }
}

extension Field {
  /// A score with its fraction.
  static func score(
    _ label: String, _ path: any WritableKeyPath<Draft, Score> & Sendable
  ) -> Field {
    checked(label, path, limit: 10, direction: .ltr, show: { $0.text }) {
      text throws(Training.Complaint) in try Score(validating: text)
    }.wide(12)
  }
}
