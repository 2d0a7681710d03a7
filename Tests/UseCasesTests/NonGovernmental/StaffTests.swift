import Persian
import Store
import TestKit
import Testing
import Training
import UseCases

/// A non-governmental school with its principal, and somebody of its staff at the start screen.
struct StaffDesk {
  let it: CourseOffice
  let school: Training.Unit
  let principal: Actor

  init(_ office: CourseOffice? = nil) throws {
    it = try office ?? CourseOffice()
    if let known = try it.portal.store.read({ try $0.nonGovernmentalSchool(code: "160177") }) {
      school = known
    } else {
      let top = try #require(try it.portal.store.read { try $0.units(in: .everything).first })
      let administrator = try it.office.signIn(.administrator, at: top.id)
      let id = try it.perform(
        RegisterUnit(
          parent: it.office.district, kind: .school, code: "160177", title: "دبستان اندیشه",
          isGovernmental: false),
        administrator)
      school = try #require(try it.portal.store.read { try $0.unit(id) })
    }
    let person = try it.portal.store.read { try $0.person(try Office.nationalCode(8_801)) }
    principal = try it.office.signIn(
      .principal, at: school.id,
      person: (person ?? it.office.person(8_801, last: "مدیری")).id, as: school.code)
  }

  func form(_ number: Int = 1) throws -> RegisterSchoolStaff.Form {
    RegisterSchoolStaff.Form(
      nationalCode: try Office.nationalCode(6_000 + number),
      name: try PersonName(first: "لیلا", last: "صالحی"), fatherName: "ناصر",
      birthDay: Office.today.adding(days: -11_000), gender: .female,
      mobile: try Mobile(validating: "09121112233"), unit: it.office.district)
  }

  /// Registers and logs in as the learner.
  func registered(_ number: Int = 1) throws -> (staff: SchoolStaff, actor: Actor) {
    let form = try form(number)
    try it.portal.register(form, password: "Kooh-e-Alvand-1").get()
    let code = form.nationalCode.digits
    let found = try it.portal.store.read { records in
      (
        try #require(
          try records.person(form.nationalCode).flatMap { try records.staff(of: $0.id) }),
        try #require(try records.accounts(named: code, roles: [.learner]).first)
      )
    }
    let actor = try #require(try it.portal.store.read { try $0.actor(of: found.1) })
    return (found.0.staff, actor)
  }

  func work(_ field: String = "mathematics") -> SchoolStaff.Work {
    SchoolStaff.Work(school: school.id, teachingField: field, stage: "primary")
  }

  func completed(_ number: Int = 1) throws -> (staff: SchoolStaff, actor: Actor) {
    let (staff, actor) = try registered(number)
    try it.perform(CompleteStaffWork(before: staff, work()), actor)
    return (try #require(try it.portal.store.read { try $0.staff(staff.id) }).staff, actor)
  }
}

@Suite("Staff of non-governmental schools")
struct StaffTests {
  @Test(
    "S2-6.1a S2-6.2a somebody without a personnel code registers and is a learner under the national code"
  )
  func registration() throws {
    let desk = try StaffDesk()
    let form = try desk.form()
    try desk.it.portal.register(form, password: "Kooh-e-Alvand-1").get()
    let actors = try desk.it.portal.logIn(
      section: .learners, username: form.nationalCode.digits, password: "Kooh-e-Alvand-1"
    ).get()
    #expect(actors.map(\.role) == [.learner])
    #expect(actors.first?.mustChangePassword == false)
    let person = try #require(try desk.it.portal.store.read { try $0.person(form.nationalCode) })
    #expect(person.kind == .nonGovernmental && person.personnelCode == nil)
    #expect(
      refusals(desk.it.portal.register(form, password: "Kooh-e-Alvand-1"))
        == [.staff(.registeredAlready)])
    var educator = try desk.form(2)
    educator.nationalCode = try #require(try desk.it.office.person(55).nationalCode)
    #expect(
      refusals(desk.it.portal.register(educator, password: "Kooh-e-Alvand-1"))
        == [.staff(.hasPersonnelCode)])
    #expect(
      refusals(desk.it.portal.register(try desk.form(3), password: "1234567"))
        == [.portal(.passwordShort(length: 7, required: 8))])
  }

  @Test(
    "S2-6.3 the school must be an existing non-governmental one, and the teaching field is asked")
  func completing() throws {
    let desk = try StaffDesk()
    let (staff, actor) = try desk.registered()
    var work = desk.work()
    work.school = desk.it.office.school
    #expect(
      refusals(desk.it.result(CompleteStaffWork(before: staff, work), actor))
        == [.staff(.schoolNotFit)])
    #expect(
      refusals(desk.it.result(CompleteStaffWork(before: staff, desk.work("")), actor))
        == [.staff(.fieldMissing)])
    let other = try desk.registered(2).actor
    #expect(
      failure(desk.it.result(CompleteStaffWork(before: staff, desk.work()), other)) == .forbidden)
    try desk.it.perform(CompleteStaffWork(before: staff, desk.work()), actor)
    let line = try #require(try desk.it.portal.store.read { try $0.staff(staff.id) })
    #expect(line.staff.state == .awaitingPrincipal && line.schoolName == "دبستان اندیشه")
    #expect(line.person.school == desk.school.id)
  }

  @Test("S2-6.3a nobody of such a school is enrolled before the principal has confirmed the data")
  func enrolment() throws {
    let desk = try StaffDesk()
    let classID = try desk.it.define()
    let (staff, _) = try desk.completed()
    let enrol = EnrolLearner(staff.person, in: classID)
    #expect(
      refusals(desk.it.result(enrol, desk.it.expert)) == [.enrolment(.notConfirmedByPrincipal)])
    try desk.it.perform(Advance<SchoolStaffLife>(staff.id, .confirm), desk.principal)
    try desk.it.perform(enrol, desk.it.expert)
  }

  @Test("S2-6.1a the confirmed work meets the conditions of courses")
  func conditions() throws {
    let it = try CourseOffice(change: {
      $0.conditions = [CourseCondition(.teachingField, "mathematics")]
    })
    let desk = try StaffDesk(it)
    let classID = try it.define()
    for (number, field, isFit) in [(1, "mathematics", true), (2, "english", false)] {
      let (staff, actor) = try desk.registered(number)
      try it.perform(CompleteStaffWork(before: staff, desk.work(field)), actor)
      try it.perform(Advance<SchoolStaffLife>(staff.id, .confirm), desk.principal)
      let result = it.result(EnrolLearner(staff.person, in: classID), it.expert)
      #expect((failure(result) == nil) == isFit, "\(field): \(refusals(result))")
    }
  }

  @Test("S2-6.4a a principal sees and confirms the staff of the own school, and of no other")
  func ownSchool() throws {
    let desk = try StaffDesk()
    let (staff, _) = try desk.completed()
    let own = try desk.it.portal.store.read { try $0.staff(ofSchool: desk.school.id) }
    #expect(own.map(\.staff.id) == [staff.id])
    let other = try desk.it.office.signIn(
      .principal, at: desk.it.office.otherSchool, person: desk.it.office.person(8_802).id)
    #expect(
      try desk.it.portal.store.read { try $0.staff(ofSchool: desk.it.office.otherSchool) } == [])
    #expect(
      failure(desk.it.result(Advance<SchoolStaffLife>(staff.id, .confirm), other)) == .forbidden)
  }

  @Test(
    "S2-6.4b confirming opens enrolment, refusing needs a reason and goes back, a change is confirmed anew"
  )
  func confirming() throws {
    let desk = try StaffDesk()
    var (staff, actor) = try desk.completed()
    let sendBack = Advance<SchoolStaffLife>(staff.id, .sendBack)
    #expect(refusals(desk.it.result(sendBack, desk.principal)) == [.portal(.reasonMissing)])
    try desk.it.perform(sendBack, desk.principal, reason: "رشته درست نیست")
    let id = staff.id
    func now() throws -> SchoolStaff {
      guard let line = try desk.it.portal.store.read({ try $0.staff(id) }) else {
        throw Failure.forbidden
      }
      return line.staff
    }
    staff = try now()
    #expect(staff.state == .registered && staff.reason == "رشته درست نیست")
    try desk.it.perform(CompleteStaffWork(before: staff, desk.work("english")), actor)
    try desk.it.perform(Advance<SchoolStaffLife>(staff.id, .confirm), desk.principal)
    #expect(try now().state == .confirmed)
    let confirmed = try now()
    try desk.it.perform(CompleteStaffWork(before: confirmed, desk.work("persian")), actor)
    #expect(try now().state == .awaitingPrincipal)
    (staff, actor) = try desk.completed(2)
    let before = try desk.it.portal.store.read { try $0.lastEntryNumber() }
    #expect(
      refusals(desk.it.result(CompleteStaffWork(before: staff, desk.work()), actor))
        == [.portal(.stateMoved(life: "SM-5", state: "awaitingPrincipal"))])
    #expect(try desk.it.portal.store.read { try $0.lastEntryNumber() } == before)
  }
}
