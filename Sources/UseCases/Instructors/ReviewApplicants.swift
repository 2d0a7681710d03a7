public import Store
public import Training

/// Records the letter to the security office, or its reply (S2-3.4b, S2-3.5a).
public struct RecordSecurityLetter: UseCase {
  public static let name = "instructor.letter"
  public var application: ID<InstructorApplication>
  /// One of `sendInquiry`, `positiveReply` and `negativeReply`.
  public let action: InstructorLife.Action
  public var letter: InstructorApplication.LetterMark

  public init(
    _ action: InstructorLife.Action, of application: ID<InstructorApplication>,
    _ letter: InstructorApplication.LetterMark
  ) {
    self.application = application
    self.action = action
    self.letter = letter
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    guard [.sendInquiry, .positiveReply, .negativeReply].contains(action) else {
      throw Failure.forbidden
    }
    try InstructorLife.require(action, context)
    _ = try context.applicant(application, records)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    let situation = try context.applicant(application, records)
    var facts = situation.facts
    facts.letter = letter
    let choice = try InstructorLife.open(action, in: situation.state, facts, context)
    let before = facts.application
    var after = before
    if let state = choice.to { after.state = state }
    if action == .sendInquiry { after.inquiry = letter } else { after.reply = letter }
    after.reason = context.reason
    try Failure.check(try records.update(before, to: after), on: situation.subject)
  }
}

/// Records the courses that the council lets an instructor teach (S2-3.7a).
public struct RecordTaughtCourses: UseCase {
  public static let name = "instructor.courses"
  public var application: ID<InstructorApplication>
  public var courses: [ID<Course>]
  public var council: InstructorApplication.LetterMark
  private var ids: [ID<InstructorCourse>] = []

  public init(
    _ courses: [ID<Course>], of application: ID<InstructorApplication>,
    council: InstructorApplication.LetterMark
  ) {
    self.application = application
    self.courses = courses
    self.council = council
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    guard ids.isEmpty else { return }
    for _ in courses { ids.append(try records.newID()) }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try InstructorLife.require(.recordCourses, context)
    _ = try context.applicant(application, records)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    let situation = try context.applicant(application, records)
    var facts = situation.facts
    facts.council = council
    _ = try InstructorLife.open(.recordCourses, in: situation.state, facts, context)
    guard !courses.isEmpty else { throw Failure.complaint(field: "courses", .empty) }
    for (id, key) in zip(ids, courses) {
      guard let course = try records.course(key) else { throw StoreError.notFound }
      guard try !records.mayTeach(application, key) else {
        throw Failure.refused([
          Finding(
            .councilDecision, .refusal, .instructor(.courseRecorded(code: course.code)))
        ])
      }
      try records.insert(
        InstructorCourse(id: id, application: application, course: key, council: council))
    }
  }
}

/// Gives an application another tracking code; the old one opens nothing any more.
public struct ReissueTracking: UseCase {
  public static let name = "instructor.tracking"
  public static let isUndoable = false
  public var application: ID<InstructorApplication>
  public var tracking: TrackingMark

  public init(_ application: ID<InstructorApplication>, tracking: TrackingMark) {
    self.application = application
    self.tracking = tracking
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.require(.reissueTracking)
    _ = try context.applicant(application, records)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    let found = try context.applicant(application, records).facts.application
    try records.setTracking(tracking, of: application)
    try records.forgetFailures(role: .visitor, username: found.form.nationalCode.digits)
  }
}

/// Asks province or ministry for an instructor of another district (S2-3.6).
public struct RequestNonLocal: UseCase {
  public static let name = "instructor.non-local"
  public var id: ID<NonLocalPermit>?
  public var application: ID<InstructorApplication>
  public var request: ID<CourseRequest>
  public var letter: InstructorApplication.LetterMark

  public init(
    _ application: ID<InstructorApplication>, in request: ID<CourseRequest>,
    letter: InstructorApplication.LetterMark
  ) {
    self.application = application
    self.request = request
    self.letter = letter
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    if id == nil { id = try records.newID() }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try NonLocalLife.require(.request, context)
    _ = try context.request(request, records)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws -> ID<NonLocalPermit> {
    guard let id else { throw StoreError.notFound }
    let line = try context.request(request, records)
    try line.requireLive(context)
    // Whoever is not in the bank is not there for other districts.
    guard let it = try records.application(application, in: .everything)?.application else {
      throw Failure.forbidden
    }
    let permit = NonLocalPermit(
      id: id, application: application, request: request, letter: letter)
    let facts = NonLocalLife.Facts(
      permit: permit, place: try records.place(of: it.form.unit, from: line.request.unit),
      instructor: it.form.name.inFull, isInBank: it.state == .inBank,
      isAsked: try records.hasPermit(application, for: request))
    _ = try NonLocalLife.open(.request, in: nil, facts, context)
    try records.insert(permit)
    return id
  }
}

extension Context {
  /// The application, which is not there when the actor does not reach it.
  func applicant(
    _ id: ID<InstructorApplication>, _ records: borrowing some Querying & ~Copyable
  ) throws -> Situation<InstructorLife> {
    guard let found = try InstructorLife.situation(of: id, records, self) else {
      throw Failure.forbidden
    }
    return found
  }
}
