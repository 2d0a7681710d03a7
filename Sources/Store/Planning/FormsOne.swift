public import Persian
public import Training

extension FormOneLife.State: Storable {}

/// A Form 1 with the names that a list shows.
public struct FormOneLine: Hashable, Sendable {
  public let form: FormOne
  public let unitName: String
  /// The course that the committee agreed to.
  public let course: Course?
  /// The request of it in LTMS; nil before there is one.
  public let request: ID<CourseRequest>?
}

/// The written requests of units.
extension Querying where Self: ~Copyable {
  private static var selection: String {
    """
    SELECT \(FormOne.columns), u.name,
      (SELECT max(r.id) FROM course_request r WHERE r.form = f.id AND r.state <> 'cancelled'),
      c.id, c.code, c.title, c.minutes, c.kind, c.feature, c.exec_permit, c.mandatory_subject,
      c.active
    FROM form_one f JOIN unit u ON u.id = f.unit LEFT JOIN course c ON c.id = f.course
    """
  }

  /// A page of the forms of a scope, the newest first; the same price for every page.
  ///
  /// Narrowed to some states, to parts of the title or of the requester's name, and to the days of
  /// registration, where they are given.
  public func formsOne(
    in scope: Scope, states: Set<FormOneLife.State>? = nil, matching text: String = "",
    days: ClosedRange<JalaliDate>? = nil, page: ListPage<FormOne> = .first, limit: Int = .max
  ) throws(StoreError) -> [FormOneLine] {
    var conditions: [(String, [any Storable])] = []
    if let states {
      let marks = states.map { _ in "?" }.joined(separator: ", ")
      conditions.append(("+f.state IN (\(marks))", Array(states)))
    }
    if let days {
      conditions.append(("f.registered_day BETWEEN ? AND ?", [days.lowerBound, days.upperBound]))
    }
    for word in Normalizer.line(text).split(separator: " ").map(String.init) {
      conditions.append(("(instr(f.title, ?) > 0 OR instr(f.requester, ?) > 0)", [word, word]))
    }
    let bound = page.bound(FormOne.order)
    let ids = try pageIDs(of: FormOne.rows, in: scope, where: conditions, bound, limit: limit)
    let found = try all(
      "\(Self.selection) WHERE f.id IN (\(ids.sql)) ORDER BY \(bound.sorting)", ids.arguments,
      FormOneLine.init(row:))
    return bound.turned(found)
  }

  /// Nil when there is none in the scope.
  public func formOne(_ id: ID<FormOne>, in scope: Scope) throws(StoreError) -> FormOneLine? {
    let range = scope.range
    return try first(
      "\(Self.selection) WHERE f.id = ? AND u.path >= ? AND u.path < ?",
      [id, range.lower, range.upper], FormOneLine.init(row:))
  }

  /// The form itself, for the rules of what stands on it.
  public func formOne(_ id: ID<FormOne>) throws(StoreError) -> FormOne? {
    try first("SELECT \(FormOne.columns) FROM form_one f WHERE f.id = ?", [id], FormOne.init(row:))
  }
}

extension Writing {
  public func insert(_ form: FormOne) throws(StoreError) {
    try insert("form_one", form.id, form.cells)
  }

  /// Changes what differs between two versions of a form, if the first is still there.
  public func update(_ old: FormOne, to new: FormOne) throws(StoreError) -> Conflict? {
    try update("form_one", old.id, from: old.cells, to: new.cells)
  }
}

extension FormOne {
  fileprivate static let rows = OfficeRows(
    tables: "form_one f", back: "form_one f", table: "form_one", id: "f.id", unit: "f.unit")
  /// The newest first.
  fileprivate static let order = ListOrder<FormOne>(.descending, "f.registered_day", "f.id") {
    [$0.registered, $0.id]
  }

  fileprivate static let columns = """
    f.id, f.unit, f.requester, f.registered_day, f.title, f.course, f.conditions,
      f.learner_count, f.from_day, f.to_day, f.place, f.delivery_mode, f.funding, f.meeting,
      f.meeting_day, f.decision_note, f.memorandum_number, f.memorandum_day, f.party_a, f.party_b,
      f.duties_a, f.duties_b, f.amount, f.state, f.reason
    """

  init(row: borrowing Row) throws {
    let decision = Decision(meeting: try row[13], day: try row[14], note: try row[15])
    let memorandum = Memorandum(
      number: try row[16], day: try row[17], partyA: try row[18], partyB: try row[19],
      dutiesA: try row[20], dutiesB: try row[21], amount: try row[22])
    self.init(
      id: try row[0], unit: try row[1], requester: try row[2], registered: try row[3],
      title: try row[4], course: try row[5], conditions: try [CourseCondition](stored: try row[6]),
      learnerCount: try row[7], from: try row[8], to: try row[9], place: try row[10],
      mode: try row[11], funding: try row[12], decision: decision, memorandum: memorandum,
      state: try row[23], reason: try row[24])
  }

  /// Every column but the id.
  fileprivate var cells: Cells {
    [
      ("unit", unit), ("requester", requester), ("registered_day", registered), ("title", title),
      ("course", course), ("conditions", conditions.stored), ("learner_count", learnerCount),
      ("from_day", from), ("to_day", to), ("place", place), ("delivery_mode", mode),
      ("funding", funding), ("meeting", decision.meeting), ("meeting_day", decision.day),
      ("decision_note", decision.note), ("memorandum_number", memorandum.number),
      ("memorandum_day", memorandum.day), ("party_a", memorandum.partyA),
      ("party_b", memorandum.partyB), ("duties_a", memorandum.dutiesA),
      ("duties_b", memorandum.dutiesB), ("amount", memorandum.amount), ("state", state),
      ("reason", reason),
    ]
  }
}

extension FormOneLine {
  fileprivate init(row: borrowing Row) throws {
    form = try FormOne(row: row)
    unitName = try row[25]
    request = try row[26]
    course = row.value(27) == .null ? nil : try Course(row: row, from: 27)
  }
}
