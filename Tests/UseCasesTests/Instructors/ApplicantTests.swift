import Persian
import Store
import TestKit
import Testing
import Training
import UseCases

@Suite("Applicants who want to teach")
struct ApplicantTests {
  @Test("S2-3.2a nothing is taken from an applicant who has not accepted the terms")
  func terms() throws {
    let desk = try ApplicantDesk()
    let package = desk.package(try desk.form())
    #expect(
      instructorReasons(desk.it.portal.register(package, hasAcceptedTerms: false))
        == [.termsNotAccepted])
    #expect(try desk.it.portal.store.read { try $0.applications(in: .everything) }.count == 1)
  }

  @Test("S2-3.2b every missing field is named, and an outsider also gives workplace and telephone")
  func required() throws {
    let desk = try ApplicantDesk()
    var form = try desk.form()
    form.fatherName = ""
    form.birthDay = nil
    form.personnelCode = nil
    form.graduated = 0
    #expect(
      instructorReasons(desk.it.portal.register(desk.package(form), hasAcceptedTerms: true))
        == [.dataMissing([.fatherName, .birthDay, .personnelCode, .graduated])])
    var outsider = try desk.form(2, isEducator: false)
    outsider.workplace = ""
    outsider.phone = ""
    #expect(
      instructorReasons(desk.it.portal.register(desk.package(outsider), hasAcceptedTerms: true))
        == [.dataMissing([.workplace, .phone])])
    let receipt = try desk.register(desk.package(desk.form(3)))
    #expect(receipt.name.inFull == "سیمین رستمی" && receipt.day == Office.today)
  }

  @Test("S2-3.2c the score comes from the table of points of the day, each kind up to its maximum")
  func score() throws {
    let desk = try ApplicantDesk()
    let papers = [
      InstructorPaper(.evidence, kind: "teaching", amount: 4),
      InstructorPaper(.evidence, kind: "certificate", amount: 3),
      InstructorPaper(.evidence, kind: "book", amount: 9),
      InstructorPaper(.document, kind: "national-card", amount: 1),
    ]
    // A master's degree 15, four years 8, three certificates 1.5, nine books 15 at most.
    #expect(try desk.register(desk.package(desk.form(), papers: papers)).score == 3_950)
    let administrator = try desk.it.office.signIn(.administrator)
    let book = try Office.editions().first { $0.key == "instructor.points.maximum/book" }
    var dearer = try #require(book)
    dearer.from = Office.today
    dearer.value = Fraction(45)
    try desk.it.perform(SetRule(dearer), administrator)
    #expect(try desk.register(desk.package(desk.form(2), papers: papers)).score == 6_950)
    #expect(try desk.application().score == 3_950, "decided under the table of its day")
  }

  @Test("S2-3.2d tracking codes differ, are kept as a hash, and stand in no entry of the journal")
  func tracking() throws {
    let desk = try ApplicantDesk()
    let receipts = try (1...3).map { try desk.register(desk.package(desk.form($0))) }
    #expect(Set(receipts.map(\.code.digits)).count == 3)
    #expect(Set(receipts.map(\.code.locator)).count == 3)
    for receipt in receipts {
      #expect(receipt.code.digits.count == 16)
      #expect(TrackingCode(Digits.persian(receipt.code.groups)) == receipt.code)
    }
    let secret = receipts[0].code.digits
    let mark = try desk.it.portal.store.read { records in
      try records.tracking(
        of: try #require(try records.lastApplication(of: receipts[0].nationalCode)).id)
    }
    #expect(!mark.hash.contains(secret) && PasswordHash(text: mark.hash).matches(secret))
    let entries = try desk.it.portal.store.read { try $0.entries(after: 0) }
    for entry in entries {
      #expect(!String(decoding: entry.arguments, as: UTF8.self).contains(secret))
    }
  }

  @Test(
    "S2-3.2e an application is opened with both codes, slowed down after failures, and edited until its documents are confirmed"
  )
  func editing() throws {
    let desk = try ApplicantDesk()
    let receipt = try desk.register(desk.package(desk.form()))
    let (portal, code) = (desk.it.portal, receipt.nationalCode.digits)
    func open(_ tracking: String) -> Result<OpenedApplication, Failure> {
      portal.openApplication(nationalCode: code, trackingCode: tracking)
    }
    #expect(instructorReasons(open("1234567812345678")) == [.wrongTrackingCode])
    #expect(
      instructorReasons(
        portal.openApplication(
          nationalCode: try Office.nationalCode(4_999).digits, trackingCode: receipt.code.digits))
        == [.wrongTrackingCode])
    let opened = try open(Digits.persian(receipt.code.groups)).get()
    var form = opened.application.form
    form.university = "شیراز"
    form.degree = "doctorate"
    #expect(try portal.edit(opened, desk.package(form)).get() == 2_000)
    #expect(try desk.application().form.university == "شیراز")
    // Somebody with a hash of their own making changes nothing.
    let forged = EditApplicant(
      before: try desk.application(), desk.package(form),
      proof: TrackingMark(locator: receipt.code.locator, hash: Office.hash.text))
    #expect(failure(desk.it.result(forged, .visitor)) == .forbidden)
    let id = try desk.application().id
    try desk.it.perform(Advance<InstructorLife>(id, .seeOriginals), desk.it.expert)
    try desk.it.perform(Advance<InstructorLife>(id, .confirmDocuments), desk.it.expert)
    let late = try open(receipt.code.digits).get()
    #expect(
      refusals(portal.edit(late, desk.package(form)))
        == [.portal(.stateMoved(life: "SM-3", state: "documentsConfirmed"))])
    for _ in 0..<5 { _ = open("0") }
    guard case .portal(.waiting)? = refusals(open(receipt.code.digits)).first else {
      Issue.record("the right code is not slowed down after five wrong ones")
      return
    }
  }

  @Test("S2-3.2 one live application for a national code, and another after a rejection")
  func once() throws {
    let desk = try ApplicantDesk()
    try desk.register(desk.package(desk.form()))
    let again = desk.it.portal.register(desk.package(try desk.form()), hasAcceptedTerms: true)
    #expect(instructorReasons(again) == [.applied(name: "سیمین رستمی")])
    let reject = Advance<InstructorLife>(try desk.application().id, .reject)
    #expect(refusals(desk.it.result(reject, desk.it.expert)) == [.portal(.reasonMissing)])
    try desk.it.perform(reject, desk.it.expert, reason: "مدرک ناقص")
    try desk.register(desk.package(desk.form()))
    #expect(try desk.application().state == .registered)
  }

  @Test(
    "S0-6 files of other kinds, too large, or with another content are refused, control characters too"
  )
  func files() throws {
    let desk = try ApplicantDesk()
    func refusal(
      _ paper: InstructorPaper, _ bytes: [UInt8]
    ) throws -> Result<ApplicantReceipt, Failure> {
      let digest = try #require(paper.file).digest
      return desk.it.portal.register(
        desk.package(try desk.form(), papers: [paper], files: [digest: bytes]),
        hasAcceptedTerms: true)
    }
    let text = Array("#!/bin/sh".utf8)
    #expect(
      instructorReasons(try refusal(ApplicantDesk.document("decree", text), text))
        == [.fileKind(name: "decree.pdf")])
    let other = ApplicantDesk.pdf + [0x0A]
    #expect(
      instructorReasons(try refusal(ApplicantDesk.document("decree"), other))
        == [.fileKind(name: "decree.pdf")])
    let limit = 5_120 * 1_024
    let whole = ApplicantDesk.pdf + [UInt8](repeating: 0, count: limit - ApplicantDesk.pdf.count)
    let more = whole + [0]
    #expect(
      instructorReasons(try refusal(ApplicantDesk.document("decree", more), more))
        == [.fileTooLarge(name: "decree.pdf", limit: limit)])
    // A file that nobody brought is not there to be named.
    #expect(
      failure(
        desk.it.portal.register(
          desk.package(try desk.form(), papers: [ApplicantDesk.document("decree")]),
          hasAcceptedTerms: true)) == .forbidden)
    var form = try desk.form()
    form.university = "تهران\u{1B}[2J"
    guard
      case .complaint(field: "university", .name("\u{1B}"))? = failure(
        desk.it.portal.register(desk.package(form), hasAcceptedTerms: true))
    else {
      Issue.record("an escape sequence is taken")
      return
    }
    #expect(try failure(refusal(ApplicantDesk.document("decree", whole), whole)) == nil)
    let digest = try #require(BlobDigest(hexadecimal: BlobDigest(of: whole).hexadecimal))
    #expect(try desk.it.portal.store.read { try $0.blob(digest) } == whole)
  }

  @Test("The public forms take as many in an hour as the rule says, and open again in the next")
  func throttle() throws {
    let desk = try ApplicantDesk()
    let administrator = try desk.it.office.signIn(.administrator)
    let rule = try Office.editions().first { $0.key == RuleKey.publicFormsPerHour.rawValue }
    var few = try #require(rule)
    few.from = Office.today
    few.value = Fraction(2)
    try desk.it.perform(SetRule(few), administrator)
    try desk.register(desk.package(desk.form(1)))
    try desk.register(desk.package(desk.form(2)))
    let third = desk.it.portal.register(desk.package(try desk.form(3)), hasAcceptedTerms: true)
    guard case .formsBusy(let seconds)? = instructorReasons(third).first else {
      Issue.record("the third form of the hour is taken")
      return
    }
    #expect((1...3_600).contains(seconds))
    desk.it.on(1)
    try desk.register(desk.package(desk.form(3)))
  }

  @Test(
    "S2-3.3a the expert of the applicant's own office ticks that the originals were seen, with the day"
  )
  func originals() throws {
    let desk = try ApplicantDesk()
    try desk.register(desk.package(desk.form()))
    let id = try desk.application().id
    let see = Advance<InstructorLife>(id, .seeOriginals)
    let stranger = try desk.it.office.signIn(.expert, at: desk.it.office.otherDistrict)
    #expect(failure(desk.it.result(see, stranger)) == .forbidden)
    desk.it.on(3)
    try desk.it.perform(see, desk.it.expert)
    #expect(try desk.application().originalsSeen == Office.today.adding(days: 3))
    #expect(instructorReasons(desk.it.result(see, desk.it.expert)) == [.originalsSeenAlready])
  }

  @Test(
    "S2-3.4a applications are found by state and by tracking code, in the expert's own office only")
  func search() throws {
    let desk = try ApplicantDesk()
    let receipt = try desk.register(desk.package(desk.form()))
    try desk.applicant(2, .inInquiry)
    let id = try desk.application().id
    let portal = desk.it.portal
    portal.signIn(desk.it.expert)
    #expect(try portal.findApplication(trackedBy: receipt.code.groups).get() == id)
    let wrong = receipt.code.locator + "0000000000"
    #expect(try portal.findApplication(trackedBy: wrong).get() == nil)
    let waiting = try portal.read { records, context in
      try records.applications(in: context.actor.scope, states: [.inInquiry]).map(\.application.id)
    }.get()
    #expect(waiting == [try desk.application(2).id])
    try desk.it.office.signIn(.expert, at: desk.it.office.otherDistrict)
    #expect(try portal.findApplication(trackedBy: receipt.code.digits).get() == nil)
  }

  @Test(
    "S2-3.4b documents are confirmed after their originals were seen, then the inquiry goes out")
  func documents() throws {
    let desk = try ApplicantDesk()
    try desk.register(desk.package(desk.form()))
    let id = try desk.application().id
    let confirm = Advance<InstructorLife>(id, .confirmDocuments)
    #expect(instructorReasons(desk.it.result(confirm, desk.it.expert)) == [.originalsNotSeen])
    try desk.it.perform(Advance<InstructorLife>(id, .seeOriginals), desk.it.expert)
    let inquiry = RecordSecurityLetter(.sendInquiry, of: id, desk.letter)
    #expect(
      refusals(desk.it.result(inquiry, desk.it.expert))
        == [.portal(.stateMoved(life: "SM-3", state: "registered"))])
    try desk.it.perform(confirm, desk.it.expert)
    let blank = RecordSecurityLetter(
      .sendInquiry, of: id, InstructorApplication.LetterMark(number: "", day: Office.today))
    #expect(instructorReasons(desk.it.result(blank, desk.it.expert)) == [.inquiryLetterMissing])
    try desk.it.perform(inquiry, desk.it.expert)
    #expect(try desk.application().state == .inInquiry)
    #expect(try desk.application().inquiry == desk.letter)
  }

  @Test(
    "S2-3.4c an outsider needs copies of birth certificate and national card with their files",
    arguments: [
      (["birth-certificate", "national-card"], true), (["birth-certificate"], false),
      (["national-card"], false), ([], false),
    ])
  func outsider(_ kinds: [String], _ isEnough: Bool) throws {
    let desk = try ApplicantDesk()
    let papers = kinds.map { ApplicantDesk.document($0) }
    try desk.register(
      desk.package(desk.form(isEducator: false), papers: papers, files: ApplicantDesk.files))
    let id = try desk.application().id
    try desk.it.perform(Advance<InstructorLife>(id, .seeOriginals), desk.it.expert)
    let result = desk.it.result(Advance<InstructorLife>(id, .confirmDocuments), desk.it.expert)
    #expect(instructorReasons(result) == (isEnough ? [] : [.outsiderPapersMissing]))
  }

  @Test("S2-3.5a nobody comes into the bank before a positive reply with its number and date")
  func reply() throws {
    let desk = try ApplicantDesk()
    let id = try desk.applicant(1, .inInquiry)
    let confirm = Advance<InstructorLife>(id, .confirm)
    #expect(
      refusals(desk.it.result(confirm, desk.it.expert))
        == [.portal(.stateMoved(life: "SM-3", state: "inInquiry"))])
    let blank = RecordSecurityLetter(
      .positiveReply, of: id, InstructorApplication.LetterMark(number: "۷"))
    #expect(instructorReasons(desk.it.result(blank, desk.it.expert)) == [.replyNumberMissing])
    try desk.it.perform(RecordSecurityLetter(.positiveReply, of: id, desk.letter), desk.it.expert)
    try desk.it.perform(confirm, desk.it.expert)
    #expect(try desk.application().state == .inBank)
    let other = try desk.applicant(2, .inInquiry)
    try desk.it.perform(
      RecordSecurityLetter(.negativeReply, of: other, desk.letter), desk.it.expert)
    #expect(try desk.application(2).state == .rejected)
  }

  @Test(
    "S2-3.7a the council's courses are recorded with number and date, many for one instructor, each once"
  )
  func courses() throws {
    let desk = try ApplicantDesk()
    let id = try desk.applicant()
    let administrator = try desk.it.office.signIn(.administrator)
    let second = try desk.it.perform(
      RegisterCourse(
        Course(id: ID(rawValue: 0), code: "91400103", title: "روش تدریس", minutes: 600)),
      administrator)
    let blank = RecordTaughtCourses(
      [second], of: id, council: InstructorApplication.LetterMark(number: "۴"))
    #expect(instructorReasons(desk.it.result(blank, desk.it.expert)) == [.councilMissing])
    let both = RecordTaughtCourses([desk.it.course, second], of: id, council: desk.letter)
    try desk.it.perform(both, desk.it.expert)
    let taught = try desk.it.portal.store.read { try $0.taughtCourses(of: id) }
    #expect(taught.map(\.code) == ["91400102", "91400103"])
    #expect(taught.first?.record.council == desk.letter)
    #expect(
      instructorReasons(desk.it.result(both, desk.it.expert))
        == [.courseRecorded(code: "91400102")])
    let early = try desk.applicant(2, .securityConfirmed)
    #expect(
      refusals(
        desk.it.result(
          RecordTaughtCourses([second], of: early, council: desk.letter), desk.it.expert))
        == [.portal(.stateMoved(life: "SM-3", state: "securityConfirmed"))])
  }

  @Test("SM-3 a lost tracking code is replaced by the expert, and the old one opens nothing")
  func reissue() throws {
    let desk = try ApplicantDesk()
    let receipt = try desk.register(desk.package(desk.form()))
    let portal = desk.it.portal
    portal.signIn(desk.it.expert)
    let code = try portal.reissueTracking(of: try desk.application().id).get()
    func open(_ code: TrackingCode) -> Result<OpenedApplication, Failure> {
      portal.openApplication(
        nationalCode: receipt.nationalCode.digits, trackingCode: code.digits)
    }
    #expect(instructorReasons(open(receipt.code)) == [.wrongTrackingCode])
    #expect(try open(code).get().application.id == desk.application().id)
    try desk.it.office.signIn(.expert, at: desk.it.office.otherDistrict)
    #expect(failure(portal.reissueTracking(of: try desk.application().id)) == .forbidden)
  }
}
