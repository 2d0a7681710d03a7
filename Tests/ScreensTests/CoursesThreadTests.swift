import Foundation
import Persian
import Screens
import Store
import TerminalKit
import TestKit
import Testing
import Training
import UseCases

/// An office with a course in the catalogue and accounts for whoever has a part in it.
struct CoursesDesk {
  let office: Office
  let manager: Person
  let learners: [Person]

  init(learners count: Int = 4) throws {
    let office = try Office()
    self.office = office
    for (code, title, minutes, hasPermit) in [
      ("91400102", "مدیریت کلاس درس", 960, true),
      ("91400377", "آشنایی با روش‌های نوین ارزشیابی توصیفی در دورهٔ ابتدایی و متوسطه", 480, true),
      ("91400900", "دورهٔ بی‌مجوز", 480, false),
    ] {
      var course = Course(id: ID(rawValue: 0), code: code, title: title, minutes: minutes)
      course.hasPermit = hasPermit
      _ = try office.portal.perform(RegisterCourse(course)).get()
    }
    manager = try office.person(
      9001, first: "ناهید", last: "کریمی", personnelCode: "40009001")
    learners = try (1...count).map { try office.person($0, last: "احمدی") }
    try office.signIn(.provincialExpert, at: office.province, as: "province")
    try office.signIn(.expert, as: "expert")
    try office.signIn(.expert, at: office.otherDistrict, as: "neighbour")
    try office.signIn(.courseManager, person: manager.id, as: "manager")
    try office.signIn(.learner, person: learners[0].id, as: "learner")
  }

  /// Somebody at home after the login form.
  func home(_ username: String) -> Robot<Portal> {
    var robot = Robot.portal(office)
    let section = ["learner": 0, "manager": 2][username] ?? 1
    for _ in 0..<section { robot.press("down") }
    robot.press("enter")
    robot.logIn(username, Office.password)
    return robot
  }

  /// A list of learners as an office sends it, in a file of its own.
  func introductionFile(_ people: [Person]) throws -> String {
    let rows = people.map { "\($0.personnelCode?.digits ?? ""),\($0.name.first),\($0.name.last)" }
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("introduction-\(UUID().uuidString).csv").path
    let text = (["کد پرسنلی,نام,نام خانوادگی"] + rows).joined(separator: "\n")
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }
}

extension Robot where Environment == Portal {
  /// Goes down the menu at home to an item and opens it.
  mutating func choose(_ item: Int) {
    for _ in 0..<item { press("down") }
    press("enter")
  }

  /// Goes to a screen by its name, as the palette does.
  mutating func go(_ title: String) {
    press("ctrl-p")
    type(title)
    press("enter")
  }

  /// Goes down the menu of a record to the item that begins so, and opens it.
  mutating func select(_ title: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let lines = picture.split(separator: "\n", omittingEmptySubsequences: false)
    let items = lines.dropFirst(2).map { line in
      (line.split(separator: "│", omittingEmptySubsequences: false).first ?? "")
        .trimmingCharacters(in: .whitespaces)
    }
    guard let place = items.firstIndex(where: { $0.hasPrefix(title) }) else {
      Issue.record("no item \(title):\n\(picture)", sourceLocation: sourceLocation)
      return
    }
    for _ in 0..<20 { press("up") }
    for _ in 0..<place { press("down") }
    press("enter")
  }

  /// Types into the field with the keys and goes on.
  mutating func fill(_ text: String) {
    press("end")
    for _ in 0..<40 { press("backspace") }
    type(text)
    press("tab")
  }

  /// The second button of a question, which does it.
  mutating func confirm() { press("down", "enter") }
}

@Suite("A course from the request to the attendance, by keys")
struct CoursesThreadTests {
  @Test("S2-1.5, S2-1.6, S2-4.4, S2-4.6, S2-4.7, S2-5.3 request, approval, manager, class, list")
  func wholeThread() throws {
    let desk = try CoursesDesk()
    request(desk)
    approve(desk)
    registerManager(desk)
    define(desk)
    try introduce(desk)
    attend(desk)
  }

  private func request(_ desk: CoursesDesk) {
    var robot = desk.home("expert")
    expectSnapshot(robot.picture, named: "courses-home-expert")
    robot.choose(0)
    expectSnapshot(robot.picture, named: "courses-catalogue")
    // The list begins with the alphabet: the course wanted is the last.
    robot.press("/")
    robot.type("مدیریت")
    robot.press("enter", "f4")
    expectSnapshot(robot.picture, named: "courses-request-form")
    robot.press("f2")
    robot.expect(contains: "در انتظار تأیید استان")
    // The first Esc takes the filter away.
    robot.press("esc", "esc")
    robot.go("دوره‌های درخواستی")
    robot.expect(contains: "در انتظار تأیید استان")
    robot.press("enter")
    expectSnapshot(robot.picture, named: "courses-request-record")
  }

  private func approve(_ desk: CoursesDesk) {
    var robot = desk.home("province")
    robot.choose(1)
    #expect(robot.title == "تایید دوره")
    robot.press("enter", "down", "down", "enter")
    robot.expect(contains: "«تایید دوره» برای")
    robot.confirm()
    robot.expect(contains: "«تایید دوره» انجام شد.")
    robot.expect(contains: "وضعیت: تأیید شده")
    robot.press("esc")
    robot.expect(lacks: "مدیریت کلاس درس")
  }

  private func registerManager(_ desk: CoursesDesk) {
    var robot = desk.home("expert")
    robot.go("دوره‌های درخواستی")
    robot.press("o", "f4", "tab", "tab")
    robot.type("40009001")
    robot.press("enter")
    robot.expect(contains: "✓ ناهید کریمی")
    expectSnapshot(robot.picture, named: "courses-factor-form")
    robot.press("f2")
    robot.expect(contains: "عامل ثبت شد.")
    robot.expect(contains: "ناهید کریمی")
    expectSnapshot(robot.picture, named: "courses-factors")
  }

  private func define(_ desk: CoursesDesk) {
    var robot = desk.home("manager")
    expectSnapshot(robot.picture, named: "courses-home-manager")
    robot.choose(2)
    robot.press("f4", "tab", "tab")
    for day in ["1403/07/07", "1403/07/12", "1403/07/20", "1403/08/05"] { robot.fill(day) }
    expectSnapshot(robot.picture, named: "courses-class-form")
    robot.press("f2")
    robot.expect(contains: "کلاس تعریف شد")
    robot.press("enter")
    expectSnapshot(robot.picture, named: "courses-class-record")
    robot.press("enter", "f4", "f2")
    robot.expect(contains: "ذخیره شد.")
    robot.press("f4", "f2")
    robot.expect(contains: "۱۴۰۳/۰۷/۲۱")
    expectSnapshot(robot.picture, named: "courses-programme")
  }

  private func introduce(_ desk: CoursesDesk) throws {
    let file = try desk.introductionFile(desk.learners)
    var robot = desk.home("expert")
    robot.go("معرفی فراگیران دوره‌های متمرکز")
    #expect(robot.title == "معرفی فراگیران دوره‌های متمرکز")
    robot.press("enter", "f3")
    robot.type(file)
    robot.press("enter")
    robot.expect(contains: "احمدی")
    robot.press("f4", "esc")
    robot.expect(contains: "ردیف ۱ از ۴")
    expectSnapshot(robot.picture, named: "courses-learners")
    robot.press("enter")
    expectSnapshot(robot.picture, named: "courses-enrolment-record")
  }

  private func attend(_ desk: CoursesDesk) {
    var robot = desk.home("manager")
    robot.expect(contains: "جلسه‌های بعدی")
    robot.expect(contains: "۰/۴")
    robot.choose(4)
    #expect(robot.title == "حضور و غیاب")
    expectSnapshot(robot.picture, named: "courses-classes")
    robot.press("enter")
    #expect(robot.stack.top is AttendanceScreen)
    robot.expect(contains: "احمدی")
  }
}
