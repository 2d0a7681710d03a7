import Persian
import Store
import Training

/// A non-governmental school of the sample with its principal and staff in every state of SM-5, and
/// what a district asked for instructors of another (SM-3b).
struct DemoSchools {
  let names: DemoDistrict.Names
  let stage: DemoStage
  let cast: DemoCast
  let hash: String

  /// The code of the school, with which its principal logs in.
  static let code = "169001"

  /// - Returns: The logins of the principal and of one of the staff.
  func perform() throws -> [DemoDistrict.Login] {
    let district = cast.experts[0].unit
    stage.now(-60, 9 * 60)
    let school = try stage.perform(
      RegisterUnit(
        parent: district, kind: .school, code: Self.code, title: names.schools[0],
        isGovernmental: false),
      as: cast.administrator)
    let principal = try account(of: cast.teachers[0][290], at: school)
    var staff: [DemoDistrict.Login] = []
    for (index, state) in SchoolStaffLife.State.allCases.enumerated() {
      let code = try register(index, of: district, as: state, school, principal)
      staff.append(
        DemoDistrict.Login(role: .learner, username: code.digits, name: names.family[index]))
    }
    try askForOthers()
    let own = DemoDistrict.Login(role: .principal, username: Self.code, name: principal.name)
    return [own] + staff.suffix(1)
  }

  private func account(of person: Person, at school: ID<Training.Unit>) throws -> Actor {
    let actor = try stage.portal.store.write(at: stage.portal.clock.now()) { records in
      let account = Account(
        id: try records.newID(), person: person.id, role: .principal, unit: school,
        username: Self.code, state: .active)
      try records.insert(account, passwordHash: hash)
      try records.journal(Cause(useCase: "demo.people"))
      return try records.actor(of: account)
    }
    guard let actor else { throw StoreError.damaged("no principal") }
    return actor
  }

  private func register(
    _ index: Int, of district: ID<Training.Unit>, as state: SchoolStaffLife.State,
    _ school: ID<Training.Unit>, _ principal: Actor
  ) throws -> NationalCode {
    stage.now(-50 + index, 9 * 60)
    let code = try nationalCode(index)
    let form = RegisterSchoolStaff.Form(
      nationalCode: code,
      name: try PersonName(first: names.female[index], last: names.family[index]),
      fatherName: names.male[index], birthDay: stage.today.adding(days: -11_000 - index),
      gender: .female, mobile: try Mobile(validating: "0900200300\(index)"), unit: district)
    let account = try stage.perform(
      RegisterSchoolStaff(form, passwordHash: hash), as: .visitor)
    let found = try stage.portal.store.read { records in
      (
        try records.actor(account),
        try records.person(code).flatMap { try records.staff(of: $0.id)?.staff }
      )
    }
    guard let learner = found.0, let record = found.1 else { throw StoreError.notFound }
    guard state != .registered else { return code }
    try stage.perform(
      CompleteStaffWork(
        before: record,
        SchoolStaff.Work(
          school: school, post: "teacher", teachingField: "mathematics", stage: "primary",
          degree: "bachelor", weeklyMinutes: 24 * 60, experience: 3 + index)),
      as: learner)
    guard state != .awaitingPrincipal else { return code }
    _ = try stage.perform(Advance<SchoolStaffLife>(record.id, .confirm), as: principal)
    return code
  }

  /// A valid national code outside of those that the sample draws.
  private func nationalCode(_ index: Int) throws -> NationalCode {
    let nine = "99000100\(index)"
    let sum = zip(nine, stride(from: 10, through: 2, by: -1)).reduce(0) { sum, pair in
      sum + (pair.0.wholeNumberValue ?? 0) * pair.1
    }
    let rest = sum % 11
    return try NationalCode(validating: nine + String(rest < 2 ? rest : 11 - rest))
  }

  /// The first district asks for instructors of the second: permitted, refused, and waiting.
  private func askForOthers() throws {
    let (expert, elsewhere) = (cast.experts[0], cast.experts[1].unit)
    let found = try stage.portal.store.read { records in
      (
        try records.applications(in: .everything, states: [.inBank]).map(\.application)
          .filter { $0.form.unit == elsewhere },
        try records.requests(
          in: .units(expert.scope), RequestFilter(states: [.approved, .announced]),
          on: stage.today
        ).map(\.request.id)
      )
    }
    guard let instructor = found.0.first else { return }
    for (index, request) in found.1.prefix(3).enumerated() {
      stage.now(-3 + index, 10 * 60)
      let letter = InstructorApplication.LetterMark(
        number: "\(2_000 + index)", day: stage.today.adding(days: -3 + index))
      let permit = try stage.perform(
        RequestNonLocal(instructor.id, in: request, letter: letter), as: expert)
      switch index {
      case 0:
        _ = try stage.perform(Advance<NonLocalLife>(permit, .approveProvince), as: cast.province)
      case 1:
        _ = try stage.perform(
          Advance<NonLocalLife>(permit, .reject), as: cast.province, reason: names.reason)
      default: break
      }
    }
  }
}
