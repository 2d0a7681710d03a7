import Persian
public import Training

extension CertificateLife.State: Storable {}

extension CertificateCode: Storable {
  package init?(stored: Value) {
    guard case .text(let text) = stored else { return nil }
    self.init(text)
  }

  package var stored: Value { .text(digits) }
}

extension CertificateCode {
  /// The code that belongs to printed facts: their SHA-256 digest.
  public init(of facts: Certificate.Facts) {
    self.init(digest: SHA256.digest(of: Array(facts.sealed.utf8)))
  }
}

/// Certificates of courses held here.
extension Querying where Self: ~Copyable {
  private static var reached: String {
    """
    FROM certificate t JOIN enrolment e ON e.id = t.enrolment
      JOIN training_class k ON k.id = e.class JOIN course_request r ON r.id = k.request
    """
  }

  /// Nil when there is none within reach.
  public func certificate(
    _ id: ID<Certificate>, in reach: CourseReach
  ) throws(StoreError) -> Certificate? {
    try first(
      "SELECT \(Certificate.columns) \(Self.reached) WHERE t.id = ? AND \(reach.condition)",
      [id] + reach.arguments, Certificate.init(row:))
  }

  /// Whoever holds the paper may ask for it by its code.
  public func certificate(_ code: CertificateCode) throws(StoreError) -> Certificate? {
    try first(
      "SELECT \(Certificate.columns) FROM certificate t WHERE t.code = ?", [code],
      Certificate.init(row:))
  }

  /// The valid one of an enrolment.
  public func certificate(of enrolment: ID<Enrolment>) throws(StoreError) -> Certificate? {
    try first(
      "SELECT \(Certificate.columns) FROM certificate t WHERE t.enrolment = ? AND t.state = 'issued'",
      [enrolment], Certificate.init(row:))
  }

  /// The certificates of a class, in the order of their numbers.
  public func certificates(of it: ID<TrainingClass>) throws(StoreError) -> [Certificate] {
    try all(
      """
      SELECT \(Certificate.columns) FROM certificate t JOIN enrolment e ON e.id = t.enrolment
      WHERE e.class = ? ORDER BY t.year, t.serial
      """, [it], Certificate.init(row:))
  }

  /// The valid certificates behind an id, whichever it is of: a class, an enrolment or a certificate.
  ///
  /// No two records have the same id, so that one question serves every list that prints.
  public func certificates(behind id: Int64, in reach: CourseReach) throws(StoreError)
    -> [Certificate]
  {
    try all(
      """
      SELECT \(Certificate.columns) \(Self.reached)
      WHERE (t.id = ? OR t.enrolment = ? OR e.class = ?) AND t.state = 'issued'
        AND \(reach.condition)
      ORDER BY t.year, t.serial
      """, [id, id, id] + reach.arguments, Certificate.init(row:))
  }

  /// The certificates of a year within reach, the revoked among them, in the order of their numbers.
  public func certificates(
    in reach: CourseReach, year: Int
  ) throws(StoreError) -> [Certificate] {
    try all(
      """
      SELECT \(Certificate.columns) \(Self.reached) WHERE t.year = ? AND \(reach.condition)
      ORDER BY t.unit, t.serial
      """, [year] + reach.arguments, Certificate.init(row:))
  }

  /// What a person holds, the newest first.
  public func certificates(of person: ID<Person>) throws(StoreError) -> [Certificate] {
    try all(
      """
      SELECT \(Certificate.columns) FROM certificate t JOIN enrolment e ON e.id = t.enrolment
      WHERE e.person = ? ORDER BY t.issued_day DESC, t.id DESC
      """, [person], Certificate.init(row:))
  }

  /// The last number an office gave in a year; 0 before the first.
  public func lastSerial(of unit: ID<Unit>, in year: Int) throws(StoreError) -> Int {
    try value(
      "SELECT ifnull(max(serial), 0) FROM certificate WHERE unit = ? AND year = ?", [unit, year])
  }
}

extension Writing {
  public func insert(_ it: Certificate) throws(StoreError) {
    try insert("certificate", it.id, it.cells)
  }

  /// Changes what differs between two forms of a certificate, if the first is still there.
  public func update(_ old: Certificate, to new: Certificate) throws(StoreError) -> Conflict? {
    try update("certificate", old.id, from: old.cells, to: new.cells)
  }
}

extension Certificate {
  fileprivate static let columns = """
    t.id, t.enrolment, t.unit, t.year, t.serial, t.number, t.issued_day, t.holder,
      t.national_code, t.personnel_code, t.course_code, t.course_title, t.minutes, t.from_day,
      t.to_day, t.score, t.office, t.code, t.state, t.revoked_day, t.reason
    """

  fileprivate init(row: borrowing Row) throws {
    self.init(
      id: try row[0], enrolment: try row[1], unit: try row[2], year: try row[3],
      serial: try row[4],
      facts: Facts(
        number: try row[5], issued: try row[6], holder: try row[7], nationalCode: try row[8],
        personnelCode: try row[9], courseCode: try row[10], courseTitle: try row[11],
        minutes: try row[12], from: try row[13], to: try row[14], score: try row[15],
        office: try row[16]),
      code: try row[17], state: try row[18], revoked: try row[19], reason: try row[20])
  }

  fileprivate var cells: Cells {
    [
      ("enrolment", enrolment), ("unit", unit), ("year", year), ("serial", serial),
      ("number", facts.number), ("issued_day", facts.issued), ("holder", facts.holder),
      ("national_code", facts.nationalCode), ("personnel_code", facts.personnelCode),
      ("course_code", facts.courseCode), ("course_title", facts.courseTitle),
      ("minutes", facts.minutes), ("from_day", facts.from), ("to_day", facts.to),
      ("score", facts.score), ("office", facts.office), ("code", code), ("state", state),
      ("revoked_day", revoked), ("reason", reason),
    ]
  }
}
