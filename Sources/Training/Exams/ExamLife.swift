public import Persian

/// SM-6: an exam or a project from its definition to the lock of a closed class.
public enum ExamLife: Lifecycle {
  public enum State: String, CaseIterable, Hashable, Sendable, Codable {
    case defined, ready, held, graded, locked

    /// Whether questions and fields may still change.
    public var isOpen: Bool { self == .defined || self == .ready }
  }

  public enum Action: String, CaseIterable, Hashable, Sendable, Codable {
    case define, edit, prepare, reopen, grade, editScore, remove, lock, unlock
  }

  public struct Facts: Hashable, Sendable {
    /// As it is, or as it would become.
    public var exam: Exam
    public var day: JalaliDate
    public var minute: Int
    /// The other exams of the class.
    public var others: [Exam]
    public var classState: ClassLife.State
    /// How the course is held, which decides the fewest learners.
    public var deliveryMode: DeliveryMode
    /// The days of the sessions, of the class itself before it has a programme.
    public var firstSession: JalaliDate
    public var lastSession: JalaliDate
    /// Whether an instructor or an author of questions is among the factors.
    public var hasExaminer: Bool
    public var learners: Int
    /// Questions that are attached, and those among them that only paper can ask.
    public var questions: Int
    public var descriptive: Int
    /// Learners who have begun to answer or have a result.
    public var answered: Int
    /// Learners with neither a score nor an absence.
    public var resultsMissing: Int

    public init(
      exam: Exam, day: JalaliDate, minute: Int = 0, others: [Exam] = [],
      classState: ClassLife.State, deliveryMode: DeliveryMode, firstSession: JalaliDate,
      lastSession: JalaliDate, hasExaminer: Bool, learners: Int, questions: Int = 0,
      descriptive: Int = 0, answered: Int = 0, resultsMissing: Int = 0
    ) {
      self.exam = exam
      self.day = day
      self.minute = minute
      self.others = others
      self.classState = classState
      self.deliveryMode = deliveryMode
      self.firstSession = firstSession
      self.lastSession = lastSession
      self.hasExaminer = hasExaminer
      self.learners = learners
      self.questions = questions
      self.descriptive = descriptive
      self.answered = answered
      self.resultsMissing = resultsMissing
    }
  }

  public struct Dates: Hashable, Sendable {
    public var day: JalaliDate
    public var mode: Exam.Mode

    public init(day: JalaliDate, mode: Exam.Mode) {
      self.day = day
      self.mode = mode
    }
  }

  public static let name = "SM-6"

  public static let clocks: [Clock<Self>] = [
    // At the terminal nothing is held before its questions are there (S2-8.5c).
    Clock([.defined], to: .held) { $0.mode == .electronic ? nil : $0.day },
    Clock([.ready], to: .held) { $0.day },
  ]

  public static let table: [Transition<Self>] = [
    Transition(
      [], .define, by: [.courseManager], to: .defined, .undoable, guards: definition),
    Transition(
      [.defined, .ready], .edit, by: [.courseManager], to: nil, .undoable, guards: definition),
    Transition(
      [.defined], .prepare, by: [.courseManager, .instructor], to: .ready, .undoable,
      guards: { _ in [ExamClassOpen(), QuestionsComplete(), PretestQuestionsInTime()] }),
    Transition(
      [.ready], .reopen, by: [.courseManager, .instructor], to: .defined, .undoable,
      guards: { _ in [ExamClassOpen(), NobodyAnswered()] }),
    Transition(
      [.held], .grade, by: [.courseManager], to: .graded, .undoable,
      guards: { _ in [ExamClassOpen(), ExamOver(), ResultsComplete()] }),
    Transition(
      [.graded], .editScore, by: [.courseManager, .expert], to: nil, .undoable,
      guards: { _ in [ExamClassOpen()] }),
    Transition(
      [.defined, .ready], .remove, by: [.courseManager], to: nil, [.undoable, .dangerous],
      guards: { _ in [ExamClassOpen(), NobodyAnswered()] }),
    Transition([.graded], .lock, by: [.expert], to: .locked, .automatic),
    Transition([.locked], .unlock, by: [.provincialExpert], to: .graded, .automatic),
  ]

  /// What «تعریف آزمون» waits for before any field is filled in (S2-8.5a, S2-8.5b).
  public static let entry: @Sendable (Rules) -> [any Policy<Facts>] = {
    [ExamClassOpen(), ExaminerAmongFactors(), EnoughForExam(rules: $0)]
  }

  /// The rules on the fields of an exam, also for editing one.
  public static let definition: @Sendable (Rules) -> [any Policy<Facts>] = {
    entry($0) + [ExamFields(), OneOfKind(), EffectOfScores(), ExamWindow(rules: $0), PretestTime()]
  }
}
