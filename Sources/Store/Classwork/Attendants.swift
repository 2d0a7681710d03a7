import Persian
public import Training

/// An attendant in a session.
public struct AttendantCell: Hashable, Sendable, Codable {
  public var attendant: ID<Attendant>
  public var session: ID<Session>

  public init(_ attendant: ID<Attendant>, _ session: ID<Session>) {
    self.attendant = attendant
    self.session = session
  }
}

/// People who attend a class without being registered.
extension Querying where Self: ~Copyable {
  /// The attendants of a class in the alphabet's order.
  public func attendants(of it: ID<TrainingClass>) throws(StoreError) -> [Attendant] {
    try all(
      "SELECT \(Attendant.columns) FROM attendant WHERE class = ? ORDER BY sort_key, id", [it],
      Attendant.init(row:))
  }

  public func attendant(_ id: ID<Attendant>) throws(StoreError) -> Attendant? {
    try first(
      "SELECT \(Attendant.columns) FROM attendant WHERE id = ?", [id], Attendant.init(row:))
  }

  /// In which sessions attendants were present.
  public func attendance(of it: ID<TrainingClass>) throws(StoreError) -> Set<AttendantCell> {
    Set(
      try all(
        """
        SELECT m.attendant, m.session FROM attendant_mark m JOIN attendant a ON a.id = m.attendant
        WHERE a.class = ? AND m.present = 1
        """, [it]
      ) { row in AttendantCell(try row[0], try row[1]) })
  }

  /// Whether a learner of the class has this national code.
  public func isEnrolled(
    _ code: NationalCode, in it: ID<TrainingClass>
  ) throws(StoreError) -> Bool {
    try exists(
      """
      SELECT 1 FROM enrolment e JOIN person p ON p.id = e.person
      WHERE e.class = ? AND e.state = 'enrolled' AND p.national_code = ?
      """, [it, code.digits])
  }
}

extension Writing {
  public func insert(_ attendant: Attendant) throws(StoreError) {
    try insert("attendant", attendant.id, attendant.cells)
  }

  /// Changes what differs between two forms of an attendant, if the first is still there.
  public func update(_ old: Attendant, to new: Attendant) throws(StoreError) -> Conflict? {
    try update("attendant", old.id, from: old.cells, to: new.cells)
  }

  /// Takes an attendant and the attendance from the class.
  public func deleteAttendant(_ id: ID<Attendant>) throws(StoreError) {
    try run("DELETE FROM attendant_mark WHERE attendant = ?", [id])
    try run("DELETE FROM attendant WHERE id = ?", [id])
  }

  /// Says whether an attendant was in a session; false where it is so already.
  public func mark(
    _ cell: AttendantCell, present: Bool, id: Int64
  ) throws(StoreError) -> Bool {
    let changed = try run(
      "UPDATE attendant_mark SET present = ? WHERE attendant = ? AND session = ? AND present <> ?",
      [present, cell.attendant, cell.session, present])
    guard changed == 0, present else { return changed > 0 }
    return try run(
      """
      INSERT INTO attendant_mark (id, attendant, session, present) SELECT ?, ?, ?, 1
      WHERE NOT EXISTS (SELECT 1 FROM attendant_mark WHERE attendant = ? AND session = ?)
      """, [id, cell.attendant, cell.session, cell.attendant, cell.session]) > 0
  }
}

extension Attendant {
  fileprivate static let columns = """
    id, class, first_name, last_name, national_code, personnel_code, workplace, mobile, note
    """

  fileprivate init(row: borrowing Row) throws {
    let code: String = try row[4]
    self.init(
      id: try row[0], trainingClass: try row[1],
      name: try PersonName(first: try row[2], last: try row[3]),
      nationalCode: code.isEmpty ? nil : try NationalCode(unchecked: code),
      personnelCode: try row[5], workplace: try row[6], mobile: try row[7], note: try row[8])
  }

  /// Every column but the id.
  fileprivate var cells: Cells {
    [
      ("class", trainingClass), ("first_name", name.first), ("last_name", name.last),
      ("sort_key", Collation.key(name.surnameFirst)), ("national_code", nationalCode?.digits ?? ""),
      ("personnel_code", personnelCode), ("workplace", workplace), ("mobile", mobile),
      ("note", note),
    ]
  }
}
