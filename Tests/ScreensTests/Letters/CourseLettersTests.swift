import Foundation
import Persian
import Screens
import Store
import TerminalKit
import TestKit
import Testing
import Training
import UseCases

@Suite("The papers of a course")
struct CourseLettersTests {
  private let desk: CoursesDesk
  private let request: ID<CourseRequest>

  init() throws {
    desk = try CoursesDesk()
    try desk.prepare()
    try desk.office.signIn(.courseManager, person: desk.manager.id, as: "manager")
    request = try #require(
      try desk.office.portal.read { records, context in
        try records.requests(in: context.actor.courseReach, on: context.today).first?.request.id
      }.get())
  }

  private func addInstructor() throws {
    let person = try desk.office.person(
      9002, first: "رضا", last: "پاکدل", personnelCode: "40009002")
    let course = try desk.office.portal.store.read { try $0.course(code: "91400377") }
    try desk.office.bank(person, teaching: [try #require(course).id])
    try desk.office.signIn(.courseManager, person: desk.manager.id, as: "manager")
    _ = try desk.office.portal.perform(
      AddFactor(.instructor, of: request, .person(person.id), minutes: 480)
    ).get()
  }

  private func letter(_ description: any LetterDescription) -> Robot<Portal> {
    Robot(LetterScreen(description), in: desk.office.portal, chrome: .portal())
  }

  @Test(
    "S2-7.2b the permit is not printed while manager or instructor is missing, and says so")
  func permitIncomplete() {
    let robot = letter(CoursePermit(request))
    robot.expect(contains: "اطلاعات مدیر یا مدرس دوره در عوامل اجرایی ثبت نشده است.")
    robot.expect(lacks: "مجوز اجرای دورهٔ آموزشی")
  }

  @Test("S2-7.2a the permit has the course, its classes and its executive factors")
  func permit() throws {
    try addInstructor()
    var robot = desk.home("manager")
    robot.choose(0)
    robot.press("enter", "down", "down")
    robot.expect(contains: "چاپ مجوز دوره")
    robot.press("enter")
    #expect(robot.title == "چاپ مجوز دوره")
    robot.size = Size(rows: 64, columns: 82)
    expectSnapshot(robot.picture, named: "course-permit")
  }

  @Test("S2-7.1a every executive factor gets an appointment letter, all at once")
  func appointments() throws {
    try addInstructor()
    var robot = desk.home("manager")
    robot.choose(1)
    robot.press("enter", "f9")
    #expect(robot.title == "ابلاغ عوامل اجرایی")
    robot.expect(contains: "صفحهٔ ۱ از ۲، ۲ برگ جدا")
    robot.size = Size(rows: 124, columns: 82)
    robot.expect(contains: "سرکار خانم / جناب آقای ناهید کریمی")
    robot.expect(contains: "سرکار خانم / جناب آقای رضا پاکدل")
    robot.expect(contains: "ابلاغ مدرس")
  }

  @Test("S0-7 number, date and attachment of a letter are typed in and never made up")
  func number() throws {
    try addInstructor()
    var robot = letter(AppointmentLetters(request))
    robot.expect(contains: "شماره: ....")
    robot.press("f4")
    robot.type("۱۲/۳۴۵")
    robot.press("enter")
    robot.type("۱۴۰۳/۰۷/۰۷")
    robot.press("enter")
    robot.type("ندارد")
    robot.press("enter")
    robot.expect(contains: "شماره: ۱۲/۳۴۵")
    robot.expect(contains: "تاریخ: ۱۴۰۳/۰۷/۰۷")
    robot.expect(contains: "پیوست: ندارد")
  }

  @Test("S0-7 the pages are searched, and saved as text; tables go to a workbook and CSV")
  func files() throws {
    try addInstructor()
    let folder = try TemporaryFolder()
    var robot = letter(AppointmentLetters(request))
    robot.press("/")
    robot.type("پاکدل")
    robot.press("enter")
    robot.expect(contains: "جناب آقای رضا پاکدل")
    robot.press("/")
    robot.type("هیچ‌کس")
    robot.press("enter")
    robot.expect(contains: "در این برگ‌ها نیست.")
    for (key, ending) in [("f5", "txt"), ("f2", "xlsx"), ("f3", "csv")] {
      let path = "\(folder.path)/letters.\(ending)"
      robot.press(key, "home")
      for _ in 0..<80 { robot.press("delete") }
      robot.type(path)
      robot.press("enter")
      robot.expect(contains: "ذخیره شد")
      #expect(FileManager.default.fileExists(atPath: path))
    }
    let text = try String(contentsOfFile: "\(folder.path)/letters.txt", encoding: .utf8)
    #expect(text.contains("رضا پاکدل") && text.split(separator: "\u{C}").count == 2)
    // What is there is replaced only when somebody says so.
    robot.press("f5", "home")
    for _ in 0..<80 { robot.press("delete") }
    robot.type("\(folder.path)/letters.txt")
    robot.press("enter")
    robot.expect(contains: "هست. جایش نوشته شود؟")
  }

  @Test("S0-7 a form without a number says so, and a layout at fault names its line")
  func faults() throws {
    try addInstructor()
    let portal = Portal(store: desk.office.portal.store, clock: desk.office.portal.clock) { _ in
      Array("title\n  مجوز\ntext\n  {course.name}".utf8)
    }
    try desk.office.signIn(.courseManager, person: desk.manager.id, as: "manager")
    portal.signIn(try #require(desk.office.portal.actor))
    let robot = Robot(LetterScreen(CoursePermit(request)), in: portal, chrome: .portal())
    robot.expect(contains: "سطر ۴")
    robot.expect(contains: "{course.name}")
  }

  @Test("S0-9 another office prints nothing of the course")
  func scope() throws {
    try addInstructor()
    try desk.office.signIn(.expert, at: desk.office.otherDistrict, as: "neighbour")
    for paper in [CoursePermit(request), AppointmentLetters(request)] as [any LetterDescription] {
      letter(paper).expect(contains: "شما به این بخش دسترسی ندارید.")
    }
  }
}
