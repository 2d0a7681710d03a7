import Persian
public import Store
public import Training

/// Adds a field of study to the list that instructors are chosen with (S5-3f).
public struct AddStudyField: UseCase {
  public static let name = "study-field.add"
  public var id: ID<StudyField>?
  public var title: String

  public init(_ title: String) { self.title = title }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    if id == nil { id = try records.newID() }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.require(.editOversightInstructors)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws -> ID<StudyField> {
    guard let id else { throw StoreError.notFound }
    try OversightText.check(["title": title])
    if let there = try records.studyField(titled: title) {
      throw Failure.refused([
        Finding(.studyFields, .refusal, .oversight(.fieldExists(there.title)))
      ])
    }
    try records.insert(StudyField(id: id, title: title, unit: context.actor.unit))
    return id
  }
}

/// Writes a field of study as it should be written; the management's work.
public struct RenameStudyField: UseCase {
  public static let name = "study-field.rename"
  public var before: StudyField
  public var title: String

  public init(_ before: StudyField, title: String) {
    self.before = before
    self.title = title
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.require(.editApprovedCourses)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    try OversightText.check(["title": title])
    if let there = try records.studyField(titled: title), there.id != before.id {
      throw Failure.refused([
        Finding(.studyFields, .refusal, .oversight(.fieldExists(there.title)))
      ])
    }
    var after = before
    after.title = title
    try Failure.check(try records.update(before, to: after), on: before.title)
  }
}

/// Adds an instructor to the list of the own agency, or of the management for all («اضافه نمودن
/// مدرس › ایجاد», S5-3e); or changes one.
public struct PutOversightInstructor: UseCase {
  public static let name = "oversight-instructor.put"
  /// As the form showed it; nil for a new one.
  public var before: OversightInstructor?
  /// Its unit is set here.
  public var instructor: OversightInstructor
  private var isNumbered = false

  public init(_ instructor: OversightInstructor, before: OversightInstructor? = nil) {
    self.before = before
    self.instructor = instructor
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    try records.giveID(to: &instructor.id, before: before?.id, once: &isNumbered)
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.require(.editOversightInstructors)
    guard let before else { return }
    // Agencies change their own; the management's are only chosen.
    guard let line = try records.oversightInstructor(before.id, in: context.actor.oversightReach),
      try records.contains(context.actor.scope, unit: line.instructor.unit)
    else { throw Failure.forbidden }
  }

  public func run(
    _ records: borrowing Writing, _ context: Context
  ) throws -> ID<OversightInstructor> {
    var instructor = instructor
    instructor.unit = before?.unit ?? context.actor.unit
    try InstructorComplete().findings(in: instructor).orRefuse()
    try OversightText.check(["first": instructor.firstName, "last": instructor.lastName])
    guard let field = instructor.field, try records.studyField(field) != nil,
      try records.items(of: "degree").contains(where: { $0.code == instructor.degree })
    else { throw Failure.complaint(field: "degree", .unknownChoice(instructor.degree)) }
    if let before {
      try Failure.check(try records.update(before, to: instructor), on: before.fullName)
    } else {
      try records.insert(instructor)
    }
    return instructor.id
  }
}

/// Puts a title into the list of approved courses, or changes one; what an agency puts there is a
/// proposal (S5-3g).
public struct PutApprovedCourse: UseCase {
  public static let name = "approved-course.put"
  /// As the form showed it; nil for a new one.
  public var before: ApprovedCourse?
  /// Unit and state of a new one are set here.
  public var course: ApprovedCourse
  private var isNumbered = false

  public init(_ course: ApprovedCourse, before: ApprovedCourse? = nil) {
    self.before = before
    self.course = course
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    try records.giveID(to: &course.id, before: before?.id, once: &isNumbered)
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    if before == nil, Permission.proposeCourses.isHeld(by: context.actor.role) {
      try context.require(.proposeCourses)
    } else {
      try context.require(.editApprovedCourses)
    }
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws -> ID<ApprovedCourse> {
    try OversightText.check(["title": course.title])
    guard course.hours > 0 else { throw Failure.complaint(field: "hours", .outOfRange(1...10_000)) }
    guard !course.group.isTyped else {
      throw Failure.complaint(field: "group", .unknownChoice(String(course.group.rawValue)))
    }
    let isManagement = Permission.editApprovedCourses.isHeld(by: context.actor.role)
    var course = course
    // What another agency proposed is not known here, and is no obstacle.
    if let there = try records.approvedCourse(titled: course.title, of: course.group),
      there.id != course.id, isManagement || there.state != .proposed
    {
      throw Failure.refused([
        Finding(.proposedTitle, .refusal, .oversight(.courseExists(there.title)))
      ])
    }
    if let before {
      course.unit = before.unit
      try Failure.check(try records.update(before, to: course), on: before.title)
    } else {
      course.unit = context.actor.unit
      course.state = isManagement ? .approved : .proposed
      try records.insert(course)
    }
    return course.id
  }
}
