import Persian
import Store
import TestKit
import Testing
import Training
import UseCases

/// How the permission matrix gets a record of a life: each area adds its own to
/// `PermissionMatrixTests.fixtures`.
protocol LifeFixture: Sendable {
  associatedtype Life: RecordedLife

  /// Makes a record that belongs to the office's own district.
  ///
  /// The record need not be in a state from which an action is open: roles and units are asked first.
  static func record(in it: CourseOffice) throws -> ID<Life.Record>

  /// The use case that carries an action with fields; nil where the action has none of its own, or
  /// where it makes a new record rather than moving this one.
  static func work(
    _ action: Life.Action, on record: ID<Life.Record>, in it: CourseOffice
  ) throws -> (any UseCase)?
}

extension LifeFixture {
  static func work(
    _ action: Life.Action, on record: ID<Life.Record>, in it: CourseOffice
  ) throws -> (any UseCase)? { nil }
}

/// The offices of the matrix: those of the record, and strangers of every role.
struct MatrixOffice {
  let it: CourseOffice
  /// In another province, for those whose own province is that of the record.
  let otherProvince: ID<Training.Unit>

  let ministry: ID<Training.Unit>

  init(_ office: CourseOffice) throws {
    it = office
    ministry = try #require(
      try office.portal.store.read { try $0.units(in: .everything).first }
    ).id
    let administrator = try it.office.signIn(.administrator, at: ministry)
    otherProvince = try it.perform(
      RegisterUnit(parent: ministry, kind: .province, code: "17", title: "استان دیگر"),
      administrator)
  }

  /// Somebody with a role who has to do with the record only by unit.
  func neighbour(_ role: Role) throws -> Actor {
    try actor(role, at: unit(of: role, elsewhere: false), number: 7000)
  }

  /// Somebody with a role in another district, or another province; nil where the whole country is
  /// one unit.
  func stranger(_ role: Role) throws -> Actor? {
    switch role {
    case .ministryExpert, .administrator, .oversight, .visitor: nil
    default: try actor(role, at: unit(of: role, elsewhere: true), number: 7500)
    }
  }

  private func unit(of role: Role, elsewhere: Bool) throws -> ID<Training.Unit> {
    switch role {
    case .provincialExpert: elsewhere ? otherProvince : it.office.province
    case .ministryExpert, .administrator: ministry
    case .qualityCentre: elsewhere ? otherProvince : it.office.province
    case .principal: elsewhere ? it.office.otherSchool : it.office.school
    default: elsewhere ? it.office.otherDistrict : it.office.district
    }
  }

  private func actor(_ role: Role, at unit: ID<Training.Unit>, number: Int) throws -> Actor {
    if role == .visitor { return .visitor }
    let personal: [Role] = [
      .learner, .courseManager, .instructor, .principal, .assessor, .boardMember,
    ]
    guard personal.contains(role), let index = Role.allCases.firstIndex(of: role) else {
      return try it.office.signIn(role, at: unit)
    }
    let code = try Office.nationalCode(number + index)
    let known = try it.portal.store.read { try $0.person(code) }
    let person = try known ?? it.office.person(number + index, last: "بیگانه", unit: unit)
    return try it.office.signIn(role, at: unit, person: person.id)
  }
}

@Suite("The permission matrix over every lifecycle")
struct PermissionMatrixTests {
  static let fixtures: [any LifeFixture.Type] = [
    RequestFixture.self, ClassFixture.self, EnrolmentFixture.self, CompetencyFixture.self,
    FormOneFixture.self, PlanFixture.self,
    ApplicantFixture.self, NonLocalFixture.self, SchoolStaffFixture.self, ExamFixture.self,
    CourseFileFixture.self, FinancialFixture.self,
    ObjectionFixture.self, CertificateFixture.self,
    EquivalentFixture.self,
    RankingFixture.self, AppealFixture.self, PersonRankFixture.self, MeetingFixture.self,
    EvidenceFixture.self,
    EffectivenessFixture.self,
    AgencyYearFixture.self, AgencyQuarterFixture.self, PermitFixture.self, CompletedFixture.self,
    UploadFixture.self,
  ]

  @Test(
    "S0-9 a role that a state table does not name is refused, a stranger neither sees nor does it, and nothing is journaled",
    arguments: fixtures.indices)
  func matrix(_ index: Int) throws {
    try walk(Self.fixtures[index])
  }

  private func walk<Fixture: LifeFixture>(_ fixture: Fixture.Type) throws {
    let world = try MatrixOffice(CourseOffice())
    let record = try Fixture.record(in: world.it)
    for action in Fixture.Life.Action.allCases {
      let isPlain = !Fixture.Life.withFields.contains(action)
      let work: (any UseCase)? =
        isPlain
        ? Advance<Fixture.Life>(record, action)
        : try Fixture.work(action, on: record, in: world.it)
      guard let work else { continue }
      let allowed = Fixture.Life.roles(for: action)
      for role in Role.allCases {
        let label = "\(Fixture.Life.name) \(action.rawValue) \(role.rawValue)"
        if !allowed.contains(role) {
          try expectRefused(work, try world.neighbour(role), world.it, label)
        }
        if let stranger = try world.stranger(role) {
          try expectRefused(work, stranger, world.it, "\(label), a stranger")
          #expect(try !sees(Fixture.Life.self, record, stranger, world.it), "\(label) sees it")
        }
      }
    }
  }

  private func expectRefused(
    _ work: any UseCase, _ actor: Actor, _ it: CourseOffice, _ label: String
  ) throws {
    let before = try it.portal.store.read { try $0.lastEntryNumber() }
    let failure = refusal(of: work, actor, it)
    #expect(failure == .forbidden, "\(label): \(String(describing: failure))")
    #expect(try it.portal.store.read { try $0.lastEntryNumber() } == before, "\(label)")
  }

  private func refusal(of work: any UseCase, _ actor: Actor, _ it: CourseOffice) -> Failure? {
    func open<U: UseCase>(_ work: U) -> Failure? {
      if case .failure(let failure) = it.result(work, actor, reason: "آزمون") { return failure }
      return nil
    }
    return open(work)
  }

  private func sees<Life: RecordedLife>(
    _ life: Life.Type, _ record: ID<Life.Record>, _ actor: Actor, _ it: CourseOffice
  ) throws -> Bool {
    it.portal.signIn(actor)
    defer { it.portal.signOut() }
    return try it.portal.read { records, context in
      try Life.situation(of: record, records, context) != nil
    }.get()
  }
}

enum RequestFixture: LifeFixture {
  typealias Life = CourseRequestLife

  static func record(in it: CourseOffice) -> ID<CourseRequest> { it.request }

  static func work(
    _ action: CourseRequestLife.Action, on record: ID<CourseRequest>, in it: CourseOffice
  ) throws -> (any UseCase)? {
    guard action != .request else { return nil }
    if action == .announce { return AnnounceCourse(record, channels: ["board"], text: "") }
    let line = try it.portal.store.read { try $0.request(record, in: .units(.everything)) }
    let request = try #require(line).request
    return EditRequest(action, before: request, after: request)
  }
}

enum ClassFixture: LifeFixture {
  typealias Life = ClassLife

  static func record(in it: CourseOffice) throws -> ID<TrainingClass> { try it.define() }

  static func work(
    _ action: ClassLife.Action, on record: ID<TrainingClass>, in it: CourseOffice
  ) throws -> (any UseCase)? {
    switch action {
    case .announceControl:
      AnnounceControl(
        record, from: CourseOffice.today, to: CourseOffice.today, title: "کنترل نمره")
    case .close: CloseClass(record)
    case .reopen: ReopenClass(record)
    case .define, .grade, .cancel: nil
    }
  }
}

enum EnrolmentFixture: LifeFixture {
  typealias Life = EnrolmentLife

  static func record(in it: CourseOffice) throws -> ID<Enrolment> {
    try #require(try it.enrol(1, in: it.define()).first)
  }

  static func work(
    _ action: EnrolmentLife.Action, on record: ID<Enrolment>, in it: CourseOffice
  ) throws -> (any UseCase)? {
    guard let enrolment = try it.portal.store.read({ try $0.enrolment(record) }) else { return nil }
    switch action {
    case .remove: return RemoveEnrolment(record, letter: "۱۲/۳")
    case .transfer:
      return MoveLearners(
        [record], from: enrolment.trainingClass, to: enrolment.trainingClass)
    default: return nil
    }
  }
}

enum FormOneFixture: LifeFixture {
  typealias Life = FormOneLife

  static func record(in it: CourseOffice) throws -> ID<FormOne> {
    try it.perform(RegisterFormOne(formOneDraft(it)), it.expert)
  }

  static func work(
    _ action: FormOneLife.Action, on record: ID<FormOne>, in it: CourseOffice
  ) throws -> (any UseCase)? {
    guard action != .register else { return nil }
    let form = try it.form(record)
    return CarryFormOne(action, before: form, after: form)
  }
}

enum PlanFixture: LifeFixture {
  typealias Life = ExecutivePlanLife

  static func record(in it: CourseOffice) throws -> ID<ExecutivePlan> {
    try it.perform(CompilePlan(it.request), it.expert)
  }

  static func work(
    _ action: ExecutivePlanLife.Action, on record: ID<ExecutivePlan>, in it: CourseOffice
  ) throws -> (any UseCase)? {
    guard action == .edit else { return nil }
    let plan = try it.plan(record)
    return EditPlan(before: plan, after: plan)
  }
}
