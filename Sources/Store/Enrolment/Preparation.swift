public import Persian
public import Training

/// How courses are prepared: checklists, pre-test, second registrations, notices.
extension Querying where Self: ~Copyable {
  /// What a course needs beside its classes; nothing where nobody has said so.
  public func preparation(of request: ID<CourseRequest>) throws(StoreError) -> CoursePreparation? {
    try first(
      """
      SELECT id, request, content_system, external_form, stage_address, pretest, mission_order,
        introduction
      FROM preparation WHERE request = ?
      """, [request], CoursePreparation.init(row:))
  }

  /// The lines of the checklists of a course that somebody has written.
  public func preparationItems(
    of request: ID<CourseRequest>
  ) throws(StoreError) -> [PreparationItem] {
    try all(
      """
      SELECT id, request, area, code, state, responsible, note, count, day, supplier, invoice
      FROM preparation_item WHERE request = ? ORDER BY id
      """, [request], PreparationItem.init(row:))
  }

  /// The first day of any class of a request that is not cancelled.
  public func firstClassDay(of request: ID<CourseRequest>) throws(StoreError) -> JalaliDate? {
    let day: Int? = try value(
      "SELECT min(class_from) FROM training_class WHERE request = ? AND state <> 'cancelled'",
      [request])
    return day.map { JalaliDate(dayNumber: $0) }
  }

  /// The last day on which somebody enrols in a class of a request; nil before there is a class.
  public func lastEnrolmentDay(of request: ID<CourseRequest>) throws(StoreError) -> JalaliDate? {
    let day: Int? = try value(
      "SELECT max(enrol_to) FROM training_class WHERE request = ? AND state <> 'cancelled'",
      [request])
    return day.map { JalaliDate(dayNumber: $0) }
  }

  /// What was announced of a course, the latest first.
  public func notices(of request: ID<CourseRequest>) throws(StoreError) -> [CourseNotice] {
    try all(
      """
      SELECT id, request, day, channels, text FROM course_notice WHERE request = ?
      ORDER BY id DESC
      """, [request], CourseNotice.init(row:))
  }

  /// The registrations outside the portal that the learners of a class have done.
  public func secondStages(
    of it: ID<TrainingClass>
  ) throws(StoreError) -> [ID<Enrolment>: Set<SecondStage>] {
    var done: [ID<Enrolment>: Set<SecondStage>] = [:]
    try each(
      """
      SELECT s.enrolment, s.stage FROM second_stage s JOIN enrolment e ON e.id = s.enrolment
      WHERE e.class = ?
      """, [it]
    ) { row in
      done[try row[0], default: []].insert(try row[1])
      return true
    }
    return done
  }
}

extension Writing {
  /// Writes what a course needs; `old` nil where nobody has said so before.
  public func put(
    _ it: CoursePreparation, from old: CoursePreparation?
  ) throws(StoreError) -> Conflict? {
    try put("preparation", old?.id ?? it.id, from: old?.cells, to: it.cells)
  }

  public func put(
    _ it: PreparationItem, from old: PreparationItem?
  ) throws(StoreError) -> Conflict? {
    try put("preparation_item", old?.id ?? it.id, from: old?.cells, to: it.cells)
  }

  public func insert(_ notice: CourseNotice) throws(StoreError) {
    try insert(
      "course_notice", notice.id,
      [
        ("request", notice.request), ("day", notice.day),
        ("channels", notice.channels.joined(separator: "\n")), ("text", notice.text),
      ])
  }

  /// Says that a learner has done a registration outside the portal, or has not.
  public func setStage(
    _ stage: SecondStage, of enrolment: ID<Enrolment>, done day: JalaliDate?,
    id: ID<SecondStage>
  ) throws(StoreError) {
    guard let day else {
      try run(
        "DELETE FROM second_stage WHERE enrolment = ? AND stage = ?", [enrolment, stage])
      return
    }
    try run(
      """
      INSERT INTO second_stage (id, enrolment, stage, done_day) VALUES (?, ?, ?, ?)
      ON CONFLICT (enrolment, stage) DO NOTHING
      """, [id, enrolment, stage, day])
  }
}

extension SecondStage: Storable {}
extension PreparationArea: Storable {}
extension PreparationItem.State: Storable {}

extension CoursePreparation {
  init(row: borrowing Row) throws {
    self.init(
      id: try row[0], request: try row[1], needsContentSystem: try row[2],
      hasExternalForm: try row[3], secondStageAddress: try row[4], hasPretest: try row[5],
      needsMissionOrder: try row[6], needsIntroduction: try row[7])
  }

  /// Every column but the id.
  fileprivate var cells: Cells {
    [
      ("request", request), ("content_system", needsContentSystem),
      ("external_form", hasExternalForm), ("stage_address", secondStageAddress),
      ("pretest", hasPretest), ("mission_order", needsMissionOrder),
      ("introduction", needsIntroduction),
    ]
  }
}

extension PreparationItem {
  init(row: borrowing Row) throws {
    self.init(
      id: try row[0], request: try row[1], area: try row[2], code: try row[3], state: try row[4],
      responsible: try row[5], note: try row[6], count: try row[7], day: try row[8],
      supplier: try row[9], invoice: try row[10])
  }

  fileprivate var cells: Cells {
    [
      ("request", request), ("area", area), ("code", code), ("state", state),
      ("responsible", responsible), ("note", note), ("count", count), ("day", day),
      ("supplier", supplier), ("invoice", invoice),
    ]
  }
}

extension CourseNotice {
  init(row: borrowing Row) throws {
    let channels: String = try row[3]
    self.init(
      id: try row[0], request: try row[1], day: try row[2],
      channels: channels.split(separator: "\n").map(String.init), text: try row[4])
  }
}
