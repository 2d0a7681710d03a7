import Persian
public import Store
public import Training

/// Records a completed course of the own agency («ذخیره و خروج», S5-4).
public struct RecordCompletedCourse: UseCase {
  public static let name = "completed-course.record"
  public var id: ID<CompletedCourse>?
  public var form: CompletedCourse.Form
  public var source: CompletedCourse.Source

  public init(_ form: CompletedCourse.Form, source: CompletedCourse.Source = .form) {
    self.form = form
    self.source = source
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    if id == nil { id = try records.newID() }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try CompletedCourseLife.require(.create, context)
    _ = try context.ownAgency(records)
    try form.requireInstructor(records, context)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws -> ID<CompletedCourse> {
    guard let id else { throw StoreError.notFound }
    let agency = try context.ownAgency(records).unit.id
    try form.check()
    var course = CompletedCourse(
      id: id, agency: agency, form: form, source: source, registered: context.today)
    let facts = try CompletedCourseLife.facts(of: course, records, context)
    let choice = try CompletedCourseLife.open(.create, in: nil, facts, context)
    if let state = choice.to { course.state = state }
    try records.insert(course)
    return id
  }
}

/// Changes a completed course that is not with the management; the permit stays.
public struct EditCompletedCourse: UseCase {
  public static let name = "completed-course.edit"
  /// As the form showed it.
  public var before: CompletedCourse
  public var form: CompletedCourse.Form

  public init(_ before: CompletedCourse, _ form: CompletedCourse.Form) {
    self.before = before
    self.form = form
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try CompletedCourseLife.requireReach(.edit, of: before.id, records, context)
    try form.requireInstructor(records, context)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    guard let situation = try CompletedCourseLife.situation(of: before.id, records, context)
    else { throw Failure.forbidden }
    try form.check()
    var after = situation.facts.course
    after.form = form
    after.form.permit = before.form.permit
    let facts = try CompletedCourseLife.facts(of: after, records, context)
    let choice = try CompletedCourseLife.open(.edit, in: situation.state, facts, context)
    if let state = choice.to { after.state = state }
    try Failure.check(try records.update(before, to: after), on: situation.subject)
  }
}

extension CompletedCourse.Form {
  /// Throws for texts that are too long or hold characters that steer terminals.
  func check() throws(Failure) {
    try OversightText.check(["title": title])
    try PublicText.check(organiser.name, "organiser", longest: OversightText.longest)
    guard (0...10_000).contains(hours) else {
      throw .complaint(field: "hours", .outOfRange(0...10_000))
    }
    for number in [managers, staff] where number > 1_000_000 {
      throw .complaint(field: "participants", .outOfRange(0...1_000_000))
    }
  }

  /// Somebody else's instructor is not there.
  fileprivate func requireInstructor(
    _ records: borrowing Writing, _ context: Context
  ) throws {
    guard let instructor else { return }
    let reach = context.actor.oversightReach
    guard try records.oversightInstructor(instructor, in: reach) != nil else {
      throw Failure.forbidden
    }
  }
}
