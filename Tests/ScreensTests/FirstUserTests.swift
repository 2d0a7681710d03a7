import Foundation
import Persian
import Store
import TerminalKit
import TestKit
import Testing
import Training
import UseCases

/// What stood in the way of somebody who had never seen the portal.
@Suite("The portal as a first user meets it")
struct FirstUserTests {
  /// Another course of the office, approved or not, with the manager where it is.
  @discardableResult
  private func request(
    _ desk: CoursesDesk, _ code: String, isApproved: Bool
  ) throws -> ID<CourseRequest> {
    let portal = desk.office.portal
    let course = try #require(try portal.store.read { try $0.course(code: code) })
    try desk.office.signIn(.expert, as: "expert")
    let id = try portal.perform(
      RequestCourse(CourseOfficeDraft.make(course.id, desk.office.district))
    ).get().outcome
    guard isApproved else { return id }
    try desk.office.signIn(.provincialExpert, at: desk.office.province, as: "province")
    _ = try portal.perform(Advance<CourseRequestLife>(id, .approve)).get()
    try desk.office.signIn(.expert, as: "expert")
    _ = try portal.perform(AddFactor(.manager, of: id, .person(desk.manager.id))).get()
    return id
  }

  private enum CourseOfficeDraft {
    static func make(_ course: ID<Course>, _ unit: ID<Training.Unit>) -> CourseRequest {
      CourseRequest(
        id: ID(rawValue: 0), course: course, unit: unit, year: Office.today.year,
        from: Office.today.adding(days: -10), to: Office.today.adding(days: 100), classCount: 2,
        method: .expert, mode: .inPerson, quota: 60, classCapacity: 30)
    }
  }

  @Test("S2-4.4 nobody is registered for a course before its approval, said before the form opens")
  func unapproved() throws {
    let desk = try CoursesDesk()
    let id = try request(desk, "91400102", isApproved: false)
    var robot = desk.home("expert")
    robot.go("دوره‌های درخواستی")
    robot.press("o", "f4")
    robot.expect(contains: "چرا؟")
    robot.expect(lacks: "اضافه کردن عامل")
    robot.press("esc")
    robot.expect(contains: "ردیفی نیست")
    #expect(try desk.office.portal.store.read { try $0.factors(of: id) }.isEmpty)
  }

  @Test("S2-4.7b hours that end when they begin are refused by that rule, and nothing is saved")
  func emptyHours() throws {
    let desk = try CoursesDesk()
    try desk.prepare()
    var robot = desk.home("manager")
    robot.choose(2)
    robot.press("p", "f4", "tab")
    robot.fill("8")
    robot.fill("8")
    robot.press("f2")
    robot.expect(contains: "ساعت پایان باید پس از ساعت شروع باشد.")
    robot.expect(lacks: "ساعت نادرست است")
  }

  @Test("S2-5.3b what closes the class to every row of a list is said once, above the rows")
  func everyRow() throws {
    let desk = try CoursesDesk()
    try desk.prepare(enrolFrom: -9, enrolTo: -1)
    let file = try desk.introductionFile(desk.learners)
    var robot = desk.home("expert")
    robot.go("معرفی فراگیران دوره‌های متمرکز")
    robot.press("enter", "f3")
    robot.type(file)
    robot.press("enter")
    robot.expect(contains: "✗ همهٔ ردیف‌ها:")
    let rows = robot.picture.split(separator: "\n").filter { $0.contains("احمدی") }
    #expect(!rows.isEmpty)
    #expect(!robot.picture.contains("نامعتبر"))
    let said = robot.picture.components(separatedBy: "مهلت").count
    #expect(said <= 2, "the reason stands once, not in every row:\n\(robot.picture)")
  }

  @Test("S2-5.4a a code that means another than the list's name is taken only when asked twice")
  func anotherName() throws {
    let desk = try CoursesDesk()
    try desk.prepare()
    let file = try desk.introductionFile(desk.learners)
    let list = try String(contentsOfFile: file, encoding: .utf8)
    let first = try #require(desk.learners.first)
    try list.replacingOccurrences(
      of: "\(first.name.first),احمدی", with: "پرویز,زارعی", range: list.range(of: list)
    ).write(toFile: file, atomically: true, encoding: .utf8)
    var robot = desk.home("expert")
    robot.go("معرفی فراگیران دوره‌های متمرکز")
    robot.press("enter", "f3")
    robot.type(file)
    robot.press("enter")
    robot.expect(contains: "! نامی دیگر")
    robot.press("f4")
    robot.expect(contains: "با کدش نمی‌خواند")
    robot.expect(lacks: "ردیف ثبت شد")
    robot.press("f4")
    robot.expect(contains: "ردیف ثبت شد")
  }
}
