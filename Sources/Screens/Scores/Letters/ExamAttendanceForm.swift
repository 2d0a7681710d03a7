import Persian
public import Store
public import Training
public import UseCases

/// «لیست حضور و غیاب جلسه آزمون»: signed at the exam against the identity card (P15, S2-8.6b).
public struct ExamAttendanceForm: LetterDescription {
  public static let shape = LetterShape(
    "exam-attendance", ClassLetter.names,
    [
      "exam.title": .cell, "exam.day": .cell, "exam.time": .cell,
      "learners": .rows(["row", "seat", "code", "first", "last", "workplace", "absent"]),
    ])

  public let title = Phrases.Scores.sheet
  private let exam: ID<Exam>

  public init(_ exam: ID<Exam>) { self.exam = exam }

  public func load(
    _ records: borrowing Reading, _ context: Context
  ) throws -> [LetterValues] {
    guard let line = try records.exam(exam, in: context.actor.courseReach, on: context.today)
    else { throw Failure.forbidden }
    var (values, _) = try ClassLetter.values(line.exam.trainingClass, records, context)
    let results = try records.results(of: exam)
    values["exam.title"] = .text(line.exam.title)
    values["exam.day"] = .text(line.exam.day.text(.long))
    values["exam.time"] = .cell(.minutes(line.exam.minute))
    let entries = try records.enrolments(of: line.exam.trainingClass).map(\.rosterEntry)
    values["learners"] = .rows(
      entries.enumerated().map { index, entry in
        let isAbsent = results[entry.enrolment]?.isPresent == false
        return [
          "row": .number(index + 1), "seat": .number(index + 1),
          "code": .code(entry.person.shownCode), "first": .text(entry.person.name.first),
          "last": .text(entry.person.name.last), "workplace": .text(entry.workplace),
          // Who is known to be absent does not sign any more.
          "absent": isAbsent ? .text(Phrases.Scores.absentHelp) : .empty,
        ]
      })
    return [values]
  }
}
