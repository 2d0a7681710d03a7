public import Training

/// The two scores of level 2.
extension Querying where Self: ~Copyable {
  /// What the learners of a course gained: those who have both a pre-test and a final score (S2-8.1b).
  public func learningGain(of request: ID<CourseRequest>) throws(StoreError) -> LearningGain {
    var before: [ID<Enrolment>: LearningGain.Score] = [:]
    var after: [ID<Enrolment>: LearningGain.Score] = [:]
    try each(
      """
      SELECT t.enrolment, x.kind, t.score, x.maximum FROM exam x
        JOIN training_class k ON k.id = x.class JOIN exam_result t ON t.exam = x.id
        JOIN enrolment e ON e.id = t.enrolment
      WHERE k.request = ? AND t.score IS NOT NULL AND e.state NOT IN ('withdrawn', 'removed')
      ORDER BY x.kind = 'final', x.day, x.id
      """, [request]
    ) { row in
      let kind: String = try row[1]
      let score = LearningGain.Score(try row[2], of: try row[3])
      if kind == "pretest" { before[try row[0]] = score } else { after[try row[0]] = score }
      return true
    }
    return LearningGain(
      before.compactMap { enrolment, score in
        after[enrolment].map { LearningGain.Pair(before: score, after: $0) }
      })
  }
}
