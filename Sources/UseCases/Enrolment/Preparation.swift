import Persian
public import Store
public import Training

/// Says what a course needs beside its classes: second registrations, a pre-test, papers (S2-5.4a).
public struct PrepareCourse: UseCase {
  public static let name = "preparation.set"
  /// As the form showed it; nil where nobody had said so.
  public var before: CoursePreparation?
  /// The id of a new one is replaced.
  public var after: CoursePreparation
  /// What instructors are asked for when a pre-test is wanted, in one line.
  public var task: String
  private var isNumbered = false
  /// One for each instructor there is.
  private var tasks: [ID<WorkTask>] = []

  public init(before: CoursePreparation?, after: CoursePreparation, task: String) {
    self.before = before
    self.after = after
    self.task = task
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    guard !isNumbered else { return }
    isNumbered = true
    if let before { after.id = before.id } else { after.id = try records.newID() }
    guard asksForQuestions else { return }
    for _ in try instructors(records) { tasks.append(try records.newID()) }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.require(.editPreparation)
    _ = try context.request(after.request, records)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    let line = try context.request(after.request, records)
    try line.requireLive(context)
    try Failure.check(try records.put(after, from: before), on: line.course.title)
    guard asksForQuestions else { return }
    let start = try records.firstClassDay(of: after.request)
    for (id, person) in zip(tasks, try instructors(records)) {
      try records.insert(
        WorkTask(
          id: id, kind: .pretestQuestions, title: task, link: RecordLink(.request, after.request),
          role: .instructor, unit: line.request.unit, person: person,
          due: start?.adding(days: -1), made: context.today, author: context.actor.account))
    }
  }

  /// Instructors are told once, when the pre-test is decided (S2-4.8a).
  private var asksForQuestions: Bool { after.hasPretest && before?.hasPretest != true }

  private func instructors(_ records: borrowing Writing) throws(StoreError) -> [ID<Person>] {
    try records.factors(of: after.request).filter { $0.duty == .instructor }.compactMap(\.person)
  }
}

/// Writes a line of a checklist of a course: how far it is, who sees to it (S2-4.1 … S2-4.3).
public struct SetPreparationItem: UseCase {
  public static let name = "preparation.item"
  public var before: PreparationItem?
  public var after: PreparationItem
  private var isNumbered = false

  public init(before: PreparationItem?, after: PreparationItem) {
    self.before = before
    self.after = after
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    try records.giveID(to: &after.id, before: before?.id, once: &isNumbered)
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.require(.editPreparation)
    _ = try context.request(after.request, records)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    let line = try context.request(after.request, records)
    try line.requireLive(context)
    // Codes come from editable lists; one that was put aside stays with the courses that have it.
    let isKnown = try records.items(of: after.area.list).contains { $0.code == after.code }
    guard isKnown || before != nil else {
      throw Failure.complaint(field: "item", .unknownChoice(after.code))
    }
    try Failure.check(try records.put(after, from: before), on: line.course.title)
  }
}

/// Says of learners of a class that they have registered elsewhere too, or have not (S2-5.4a).
public struct MarkSecondStage: UseCase {
  public static let name = "enrolment.stage"
  public var trainingClass: ID<TrainingClass>
  public var enrolments: [ID<Enrolment>]
  public var stage: SecondStage
  public var isDone: Bool
  private var ids: [ID<SecondStage>] = []

  public init(
    _ enrolments: [ID<Enrolment>], in trainingClass: ID<TrainingClass>, _ stage: SecondStage,
    isDone: Bool
  ) {
    self.trainingClass = trainingClass
    self.enrolments = enrolments
    self.stage = stage
    self.isDone = isDone
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    while ids.count < enrolments.count { ids.append(try records.newID()) }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.require(.markSecondStage)
    _ = try context.trainingClass(trainingClass, records)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    let line = try context.trainingClass(trainingClass, records)
    try line.requireOpen(context)
    let needed = try records.preparation(of: line.trainingClass.request)?.stages ?? []
    guard needed.contains(stage) else {
      throw Failure.refused([Finding(.secondStage, .refusal, .enrolment(.stageNotNeeded))])
    }
    for (id, enrolment) in zip(ids, enrolments) {
      guard try records.enrolment(enrolment)?.trainingClass == trainingClass else {
        throw Failure.forbidden
      }
      try records.setStage(stage, of: enrolment, done: isDone ? context.today : nil, id: id)
    }
  }
}

/// Announces an approved course through its channels (S2-4.9): the line of SM-2 with its fields.
public struct AnnounceCourse: UseCase {
  public static let name = "request.announce"
  public var id: ID<CourseNotice>?
  /// Of what hangs on the board, where that is a channel.
  public var board: ID<Announcement>?
  public var request: ID<CourseRequest>
  /// Codes of the list `announcement-channel`, at least one.
  public var channels: [String]
  /// What is announced, paragraphs one a line.
  public var text: String

  public init(_ request: ID<CourseRequest>, channels: [String], text: String) {
    self.request = request
    self.channels = channels
    self.text = text
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    if id == nil { id = try records.newID() }
    if board == nil, channels.contains(CourseNotice.board) { board = try records.newID() }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try CourseRequestLife.require(.announce, context)
    _ = try context.request(request, records)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    guard let id, let situation = try CourseRequestLife.situation(of: request, records, context)
    else { throw Failure.forbidden }
    let choice = try CourseRequestLife.open(
      .announce, in: situation.state, situation.facts, context)
    if channels.isEmpty { throw Failure.complaint(field: "channels", .empty) }
    try CourseRequestLife.save(choice.line.to, of: request, situation, records, context)
    try records.insert(
      CourseNotice(
        id: id, request: request, day: context.today, channels: channels, text: text))
    if let board { try hang(board, situation.facts, records, context) }
  }

  /// Before the learners of the office that holds the course, until nobody can enrol any more.
  private func hang(
    _ board: ID<Announcement>, _ facts: CourseRequestLife.Facts, _ records: borrowing Writing,
    _ context: Context
  ) throws {
    let last = try records.lastEnrolmentDay(of: request) ?? facts.request.to
    try records.insert(
      Announcement(
        id: board, title: facts.course.title, body: text, from: context.today,
        to: max(last, context.today), unit: facts.request.unit, roles: [.learner],
        request: request
      ).checked())
  }
}
