public import Store
public import Training

/// Writes a question into the bank of a course, or changes one (S2-8.5d).
public struct PutQuestion: UseCase {
  public static let name = "question.put"
  /// As the form showed it; nil for a new one.
  public var before: Question?
  /// The id of a new one is replaced; the author is whoever writes it.
  public private(set) var question: Question
  private var options: [ID<Question.Option>] = []

  public init(before: Question? = nil, _ question: Question) {
    self.before = before
    self.question = question
    guard let before else { return }
    self.question.id = before.id
    self.question.course = before.course
    self.question.unit = before.unit
    self.question.author = before.author
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    if question.id.rawValue == 0 { question.id = try records.newID() }
    while options.count < question.options.count { options.append(try records.newID()) }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.require(.editQuestions)
    try context.requireBank(of: before ?? question, records)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws -> ID<Question> {
    var question = question
    if before == nil { question.author = context.actor.name }
    // Putting aside is no change of what was asked.
    var kept = before
    kept?.isRetired = question.isRetired
    let fixed = kept == question ? 0 : try records.fixedExams(of: question.id)
    try QuestionFacts.policies.findings(in: QuestionFacts(question, fixed: fixed)).orRefuse()
    if let before {
      try Failure.check(
        try records.update(before, to: question, options: options), on: before.stem)
    } else {
      try records.insert(question, options: options)
    }
    return question.id
  }
}

/// Chooses questions of the bank into an exam, after those it has (S2-8.5c).
public struct ChooseQuestions: UseCase {
  public static let name = "exam.choose"
  public var exam: ID<Exam>
  public private(set) var questions: [ID<Question>]
  private var ids: [ID<ExamQuestion>] = []

  public init(_ questions: [ID<Question>], for exam: ID<Exam>) {
    self.questions = questions
    self.exam = exam
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    while ids.count < questions.count { ids.append(try records.newID()) }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.require(.editQuestions)
    guard try ExamLife.situation(of: exam, records, context) != nil else {
      throw Failure.forbidden
    }
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    let situation = try context.openQuestions(of: exam, records)
    let line = try context.trainingClass(situation.facts.exam.trainingClass, records)
    guard
      let request = try records.request(
        line.trainingClass.request, in: context.actor.courseReach)
    else { throw Failure.forbidden }
    var place = 0
    var attached: Set<ID<Question>> = []
    for asked in try records.questions(of: exam).map(\.asked) {
      place = max(place, asked.place)
      attached.insert(asked.question)
    }
    for (id, question) in zip(ids, questions) {
      guard let found = try records.question(question), found.course == request.course.id,
        found.unit == line.unit
      else { throw Failure.forbidden }
      if found.isRetired { throw Self.refused(.retired(found.stem)) }
      guard attached.insert(question).inserted else {
        throw Self.refused(.attachedAlready(found.stem))
      }
      place += 1
      try records.insert(ExamQuestion(id: id, exam: exam, question: question, place: place))
    }
  }

  private static func refused(_ reason: QuestionReason) -> Failure {
    .refused([
      Finding(.examQuestions, .refusal, .question(reason), remedy: .chooseAnother(.questions))
    ])
  }

  public func verifyTakenBack(_ records: borrowing Writing, _ context: Context) throws {
    _ = try context.openQuestions(of: exam, records)
  }
}

/// Takes questions out of an exam; the bank keeps them.
public struct DropQuestions: UseCase {
  public static let name = "exam.drop"
  public var exam: ID<Exam>
  public var questions: [ID<ExamQuestion>]

  public init(_ questions: [ID<ExamQuestion>], of exam: ID<Exam>) {
    self.questions = questions
    self.exam = exam
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.require(.editQuestions)
    guard try ExamLife.situation(of: exam, records, context) != nil else {
      throw Failure.forbidden
    }
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    _ = try context.openQuestions(of: exam, records)
    let own = Set(try records.questions(of: exam).map(\.asked.id))
    for question in questions {
      guard own.contains(question) else { throw Failure.forbidden }
      try records.deleteQuestion(question)
    }
  }

  public func verifyTakenBack(_ records: borrowing Writing, _ context: Context) throws {
    _ = try context.openQuestions(of: exam, records)
  }
}

extension Context {
  /// Throws unless the bank of the question's course and office is within reach.
  func requireBank(
    of question: Question, _ records: borrowing some Querying & ~Copyable
  ) throws {
    guard
      try records.reaches(question.course, of: question.unit, in: actor.courseReach)
    else { throw Failure.forbidden }
  }

  /// The exam, unless its questions are fixed.
  fileprivate func openQuestions(
    of exam: ID<Exam>, _ records: borrowing some Querying & ~Copyable
  ) throws -> Situation<ExamLife> {
    guard let situation = try ExamLife.situation(of: exam, records, self) else {
      throw Failure.forbidden
    }
    try
      (ExamClassOpen().findings(in: situation.facts)
      + PretestQuestionsInTime().findings(in: situation.facts)).orRefuse()
    guard situation.state == .defined else {
      throw Failure.refused([Finding(.examQuestions, .refusal, .exam(.questionsFixed))])
    }
    return situation
  }
}
