import Foundation
import Persian
import Screens
import Store
import TerminalKit
import TestKit
import Testing
import Training
import UseCases

@Suite("Applicants and schools at the start screen, by keys")
struct InstructorsScreensTests {
  /// The start screen with the cursor on a line below the sections.
  private func door(_ office: Office, _ line: Int) -> Robot<Portal> {
    var robot = Robot.portal(office)
    for _ in 0..<line { robot.press("down") }
    return robot
  }

  private func fill(_ robot: inout Robot<Portal>, _ values: [String]) {
    for value in values {
      robot.type(value)
      robot.press("enter")
    }
  }

  /// The application form, filled in but for the files.
  private func fillForm(_ robot: inout Robot<Portal>, _ code: String) {
    fill(
      &robot,
      [
        code, "سیمین", "رستمی", "بهرام", "123", "1360/01/01", "فرهنگی", "30000001",
        "شهرستان سروستان", "", "", "کارشناسی ارشد", "ریاضی", "تهران", "1385",
      ])
  }

  @Test("S0-1 the start screen has the two green public buttons, which need no account")
  func buttons() throws {
    let robot = Robot.portal(try Office())
    robot.expect(contains: "ثبت‌نام متقاضیان مدرسی")
    robot.expect(contains: "ثبت‌نام کادر اداری و آموزشی مدارس غیردولتی")
    #expect(robot.frame.toneTranscript.contains("PPPP"))
  }

  @Test("S2-3.2a S2-3.2b S2-3.2d terms, form, and the receipt with score and tracking code (P4)")
  func application() throws {
    let office = try Office()
    var robot = door(office, 6)
    robot.press("enter")
    robot.expect(contains: "شرایط و ضوابط")
    robot.press("down", "enter")
    robot.expect(contains: "برای ادامه باید شرایط و ضوابط را بپذیرید.")
    robot.press("up", "enter", "down", "enter")
    robot.expect(contains: "کد ملی")
    expectSnapshot(robot.picture, named: "instructors-form")
    let code = try Office.nationalCode(5_101)
    fillForm(&robot, code.digits)
    robot.press("f2")
    robot.expect(contains: "رسید ثبت متقاضی مدرسی")
    robot.expect(contains: "۱۵")
    let it = try #require(try office.portal.store.read { try $0.lastApplication(of: code) })
    #expect(it.state == .registered && it.score == 1_500)
    // The printed code opens the application, once the receipt is closed nobody shows it again.
    let printed = robot.picture.split(separator: "\n").compactMap {
      TrackingCode(String($0.split(separator: ":").last ?? ""))
    }.first
    let tracking = try #require(printed, "no tracking code on:\n\(robot.picture)")
    robot.press("esc", "esc")
    robot = door(office, 6)
    robot.press("enter", "down", "down", "enter")
    fill(&robot, [code.digits, "1111222233334444"])
    robot.expect(contains: "کد ملی یا کد رهگیری نادرست است.")
    robot.press("esc")
    robot.press("esc")
    robot = door(office, 6)
    robot.press("enter", "down", "down", "enter")
    fill(&robot, [code.digits, tracking.groups])
    robot.expect(contains: "سیمین رستمی")
    robot.press("f2")
    robot.expect(contains: "تغییرات ثبت شد؛ امتیاز: ۱۵.")
  }

  @Test(
    "S2-3.2 S0-6 the public form takes a file of the intake folder, and says why it takes no other")
  func files() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("intake-form-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("%PDF-1.4 decree".utf8).write(to: folder.appendingPathComponent("decree.pdf"))
    try Data("a page of text".utf8).write(to: folder.appendingPathComponent("text.pdf"))
    let code = try Office.nationalCode(5_104)
    /// Hands the form in with a document in its first row of documents.
    func handIn(_ file: String, _ office: Office) -> Robot<Portal> {
      var robot = door(office, 6)
      robot.press("enter", "enter", "down", "enter")
      fillForm(&robot, code.digits)
      while !robot.picture.contains("مدارک") { robot.press("tab") }
      robot.press("end")
      for _ in 0..<40 where !robot.picture.contains("در پوشهٔ دریافت") { robot.press("tab") }
      robot.type(file)
      robot.press("f2")
      return robot
    }
    let office = try Office(intake: folder.path)
    func registered() throws -> [InstructorPaper] {
      try office.portal.store.read { records in
        try records.lastApplication(of: code).map { try records.papers(of: $0.id) } ?? []
      }
    }
    handIn("/etc/hostname", office).expect(contains: "این فرم تنها پرونده‌های پوشهٔ")
    handIn("../decree.pdf", office).expect(contains: "این فرم تنها پرونده‌های پوشهٔ")
    handIn("text.pdf", office).expect(contains: "PDF")
    #expect(try registered().isEmpty)
    handIn("decree.pdf", office).expect(contains: "رسید ثبت متقاضی مدرسی")
    #expect(try registered().compactMap(\.file?.name) == ["decree.pdf"])
    // Where the operator has named no folder nothing is taken.
    handIn("decree.pdf", try Office()).expect(
      contains: "تعیین نشده است. مدرک را به اداره ببرید.")
  }

  @Test("S2-3.2b missing data is named on the screen and nothing is recorded")
  func missing() throws {
    let office = try Office()
    var robot = door(office, 6)
    robot.press("enter", "enter", "down", "enter")
    let code = try Office.nationalCode(5_102)
    fillForm(&robot, code.digits)
    for _ in 0..<8 { robot.press("shift-tab") }
    for _ in 0..<8 { robot.press("backspace") }
    robot.press("f2")
    robot.expect(contains: "اطلاعات ضروری تکمیل نشده است")
    #expect(try office.portal.store.read { try $0.lastApplication(of: code) } == nil)
  }

  @Test(
    "S2-3.4a S2-3.4b the expert finds an applicant and is told why the documents wait for the originals"
  )
  func review() throws {
    let office = try Office()
    let person = try office.person(41, first: "کاوه", last: "مهران")
    let code = try #require(person.nationalCode)
    let form = InstructorApplication.Form(
      nationalCode: code, personnelCode: person.personnelCode, isEducator: true,
      name: person.name, fatherName: "رضا", certificateNumber: "1",
      birthDay: Office.today.adding(days: -14_000), unit: office.district, degree: "master",
      field: "ریاضی", university: "تهران", graduated: 1390)
    _ = try office.portal.register(
      ApplicationPackage(form: form, papers: []), hasAcceptedTerms: true
    ).get()
    try office.signIn(.expert, as: "expert")
    var robot = Robot.portal(office)
    robot.press("down", "enter")
    robot.logIn("expert", Office.password)
    robot.go("متقاضیان مدرسی")
    robot.expect(contains: "مهران کاوه")
    robot.press("enter")
    expectSnapshot(robot.picture, named: "instructors-record")
    robot.expect(contains: "تایید مدارک — چرا؟")
    robot.press("down", "down", "down", "enter")
    robot.expect(contains: "اصل مدارک هنوز رؤیت نشده است.")
    robot.press("esc", "up", "enter")
    robot.confirm()
    robot.press("down", "enter")
    robot.confirm()
    robot.expect(contains: "مدارک تأیید شده")
    robot.press("down", "down", "down", "down", "enter")
  }

  @Test(
    "S2-6.2a S2-6.3a S2-6.4b registration, completing, and the principal's confirmation by keys"
  )
  func school() throws {
    let office = try Office()
    let top = try #require(try office.portal.store.read { try $0.units(in: .everything).first })
    try office.signIn(.administrator, at: top.id)
    let school = try office.portal.perform(
      RegisterUnit(
        parent: office.district, kind: .school, code: "160177", title: "دبستان اندیشه",
        isGovernmental: false)
    ).get().outcome
    try office.signIn(
      .principal, at: school, person: office.person(99, last: "مدیری").id, as: "160177")
    var robot = door(office, 7)
    robot.press("enter")
    let code = try Office.nationalCode(6_101).digits
    fill(
      &robot,
      [
        code, "لیلا", "صالحی", "ناصر", "1370/01/01", "زن", "09121112233", "شهرستان سروستان",
        "Kooh-e-Alvand-1", "Kooh-e-Alvand-1",
      ])
    robot.press("f2")
    robot.expect(contains: "ثبت‌نام اولیه انجام شد.")
    robot = Robot.portal(office)
    robot.press("enter")
    robot.logIn(code, "Kooh-e-Alvand-1")
    robot.go("تکمیل اطلاعات")
    robot.expect(contains: "ثبت‌نام اولیه")
    fill(&robot, ["160101"])
    robot.expect(contains: "مدرسهٔ غیردولتی‌ای با این کد نیست.")
    robot.press("shift-tab")
    robot.fill("160177")
    robot.expect(contains: "مدرسه: دبستان اندیشه")
    fill(&robot, ["معلم", "ریاضی"])
    robot.press("f2")
    robot.expect(contains: "اطلاعات برای تأیید مدیر مدرسه فرستاده شد.")
    robot = Robot.portal(office)
    robot.press("down", "down", "down", "enter")
    robot.logIn("160177", Office.password)
    robot.choose(0)
    robot.expect(contains: "صالحی لیلا")
    robot.press("enter")
    robot.expect(contains: "تایید اطلاعات")
    robot.press("enter")
    robot.confirm()
    robot.expect(contains: "تأیید شده")
  }
}
