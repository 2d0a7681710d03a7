import Persian
import Screens
import Store
import TerminalKit
import TestKit
import Testing
import Training
import UseCases

@Suite("What a course achieved, by keys")
struct EffectivenessScreensTests {
  /// A class in the middle of its sessions, with an instructor.
  private func desk(learners: Int = 3) throws -> AttendanceClass {
    let it = try AttendanceClass(learners: learners)
    let teacher = try it.office.person(950, first: "حمید", last: "صادقی")
    try it.office.portal.store.write(at: it.office.portal.clock.now()) { records in
      guard
        let request = try records.trainingClass(
          it.id, in: .units(.everything), on: Office.today)?.trainingClass.request
      else { throw Failure.forbidden }
      try records.insert(
        Factor(
          id: try records.newID(), request: request, duty: .instructor, isEducator: true,
          person: teacher.id, fullName: teacher.name.inFull))
      try records.journal(Cause(useCase: "test.factor"))
    }
    return it
  }

  private func home(_ it: AttendanceClass, _ role: Role, person: ID<Person>? = nil) throws
    -> Robot<Portal>
  {
    try it.office.signIn(role, person: person, as: role.rawValue)
    var robot = Robot.portal(it.office)
    for _ in 0..<([.learner: 0, .courseManager: 2][role] ?? 1) { robot.press("down") }
    robot.press("enter")
    robot.logIn(role.rawValue, Office.password)
    return robot
  }

  /// The number for every question of the form, and the form saved.
  private func fill(_ robot: inout Robot<Portal>, _ digits: [String]) {
    for index in 0..<10 {
      robot.type(digits[index % digits.count])
      robot.press("enter")
    }
    robot.press("f2")
  }

  @Test("S2-8.3d S2-8.3b a learner fills the own form in with a digit and Enter for each question")
  func learner() throws {
    let it = try desk()
    let person = try #require(
      try it.office.portal.store.read { try $0.enrolment(it.enrolments[0]) }
    ).person
    var robot = try home(it, .learner, person: person)
    robot.go("نظرسنجی‌ها و پرسشنامه‌های من")
    robot.expect(contains: "نظرسنجی: حمید صادقی")
    robot.press("enter")
    expectSnapshot(robot.picture, named: "survey-form")
    robot.press("f2")
    // Nothing is taken of half a form, or of a number off the scale.
    robot.type("6")
    robot.press("enter", "f2")
    #expect(try it.office.portal.store.read { try $0.surveyed(in: it.id) }.isEmpty)
    robot.press("home", "backspace", "delete")
    fill(&robot, ["۵", "4", "٣"])
    robot.expect(contains: "نظر شما ثبت شد")
    #expect(try it.office.portal.store.read { try $0.surveyed(in: it.id) }.count == 1)
    robot.expect(lacks: "حمید صادقی")
  }

  @Test(
    "S2-8.3a S2-8.3c S2-8.3d the manager enters paper forms, sums up, and prints the summary without names"
  )
  func manager() throws {
    let it = try desk()
    var robot = try home(it, .courseManager, person: it.manager.id)
    robot.go("سنجش اثربخشی دوره آموزشی")
    robot.expect(contains: "روان‌شناسی")
    robot.press("enter")
    robot.expect(contains: "سطح ۱: واکنش فراگیران")
    // Without an answer there is nothing to sum up, and the page says why.
    robot.select("جمع‌بندی سطح ۱")
    robot.expect(contains: "هنوز پاسخی ثبت نشده است")
    robot.press("esc")
    robot.select("ثبت فرم‌های نظرسنجی")
    for index in 0..<3 {
      robot.press("enter")
      fill(&robot, ["4"])
      if index < 2 { robot.press("down") }
    }
    robot.press("enter")
    robot.expect(contains: "هر کس یک بار پاسخ می‌دهد")
    expectSnapshot(robot.picture, named: "survey-list")
    robot.press("esc")
    robot.expect(contains: "میانگین ۴ از ۵ در ۳ فرم")
    robot.select("فرم جمع‌بندی نظرسنجی")
    robot.size = Size(rows: 60, columns: 134)
    robot.expect(contains: "شمار فرم‌ها: ۳")
    robot.expect(contains: "تسلط مدرس بر موضوع دوره")
    for surname in AttendanceClass.surnames.prefix(3) { robot.expect(lacks: surname) }
    robot.size = Size(rows: 24, columns: 80)
    robot.press("esc")
    robot.select("جمع‌بندی سطح ۱")
    robot.type("رضایت خوب بود")
    robot.press("f2")
    robot.expect(contains: "جمع‌بندی شده")
    robot.expect(contains: "رضایت خوب بود")
    expectSnapshot(robot.picture, named: "effectiveness-record")
  }

  @Test("S2-8.3d two forms are not shown together, three are")
  func withheld() throws {
    let it = try desk()
    var robot = try home(it, .courseManager, person: it.manager.id)
    robot.go("سنجش اثربخشی دوره آموزشی")
    robot.press("enter")
    robot.select("ثبت فرم‌های نظرسنجی")
    for _ in 0..<2 {
      robot.press("enter")
      fill(&robot, ["2"])
      robot.press("down")
    }
    robot.press("esc")
    robot.expect(contains: "۲ فرم؛ کمتر از ۳ فرم")
    robot.select("فرم جمع‌بندی نظرسنجی")
    robot.size = Size(rows: 60, columns: 134)
    robot.expect(contains: "۲ فرم؛ کمتر از ۳ فرم نشان داده نمی‌شود.")
    robot.expect(lacks: "تسلط مدرس")
  }

  @Test(
    "S2-8.2b S2-8.9a S2-8.9b the expert selects a course, designs its questions, and sees why level 4 waits"
  )
  func expert() throws {
    let it = try desk()
    var robot = try home(it, .expert)
    robot.go("سنجش اثربخشی دوره آموزشی")
    robot.press("f4")
    robot.expect(contains: "نیاز استراتژیک")
    robot.press("esc", "f3")
    robot.press("right", "tab", "right", "tab", "right", "f2")
    robot.press("f8")
    robot.confirm()
    robot.expect(contains: "در انتظار")
    expectSnapshot(robot.picture, named: "effectiveness")
    robot.press("enter")
    robot.select("پرسش‌های پرسشنامهٔ")
    robot.press("f3")
    robot.expect(contains: "آموخته‌های دوره در کار روزانه به کار می‌رود.")
    robot.press("f4")
    robot.type("طرح درس تازه می‌نویسد")
    robot.press("f2")
    robot.expect(contains: "طرح درس تازه می‌نویسد")
    robot.press("esc")
    robot.select("هزینه و فایده")
    robot.expect(contains: "آغاز می‌شود")
    robot.press("esc")
    robot.select("پرسشنامهٔ سطح ۳")
    robot.size = Size(rows: 60, columns: 134)
    robot.expect(contains: "طرح درس تازه می‌نویسد")
    robot.expect(contains: "پاسخ‌دهنده: خود فراگیر")
  }
}
