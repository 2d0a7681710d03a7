import Persian
public import Training

/// An application with what lists show beside it.
public struct ApplicationLine: Hashable, Sendable {
  public let application: InstructorApplication
  public let unitName: String
  /// Courses that the council confirmed.
  public let courses: Int
}

/// How a tracking code is kept: a part by which it is found, and the hash of the whole.
public struct TrackingMark: Hashable, Sendable, Codable {
  public var locator: String
  public var hash: String

  public init(locator: String, hash: String) {
    self.locator = locator
    self.hash = hash
  }
}

/// Applications of instructors, within a scope but where a code names exactly one.
extension Querying where Self: ~Copyable {
  private static var applicationLines: String {
    """
    SELECT \(InstructorApplication.columns), u.name,
      (SELECT count(*) FROM instructor_course c WHERE c.application = a.id)
    FROM instructor_application a JOIN unit u ON u.id = a.unit
    """
  }

  /// Nil when there is none within the scope.
  public func application(
    _ id: ID<InstructorApplication>, in scope: Scope
  ) throws(StoreError) -> ApplicationLine? {
    try first(
      "\(Self.applicationLines) WHERE a.id = ? AND u.path >= ? AND u.path < ?",
      [id, scope.range.lower, scope.range.upper], ApplicationLine.init(row:))
  }

  /// A page of the applications of a scope in the alphabet's order; the same price for every page.
  ///
  /// Narrowed to some states, and to parts of the name or the beginning of the national code, where
  /// they are given.
  public func applications(
    in scope: Scope, states: Set<InstructorLife.State>? = nil, matching text: String = "",
    page: ListPage<InstructorApplication> = .first, limit: Int = .max
  ) throws(StoreError) -> [ApplicationLine] {
    var conditions: [(String, [any Storable])] = []
    if let states {
      let marks = states.map { _ in "?" }.joined(separator: ", ")
      conditions.append(("+a.state IN (\(marks))", Array(states)))
    }
    for word in Normalizer.line(text).split(separator: " ").map(String.init) {
      let digits = Digits.latin(word)
      conditions.append(
        (
          """
          (instr(a.last_name, ?) > 0 OR instr(a.first_name, ?) > 0
            OR substr(a.national_code, 1, length(?)) = ?)
          """, [word, word, digits, digits]
        ))
    }
    let bound = page.bound(InstructorApplication.order)
    let ids = try pageIDs(
      of: InstructorApplication.rows, in: scope, where: conditions, bound, limit: limit)
    let found = try all(
      "\(Self.applicationLines) WHERE a.id IN (\(ids.sql)) ORDER BY \(bound.sorting)",
      ids.arguments, ApplicationLine.init(row:))
    return bound.turned(found)
  }

  /// The application of a national code that is not over, in any office.
  public func liveApplication(
    of code: NationalCode
  ) throws(StoreError) -> InstructorApplication? {
    try first(
      """
      SELECT \(InstructorApplication.columns) FROM instructor_application a
      WHERE a.national_code = ? AND a.state NOT IN ('rejected', 'inactive')
      """, [code.digits]
    ) { row in try InstructorApplication(row: row) }
  }

  /// The last application of a national code, whatever has become of it.
  public func lastApplication(
    of code: NationalCode
  ) throws(StoreError) -> InstructorApplication? {
    try first(
      """
      SELECT \(InstructorApplication.columns) FROM instructor_application a
      WHERE a.national_code = ?
      ORDER BY a.state IN ('rejected', 'inactive'), a.submitted_day DESC, a.id DESC
      """, [code.digits]
    ) { row in try InstructorApplication(row: row) }
  }

  /// The application that a tracking code may be of; its hash still has to be compared.
  public func application(
    trackedBy locator: String
  ) throws(StoreError) -> ID<InstructorApplication>? {
    try first(
      "SELECT id FROM instructor_application WHERE tracking_locator = ?", [locator]
    ) { row in try row[0] }
  }

  public func tracking(of id: ID<InstructorApplication>) throws(StoreError) -> TrackingMark {
    let mark = try first(
      "SELECT tracking_locator, tracking_hash FROM instructor_application WHERE id = ?", [id]
    ) { row in TrackingMark(locator: try row[0], hash: try row[1]) }
    guard let mark else { throw .notFound }
    return mark
  }

  public func papers(of id: ID<InstructorApplication>) throws(StoreError) -> [InstructorPaper] {
    try all(
      """
      SELECT role, kind, title, amount, file_name, file_kind, file_size, file_digest
      FROM instructor_paper WHERE application = ? ORDER BY id
      """, [id], InstructorPaper.init(row:))
  }
}

extension Writing {
  public func insert(
    _ it: InstructorApplication, tracking: TrackingMark
  ) throws(StoreError) {
    let mark: Cells = [("tracking_locator", tracking.locator), ("tracking_hash", tracking.hash)]
    try insert("instructor_application", it.id, it.cells + mark)
  }

  /// Changes what differs between two forms of an application, if the first is still there.
  public func update(
    _ old: InstructorApplication, to new: InstructorApplication
  ) throws(StoreError) -> Conflict? {
    try update("instructor_application", old.id, from: old.cells, to: new.cells)
  }

  /// Gives an application another tracking code.
  public func setTracking(
    _ mark: TrackingMark, of id: ID<InstructorApplication>
  ) throws(StoreError) {
    try run(
      "UPDATE instructor_application SET tracking_locator = ?, tracking_hash = ? WHERE id = ?",
      [mark.locator, mark.hash, id])
  }

  /// Puts the rows of an application in place of those it has.
  ///
  /// - Precondition: as many ids as rows.
  public func replacePapers(
    of id: ID<InstructorApplication>, with papers: [InstructorPaper], ids: [Int64]
  ) throws(StoreError) {
    precondition(ids.count == papers.count, "every row has an id")
    try run("DELETE FROM instructor_paper WHERE application = ?", [id])
    for (key, paper) in zip(ids, papers) {
      try insert(
        "instructor_paper", ID<InstructorPaper>(rawValue: key),
        [
          ("application", id), ("role", paper.role), ("kind", paper.kind),
          ("title", paper.title), ("amount", paper.amount),
        ] + Attachment.cells(of: paper.file))
    }
  }
}

extension InstructorLife.State: Storable {}
extension NonLocalLife.State: Storable {}
extension SchoolStaffLife.State: Storable {}
extension InstructorPaper.Role: Storable {}

extension InstructorApplication {
  fileprivate static let rows = OfficeRows(
    tables: "instructor_application a", back: "instructor_application a",
    table: "instructor_application", id: "a.id", unit: "a.unit")
  fileprivate static let order = ListOrder<InstructorApplication>(
    .ascending, "a.sort_key", "a.id"
  ) { [Collation.key($0.form.name.surnameFirst), $0.id] }

  static let columns = """
    a.id, a.national_code, a.personnel_code, a.educator, a.first_name, a.last_name,
      a.father_name, a.certificate_number, a.birth_day, a.workplace, a.phone, a.unit, a.degree,
      a.field, a.university, a.graduated, a.score, a.submitted_day, a.originals_day,
      a.inquiry_number, a.inquiry_day, a.reply_number, a.reply_day, a.state, a.reason
    """

  /// An application whose columns begin somewhere in a longer row.
  init(row: borrowing Row, from start: Int = 0) throws {
    let personnelCode: String? = try row[start + 2]
    let form = Form(
      nationalCode: try NationalCode(unchecked: try row[start + 1]),
      personnelCode: try personnelCode.map { try PersonnelCode(recorded: $0) },
      isEducator: try row[start + 3],
      name: try PersonName(first: try row[start + 4], last: try row[start + 5]),
      fatherName: try row[start + 6], certificateNumber: try row[start + 7],
      birthDay: try row[start + 8], workplace: try row[start + 9], phone: try row[start + 10],
      unit: try row[start + 11], degree: try row[start + 12], field: try row[start + 13],
      university: try row[start + 14], graduated: try row[start + 15])
    self.init(
      id: try row[start], form: form, score: try row[start + 16],
      submitted: try row[start + 17], originalsSeen: try row[start + 18],
      inquiry: LetterMark(number: try row[start + 19], day: try row[start + 20]),
      reply: LetterMark(number: try row[start + 21], day: try row[start + 22]),
      state: try row[start + 23], reason: try row[start + 24])
  }

  /// Every column but the id and those of the tracking code.
  fileprivate var cells: Cells {
    [
      ("national_code", form.nationalCode.digits), ("personnel_code", form.personnelCode?.digits),
      ("educator", form.isEducator), ("first_name", form.name.first),
      ("last_name", form.name.last), ("sort_key", Collation.key(form.name.surnameFirst)),
      ("father_name", form.fatherName),
      ("certificate_number", form.certificateNumber), ("birth_day", form.birthDay),
      ("workplace", form.workplace), ("phone", form.phone), ("unit", form.unit),
      ("degree", form.degree), ("field", form.field), ("university", form.university),
      ("graduated", form.graduated), ("score", score), ("submitted_day", submitted),
      ("originals_day", originalsSeen), ("inquiry_number", inquiry.number),
      ("inquiry_day", inquiry.day), ("reply_number", reply.number), ("reply_day", reply.day),
      ("state", state), ("reason", reason),
    ]
  }
}

extension InstructorPaper {
  init(row: borrowing Row) throws {
    self.init(
      try row[0], kind: try row[1], title: try row[2], amount: try row[3],
      file: try Attachment.stored(in: row, from: 4))
  }
}

extension ApplicationLine {
  init(row: borrowing Row) throws {
    application = try InstructorApplication(row: row)
    unitName = try row[25]
    courses = try row[26]
  }
}
