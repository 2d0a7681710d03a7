public import Training

/// A learner of a class with what an exam came to.
public struct ExamResultLine: Hashable, Sendable {
  public let learner: EnrolmentLine
  /// Nil where nothing is entered yet.
  public let result: ExamResult?
}

/// What exams came to, and the final scores that follow.
extension Querying where Self: ~Copyable {
  public func result(
    of exam: ID<Exam>, _ enrolment: ID<Enrolment>
  ) throws(StoreError) -> ExamResult? {
    try first(
      "SELECT \(ExamResult.columns) FROM exam_result t WHERE t.exam = ? AND t.enrolment = ?",
      [exam, enrolment]
    ) { try ExamResult(row: $0) }
  }

  public func results(of exam: ID<Exam>) throws(StoreError) -> [ID<Enrolment>: ExamResult] {
    var results: [ID<Enrolment>: ExamResult] = [:]
    try each("SELECT \(ExamResult.columns) FROM exam_result t WHERE t.exam = ?", [exam]) { row in
      let result = try ExamResult(row: row)
      results[result.enrolment] = result
      return true
    }
    return results
  }

  /// The learners of the class of an exam in the alphabet's order, each with the result.
  public func resultLines(of exam: Exam) throws(StoreError) -> [ExamResultLine] {
    let results = try results(of: exam.id)
    return try enrolments(of: exam.trainingClass).map {
      ExamResultLine(learner: $0, result: results[$0.enrolment.id])
    }
  }

  /// The final score of every learner of a class, by enrolment.
  public func finalScores(
    of it: ID<TrainingClass>
  ) throws(StoreError) -> [ID<Enrolment>: FinalScore] {
    var results: [(exam: Exam, results: [ID<Enrolment>: ExamResult])] = []
    for exam in try exams(of: it) where exam.kind.counts {
      results.append((exam, try self.results(of: exam.id)))
    }
    var scores: [ID<Enrolment>: FinalScore] = [:]
    for learner in try enrolments(of: it) {
      let id = learner.enrolment.id
      scores[id] = FinalScore(results.map { FinalScore.Part($0.exam, $0.results[id]) })
    }
    return scores
  }

  /// The final score of one enrolment; without parts before an exam is defined.
  public func finalScore(of enrolment: Enrolment) throws(StoreError) -> FinalScore {
    var parts: [FinalScore.Part] = []
    for exam in try exams(of: enrolment.trainingClass) where exam.kind.counts {
      parts.append(FinalScore.Part(exam, try result(of: exam.id, enrolment.id)))
    }
    return FinalScore(parts)
  }

  /// Learners of a class with neither a score nor "absent" in some exam that counts; all of them
  /// where no exam is defined.
  public func scoresMissing(in it: ID<TrainingClass>) throws(StoreError) -> Int {
    try value(
      """
      SELECT count(*) FROM enrolment e WHERE e.class = ?1 AND e.state = 'enrolled' AND (
        NOT EXISTS (SELECT 1 FROM exam x WHERE x.class = ?1 AND x.kind <> 'pretest')
        OR EXISTS (
          SELECT 1 FROM exam x WHERE x.class = ?1 AND x.kind <> 'pretest' AND NOT EXISTS (
            SELECT 1 FROM exam_result t WHERE t.exam = x.id AND t.enrolment = e.id
              AND (t.present = 0 OR t.score IS NOT NULL))))
      """, [it])
  }
}

extension Writing {
  /// Writes a result; `old` is what it was before, nil where nothing was entered.
  ///
  /// The id of a new one is given by the caller.
  public func put(_ result: ExamResult, from old: ExamResult?) throws(StoreError) -> Conflict? {
    try put("exam_result", old?.id ?? result.id, from: old?.cells, to: result.cells)
  }
}

extension ExamResult.Source: Storable {}

extension ExamResult {
  static let columns = """
    t.id, t.exam, t.enrolment, t.present, t.signed, t.score, t.source, t.day
    """

  init(row: borrowing Row, from start: Int = 0) throws {
    self.init(
      id: try row[start], exam: try row[start + 1], enrolment: try row[start + 2],
      isPresent: try row[start + 3], hasSigned: try row[start + 4], score: try row[start + 5],
      source: try row[start + 6], day: try row[start + 7])
  }

  /// Every column but the id.
  fileprivate var cells: Cells {
    [
      ("exam", exam), ("enrolment", enrolment), ("present", isPresent), ("signed", hasSigned),
      ("score", score), ("source", source), ("day", day),
    ]
  }
}
