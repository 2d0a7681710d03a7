public import Store
public import Training

extension CourseFileLife: RecordedLife {
  /// A file goes under the id of its course request.
  public typealias Record = CourseRequest

  public static let withFields: Set<Action> = [.edit, .destroy]

  /// Nil also while the course is going on: the day after its last session makes the file.
  public static func situation(
    of id: ID<CourseRequest>, _ records: borrowing some Querying & ~Copyable, _ context: Context
  ) throws -> Situation<Self>? {
    guard Permission.viewCourseFile.isHeld(by: context.actor.role),
      let line = try records.request(id, in: context.actor.courseReach)
    else { return nil }
    let stored = try records.courseFile(of: id)
    let end = try records.lastSession(of: id)
    guard let state = state(since: stored?.state, Dates(end: end), on: context.today) else {
      return nil
    }
    let classes = try records.facts(about: line.request, of: line.course, on: context.today)
    let facts = Facts(
      file: stored ?? CourseFile(request: id), day: context.today, end: end,
      items: try records.folderItems(of: id), comparisons: try records.paperComparisons(of: id),
      openClasses: classes.openClasses)
    return Situation(subject: line.course.title, state: state, facts: facts)
  }

  public static func save(
    _ state: State?, of id: ID<CourseRequest>, _ situation: Situation<Self>,
    _ records: borrowing Writing, _ context: Context
  ) throws {
    let before = situation.facts.file
    var after = before
    if let state { after.state = state }
    switch state {
    case .delivered: after.delivered = context.today
    case .compiling: after.delivered = nil
    case .controlled, .archived, .destroyed, nil: break
    }
    after.reason = context.reason
    try Failure.check(try records.put(before, to: after), on: situation.subject)
  }
}

extension FinancialLife: RecordedLife {
  /// A document goes under the id of its course request.
  public typealias Record = CourseRequest

  public static let withFields = Set(Action.allCases)

  public static func situation(
    of id: ID<CourseRequest>, _ records: borrowing some Querying & ~Copyable, _ context: Context
  ) throws -> Situation<Self>? {
    guard Permission.viewCourseFile.isHeld(by: context.actor.role),
      let line = try records.request(id, in: context.actor.courseReach)
    else { return nil }
    let document = try records.financialDocument(of: id) ?? FinancialDocument(request: id)
    let facts = Facts(
      document: document, day: context.today, items: try records.folderItems(of: id),
      pay: try records.payLines(of: id, on: context.today, under: context.rules))
    return Situation(subject: line.course.title, state: document.state, facts: facts)
  }

  public static func save(
    _ state: State?, of id: ID<CourseRequest>, _ situation: Situation<Self>,
    _ records: borrowing Writing, _ context: Context
  ) throws {
    let before = situation.facts.document
    var after = before
    if let state { after.state = state }
    try Failure.check(try records.put(before, to: after), on: situation.subject)
  }
}
