import Persian
public import Store
public import Training
public import UseCases

/// The oversight of a province: its management, two agencies with a liaison each, and the manager of
/// the first agency.
public struct OversightOffice: Sendable {
  public let office: Office
  public let management: ID<Training.Unit>
  public let agency: ID<Training.Unit>
  public let otherAgency: ID<Training.Unit>
  public let oversight: Actor
  public let liaison: Actor
  public let otherLiaison: Actor
  public let manager: Actor
  public let field: ID<StudyField>
  public let instructor: ID<OversightInstructor>
  public let course: ID<ApprovedCourse>

  public var portal: Portal { office.portal }

  /// A document that is a PDF by its first bytes.
  public static let paper: AttachedFile = {
    let bytes = Array("%PDF-1.4 سند".utf8)
    return AttachedFile(
      Attachment(
        name: "sanad.pdf", kind: .pdf, size: bytes.count,
        digest: BlobDigest(of: bytes).hexadecimal), bytes: bytes)
  }()

  public init(clock: WallClock = .fixed(Office.today)) throws {
    try self.init(in: Office(clock: clock))
  }

  /// In an office that is there already.
  public init(in office: Office) throws {
    self.office = office
    let portal = office.portal
    let ministry = try portal.store.read { try $0.units(in: .everything)[0].id }
    try office.signIn(.administrator, at: ministry)
    management = try portal.perform(
      OpenOversight(
        code: "9", title: "سازمان مدیریت و برنامه‌ریزی استان نمونه", username: "ovs-first",
        passwordHash: Office.hash.text)
    ).get().outcome
    oversight = try office.signIn(.oversight, at: management)
    agency = try portal.perform(
      RegisterAgency(AgencyDraft(code: "101", name: "اداره راه"))
    ).get().outcome
    otherAgency = try portal.perform(
      RegisterAgency(AgencyDraft(code: "102", name: "اداره برق"))
    ).get().outcome
    field = try portal.perform(AddStudyField("مدیریت دولتی")).get().outcome
    course = try portal.perform(
      PutApprovedCourse(
        ApprovedCourse(
          id: ID(rawValue: 0), group: .general, title: "مدیریت زمان", hours: 8, unit: management,
          state: .approved))
    ).get().outcome
    let home = agency
    let people = try (0..<3).map { try office.person(8_000 + $0, last: "رابط", unit: home) }
    otherLiaison = try office.signIn(.liaison, at: otherAgency, person: people[1].id)
    manager = try office.signIn(.agencyManager, at: agency, person: people[2].id)
    liaison = try office.signIn(.liaison, at: agency, person: people[0].id)
    instructor = try portal.perform(
      PutOversightInstructor(
        OversightInstructor(
          id: ID(rawValue: 0), firstName: "نادر", lastName: "امینی", degree: "master",
          field: field, unit: agency))
    ).get().outcome
  }

  /// Performs a use case as somebody, with everything that came of it.
  public func result<U: UseCase>(
    _ work: U, _ actor: Actor, reason: String = ""
  ) -> Result<U.Outcome, Failure> {
    portal.signIn(actor)
    return portal.perform(work, reason: reason).map(\.outcome)
  }

  @discardableResult
  public func perform<U: UseCase>(
    _ work: U, _ actor: Actor, reason: String = ""
  ) throws -> U.Outcome {
    try result(work, actor, reason: reason).get()
  }

  /// The reasons for which a use case is refused; empty when it is not.
  public func reasons<U: UseCase>(
    of work: U, _ actor: Actor, reason: String = ""
  ) -> [Finding.Reason] {
    guard case .failure(.refused(let findings)) = result(work, actor, reason: reason) else {
      return []
    }
    return findings.refusals.map(\.reason)
  }

  // MARK: Records

  @discardableResult
  public func year(
    _ year: Int = 1403, by actor: Actor? = nil
  ) throws -> ID<AgencyYear> {
    try perform(
      CreateAgencyYear(
        AgencyYear.Form(year: year, budget: Rial(1_000_000), courseCount: 12),
        calendar: Self.paper), actor ?? liaison)
  }

  public func quarters(of year: ID<AgencyYear>) throws -> [AgencyQuarter] {
    try portal.store.read {
      try $0.agencyQuarters(of: year, in: .agencies(.everything)).map(\.quarter)
    }
  }

  public func quarter(_ id: ID<AgencyQuarter>) throws -> AgencyQuarterLine {
    let line = try portal.store.read { try $0.agencyQuarter(id, in: .agencies(.everything)) }
    guard let line else { throw Failure.forbidden }
    return line
  }

  public func form(
    group: CourseGroup = .general, days: Int = 2, title: String = "", hours: Int = 0
  ) -> Permit.Form {
    let rows = (0..<min(days, 4)).map {
      PermitDay(Office.today.adding(days: $0 - 20), from: 480, to: 720)
    }
    return Permit.Form(
      kind: .holding, group: group, course: group == .general ? course : nil, title: title,
      hours: hours, dayCount: days, days: days > 4 ? Array(rows.prefix(1)) : rows,
      organiser: OrganiserMark(.agency), instructor: instructor)
  }

  @discardableResult
  public func permit(
    _ state: PermitLife.State = .draft, form: Permit.Form? = nil, by actor: Actor? = nil
  ) throws -> ID<Permit> {
    let id = try perform(CreatePermit(form ?? self.form()), actor ?? liaison)
    guard state != .draft else { return id }
    try perform(Advance<PermitLife>(id, .send), actor ?? liaison)
    switch state {
    case .approved: try perform(Advance<PermitLife>(id, .approve), oversight)
    case .returned: try perform(Advance<PermitLife>(id, .giveBack), oversight, reason: "ناقص")
    case .rejected:
      try perform(Advance<PermitLife>(id, .reject), oversight, reason: "خارج از تقویم")
    case .draft, .removed, .waiting: break
    }
    return id
  }

  public func permitLine(_ id: ID<Permit>) throws -> Permit {
    let line = try portal.store.read { try $0.permit(id, in: .agencies(.everything)) }
    guard let line else { throw Failure.forbidden }
    return line.permit
  }

  /// The form of a completed course of a permit, which ended days before today.
  public func completed(
    of permit: ID<Permit>, endedBefore days: Int = 5, managers: Int = 3, staff: Int = 17
  ) throws -> CompletedCourse.Form {
    var form = CompletedCourse.Form(of: try permitLine(permit), on: Office.today)
    form.end = Office.today.adding(days: -days)
    form.start = form.end.adding(days: -1)
    (form.managers, form.staff) = (managers, staff)
    return form
  }

  public func completedLine(_ id: ID<CompletedCourse>) throws -> CompletedCourse {
    let line = try portal.store.read { try $0.completedCourse(id, in: .agencies(.everything)) }
    guard let line else { throw Failure.forbidden }
    return line.course
  }
}
