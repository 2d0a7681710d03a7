public import Store
public import Training

/// «ثبت نمرات»: an exam has its scores (SM-6).
///
/// At the terminal the scores stand as the answers were given; who never came is absent from then on.
public struct GradeExam: UseCase {
  /// The result that a learner gets who never came.
  private struct Absence: Codable, Sendable {
    var enrolment: ID<Enrolment>
    var result: ID<ExamResult>
  }

  public static let name = "exam.grade"
  public var exam: ID<Exam>
  private var absences: [Absence] = []
  private var isNumbered = false

  public init(_ exam: ID<Exam>) { self.exam = exam }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    guard !isNumbered, let it = try records.exam(exam), it.mode == .electronic else { return }
    isNumbered = true
    for line in try records.resultLines(of: it) where line.result == nil {
      absences.append(
        Absence(enrolment: line.learner.enrolment.id, result: try records.newID()))
    }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try ExamLife.requireReach(.grade, of: exam, records, context)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    guard let situation = try ExamLife.situation(of: exam, records, context) else {
      throw Failure.forbidden
    }
    let choice = try ExamLife.open(.grade, in: situation.state, situation.facts, context)
    for absence in absences where try records.result(of: exam, absence.enrolment) == nil {
      _ = try records.put(
        ExamResult(
          id: absence.result, exam: exam, enrolment: absence.enrolment, isPresent: false,
          source: .electronic, day: context.today), from: nil)
    }
    try ExamLife.save(choice.line.to, of: exam, situation, records, context)
  }
}
