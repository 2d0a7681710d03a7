import Persian
public import Store
public import Training

extension ExamLife: RecordedLife {
  public typealias Record = Exam

  /// A form goes with the first two, scores and absences with others; nothing is left of an exam that is
  /// removed.
  public static let withFields: Set<Action> = [.define, .edit, .grade, .editScore, .remove]

  public static func situation(
    of id: ID<Exam>, _ records: borrowing some Querying & ~Copyable, _ context: Context
  ) throws -> Situation<Self>? {
    guard let line = try records.exam(id, in: context.actor.courseReach, on: context.today),
      context.actor.role != .learner
    else { return nil }
    return try situation(line, records, context)
  }

  static func situation(
    _ line: ExamLine, _ records: borrowing some Querying & ~Copyable, _ context: Context
  ) throws -> Situation<Self> {
    Situation(
      subject: "\(line.exam.title) – \(line.line.courseTitle)",
      state: line.state(on: context.today),
      facts: try records.facts(
        about: line.exam, of: line.line, on: context.today, minute: context.minuteOfDay))
  }

  public static func save(
    _ state: State?, of id: ID<Exam>, _ situation: Situation<Self>,
    _ records: borrowing Writing, _ context: Context
  ) throws {
    let before = situation.facts.exam
    var after = before
    if let state { after.state = state }
    try Failure.check(try records.update(before, to: after), on: situation.subject)
  }
}
