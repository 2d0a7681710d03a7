public import Training

extension ScoreObjection.Kind: Storable {}
extension ObjectionLife.State: Storable {}

/// An objection as lists show it.
public struct ObjectionLine: Hashable, Sendable {
  public let objection: ScoreObjection
  public let person: Person
  public let trainingClass: ID<TrainingClass>
  public let className: String
  public let courseTitle: String
  /// The session an absence is about.
  public let session: Session?
}

/// Objections to scores and absences, within the reach of an account.
extension Querying where Self: ~Copyable {
  private static var selection: String {
    """
    SELECT \(ScoreObjection.columns), k.id, k.name, c.title, e.person
    FROM score_objection o JOIN enrolment e ON e.id = o.enrolment
      JOIN training_class k ON k.id = e.class JOIN course_request r ON r.id = k.request
      JOIN course c ON c.id = r.course
    """
  }

  /// Nil when there is none within reach.
  public func objection(
    _ id: ID<ScoreObjection>, in reach: CourseReach
  ) throws(StoreError) -> ObjectionLine? {
    try objections("o.id = ? AND \(reach.condition)", [id] + reach.arguments).first
  }

  /// Those of a class, of an enrolment, or all within reach; waiting ones first.
  public func objections(
    in reach: CourseReach, of it: ID<TrainingClass>? = nil, enrolment: ID<Enrolment>? = nil
  ) throws(StoreError) -> [ObjectionLine] {
    try objections(
      "\(reach.condition) AND (? IS NULL OR k.id = ?) AND (? IS NULL OR e.id = ?)",
      reach.arguments + [it, it, enrolment, enrolment])
  }

  /// How many of a class wait for their answer.
  public func waitingObjections(of it: ID<TrainingClass>) throws(StoreError) -> Int {
    try value(
      """
      SELECT count(*) FROM score_objection o JOIN enrolment e ON e.id = o.enrolment
      WHERE e.class = ? AND o.state = 'registered'
      """, [it])
  }

  private func objections(
    _ condition: String, _ arguments: [any Storable]
  ) throws(StoreError) -> [ObjectionLine] {
    let found = try all(
      """
      \(Self.selection) WHERE \(condition)
      ORDER BY o.state <> 'registered', o.registered_day, o.id
      """, arguments
    ) { row in
      (
        objection: try ScoreObjection(row: row), trainingClass: try row[11] as ID<TrainingClass>,
        name: try row[12] as String, title: try row[13] as String,
        person: try row[14] as ID<Person>
      )
    }
    var lines: [ObjectionLine] = []
    for it in found {
      guard let person = try person(it.person) else { throw .notFound }
      lines.append(
        ObjectionLine(
          objection: it.objection, person: person, trainingClass: it.trainingClass,
          className: it.name, courseTitle: it.title,
          session: try it.objection.session.flatMap { id throws(StoreError) in
            try session(id)
          }))
    }
    return lines
  }
}

extension Writing {
  public func insert(_ it: ScoreObjection) throws(StoreError) {
    try insert("score_objection", it.id, it.cells)
  }

  /// Changes what differs between two forms of an objection, if the first is still there.
  public func update(
    _ old: ScoreObjection, to new: ScoreObjection
  ) throws(StoreError) -> Conflict? {
    try update("score_objection", old.id, from: old.cells, to: new.cells)
  }
}

extension ScoreObjection {
  fileprivate static let columns = """
    o.id, o.enrolment, o.kind, o.session, o.text, o.state, o.registered_day, o.answered_day,
      o.answer, o.value_before, o.value_after
    """

  fileprivate init(row: borrowing Row) throws {
    self.init(
      id: try row[0], enrolment: try row[1], kind: try row[2], session: try row[3],
      text: try row[4], state: try row[5], registered: try row[6], answered: try row[7],
      answer: try row[8], before: try row[9], after: try row[10])
  }

  fileprivate var cells: Cells {
    [
      ("enrolment", enrolment), ("kind", kind), ("session", session), ("text", text),
      ("state", state), ("registered_day", registered), ("answered_day", answered),
      ("answer", answer), ("value_before", before), ("value_after", after),
    ]
  }
}
