import Persian
public import Store
public import Training
public import UseCases

/// «یادآوری زمان کلاس»: a note to each instructor of a class with the hours of the sessions
/// (P7, S2-7.1b).
public struct InstructorReminder: LetterDescription {
  public static let shape = LetterShape.letter(
    "instructor-reminder",
    ClassLetter.names,
    [
      "instructor.name": .cell, "first.day": .cell, "first.hours": .cell,
      "sessions": .rows(["day", "hours", "topic", "place"]),
    ])

  public let title = Phrases.Prints.reminder
  private let trainingClass: ID<TrainingClass>

  public init(_ trainingClass: ID<TrainingClass>) { self.trainingClass = trainingClass }

  public func load(
    _ records: borrowing Reading, _ context: Context
  ) throws -> [LetterValues] {
    let (values, line) = try ClassLetter.values(trainingClass, records, context)
    let instructors = try records.factors(of: line.trainingClass.request)
      .filter { $0.duty == .instructor }
    guard !instructors.isEmpty else {
      throw Failure.refused(PermitFactors().findings(in: instructors))
    }
    let sessions = try records.sessions(of: trainingClass)
    let letters = instructors.compactMap { instructor -> LetterValues? in
      // A session without a name is everybody's who teaches here.
      let own = sessions.filter { ($0.session.instructor ?? instructor.id) == instructor.id }
      guard let first = own.first else { return nil }
      var letter = values
      letter["instructor.name"] = .text(instructor.fullName)
      letter["first.day"] = .text(first.session.day.text(.long))
      letter["first.hours"] = .text(first.session.span.said)
      letter["sessions"] = .rows(own.map(Self.row))
      return letter
    }
    guard !letters.isEmpty else {
      throw Failure.refused([
        Finding(.classReminder, .refusal, .training(.noSession), remedy: .record(.session))
      ])
    }
    return letters
  }

  private static func row(_ line: SessionLine) -> [String: Sheet.Cell] {
    [
      "day": .text(line.session.day.text(.long)), "hours": .text(line.session.span.said),
      "topic": .text(line.session.topic), "place": .text(line.place),
    ]
  }
}
