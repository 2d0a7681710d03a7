public import Persian
public import Training

/// A learner of a course with what is there of level 3.
public struct BehaviourLine: Hashable, Sendable {
  public let learner: EnrolmentLine
  public let className: String
  public let answered: Set<BehaviourSheet.Respondent>
}

/// The questionnaires of level 3.
extension Querying where Self: ~Copyable {
  public func behaviourQuestions(
    of request: ID<CourseRequest>
  ) throws(StoreError) -> [BehaviourQuestion] {
    try all(
      "SELECT id, request, text FROM behaviour_question WHERE request = ? ORDER BY id", [request]
    ) { row in
      BehaviourQuestion(id: try row[0], request: try row[1], text: try row[2])
    }
  }

  public func behaviourSheets(
    of request: ID<CourseRequest>
  ) throws(StoreError) -> [BehaviourSheet] {
    try all(
      """
      SELECT s.id, s.enrolment, s.respondent, s.manager, s.day, s.ratings
      FROM behaviour_sheet s JOIN enrolment e ON e.id = s.enrolment
        JOIN training_class k ON k.id = e.class
      WHERE k.request = ? ORDER BY s.id
      """, [request], BehaviourSheet.init(row:))
  }

  public func hasBehaviourSheet(
    _ enrolment: ID<Enrolment>, by respondent: BehaviourSheet.Respondent
  ) throws(StoreError) -> Bool {
    try exists(
      "SELECT 1 FROM behaviour_sheet WHERE enrolment = ? AND respondent = ?",
      [enrolment, respondent])
  }

  /// The learners who stayed in the classes of a course, with who has answered about them.
  public func behaviourLines(
    of request: ID<CourseRequest>, in reach: CourseReach, on day: JalaliDate
  ) throws(StoreError) -> [BehaviourLine] {
    var answered: [ID<Enrolment>: Set<BehaviourSheet.Respondent>] = [:]
    for sheet in try behaviourSheets(of: request) {
      answered[sheet.enrolment, default: []].insert(sheet.respondent)
    }
    var lines: [BehaviourLine] = []
    for line in try classes(of: request, in: reach, on: day)
    where line.trainingClass.state != .cancelled {
      lines += try enrolments(of: line.trainingClass.id).map {
        BehaviourLine(
          learner: $0, className: line.trainingClass.name,
          answered: answered[$0.enrolment.id] ?? [])
      }
    }
    return lines
  }

  /// The questionnaires that a person has still to answer about the own work: course titles by
  /// enrolment, of selected courses that are not summed up.
  public func behaviourTasks(
    of person: ID<Person>
  ) throws(StoreError) -> [(enrolment: ID<Enrolment>, request: ID<CourseRequest>, title: String)] {
    try all(
      """
      SELECT e.id, r.id, c.title FROM enrolment e JOIN training_class k ON k.id = e.class
        JOIN course_request r ON r.id = k.request JOIN course c ON c.id = r.course
        JOIN effectiveness x ON x.request = r.id AND x.level = 3 AND x.summarised_day IS NULL
      WHERE e.person = ? AND e.state NOT IN ('withdrawn', 'removed') AND k.state <> 'cancelled'
        AND EXISTS (SELECT 1 FROM behaviour_question q WHERE q.request = r.id)
        AND NOT EXISTS (
          SELECT 1 FROM behaviour_sheet s WHERE s.enrolment = e.id AND s.respondent = 'self')
      ORDER BY e.id
      """, [person]
    ) { row in (enrolment: try row[0], request: try row[1], title: try row[2]) }
  }
}

extension Writing {
  /// Writes a question; `old` is nil for a new one.
  public func put(
    _ it: BehaviourQuestion, from old: BehaviourQuestion?
  ) throws(StoreError) -> Conflict? {
    try put("behaviour_question", old?.id ?? it.id, from: old?.cells, to: it.cells)
  }

  public func deleteQuestion(_ id: ID<BehaviourQuestion>) throws(StoreError) {
    try run("DELETE FROM behaviour_question WHERE id = ?", [id])
  }

  public func insert(_ sheet: BehaviourSheet) throws(StoreError) {
    try insert(
      "behaviour_sheet", sheet.id,
      [
        ("enrolment", sheet.enrolment), ("respondent", sheet.respondent),
        ("manager", sheet.manager), ("day", sheet.day), ("ratings", sheet.ratings.stored),
      ])
  }
}

extension BehaviourSheet.Respondent: Storable {}

extension BehaviourQuestion {
  fileprivate var cells: Cells { [("request", request), ("text", text)] }
}

extension BehaviourSheet {
  init(row: borrowing Row) throws {
    self.init(
      id: try row[0], enrolment: try row[1], respondent: try row[2], manager: try row[3],
      day: try row[4], ratings: try Ratings(stored: try row[5]))
  }
}
