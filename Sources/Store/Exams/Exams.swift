public import Persian
public import Training

/// An exam with its class, as lists show it.
public struct ExamLine: Hashable, Sendable {
  public let exam: Exam
  public let line: ClassLine
  /// Questions that are attached.
  public let questions: Int
  /// Learners of the class, and those with a score or an absence.
  public let learners: Int
  public let settled: Int

  public func state(on day: JalaliDate) -> ExamLife.State {
    ExamLife.state(exam.state, exam.dates, on: day)
  }
}

/// Exams and projects of classes.
extension Querying where Self: ~Copyable {
  /// Nil when the class is not within reach.
  public func exam(
    _ id: ID<Exam>, in reach: CourseReach, on day: JalaliDate
  ) throws(StoreError) -> ExamLine? {
    guard let exam = try exam(id),
      let line = try trainingClass(exam.trainingClass, in: reach, on: day)
    else { return nil }
    return try examLine(exam, line)
  }

  /// An exam, whoever asks; nil when there is none.
  public func exam(_ id: ID<Exam>) throws(StoreError) -> Exam? {
    try first("SELECT \(Exam.columns) FROM exam x WHERE x.id = ?", [id]) { try Exam(row: $0) }
  }

  /// The exams of a class: pre-tests first, then by day.
  public func exams(of it: ID<TrainingClass>) throws(StoreError) -> [Exam] {
    try all(
      "SELECT \(Exam.columns) FROM exam x WHERE x.class = ? ORDER BY x.day, x.minute, x.id", [it]
    ) { try Exam(row: $0) }
  }

  public func examLines(of line: ClassLine) throws(StoreError) -> [ExamLine] {
    var lines: [ExamLine] = []
    for exam in try exams(of: line.trainingClass.id) { lines.append(try examLine(exam, line)) }
    return lines
  }

  private func examLine(_ exam: Exam, _ line: ClassLine) throws(StoreError) -> ExamLine {
    ExamLine(
      exam: exam, line: line,
      questions: try value("SELECT count(*) FROM exam_question WHERE exam = ?", [exam.id]),
      learners: line.enrolled + line.guests,
      settled: try value(
        """
        SELECT count(*) FROM exam_result t JOIN enrolment e ON e.id = t.enrolment
        WHERE t.exam = ? AND e.state NOT IN ('withdrawn', 'removed')
          AND (t.present = 0 OR t.score IS NOT NULL)
        """, [exam.id]))
  }

  /// What the rules of an exam look at, for the exam as it would become.
  public func facts(
    about it: Exam, of line: ClassLine, on day: JalaliDate, minute: Int
  ) throws(StoreError) -> ExamLife.Facts {
    let examiners: [Factor.Duty] = [.instructor, .questionAuthor]
    let learners = line.enrolled + line.guests
    let settled: Int = try value(
      """
      SELECT count(*) FROM exam_result t JOIN enrolment e ON e.id = t.enrolment
      WHERE t.exam = ? AND e.state = 'enrolled' AND (t.present = 0 OR t.score IS NOT NULL)
      """, [it.id])
    return ExamLife.Facts(
      exam: it, day: day, minute: minute,
      others: try exams(of: line.trainingClass.id).filter { $0.id != it.id },
      classState: line.state(on: day), deliveryMode: line.mode,
      firstSession: line.firstSession ?? line.trainingClass.from,
      lastSession: line.lastSession ?? line.trainingClass.to,
      hasExaminer: try factors(of: line.trainingClass.request)
        .contains { examiners.contains($0.duty) },
      learners: learners,
      questions: try value("SELECT count(*) FROM exam_question WHERE exam = ?", [it.id]),
      descriptive: try value(
        """
        SELECT count(*) FROM exam_question x JOIN question q ON q.id = x.question
        WHERE x.exam = ? AND q.kind = 'descriptive'
        """, [it.id]),
      answered: try value(
        """
        SELECT (SELECT count(*) FROM exam_sitting WHERE exam = ?1)
          + (SELECT count(*) FROM exam_result WHERE exam = ?1)
        """, [it.id]),
      resultsMissing: max(0, learners - settled))
  }
}

extension Writing {
  public func insert(_ exam: Exam) throws(StoreError) {
    try insert("exam", exam.id, exam.cells)
  }

  /// Changes what differs between two forms of an exam, if the first is still there.
  public func update(_ old: Exam, to new: Exam) throws(StoreError) -> Conflict? {
    try update("exam", old.id, from: old.cells, to: new.cells)
  }

  /// Takes an exam away that nobody has answered, with its choice of questions.
  public func deleteExam(_ id: ID<Exam>) throws(StoreError) {
    try run("DELETE FROM exam_question WHERE exam = ?", [id])
    try run("DELETE FROM exam WHERE id = ?", [id])
  }

  /// Locks the scored exams of a class that closes, or opens them with a class that is opened again.
  public func lockExams(
    of it: ID<TrainingClass>, _ isLocked: Bool
  ) throws(StoreError) {
    let (from, to): (ExamLife.State, ExamLife.State) =
      isLocked ? (.graded, .locked) : (.locked, .graded)
    try run("UPDATE exam SET state = ? WHERE class = ? AND state = ?", [to, it, from])
  }
}

extension Exam.Kind: Storable {}
extension Exam.Mode: Storable {}
extension ExamLife.State: Storable {}

extension Score: Storable {
  package init?(stored: Value) {
    guard case .integer(let hundredths) = stored else { return nil }
    self.init(hundredths: Int(hundredths))
  }

  package var stored: Value { .integer(Int64(hundredths)) }
}

extension Exam {
  static let columns = """
    x.id, x.class, x.kind, x.mode, x.title, x.day, x.minute, x.question_count, x.duration,
      x.effect, x.maximum, x.passing, x.state
    """

  /// An exam whose columns begin somewhere in a longer row.
  init(row: borrowing Row, from start: Int = 0) throws {
    self.init(
      id: try row[start], trainingClass: try row[start + 1], kind: try row[start + 2],
      mode: try row[start + 3], title: try row[start + 4], day: try row[start + 5],
      minute: try row[start + 6], questionCount: try row[start + 7],
      duration: try row[start + 8], effect: try row[start + 9], maximum: try row[start + 10],
      passing: try row[start + 11], state: try row[start + 12])
  }

  /// Every column but the id.
  fileprivate var cells: Cells {
    [
      ("class", trainingClass), ("kind", kind), ("mode", mode), ("title", title), ("day", day),
      ("minute", minute), ("question_count", questionCount), ("duration", duration),
      ("effect", effect), ("maximum", maximum), ("passing", passing), ("state", state),
    ]
  }
}
