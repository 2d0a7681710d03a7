public import Training

/// What was counted on paper of classes, beside what the records hold (S2-9.5b).
extension Querying where Self: ~Copyable {
  /// The comparison of a class: what stands against closing it are its `findings`.
  ///
  /// - Throws: `StoreError.notFound` when there is no such class.
  public func paperComparison(
    of it: ID<TrainingClass>
  ) throws(StoreError) -> PaperComparison {
    let found = try first("\(Self.comparison) WHERE k.id = ?", [it], PaperComparison.init(row:))
    guard let found else { throw .notFound }
    return found
  }

  /// The comparisons of a course's classes that are not cancelled, in the order of their definition.
  public func paperComparisons(
    of request: ID<CourseRequest>
  ) throws(StoreError) -> [PaperComparison] {
    try all(
      "\(Self.comparison) WHERE k.request = ? AND k.state <> 'cancelled' ORDER BY k.id",
      [request], PaperComparison.init(row:))
  }

  private static var comparison: String {
    // Every final exam and project of the class; who has left is not counted.
    let scores = """
      FROM exam x JOIN exam_result t ON t.exam = x.id JOIN enrolment e ON e.id = t.enrolment
        WHERE x.class = k.id AND x.kind <> 'pretest' AND e.state NOT IN ('withdrawn', 'removed')
      """
    return """
      SELECT k.id, k.name,
        (SELECT count(*) FROM enrolment e
          WHERE e.class = k.id AND e.state NOT IN ('withdrawn', 'removed')),
        (SELECT count(t.score) \(scores)), (SELECT ifnull(sum(t.score), 0) \(scores)),
        (SELECT count(*) FROM enrolment e JOIN mark m ON m.enrolment = e.id
            JOIN session s ON s.id = m.session
          WHERE e.class = k.id AND s.class = k.id AND e.state NOT IN ('withdrawn', 'removed')
            AND m.absent_minutes > 0),
        p.id, p.learners, p.scores, p.score_total, p.absences, ifnull(p.reason, '')
      FROM training_class k LEFT JOIN paper_count p ON p.id = k.id
      """
  }
}

extension Writing {
  /// Writes what was counted on paper of a class, if what was written before is still there.
  public func put(
    _ new: ClassCounts, reason: String, over old: PaperComparison
  ) throws(StoreError) -> Conflict? {
    try put(
      "paper_count", old.trainingClass, from: old.paper.map { $0.cells(old.reason) },
      to: new.cells(reason))
  }
}

extension ClassCounts {
  fileprivate init(row: borrowing Row, from start: Int) throws {
    self.init(
      learners: try row[start], scores: try row[start + 1], scoreTotal: try row[start + 2],
      absences: try row[start + 3])
  }

  fileprivate func cells(_ reason: String) -> Cells {
    [
      ("learners", learners), ("scores", scores), ("score_total", scoreTotal),
      ("absences", absences), ("reason", reason),
    ]
  }
}

extension PaperComparison {
  fileprivate init(row: borrowing Row) throws {
    self.init(
      trainingClass: try row[0], className: try row[1],
      records: try ClassCounts(row: row, from: 2),
      paper: row.value(6) == .null ? nil : try ClassCounts(row: row, from: 7),
      reason: try row[11])
  }
}
