public import Store
public import Training

/// Asks the province for a course (S2-1.5): the first line of SM-2.
public struct RequestCourse: UseCase {
  public static let name = "request.create"
  public var id: ID<CourseRequest>?
  /// Its id and state are replaced.
  public var request: CourseRequest

  public init(_ request: CourseRequest) {
    self.request = request
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    if id == nil { id = try records.newID() }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try CourseRequestLife.require(.request, context)
    try context.requireReach(unit: request.unit, records)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws -> ID<CourseRequest> {
    guard let id else { throw StoreError.notFound }
    guard let course = try records.course(request.course) else {
      throw Failure.complaint(field: "course", .empty)
    }
    var request = request
    request.id = id
    request.reason = ""
    request.decided = nil
    let facts = try records.facts(about: request, of: course, on: context.today)
    let choice = try CourseRequestLife.open(.request, in: nil, facts, context)
    if let state = choice.to { request.state = state }
    try records.insert(request)
    try carryForm(records, context)
    return id
  }
}

/// Changes the form of a request: by the district before the decision or with sending it again,
/// by the province also afterwards (S2-1.6b).
public struct EditRequest: UseCase {
  public static let name = "request.edit"
  /// One of `edit`, `amend` and `resubmit`.
  public let action: CourseRequestLife.Action
  /// As the form showed it.
  public var before: CourseRequest
  public var after: CourseRequest

  public init(
    _ action: CourseRequestLife.Action, before: CourseRequest, after: CourseRequest
  ) {
    self.action = action
    self.before = before
    self.after = after
  }

  /// The line that changes the form in a state by hand of a role; nil where there is none.
  public static func action(
    in state: CourseRequestLife.State, for role: Role
  ) -> CourseRequestLife.Action? {
    [.edit, .amend, .resubmit].first { action in
      CourseRequestLife.table.contains {
        $0.action == action && $0.leaves(state) && $0.roles.contains(role)
      }
    }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    guard [.edit, .amend, .resubmit].contains(action) else { throw Failure.forbidden }
    try CourseRequestLife.require(action, context)
    _ = try context.request(before.id, records)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    let line = try context.request(before.id, records)
    var after = after
    // What the form does not hold stays.
    (after.id, after.course, after.unit) = (before.id, before.course, before.unit)
    after.form = before.form
    (after.state, after.decided) = (before.state, before.decided)
    let facts = try records.facts(about: after, of: line.course, on: context.today)
    let choice = try CourseRequestLife.open(
      action, in: line.state(on: context.today), facts, context)
    if let state = choice.line.to { after.state = state }
    if !context.reason.isEmpty { after.reason = context.reason }
    try Failure.check(try records.update(before, to: after), on: line.course.title)
  }
}
