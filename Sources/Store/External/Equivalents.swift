import Persian
public import Training

extension EquivalentLife.State: Storable {}
extension EquivalentCourse.Kind: Storable {}

/// A course held elsewhere with its learner, as lists show it.
public struct EquivalentLine: Hashable, Sendable {
  public let equivalent: EquivalentCourse
  public let person: Person
  public let unitName: String
  /// The course of the catalogue that it is taken for.
  public let course: Course?
  /// Empty before it is sent.
  public let batchNumber: String
}

/// A list that a district has sent, with how many stand in it.
public struct EquivalentBatchLine: Hashable, Sendable {
  public let batch: EquivalentBatch
  public let unitName: String
  /// All that were sent with it, and those of them that the province has not decided on.
  public let count: Int
  public let open: Int
}

/// Courses and activities held elsewhere, within the reach of an account.
extension Querying where Self: ~Copyable {
  private static var selection: String {
    """
    SELECT p.id, p.national_code, p.personnel_code, p.first_name, p.last_name, p.father_name,
      p.birth_day, p.gender, p.mobile, p.kind, p.unit, p.school, p.active,
      \(EquivalentCourse.columns), u.name,
      ifnull(b.number, ''),
      c.id, c.code, c.title, c.minutes, c.kind, c.feature, c.exec_permit, c.mandatory_subject,
      c.active
    FROM equivalent_course q JOIN person p ON p.id = q.person JOIN unit u ON u.id = p.unit
      LEFT JOIN course c ON c.id = q.course LEFT JOIN equivalent_batch b ON b.id = q.batch
    """
  }

  /// Nil when there is none within reach.
  public func equivalent(
    _ id: ID<EquivalentCourse>, in reach: PersonReach
  ) throws(StoreError) -> EquivalentLine? {
    try first(
      "\(Self.selection) WHERE q.id = ? AND \(reach.condition)", [id] + reach.arguments,
      EquivalentLine.init(row:))
  }

  /// Those within reach in some states, the latest first; of one list where it is given.
  public func equivalents(
    in reach: PersonReach, states: Set<EquivalentLife.State>? = nil,
    of batch: ID<EquivalentBatch>? = nil, limit: Int = 5_000
  ) throws(StoreError) -> [EquivalentLine] {
    let wanted = (states ?? Set(EquivalentLife.State.allCases).subtracting([.removed]))
      .map(\.rawValue).sorted()
    let marks = wanted.map { _ in "?" }.joined(separator: ", ")
    var arguments: [any Storable] = wanted + reach.arguments
    var ofBatch = ""
    if let batch {
      ofBatch = "AND q.batch = ?"
      arguments.append(batch)
    }
    return try all(
      """
      \(Self.selection) WHERE q.state IN (\(marks)) AND \(reach.condition) \(ofBatch)
      ORDER BY q.registered_day DESC, q.id DESC LIMIT ?
      """, arguments + [limit], EquivalentLine.init(row:))
  }

  /// The lists that districts within a scope have sent, the latest first.
  public func equivalentBatches(in scope: Scope) throws(StoreError) -> [EquivalentBatchLine] {
    try all(
      """
      SELECT b.id, b.unit, b.number, b.day, u.name,
        (SELECT count(*) FROM equivalent_course q WHERE q.batch = b.id),
        (SELECT count(*) FROM equivalent_course q WHERE q.batch = b.id AND q.state = 'sent')
      FROM equivalent_batch b JOIN unit u ON u.id = b.unit
      WHERE u.path >= ? AND u.path < ? ORDER BY b.day DESC, b.id DESC
      """, [scope.range.lower, scope.range.upper]
    ) { row in
      EquivalentBatchLine(
        batch: EquivalentBatch(
          id: try row[0], unit: try row[1], number: try row[2], day: try row[3]),
        unitName: try row[4], count: try row[5], open: try row[6])
    }
  }

  /// Whether the same course of the same year is in a person's record, passed here or elsewhere.
  public func isInRecord(
    _ person: ID<Person>, _ course: Course, year: Int
  ) throws(StoreError) -> Bool {
    try exists(
      """
      SELECT 1 FROM training_record WHERE person = ?1 AND course_code = ?2 AND year = ?3
      UNION ALL
      SELECT 1 FROM enrolment e JOIN training_class k ON k.id = e.class
        JOIN course_request r ON r.id = k.request
      WHERE e.person = ?1 AND r.course = ?4 AND r.year = ?3 AND e.state = 'passed'
      """, [person, course.code, year, course.id])
  }
}

extension Writing {
  public func insert(_ it: EquivalentCourse) throws(StoreError) {
    try insert("equivalent_course", it.id, it.cells)
  }

  /// Changes what differs between two forms, if the first is still there.
  public func update(
    _ old: EquivalentCourse, to new: EquivalentCourse
  ) throws(StoreError) -> Conflict? {
    try update("equivalent_course", old.id, from: old.cells, to: new.cells)
  }

  public func insert(_ batch: EquivalentBatch) throws(StoreError) {
    try insert(
      "equivalent_batch", batch.id,
      [("unit", batch.unit), ("number", batch.number), ("day", batch.day)])
  }
}

extension EquivalentCourse.Review {
  /// The answers as one text: `y`, `n`, or a dash.
  fileprivate var stored: String {
    EquivalentCourse.Condition.allCases.map { self[$0].map { $0 ? "y" : "n" } ?? "-" }.joined()
  }

  fileprivate static func answers(_ stored: String) -> [Bool?] {
    stored.map { $0 == "y" ? true : $0 == "n" ? false : nil }
  }
}

extension EquivalentCourse {
  static let columns = """
    q.id, q.person, q.kind, q.title, q.minutes, q.institute, q.year, q.from_day, q.to_day,
      q.certificate_number, q.certificate_day, q.score, q.introduction, q.file_name, q.file_kind,
      q.file_size, q.file_digest, q.registered_day, q.original_day, q.answers, q.course, q.batch,
      q.state, q.reason
    """

  /// A row whose columns begin somewhere in a longer one.
  fileprivate init(row: borrowing Row, from start: Int) throws {
    guard let scan = try Attachment.stored(in: row, from: start + 13) else {
      throw StoreError.damaged("a certificate without its scan")
    }
    let form = Form(
      kind: try row[start + 2], title: try row[start + 3], minutes: try row[start + 4],
      institute: try row[start + 5],
      year: try row[start + 6], from: try row[start + 7], to: try row[start + 8],
      certificate: LetterMark(number: try row[start + 9], day: try row[start + 10]),
      score: try row[start + 11],
      introduction: try row[start + 12])
    let review = Review(
      originalSeen: try row[start + 18], answers: Review.answers(try row[start + 19]),
      course: try row[start + 20])
    self.init(
      id: try row[start], person: try row[start + 1], form: form, scan: scan,
      registered: try row[start + 17],
      review: review, batch: try row[start + 21], state: try row[start + 22],
      reason: try row[start + 23])
  }

  /// Every column but the id.
  fileprivate var cells: Cells {
    let own: Cells = [
      ("person", person), ("kind", form.kind), ("title", form.title), ("minutes", form.minutes),
      ("institute", form.institute), ("year", form.year), ("from_day", form.from),
      ("to_day", form.to), ("certificate_number", form.certificate.number),
      ("certificate_day", form.certificate.day), ("score", form.score),
      ("introduction", form.introduction),
    ]
    let decided: Cells = [
      ("registered_day", registered), ("original_day", review.originalSeen),
      ("answers", review.stored), ("course", review.course), ("batch", batch), ("state", state),
      ("reason", reason),
    ]
    return own + Attachment.cells(of: scan) + decided
  }
}

extension EquivalentLine {
  fileprivate init(row: borrowing Row) throws {
    equivalent = try EquivalentCourse(row: row, from: 13)
    person = try Person(row: row)
    unitName = try row[37]
    batchNumber = try row[38]
    course = row.value(39) == .null ? nil : try Course(row: row, from: 39)
  }
}
