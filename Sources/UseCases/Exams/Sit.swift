import Persian
public import Store
public import Training

/// A learner opens an exam at the terminal, or goes on with it at this one (S2-8.6c).
///
/// Each opening takes the next seat: an answer from an older one is refused, so two terminals never
/// both count. Whoever sits down is present from then on, with the score of the answers so far.
public struct TakeSeat: UseCase {
  public static let name = "exam.sit"
  public static let isUndoable = false
  public var exam: ID<Exam>
  public var enrolment: ID<Enrolment>
  private var sitting: ID<Sitting>?
  private var result: ID<ExamResult>?

  public init(_ exam: ID<Exam>, _ enrolment: ID<Enrolment>) {
    self.exam = exam
    self.enrolment = enrolment
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    if sitting == nil { sitting = try records.newID() }
    if result == nil { result = try records.newID() }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    _ = try context.ownExam(exam, enrolment, records)
  }

  /// - Returns: The sitting with its seat, which every answer carries.
  public func run(_ records: borrowing Writing, _ context: Context) throws -> Sitting {
    guard let sitting, let result else { throw StoreError.notFound }
    let own = try context.ownExam(exam, enrolment, records)
    try SittingFacts.policies.findings(in: own.facts(context)).orRefuse()
    var after =
      own.sitting
      ?? Sitting(id: sitting, exam: exam, enrolment: enrolment, seat: 0, begun: context.moment)
    after.seat += 1
    try Failure.check(try records.put(after, from: own.sitting), on: own.exam.title)
    if try records.result(of: exam, enrolment) == nil {
      _ = try records.put(
        ExamResult(
          id: result, exam: exam, enrolment: enrolment, isPresent: true, score: Score(0),
          source: .electronic, day: context.today), from: nil)
    }
    return after
  }
}

/// Keeps one answer of a learner, or its flag: durable when it returns (S2-8.6c).
public struct AnswerQuestion: UseCase {
  public static let name = "exam.answer"
  public static let isUndoable = false
  public var sitting: Sitting
  public var question: ID<ExamQuestion>
  /// As `ExamAnswer.response`.
  public var response: String
  public var isFlagged: Bool
  private var id: ID<ExamAnswer>?

  /// `sitting` is what `TakeSeat` gave.
  public init(
    _ sitting: Sitting, _ question: ID<ExamQuestion>, response: String, isFlagged: Bool
  ) {
    self.sitting = sitting
    self.question = question
    self.response = response
    self.isFlagged = isFlagged
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    if id == nil { id = try records.newID() }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    _ = try context.ownExam(sitting.exam, sitting.enrolment, records)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    guard let id else { throw StoreError.notFound }
    let own = try context.ownExam(sitting.exam, sitting.enrolment, records)
    guard let live = own.sitting else { throw Failure.forbidden }
    var facts = own.facts(context)
    facts.seat = sitting.seat
    try SittingFacts.policies.findings(in: facts).orRefuse()
    let questions = try records.questions(of: own.exam.id)
    guard let asked = questions.first(where: { $0.asked.id == question }),
      asked.question.understands(response)
    else { throw Failure.complaint(field: "answer", .unknownChoice(response)) }
    var answers = try records.answers(of: live.id)
    let before = answers[question]
    let after = ExamAnswer(
      id: before?.id ?? id, sitting: live.id, question: question, response: response,
      isFlagged: isFlagged)
    guard after != before else { return }
    try Failure.check(try records.put(after, from: before), on: own.exam.title)
    answers[question] = after
    try records.score(own, questions, answers, context)
  }
}

/// A learner hands in before the time is over; nothing is answered afterwards.
public struct HandInExam: UseCase {
  public static let name = "exam.hand-in"
  public static let isUndoable = false
  public var sitting: Sitting

  public init(_ sitting: Sitting) { self.sitting = sitting }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    _ = try context.ownExam(sitting.exam, sitting.enrolment, records)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    let own = try context.ownExam(sitting.exam, sitting.enrolment, records)
    guard let live = own.sitting else { throw Failure.forbidden }
    var facts = own.facts(context)
    facts.seat = sitting.seat
    try SittingFacts.policies.findings(in: facts).orRefuse()
    var after = live
    after.handedIn = context.moment
    try Failure.check(try records.put(after, from: live), on: own.exam.title)
  }
}

/// An exam of a learner with the sitting, as the learner may know it.
struct OwnExam {
  let exam: Exam
  let state: ExamLife.State
  let enrolment: Enrolment
  let sitting: Sitting?

  func facts(_ context: Context) -> SittingFacts {
    SittingFacts(
      exam: exam, state: state, isEnrolled: enrolment.state == .enrolled, sitting: sitting,
      moment: context.moment, start: exam.startMoment, end: exam.endMoment)
  }
}

extension Context {
  /// Throws unless the exam is one at the terminal, of a class that the learner is in.
  func ownExam(
    _ id: ID<Exam>, _ enrolment: ID<Enrolment>, _ records: borrowing some Querying & ~Copyable
  ) throws -> OwnExam {
    try require(.sitExam)
    guard let exam = try records.exam(id), exam.mode == .electronic,
      let own = try records.enrolment(enrolment), own.trainingClass == exam.trainingClass,
      let person = actor.person, own.person == person
    else { throw Failure.forbidden }
    return OwnExam(
      exam: exam, state: ExamLife.state(exam.state, exam.dates, on: today), enrolment: own,
      sitting: try records.sitting(of: id, enrolment))
  }
}

extension Writing {
  /// The score of the answers so far, as the result of the learner: nothing is left to settle when
  /// the time is over, whether anybody is connected or not.
  fileprivate func score(
    _ own: OwnExam, _ questions: [ExamQuestionLine], _ answers: [ID<ExamQuestion>: ExamAnswer],
    _ context: Context
  ) throws {
    guard let before = try result(of: own.exam.id, own.enrolment.id) else {
      throw StoreError.notFound
    }
    var after = before
    after.score = ExamScoring.score(
      questions.map {
        .init($0.question, weight: $0.asked.weight, response: answers[$0.asked.id]?.response ?? "")
      }, of: own.exam.maximum)
    after.day = context.today
    try Failure.check(try put(after, from: before), on: own.exam.title)
  }
}

extension Exam {
  /// Milliseconds since 1970, UTC: when it begins and when it is over.
  public var startMoment: Int64 { Moment.milliseconds(of: day, minute: minute) }
  public var endMoment: Int64 { startMoment + Int64(duration) * 60_000 }
}
