import Persian
import Store
import Training

/// The bank of instructors of the sample, applicants in every state, and what districts ask for.
struct DemoInstructors {
  let names: DemoDistrict.Names
  let stage: DemoStage
  let cast: DemoCast
  let courses: [ID<Course>]
  /// One for all: making a hash takes longer than all the rest.
  let hash: String
  private var count = 0

  init(
    names: DemoDistrict.Names, stage: DemoStage, cast: DemoCast, courses: [ID<Course>],
    hash: String
  ) {
    self.names = names
    self.stage = stage
    self.cast = cast
    self.courses = courses
    self.hash = hash
  }

  /// Everybody who teaches in the sample comes into the bank, before the first course needs them.
  mutating func fillBank() throws {
    for teacher in cast.instructors {
      guard let id = teacher.person, let person = try stage.portal.store.read({ try $0.person(id) })
      else { continue }
      let application = try apply(person, on: -117)
      try advance(application, of: person.unit, to: .inBank, on: -116)
    }
  }

  /// One applicant in each other state, and permissions for instructors of the other district.
  mutating func leaveOpen() throws {
    for (index, state) in InstructorLife.State.allCases.enumerated() where state != .inBank {
      let person = cast.teachers[0][300 + index]
      let application = try apply(person, on: -30 + index)
      try advance(application, of: person.unit, to: state, on: -20 + index)
    }
  }

  private mutating func apply(
    _ person: Person, on day: Int
  ) throws -> ID<InstructorApplication> {
    count += 1
    stage.now(day, 9 * 60 + count)
    guard let code = person.nationalCode else { throw StoreError.damaged("no national code") }
    let form = InstructorApplication.Form(
      nationalCode: code, personnelCode: person.personnelCode, isEducator: true,
      name: person.name, fatherName: person.fatherName, certificateNumber: "\(100 + count)",
      birthDay: person.birthDay, unit: person.unit, degree: count % 3 == 0 ? "doctorate" : "master",
      field: names.fields[count % names.fields.count], university: names.province,
      graduated: stage.today.year - 10)
    let papers = [
      InstructorPaper(.evidence, kind: "teaching", amount: 5 + count % 10),
      InstructorPaper(.evidence, kind: "paper", amount: count % 4),
    ]
    let locator = String(String(1_000_000 + count).dropFirst())
    _ = try stage.perform(
      RegisterApplicant(
        ApplicationPackage(form: form, papers: papers), hasAcceptedTerms: true,
        tracking: TrackingMark(locator: locator, hash: hash)),
      as: .visitor)
    let found = try stage.portal.store.read { try $0.liveApplication(of: code) }
    guard let found else { throw StoreError.notFound }
    return found.id
  }

  /// The way of an application through the expert's hands, as far as a state.
  private func advance(
    _ id: ID<InstructorApplication>, of unit: ID<Unit>, to state: InstructorLife.State,
    on day: Int
  ) throws {
    guard let expert = cast.experts.first(where: { $0.unit == unit }) else { return }
    stage.now(day, 10 * 60)
    let letter = InstructorApplication.LetterMark(
      number: "\(1_000 + count)", day: stage.today.adding(days: day))
    func step(_ action: InstructorLife.Action) throws {
      _ = try stage.perform(
        Advance<InstructorLife>(id, action), as: expert, reason: names.reason)
    }
    func send(_ action: InstructorLife.Action) throws {
      try stage.perform(RecordSecurityLetter(action, of: id, letter), as: expert)
    }
    switch state {
    case .registered: return
    case .needsCorrection: return try step(.sendBack)
    case .rejected: return try step(.reject)
    case .documentsConfirmed, .inInquiry, .securityConfirmed, .inBank, .inactive: break
    }
    try step(.seeOriginals)
    try step(.confirmDocuments)
    guard state != .documentsConfirmed else { return }
    try send(.sendInquiry)
    guard state != .inInquiry else { return }
    try send(.positiveReply)
    guard state != .securityConfirmed else { return }
    try step(.confirm)
    guard state != .inactive else { return try step(.suspend) }
    try stage.perform(RecordTaughtCourses(courses, of: id, council: letter), as: expert)
  }
}
