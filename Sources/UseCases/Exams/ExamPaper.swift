import Persian
public import Store
public import Training

/// The questions of an exam as a learner sees them while sitting it: nothing of what is right.
public struct ExamPaper: Hashable, Sendable {
  public struct Item: Hashable, Sendable {
    public let id: ID<ExamQuestion>
    public let kind: Question.Kind
    public let stem: String
    /// The choices; nothing where the answer is written.
    public let choices: [String]
    /// What is to be matched, with the numbers that a response gives them; of a matching question only.
    public let prompts: [Numbered]
    /// The answers to choose from, in an order that says nothing of what is right.
    public let answers: [Numbered]
    public var response: String
    public var isFlagged: Bool

    /// Whether nothing is left open: each prompt has its answer.
    public var isAnswered: Bool {
      kind == .matching
        ? Question.pairs(response).count == prompts.count : !response.isEmpty
    }
  }

  /// A text under its number in the bank.
  public struct Numbered: Hashable, Sendable {
    public let number: Int
    public let text: String
  }

  public let title: String
  public let sitting: Sitting
  public var items: [Item]
  /// When it is over, in milliseconds since 1970 by the clock of the records.
  public let end: Int64
  /// Why nothing can be answered any more; empty while it can.
  public let closed: [Finding]
  /// The last entry of the journal that it knows of.
  public private(set) var through: Int64
  /// The rows in which something that is on it could change elsewhere.
  private let rows: [String: Int64]

  /// What the learner who signed in has before them.
  ///
  /// - Throws: `Failure.forbidden` for an exam that is not the learner's own.
  public init(
    _ sitting: Sitting, _ records: borrowing some Querying & ~Copyable, _ context: Context
  ) throws {
    let own = try context.ownExam(sitting.exam, sitting.enrolment, records)
    guard let live = own.sitting else { throw Failure.forbidden }
    var facts = own.facts(context)
    facts.seat = sitting.seat
    let answers = try records.answers(of: live.id)
    through = try records.lastEntryNumber()
    rows = [
      "exam": own.exam.id.rawValue, "exam_sitting": live.id.rawValue,
      "enrolment": own.enrolment.id.rawValue, "training_class": own.exam.trainingClass.rawValue,
    ]
    title = own.exam.title
    self.sitting = sitting
    end = own.exam.endMoment
    closed = SittingFacts.policies.findings(in: facts)
    items = try records.questions(of: own.exam.id).map { line in
      let isChosen = line.question.kind == .single || line.question.kind == .multiple
      let answer = answers[line.asked.id]
      return Item(
        id: line.asked.id, kind: line.question.kind, stem: line.question.stem,
        choices: isChosen ? line.question.options.map(\.text) : [],
        prompts: line.question.numberedPrompts,
        // Neighbours do not see the same order.
        answers: line.question.numberedAnswers(
          shuffledBy: line.asked.id.rawValue &* 31 &+ live.id.rawValue),
        response: answer?.response ?? "", isFlagged: answer?.isFlagged ?? false)
    }
  }
}

extension Question {
  /// What a matching question asks; nothing for other kinds.
  public var numberedPrompts: [ExamPaper.Numbered] {
    guard kind == .matching else { return [] }
    return prompts.map { ExamPaper.Numbered(number: $0, text: options[$0 - 1].text) }
  }

  /// What there is to choose from; nothing for other kinds.
  public func numberedAnswers(shuffledBy seed: Int64) -> [ExamPaper.Numbered] {
    guard kind == .matching else { return [] }
    return answers(shuffledBy: seed)
      .map { ExamPaper.Numbered(number: $0, text: options[$0 - 1].match) }
  }
}

extension ExamPaper {
  /// The paper as it is now: the same one with nothing read but the journal while nobody has touched
  /// what is on it; nil where it must be read anew.
  public func caughtUp(_ records: borrowing some Querying & ~Copyable, at moment: Int64) throws
    -> ExamPaper?
  {
    guard moment < end || !closed.isEmpty, let touched = try records.touched(after: through) else {
      return nil
    }
    let isMoved = touched.has("exam_question") || rows.contains { touched.has($0.key, $0.value) }
    guard !isMoved else { return nil }
    var paper = self
    paper.through = touched.through
    return paper
  }

  /// Goes on from the entry that another form of the same paper knows of.
  public mutating func learn(from other: ExamPaper) { through = max(through, other.through) }
}

/// How an exam stands for a learner on the list of own exams.
public struct OwnExamStanding: Hashable, Sendable {
  public enum Phase: Hashable, Sendable {
    /// Its time has not come; or it is not at the terminal.
    case ahead
    case open
    case handedIn
    /// The time is over.
    case over
  }

  public let line: OwnExamLine
  public let phase: Phase

  public init(_ line: OwnExamLine, at moment: Int64) {
    self.line = line
    let exam = line.exam
    if moment >= exam.endMoment {
      phase = .over
    } else if line.sitting?.handedIn != nil {
      phase = .handedIn
    } else {
      let isReady = ExamLife.state(exam.state, exam.dates, on: exam.day) == .held
      phase = moment >= exam.startMoment && exam.mode == .electronic && isReady ? .open : .ahead
    }
  }

  /// The score, which is told when the time is over for everybody: it says what is right.
  public var score: Score? { phase == .over ? line.result?.score : nil }

  /// The exams of whoever is signed in.
  public static func all(
    _ records: borrowing some Querying & ~Copyable, _ context: Context
  ) throws -> [OwnExamStanding] {
    try context.require(.sitExam)
    guard let person = context.actor.person else { return [] }
    return try records.exams(of: person).map { OwnExamStanding($0, at: context.moment) }
  }
}

/// One question of a finished exam, with what the learner answered and what is right.
public struct ReviewedQuestion: Hashable, Sendable {
  public let question: Question
  public let response: String
  public let weight: Int

  /// The questions of an own exam whose time is over.
  ///
  /// - Throws: `Failure.refused` before that, when others may still be answering.
  public static func all(
    of exam: ID<Exam>, _ enrolment: ID<Enrolment>,
    _ records: borrowing some Querying & ~Copyable, _ context: Context
  ) throws -> [ReviewedQuestion] {
    let own = try context.ownExam(exam, enrolment, records)
    guard context.moment >= own.exam.endMoment else {
      let end = own.exam.end
      throw Failure.refused([
        Finding(
          .examSitting, .refusal, .exam(.notOver(end.day, minute: end.minute)),
          remedy: .wait(until: end.day))
      ])
    }
    let answers = try own.sitting.map { try records.answers(of: $0.id) } ?? [:]
    return try records.questions(of: exam).map { line in
      ReviewedQuestion(
        question: line.question, response: answers[line.asked.id]?.response ?? "",
        weight: line.asked.weight)
    }
  }
}
