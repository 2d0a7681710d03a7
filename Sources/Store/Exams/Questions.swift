public import Training

/// Which questions of a bank are wanted.
public struct QuestionFilter: Hashable, Sendable {
  public var includesRetired: Bool
  /// Those of this exam are left out; nil leaves nothing out.
  public var besides: ID<Exam>?

  public init(includesRetired: Bool = false, besides: ID<Exam>? = nil) {
    self.includesRetired = includesRetired
    self.besides = besides
  }
}

/// A question of the bank with how often it has been asked.
public struct QuestionLine: Hashable, Sendable {
  public let question: Question
  /// Exams that it is in, and those whose questions are fixed by now.
  public let exams: Int
  public let fixed: Int
}

/// The bank of a course in an office, with its size.
public struct BankLine: Hashable, Sendable {
  public let course: Course
  public let unit: ID<Unit>
  public let unitName: String
  public let questions: Int
}

/// A question of an exam, in its place.
public struct ExamQuestionLine: Hashable, Sendable {
  public let asked: ExamQuestion
  public let question: Question
}

/// The banks of questions. Whoever reaches a request for a course reaches its bank in that office.
extension Querying where Self: ~Copyable {
  /// The banks within reach, by the title of the course.
  public func banks(in reach: CourseReach) throws(StoreError) -> [BankLine] {
    try all(
      """
      SELECT c.id, c.code, c.title, c.minutes, c.kind, c.feature, c.exec_permit,
        c.mandatory_subject, c.active, u.id, u.name,
        (SELECT count(*) FROM question q
          WHERE q.course = c.id AND q.unit = u.id AND q.retired = 0)
      FROM course_request r JOIN course c ON c.id = r.course JOIN unit u ON u.id = r.unit
      WHERE \(reach.condition) GROUP BY c.id, u.id ORDER BY c.title, u.name, c.id
      """, reach.arguments
    ) { row in
      BankLine(
        course: Course(
          id: try row[0], code: try row[1], title: try row[2], minutes: try row[3],
          kind: try row[4], feature: try row[5], hasPermit: try row[6],
          mandatorySubject: try row[7], isActive: try row[8]),
        unit: try row[9], unitName: try row[10], questions: try row[11])
    }
  }

  /// Whether the bank of a course in an office is within reach.
  public func reaches(
    _ course: ID<Course>, of unit: ID<Unit>, in reach: CourseReach
  ) throws(StoreError) -> Bool {
    try exists(
      """
      SELECT 1 FROM course_request r WHERE r.course = ? AND r.unit = ? AND \(reach.condition)
      """, [course, unit] + reach.arguments)
  }

  /// The questions of a bank in the order in which they came.
  public func questions(
    of course: ID<Course>, in unit: ID<Unit>, _ filter: QuestionFilter = QuestionFilter()
  ) throws(StoreError) -> [QuestionLine] {
    let options = try options(
      "SELECT id FROM question WHERE course = ? AND unit = ?", [course, unit])
    return try all(
      """
      SELECT \(Question.columns),
        (SELECT count(*) FROM exam_question x WHERE x.question = q.id),
        (SELECT count(*) FROM exam_question x JOIN exam e ON e.id = x.exam
          WHERE x.question = q.id AND e.state <> 'defined')
      FROM question q WHERE q.course = ? AND q.unit = ? AND q.retired <= ?
        AND q.id NOT IN (SELECT x.question FROM exam_question x WHERE x.exam = ?)
      ORDER BY q.id
      """, [course, unit, filter.includesRetired, filter.besides ?? ID(rawValue: 0)]
    ) { row in
      var question = try Question(row: row)
      question.options = options[question.id] ?? []
      return QuestionLine(question: question, exams: try row[10], fixed: try row[11])
    }
  }

  public func question(_ id: ID<Question>) throws(StoreError) -> Question? {
    let found = try first("SELECT \(Question.columns) FROM question q WHERE q.id = ?", [id]) {
      try Question(row: $0)
    }
    guard var question = found else { return nil }
    question.options = try options("?", [id])[id] ?? []
    return question
  }

  /// In how many exams a question is, whose questions are fixed by now.
  public func fixedExams(of id: ID<Question>) throws(StoreError) -> Int {
    try value(
      """
      SELECT count(*) FROM exam_question x JOIN exam e ON e.id = x.exam
      WHERE x.question = ? AND e.state <> 'defined'
      """, [id])
  }

  /// The questions of an exam in their order.
  public func questions(of exam: ID<Exam>) throws(StoreError) -> [ExamQuestionLine] {
    let options = try options("SELECT question FROM exam_question WHERE exam = ?", [exam])
    return try all(
      """
      SELECT \(Question.columns), x.id, x.exam, x.question, x.place, x.weight
      FROM exam_question x JOIN question q ON q.id = x.question
      WHERE x.exam = ? ORDER BY x.place, x.id
      """, [exam]
    ) { row in
      var question = try Question(row: row)
      question.options = options[question.id] ?? []
      return ExamQuestionLine(
        asked: ExamQuestion(
          id: try row[10], exam: try row[11], question: try row[12], place: try row[13],
          weight: try row[14]),
        question: question)
    }
  }

  private func options(
    _ questions: String, _ arguments: [any Storable]
  ) throws(StoreError) -> [ID<Question>: [Question.Option]] {
    var options: [ID<Question>: [Question.Option]] = [:]
    try each(
      """
      SELECT question, text, weight, feedback, pair FROM question_option
      WHERE question IN (\(questions)) ORDER BY question, place
      """, arguments
    ) { row in
      let option = Question.Option(
        try row[1], weight: try row[2], feedback: try row[3], match: try row[4])
      options[try row[0], default: []].append(option)
      return true
    }
    return options
  }
}

extension Writing {
  /// A new question; one id for each of its options.
  public func insert(
    _ question: Question, options ids: [ID<Question.Option>]
  ) throws(StoreError) {
    try insert("question", question.id, question.cells)
    try insertOptions(of: question, ids)
  }

  /// Changes what differs between two forms of a question, if the first is still there; where an
  /// option differs all are written anew, one id for each.
  public func update(
    _ old: Question, to new: Question, options ids: [ID<Question.Option>]
  ) throws(StoreError) -> Conflict? {
    if let conflict = try update("question", old.id, from: old.cells, to: new.cells) {
      return conflict
    }
    guard old.options != new.options else { return nil }
    try run("DELETE FROM question_option WHERE question = ?", [old.id])
    try insertOptions(of: new, ids)
    return nil
  }

  private func insertOptions(
    of question: Question, _ ids: [ID<Question.Option>]
  ) throws(StoreError) {
    for (index, pair) in zip(ids, question.options).enumerated() {
      let (id, option) = pair
      try insert(
        "question_option", id,
        [
          ("question", question.id), ("place", index + 1), ("text", option.text),
          ("weight", option.weight), ("feedback", option.feedback), ("pair", option.match),
        ])
    }
  }

  public func insert(_ it: ExamQuestion) throws(StoreError) {
    try insert(
      "exam_question", it.id,
      [
        ("exam", it.exam), ("question", it.question), ("place", it.place), ("weight", it.weight),
      ])
  }

  /// Takes a question out of an exam; the bank keeps it.
  public func deleteQuestion(_ id: ID<ExamQuestion>) throws(StoreError) {
    try run("DELETE FROM exam_question WHERE id = ?", [id])
  }
}

extension Question.Kind: Storable {}
extension Question.Difficulty: Storable {}

extension Question {
  fileprivate static let columns = """
    q.id, q.course, q.unit, q.kind, q.stem, q.feedback, q.topic, q.difficulty, q.author,
      q.retired
    """

  /// Without its options.
  fileprivate init(row: borrowing Row) throws {
    self.init(
      id: try row[0], course: try row[1], unit: try row[2], kind: try row[3], stem: try row[4],
      feedback: try row[5], topic: try row[6], difficulty: try row[7], author: try row[8],
      isRetired: try row[9])
  }

  /// Every column but the id.
  fileprivate var cells: Cells {
    [
      ("course", course), ("unit", unit), ("kind", kind), ("stem", stem), ("feedback", feedback),
      ("topic", topic), ("difficulty", difficulty), ("author", author), ("retired", isRetired),
    ]
  }
}
