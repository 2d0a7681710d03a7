public import Training

/// What is taken down of learners at the first session of their class.
extension Querying where Self: ~Copyable {
  /// The ticks of a class; learners without any are left out.
  public func firstSession(
    of it: ID<TrainingClass>
  ) throws(StoreError) -> [ID<Enrolment>: FirstSessionTicks] {
    var ticks: [ID<Enrolment>: FirstSessionTicks] = [:]
    try each(
      """
      SELECT t.enrolment, t.signature, t.lodging, t.lunch, t.dinner
      FROM first_session t JOIN enrolment e ON e.id = t.enrolment WHERE e.class = ?
      """, [it]
    ) { row in
      let enrolment: ID<Enrolment> = try row[0]
      ticks[enrolment] = try FirstSessionTicks(row: row, from: 1)
      return true
    }
    return ticks
  }

  /// The facts about the beginning of a class: who is on its list, who signed, who is on no list.
  public func start(of line: ClassLine) throws(StoreError) -> StartFacts {
    let id = line.trainingClass.id
    let taken: Bool = try exists(
      """
      SELECT 1 FROM first_session t JOIN enrolment e ON e.id = t.enrolment
      WHERE e.class = ? AND t.signature = 1
      """, [id])
    let signed: Int = try value(
      """
      SELECT count(*) FROM first_session t JOIN enrolment e ON e.id = t.enrolment
      WHERE e.class = ? AND e.state = 'enrolled' AND t.signature = 1
      """, [id])
    return StartFacts(
      learners: line.enrolled + line.guests, signed: taken ? signed : nil,
      unregistered: try value("SELECT count(*) FROM attendant WHERE class = ?", [id]),
      mode: line.mode)
  }
}

extension Writing {
  /// Sets one tick of a learner; false where it is so already.
  ///
  /// `id` is that of the row, where there is none yet.
  public func tick(
    _ enrolment: ID<Enrolment>, _ column: FirstSessionTicks.Column, to value: Bool, id: Int64
  ) throws(StoreError) -> Bool {
    let row: Int64? = try first("SELECT id FROM first_session WHERE enrolment = ?", [enrolment]) {
      row in try row[0]
    }
    guard row != nil else {
      guard value else { return false }
      let cells = FirstSessionTicks.Column.allCases.map { $0 == column ? 1 : 0 }
      try run(
        """
        INSERT INTO first_session (id, enrolment, signature, lodging, lunch, dinner)
        VALUES (?, ?, ?, ?, ?, ?)
        """, [id, enrolment] + cells.map { $0 as any Storable })
      return true
    }
    return try run(
      "UPDATE first_session SET \(column.rawValue) = ? WHERE enrolment = ? AND \(column.rawValue) <> ?",
      [value, enrolment, value]) > 0
  }
}

extension FirstSessionTicks {
  init(row: borrowing Row, from start: Int) throws {
    self.init()
    for (index, column) in Column.allCases.enumerated() { self[column] = try row[start + index] }
  }
}
