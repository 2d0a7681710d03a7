public import Training

/// Learners at exams in the terminal.
extension Querying where Self: ~Copyable {
  public func sitting(
    of exam: ID<Exam>, _ enrolment: ID<Enrolment>
  ) throws(StoreError) -> Sitting? {
    try first(
      "SELECT \(Sitting.columns) FROM exam_sitting WHERE exam = ? AND enrolment = ?",
      [exam, enrolment], Sitting.init(row:))
  }

  public func sittings(of exam: ID<Exam>) throws(StoreError) -> [Sitting] {
    try all(
      "SELECT \(Sitting.columns) FROM exam_sitting WHERE exam = ? ORDER BY id", [exam],
      Sitting.init(row:))
  }

  public func answers(
    of sitting: ID<Sitting>
  ) throws(StoreError) -> [ID<ExamQuestion>: ExamAnswer] {
    var answers: [ID<ExamQuestion>: ExamAnswer] = [:]
    try each(
      "SELECT id, sitting, question, response, flagged FROM exam_answer WHERE sitting = ?",
      [sitting]
    ) { row in
      let answer = try ExamAnswer(row: row)
      answers[answer.question] = answer
      return true
    }
    return answers
  }

  /// Every answer to an exam: for each sitting the responses by question.
  public func responses(
    to exam: ID<Exam>
  ) throws(StoreError) -> [ID<Sitting>: [ID<ExamQuestion>: String]] {
    var responses: [ID<Sitting>: [ID<ExamQuestion>: String]] = [:]
    try each(
      """
      SELECT a.sitting, a.question, a.response FROM exam_answer a
        JOIN exam_sitting s ON s.id = a.sitting
      WHERE s.exam = ?
      """, [exam]
    ) { row in
      responses[try row[0], default: [:]][try row[1]] = try row[2]
      return true
    }
    return responses
  }
}

extension Writing {
  public func put(_ it: Sitting, from old: Sitting?) throws(StoreError) -> Conflict? {
    try put("exam_sitting", old?.id ?? it.id, from: old?.cells, to: it.cells)
  }

  public func put(_ it: ExamAnswer, from old: ExamAnswer?) throws(StoreError) -> Conflict? {
    try put("exam_answer", old?.id ?? it.id, from: old?.cells, to: it.cells)
  }
}

extension Sitting {
  fileprivate static let columns = "id, exam, enrolment, seat, begun, handed_in"

  fileprivate init(row: borrowing Row) throws {
    self.init(
      id: try row[0], exam: try row[1], enrolment: try row[2], seat: try row[3],
      begun: try row[4], handedIn: try row[5])
  }

  /// Every column but the id.
  fileprivate var cells: Cells {
    [
      ("exam", exam), ("enrolment", enrolment), ("seat", seat), ("begun", begun),
      ("handed_in", handedIn),
    ]
  }
}

extension ExamAnswer {
  fileprivate init(row: borrowing Row) throws {
    self.init(
      id: try row[0], sitting: try row[1], question: try row[2], response: try row[3],
      isFlagged: try row[4])
  }

  /// Every column but the id.
  fileprivate var cells: Cells {
    [
      ("sitting", sitting), ("question", question), ("response", response),
      ("flagged", isFlagged),
    ]
  }
}
