import Persian
public import Store
public import Training
public import UseCases

/// «مشخصات فراگیران/نمره»: for signatures on the first day and at the exam, and for scores taken
/// from the instructor (P9, S2-7.4).
public struct ClassListForm: LetterDescription {
  public static let shape = LetterShape(
    "class-list",
    ClassLetter.names, ["learners": .rows(["row", "code", "first", "last", "workplace"])])

  public let title = Phrases.Prints.classList
  private let trainingClass: ID<TrainingClass>

  public init(_ trainingClass: ID<TrainingClass>) { self.trainingClass = trainingClass }

  public func load(
    _ records: borrowing Reading, _ context: Context
  ) throws -> [LetterValues] {
    var (values, _) = try ClassLetter.values(trainingClass, records, context)
    let entries = try records.enrolments(of: trainingClass).map(\.rosterEntry)
    values["learners"] = .rows(
      entries.enumerated().map { index, entry in
        [
          "row": .number(index + 1), "code": .code(entry.person.shownCode),
          "first": .text(entry.person.name.first), "last": .text(entry.person.name.last),
          "workplace": .text(entry.workplace),
        ]
      })
    return [values]
  }
}

/// «لیست حضور و غیاب»: one column for each session (P10, S2-7.5).
public struct AttendanceListForm: LetterDescription {
  public static let shape = LetterShape(
    "attendance-list",
    ClassLetter.names, ["attendance": .sheet])

  public let title = Phrases.Prints.attendanceList
  private let trainingClass: ID<TrainingClass>

  public init(_ trainingClass: ID<TrainingClass>) { self.trainingClass = trainingClass }

  public func load(
    _ records: borrowing Reading, _ context: Context
  ) throws -> [LetterValues] {
    var (values, _) = try ClassLetter.values(trainingClass, records, context)
    let data = try GridData(trainingClass, records, context)
    values["attendance"] = .sheet(AttendancePrint.sheets(of: data)[0])
    return [values]
  }
}

/// «برگه کوچک حضور و غیاب انفرادی»: a slip for every learner of a session, several to a page, to be
/// given out, collected and checked against the list (P11, S2-7.8).
public struct SessionSlips: LetterDescription {
  public static let shape = LetterShape(
    "attendance-slip",
    ClassLetter.names, ["slips": .rows(["course", "class", "day", "hours", "name", "code"])])

  public let title = Phrases.Prints.slips
  private let trainingClass: ID<TrainingClass>
  private let session: ID<Session>?

  /// - Parameters:
  ///   - trainingClass: The class.
  ///   - session: Nil for the next session, or the last one when all are over.
  public init(_ trainingClass: ID<TrainingClass>, _ session: ID<Session>? = nil) {
    self.trainingClass = trainingClass
    self.session = session
  }

  public func load(
    _ records: borrowing Reading, _ context: Context
  ) throws -> [LetterValues] {
    var (values, line) = try ClassLetter.values(trainingClass, records, context)
    let sessions = try records.sessions(of: trainingClass).map(\.session)
    let chosen =
      sessions.first { $0.id == session } ?? sessions.first { $0.day >= context.today }
      ?? sessions.last
    guard let chosen else {
      throw Failure.refused([
        Finding(.firstSession, .refusal, .training(.noSession), remedy: .record(.session))
      ])
    }
    values["slips"] = .rows(
      try records.enrolments(of: trainingClass).map { learner in
        [
          "course": .text(line.courseTitle), "class": .text(line.trainingClass.name),
          "day": .text(chosen.day.text(.long)), "hours": .text(chosen.span.said),
          "name": .text(learner.person.name.inFull), "code": .code(learner.person.shownCode),
        ]
      })
    return [values]
  }
}
