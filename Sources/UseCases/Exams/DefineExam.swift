import Persian
public import Store
public import Training

/// «ثبت آزمون»: defines an exam or a project for a class (S2-8.5).
public struct DefineExam: UseCase {
  public static let name = "exam.define"
  public private(set) var exam: Exam

  /// The id is given here, and the state is that of a new one.
  public init(_ exam: Exam) {
    self.exam = exam
    self.exam.state = .defined
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    if exam.id.rawValue == 0 { exam.id = try records.newID() }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try ExamLife.require(.define, context)
    _ = try context.trainingClass(exam.trainingClass, records)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws -> ID<Exam> {
    let line = try context.trainingClass(exam.trainingClass, records)
    let facts = try records.facts(
      about: exam, of: line, on: context.today, minute: context.minuteOfDay)
    _ = try ExamLife.open(.define, in: nil, facts, context)
    try records.insert(exam)
    return exam.id
  }

  /// What the rules say of an exam as a form has it, before it is saved.
  public static func findings(
    _ exam: Exam, _ records: borrowing some Querying & ~Copyable, _ context: Context
  ) throws -> [Finding] {
    let line = try context.trainingClass(exam.trainingClass, records)
    return ExamLife.definition(context.rules).findings(
      in: try records.facts(
        about: exam, of: line, on: context.today, minute: context.minuteOfDay))
  }

  /// What «تعریف آزمون» waits for in a class; it refuses while it does (S2-8.5a, S2-8.5b).
  public static func entry(
    _ trainingClass: ID<TrainingClass>, _ records: borrowing some Querying & ~Copyable,
    _ context: Context
  ) throws -> [Finding] {
    let line = try context.trainingClass(trainingClass, records)
    let blank = Exam(trainingClass: trainingClass, kind: .final, title: "", day: context.today)
    return ExamLife.entry(context.rules).findings(
      in: try records.facts(
        about: blank, of: line, on: context.today, minute: context.minuteOfDay))
  }

  public func verifyTakenBack(_ records: borrowing Writing, _ context: Context) throws {
    try records.requireNobodyAnswered(exam.id)
  }
}

/// Changes the fields of an exam before it is held.
public struct EditExam: UseCase {
  public static let name = "exam.edit"
  public var before: Exam
  public private(set) var after: Exam

  /// Id, class and state stay as they were.
  public init(before: Exam, after: Exam) {
    self.before = before
    self.after = after
    self.after.id = before.id
    self.after.trainingClass = before.trainingClass
    self.after.state = before.state
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try ExamLife.requireReach(.edit, of: before.id, records, context)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    guard var situation = try ExamLife.situation(of: before.id, records, context) else {
      throw Failure.forbidden
    }
    situation.facts.exam = after
    _ = try ExamLife.open(.edit, in: situation.state, situation.facts, context)
    // A finished set of questions belongs to a number of them and to a way of holding.
    if before.state == .ready {
      try QuestionsComplete().findings(in: situation.facts).orRefuse()
    }
    try Failure.check(try records.update(before, to: after), on: before.title)
  }
}

/// «حذف آزمون»: takes an exam away that nobody has answered.
public struct RemoveExam: UseCase {
  public static let name = "exam.remove"
  public var exam: ID<Exam>

  public init(_ exam: ID<Exam>) { self.exam = exam }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try ExamLife.require(.remove, context)
    // Taken back when the exam is gone: then the role alone is asked.
    guard try records.exam(exam) != nil else { return }
    guard try ExamLife.situation(of: exam, records, context) != nil else {
      throw Failure.forbidden
    }
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    guard let situation = try ExamLife.situation(of: exam, records, context) else {
      throw Failure.forbidden
    }
    _ = try ExamLife.open(.remove, in: situation.state, situation.facts, context)
    try records.deleteExam(exam)
  }

  /// An exam that comes back must lie in a class that the actor reaches, and fit its others.
  public func verifyTakenBack(_ records: borrowing Writing, _ context: Context) throws {
    guard let found = try records.exam(exam) else { return }
    try DefineExam.findings(found, records, context).orRefuse()
  }
}

extension Querying where Self: ~Copyable {
  /// Throws once somebody has begun to answer, or has a result.
  func requireNobodyAnswered(_ exam: ID<Exam>) throws {
    let answered = try sittings(of: exam).count + results(of: exam).count
    guard answered == 0 else {
      throw Failure.refused([Finding(.examLife, .refusal, .exam(.answered(answered)))])
    }
  }
}
