import Persian
public import Store
public import Training

/// Says of which education offices an agency takes over the closed classes; the management's work.
public struct LinkOffice: UseCase {
  public static let name = "agency.link-office"
  public var id: ID<AgencyOffice>?
  public var agency: ID<Unit>
  public var office: ID<Unit>

  public init(_ office: ID<Unit>, to agency: ID<Unit>) {
    self.agency = agency
    self.office = office
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    if id == nil { id = try records.newID() }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.require(.editAgencies)
    guard try records.agency(agency, in: context.actor.oversightReach) != nil else {
      throw Failure.forbidden
    }
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    guard let id, let unit = try records.unit(office),
      unit.kind == .province || unit.kind == .district
    else { throw Failure.complaint(field: "office", .unknownChoice("")) }
    let reach = context.actor.oversightReach
    guard
      try records.agencyOffices(of: agency, in: reach).allSatisfy({ $0.link.office != office })
    else {
      throw Failure.refused([
        Finding(.supervised, .refusal, .upload(.officeLinked(unit.name)))
      ])
    }
    try records.insert(AgencyOffice(id: id, agency: agency, office: office))
  }
}

/// Ends such a link; what was taken over stays.
public struct UnlinkOffice: UseCase {
  public static let name = "agency.unlink-office"
  public var link: AgencyOffice

  public init(_ link: AgencyOffice) { self.link = link }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.require(.editAgencies)
    let reach = context.actor.oversightReach
    guard try records.agencyOffices(of: link.agency, in: reach).contains(where: { $0.link == link })
    else { throw Failure.forbidden }
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    try records.remove(link)
  }
}

/// A closed class with the permit that a completed course would be made on, and what stands in the way.
public struct ClassOffer: Sendable {
  public let line: ClosedClassLine
  /// Nil where none is free for the title.
  public let permit: ID<Permit>?
  public let findings: [Finding]
}

/// Makes completed courses of closed classes, for the liaison to look over before sending them.
///
/// Who of the learners is a manager is not known there: all count as other employees until the
/// liaison says otherwise.
public struct TakeClasses: UseCase {
  public static let name = "completed-course.of-classes"
  public var classes: [ID<TrainingClass>]
  private var ids: [ID<CompletedCourse>] = []

  public init(_ classes: [ID<TrainingClass>]) { self.classes = classes }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    while ids.count < classes.count { ids.append(try records.newID()) }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try CompletedCourseLife.require(.create, context)
    let agency = try context.ownAgency(records).unit.id
    for it in classes {
      let reach = context.actor.oversightReach
      guard try records.closedClass(it, of: agency, in: reach) != nil else {
        throw Failure.forbidden
      }
    }
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws -> Int {
    guard !classes.isEmpty else {
      throw Failure.refused([Finding(.tickedRows, .refusal, .oversight(.nothingTicked))])
    }
    let agency = try context.ownAgency(records).unit.id
    for (id, it) in zip(ids, classes) {
      let reach = context.actor.oversightReach
      guard let line = try records.closedClass(it, of: agency, in: reach) else {
        throw Failure.forbidden
      }
      let (offer, course) = try Self.offer(of: line, as: id, agency, records, context)
      try offer.findings.orRefuse()
      guard let course else { throw Failure.forbidden }
      try records.insert(course)
      try records.note(id, madeOf: it)
    }
    return classes.count
  }

  /// The closed classes of the own agency's education offices in the last two years.
  public static func offers(
    _ records: borrowing some Querying & ~Copyable, _ context: Context
  ) throws -> [ClassOffer] {
    try CompletedCourseLife.require(.create, context)
    let agency = try context.ownAgency(records).unit.id
    let since = YearSpan(.calendar, start: context.today.year - 1).firstDay
    let lines = try records.closedClasses(
      of: agency, in: context.actor.oversightReach, from: since)
    var offers: [ClassOffer] = []
    for line in lines {
      offers.append(try offer(of: line, as: ID(rawValue: 0), agency, records, context).offer)
    }
    return offers
  }

  private static func offer(
    of line: ClosedClassLine, as id: ID<CompletedCourse>, _ agency: ID<Unit>,
    _ records: borrowing some Querying & ~Copyable, _ context: Context
  ) throws -> (offer: ClassOffer, course: CompletedCourse?) {
    if line.completed != nil {
      let taken = Finding(.permitOfCourse, .refusal, .upload(.classTaken))
      return (ClassOffer(line: line, permit: nil, findings: [taken]), nil)
    }
    let title = SearchKey.joined(line.courseTitle)
    let free = try records.freePermits(of: agency).first { SearchKey.joined($0.title) == title }
    guard let free,
      let permit = try records.permit(free.id, in: context.actor.oversightReach)?.permit
    else {
      let none = Finding(.permitOfCourse, .refusal, .oversight(.noPermit), remedy: nil)
      return (ClassOffer(line: line, permit: nil, findings: [none]), nil)
    }
    var form = CompletedCourse.Form(of: permit, on: context.today)
    (form.start, form.end) = (line.start, line.end)
    if permit.form.group.isTyped { form.hours = max(1, line.minutes / 60) }
    form.staff = line.learners
    let course = CompletedCourse(
      id: id, agency: agency, form: form, source: .shortCourses, registered: context.today)
    let facts = try CompletedCourseLife.facts(of: course, records, context)
    let creation = CompletedCourseLife.table.first { $0.isCreation }
    return (
      ClassOffer(
        line: line, permit: permit.id,
        findings: (creation?.guards(context.rules) ?? []).findings(in: facts)),
      course
    )
  }
}
