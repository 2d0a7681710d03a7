public import Persian
public import Training

extension WorkTask.Kind: Storable {}
extension RecordLink.Kind: Storable {}

/// A task with the names that lists show.
public struct TaskLine: Hashable, Sendable {
  public let task: WorkTask
  public let unitName: String
  /// Whose it is; empty where a whole office is asked.
  public let personName: String

  /// The last day, or the day it was made where none is set: what lists are ordered by.
  public var day: JalaliDate { task.due ?? task.made }
}

/// Whose tasks are seen: those asked of an account, those it asked for, and those of its units.
public struct TaskReach: Hashable, Sendable {
  public var role: Role
  public var unit: ID<Unit>
  public var person: ID<Person>?
  public var account: ID<Account>
  /// The units whose tasks are seen whoever they are asked of; nil for roles without an office.
  public var office: Scope?

  public init(
    role: Role, unit: ID<Unit>, person: ID<Person>?, account: ID<Account>, office: Scope?
  ) {
    self.role = role
    self.unit = unit
    self.person = person
    self.account = account
    self.office = office
  }

  /// Asked of this very account, by name or as its office.
  fileprivate var own: (condition: String, arguments: [any Storable]) {
    // Nobody is asked to do something in their own case of ranking (S4-10a).
    (
      """
      (t.role = ? AND (t.person = ? OR (t.person IS NULL AND t.unit = ?))
        AND (t.link_kind IS NOT 'rankingCase' OR NOT EXISTS (
          SELECT 1 FROM ranking_case c WHERE c.id = t.link AND c.person = ?)))
      """,
      [role, person ?? ID(rawValue: 0), unit, person ?? ID(rawValue: 0)]
    )
  }

  fileprivate var all: (condition: String, arguments: [any Storable]) {
    let (mine, arguments) = own
    var condition = "\(mine) OR t.author = ?"
    var all = arguments + [account] as [any Storable]
    if let range = office?.range {
      // What is about a case of ranking is there for the office that is asked alone (S4-10a).
      condition += """
         OR (t.link_kind IS NOT 'rankingCase'
          AND t.unit IN (SELECT id FROM unit WHERE path >= ? AND path < ?))
        """
      all += [range.lower, range.upper] as [any Storable]
    }
    return ("(\(condition))", all)
  }
}

/// Tasks, within what an account may see of them.
extension Querying where Self: ~Copyable {
  private static var selection: String {
    """
    SELECT \(WorkTask.columns), u.name,
      ifnull((SELECT p.first_name || ' ' || p.last_name FROM person p WHERE p.id = t.person), '')
    FROM task t JOIN unit u ON u.id = t.unit
    """
  }

  /// Nil when there is none within reach.
  public func task(_ id: ID<WorkTask>, in reach: TaskReach) throws(StoreError) -> TaskLine? {
    let (condition, arguments) = reach.all
    return try first(
      "\(Self.selection) WHERE t.id = ? AND \(condition)", [id] + arguments, TaskLine.init(row:))
  }

  /// The tasks within reach, those that are due first first.
  ///
  /// `ownOnly` leaves those asked of the account itself; `openOnly` those that are not done.
  public func tasks(
    in reach: TaskReach, ownOnly: Bool = false, openOnly: Bool = true,
    dueUntil day: JalaliDate? = nil, limit: Int = 500
  ) throws(StoreError) -> [TaskLine] {
    let (condition, arguments) = ownOnly ? reach.own : reach.all
    var conditions = [condition]
    var all = arguments
    if openOnly { conditions.append("t.done_day IS NULL") }
    if let day {
      conditions.append("t.due_day <= ?")
      all.append(day)
    }
    return try self.all(
      """
      \(Self.selection) WHERE \(conditions.joined(separator: " AND "))
      ORDER BY t.done_day IS NOT NULL, ifnull(t.due_day, 9999999), t.id LIMIT ?
      """, all + [limit], TaskLine.init(row:))
  }

  /// The open tasks that were asked of a person by name in a role.
  public func openTasks(
    of person: ID<Person>, as role: Role
  ) throws(StoreError) -> [WorkTask] {
    try all(
      """
      SELECT \(WorkTask.columns) FROM task t
      WHERE t.person = ? AND t.role = ? AND t.done_day IS NULL ORDER BY t.id
      """, [person, role], WorkTask.init(row:))
  }

  /// The open tasks about a record, whoever they are asked of.
  public func openTasks(about link: RecordLink) throws(StoreError) -> [WorkTask] {
    try all(
      """
      SELECT \(WorkTask.columns) FROM task t
      WHERE t.link_kind = ? AND t.link = ? AND t.done_day IS NULL ORDER BY t.id
      """, [link.kind, link.record], WorkTask.init(row:))
  }
}

extension Writing {
  public func insert(_ task: WorkTask) throws(StoreError) {
    try insert("task", task.id, task.cells)
  }

  /// Changes what differs between two forms of a task, if the first is still there.
  public func update(_ old: WorkTask, to new: WorkTask) throws(StoreError) -> Conflict? {
    try update("task", old.id, from: old.cells, to: new.cells)
  }
}

extension WorkTask {
  fileprivate static let columns = """
    t.id, t.kind, t.title, t.note, t.link_kind, t.link, t.role, t.unit, t.person, t.due_day,
      t.made_day, t.author, t.done_day, t.answer
    """

  init(row: borrowing Row) throws {
    let kind: RecordLink.Kind? = try row[4]
    let record: ID<RecordLink>? = try row[5]
    var link: RecordLink?
    if let kind, let record { link = RecordLink(kind, record) }
    self.init(
      id: try row[0], kind: try row[1], title: try row[2], note: try row[3], link: link,
      role: try row[6], unit: try row[7], person: try row[8], due: try row[9], made: try row[10],
      author: try row[11], done: try row[12], answer: try row[13])
  }

  /// Every column but the id.
  fileprivate var cells: Cells {
    [
      ("kind", kind), ("title", title), ("note", note), ("link_kind", link?.kind),
      ("link", link?.record), ("role", role), ("unit", unit), ("person", person),
      ("due_day", due), ("made_day", made), ("author", author), ("done_day", done),
      ("answer", answer),
    ]
  }
}

extension TaskLine {
  init(row: borrowing Row) throws {
    task = try WorkTask(row: row)
    unitName = try row[14]
    personName = try row[15]
  }
}
