import Persian
public import Store
public import Training

/// The files that come with a permit.
public struct PermitPapers: Hashable, Sendable, Codable {
  public var syllabus: AttachedFile?
  public var programme: AttachedFile?

  public init(syllabus: AttachedFile? = nil, programme: AttachedFile? = nil) {
    self.syllabus = syllabus
    self.programme = programme
  }

  fileprivate func take(
    _ records: borrowing Writing, _ context: Context, keeping kept: Permit?
  ) throws {
    try syllabus?.take(.permitFiles, records, context, keeping: kept?.syllabus)
    try programme?.take(.permitFiles, records, context, keeping: kept?.programme)
  }
}

/// Drafts a permit to hold a course or to attend one («ایجاد و خروج», S5-3).
public struct CreatePermit: UseCase {
  public static let name = "permit.create"
  public var id: ID<Permit>?
  public var form: Permit.Form
  public var papers: PermitPapers
  private var rows: [ID<PermitDay>] = []

  public init(_ form: Permit.Form, _ papers: PermitPapers = PermitPapers()) {
    self.form = form
    self.papers = papers
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    if id == nil { id = try records.newID() }
    while rows.count < form.days.count { rows.append(try records.newID()) }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try PermitLife.require(.create, context)
    _ = try context.ownAgency(records)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws -> ID<Permit> {
    guard let id else { throw StoreError.notFound }
    let agency = try context.ownAgency(records).unit.id
    var permit = Permit(
      id: id, agency: agency, form: form, syllabus: papers.syllabus?.file,
      programme: papers.programme?.file, requested: context.today)
    let facts = try permit.complete(before: nil, records, context)
    let choice = try PermitLife.open(.create, in: nil, facts, context)
    if let state = choice.to { permit.state = state }
    try papers.take(records, context, keeping: nil)
    try records.insert(permit, rows: rows)
    return id
  }
}

/// Changes a permit that is not with the management: a draft, or one that came back.
public struct EditPermit: UseCase {
  public static let name = "permit.edit"
  /// As the form showed it.
  public var before: Permit
  public var form: Permit.Form
  public var papers: PermitPapers
  private var rows: [ID<PermitDay>] = []

  public init(_ before: Permit, _ form: Permit.Form, _ papers: PermitPapers = PermitPapers()) {
    self.before = before
    self.form = form
    self.papers = papers
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    while rows.count < form.days.count { rows.append(try records.newID()) }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try PermitLife.requireReach(.edit, of: before.id, records, context)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    guard let situation = try PermitLife.situation(of: before.id, records, context) else {
      throw Failure.forbidden
    }
    let now = situation.facts.permit
    var after = before
    after.form = form
    after.syllabus = papers.syllabus?.file
    after.programme = papers.programme?.file
    after.state = situation.state
    let facts = try after.complete(before: now, records, context)
    let choice = try PermitLife.open(.edit, in: situation.state, facts, context)
    if let state = choice.to { after.state = state }
    try papers.take(records, context, keeping: now)
    guard now.form.days == before.form.days else {
      throw Failure.conflict([
        .init(subject: situation.subject, field: "permit_day", mine: "", theirs: "")
      ])
    }
    try Failure.check(try records.update(before, to: after, rows: rows), on: situation.subject)
  }
}

extension Permit {
  /// Takes title and duration from the approved course where one is chosen, and puts the programme
  /// into its order.
  ///
  /// - Returns: What the rules look at.
  fileprivate mutating func complete(
    before: Permit?, _ records: borrowing Writing, _ context: Context
  ) throws -> PermitLife.Facts {
    form.days.sort()
    if form.group.isTyped { form.course = nil }
    try form.check(context)
    var facts = try PermitLife.facts(of: self, before: before, records, context)
    if let course = facts.course {
      (form.title, form.hours) = (course.title, course.hours)
    } else if !form.group.isTyped {
      (form.course, form.title, form.hours) = (nil, "", 0)
    }
    // Somebody else's instructor is not there.
    if form.instructor != nil, facts.instructor == nil { throw Failure.forbidden }
    facts.permit = self
    return facts
  }
}

extension Permit.Form {
  fileprivate func check(_ context: Context) throws(Failure) {
    try PublicText.check(title, "title", longest: OversightText.longest)
    try PublicText.check(organiser.name, "organiser", longest: OversightText.longest)
    guard (0...10_000).contains(hours) else {
      throw .complaint(field: "hours", .outOfRange(0...10_000))
    }
    guard (0...366).contains(dayCount), days.count <= 40 else {
      throw .complaint(field: "days", .outOfRange(0...366))
    }
    for day in days where !(0...1_440).contains(day.start) || !(0...1_440).contains(day.end) {
      throw .complaint(field: "days", .time)
    }
  }
}
