import Persian
import Store
import Training

/// The oversight of the sample's province: two agencies with their years and quarters, permits and
/// completed courses in every state.
struct DemoOversight {
  /// What the shipped file has of it.
  struct Names: Decodable, Sendable {
    var management, reason, organiser: String
    var agencies, fields, titles, topics: [String]
  }

  let names: DemoDistrict.Names
  let stage: DemoStage
  let administrator: Actor
  let hash: String

  private var own: Names { names.oversight }

  /// What is made before the rest can be.
  private struct Cast {
    let oversight: Actor
    let liaisons: [Actor]
    let manager: Actor
    let instructors: [ID<OversightInstructor>]
    let course: ID<ApprovedCourse>
  }

  /// - Returns: The logins of the management, the liaisons and a manager.
  func perform() throws -> [DemoDistrict.Login] {
    let cast = try cast()
    for (index, liaison) in cast.liaisons.enumerated() { try years(of: liaison, index == 0) }
    for (index, state) in PermitLife.State.allCases.enumerated() {
      _ = try permit(index, state, cast)
    }
    for (index, state) in CompletedCourseLife.State.allCases.enumerated() {
      try completed(index, state, cast)
    }
    return try ([cast.oversight] + cast.liaisons + [cast.manager]).map(login)
  }

  private func login(_ actor: Actor) throws -> DemoDistrict.Login {
    let account = try stage.portal.store.read { try $0.account(actor.account) }
    return DemoDistrict.Login(
      role: actor.role, username: account?.username ?? "", name: actor.name)
  }

  // MARK: People and lists

  private func cast() throws -> Cast {
    stage.now(-119, 9 * 60)
    let unit = try stage.perform(
      OpenOversight(
        code: "1", title: own.management, username: "oversight", passwordHash: hash),
      as: administrator)
    let oversight = try ready {
      try $0.accounts(named: "oversight", roles: [.oversight]).first?.id
    }
    var liaisons: [Actor] = []
    var agencies: [ID<Training.Unit>] = []
    for (index, name) in own.agencies.enumerated() {
      let agency = try stage.perform(
        RegisterAgency(AgencyDraft(code: "\(101 + index)", name: name)), as: oversight)
      agencies.append(agency)
      liaisons.append(try person(index, .liaison, of: agency, by: oversight))
    }
    guard let first = agencies.first else { throw StoreError.notFound }
    let manager = try person(agencies.count, .agencyManager, of: first, by: oversight)
    let fields = try own.fields.map { try stage.perform(AddStudyField($0), as: oversight) }
    let instructors = try fields.enumerated().map { index, field in
      try stage.perform(
        PutOversightInstructor(
          OversightInstructor(
            id: ID(rawValue: 0), firstName: names.male[index + 3],
            lastName: names.family[index + 5], degree: "master", field: field,
            isCertified: index == 0, unit: unit)), as: oversight)
    }
    let titles = try own.titles.enumerated().map { index, title in
      try stage.perform(
        PutApprovedCourse(
          ApprovedCourse(
            id: ID(rawValue: 0), group: index == 0 ? .general : .management, title: title,
            hours: 8 + 4 * index, unit: unit, state: .approved)),
        as: index == own.titles.count - 1 ? liaisons[0] : oversight)
    }
    return Cast(
      oversight: oversight, liaisons: liaisons, manager: manager, instructors: instructors,
      course: titles[0])
  }

  private func person(
    _ index: Int, _ role: Role, of agency: ID<Training.Unit>, by oversight: Actor
  ) throws -> Actor {
    let account = try stage.perform(
      RegisterLiaison(
        role, of: agency, nationalCode: try nationalCode(index),
        name: try PersonName(first: names.female[index + 4], last: names.family[index + 9]),
        passwordHash: hash), as: oversight)
    return try ready { _ in account }
  }

  /// An account past its first password, as those of the sample are.
  private func ready(
    _ account: (borrowing Writing) throws -> ID<Account>?
  ) throws -> Actor {
    let actor = try stage.portal.store.write(at: stage.portal.clock.now()) { records in
      guard let id = try account(records) else { throw StoreError.notFound }
      try records.setPassword(of: id, hash: hash, state: .active)
      try records.journal(Cause(useCase: "demo.people"))
      return try records.actor(id)
    }
    guard let actor else { throw StoreError.damaged("no account of the oversight") }
    return actor
  }

  /// A valid national code outside of those that the sample draws.
  private func nationalCode(_ index: Int) throws -> NationalCode {
    let nine = "98000100\(index)"
    let sum = zip(nine, stride(from: 10, through: 2, by: -1)).reduce(0) { sum, pair in
      sum + (pair.0.wholeNumberValue ?? 0) * pair.1
    }
    let rest = sum % 11
    return try NationalCode(validating: nine + String(rest < 2 ? rest : 11 - rest))
  }

  private var paper: AttachedFile {
    let bytes = Array("%PDF-1.4\n%%EOF\n".utf8)
    return AttachedFile(
      Attachment(
        name: "taghvim.pdf", kind: .pdf, size: bytes.count,
        digest: BlobDigest(of: bytes).hexadecimal), bytes: bytes)
  }

  // MARK: Years

  /// The year that ended, whole, where asked for; and this one as far as it has come.
  private func years(of liaison: Actor, _ withLast: Bool) throws {
    let now = stage.today.year
    if withLast {
      let last = try year(now - 1, liaison)
      for quarter in last.quarters { try report(quarter, liaison, sending: true) }
      _ = try stage.perform(Advance<AgencyYearLife>(last.id, .send), as: liaison)
    }
    let year = try year(now, liaison)
    guard withLast else { return }
    for quarter in year.quarters where quarter.quarter.lastDay.adding(days: 5) <= stage.today {
      // The one that ended last waits for its confirmation.
      let isLast = quarter.quarter.next == stage.today.quarter
      try report(quarter, liaison, sending: !isLast)
    }
  }

  private func year(
    _ number: Int, _ liaison: Actor
  ) throws -> (id: ID<AgencyYear>, quarters: [AgencyQuarter]) {
    guard let first = Quarter(year: number, number: 1)?.firstDay else {
      throw StoreError.notFound
    }
    stage.now(on: min(first.adding(days: 19), stage.today), 9 * 60)
    let id = try stage.perform(
      CreateAgencyYear(
        AgencyYear.Form(year: number, budget: Rial(4_500_000_000), courseCount: 24),
        calendar: paper), as: liaison)
    let quarters = try stage.portal.store.read {
      try $0.agencyQuarters(of: id, in: liaison.oversightReach).map(\.quarter)
    }
    return (id, quarters)
  }

  private func report(_ quarter: AgencyQuarter, _ liaison: Actor, sending: Bool) throws {
    stage.now(on: quarter.quarter.lastDay.adding(days: 5), 10 * 60)
    let number = quarter.quarter.number
    let figures = QuarterFigures(
      spent: Rial(600_000_000 + number * 90_000_000),
      managers: .init(count: 12, trained: 4 + number, personHours: 40 * number),
      staff: .init(count: 140, trained: 30 + 5 * number, personHours: 300 * number))
    try stage.perform(UpdateQuarter(quarter, figures), as: liaison)
    guard sending else { return }
    _ = try stage.perform(Advance<AgencyQuarterLife>(quarter.id, .confirm), as: liaison)
  }

  // MARK: Permits and completed courses

  private func permit(
    _ index: Int, _ state: PermitLife.State, _ cast: Cast
  ) throws -> ID<Permit> {
    let liaison = cast.liaisons[state == .approved ? 0 : index % cast.liaisons.count]
    stage.now(-40 + index, 9 * 60)
    let start = stage.today.adding(days: -30 + index)
    let isChosen = index % 2 == 0
    let form = Permit.Form(
      kind: isChosen ? .holding : .attending, group: isChosen ? .general : .other,
      course: isChosen ? cast.course : nil,
      title: isChosen ? "" : own.topics[index % own.topics.count],
      hours: isChosen ? 0 : 6, dayCount: 2,
      days: [
        PermitDay(start, from: 480, to: 720), PermitDay(start.adding(days: 1), from: 480, to: 720),
      ],
      organiser: isChosen
        ? OrganiserMark(.managementCentre) : OrganiserMark(.other, name: own.organiser),
      instructor: cast.instructors[index % cast.instructors.count])
    let id = try stage.perform(CreatePermit(form), as: liaison)
    func advance(_ action: PermitLife.Action, _ actor: Actor, _ reason: String = "") throws {
      _ = try stage.perform(Advance<PermitLife>(id, action), as: actor, reason: reason)
    }
    switch state {
    case .draft: return id
    case .removed:
      try advance(.remove, liaison)
      return id
    default: try advance(.send, liaison)
    }
    switch state {
    case .approved: try advance(.approve, cast.oversight)
    case .returned: try advance(.giveBack, cast.oversight, own.reason)
    case .rejected: try advance(.reject, cast.oversight, own.reason)
    case .draft, .removed, .waiting: break
    }
    return id
  }

  private func completed(
    _ index: Int, _ state: CompletedCourseLife.State, _ cast: Cast
  ) throws {
    let liaison = cast.liaisons[0]
    let id = try permit(10 + index, .approved, cast)
    let line = try stage.portal.store.read { try $0.permit(id, in: liaison.oversightReach) }
    guard let permit = line?.permit else { throw StoreError.notFound }
    stage.now(-10 + index, 11 * 60)
    var form = CompletedCourse.Form(of: permit, on: stage.today)
    (form.managers, form.staff, form.isEvaluated) = (2 + index, 15 + index, index % 2 == 0)
    let course = try stage.perform(RecordCompletedCourse(form), as: liaison)
    func advance(_ action: CompletedCourseLife.Action, _ actor: Actor) throws {
      _ = try stage.perform(Advance<CompletedCourseLife>(course, action), as: actor)
    }
    switch state {
    case .registered: break
    case .removed: try advance(.remove, liaison)
    case .waiting: try advance(.send, liaison)
    case .completed:
      try advance(.send, liaison)
      try advance(.approve, cast.oversight)
    }
  }
}
