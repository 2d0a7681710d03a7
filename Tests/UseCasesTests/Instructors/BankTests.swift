import Persian
import Store
import TestKit
import Testing
import Training
import UseCases

@Suite("The bank of instructors")
struct BankTests {
  @Test(
    "S2-3.1a S2-4.9c a course is announced, and a session set, only with instructors who are in the bank"
  )
  func announcing() throws {
    let desk = try ApplicantDesk()
    let it = desk.it
    let form = try desk.form()
    let id = try desk.applicant(courses: [it.course])
    let factor = try it.perform(desk.factor(form), it.manager)
    let classID = try it.define()
    try it.perform(Advance<InstructorLife>(id, .suspend), it.expert, reason: "درخواست خود او")
    let announce = AnnounceCourse(it.request, channels: ["board"], text: "متن")
    #expect(
      refusals(it.result(announce, it.expert))
        == [.request(.instructorsOutsideBank([form.name.inFull]))])
    let session = try it.session(classID, day: 10, instructor: factor)
    #expect(
      refusals(it.result(PutSession(session), it.manager))
        == [.request(.instructorsOutsideBank([form.name.inFull]))])
    try it.perform(DismissFactor(factor), it.manager)
    try it.perform(announce, it.expert)
  }

  @Test(
    "S2-4.5b only somebody in the bank becomes an instructor, in every state before it nobody",
    arguments: [
      InstructorLife.State.registered, .documentsConfirmed, .inInquiry, .securityConfirmed,
      .inBank,
    ])
  func assigning(_ state: InstructorLife.State) throws {
    let desk = try ApplicantDesk()
    let form = try desk.form()
    let id = try desk.applicant(1, state)
    if state == .inBank {
      try desk.it.perform(
        RecordTaughtCourses([desk.it.course], of: id, council: desk.letter), desk.it.expert)
    }
    let result = desk.it.result(desk.factor(form), desk.it.manager)
    #expect(
      refusals(result)
        == (state == .inBank ? [] : [.factor(.notInBank(name: form.name.inFull))]))
    #expect(
      try desk.it.portal.store.read { try $0.factors(of: desk.it.request) }.count
        == (state == .inBank ? 3 : 2))
  }

  @Test("S2-4.5b whoever is no instructor need not be in the bank")
  func others() throws {
    let desk = try ApplicantDesk()
    let code = try Office.nationalCode(777)
    try desk.it.perform(
      AddFactor(.servant, of: desk.it.request, .outsider(code, name: "علی نوری")), desk.it.manager)
  }

  @Test(
    "S2-3.7b an instructor is refused for a course that the council did not confirm, the province may record it"
  )
  func qualified() throws {
    let desk = try ApplicantDesk()
    let form = try desk.form()
    let id = try desk.applicant()
    #expect(
      instructorReasons(desk.it.result(desk.factor(form), desk.it.manager))
        == [.notQualified(name: form.name.inFull, course: "مدیریت کلاس درس")])
    try desk.it.perform(
      RecordTaughtCourses([desk.it.course], of: id, council: desk.letter), desk.it.province)
    try desk.it.perform(desk.factor(form), desk.it.manager)
  }

  @Test(
    "S2-3.6c an instructor of another district is refused without permission, one of the same is not asked"
  )
  func nonLocal() throws {
    let desk = try ApplicantDesk()
    let it = desk.it
    let form = try desk.form(unit: it.office.otherDistrict)
    let id = try desk.applicant(unit: it.office.otherDistrict, courses: [it.course])
    #expect(
      instructorReasons(it.result(desk.factor(form), it.manager))
        == [.nonLocalNeedsPermit(.sameProvince)])
    let permit = try it.perform(
      RequestNonLocal(id, in: it.request, letter: desk.letter), it.expert)
    #expect(
      instructorReasons(it.result(desk.factor(form), it.manager))
        == [.nonLocalNeedsPermit(.sameProvince)], "asked is not permitted")
    try it.perform(Advance<NonLocalLife>(permit, .approveProvince), it.province)
    try it.perform(desk.factor(form), it.manager)
    let own = try desk.applicant(2, courses: [it.course])
    #expect(
      instructorReasons(
        it.result(RequestNonLocal(own, in: it.request, letter: desk.letter), it.expert))
        == [.isLocal])
    try it.perform(desk.factor(desk.form(2)), it.manager)
  }

  @Test(
    "S2-3.6a the district asks by a letter with number and date, once, and only for people of the bank"
  )
  func letter() throws {
    let desk = try ApplicantDesk()
    let it = desk.it
    let id = try desk.applicant(unit: it.office.otherDistrict)
    let blank = RequestNonLocal(
      id, in: it.request, letter: InstructorApplication.LetterMark(number: "", day: Office.today))
    #expect(instructorReasons(it.result(blank, it.expert)) == [.districtLetterMissing])
    let ask = RequestNonLocal(id, in: it.request, letter: desk.letter)
    try it.perform(ask, it.expert)
    #expect(instructorReasons(it.result(ask, it.expert)) == [.permitAsked])
    let early = try desk.applicant(2, .inInquiry, unit: it.office.otherDistrict)
    #expect(
      instructorReasons(
        it.result(RequestNonLocal(early, in: it.request, letter: desk.letter), it.expert))
        == [.notInBank(name: "سیمین رستمی")])
  }

  @Test(
    "S2-3.6b an instructor of another province is the ministry's to confirm, after the province referred it"
  )
  func ministry() throws {
    let desk = try ApplicantDesk()
    let it = desk.it
    let world = try MatrixOffice(it)
    let administrator = try it.office.signIn(.administrator, at: world.ministry)
    let far = try it.perform(
      RegisterUnit(
        parent: world.otherProvince, kind: .district, code: "1701", title: "شهرستان دور"),
      administrator)
    let form = try desk.form(unit: far)
    let id = try desk.applicant(unit: far, courses: [it.course])
    #expect(
      instructorReasons(it.result(desk.factor(form), it.manager))
        == [.nonLocalNeedsPermit(.elsewhere)])
    let permit = try it.perform(
      RequestNonLocal(id, in: it.request, letter: desk.letter), it.expert)
    #expect(
      instructorReasons(it.result(Advance<NonLocalLife>(permit, .approveProvince), it.province))
        == [.notOfProvince])
    let ministry = try it.office.signIn(.ministryExpert, at: world.ministry)
    #expect(
      refusals(it.result(Advance<NonLocalLife>(permit, .approveMinistry), ministry))
        == [.portal(.stateMoved(life: "SM-3b", state: "awaitingProvince"))])
    try it.perform(Advance<NonLocalLife>(permit, .refer), it.province)
    try it.perform(Advance<NonLocalLife>(permit, .approveMinistry), ministry)
    try it.perform(desk.factor(form), it.manager)
    let near = try desk.applicant(2, unit: it.office.otherDistrict)
    let own = try it.perform(
      RequestNonLocal(near, in: it.request, letter: desk.letter), it.expert)
    #expect(
      instructorReasons(it.result(Advance<NonLocalLife>(own, .refer), it.province))
        == [.ofProvince])
    try it.perform(Advance<NonLocalLife>(own, .reject), it.province, reason: "مدرس بومی هست")
  }

  @Test("SM-3 nobody leaves the bank while a course runs with them")
  func suspension() throws {
    let desk = try ApplicantDesk()
    let it = desk.it
    let id = try desk.applicant(courses: [it.course])
    try it.perform(desk.factor(desk.form()), it.manager)
    _ = try it.define()
    let suspend = Advance<InstructorLife>(id, .suspend)
    it.on(10)
    #expect(
      instructorReasons(it.result(suspend, it.expert, reason: "خواست خود او"))
        == [.coursesRunning(["مدیریت کلاس درس"])])
    it.on(9)
    try it.perform(suspend, it.expert, reason: "خواست خود او")
    #expect(try desk.application().state == .inactive)
  }
}

@Suite("The sample of instructors and schools")
struct SampleOfInstructorsTests {
  @Test(
    "S0-20 the sample has applicants and school staff in every state, and permissions to decide")
  func everyState() throws {
    let store = try Store.open(at: ":memory:")
    let bytes = try #require(try Office.assets("Demo").first)
    let logins = try DemoDistrict(decoding: bytes).build(
      in: store, today: Office.today, passwordHash: Office.hash.text,
      editions: try Office.editions(), codeLists: try Office.codeLists())
    let (applicants, permits, staff) = try store.read { records in
      let school = try records.nonGovernmentalSchool(code: "169001")
      let waiting = try records.units(in: .everything).filter { $0.id == school?.id }
      return (
        Set(try records.applications(in: .everything).map(\.application.state)),
        Set(try records.permits(in: .everything).map(\.permit.state)),
        try waiting.flatMap { try records.staff(ofSchool: $0.id) }.map(\.staff.state)
      )
    }
    #expect(applicants == Set(InstructorLife.State.allCases))
    #expect(permits == [.permitted, .rejected, .awaitingProvince])
    #expect(Set(staff) == [.awaitingPrincipal, .confirmed])
    let principal = try #require(logins.first { $0.role == .principal })
    #expect(principal.username == "169001")
  }
}
