public import Training

/// An exam at the terminal that concerns a learner.
public struct OwnExamLine: Hashable, Sendable {
  public let exam: Exam
  public let enrolment: ID<Enrolment>
  public let courseTitle: String
  public let className: String
  public let sitting: Sitting?
  public let result: ExamResult?
}

extension Querying where Self: ~Copyable {
  /// The exams of the classes that a person is in, the latest first; those on paper too, for their day.
  public func exams(of person: ID<Person>) throws(StoreError) -> [OwnExamLine] {
    let found = try all(
      """
      SELECT \(Exam.columns), e.id, c.title, k.name
      FROM enrolment e JOIN training_class k ON k.id = e.class
        JOIN course_request r ON r.id = k.request JOIN course c ON c.id = r.course
        JOIN exam x ON x.class = k.id
      WHERE e.person = ? AND e.state NOT IN ('withdrawn', 'removed')
      ORDER BY x.day DESC, x.minute DESC, x.id
      """, [person]
    ) { row in
      (
        exam: try Exam(row: row), enrolment: try row[13] as ID<Enrolment>,
        course: try row[14] as String, name: try row[15] as String
      )
    }
    var lines: [OwnExamLine] = []
    for it in found {
      lines.append(
        OwnExamLine(
          exam: it.exam, enrolment: it.enrolment, courseTitle: it.course, className: it.name,
          sitting: try sitting(of: it.exam.id, it.enrolment),
          result: try result(of: it.exam.id, it.enrolment)))
    }
    return lines
  }
}
