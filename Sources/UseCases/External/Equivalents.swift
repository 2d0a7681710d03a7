public import Persian
public import Store
public import Training

extension EquivalentLife: RecordedLife {
  public typealias Record = EquivalentCourse

  public static let withFields: Set<Action> = [.register, .edit, .review, .send, .approve]

  public static func situation(
    of id: ID<EquivalentCourse>, _ records: borrowing some Querying & ~Copyable,
    _ context: Context
  ) throws -> Situation<Self>? {
    guard Permission.viewEquivalents.isHeld(by: context.actor.role),
      let line = try records.equivalent(id, in: context.actor.personReach)
    else { return nil }
    return Situation(
      subject: line.person.name.inFull, state: line.equivalent.state,
      facts: try facts(of: line.equivalent, line.course, records, context))
  }

  static func facts(
    of it: EquivalentCourse, _ course: Course?, _ records: borrowing some Querying & ~Copyable,
    _ context: Context
  ) throws -> Facts {
    Facts(
      equivalent: it, day: context.today, course: course,
      isOwn: context.actor.person == it.person,
      // Whoever reaches the record does so by the offices of the learner.
      isForLearner: context.actor.role == .expert,
      isRecorded: try course.map {
        try records.isInRecord(it.person, $0, year: it.form.year)
      } ?? false)
  }

  public static func save(
    _ state: State?, of id: ID<EquivalentCourse>, _ situation: Situation<Self>,
    _ records: borrowing Writing, _ context: Context
  ) throws {
    let before = situation.facts.equivalent
    var after = before
    if let state { after.state = state }
    // What the province sends back goes out again with another list.
    if state == .registered { after.batch = nil }
    after.reason = context.reason
    try Failure.check(try records.update(before, to: after), on: situation.subject)
  }
}

/// Registers a course or activity held elsewhere, with the scan of its certificate («ثبت سابقه»,
/// S2-11.2).
public struct RegisterEquivalent: UseCase {
  public static let name = "equivalent.register"
  public var id: ID<EquivalentCourse>?
  /// The learner for whom an expert registers it; nil for one's own.
  public var person: ID<Person>?
  public var form: EquivalentCourse.Form
  /// Nil where no file was named, which is refused.
  public var scan: AttachedFile?

  public init(
    _ form: EquivalentCourse.Form, scan: AttachedFile?, for person: ID<Person>? = nil
  ) {
    self.form = form
    self.scan = scan
    self.person = person
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    if id == nil { id = try records.newID() }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try EquivalentLife.require(.register, context)
  }

  public func run(
    _ records: borrowing Writing, _ context: Context
  ) throws -> ID<EquivalentCourse> {
    guard let id else { throw StoreError.notFound }
    let isOwn = person == nil && context.actor.role == .learner
    guard let person = isOwn ? context.actor.person : try reached(records, context) else {
      throw Failure.forbidden
    }
    try form.check()
    let file = scan?.file ?? Attachment(name: "", kind: .pdf, size: 0, digest: "")
    var it = EquivalentCourse(
      id: id, person: person, form: form, scan: file, registered: context.today)
    let facts = EquivalentLife.Facts(
      equivalent: it, day: context.today, isOwn: isOwn, isForLearner: !isOwn,
      hasScan: scan != nil)
    let choice = try EquivalentLife.open(.register, in: nil, facts, context)
    if let state = choice.to { it.state = state }
    try scan?.take(.equivalentScan, records, context, keeping: nil)
    try records.insert(it)
    return id
  }

  /// The learner an expert names, within the expert's offices; nil for anybody else.
  private func reached(
    _ records: borrowing some Querying & ~Copyable, _ context: Context
  ) throws -> ID<Person>? {
    guard context.actor.role == .expert, let person, let unit = try records.person(person)?.unit,
      let path = try records.unit(unit)?.path, context.actor.scope.contains(path)
    else { return nil }
    return person
  }
}

/// Changes a registration that nobody has confirmed yet.
public struct EditEquivalent: UseCase {
  public static let name = "equivalent.edit"
  /// As the form showed it.
  public var before: EquivalentCourse
  public var form: EquivalentCourse.Form
  /// Nil where the file was taken away, which is refused.
  public var scan: AttachedFile?

  public init(_ before: EquivalentCourse, _ form: EquivalentCourse.Form, scan: AttachedFile?) {
    self.before = before
    self.form = form
    self.scan = scan
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try EquivalentLife.requireReach(.edit, of: before.id, records, context)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    guard let situation = try EquivalentLife.situation(of: before.id, records, context) else {
      throw Failure.forbidden
    }
    try form.check()
    var after = before
    after.form = form
    if let scan { after.scan = scan.file }
    // What was found of the old certificate says nothing of the new.
    after.review = EquivalentCourse.Review()
    var facts = situation.facts
    facts.equivalent = after
    facts.hasScan = scan != nil
    _ = try EquivalentLife.open(.edit, in: situation.state, facts, context)
    try scan?.take(
      .equivalentScan, records, context, keeping: situation.facts.equivalent.scan)
    try Failure.check(try records.update(before, to: after), on: situation.subject)
  }
}

/// Writes down what the expert finds: the original, the four answers, the course code (S2-11.4a).
public struct ReviewEquivalent: UseCase {
  public static let name = "equivalent.review"
  /// As the form showed it.
  public var before: EquivalentCourse
  public var isOriginalSeen: Bool
  /// By the order of the conditions.
  public var answers: [Bool?]
  /// Empty where none was entered.
  public var courseCode: String

  public init(
    _ before: EquivalentCourse, isOriginalSeen: Bool, answers: [Bool?], courseCode: String
  ) {
    self.before = before
    self.isOriginalSeen = isOriginalSeen
    self.answers = answers
    self.courseCode = courseCode
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try EquivalentLife.requireReach(.review, of: before.id, records, context)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    guard let situation = try EquivalentLife.situation(of: before.id, records, context),
      answers.count == EquivalentCourse.Condition.allCases.count
    else { throw Failure.forbidden }
    _ = try EquivalentLife.open(.review, in: situation.state, situation.facts, context)
    var course: Course?
    if !courseCode.isEmpty {
      course = try records.course(code: courseCode)
      guard course != nil else {
        throw Failure.refused([
          Finding(
            .matchingCourse, .refusal, .equivalent(.courseUnknown),
            remedy: .chooseAnother(.course))
        ])
      }
    }
    var after = before
    after.review = EquivalentCourse.Review(
      originalSeen: isOriginalSeen ? before.review.originalSeen ?? context.today : nil,
      answers: answers, course: course?.id)
    try Failure.check(try records.update(before, to: after), on: situation.subject)
  }
}

/// Sends confirmed courses to the province as a list with number and date (S2-11.5a).
public struct SendEquivalents: UseCase {
  public static let name = "equivalent.send"
  public var id: ID<EquivalentBatch>?
  public var equivalents: [ID<EquivalentCourse>]
  public var number: String
  public var day: JalaliDate

  public init(_ equivalents: [ID<EquivalentCourse>], number: String, day: JalaliDate) {
    self.equivalents = equivalents
    self.number = number
    self.day = day
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    if id == nil { id = try records.newID() }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try EquivalentLife.require(.send, context)
    for it in equivalents {
      guard try EquivalentLife.situation(of: it, records, context) != nil else {
        throw Failure.forbidden
      }
    }
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws -> ID<EquivalentBatch> {
    guard let id else { throw StoreError.notFound }
    guard !equivalents.isEmpty else {
      throw Failure.refused([Finding(.groupList, .refusal, .equivalent(.nothingChosen))])
    }
    guard !number.isEmpty, day <= context.today else {
      throw Failure.refused([Finding(.groupList, .refusal, .equivalent(.batchIncomplete))])
    }
    try records.insert(
      EquivalentBatch(id: id, unit: context.actor.unit, number: number, day: day))
    for it in equivalents {
      guard let situation = try EquivalentLife.situation(of: it, records, context) else {
        throw Failure.forbidden
      }
      let choice = try EquivalentLife.open(.send, in: situation.state, situation.facts, context)
      var after = situation.facts.equivalent
      after.batch = id
      if let state = choice.to { after.state = state }
      try Failure.check(
        try records.update(situation.facts.equivalent, to: after), on: situation.subject)
    }
    return id
  }
}

/// The province's final approval, which puts the courses into the records of their learners; nobody
/// has to come in person (S2-11.5b).
public struct ApproveEquivalents: UseCase {
  public static let name = "equivalent.approve"
  public static let isUndoable = false
  public var equivalents: [ID<EquivalentCourse>]
  private var ids: [ID<TrainingRecord>] = []

  public init(_ equivalents: [ID<EquivalentCourse>]) {
    self.equivalents = equivalents
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    while ids.count < equivalents.count { ids.append(try records.newID()) }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try EquivalentLife.require(.approve, context)
    for it in equivalents {
      guard try EquivalentLife.situation(of: it, records, context) != nil else {
        throw Failure.forbidden
      }
    }
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    guard !equivalents.isEmpty else {
      throw Failure.refused([Finding(.groupList, .refusal, .equivalent(.nothingChosen))])
    }
    for (record, id) in zip(ids, equivalents) {
      guard let situation = try EquivalentLife.situation(of: id, records, context) else {
        throw Failure.forbidden
      }
      let choice = try EquivalentLife.open(
        .approve, in: situation.state, situation.facts, context)
      let it = situation.facts.equivalent
      guard let course = situation.facts.course else { throw Failure.forbidden }
      try EquivalentLife.save(choice.to, of: id, situation, records, context)
      try records.insert(
        TrainingRecord(
          id: record, person: it.person, courseCode: course.code, title: course.title,
          minutes: course.minutes, year: it.form.year, end: it.form.to,
          reference: it.form.certificate.number))
    }
  }
}

extension EquivalentCourse.Form {
  /// Throws for texts that are too long or hold characters that steer terminals.
  fileprivate func check() throws(Failure) {
    for (field, text) in [
      ("title", title), ("institute", institute), ("certificate", certificate.number),
      ("score", score), ("introduction", introduction),
    ] {
      try PublicText.check(text, field, longest: ApplicationPackage.longest)
    }
    guard (1300...1500).contains(year) else {
      throw .complaint(field: "year", .outOfRange(1300...1500))
    }
  }
}
