public import Persian
public import Training

/// A form that a learner has still to fill in.
public struct SurveyTask: Hashable, Sendable {
  public let enrolment: ID<Enrolment>
  public let instructor: Factor
  public let request: ID<CourseRequest>
  public let courseTitle: String
  public let className: String
  /// The last session of the course.
  public let end: JalaliDate
}

/// Surveys among learners.
extension Querying where Self: ~Copyable {
  /// The questions as the editable lists have them: instructor, content, management.
  public func surveyQuestions() throws(StoreError) -> [SurveyQuestion] {
    var questions: [SurveyQuestion] = []
    for axis in SurveyAxis.allCases {
      questions += try items(of: axis.list).map {
        SurveyQuestion(axis, code: $0.code, text: $0.title)
      }
    }
    return questions
  }

  /// The forms about a course, without an order that would tell whose they are.
  public func surveySheets(
    of request: ID<CourseRequest>, about instructor: ID<Factor>? = nil
  ) throws(StoreError) -> [SurveySheet] {
    let condition = instructor == nil ? "" : "AND s.factor = ?"
    let arguments: [any Storable] = [request] + (instructor.map { [$0] } ?? [])
    return try all(
      """
      SELECT s.id, s.enrolment, s.factor, s.origin, s.day, s.ratings, s.remark
      FROM survey_sheet s JOIN enrolment e ON e.id = s.enrolment
        JOIN training_class k ON k.id = e.class
      WHERE k.request = ? \(condition) ORDER BY s.ratings, s.id
      """, arguments, SurveySheet.init(row:))
  }

  /// Which learners of a class have answered about whom.
  public func surveyed(
    in it: ID<TrainingClass>
  ) throws(StoreError) -> [ID<Enrolment>: Set<ID<Factor>>] {
    var answered: [ID<Enrolment>: Set<ID<Factor>>] = [:]
    try each(
      """
      SELECT s.enrolment, s.factor FROM survey_sheet s JOIN enrolment e ON e.id = s.enrolment
      WHERE e.class = ?
      """, [it]
    ) { row in
      answered[try row[0], default: []].insert(try row[1])
      return true
    }
    return answered
  }

  public func hasSurveySheet(
    _ enrolment: ID<Enrolment>, about instructor: ID<Factor>
  ) throws(StoreError) -> Bool {
    try exists(
      "SELECT 1 FROM survey_sheet WHERE enrolment = ? AND factor = ?", [enrolment, instructor])
  }

  public func surveyCount(of request: ID<CourseRequest>) throws(StoreError) -> Int {
    try value(
      """
      SELECT count(*) FROM survey_sheet s JOIN enrolment e ON e.id = s.enrolment
        JOIN training_class k ON k.id = e.class WHERE k.request = ?
      """, [request])
  }

  /// The forms that a person has still to fill in, of courses that last on a day (S2-8.3d).
  public func surveyTasks(
    of person: ID<Person>, on day: JalaliDate
  ) throws(StoreError) -> [SurveyTask] {
    try all(
      """
      SELECT e.id, f.id, f.request, f.role, f.educator, f.person, f.national_code, f.full_name,
        f.minutes, f.active, r.id, c.title, k.name,
        (SELECT max(s.day) FROM training_class o JOIN session s ON s.class = o.id
          WHERE o.request = r.id AND o.state <> 'cancelled') AS last
      FROM enrolment e JOIN training_class k ON k.id = e.class
        JOIN course_request r ON r.id = k.request JOIN course c ON c.id = r.course
        JOIN factor f ON f.request = r.id AND f.role = 'instructor' AND f.active = 1
      WHERE e.person = ? AND e.state = 'enrolled' AND k.state <> 'cancelled' AND last >= ?
        AND (SELECT min(s.day) FROM training_class o JOIN session s ON s.class = o.id
          WHERE o.request = r.id AND o.state <> 'cancelled') <= ?
        AND NOT EXISTS (
          SELECT 1 FROM survey_sheet t WHERE t.enrolment = e.id AND t.factor = f.id)
        AND NOT EXISTS (
          SELECT 1 FROM effectiveness x WHERE x.request = r.id AND x.level = 1
            AND x.summarised_day IS NOT NULL)
      ORDER BY last, e.id, f.id
      """, [person, day, day]
    ) { row in
      SurveyTask(
        enrolment: try row[0], instructor: try Factor(row: row, from: 1), request: try row[10],
        courseTitle: try row[11], className: try row[12], end: try row[13])
    }
  }
}

extension Writing {
  public func insert(_ sheet: SurveySheet) throws(StoreError) {
    try insert(
      "survey_sheet", sheet.id,
      [
        ("enrolment", sheet.enrolment), ("factor", sheet.instructor), ("origin", sheet.origin),
        ("day", sheet.day), ("ratings", sheet.ratings.stored), ("remark", sheet.remark),
      ])
  }
}

extension SurveySheet.Origin: Storable {}

extension SurveySheet {
  init(row: borrowing Row) throws {
    self.init(
      id: try row[0], enrolment: try row[1], instructor: try row[2], origin: try row[3],
      day: try row[4], ratings: try Ratings(stored: try row[5]), remark: try row[6])
  }
}

extension Ratings {
  /// One answer a line: key, blank, number.
  init(stored text: String) throws {
    self.init()
    for line in text.split(separator: "\n") {
      guard let blank = line.lastIndex(of: " "), let value = Int(line[blank...].dropFirst()) else {
        throw StoreError.damaged("an answer: \(line)")
      }
      self[String(line[..<blank])] = value
    }
  }

  var stored: String {
    values.keys.sorted().map { "\($0) \(values[$0] ?? 0)" }.joined(separator: "\n")
  }
}
